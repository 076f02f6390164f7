"""Asking: release what is due, follow each attempt, and end every check-in with an answer or a reason."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from sqlalchemy import exists, false, insert, select, update
from sqlmodel import Session, col

from checkin.domain.attempts import AskedBy, AttemptEnd, GiveUp, Patience, PersonRings, Step, Tried, Try, Way, next_step
from checkin.domain.checkins import OPEN, CheckInAction, CheckInState, EndReason, advance
from checkin.domain.deliveries import DeliveryState
from checkin.domain.narrowing import narrowed
from checkin.domain.office_hours import Calendar, Daypart
from checkin.domain.replies import Meaning
from checkin.domain.spoken import written_name
from checkin.jobs import Queue, ring
from checkin.messaging import service as messaging
from checkin.messaging.models import Call, Direction, Message
from checkin.messaging.own_words import HOUSE_WORDS, OwnWords
from checkin.messaging.wording import Wording, compose
from checkin.outreach.instructions import wishes_of
from checkin.outreach.models import Attempt, CheckIn, Reply
from checkin.settings import Settings
from checkin.tenants import phones
from checkin.tenants.models import Channel, Happening, PhoneNumber, Tenant, TimelineEntry
from checkin.tenants.timeline import tell

REMINDER_OFFICE_DAYS = 2
"""A reminder comes two working days after the question, at another time of day (script S2)."""
INBOUND_CALL_LIMIT = timedelta(minutes=15)
"""A call to us that never reported its end is taken to be over after this."""


class House(Protocol):
    """What asking needs from the runtime."""

    @property
    def settings(self) -> Settings: ...
    @property
    def text_hours(self) -> Calendar: ...
    @property
    def call_hours(self) -> Calendar: ...
    @property
    def office_hours(self) -> Calendar: ...


@dataclass(frozen=True)
class Asked:
    """One check-in with all that the next step needs."""

    check_in: CheckIn
    tenant: Tenant
    history: tuple[Attempt, ...]


CLOSED_REASONS = {"wrong_number": EndReason.WRONG_NUMBER, "dead": EndReason.NUMBER_DEAD}


def unusable_numbers(session: Session, *conditions: Any) -> dict[str, EndReason]:
    """Give the numbers that are never asked on, each with the reason: stopped, somebody else's, or dead."""
    query = select(col(PhoneNumber.number), col(PhoneNumber.stopped_at), col(PhoneNumber.closed_reason)).where(
        col(PhoneNumber.stopped_at).is_not(None) | col(PhoneNumber.closed_at).is_not(None), *conditions
    )
    rows = session.execute(query)
    return {
        number: EndReason.STOPPED if stopped_at else CLOSED_REASONS.get(reason, EndReason.NUMBER_DEAD)
        for number, stopped_at, reason in rows
    }


def why_no_way(tenant: Tenant, channel: Channel, unusable: Mapping[str, EndReason]) -> EndReason:
    """Say why there is no way to ask a tenant: post only, no number, or none that may be used."""
    if tenant.channel is Channel.NONE:
        return EndReason.POST_ONLY
    reasons = [unusable[way.number] for way in ways(tenant, channel, ()) if way.number in unusable]
    return reasons[0] if reasons else EndReason.NO_NUMBER


def ways(tenant: Tenant, channel: Channel, unusable: Container[str]) -> tuple[Way, ...]:
    """List a tenant's numbers in the order in which to try them; a landline is never texted.

    `channel` is the campaign's wish; the tenant's own wish for calls or texts goes before it.
    """
    wish = tenant.channel if tenant.channel is not Channel.AUTO else channel
    numbers = [number for number in (tenant.mobile, tenant.landline, tenant.phone_2) if number]
    numbers = [number for number in numbers if number not in unusable]
    texts = [Way(AskedBy.TEXT, number) for number in numbers if phones.is_mobile(number)]
    calls = [Way(AskedBy.VOICE, number) for number in numbers]
    orders = {Channel.AUTO: [*texts, *calls], Channel.TEXT: texts, Channel.VOICE: calls, Channel.NONE: []}
    return tuple(dict.fromkeys(orders[wish]))


def unread_reply() -> Any:
    """Say in SQL that a text of this check-in's tenant waits to be read: until then nothing automatic goes out."""
    return exists().where(
        col(Reply.tenant_id) == col(CheckIn.tenant_id), col(Reply.to_read), col(Reply.read_at).is_(None)
    )


def on_the_phone(now: datetime) -> Any:
    """Say in SQL that this check-in's tenant is ringing us at this moment."""
    return exists().where(
        col(Call.tenant_id) == col(CheckIn.tenant_id),
        col(Call.direction) == Direction.INBOUND,
        col(Call.ended_at).is_(None),
        col(Call.created_at) > now - INBOUND_CALL_LIMIT,
    )


def may_ask(kind: type[Message | Call], now: datetime) -> Any:
    """Say in SQL when the question of an attempt may leave: its campaign runs, and the tenant has not answered.

    Nothing leaves to somebody who is ringing us now, or whose words still have to be read.
    """
    return exists().where(
        col(Attempt.id) == col(kind.id),
        col(CheckIn.id) == col(Attempt.check_in_id),
        col(CheckIn.state).in_(OPEN),
        col(CheckIn.held).is_(false()),
        ~unread_reply().correlate(CheckIn),
        ~on_the_phone(now).correlate(CheckIn),
    )


def due_check_ins(session: Session, *, now: datetime, limit: int, from_the_end: bool = False) -> list[int]:
    """List check-ins whose next step is due, in campaigns that run, of tenants whose words nobody still has to read."""
    order = (col(CheckIn.next_at), col(CheckIn.id))
    query = (
        select(col(CheckIn.id))
        .where(
            col(CheckIn.state).in_(OPEN),
            col(CheckIn.next_at) <= now,
            col(CheckIn.held).is_(false()),
            ~unread_reply(),
        )
        .order_by(*(column.desc() for column in order) if from_the_end else order)
        .limit(limit)
    )
    return [row for row in session.connection().execute(query).scalars() if row is not None]


def take_step(session: Session, house: House, *, check_in_id: int, now: datetime) -> PersonRings | None:
    """Take the next step of one check-in that is due; give PersonRings when a person must take over.

    1. claim it, so that two workers never plan the same attempt
    2. decide from what was tried and what is possible
    3. write down the attempt with its text or call, or the end with its reason
    """
    if not _claim_step(session, check_in_id, now):
        return None
    asked = load(session, check_in_id)
    if reason := _forbidden(asked.tenant, now):
        end(session, asked.check_in, CheckInAction.CANCEL, now=now, reason=reason)
        return None
    step = decide(session, house, asked)
    if isinstance(step, Try):
        _plan_attempt(session, house, asked, step.way, now)
        return None
    return finish(session, asked.check_in, step, now=now)


def _claim_step(session: Session, check_in_id: int, now: datetime) -> bool:
    statement = (
        update(CheckIn)
        .where(col(CheckIn.id) == check_in_id, col(CheckIn.state).in_(OPEN), col(CheckIn.next_at) <= now)
        .values(next_at=None)
        .execution_options(synchronize_session=False)
    )
    return session.connection().execute(statement).rowcount == 1


def put_off(session: Session, *, check_in_id: int, until: datetime) -> None:
    """Look at a check-in again later."""
    session.connection().execute(
        update(CheckIn).where(col(CheckIn.id) == check_in_id, col(CheckIn.state).in_(OPEN)).values(next_at=until)
    )


def load(session: Session, check_in_id: int) -> Asked:
    """Load a check-in with its tenant and attempts so far."""
    check_in = session.get_one(CheckIn, check_in_id, populate_existing=True)
    history = session.execute(
        select(Attempt).where(col(Attempt.check_in_id) == check_in_id).order_by(col(Attempt.ordinal))
    ).scalars()
    return Asked(
        check_in,
        session.get_one(Tenant, check_in.tenant_id),
        tuple(history),
    )


def _forbidden(tenant: Tenant, now: datetime) -> EndReason | None:
    if tenant.deceased_at:
        return EndReason.DECEASED
    if tenant.stopped_at:
        return EndReason.STOPPED
    if tenant.lease_ended_on and tenant.lease_ended_on < now.date():
        return EndReason.LEASE_ENDED
    return None


SAYS_NOTHING_OF_TENANT = frozenset({EndReason.NO_NUMBER, EndReason.NUMBER_DEAD, EndReason.CAMPAIGN_STOPPED})
"""Reasons that are made more precise when no number is left: whose it was, or that it was stopped."""


def decide(session: Session, house: House, asked: Asked) -> Step:
    """Decide the next step of a check-in from its history; the rule itself is `domain/attempts.py`."""
    numbers = {asked.tenant.mobile, asked.tenant.landline, asked.tenant.phone_2} - {None}
    unusable = unusable_numbers(session, col(PhoneNumber.number).in_(numbers))
    history = [Tried(Way(one.channel, one.number), one.end or AttemptEnd.UNKNOWN) for one in asked.history]
    patience = Patience(texts=house.settings.text_tries, calls=house.settings.voice_tries)
    possible = ways(asked.tenant, asked.check_in.channel, unusable)
    step = next_step(history, possible, patience)
    if isinstance(step, GiveUp) and not possible and step.reason in SAYS_NOTHING_OF_TENANT:
        return GiveUp(why_no_way(asked.tenant, asked.check_in.channel, unusable))
    return step


def _plan_attempt(session: Session, house: House, asked: Asked, way: Way, now: datetime) -> None:
    check_in, tenant = asked.check_in, asked.tenant
    assert check_in.id is not None  # noqa: S101  it was loaded
    assert tenant.id is not None  # noqa: S101
    attempt = Attempt(
        id=messaging.new_reference(),
        check_in_id=check_in.id,
        tenant_id=tenant.id,
        ordinal=len(asked.history) + 1,
        channel=way.channel,
        number=way.number,
        created_at=now,
    )
    session.add(attempt)
    if way.channel is AskedBy.TEXT:
        _plan_text(session, house, asked, attempt, now)
    else:
        hours = wishes_of(session, check_in.campaign_id).call_hours
        messaging.queue_call(
            session,
            reference=attempt.id,
            number=way.number,
            language=tenant.language,
            tenant_id=tenant.id,
            due_at=narrowed(house.call_hours, hours).next_open(now),
            hours=hours,
            now=now,
        )


def _plan_text(session: Session, house: House, asked: Asked, attempt: Attempt, now: datetime) -> None:
    again = any(one.channel is AskedBy.TEXT and one.end is AttemptEnd.DELIVERED for one in asked.history)
    wording = Wording.S2_REMINDER if again else Wording.S1_CHECK_IN
    wishes = wishes_of(session, asked.check_in.campaign_id)
    messaging.queue_text(
        session,
        number=attempt.number,
        wording=wording,
        text=words_for(house, asked.tenant, wording, own=wishes.words),
        language=asked.tenant.language,
        tenant_id=asked.tenant.id,
        now=now,
        due_at=narrowed(house.text_hours, wishes.text_hours).next_open(now),
        hours=wishes.text_hours,
        automatic_check=True,
        reference=attempt.id,
    )


def words_for(
    house: House, tenant: Tenant, wording: Wording, *, when: str = "", who: str = "", own: OwnWords = HOUSE_WORDS
) -> str:
    """Fill one text of the script for one tenant, in the tenant's language."""
    return compose(
        wording,
        tenant.language,
        org=house.settings.organisation,
        phone=house.settings.organisation_phone,
        name=written_name(tenant, tenant.language),
        when=when,
        who=who,
        own=own,
    )


def mark_asked(session: Session, *, reference: str, now: datetime) -> None:
    """Note that the question leaves. The unique key on `asked` refuses a second live conversation (IntegrityError)."""
    session.connection().execute(
        update(CheckIn)
        .where(
            col(CheckIn.id) == select(col(Attempt.check_in_id)).where(col(Attempt.id) == reference).scalar_subquery(),
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
    check_in = session.get_one(CheckIn, attempt.check_in_id, with_for_update=True)
    is_last = not _later_attempt(session, attempt)
    nothing_followed = check_in.state in OPEN and check_in.next_at is not None and is_last
    if attempt.end not in {None, AttemptEnd.DELIVERED} and not (correct and nothing_followed):
        return
    attempt.end, attempt.ended_at = how, now
    session.add(attempt)
    # A late word about an earlier attempt must not hurry the one that is under way.
    if check_in.state in OPEN and is_last:
        check_in.next_at = _next_moment(session, house, attempt, how, now)
        session.add(check_in)
        ring(session, Queue.TEXTS if attempt.channel is AskedBy.TEXT else Queue.CALLS)


def text_left(session: Session, house: House, *, reference: str, now: datetime) -> bool:
    """Note that the text of an attempt was accepted, in as few statements as can be: every question passes here.

    From here on it counts as arrived until somebody says otherwise: some networks send no receipt. False when there is
    no such attempt, or when a report was faster.
    """
    connection = session.connection()
    attempt = connection.execute(
        update(Attempt)
        .where(col(Attempt.id) == reference, col(Attempt.end).is_(None), col(Attempt.channel) == AskedBy.TEXT)
        .values(end=AttemptEnd.DELIVERED, ended_at=now)
        .returning(col(Attempt.check_in_id), col(Attempt.tenant_id))
    ).first()
    if attempt is None:
        return False
    check_in_id, tenant_id = attempt
    wording = connection.execute(select(col(Message.wording)).where(col(Message.id) == reference)).scalar_one()
    connection.execute(
        update(CheckIn)
        .where(col(CheckIn.id) == check_in_id, col(CheckIn.state).in_(OPEN))
        .values(next_at=_after_text(house, now))
    )
    details = {"message_id": reference, "wording": wording, "channel": AskedBy.TEXT.value}
    connection.execute(
        insert(TimelineEntry).values(
            tenant_id=tenant_id, at=now, happening=Happening.TEXT_SENT, check_in_id=check_in_id, details=details
        )
    )
    return True


def _later_attempt(session: Session, attempt: Attempt) -> bool:
    query = select(col(Attempt.id)).where(
        col(Attempt.check_in_id) == attempt.check_in_id, col(Attempt.ordinal) > attempt.ordinal
    )
    return session.execute(query.limit(1)).first() is not None


AT_ONCE = frozenset(
    {
        AttemptEnd.SILENT,
        AttemptEnd.UNKNOWN,
        AttemptEnd.NUMBER_DEAD,
        AttemptEnd.NOT_DELIVERED,
        AttemptEnd.CANCELLED,
    }
)


def _next_moment(session: Session, house: House, attempt: Attempt, how: AttemptEnd, now: datetime) -> datetime:
    if how in AT_ONCE:
        return now
    if attempt.channel is AskedBy.TEXT:
        return _after_text(house, now)
    if house.settings.retry_minutes is not None:
        return now + timedelta(minutes=house.settings.retry_minutes)
    return house.call_hours.next_other_daypart(now, _dayparts(session, house, attempt))


def _after_text(house: House, now: datetime) -> datetime:
    if house.settings.retry_minutes is not None:
        return now + timedelta(minutes=house.settings.retry_minutes)
    office = house.office_hours
    day = office.working_minutes(now, now + timedelta(days=7)) / 5
    return office.after_working(now, day * REMINDER_OFFICE_DAYS)


def _dayparts(session: Session, house: House, attempt: Attempt) -> frozenset[Daypart]:
    tried = session.execute(
        select(col(Call.sent_at))
        .join(Attempt, col(Attempt.id) == col(Call.id))
        .where(col(Attempt.check_in_id) == attempt.check_in_id, col(Call.sent_at).is_not(None))
    ).scalars()
    return frozenset(house.call_hours.daypart(moment) for moment in tried if moment)


def finish(session: Session, check_in: CheckIn, step: PersonRings | GiveUp, *, now: datetime) -> PersonRings | None:
    """End a check-in that was not answered; give PersonRings when a person must ring."""
    silent = {EndReason.PICKED_UP_SILENT, EndReason.NO_ANSWER_TO_TEXT}
    action = CheckInAction.FALL_SILENT if step.reason in silent else CheckInAction.GIVE_UP
    if check_in.state is CheckInState.PLANNED:
        action = CheckInAction.GIVE_UP
    end(session, check_in, action, now=now, reason=step.reason)
    return step if isinstance(step, PersonRings) else None


def end(session: Session, check_in: CheckIn, action: CheckInAction, *, now: datetime, reason: EndReason | None) -> bool:
    """End a check-in with a reason, cancel what had not left, and tell it; a repeat changes nothing."""
    before = check_in.state
    check_in.state = advance(before, action)
    if check_in.state is before:
        return False
    check_in.reason, check_in.ended_at, check_in.next_at = reason, now, None
    session.add(check_in)
    _cancel_attempts(session, check_in, now)
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


def _cancel_attempts(session: Session, check_in: CheckIn, now: datetime) -> None:
    session.flush()
    open_attempts = list(
        session.execute(
            select(Attempt).where(col(Attempt.check_in_id) == check_in.id, col(Attempt.end).is_(None))
        ).scalars()
    )
    references = [attempt.id for attempt in open_attempts]
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
