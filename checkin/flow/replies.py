"""A text that came in: kept, matched to its tenant, read, and carried out or put before a person."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session, col

from checkin.aftercare import referrals
from checkin.aftercare.models import Organisation, Referral
from checkin.aftercare.organisations import called_in_texts
from checkin.alarms.ringing import raise_alarm
from checkin.cases import service as cases
from checkin.cases.models import Case
from checkin.db import insert_once
from checkin.domain.attempts import AskedBy, AttemptEnd
from checkin.domain.checkins import OPEN, CheckInState
from checkin.domain.errors import Refused
from checkin.domain.referrals import MEANT, decide_answer, meaning_of, read_answer, says_digit
from checkin.domain.replies import Meaning, Reading, read_text
from checkin.domain.triage import Decision, Tell, decide, decide_by_person
from checkin.flow import asking, stops
from checkin.flow.house import House
from checkin.flow.referrals import answer_referral
from checkin.flow.trials import text_of_trial
from checkin.flow.wordings import ALWAYS_TOLD, WORDINGS
from checkin.messaging import service as messaging
from checkin.messaging.models import Message
from checkin.messaging.wording import Wording, compose
from checkin.outreach import service as outreach
from checkin.outreach.models import Attempt, CheckIn, Reply
from checkin.staff.models import Staff
from checkin.tenants import phones
from checkin.tenants.models import Happening, PhoneNumber, Tenant
from checkin.tenants.timeline import tell
from checkin.visits import service as visits

TOLD_UNCLEAR = (Wording.S8_UNCLEAR, Wording.S12_WHO_WE_ARE, Wording.S18_REFERRAL_AGAIN)
LATE_ANSWER = timedelta(days=60)
"""An answer this long after the question is still booked on it; later it stands on its own."""


@dataclass(frozen=True)
class Sender:
    """Who a text or call is from, as far as we know."""

    number: str
    tenant: Tenant | None
    check_in: CheckIn | None
    referral: Referral | None = None
    """The question about an organisation that this person answers."""


def sender_of(session: Session, number: str, text: str, now: datetime) -> Sender:
    """Find who a text is from and which question it answers: the newest that was asked there."""
    in_words = read_answer(text) is not None and not says_digit(text)
    referral = referrals.question_to(session, number, now=now, in_words=in_words)
    if referral is None:
        return who_is(session, number, now)
    return Sender(number, session.get_one(Tenant, referral.tenant_id), None, referral)


def who_is(session: Session, number: str, now: datetime) -> Sender:
    """Find the tenant behind a number, and the question that the answer belongs to.

    Of several people behind one number it is the one who was asked last; when none was asked, nobody is guessed.
    A number that turned out to be somebody else's leads to nobody, whatever the landlord's list says.
    """
    known = session.get(PhoneNumber, number)
    if known is not None and known.closed_reason == "wrong_number":
        return Sender(number, None, None)
    query = (
        select(CheckIn)
        .join(Attempt, col(Attempt.check_in_id) == col(CheckIn.id))
        .where(col(Attempt.number) == number, col(Attempt.created_at) > now - LATE_ANSWER)
        .order_by(
            (col(CheckIn.state) == CheckInState.ASKED).desc(),  # before a question that has not left yet
            col(CheckIn.state).in_(OPEN).desc(),
            col(Attempt.created_at).desc(),
        )
        .limit(1)
    )
    check_in = session.execute(query).scalars().first()
    if check_in is not None:
        return Sender(number, session.get(Tenant, check_in.tenant_id), check_in)
    tenants = stops.tenants_behind(session, number)
    tenant = tenants[0] if len(tenants) == 1 else None
    return Sender(number, tenant, latest_check_in(session, tenant, now) if tenant else None)


def latest_check_in(session: Session, tenant: Tenant, now: datetime) -> CheckIn | None:
    """Give the tenant's newest question that is still open, or was asked lately."""
    query = (
        select(CheckIn)
        .where(
            col(CheckIn.tenant_id) == tenant.id,
            col(CheckIn.state).in_(OPEN) | (col(CheckIn.asked_at) > now - LATE_ANSWER),
        )
        .order_by(col(CheckIn.state).in_(OPEN).desc(), col(CheckIn.planned_at).desc())
        .limit(1)
    )
    return session.execute(query).scalars().first()


def text_received(
    session: Session, house: House, *, external_id: str, number: str, text: str, received_at: datetime, now: datetime
) -> None:
    """Take in one text: keep it, read it, and do what follows. The same text delivered twice changes nothing.

    1. keep the reply under the provider's id
    2. find who it is from and which question it answers
    3. read it and decide (`domain/replies.py`, `domain/triage.py`)
    4. carry the decision out
    """
    if text_of_trial(session, house, external_id=external_id, number=number, text=text, now=now):
        return
    stops.hear_from(session, number)
    sender = sender_of(session, number, text, now)
    reading = read_text(text, now=received_at, zone=house.zone)
    reading, decision = _decide(session, sender, reading, text, now)
    reply = keep_reply(
        session, sender, external_id=external_id, channel=AskedBy.TEXT, text=text, received_at=received_at,
        reading=reading, decision=decision, now=now,
    )  # fmt: skip
    if reply is not None:
        if sender.tenant is not None and not reading.automatic:
            cases.heard_again(session, tenant_id=sender.tenant.id or 0, by=AskedBy.TEXT, at=received_at)
        carry_out(session, house, decision, sender=sender, reply=reply, now=now)


def _decide(session: Session, sender: Sender, reading: Reading, text: str, now: datetime) -> tuple[Reading, Decision]:
    answer = read_answer(text, sender.tenant.language if sender.tenant else "nl")
    if sender.referral is not None and (decision := decide_answer(answer, reading)) is not None:
        meaning = meaning_of(answer) if answer else reading.meaning
        return replace(reading, meaning=meaning), decision
    waiting = sender.tenant is not None and cases.open_case_of(session, sender.tenant.id or 0) is not None
    decision = decide(reading, told_unclear=_told_unclear(session, sender, now), waiting=waiting)
    if sender.tenant is None and not (decision.stops or decision.starts):
        decision = Decision(to_read=True, urgent=decision.urgent, tell=decision.tell if decision.urgent else None)
    return reading, decision


def keep_reply(
    session: Session,
    sender: Sender,
    *,
    external_id: str,
    channel: AskedBy,
    text: str,
    received_at: datetime,
    reading: Reading,
    decision: Decision,
    now: datetime,
) -> Reply | None:
    """Store a reply whatever it says; None when it was stored before."""
    acts = decision.opens is not None or not decision.to_read
    meaning = reading.meaning if acts else Meaning.UNCLEAR
    row: dict[str, Any] = {
        "external_id": external_id,
        "tenant_id": sender.tenant.id if sender.tenant else None,
        "check_in_id": sender.check_in.id if sender.check_in else None,
        "channel": channel,
        "number": sender.number,
        "text": text,
        "received_at": received_at,
        "meaning": meaning,
        "suggestion": reading.meaning,
        "because": ", ".join(reading.because),
        "urgent": decision.urgent,
        "to_read": decision.to_read,
    }
    reply_id = insert_once(session, Reply.__table__, row)  # type: ignore[attr-defined]
    if reply_id is None:
        return None
    tell(
        session,
        Happening.REPLIED,
        tenant_id=row["tenant_id"],
        now=now,
        check_in_id=row["check_in_id"],
        reply_id=reply_id,
        channel=channel.value,
        meaning=meaning.value,
    )
    return session.get_one(Reply, reply_id)


def keep_for_a_person(
    session: Session, *, external_id: str, number: str, text: str, received_at: datetime, now: datetime
) -> None:
    """Keep a text that we could not handle: a person reads it, whatever it was that went wrong."""
    keep_reply(
        session, Sender(number, None, None), external_id=external_id, channel=AskedBy.TEXT, text=text,
        received_at=received_at, reading=Reading(Meaning.UNCLEAR), decision=Decision(to_read=True), now=now,
    )  # fmt: skip


def _told_unclear(session: Session, sender: Sender, now: datetime) -> bool:
    since = sender.check_in.planned_at if sender.check_in else now - timedelta(days=1)
    query = select(col(Message.id)).where(
        col(Message.number) == sender.number,
        col(Message.wording).in_([one.value for one in TOLD_UNCLEAR]),
        col(Message.created_at) >= since,
    )
    return session.execute(query.limit(1)).first() is not None


def carry_out(
    session: Session,
    house: House,
    decision: Decision,
    *,
    sender: Sender,
    reply: Reply,
    now: datetime,
    staff_id: int | None = None,
) -> Case | None:
    """Do what was decided about one reply; give the case when one was opened.

    A stop is confirmed once: a telephone that answers by itself with STOP must not keep us awake.
    """
    told_before = decision.tell is Tell.STOPPED and stops.is_confirmed(session, sender.number)
    if decision.starts:
        stops.start_number(session, sender.number, now=now)
    if decision.answers and sender.check_in is not None:
        outreach.answer(session, sender.check_in, reply.meaning, now=now)
        visits.call_off(session, tenant_id=sender.check_in.tenant_id, now=now)
    if decision.stops:
        stops.stop_number(session, sender.number, now=now, how=reply.channel.value, staff_id=staff_id)
    if decision.closes_number:
        _close_number(session, house, sender, now)
    case = _answer_referral(session, decision, sender, reply, now)
    case = case or _open_case(session, decision, sender, reply, staff_id, now)
    if decision.urgent and case is None:
        # Danger in a text of which nobody knows whose it is: whoever reads it first finds out.
        raise_alarm(session, case=None, reply_id=reply.id, now=now)
    if decision.tell in WORDINGS and reply.channel is AskedBy.TEXT and not told_before:
        tell_by_text(session, house, sender, decision.tell, now=now)
    return case


def _answer_referral(session: Session, decision: Decision, sender: Sender, reply: Reply, now: datetime) -> Case | None:
    if sender.referral is None or sender.tenant is None or not decision.answers:
        return None
    # A wish for something else is no answer; when a person has read it, the meaning says what it is.
    action = MEANT.get(reply.meaning) if reply.read_at else read_answer(reply.text, sender.tenant.language)
    return answer_referral(session, sender.referral, action, reply=reply, now=now) if action else None


def _open_case(
    session: Session, decision: Decision, sender: Sender, reply: Reply, staff_id: int | None, now: datetime
) -> Case | None:
    if decision.opens is None or sender.tenant is None or sender.tenant.id is None:
        return None
    return asking.open_case(
        session,
        tenant_id=sender.tenant.id,
        kind=decision.opens,
        urgent=decision.urgent,
        check_in_id=sender.check_in.id if sender.check_in else None,
        reply_id=reply.id,
        staff_id=staff_id,
        call_at=decision.call_at,
        now=now,
    )


def _close_number(session: Session, house: House, sender: Sender, now: datetime) -> None:
    tenant_id = sender.tenant.id if sender.tenant else None
    stops.close_number(session, sender.number, reason="wrong_number", tenant_id=tenant_id, now=now)
    if sender.check_in is None:
        return
    query = select(Attempt).where(col(Attempt.check_in_id) == sender.check_in.id, col(Attempt.number) == sender.number)
    for attempt in session.execute(query).scalars().all():
        outreach.end_attempt(session, house, reference=attempt.id, how=AttemptEnd.NUMBER_DEAD, now=now)


def tell_by_text(
    session: Session, house: House, sender: Sender, what: Tell, *, now: datetime, when: str = ""
) -> str | None:
    """Text a confirmation to the number that wrote; None when it cannot get texts or had enough of them today."""
    wording, who = WORDINGS[what], ""
    if what is Tell.UNCLEAR and sender.referral is not None:
        organisation = session.get_one(Organisation, sender.referral.organisation_id)
        wording, who = Wording.S18_REFERRAL_AGAIN, called_in_texts(organisation)
    return send_wording(session, house, sender, wording, now=now, when=when, who=who, always=what in ALWAYS_TOLD)


def send_wording(
    session: Session,
    house: House,
    sender: Sender,
    wording: Wording,
    *,
    now: datetime,
    when: str = "",
    who: str = "",
    always: bool = False,
) -> str | None:
    """Queue one automatic text to a mobile number, at most so many a day; what matters for safety always goes."""
    enough = messaging.texts_today(session, sender.number, now) >= messaging.TEXTS_A_DAY
    if not phones.is_mobile(sender.number) or (enough and not always):
        return None
    language = sender.tenant.language if sender.tenant else "nl"
    text = compose(
        wording,
        language,
        words=house.words,
        org=house.settings.organisation,
        phone=house.settings.organisation_phone,
        when=when,
        who=who,
    )
    return messaging.queue_text(
        session,
        number=sender.number,
        wording=wording,
        text=text,
        language=language,
        tenant_id=sender.tenant.id if sender.tenant else None,
        now=now,
    )


def read_reply(
    session: Session,
    house: House,
    *,
    reply_id: int,
    meaning: Meaning,
    staff_id: int,
    tenant_id: int | None,
    now: datetime,
) -> None:
    """Let a person say what a text means, and do what follows.

    Raises Refused: "reply_gone", "already_read" (with `by`), "tenant_needed" when a case must be opened for nobody.
    """
    reply = session.get(Reply, reply_id, with_for_update=True)
    if reply is None:
        raise Refused("reply_gone")
    if reply.read_at is not None:
        reader = session.get(Staff, reply.read_by) if reply.read_by else None
        raise Refused("already_read", by=reader.name if reader else "")
    sender = _sender_of(session, reply, tenant_id, now)
    reading = read_text(reply.text, now=reply.received_at, zone=house.zone)
    decision = decide_by_person(meaning, reading)
    if decision.opens is not None and sender.tenant is None:
        raise Refused("tenant_needed")
    reply.read_at, reply.read_by, reply.meaning = now, staff_id, meaning
    reply.tenant_id = sender.tenant.id if sender.tenant else None
    reply.check_in_id = sender.check_in.id if sender.check_in else None
    session.add(reply)
    tell(
        session,
        Happening.READ,
        tenant_id=reply.tenant_id,
        now=now,
        staff_id=staff_id,
        check_in_id=reply.check_in_id,
        reply_id=reply.id,
        meaning=meaning.value,
    )
    if reading.deceased and meaning in ALIVE:
        _take_back_stop(session, reply, sender, now)
    carry_out(session, house, decision, sender=sender, reply=reply, now=now, staff_id=staff_id)


ALIVE = frozenset(Meaning) - {Meaning.STOP, Meaning.WRONG_NUMBER, Meaning.UNCLEAR}
"""What a person can only say of a text when the tenant has not died."""


def _take_back_stop(session: Session, reply: Reply, sender: Sender, now: datetime) -> None:
    """Take back what a text about a death stopped, when it turns out to be about somebody else's."""
    stopped_at = sender.tenant.stopped_at if sender.tenant else None
    if stopped_at is not None and stopped_at >= reply.received_at:
        stops.start_number(session, reply.number, now=now)


def _sender_of(session: Session, reply: Reply, tenant_id: int | None, now: datetime) -> Sender:
    tenant = session.get(Tenant, reply.tenant_id or tenant_id) if (reply.tenant_id or tenant_id) else None
    if (referral := referrals.question_behind(session, reply)) is not None:
        return Sender(reply.number, tenant, None, referral)
    if reply.check_in_id is not None:
        return Sender(reply.number, tenant, session.get(CheckIn, reply.check_in_id))
    return Sender(reply.number, tenant, latest_check_in(session, tenant, now) if tenant else None)


def unread_count(session: Session) -> int:
    """Count the texts that wait for a person to read them."""
    query = select(func.count()).select_from(Reply).where(col(Reply.to_read), col(Reply.read_at).is_(None))
    return int(session.execute(query).scalar_one())
