"""Asking: follow each attempt, and end every check-in with an answer or a reason."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import exists, insert, or_, select, update
from sqlmodel import Session, col

from checkin.domain.attempts import AskedBy, AttemptEnd
from checkin.domain.checkins import OPEN, CheckInAction, CheckInState, EndReason, advance
from checkin.domain.deliveries import DeliveryState
from checkin.domain.replies import Meaning
from checkin.jobs import Queue, ring
from checkin.messaging import service as messaging
from checkin.messaging.bridge_models import Bridge
from checkin.messaging.bridges import under_way
from checkin.messaging.models import Call, Direction, Message
from checkin.outreach.engaged import engage, engaged_elsewhere, let_go, was_answered
from checkin.outreach.holding import on_hold
from checkin.outreach.house import House
from checkin.outreach.instructions import AS_THE_HOUSE, wishes_behind
from checkin.outreach.ladders import due_after, due_after_text
from checkin.outreach.models import Attempt, CheckIn, Reply
from checkin.outreach.notice_models import Notice
from checkin.tenants.models import Happening, Tenant, TimelineEntry
from checkin.tenants.numbers import NUMBERS
from checkin.tenants.timeline import tell

SILENT_REASONS = frozenset({EndReason.PICKED_UP_SILENT, EndReason.NO_ANSWER_TO_TEXT})
INBOUND_CALL_LIMIT = timedelta(minutes=15)
"""A call to us that never reported its end is taken to be over after this."""


def unread_reply() -> Any:
    """Say in SQL that a text of this check-in's tenant waits to be read: until then nothing automatic goes out."""
    return exists().where(
        col(Reply.tenant_id) == col(CheckIn.tenant_id), col(Reply.to_read), col(Reply.read_at).is_(None)
    )


def on_the_phone(now: datetime) -> Any:
    """Say in SQL that this check-in's tenant is on the telephone with us: rings us, or is in a bridged call.

    A colleague's call through the system counts for everybody behind the number that it rings.
    """
    rings_us = exists().where(
        col(Call.tenant_id) == col(CheckIn.tenant_id),
        col(Call.direction) == Direction.INBOUND,
        col(Call.ended_at).is_(None),
        col(Call.created_at) > now - INBOUND_CALL_LIMIT,
    )
    same = or_(col(Bridge.tenant_id) == col(Tenant.id), *(number == col(Bridge.number) for number in NUMBERS))
    bridged = exists().where(col(Tenant.id) == col(CheckIn.tenant_id), under_way(), same)
    return or_(rings_us.correlate(CheckIn), bridged.correlate(CheckIn))


def may_ask(kind: type[Message | Call], now: datetime, quiet: timedelta) -> Any:
    """Say in SQL when the question of an attempt may leave: its campaign runs, and the tenant has not answered.

    Nothing leaves to somebody who is ringing us now, or whose words still have to be read; nor to a household that is
    in another conversation, or was less than `quiet` ago. The notice of a check-in leaves before it, by the same rule.
    """
    free = (
        ~on_hold(),
        ~unread_reply().correlate(CheckIn),
        ~on_the_phone(now),
        ~engaged_elsewhere(now, quiet),
    )
    question = exists().where(
        col(Attempt.id) == col(kind.id),
        col(CheckIn.id) == col(Attempt.check_in_id),
        col(CheckIn.state).in_(OPEN),
        *free,
    )
    if kind is Call:
        return question
    notice = exists().where(
        col(Notice.message_id) == col(Message.id),
        col(CheckIn.id) == col(Notice.check_in_id),
        col(CheckIn.state) == CheckInState.PLANNED,
        *free,
    )
    return or_(question, notice)


def mark_asked(session: Session, *, references: Sequence[str], now: datetime, quiet: timedelta) -> None:
    """Note that questions leave. Raises IntegrityError at a second live conversation with a tenant or a household."""
    # First the numbers, in their order: of two groups with the same tenants one then waits and none waits for ever.
    engage(session, references=references, now=now, quiet=quiet)
    session.connection().execute(
        update(CheckIn)
        .where(
            col(CheckIn.id).in_(select(col(Attempt.check_in_id)).where(col(Attempt.id).in_(references))),
            col(CheckIn.state) == CheckInState.PLANNED,
        )
        .values(state=CheckInState.ASKED, asked_at=now)
        .execution_options(synchronize_session=False)
    )


def end_attempt(
    session: Session, house: House, *, reference: str, how: AttemptEnd, now: datetime, correct: bool = False
) -> None:
    """Record what came of an attempt, and when the next step of its check-in is due. Repeats change nothing.

    `correct`: a report that came too late knows better; it counts as long as nothing has followed.
    """
    attempt = session.get(Attempt, reference)
    if attempt is None or attempt.end is how:
        return
    session.flush()
    # A reply that is being written down points to the check-in, and that must not keep us waiting: it may wait for us.
    check_in = session.get_one(CheckIn, attempt.check_in_id, with_for_update={"key_share": True})
    is_last = not _later_attempt(session, attempt)
    nothing_followed = check_in.state in OPEN and check_in.next_at is not None and is_last
    if attempt.end not in {None, AttemptEnd.DELIVERED} and not (correct and nothing_followed):
        return
    attempt.end, attempt.ended_at = how, now
    session.add(attempt)
    # A late word about an earlier attempt must not hurry the one that is under way.
    if check_in.state in OPEN and is_last:
        check_in.next_at = due_after(session, house, check_in, how, now)
        session.add(check_in)
        ring(session, Queue.TEXTS if attempt.channel is AskedBy.TEXT else Queue.CALLS)


def texts_left(session: Session, house: House, *, wordings: Mapping[str, str], now: datetime) -> set[str]:
    """Note that the texts of attempts were accepted, in as few statements as can be: every question passes here.

    `wordings` holds the wording of each text by its id. From here on a text counts as arrived until somebody says
    otherwise: some networks send no receipt. Gives the ids that were noted; the others are no attempt, or a report
    was faster.
    """
    connection = session.connection()
    _lock_check_ins(session, wordings)
    noted = connection.execute(
        update(Attempt)
        .where(col(Attempt.id).in_(wordings), col(Attempt.end).is_(None), col(Attempt.channel) == AskedBy.TEXT)
        .values(end=AttemptEnd.DELIVERED, ended_at=now)
        .returning(col(Attempt.id), col(Attempt.check_in_id), col(Attempt.tenant_id))
    ).all()
    if not noted:
        return set()
    _wait_for_answers(session, house, [check_in_id for _, check_in_id, _ in noted], now)
    told = [
        {
            "tenant_id": tenant_id,
            "at": now,
            "happening": Happening.TEXT_SENT,
            "check_in_id": check_in_id,
            "details": {"message_id": reference, "wording": wordings[reference], "channel": AskedBy.TEXT.value},
        }
        for reference, check_in_id, tenant_id in noted
    ]
    connection.execute(insert(TimelineEntry), told)
    return {reference for reference, _, _ in noted}


def _lock_check_ins(session: Session, references: Collection[str]) -> None:
    """Lock the check-ins of attempts before these, in the order of their ids: whoever answers does so, too."""
    behind = select(col(Attempt.check_in_id)).where(col(Attempt.id).in_(references), col(Attempt.end).is_(None))
    query = select(col(CheckIn.id)).where(col(CheckIn.id).in_(behind)).order_by(col(CheckIn.id))
    session.connection().execute(query.with_for_update(key_share=True))


def _later_attempt(session: Session, attempt: Attempt) -> bool:
    query = select(col(Attempt.id)).where(
        col(Attempt.check_in_id) == attempt.check_in_id, col(Attempt.ordinal) > attempt.ordinal
    )
    return session.execute(query.limit(1)).first() is not None


def _wait_for_answers(session: Session, house: House, check_in_ids: Sequence[int], now: datetime) -> None:
    """Say when to look again, for each campaign with wishes of its own and for all others together."""
    own = wishes_behind(session, check_in_ids)
    waiting = update(CheckIn).where(col(CheckIn.id).in_(check_in_ids), col(CheckIn.state).in_(OPEN))
    for campaign_id, wishes in own.items():
        session.connection().execute(
            waiting.where(col(CheckIn.campaign_id) == campaign_id).values(next_at=due_after_text(house, wishes, now))
        )
    session.connection().execute(
        waiting.where(col(CheckIn.campaign_id).not_in(own)).values(next_at=due_after_text(house, AS_THE_HOUSE, now))
    )


def fall_silent(session: Session, check_in: CheckIn, reason: EndReason, *, now: datetime) -> None:
    """End a check-in of a tenant who was there and gave no answer, or of whom nobody can know."""
    silent = check_in.state is not CheckInState.PLANNED and reason in SILENT_REASONS
    end(session, check_in, CheckInAction.FALL_SILENT if silent else CheckInAction.GIVE_UP, now=now, reason=reason)


def end(session: Session, check_in: CheckIn, action: CheckInAction, *, now: datetime, reason: EndReason | None) -> bool:
    """End a check-in with a reason, cancel what had not left, and tell it; a repeat changes nothing."""
    before, state = check_in.state, advance(check_in.state, action)
    if state is before:
        return False
    _let_nothing_leave(session, check_in, now)
    check_in.state = state
    check_in.reason, check_in.ended_at, check_in.next_at = reason, now, None
    session.add(check_in)
    _cancel_attempts(session, check_in, now)
    let_go(session, check_in_id=check_in.id)
    tell(
        session,
        Happening.CHECK_IN_ENDED,
        tenant_id=check_in.tenant_id,
        now=now,
        check_in_id=check_in.id,
        state=check_in.state.value,
        reason=reason.value if reason else None,
    )
    return True


WISHES = {
    meaning: strength
    for strength, meaning in enumerate((Meaning.LATER, Meaning.YES, Meaning.CHAT, Meaning.HELP, Meaning.URGENT), 1)
}
"""How strong a wish for contact is, in the order in which a case is raised; other answers wish for nothing."""


def answer(session: Session, check_in: CheckIn, meaning: Meaning, *, now: datetime) -> None:
    """Record the answer of a check-in; it counts however late it comes.

    The first moment stays. The meaning moves on to a stronger wish for contact, and never back: who said “fine” and
    then asks for a call waits for a call.
    """
    ended, reason = check_in.ended_at, check_in.reason
    if end(session, check_in, CheckInAction.ANSWER, now=now, reason=None):
        check_in.meaning, check_in.answered_at = meaning, now
        # An end without an answer did happen: the report of that week counts it, with its reason.
        check_in.ended_at, check_in.reason = ended or now, reason
        was_answered(session, check_in_id=check_in.id or 0, now=now)
    elif check_in.meaning is None or WISHES.get(meaning, 0) > WISHES.get(check_in.meaning, 0):
        check_in.meaning = meaning
    session.add(check_in)
    for attempt in session.execute(
        select(Attempt)
        .where(
            col(Attempt.check_in_id) == check_in.id,
            col(Attempt.end).is_(None) | (col(Attempt.end) == AttemptEnd.DELIVERED),
        )
        .order_by(col(Attempt.ordinal).desc())
        .limit(1)
    ).scalars():
        # A text arrived when it was delivered, however long the answer took.
        attempt.end, attempt.ended_at = AttemptEnd.ANSWERED, attempt.ended_at or now
        session.add(attempt)


def _let_nothing_leave(session: Session, check_in: CheckIn, now: datetime) -> None:
    """Cancel what waits for a check-in before its own row is touched.

    Workers lock in this order, too: first the text or call, then the check-in. In the other order whoever ends a
    check-in in the moment in which its question leaves would wait for a worker that waits for them.
    """
    attempts = select(col(Attempt.id)).where(col(Attempt.check_in_id) == check_in.id, col(Attempt.end).is_(None))
    references = list(session.connection().execute(attempts).scalars())
    for kind in (Message, Call) if references else ():
        messaging.cancel_queued(session, kind, references=references, now=now)


def _cancel_attempts(session: Session, check_in: CheckIn, now: datetime) -> None:
    session.flush()
    open_attempts = list(
        session.execute(
            select(Attempt).where(col(Attempt.check_in_id) == check_in.id, col(Attempt.end).is_(None))
        ).scalars()
    )
    references = [attempt.id for attempt in open_attempts]
    if check_in.asked_at is None:
        notice = select(col(Notice.message_id)).where(
            col(Notice.check_in_id) == check_in.id, col(Notice.message_id).is_not(None)
        )
        references += [one for one in session.execute(notice).scalars() if one]
    for kind in (Message, Call):
        messaging.cancel_queued(session, kind, references=references, now=now)
    cancelled = set(_cancelled(session, references))
    for attempt in open_attempts:
        if attempt.id in cancelled:
            attempt.end, attempt.ended_at = AttemptEnd.CANCELLED, now
            session.add(attempt)


def _cancelled(session: Session, references: Sequence[str]) -> list[str]:
    found: list[str] = []
    for kind in (Message, Call):
        query = select(col(kind.id)).where(col(kind.id).in_(references), col(kind.state) == DeliveryState.CANCELLED)
        found += session.execute(query).scalars()
    return found


def open_check_ins(session: Session, tenant_id: int) -> list[CheckIn]:
    """List a tenant's check-ins that have not ended."""
    return list(
        session.execute(
            select(CheckIn).where(col(CheckIn.tenant_id) == tenant_id, col(CheckIn.state).in_(OPEN))
        ).scalars()
    )
