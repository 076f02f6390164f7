"""A standing check-in that was missed: no answer by the end of its day, so a person rings."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlmodel import Session, col

from checkin.domain.attempts import AskedBy, PersonRings
from checkin.domain.checkins import OPEN, CheckInAction, CheckInState, EndReason
from checkin.domain.office_hours import Calendar
from checkin.domain.standing import last_moment
from checkin.flow.taking_over import take_over
from checkin.outreach import service as outreach
from checkin.outreach.models import Attempt, CheckIn
from checkin.outreach.standing_models import StandingRound

BATCH = 200


class House(Protocol):
    """What missing somebody needs from the runtime."""

    @property
    def zone(self) -> ZoneInfo: ...
    @property
    def text_hours(self) -> Calendar: ...
    @property
    def call_hours(self) -> Calendar: ...


def _missed(house: House, now: datetime) -> Any:
    today = now.astimezone(house.zone).date()
    closes = last_moment(today, house.text_hours, house.call_hours)
    until = today if closes is None or now < closes else today + timedelta(days=1)
    return (
        select(CheckIn)
        .join(StandingRound, col(StandingRound.campaign_id) == col(CheckIn.campaign_id))
        .where(col(CheckIn.state).in_(OPEN), col(StandingRound.day) < until)
        .order_by(col(CheckIn.id))
        .limit(BATCH)
    )


def anything_missed(session: Session, house: House, *, now: datetime) -> bool:
    """Tell whether somebody who is asked every day or week gave no answer on the day."""
    # In no order: with an order, a large round of today would be searched from its beginning, every second.
    found = _missed(house, now).with_only_columns(col(CheckIn.id)).order_by(None).limit(1)
    return session.execute(found).first() is not None


def ring_who_was_missed(session: Session, house: House, *, now: datetime) -> None:
    """End standing check-ins whose day is over without an answer, and let a person ring: they expected to be missed."""
    for check_in in session.execute(_missed(house, now).with_for_update(skip_locked=True, of=CheckIn)).scalars().all():
        reason = _why(session, check_in)
        silent = reason is EndReason.NO_ANSWER_TO_TEXT
        action = CheckInAction.FALL_SILENT if silent else CheckInAction.GIVE_UP
        outreach.end(session, check_in, action, now=now, reason=reason)
        take_over(session, check_in=check_in, step=PersonRings(reason), now=now)


def _why(session: Session, check_in: CheckIn) -> EndReason:
    if check_in.state is CheckInState.PLANNED:
        return EndReason.OUTCOME_UNKNOWN
    last = select(col(Attempt.channel)).where(col(Attempt.check_in_id) == check_in.id)
    channel = session.execute(last.order_by(col(Attempt.ordinal).desc()).limit(1)).scalar_one_or_none()
    return EndReason.NO_ANSWER_TO_TEXT if channel is AskedBy.TEXT else EndReason.NEVER_PICKED_UP
