"""What the page about the times asks: what changed, by whom, and how many questions a change puts off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlmodel import Session, col

from checkin.domain.deliveries import DeliveryState
from checkin.domain.office_hours import Calendar
from checkin.domain.opening_times import Calendars, OpeningTimes
from checkin.hours.models import TimesChange
from checkin.hours.service import first_times, times_of
from checkin.messaging.models import Call, Message
from checkin.settings import Settings
from checkin.staff.models import Staff

MOST_MOMENTS = 5000


@dataclass(frozen=True)
class Change:
    """One change: when, by whom, and the times before and after it."""

    at: datetime
    who: str
    before: OpeningTimes
    after: OpeningTimes
    postponed: int


def changes(session: Session, settings: Settings, *, limit: int = 10) -> list[Change]:
    """List the latest changes, newest first."""
    query = (
        select(TimesChange, col(Staff.name))
        .outerjoin(Staff, col(Staff.id) == col(TimesChange.staff_id))
        .order_by(col(TimesChange.id).desc())
        .limit(limit + 1)
    )
    rows = [(row, name) for row, name in session.execute(query).all()]
    earlier = [*(times_of(row, settings) for row, _name in rows[1:]), first_times(settings)]
    return [
        Change(row.at, name or "", before, times_of(row, settings), row.postponed)
        for (row, name), before in zip(rows[:limit], earlier, strict=False)
    ]


def put_off(session: Session, calendars: Calendars, *, now: datetime) -> int:
    """Count the questions that lie ready for a moment at which they may not leave any more."""
    return sum(
        _put_off(session, kind, calendar, now) for kind, calendar in ((Message, calendars.text), (Call, calendars.call))
    )


def _put_off(session: Session, kind: type[Message | Call], calendar: Calendar, now: datetime) -> int:
    query = (
        select(col(kind.due_at), func.count())
        .where(col(kind.state) == DeliveryState.QUEUED, col(kind.automatic_check), col(kind.due_at).is_not(None))
        .group_by(col(kind.due_at))
        .limit(MOST_MOMENTS)
    )
    moments = session.execute(query).all()
    return sum(count for due_at, count in moments if not calendar.is_open(max(due_at, now)))
