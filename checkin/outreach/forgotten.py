"""Nobody stays planned for ever: check-ins with nothing due and nothing under way are found and taken up again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, exists, false, or_, select, update
from sqlmodel import Session, col

from checkin.domain.checkins import OPEN
from checkin.domain.deliveries import DeliveryState
from checkin.messaging.models import Call, Message
from checkin.outreach.models import Attempt, CheckIn
from checkin.outreach.notice_models import Notice

NOT_TOO_SOON = timedelta(hours=1)
"""Longer than any call, lease or unknown outcome takes to be settled by what looks after those."""
BATCH = 200
ON_ITS_WAY = (
    DeliveryState.QUEUED,
    DeliveryState.SENDING,
    DeliveryState.FAILED_FOR_NOW,
    DeliveryState.UNKNOWN,
)


def forgotten(session: Session, *, now: datetime, by_people: Any = ()) -> list[int]:
    """List open check-ins for which nothing is due and nothing is under way. There should be none, ever.

    `by_people` are the campaigns without a robot: their check-ins wait for a colleague, and no machine may take them.
    """
    query = (
        select(col(CheckIn.id))
        .where(
            col(CheckIn.state).in_(OPEN),
            col(CheckIn.next_at).is_(None),
            # Who waits for the pace is not forgotten: the pace looks at them every few seconds.
            col(CheckIn.waits).is_(false()),
            col(CheckIn.campaign_id).not_in(by_people),
            col(CheckIn.planned_at) < now - NOT_TOO_SOON,
            ~_under_way(now),
            ~_notice_first(),
        )
        .order_by(col(CheckIn.id))
        .limit(BATCH)
    )
    return [one for one in session.execute(query).scalars() if one is not None]


def _notice_first() -> Any:
    """Say in SQL that a check-in waits for its notice to leave; `notices.let_go_on` sees to the rest."""
    return exists().where(col(Notice.check_in_id) == col(CheckIn.id), col(Notice.waits))


def _under_way(now: datetime) -> Any:
    """Say in SQL that an attempt is under way: young, or with a text or call of which the end is still to come."""
    message = exists().where(col(Message.id) == col(Attempt.id), col(Message.state).in_(ON_ITS_WAY))
    call = exists().where(col(Call.id) == col(Attempt.id), or_(col(Call.state).in_(ON_ITS_WAY), _rings_or_talks()))
    return exists().where(
        col(Attempt.check_in_id) == col(CheckIn.id),
        or_(
            col(Attempt.created_at) > now - NOT_TOO_SOON,
            and_(col(Attempt.end).is_(None), or_(message.correlate(Attempt), call.correlate(Attempt))),
        ),
    )


def _rings_or_talks() -> Any:
    return and_(col(Call.state).in_([DeliveryState.SENT, DeliveryState.DELIVERED]), col(Call.ended_at).is_(None))


def take_up(session: Session, check_in_ids: Sequence[int], *, now: datetime) -> None:
    """Make their next step due now: it goes on from what was tried, and an attempt without an end is unknown."""
    session.connection().execute(
        update(CheckIn)
        .where(col(CheckIn.id).in_(check_in_ids), col(CheckIn.state).in_(OPEN), col(CheckIn.next_at).is_(None))
        .values(next_at=now)
    )
