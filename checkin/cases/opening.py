"""A case opened, raised by a newer answer, closed and opened again: a tenant has at most one that is open."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session, col

from checkin.cases.models import Case
from checkin.domain.attempts import AskedBy
from checkin.domain.cases import URGENCY, CaseAction, CaseKind, CaseState, ContactOutcome, advance
from checkin.domain.errors import Refused
from checkin.jobs import offer_case
from checkin.staff.models import Team
from checkin.tenants.models import Happening, Tenant
from checkin.tenants.timeline import tell


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
    call_at: datetime | None = None,
) -> Case:
    """Open a case for a tenant, or raise the one that is open already; the job `case-<id>` takes it to people.

    `call_at`: the moment from which the tenant wishes to be rung.
    """
    case = open_case_of(session, tenant_id)
    if case is None:
        case = Case(
            tenant_id=tenant_id,
            check_in_id=check_in_id,
            reply_id=reply_id,
            kind=kind,
            urgent=urgent,
            opened_at=now,
            team_id=team_of(session, tenant_id),
            call_at=None if urgent else call_at,
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
        _raise_case(case, kind, urgent=urgent, reply_id=reply_id, call_at=call_at)
        session.add(case)
    assert case.id is not None  # noqa: S101  flushed
    offer_case(session, case.id, urgent=case.urgent, now=now)
    return case


def _raise_case(case: Case, kind: CaseKind, *, urgent: bool, reply_id: int | None, call_at: datetime | None) -> None:
    """Let a newer answer make an open case more urgent, never less; and show the newest words."""
    if URGENCY[kind] < URGENCY[case.kind]:
        case.kind = kind
    if urgent and not case.urgent:
        case.urgent, case.promised_before, case.offered_at, case.told_at = True, None, None, None
        case.again_before = None
    case.reply_id = reply_id or case.reply_id
    # Who writes or rings again wants to be rung now, whatever a colleague planned for later; or says from when.
    case.call_at = None if case.urgent else call_at
    if case.call_at is not None:
        case.promised_before = case.offered_at = case.told_at = case.again_before = None


def heard_again(session: Session, *, tenant_id: int, by: AskedBy, at: datetime) -> None:
    """Note that a tenant who waits for a call wrote or rang again: it jumps up, and its row says so."""
    case = open_case_of(session, tenant_id)
    if case is not None:
        case.heard_at, case.heard_by = at, by
        session.add(case)


def team_of(session: Session, tenant_id: int) -> int | None:
    """Give the team that the landlord's list names for a tenant, when there is one of that name."""
    named = func.lower(func.trim(col(Tenant.team))) == func.lower(col(Team.name))
    query = select(col(Team.id)).join(Tenant, named).where(col(Tenant.id) == tenant_id, col(Team.active))
    return session.execute(query).scalars().first()


def open_case_of(session: Session, tenant_id: int) -> Case | None:
    """Give the tenant's open case, if there is one."""
    query = select(Case).where(col(Case.tenant_id) == tenant_id, col(Case.state) != CaseState.CLOSED)
    return session.execute(query).scalars().first()


def put_on_the_list(session: Session, *, tenant_id: int, check_in_id: int, now: datetime) -> None:
    """Open a case for a tenant of a round without a robot: nobody asked for it, so nothing is promised."""
    case = Case(
        tenant_id=tenant_id,
        check_in_id=check_in_id,
        kind=CaseKind.ROUND,
        opened_at=now,
        offered_at=now,
        team_id=team_of(session, tenant_id),
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
        kind=case.kind.value,
    )


def take_off_the_list(session: Session, *conditions: Any, now: datetime) -> int:
    """Close the cases of a round that nobody took up yet, as when it is stopped; give how many."""
    waiting = select(Case).where(col(Case.state) == CaseState.WAITING, col(Case.kind) == CaseKind.ROUND, *conditions)
    found = list(session.execute(waiting.with_for_update()).scalars())
    for case in found:
        close_case(session, case, None, now=now, staff_id=None)
    return len(found)


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
    case.meant_for = case.forwarded_by = case.forwarded_at = case.heard_at = case.heard_by = None
    case.skips = 0
    session.add(case)
    tell(session, Happening.CASE_REOPENED, tenant_id=case.tenant_id, now=now, case_id=case_id, staff_id=staff_id)
    offer_case(session, case_id, urgent=case.urgent, now=now)
