"""What a colleague's call means beyond its case: numbers that are wrong, people who moved, died or want no more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session, col

from checkin.aftercare import corrections, gifts, talks
from checkin.aftercare.gifts import GiftWish
from checkin.aftercare.talks import NOTHING, Aftermath, AfterTries
from checkin.cases import service as cases
from checkin.cases.models import Case, Contact
from checkin.cases.service import Record
from checkin.domain.cases import SPOKEN, ContactOutcome
from checkin.domain.checkins import EndReason
from checkin.domain.gifts import GiftKind
from checkin.domain.handing_on import TEXT_WAITS
from checkin.domain.spoken import when_words, written_name
from checkin.flow import asking, stops
from checkin.flow.endings import stop_everything
from checkin.flow.house import House
from checkin.flow.rounds import end_round, nobody_answered
from checkin.messaging import service as messaging
from checkin.messaging.wording import Wording, compose
from checkin.outreach.standing_models import StandingEnd
from checkin.outreach.ways import unusable_numbers, usable_mobile
from checkin.staff.models import Staff
from checkin.tenants.models import PhoneNumber, Tenant
from checkin.visits import service as visits


def record_contact(
    session: Session,
    house: House,
    *,
    case_id: int,
    staff_id: int,
    record: Record,
    text_missed: bool,
    now: datetime,
    aftermath: Aftermath = NOTHING,
) -> Case:
    """Record one try to reach a tenant and do what follows from it; a double click does it once.

    1. record the contact and move the case on (`checkin/cases/recording.py`)
    2. never again use a number that is wrong, nor ask a tenant who wants no more
    3. end the check-ins of a tenant who was reached, moved, died or wants no more, in every campaign
    4. keep what was agreed and how it was (`checkin/aftercare/talks.py`)
    5. text a tenant who was not reached that we rang, when the colleague wants that

    Raises Refused: see `cases.record_contact` and `talks.keep`.
    """
    before = _recorded(session, record)
    talks.check(session, aftermath=aftermath, now=now)
    wrong = _wrong_number(session, case_id, record, aftermath)
    stays = wrong is not None and wrong.next is not None
    case = cases.record_contact(session, case_id=case_id, staff_id=staff_id, record=record, stays=stays, now=now)
    if before:
        return case
    tenant = session.get_one(Tenant, case.tenant_id)
    _note_about_tenant(session, tenant, record.outcome, staff_id, now)
    if wrong is not None:
        _close_number(session, tenant, wrong.number, staff_id, now)
    ended = not stays and end_round(session, house, case, record.outcome, staff_id=staff_id, now=now)
    _end_asking(session, tenant, record.outcome, staff_id, now)
    talks.keep(session, house.settings, contact=_newest_contact(session, case), aftermath=aftermath, now=now)
    if record.outcome is ContactOutcome.DECEASED and aftermath.condole:
        _send(session, house, tenant, GiftKind.CONDOLENCE, staff_id, now)
    if record.outcome is ContactOutcome.NOT_REACHED:
        then, rings_again = aftermath.after_tries, text_missed and not ended
        _not_reached(
            session, house, case, tenant, record, then=then, text_missed=rings_again, staff_id=staff_id, now=now
        )
    return case


def _recorded(session: Session, record: Record) -> bool:
    if not record.form_token:
        return False
    return (
        session.execute(select(col(Contact.id)).where(col(Contact.form_token) == record.form_token)).first() is not None
    )


def _newest_contact(session: Session, case: Case) -> Contact:
    query = select(Contact).where(col(Contact.case_id) == case.id).order_by(col(Contact.id).desc()).limit(1)
    newest: Contact = session.execute(query).scalars().one()
    return newest


@dataclass(frozen=True)
class WrongNumber:
    """A number that is somebody else's, and the next one to ring."""

    number: str
    next: str | None


def _wrong_number(session: Session, case_id: int, record: Record, aftermath: Aftermath) -> WrongNumber | None:
    case = session.get(Case, case_id)
    if record.outcome is not ContactOutcome.WRONG_NUMBER or case is None:
        return None
    numbers = numbers_to_ring(session, session.get_one(Tenant, case.tenant_id))
    rung = aftermath.wrong_number if aftermath.wrong_number in numbers else next(iter(numbers), None)
    if rung is None:
        return None
    return WrongNumber(rung, next((one for one in numbers if one != rung), None))


def numbers_to_ring(session: Session, tenant: Tenant) -> list[str]:
    """List the numbers on which a colleague may still reach a tenant, in order; a stop does not hold for people."""
    numbers = list(dict.fromkeys(one for one in (tenant.mobile, tenant.landline, tenant.phone_2) if one))
    closed = unusable_numbers(session, col(PhoneNumber.number).in_(numbers), col(PhoneNumber.closed_at).is_not(None))
    return [one for one in numbers if one not in closed]


def _note_about_tenant(session: Session, tenant: Tenant, outcome: ContactOutcome, staff_id: int, now: datetime) -> None:
    if outcome is ContactOutcome.NO_MORE:
        stops.stop_tenant(session, tenant, now=now, how="person", staff_id=staff_id)
    elif outcome is ContactOutcome.DECEASED:
        tenant.deceased_at = tenant.deceased_at or now
    elif outcome is ContactOutcome.MOVED:
        tenant.lease_ended_on = tenant.lease_ended_on or now.date()
    if fact := CORRECTS.get(outcome):
        corrections.note(session, tenant_id=tenant.id or 0, fact=fact, value="", staff_id=staff_id, now=now)
    tenant.updated_at = now
    session.add(tenant)


CORRECTS = {ContactOutcome.MOVED: corrections.MOVED, ContactOutcome.DECEASED: corrections.DECEASED}
"""Outcomes that the landlord's own system should hear of."""


def _close_number(session: Session, tenant: Tenant, number: str, staff_id: int, now: datetime) -> None:
    stops.close_number(session, number, reason="wrong_number", tenant_id=tenant.id, now=now)
    fact = corrections.WRONG_NUMBER
    corrections.note(session, tenant_id=tenant.id or 0, fact=fact, value=number, staff_id=staff_id, now=now)


ENDS_ASKING = {
    **dict.fromkeys(SPOKEN, EndReason.SPOKEN_TO),
    # Who said “ring me tomorrow” was reached: a person rings tomorrow, and no machine before that.
    ContactOutcome.CALL_BACK: EndReason.ALREADY_WAITING,
    ContactOutcome.DECEASED: EndReason.DECEASED,
    ContactOutcome.MOVED: EndReason.LEASE_ENDED,
}
STOPS_EVERYTHING = {
    ContactOutcome.DECEASED: StandingEnd.DECEASED,
    ContactOutcome.MOVED: StandingEnd.LEASE_ENDED,
    ContactOutcome.NO_MORE: StandingEnd.STOPPED,
}


def _end_asking(session: Session, tenant: Tenant, outcome: ContactOutcome, staff_id: int, now: datetime) -> None:
    tenant_id = tenant.id or 0
    if (reason := ENDS_ASKING.get(outcome)) is not None:
        asking.end_asking(session, tenant_id=tenant_id, reason=reason, now=now)
    if (why := STOPS_EVERYTHING.get(outcome)) is not None:
        stop_everything(session, tenant_id=tenant_id, why=why, now=now, staff_id=staff_id)


def _send(session: Session, house: House, tenant: Tenant, kind: GiftKind, staff_id: int, now: datetime) -> None:
    gifts.ask(session, house.settings, tenant_id=tenant.id or 0, wish=GiftWish(kind), staff_id=staff_id, now=now)


def _not_reached(
    session: Session,
    house: House,
    case: Case,
    tenant: Tenant,
    record: Record,
    *,
    then: AfterTries,
    text_missed: bool,
    staff_id: int,
    now: datetime,
) -> None:
    """After the last try the case ends with a card or the caretaker at the door; before that it is tried again."""
    if then is AfterTries.CALL:
        if text_missed and record.call_at is not None:
            _text_missed(session, house, tenant, staff_id, record.call_at, now)
        return
    cases.close_case(session, case, ContactOutcome.NOT_REACHED, now=now, staff_id=staff_id)
    nobody_answered(session, case, now=now)
    if then is AfterTries.CARD:
        _send(session, house, tenant, GiftKind.CARD, staff_id, now)
    else:
        reason = EndReason.NEVER_PICKED_UP
        visits.plan_visit(session, tenant_id=tenant.id or 0, check_in_id=case.check_in_id, reason=reason, now=now)


def _text_missed(
    session: Session, house: House, tenant: Tenant, staff_id: int, call_at: datetime, now: datetime
) -> None:
    number = usable_mobile(session, tenant)
    if number is None:
        return
    text = compose(
        Wording.S11_NOT_REACHED,
        tenant.language,
        words=house.words,
        org=house.settings.organisation,
        phone=house.settings.organisation_phone,
        name=written_name(tenant, tenant.language),
        when=when_words(call_at, now, house.zone, tenant.language),
        who=session.get_one(Staff, staff_id).name,
    )
    messaging.queue_text(
        session,
        number=number,
        wording=Wording.S11_NOT_REACHED,
        text=text,
        language=tenant.language,
        tenant_id=tenant.id,
        # As long as it has not left, what was written down can be undone.
        due_at=now + TEXT_WAITS,
        now=now,
    )
