"""The right next case for one colleague: SQL brings those that come into question, the rules choose.

SQL passes over whom `checkin/domain/next_case.py` passes over, so that the first few that it brings are enough, however
many wait behind them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any

import sqlalchemy as sa
from sqlalchemy import or_, select
from sqlmodel import Session, col

from checkin.cases.claims import claims_of, most_claims
from checkin.cases.house import House
from checkin.cases.models import Case, CaseSkip, Contact
from checkin.cases.order import is_waiting, work_order
from checkin.domain.cases import SPOKEN, CaseState
from checkin.domain.next_case import PRESSING, Caller, Floor, Lane, WaitingCase, choose
from checkin.domain.office_hours import Calendar
from checkin.staff.models import Staff
from checkin.staff.presence import Present, languages_of, on_duty
from checkin.tenants.models import Tenant

ENOUGH = 40
"""So many of each kind come into question; those with the very same promise are seldom more."""


def next_case_id(session: Session, house: House, *, staff_id: int, now: datetime) -> int | None:
    """Pick the right next case for a colleague: what this colleague has in hand first, then by the rules."""
    return case_in_progress(session, staff_id=staff_id) or pick(session, house, staff_id=staff_id, now=now)


def case_in_progress(session: Session, *, staff_id: int) -> int | None:
    """Give the case that a colleague took and has not spoken about yet."""
    query = (
        select(col(Case.id))
        .where(col(Case.claimed_by) == staff_id, col(Case.state) == CaseState.CLAIMED)
        .order_by(col(Case.lane), col(Case.claimed_at))
        .limit(1)
    )
    return session.execute(query).scalars().first()


def pick(session: Session, house: House, *, staff_id: int, now: datetime) -> int | None:
    """Choose among those who wait; None when nobody waits for this colleague."""
    me = caller(session, house, staff_id=staff_id, now=now)
    floor = floor_around(on_duty(session, now=now, office=house.office_hours), staff_id)
    skipped = skipped_today(session, staff_id=staff_id, now=now, office=house.office_hours)
    chosen = choose(_in_question(session, me, floor, skipped, now), me, floor, now)
    return chosen.id if chosen else None


def caller(session: Session, house: House, *, staff_id: int, now: datetime) -> Caller:
    """Say who asks for the next tenant, as far as the choice goes."""
    staff = session.get(Staff, staff_id)
    if staff is None:
        return Caller(staff_id)
    return Caller(
        id=staff_id,
        team_id=staff.team_id,
        languages=languages_of(staff.spoken_languages),
        resting=staff.rests_until is not None and staff.rests_until > now,
        full=claims_of(session, staff_id=staff_id) >= most_claims(house, staff),
    )


def floor_around(present: Iterable[Present], staff_id: int) -> Floor:
    """Say who else is on duty."""
    others = [one for one in present if one.id != staff_id]
    return Floor(
        people=frozenset(one.id for one in others),
        teams=frozenset(one.team_id for one in others if one.team_id is not None),
        languages=frozenset(language for one in others for language in one.languages),
    )


def skipped_today(session: Session, *, staff_id: int, now: datetime, office: Calendar) -> frozenset[int]:
    """Give the cases that a colleague skipped on this local day."""
    local = now.astimezone(office.zone)
    midnight = datetime.combine(local.date(), time(), office.zone).astimezone(now.tzinfo)
    query = select(col(CaseSkip.case_id)).where(col(CaseSkip.staff_id) == staff_id, col(CaseSkip.at) >= midnight)
    return frozenset(session.execute(query).scalars())


def _in_question(
    session: Session, me: Caller, floor: Floor, skipped: frozenset[int], now: datetime
) -> list[WaitingCase]:
    """Bring the first of all, and of those with the very same place the first of each kind that goes before."""
    allowed = _may_be_given(me, floor, skipped, now)
    first = session.execute(_in_order(allowed, col(Case.lane), col(Case.due_at)).limit(1)).first()
    if first is None:
        return []
    # By this a few hundred rows of the index are looked at, and never all that wait.
    beside = sa.and_(col(Case.lane) == first.lane, col(Case.due_at) == first.due_at)
    parts = [
        _in_order(sa.and_(allowed, beside, kind), col(Case.id)).limit(ENOUGH).subquery() for kind in _preferred(me)
    ]
    wanted = sa.union(*(select(part.c.id) for part in parts)).subquery()
    query = (
        select(Case, col(Tenant.language), _last_to_speak())
        .join(Tenant, col(Tenant.id) == col(Case.tenant_id))
        .where(col(Case.id).in_(select(wanted.c.id)))
    )
    return [waiting_case(case, language, last) for case, language, last in session.execute(query)]


def _in_order(condition: Any, *columns: Any) -> Any:
    tenant = col(Tenant.id) == col(Case.tenant_id)
    return select(*columns).join(Tenant, tenant).where(condition).order_by(*work_order())


def _preferred(me: Caller) -> list[Any]:
    """Say in SQL of which kinds the first come into question: see `next_case.ORDER`."""
    known = select(col(Contact.tenant_id)).where(col(Contact.staff_id) == me.id, col(Contact.outcome).in_(SPOKEN))
    kinds: list[Any] = [
        sa.true(),
        col(Case.meant_for) == me.id,
        col(Case.tenant_id).in_(known),
        col(Tenant.language).in_(me.languages),
    ]
    return [*kinds, col(Case.team_id) == me.team_id] if me.team_id is not None else kinds


def _last_to_speak() -> Any:
    return (
        select(col(Contact.staff_id))
        .where(col(Contact.tenant_id) == col(Case.tenant_id), col(Contact.outcome).in_(SPOKEN))
        .order_by(col(Contact.at).desc(), col(Contact.id).desc())
        .limit(1)
        .correlate(Case)
        .scalar_subquery()
    )


def _may_be_given(me: Caller, floor: Floor, skipped: frozenset[int], now: datetime) -> Any:
    """Say in SQL what `next_case.PASSED_OVER` says of the others."""
    urgent = col(Case.lane) == Lane.URGENT
    presses = sa.case(
        (col(Case.call_at).is_not(None), col(Case.call_at) <= now - PRESSING),
        else_=sa.and_(col(Case.promised_before).is_not(None), col(Case.promised_before) <= now + PRESSING),
    )
    kept = sa.and_(col(Case.kept_until).is_not(None), col(Case.kept_until) > now)
    mine = sa.and_(col(Case.meant_for).is_not(None), col(Case.meant_for) == me.id)
    theirs = sa.and_(
        col(Case.meant_for).is_not(None), or_(kept, sa.and_(col(Case.meant_for).in_(floor.people), ~presses))
    )
    of_a_team = sa.and_(
        col(Case.team_id).is_not(None),
        sa.true() if me.team_id is None else col(Case.team_id) != me.team_id,
        or_(kept, sa.and_(col(Case.team_id).in_(floor.teams), ~presses)),
    )
    conditions = [is_waiting(now), or_(urgent, mine, sa.not_(or_(theirs, of_a_team)))]
    if me.resting or me.full:
        conditions.append(urgent)
    if skipped:
        conditions.append(col(Case.id).not_in(skipped))
    if others_speak := floor.languages - me.languages:
        conditions.append(col(Tenant.language).not_in(others_speak))
    return sa.and_(*conditions)


def waiting_case(case: Case, language: str, last_spoke: int | None, *, skipped: bool = False) -> WaitingCase:
    """Give a case as the rules know it."""
    return WaitingCase(
        id=case.id or 0,
        lane=Lane(case.lane),
        due=case.due_at or case.opened_at,
        language=language,
        call_at=case.call_at,
        promised_before=case.promised_before,
        team_id=case.team_id,
        meant_for=case.meant_for,
        kept_until=case.kept_until,
        last_spoke=last_spoke,
        skipped=skipped,
    )
