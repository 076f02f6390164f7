"""A case from “yes please” to spoken: open, promise, claim with one winner, and every contact recorded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

import sqlalchemy as sa
from sqlalchemy import and_, func, or_, select, update
from sqlmodel import Session, col

from checkin.cases.models import Case, Contact
from checkin.db import claim
from checkin.domain.cases import (
    OUTCOME_ACTION,
    SPOKEN,
    URGENCY,
    CaseAction,
    CaseKind,
    CaseState,
    ContactOutcome,
    advance,
)
from checkin.domain.duty import Duty, Talk
from checkin.domain.errors import Refused
from checkin.domain.office_hours import Calendar
from checkin.domain.promises import Workload, promise
from checkin.jobs import offer_case
from checkin.outreach.models import CheckIn
from checkin.settings import Settings
from checkin.staff.models import Staff
from checkin.tenants.models import Happening
from checkin.tenants.timeline import tell

AGAIN_MINUTES = 120
"""Who was told a time that was missed hears one that is nearer than a first promise."""


class House(Protocol):
    """What a case needs from the runtime."""

    @property
    def settings(self) -> Settings: ...
    @property
    def office_hours(self) -> Calendar: ...
    @property
    def duty(self) -> Duty: ...
    @property
    def talk(self) -> Talk: ...


@dataclass(frozen=True)
class Record:
    """What a colleague fills in after a call."""

    outcome: ContactOutcome
    note: str = ""
    tenant_note: str = ""
    call_at: datetime | None = None
    form_token: str | None = None


def open_case(
    session: Session,
    *,
    tenant_id: int,
    kind: CaseKind,
    urgent: bool,
    now: datetime,
    check_in_id: int | None = None,
    reply_id: int | None = None,
    staff_id: int | None = None,
) -> Case:
    """Open a case for a tenant, or raise the one that is open already; the job `case-<id>` takes it to people."""
    case = open_case_of(session, tenant_id)
    if case is None:
        case = Case(
            tenant_id=tenant_id,
            check_in_id=check_in_id,
            reply_id=reply_id,
            kind=kind,
            urgent=urgent,
            opened_at=now,
        )
        session.add(case)
        session.flush()
        tell(
            session,
            Happening.CASE_OPENED,
            tenant_id=tenant_id,
            now=now,
            case_id=case.id,
            check_in_id=check_in_id,
            staff_id=staff_id,
            kind=kind.value,
        )
    else:
        _raise_case(case, kind, urgent=urgent, reply_id=reply_id)
        session.add(case)
    assert case.id is not None  # noqa: S101  flushed
    offer_case(session, case.id, urgent=case.urgent, now=now)
    return case


def put_on_the_list(session: Session, *, tenant_id: int, check_in_id: int, now: datetime) -> None:
    """Open a case for a tenant of a round without a robot: nobody asked for it, so nothing is promised."""
    case = Case(tenant_id=tenant_id, check_in_id=check_in_id, kind=CaseKind.ROUND, opened_at=now, offered_at=now)
    session.add(case)
    session.flush()
    tell(
        session,
        Happening.CASE_OPENED,
        tenant_id=tenant_id,
        now=now,
        case_id=case.id,
        check_in_id=check_in_id,
        kind=case.kind.value,
    )


def take_off_the_list(session: Session, *conditions: Any, now: datetime) -> int:
    """Close the cases of a round that nobody took up yet, as when it is stopped; give how many."""
    waiting = select(Case).where(col(Case.state) == CaseState.WAITING, col(Case.kind) == CaseKind.ROUND, *conditions)
    found = list(session.execute(waiting.with_for_update()).scalars())
    for case in found:
        close_case(session, case, None, now=now, staff_id=None)
    return len(found)


def _raise_case(case: Case, kind: CaseKind, *, urgent: bool, reply_id: int | None) -> None:
    """Let a newer answer make an open case more urgent, never less; and show the newest words."""
    if URGENCY[kind] < URGENCY[case.kind]:
        case.kind = kind
    if urgent and not case.urgent:
        case.urgent, case.promised_before, case.offered_at, case.told_at = True, None, None, None
        case.again_before = None
    case.reply_id = reply_id or case.reply_id
    # Who writes or rings again wants to be rung now, whatever a colleague planned for later.
    case.call_at = None


def open_case_of(session: Session, tenant_id: int) -> Case | None:
    """Give the tenant's open case, if there is one."""
    query = select(Case).where(col(Case.tenant_id) == tenant_id, col(Case.state) != CaseState.CLOSED)
    return session.execute(query).scalars().first()


def make_promise(session: Session, house: House, case: Case, *, now: datetime) -> datetime:
    """Work out the promise of a case once, and tell it in the timeline; asked again, give the same."""
    if case.promised_before is not None:
        return case.promised_before
    case.promised_before = likely_promise(session, house, case, now=now, urgent=case.urgent)
    session.add(case)
    tell(
        session,
        Happening.PROMISED,
        tenant_id=case.tenant_id,
        now=now,
        case_id=case.id,
        check_in_id=case.check_in_id,
        promised_before=case.promised_before.isoformat(),
    )
    return case.promised_before


def likely_promise(session: Session, house: House, case: Case | None, *, now: datetime, urgent: bool) -> datetime:
    """Work out what would be promised at this moment: for a case, or for one that there is not."""
    return promise(
        now,
        office=house.office_hours,
        workload=workload(session, house, case, now),
        at_least_minutes=house.settings.promise_minutes,
        urgent=urgent,
    )


def promise_again(session: Session, house: House, case: Case, *, now: datetime) -> datetime:
    """Work out the new moment for a tenant whose promise was not kept: it is as near as those before it allow."""
    case.again_before = promise(
        now,
        office=house.office_hours,
        workload=workload(session, house, case, now),
        at_least_minutes=min(AGAIN_MINUTES, house.settings.promise_minutes),
        urgent=case.urgent,
    )
    session.add(case)
    return case.again_before


def workload(session: Session, house: House, case: Case | None, now: datetime) -> Workload:
    """Count what stands between a tenant and a call: cases before this one, who is on duty when, what a talk takes."""
    before = select(func.count()).where(
        col(Case.state).in_([CaseState.WAITING, CaseState.CLAIMED]),
        # Who is on the list for a round without a robot is rung after everyone who asked.
        or_(col(Case.kind) != CaseKind.ROUND, col(Case.state) == CaseState.CLAIMED),
    )
    if case is not None:
        before = before.where(col(Case.id) != case.id)
    if case is not None and case.promised_before is not None:
        before = before.where(or_(col(Case.urgent), col(Case.promised_before) < case.promised_before))
    duty, talk = house.duty, house.talk
    return Workload(
        ahead=session.execute(before).scalar_one(),
        colleagues=duty.people_at(now),
        talk_minutes=talk.minutes,
        spread=talk.spread,
        duty=duty,
        known=talk.known,
    )


def claim_case(session: Session, *, case_id: int, staff_id: int, claim_minutes: int, now: datetime) -> bool:
    """Let one colleague take a case; of two who click at once exactly one gets True. Taking one's own again is fine."""
    case = session.get(Case, case_id)
    if case is None:
        raise Refused("case_gone")
    if case.state is CaseState.CLAIMED and case.claimed_by == staff_id:
        return keep_claim(session, case_id=case_id, staff_id=staff_id, claim_minutes=claim_minutes, now=now)
    statement = (
        update(Case)
        .where(
            col(Case.id) == case_id, col(Case.state).in_([CaseState.WAITING, CaseState.CONTACTED]), _free_for(staff_id)
        )
        .values(
            state=CaseState.CLAIMED,
            claimed_by=staff_id,
            claimed_at=now,
            claim_ends_at=now + timedelta(minutes=claim_minutes),
        )
        .execution_options(synchronize_session=False)
    )
    if not claim(session, statement):
        return False
    session.refresh(case)
    tell(session, Happening.CLAIMED, tenant_id=case.tenant_id, now=now, case_id=case_id, staff_id=staff_id)
    return True


def _free_for(staff_id: int) -> Any:
    """A case with a talk behind it stays with the colleague who spoke."""
    return or_(col(Case.state) == CaseState.WAITING, col(Case.claimed_by) == staff_id)


def keep_claim(session: Session, *, case_id: int, staff_id: int, claim_minutes: int, now: datetime) -> bool:
    """Extend a claim while its page is open; False when it is no longer this colleague's."""
    return claim(
        session,
        update(Case)
        .where(col(Case.id) == case_id, col(Case.state) == CaseState.CLAIMED, col(Case.claimed_by) == staff_id)
        .values(claim_ends_at=now + timedelta(minutes=claim_minutes))
        .execution_options(synchronize_session=False),
    )


def next_case_id(session: Session, *, staff_id: int, now: datetime) -> int | None:
    """Pick the right next case for a colleague: what this colleague has open first, then urgent, then by promise."""
    mine = (
        select(col(Case.id))
        .where(col(Case.claimed_by) == staff_id, col(Case.state) == CaseState.CLAIMED)
        .order_by(col(Case.urgent).desc(), col(Case.claimed_at))
        .limit(1)
    )
    waiting = (
        select(col(Case.id))
        .where(
            col(Case.state) == CaseState.WAITING,
            or_(col(Case.call_at).is_(None), col(Case.call_at) <= now),
            ~of_a_held_round(),
        )
        .order_by(*work_order())
        .limit(1)
    )
    for query in (mine, waiting):
        found = session.execute(query).scalars().first()
        if found is not None:
            return int(found)
    return None


def of_a_held_round() -> Any:
    """Say in SQL that a case only waits for a round that stands still: nobody is put through to it meanwhile."""
    held = select(col(CheckIn.id)).where(col(CheckIn.held))
    return sa.and_(col(Case.kind) == CaseKind.ROUND, col(Case.check_in_id).in_(held))


def work_order() -> Sequence[Any]:
    """The order of the work list: urgent, then who must hear an apology, then the soonest promise, then who waits.

    Those of a round who asked for nothing come last, unless a colleague agreed on a moment with them.
    """
    of_a_round = sa.and_(col(Case.kind) == CaseKind.ROUND, col(Case.call_at).is_(None))
    return (
        col(Case.urgent).desc(),
        is_owed_an_apology().desc(),
        sa.case((of_a_round, 1), else_=0),
        func.coalesce(col(Case.call_at), col(Case.promised_before), col(Case.opened_at)),
        col(Case.id),
    )


def is_owed_an_apology() -> Any:
    """Say in SQL: this tenant was told a time that was not kept, could not be texted, and was not rung yet."""
    return and_(
        col(Case.lapse_told_at).is_not(None),
        col(Case.told_at).is_not(None),
        col(Case.again_before).is_(None),
        col(Case.first_rang_at).is_(None),
    )


def give_back(session: Session, *, case_id: int, staff_id: int, note: str, now: datetime) -> None:
    """Put a claimed case back on the list, with a word for the next colleague."""
    case = _mine(session, case_id, staff_id)
    # Who has spoken already may hand on what is left: the list has it back either way.
    _release(case, CaseAction.CALL_BACK if case.state is CaseState.CONTACTED else CaseAction.GIVE_BACK)
    case.hand_over = note or case.hand_over
    session.add(case)
    tell(session, Happening.GIVEN_BACK, tenant_id=case.tenant_id, now=now, case_id=case_id, staff_id=staff_id)


def _mine(session: Session, case_id: int, staff_id: int) -> Case:
    case = session.get(Case, case_id, with_for_update=True)
    if case is None:
        raise Refused("case_gone")
    if case.claimed_by != staff_id or case.state not in {CaseState.CLAIMED, CaseState.CONTACTED}:
        holder = session.get(Staff, case.claimed_by) if case.claimed_by else None
        raise Refused("not_yours", by=holder.name if holder else "")
    return case


def _release(case: Case, action: CaseAction) -> None:
    case.state = advance(case.state, action)
    case.claimed_by = case.claimed_at = case.claim_ends_at = None


def expire_claims(session: Session, *, now: datetime) -> int:
    """Give back every case whose claim ran out; tell it in the timeline."""
    query = select(Case).where(col(Case.state) == CaseState.CLAIMED, col(Case.claim_ends_at) < now).limit(200)
    # Locked, so that a talk that is recorded in the same moment is never written over.
    expired = list(session.execute(query.with_for_update(skip_locked=True)).scalars())
    for case in expired:
        staff_id = case.claimed_by
        _release(case, CaseAction.EXPIRE)
        session.add(case)
        tell(session, Happening.CLAIM_EXPIRED, tenant_id=case.tenant_id, now=now, case_id=case.id, by=staff_id)
    return len(expired)


def record_contact(session: Session, *, case_id: int, staff_id: int, record: Record, now: datetime) -> Case:
    """Record one try to reach the tenant, and move the case on. A double click records it once.

    Raises Refused: "case_gone", "not_yours" (with `by`), "call_at_needed", "call_at_past".
    """
    case = session.get(Case, case_id, with_for_update=True)
    if case is None:
        raise Refused("case_gone")
    if _recorded_before(session, record.form_token):
        return case
    case = _mine(session, case_id, staff_id)
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
    _move_on(session, case, record, staff_id, now)
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
        case.call_at = record.call_at
        if case.state is CaseState.CONTACTED:
            action = CaseAction.CALL_BACK
        _release(case, action)
    session.add(case)


def close_case(
    session: Session, case: Case, outcome: ContactOutcome | None, *, now: datetime, staff_id: int | None
) -> None:
    """Close a case with the outcome of its last contact."""
    before = case.state
    case.state = advance(before, CaseAction.CLOSE)
    if case.state is before:
        return
    case.closed_at, case.outcome, case.call_at, case.claim_ends_at = now, outcome, None, None
    session.add(case)
    tell(
        session,
        Happening.CASE_CLOSED,
        tenant_id=case.tenant_id,
        now=now,
        case_id=case.id,
        check_in_id=case.check_in_id,
        staff_id=staff_id,
        outcome=outcome.value if outcome else None,
    )


def reopen_case(session: Session, *, case_id: int, staff_id: int | None, now: datetime) -> None:
    """Put a closed case back on the list. Raises Refused("already_waiting") when the tenant has another open case."""
    case = session.get(Case, case_id, with_for_update=True)
    if case is None:
        raise Refused("case_gone")
    other = open_case_of(session, case.tenant_id)
    if other is not None and other.id != case_id:
        raise Refused("already_waiting")
    if case.state is not CaseState.CLOSED:
        return
    case.state = advance(case.state, CaseAction.REOPEN)
    case.closed_at = case.outcome = case.claimed_by = case.claimed_at = None
    case.promised_before = case.told_at = case.offered_at = case.first_rang_at = case.lapse_told_at = None
    case.answered_for_at = case.again_before = None
    session.add(case)
    tell(session, Happening.CASE_REOPENED, tenant_id=case.tenant_id, now=now, case_id=case_id, staff_id=staff_id)
    offer_case(session, case_id, urgent=case.urgent, now=now)


def tell_lapses(session: Session, *, now: datetime) -> int:
    """Note once for every promise that was not kept in time; the list and the coordinator's page show it."""
    lapsed = list(session.execute(lapsed_promises(now).limit(200).with_for_update(skip_locked=True)).scalars())
    for case in lapsed:
        case.lapse_told_at = now
        session.add(case)
        tell(session, Happening.PROMISE_LAPSED, tenant_id=case.tenant_id, now=now, case_id=case.id)
    return len(lapsed)


def anything_overdue(session: Session, *, now: datetime) -> bool:
    """Tell whether a claim ran out, or a promise lapsed that was not noted or not answered for yet."""
    claims = select(col(Case.id)).where(col(Case.state) == CaseState.CLAIMED, col(Case.claim_ends_at) < now)
    return session.execute(claims.limit(1)).first() is not None or (
        session.execute(lapsed_promises(now).limit(1)).first() is not None
    )


def lapsed_promises(now: datetime) -> Any:
    """Select the open cases whose promise passed before anybody rang, and of which that was not noted yet."""
    promised = func.coalesce(col(Case.again_before), col(Case.promised_before))
    return select(Case).where(
        col(Case.state) != CaseState.CLOSED,
        col(Case.first_rang_at).is_(None),
        col(Case.promised_before) < now,
        promised < now,
        or_(col(Case.lapse_told_at).is_(None), col(Case.lapse_told_at) < promised),
    )


def missed_promises() -> Any:
    """Select the cases of tenants who were told a time that was missed, and who heard nothing about that yet.

    Whom a colleague has taken is rung at this moment: an apology would cross the call.
    """
    return select(Case).where(
        col(Case.state) == CaseState.WAITING,
        col(Case.first_rang_at).is_(None),
        col(Case.told_at).is_not(None),
        col(Case.lapse_told_at).is_not(None),
        or_(col(Case.answered_for_at).is_(None), col(Case.answered_for_at) < col(Case.lapse_told_at)),
    )
