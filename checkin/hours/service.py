"""Changing the times: a new row that follows the one the coordinator saw, never a change of what was."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from checkin.db import insert_once
from checkin.domain.errors import Refused
from checkin.domain.holidays import USUAL, ClosedDay, Holiday
from checkin.domain.office_hours import Hours
from checkin.domain.opening_times import OpeningTimes
from checkin.hours.models import TimesChange
from checkin.settings import Settings

CHANGED = "times_changed"
"""What a unit of work notes, so that this process looks at the new times at once."""


def first_times(settings: Settings) -> OpeningTimes:
    """Give the times of the settings: they hold until somebody changes them on the screen."""
    return OpeningTimes(
        Hours.parse(settings.text_hours),
        Hours.parse(settings.call_hours),
        Hours.parse(settings.office_hours),
        USUAL if settings.dutch_holidays else frozenset(),
        tuple(ClosedDay(date.fromisoformat(day)) for day in sorted(settings.closed_days)),
    )


def newest(session: Session) -> TimesChange | None:
    """Give the change that holds now, if there ever was one."""
    return session.execute(select(TimesChange).order_by(col(TimesChange.id).desc()).limit(1)).scalars().first()


def times_of(change: TimesChange | None, settings: Settings) -> OpeningTimes:
    """Read the times of one change; those of the settings when there was none."""
    if change is None:
        return first_times(settings)
    return OpeningTimes(
        Hours.parse(change.text_hours),
        Hours.parse(change.call_hours),
        Hours.parse(change.office_hours),
        frozenset(Holiday(name) for name in change.holidays),
        tuple(_closed_day(one) for one in change.closed_days),
    )


def _closed_day(kept: dict[str, Any]) -> ClosedDay:
    return ClosedDay(date.fromisoformat(kept["day"]), kept["from_minute"], kept["why"])


def change_times(
    session: Session, *, times: OpeningTimes, follows: int, staff_id: int | None, now: datetime, postponed: int = 0
) -> None:
    """Let new times hold from now on. Raises Refused("times_changed") when somebody else was first."""
    row = {
        "follows": follows,
        "at": now,
        "staff_id": staff_id,
        "text_hours": times.text_hours.written(),
        "call_hours": times.call_hours.written(),
        "office_hours": times.office_hours.written(),
        "holidays": [one.value for one in Holiday if one in times.holidays],
        "closed_days": [
            {"day": one.day.isoformat(), "from_minute": one.from_minute, "why": one.why} for one in times.closed_days
        ],
        "postponed": postponed,
    }
    if insert_once(session, TimesChange.__table__, row) is None:  # type: ignore[attr-defined]
        raise Refused("times_changed")
    session.info[CHANGED] = True
