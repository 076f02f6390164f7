"""What a colleague's call means beyond its case: numbers that are wrong, people who moved, died or want no more."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session, col

from checkin.cases import service as cases
from checkin.cases.models import Case, Contact
from checkin.cases.service import Record
from checkin.domain.cases import SPOKEN, ContactOutcome
from checkin.domain.checkins import EndReason
from checkin.domain.spoken import when_words, written_name
from checkin.flow import asking, stops
from checkin.flow.house import House
from checkin.flow.rounds import end_round
from checkin.messaging import service as messaging
from checkin.messaging.wording import Wording, compose
from checkin.staff.models import Staff
from checkin.tenants import phones
from checkin.tenants.models import Tenant


def record_contact(
    session: Session,
    house: House,
    *,
    case_id: int,
    staff_id: int,
    record: Record,
    text_missed: bool,
    now: datetime,
) -> Case:
    """Record one try to reach a tenant and do what follows from it; a double click does it once.

    1. record the contact and move the case on (`checkin/cases/recording.py`)
    2. end the check-ins of a tenant who was reached, moved, died or wants no more, in every campaign
    3. never again use a number that is wrong, nor ask a tenant who wants no more
    4. text a tenant who was not reached that we rang, when the colleague wants that

    Raises Refused: see `cases.record_contact`.
    """
    before = _recorded(session, record)
    case = cases.record_contact(session, case_id=case_id, staff_id=staff_id, record=record, now=now)
    if before:
        return case
    tenant = session.get_one(Tenant, case.tenant_id)
    _note_about_tenant(session, tenant, record.outcome, staff_id, now)
    ended = end_round(session, house, case, record.outcome, staff_id=staff_id, now=now)
    _end_asking(session, tenant, record.outcome, now)
    if text_missed and not ended and record.outcome is ContactOutcome.NOT_REACHED and record.call_at is not None:
        _text_missed(session, house, tenant, staff_id, record.call_at, now)
    return case


def _recorded(session: Session, record: Record) -> bool:
    if not record.form_token:
        return False
    return (
        session.execute(select(col(Contact.id)).where(col(Contact.form_token) == record.form_token)).first() is not None
    )


def _note_about_tenant(session: Session, tenant: Tenant, outcome: ContactOutcome, staff_id: int, now: datetime) -> None:
    if outcome is ContactOutcome.WRONG_NUMBER:
        if number := tenant.mobile or tenant.landline or tenant.phone_2:
            stops.close_number(session, number, reason="wrong_number", tenant_id=tenant.id, now=now)
    elif outcome is ContactOutcome.NO_MORE:
        stops.stop_tenant(session, tenant, now=now, how="person", staff_id=staff_id)
    elif outcome is ContactOutcome.DECEASED:
        tenant.deceased_at = tenant.deceased_at or now
    elif outcome is ContactOutcome.MOVED:
        tenant.lease_ended_on = tenant.lease_ended_on or now.date()
    tenant.updated_at = now
    session.add(tenant)


ENDS_ASKING = {
    **dict.fromkeys(SPOKEN, EndReason.SPOKEN_TO),
    # Who said “ring me tomorrow” was reached: a person rings tomorrow, and no machine before that.
    ContactOutcome.CALL_BACK: EndReason.ALREADY_WAITING,
    ContactOutcome.DECEASED: EndReason.DECEASED,
    ContactOutcome.MOVED: EndReason.LEASE_ENDED,
}


def _end_asking(session: Session, tenant: Tenant, outcome: ContactOutcome, now: datetime) -> None:
    reason = ENDS_ASKING.get(outcome)
    if reason is not None and tenant.id is not None:
        asking.end_asking(session, tenant_id=tenant.id, reason=reason, now=now)


def _text_missed(
    session: Session, house: House, tenant: Tenant, staff_id: int, call_at: datetime, now: datetime
) -> None:
    number = next((one for one in (tenant.mobile, tenant.phone_2) if one and phones.is_mobile(one)), None)
    if number is None or tenant.stopped_at is not None:
        return
    text = compose(
        Wording.S11_NOT_REACHED,
        tenant.language,
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
        now=now,
    )
