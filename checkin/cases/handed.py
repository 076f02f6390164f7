"""How one case came where it is: who forwarded it to whom, and who skipped it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from checkin.cases.models import Case, CaseSkip, Wish
from checkin.domain.handing_on import SkipReason
from checkin.staff.models import Staff, Team
from checkin.tenants.models import Tenant
from checkin.tenants.naming import TenantName, name_of


def name_of_case(session: Session, *, case_id: int) -> TenantName:
    """Give the name of the tenant of a case."""
    statement = select(Tenant).join(Case, col(Case.tenant_id) == col(Tenant.id)).where(Case.id == case_id)
    return name_of(session.exec(statement).one())


@dataclass(frozen=True)
class Skipped:
    """One time that a colleague left a tenant to another."""

    by: str
    at: datetime
    reason: SkipReason
    words: str


@dataclass(frozen=True)
class Handed:
    """How a case came where it is."""

    forwarded_by: str | None
    forwarded_to: str | None
    """The team or colleague whom it is meant for."""
    skipped: tuple[Skipped, ...]
    wish: Wish | None
    """What was heard in another call,"""
    heard_by: str | None
    """by whom."""


def handed(session: Session, case: Case) -> Handed:
    """Tell who forwarded a case to whom, and who skipped it."""
    wish = wish_of(session, case)
    people = [case.forwarded_by, case.meant_for, wish.staff_id if wish else None]
    names = dict(session.exec(select(Staff.id, Staff.name).where(col(Staff.id).in_(people))).all())
    team = session.get(Team, case.team_id) if case.team_id and not case.meant_for else None
    skips = (
        select(Staff.name, CaseSkip.at, CaseSkip.reason, CaseSkip.words)
        .join(CaseSkip, col(CaseSkip.staff_id) == col(Staff.id))
        .where(CaseSkip.case_id == case.id)
        .order_by(col(CaseSkip.at).desc())
    )
    return Handed(
        forwarded_by=names.get(case.forwarded_by),
        forwarded_to=team.name if team else names.get(case.meant_for),
        skipped=tuple(Skipped(by, at, SkipReason(reason), words) for by, at, reason, words in session.exec(skips)),
        wish=wish,
        heard_by=names.get(wish.staff_id) if wish else None,
    )


def wish_of(session: Session, case: Case) -> Wish | None:
    """Give what a colleague heard in another call, when the case came of it."""
    return session.get(Wish, case.wish_id) if case.wish_id else None
