"""One colleague takes a case, keeps it while its page is open, gives it back; a claim never outlives its holder."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy import and_, exists, false, func, or_, select, update
from sqlmodel import Session, col

from checkin.cases.house import House
from checkin.cases.models import Case
from checkin.db import claim
from checkin.domain.cases import CaseAction, CaseState, advance
from checkin.domain.errors import Refused
from checkin.messaging import bridges
from checkin.messaging.bridge_models import Bridge
from checkin.staff.models import RosterHours, Staff
from checkin.tenants.models import Happening
from checkin.tenants.timeline import tell

TAKEN_AT_A_TIME = 200


def claim_case(
    session: Session, *, case_id: int, staff_id: int, claim_minutes: int, now: datetime, at_most: int | None = None
) -> bool:
    """Let one colleague take a case; of two who click at once exactly one gets True. Taking one's own again is fine.

    Raises Refused: "case_gone"; "enough_open" (with `count`) when she holds as many as she may, unless it is urgent.
    """
    case = session.get(Case, case_id)
    if case is None:
        raise Refused("case_gone")
    if case.state is CaseState.CLAIMED and case.claimed_by == staff_id:
        return keep_claim(session, case_id=case_id, staff_id=staff_id, claim_minutes=claim_minutes, now=now)
    if at_most is not None and not case.urgent and claims_of(session, staff_id=staff_id) >= at_most:
        raise Refused("enough_open", count=at_most)
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
    won = claim(session, statement)
    session.refresh(case)
    if not won:
        # Who clicks twice was not beaten by anybody.
        return case.state is CaseState.CLAIMED and case.claimed_by == staff_id
    tell(session, Happening.CLAIMED, tenant_id=case.tenant_id, now=now, case_id=case_id, staff_id=staff_id)
    return True


def claims_of(session: Session, *, staff_id: int) -> int:
    """Count the cases that a colleague took and has not spoken about yet."""
    query = select(func.count()).where(col(Case.claimed_by) == staff_id, col(Case.state) == CaseState.CLAIMED)
    return int(session.execute(query).scalar_one())


def most_claims(house: House, staff: Staff | None) -> int:
    """Say how many cases a colleague may hold at once: as the house says, or fewer when she wants that."""
    limit = house.settings.claims_at_once
    return min(limit, staff.case_limit) if staff is not None and staff.case_limit else limit


def _free_for(staff_id: int) -> Any:
    """A case with a talk behind it stays with the colleague who spoke."""
    return or_(col(Case.state) == CaseState.WAITING, col(Case.claimed_by) == staff_id)


def keep_claim(session: Session, *, case_id: int, staff_id: int, claim_minutes: int, now: datetime) -> bool:
    """Extend a claim while its page is open; False when it is no longer this colleague's.

    A claim that lasts longer, because its tenant is being rung or spoken to, is left as long as it is.
    """
    ends_at, until = col(Case.claim_ends_at), now + timedelta(minutes=claim_minutes)
    return claim(
        session,
        update(Case)
        .where(col(Case.id) == case_id, col(Case.state) == CaseState.CLAIMED, col(Case.claimed_by) == staff_id)
        .values(claim_ends_at=sa.case((ends_at > until, ends_at), else_=until))
        .execution_options(synchronize_session=False),
    )


def give_back(session: Session, *, case_id: int, staff_id: int, note: str, now: datetime) -> None:
    """Put a claimed case back on the list, with a word for the next colleague.

    Raises Refused: "bridge_under_way" while its tenant is rung or spoken to through the system.
    """
    case = case_in_hand(session, case_id, staff_id)
    leave(session, case)
    case.hand_over = note or case.hand_over
    session.add(case)
    tell(session, Happening.GIVEN_BACK, tenant_id=case.tenant_id, now=now, case_id=case_id, staff_id=staff_id)


def leave(session: Session, case: Case) -> None:
    """Put a case in hand back on the list, for everybody. Raises Refused("bridge_under_way")."""
    if bridges.of_case(session, case.id or 0) is not None:
        raise Refused("bridge_under_way")
    # Who has spoken already may hand on what is left: the list has it back either way.
    release(case, CaseAction.CALL_BACK if case.state is CaseState.CONTACTED else CaseAction.GIVE_BACK)
    # Whoever it was meant for leaves it to everybody.
    case.meant_for = case.forwarded_by = case.forwarded_at = None


def case_in_hand(session: Session, case_id: int, staff_id: int) -> Case:
    """Give a case that this colleague has in hand, locked. Raises Refused: "case_gone", "not_yours" (with `by`)."""
    case = session.get(Case, case_id, with_for_update=True)
    if case is None:
        raise Refused("case_gone")
    if case.claimed_by != staff_id or case.state not in {CaseState.CLAIMED, CaseState.CONTACTED}:
        holder = session.get(Staff, case.claimed_by) if case.claimed_by else None
        raise Refused("not_yours", by=holder.name if holder else "")
    return case


def release(case: Case, action: CaseAction) -> None:
    """Take a case out of a colleague's hands, back to the list."""
    case.state = advance(case.state, action)
    case.claimed_by = case.claimed_at = case.claim_ends_at = case.kept_until = None


def expire_claims(session: Session, *, now: datetime) -> int:
    """Give back every case whose claim ran out, or whose holder stopped or may not sign in any more; tell why."""
    query = select(Case).where(has_outlived(now)).limit(TAKEN_AT_A_TIME)
    # Locked, so that a talk that is recorded in the same moment is never written over.
    expired = list(session.execute(query.with_for_update(skip_locked=True)).scalars())
    for case in expired:
        staff_id, ran_out = case.claimed_by, case.claim_ends_at is not None and case.claim_ends_at < now
        release(case, CaseAction.CALL_BACK if case.state is CaseState.CONTACTED else CaseAction.EXPIRE)
        session.add(case)
        tell(
            session,
            Happening.CLAIM_EXPIRED,
            tenant_id=case.tenant_id,
            now=now,
            case_id=case.id,
            by=staff_id,
            why="ran_out" if ran_out else "left",
        )
    return len(expired)


def has_outlived(now: datetime) -> Any:
    """Say in SQL: nobody is at this case any more, whatever its row says; while two are talking it stays.

    A claim ends when it ran out, or its holder said “Ik stop” after taking it. Who lost the account leaves everything,
    also what needed more after a talk.
    """
    held = and_(col(Staff.id) == col(Case.claimed_by), col(Staff.active).is_(false()))
    gone = exists().where(held).correlate(Case)
    stopped = (
        exists()
        .where(
            col(RosterHours.staff_id) == col(Case.claimed_by),
            col(RosterHours.joins).is_(false()),
            col(RosterHours.said_at) > col(Case.claimed_at),
        )
        .correlate(Case)
    )
    talking = exists().where(col(Bridge.case_id) == col(Case.id), bridges.under_way()).correlate(Case)
    return and_(
        or_(
            and_(col(Case.state) == CaseState.CLAIMED, or_(col(Case.claim_ends_at) < now, stopped, gone)),
            and_(col(Case.state) == CaseState.CONTACTED, gone),
        ),
        ~talking,
    )
