"""What a colleague writes down after a call, and how it moves the case on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session, col

from checkin.cases.claims import case_in_hand, release
from checkin.cases.drafts import forget_draft
from checkin.cases.models import Case, Contact
from checkin.cases.opening import close_case
from checkin.domain.cases import OUTCOME_ACTION, SPOKEN, CaseAction, CaseState, ContactOutcome, advance
from checkin.domain.errors import Refused
from checkin.tenants.models import Happening
from checkin.tenants.timeline import tell


@dataclass(frozen=True)
class Record:
    """What a colleague fills in after a call."""

    outcome: ContactOutcome
    note: str = ""
    tenant_note: str = ""
    call_at: datetime | None = None
    form_token: str | None = None


def record_contact(
    session: Session, *, case_id: int, staff_id: int, record: Record, now: datetime, stays: bool = False
) -> Case:
    """Record one try to reach the tenant, and move the case on. A double click records it once.

    `stays`: it was a wrong number and there is another one to ring, so the case stays with this colleague.
    Raises Refused: "case_gone", "not_yours" (with `by`), "call_at_needed", "call_at_past".
    """
    case = session.get(Case, case_id, with_for_update=True)
    if case is None:
        raise Refused("case_gone")
    if _recorded_before(session, record.form_token):
        return case
    case = case_in_hand(session, case_id, staff_id)
    _check_moment(record, now)
    contact = Contact(
        case_id=case_id,
        tenant_id=case.tenant_id,
        staff_id=staff_id,
        at=now,
        outcome=record.outcome,
        note=record.note,
        tenant_note=record.tenant_note,
        call_at=record.call_at,
        form_token=record.form_token,
    )
    session.add(contact)
    session.flush()
    tell(
        session,
        Happening.CONTACTED,
        tenant_id=case.tenant_id,
        now=now,
        case_id=case_id,
        check_in_id=case.check_in_id,
        staff_id=staff_id,
        contact_id=contact.id,
        outcome=record.outcome.value,
    )
    if not stays:
        _move_on(session, case, record, staff_id, now)
    forget_draft(session, case_id=case_id, staff_id=staff_id)
    return case


def _recorded_before(session: Session, form_token: str | None) -> bool:
    if not form_token:
        return False
    return session.execute(select(col(Contact.id)).where(col(Contact.form_token) == form_token)).first() is not None


def _check_moment(record: Record, now: datetime) -> None:
    if record.outcome is ContactOutcome.CALL_BACK and record.call_at is None:
        raise Refused("call_at_needed")
    if record.call_at is not None and record.call_at < now:
        raise Refused("call_at_past")


def _move_on(session: Session, case: Case, record: Record, staff_id: int, now: datetime) -> None:
    # Any call by a person that was made counts for the promise: the tenant's telephone rang.
    case.first_rang_at = case.first_rang_at or now
    case.heard_at = case.heard_by = None
    if record.outcome in SPOKEN:
        case.spoken_at = case.spoken_at or now
    action = OUTCOME_ACTION[record.outcome]
    if action is CaseAction.CLOSE:
        close_case(session, case, record.outcome, now=now, staff_id=staff_id)
        return
    if action is CaseAction.SPEAK:
        # “Spoken, more is needed” stays with the colleague who spoke.
        if case.state is CaseState.CLAIMED:
            case.state = advance(case.state, action)
        case.call_at = record.call_at
    else:
        case.tries += record.outcome is ContactOutcome.NOT_REACHED
        # Who agreed on a moment is the one whom the tenant expects then.
        agreed = record.outcome is ContactOutcome.CALL_BACK
        case.meant_for = staff_id if agreed else case.meant_for
        case.call_at = record.call_at
        case.next_nudge_at = record.call_at if agreed else None
        if case.state is CaseState.CONTACTED:
            action = CaseAction.CALL_BACK
        release(case, action)
    session.add(case)
