"""Handing a tenant on to an organisation, and finding out whether somebody spoke to them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import exists, false, func, or_, select
from sqlmodel import Session, col

from checkin.aftercare.models import Organisation, Referral
from checkin.cases.models import Case
from checkin.domain.attempts import AskedBy, AttemptEnd
from checkin.domain.cases import CaseState
from checkin.domain.deliveries import DeliveryState
from checkin.domain.errors import Refused
from checkin.domain.follow_ups import FURTHEST
from checkin.domain.referrals import LOOP_OPEN, ReferralAction, ReferralState, advance
from checkin.messaging.models import Call, Direction, Message
from checkin.messaging.service import Kind, cancel_queued
from checkin.messaging.wording import Wording
from checkin.outreach.engaged import engage_tenants, free_tenant
from checkin.outreach.models import Attempt, EngagedNumber, Reply
from checkin.outreach.service import INBOUND_CALL_LIMIT
from checkin.tenants.models import Happening, Tenant
from checkin.tenants.numbers import NUMBERS
from checkin.tenants.timeline import tell

BATCH = 100
LATE_ANSWER = timedelta(days=60)
"""A “yes” this long after the question still closes the loop, when nothing was asked since."""
ASK_WITH_DIGITS = frozenset(
    wording.value
    for wording in (
        Wording.S1_CHECK_IN,
        Wording.S2_REMINDER,
        Wording.S5_FINE,
        Wording.S8_UNCLEAR,
        Wording.S15_STARTED,
        Wording.S17_REFERRAL,
        Wording.S18_REFERRAL_AGAIN,
    )
)
"""The texts that a “1” or “2” may answer; the newest of them is what it answers."""
ABOUT_A_REFERRAL = frozenset({Wording.S17_REFERRAL.value, Wording.S18_REFERRAL_AGAIN.value})
LEFT = (DeliveryState.SENDING, DeliveryState.SENT, DeliveryState.DELIVERED, DeliveryState.UNKNOWN)
NEVER_LEFT = (DeliveryState.FAILED, DeliveryState.CANCELLED)
TOLD = {
    ReferralAction.ASK: "asked",
    ReferralAction.CALL: "calling",
    ReferralAction.YES: "helped",
    ReferralAction.NO: "not_helped",
    ReferralAction.GIVE_UP: "unanswered",
    ReferralAction.PLAN: "planned",
    ReferralAction.WITHDRAW: "withdrawn",
}


def hand_on(
    session: Session,
    *,
    tenant_id: int,
    organisation_id: int,
    staff_id: int,
    agreed: str,
    consent: bool,
    check_at: datetime,
    now: datetime,
    contact_id: int | None = None,
) -> Referral:
    """Write down a referral. Raises Refused: "consent_needed", "organisation_gone", "day_past", "day_far"."""
    check(session, organisation_id=organisation_id, consent=consent, check_at=check_at, now=now)
    referral = Referral(
        tenant_id=tenant_id,
        contact_id=contact_id,
        organisation_id=organisation_id,
        staff_id=staff_id,
        agreed=agreed,
        consent_at=now,
        check_at=check_at,
        created_at=now,
    )
    session.add(referral)
    session.flush()
    _tell(session, referral, "agreed", now, staff_id)
    return referral


def check(session: Session, *, organisation_id: int, consent: bool, check_at: datetime, now: datetime) -> None:
    """Refuse a referral without consent, to an organisation that is not there, or with a day that cannot be."""
    if not consent:
        raise Refused("consent_needed")
    if session.get(Organisation, organisation_id) is None:
        raise Refused("organisation_gone")
    _check_moment(check_at, now)


def _check_moment(check_at: datetime, now: datetime) -> None:
    if check_at < now:
        raise Refused("day_past")
    if check_at > now + FURTHEST:
        raise Refused("day_far")


def plan_again(session: Session, *, referral_id: int, check_at: datetime, staff_id: int, now: datetime) -> Referral:
    """Ask once more at another moment. Raises Refused: "referral_gone", "day_past", "day_far"."""
    referral = locked(session, referral_id)
    if referral.state not in {ReferralState.AGREED, ReferralState.UNANSWERED, ReferralState.NOT_HELPED}:
        raise Refused("referral_gone")
    _check_moment(check_at, now)
    advance_to(session, referral, ReferralAction.PLAN, now=now, staff_id=staff_id)
    referral.check_at, referral.message_id, referral.asked_at, referral.reply_id = check_at, None, None, None
    session.add(referral)
    return referral


def locked(session: Session, referral_id: int) -> Referral:
    """Give a referral of which the loop is open, locked. Raises Refused("referral_gone")."""
    referral = session.get(Referral, referral_id, with_for_update=True)
    if referral is None or referral.state not in LOOP_OPEN:
        raise Refused("referral_gone")
    return referral


def advance_to(
    session: Session, referral: Referral, action: ReferralAction, *, now: datetime, staff_id: int | None = None
) -> bool:
    """Move a referral on and tell it; the tenant's telephone is free for other questions again."""
    before = referral.state
    referral.state = advance(before, action)
    if referral.state is before:
        return False
    referral.ended_at = None if referral.state in LOOP_OPEN else now
    if before is ReferralState.ASKED:
        answered = now if action in {ReferralAction.YES, ReferralAction.NO} else None
        free_tenant(session, tenant_id=referral.tenant_id, answered_at=answered)
    session.add(referral)
    _tell(session, referral, TOLD[action], now, staff_id)
    return True


def _tell(session: Session, referral: Referral, what: str, now: datetime, staff_id: int | None) -> None:
    tell(
        session,
        Happening.REFERRAL,
        tenant_id=referral.tenant_id,
        now=now,
        staff_id=staff_id,
        referral_id=referral.id,
        organisation_id=referral.organisation_id,
        what=what,
    )


def open_of(session: Session, tenant_id: int) -> Sequence[Referral]:
    """List a tenant's referrals of which the loop is open, locked."""
    query = select(Referral).where(col(Referral.tenant_id) == tenant_id, col(Referral.state).in_(LOOP_OPEN))
    return session.execute(query.order_by(col(Referral.id)).with_for_update()).scalars().all()


# Asking by text.


def _due(now: datetime) -> Any:
    waits = exists().where(col(Case.tenant_id) == col(Referral.tenant_id), col(Case.state) != CaseState.CLOSED)
    return select(Referral).where(
        col(Referral.state) == ReferralState.AGREED,
        col(Referral.check_at) <= now,
        col(Referral.message_id).is_(None),
        # Somebody rings this tenant already, and asks it then.
        ~waits.correlate(Referral),
    )


def _not_arrived() -> Any:
    """Select the referrals of which the question was called off or did not arrive."""
    return (
        select(Referral)
        .join(Message, col(Message.id) == col(Referral.message_id))
        .where(col(Referral.state).in_((ReferralState.AGREED, ReferralState.ASKED)), col(Message.state).in_(NEVER_LEFT))
    )


def _over(now: datetime) -> Any:
    return select(Referral).where(col(Referral.state) == ReferralState.ASKED, col(Referral.check_at) <= now)


def anything_due(session: Session, *, now: datetime) -> bool:
    """Tell whether a question is due, did not arrive, or was not answered in time."""
    looks = (_due(now), _not_arrived(), _over(now))
    ids = (query.with_only_columns(col(Referral.id)).limit(1) for query in looks)
    return any(session.execute(query).first() is not None for query in ids)


def take_due(session: Session, *, now: datetime) -> Sequence[Referral]:
    """Give the referrals of which the question is due, locked."""
    return _take(session, _due(now))


def take_not_arrived(session: Session) -> Sequence[Referral]:
    """Give the referrals of which the question did not arrive, locked."""
    return _take(session, _not_arrived())


def take_over_due(session: Session, *, now: datetime) -> Sequence[Referral]:
    """Give the referrals of which the question was not answered in time, locked."""
    return _take(session, _over(now))


def _take(session: Session, query: Any) -> Sequence[Referral]:
    taken: Sequence[Referral] = (
        session.execute(query.order_by(col(Referral.id)).limit(BATCH).with_for_update(skip_locked=True, of=Referral))
        .scalars()
        .all()
    )
    return taken


def may_ask(kind: Kind, now: datetime) -> Any:
    """Say in SQL when the question about a referral may leave.

    Not to somebody who is in another conversation, who rings us now, or whose words still have to be read. The rest
    after an earlier answer does not hold it back: this tenant agreed to be asked.
    """
    if kind is Call:
        return false()
    tenant = col(Referral.tenant_id)
    unread = exists().where(col(Reply.tenant_id) == tenant, col(Reply.to_read), col(Reply.read_at).is_(None))
    rings = exists().where(
        col(Call.tenant_id) == tenant,
        col(Call.direction) == Direction.INBOUND,
        col(Call.ended_at).is_(None),
        col(Call.created_at) > now - INBOUND_CALL_LIMIT,
    )
    engaged = exists().where(
        col(Tenant.id) == tenant,
        or_(*(col(EngagedNumber.number) == number for number in NUMBERS)),
        col(EngagedNumber.ended_at).is_(None),
    )
    busy = (condition.correlate(Referral) for condition in (unread, rings, engaged))
    return exists().where(
        col(Referral.message_id) == col(Message.id),
        col(Referral.state) == ReferralState.AGREED,
        *(~condition for condition in busy),
    )


def mark_asked(session: Session, *, references: Sequence[str], now: datetime, answer_days: int) -> None:
    """Note that questions leave, and until when we wait for an answer.

    Raises IntegrityError when one of these tenants is in another conversation.
    """
    asked = select(col(Referral.tenant_id)).where(col(Referral.message_id).in_(references))
    engage_tenants(session, tenant_ids=asked)
    query = select(Referral).where(col(Referral.message_id).in_(references)).order_by(col(Referral.id))
    for referral in session.execute(query.with_for_update()).scalars():
        advance_to(session, referral, ReferralAction.ASK, now=now)
        referral.asked_at, referral.check_at = now, now + timedelta(days=answer_days)


# Which question an answer belongs to.


MAY_ANSWER = (ReferralState.ASKED, ReferralState.CALLING, ReferralState.UNANSWERED)


def question_to(session: Session, number: str, *, now: datetime, in_words: bool) -> Referral | None:
    """Give the referral that a text from this number answers: the newest question that was asked there is that one.

    A “1” answers the newest text that asks for a digit; a “ja” (`in_words`) the newest text of all, for it may as well
    be said to a promise. What was asked since by the voice goes before both.
    """
    at = func.coalesce(col(Message.sent_at), col(Message.claimed_at))
    sent = select(col(Message.wording), col(Message.tenant_id), at).where(
        col(Message.number) == number, col(Message.state).in_(LEFT), at > now - LATE_ANSWER
    )
    if not in_words:
        sent = sent.where(col(Message.wording).in_(ASK_WITH_DIGITS))
    newest = session.execute(sent.order_by(at.desc()).limit(1)).first()
    if newest is None or newest[0] not in ABOUT_A_REFERRAL or _asked_by_voice(session, number, newest[2]):
        return None
    query = select(Referral).where(
        col(Referral.tenant_id) == newest[1],
        col(Referral.state).in_(MAY_ANSWER),
        col(Referral.asked_at).is_not(None),
    )
    return session.execute(query.order_by(col(Referral.asked_at).desc()).limit(1).with_for_update()).scalars().first()


def _asked_by_voice(session: Session, number: str, since: datetime) -> bool:
    query = select(col(Attempt.id)).where(
        col(Attempt.number) == number,
        col(Attempt.channel) == AskedBy.VOICE,
        col(Attempt.created_at) > since,
        col(Attempt.end).is_distinct_from(AttemptEnd.CANCELLED),
    )
    return session.execute(query.limit(1)).first() is not None


def question_behind(session: Session, reply: Reply) -> Referral | None:
    """Give the referral that a text, which a person reads, may well be about."""
    query = (
        select(Referral)
        .join(Message, col(Message.id) == col(Referral.message_id))
        .where(
            col(Referral.tenant_id) == reply.tenant_id,
            col(Referral.state).in_(MAY_ANSWER),
            col(Referral.asked_at) <= reply.received_at,
            col(Message.number) == reply.number,
        )
        .order_by(col(Referral.asked_at).desc())
        .limit(1)
    )
    return session.execute(query).scalars().first()


def withdraw_all(session: Session, *, tenant_id: int, now: datetime, staff_id: int | None = None) -> None:
    """Call off every question about a tenant: whoever died, moved or wants no more is asked nothing."""
    _let_nothing_leave(session, tenant_id, now)
    _stop_asking(session, open_of(session, tenant_id), ReferralAction.WITHDRAW, now, staff_id)


def stop_asking(session: Session, *, tenant_id: int, now: datetime, staff_id: int | None = None) -> None:
    """Ask a tenant who said STOP nothing by text; a person looks at what we would have asked."""
    _let_nothing_leave(session, tenant_id, now)
    asking = [one for one in open_of(session, tenant_id) if one.message_id and one.state in ABOUT_TO_ANSWER]
    _stop_asking(session, asking, ReferralAction.GIVE_UP, now, staff_id)


def _let_nothing_leave(session: Session, tenant_id: int, now: datetime) -> None:
    """Cancel the questions that wait before their referrals are locked: workers lock in this order, too."""
    waiting = select(col(Referral.message_id)).where(
        col(Referral.tenant_id) == tenant_id, col(Referral.state) == ReferralState.AGREED
    )
    references = [one for one in session.connection().execute(waiting).scalars() if one]
    cancel_queued(session, Message, references=references, now=now)


ABOUT_TO_ANSWER = (ReferralState.AGREED, ReferralState.ASKED)


def _stop_asking(
    session: Session, found: Sequence[Referral], action: ReferralAction, now: datetime, staff_id: int | None
) -> None:
    references = [one.message_id for one in found if one.message_id]
    cancel_queued(session, Message, references=references, now=now)
    for referral in found:
        advance_to(session, referral, action, now=now, staff_id=staff_id)
