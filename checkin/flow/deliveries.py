"""What became of a text or call, and what that means for the question it carried."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, or_, select
from sqlmodel import Session, col

from checkin.domain.attempts import AttemptEnd
from checkin.domain.deliveries import DeliveryAction, DeliveryState
from checkin.flow import bridging, stops
from checkin.flow.calls import call_ended, call_settled
from checkin.flow.house import House
from checkin.messaging import service as messaging
from checkin.messaging.gateway import LONGEST_CALL
from checkin.messaging.models import Call, CallEnd, CallPurpose, Message
from checkin.outreach import service as outreach
from checkin.outreach.models import Attempt
from checkin.tenants.models import Happening
from checkin.tenants.timeline import tell

UNKNOWN_FOR = timedelta(minutes=15)
"""A report may still settle an unknown outcome; after this a person rings instead."""
SURELY_OVER = timedelta(minutes=5)
"""A call of which no end was reported is over so long after it can last."""


def settle_texts_sent(session: Session, house: House, *, wordings: Mapping[str, str], now: datetime) -> None:
    """Tell the timeline which texts were accepted, and what it means for their attempts; wordings by id."""
    noted = outreach.texts_left(session, house, wordings=wordings, now=now)
    for reference in wordings:
        if reference not in noted:
            settle_text(session, house, reference=reference, state=DeliveryState.SENT, now=now)


def settle_text(session: Session, house: House, *, reference: str, state: DeliveryState, now: datetime) -> None:
    """Tell the timeline what became of a text, and what it means for its attempt, if it has one."""
    message = session.get_one(Message, reference, populate_existing=True)
    _tell_text(session, house, message, state, now)


def _tell_text(session: Session, house: House, message: Message, state: DeliveryState, now: datetime) -> None:
    reference = message.id
    happening = {
        DeliveryState.SENT: Happening.TEXT_SENT,
        DeliveryState.DELIVERED: Happening.TEXT_DELIVERED,
        DeliveryState.FAILED: Happening.TEXT_FAILED,
        DeliveryState.UNKNOWN: Happening.OUTCOME_UNKNOWN,
    }.get(state)
    if happening is None:
        return
    attempt = session.get(Attempt, reference)
    tell(
        session,
        happening,
        tenant_id=message.tenant_id,
        now=now,
        check_in_id=attempt.check_in_id if attempt else None,
        message_id=reference,
        wording=message.wording,
        channel="text",
    )
    if attempt is not None:
        _end_text_attempt(session, house, message, state, now)


def _end_text_attempt(session: Session, house: House, message: Message, state: DeliveryState, now: datetime) -> None:
    if state in {DeliveryState.SENT, DeliveryState.DELIVERED}:
        # Some networks send no receipt: from here on it counts as arrived until somebody says otherwise.
        outreach.end_attempt(session, house, reference=message.id, how=AttemptEnd.DELIVERED, now=now)
    elif state is DeliveryState.FAILED:
        # What the provider never took says nothing about the tenant's number: that is tried again later.
        undelivered = AttemptEnd.NOT_DELIVERED if message.provider_id else AttemptEnd.FAILED
        how = AttemptEnd.NUMBER_DEAD if message.permanent else undelivered
        outreach.end_attempt(session, house, reference=message.id, how=how, now=now)
        if message.permanent:
            stops.close_number(session, message.number, reason="dead", tenant_id=message.tenant_id, now=now)


def text_reported(
    session: Session,
    house: House,
    *,
    reference: str | None,
    provider_id: str | None,
    action: DeliveryAction,
    error: str,
    permanent: bool,
    now: datetime,
) -> None:
    """Fold one report about a text. It is found by our own reference first: the report may overtake our own commit."""
    message = messaging.find(session, Message, reference=reference, provider_id=provider_id)
    if message is None:
        return
    message.provider_id = message.provider_id or provider_id
    if error and message.state is not DeliveryState.DELIVERED:
        message.error, message.permanent = error, permanent
    if messaging.move(session, message, action, now):
        session.flush()
        _tell_text(session, house, message, message.state, now)


def give_up_waiting(session: Session, house: House, *, now: datetime) -> int:
    """Settle what nobody reported on: requests past their lease, unknown outcomes, calls without an end.

    Nothing is sent again. Of a question that may not have arrived, a person sees that within 15 minutes and rings.
    """
    count = 0
    for message in messaging.lose_sight(session, Message, now=now):
        session.flush()
        settle_text(session, house, reference=message.id, state=message.state, now=now)
        count += 1
    for call in messaging.lose_sight(session, Call, now=now):
        session.flush()
        call_settled(session, house, reference=call.id, state=call.state, now=now)
        count += 1
    for reference in _unknown_too_long(session, now):
        outreach.end_attempt(session, house, reference=reference, how=AttemptEnd.UNKNOWN, now=now)
        count += 1
    for call in _endless_calls(session, now):
        end = CallEnd.COMPLETED if call.answered_at else CallEnd.NO_ANSWER
        call_ended(session, house, reference=call.id, provider_id=None, end=end, at=now, now=now)
        count += 1
    return count + bridging.let_lapse(session, house, now=now)


def anything_overdue(session: Session, house: House, *, now: datetime) -> bool:
    """Tell whether `give_up_waiting` has anything to settle."""
    return (
        any(messaging.out_of_sight(session, kind, now=now) for kind in (Message, Call))
        or bool(_unknown_too_long(session, now))
        or bool(_endless_calls(session, now))
        or bridging.anything_lapsed(session, house, now=now)
    )


def _unknown_too_long(session: Session, now: datetime) -> list[str]:
    found: list[str] = []
    for kind in (Message, Call):
        query = (
            select(col(kind.id))
            .join(Attempt, col(Attempt.id) == col(kind.id))
            .where(
                col(kind.state) == DeliveryState.UNKNOWN,
                col(kind.claimed_at) < now - UNKNOWN_FOR,
                col(Attempt.end).is_(None),
            )
            .limit(200)
        )
        found += session.execute(query).scalars()
    return found


def _endless_calls(session: Session, now: datetime) -> list[Call]:
    query = (
        select(Call)
        .where(
            col(Call.state).in_([DeliveryState.SENT, DeliveryState.DELIVERED]),
            col(Call.ended_at).is_(None),
            or_(*(_endless(purpose, now - longest - SURELY_OVER) for purpose, longest in LONGEST_CALL.items())),
        )
        .limit(200)
    )
    return list(session.execute(query).scalars())


def _endless(purpose: CallPurpose, since: datetime) -> Any:
    return and_(
        col(Call.purpose) == purpose,
        col(Call.created_at) < since,
        or_(col(Call.claimed_at) < since, col(Call.claimed_at).is_(None)),
    )
