"""What the caretaker's list shows: whom to visit, by address, and what was found lately."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from checkin.domain.checkins import EndReason
from checkin.domain.visits import VisitOutcome
from checkin.tenants.models import Tenant
from checkin.tenants.naming import TenantName, name_of
from checkin.visits.models import Visit


@dataclass(frozen=True)
class Address:
    """One line of the caretaker's list."""

    visit_id: int
    tenant_id: int
    name: TenantName
    street: str
    house: str
    postcode: str
    city: str
    neighbourhood: str
    complex: str
    reason: EndReason
    since: datetime
    tries: int
    last_at: datetime | None
    outcome: VisitOutcome | None


WALKING_ORDER: tuple[Any, ...] = (
    col(Tenant.neighbourhood),
    col(Tenant.street),
    # Number 9 comes before number 12.
    sa.func.length(col(Tenant.house_number)),
    col(Tenant.house_number),
    col(Tenant.house_letter),
    col(Tenant.house_addition),
    col(Visit.id),
)


def to_visit(session: Session, *, limit: int, offset: int = 0) -> list[Address]:
    """List whom the caretaker should visit, in the order in which one walks."""
    statement = _visits().where(col(Visit.closed_at).is_(None)).order_by(*WALKING_ORDER).limit(limit).offset(offset)
    return [_address(visit, tenant) for visit, tenant in session.exec(statement)]


def visited(session: Session, *, limit: int) -> list[Address]:
    """List what was found lately, newest first; who was reached in another way is left out."""
    done = _visits().where(col(Visit.closed_at).is_not(None), col(Visit.last_at).is_not(None))
    statement = done.order_by(col(Visit.closed_at).desc(), col(Visit.id).desc()).limit(limit)
    return [_address(visit, tenant) for visit, tenant in session.exec(statement)]


def count_to_visit(session: Session) -> int:
    """Count the addresses on the list."""
    return session.exec(select(sa.func.count(col(Visit.id))).where(col(Visit.closed_at).is_(None))).one()


def _visits() -> Any:
    return select(Visit, Tenant).join(Tenant, col(Tenant.id) == col(Visit.tenant_id))


def _address(visit: Visit, tenant: Tenant) -> Address:
    letter, addition = tenant.house_letter, tenant.house_addition
    return Address(
        visit_id=visit.id or 0,
        tenant_id=visit.tenant_id,
        name=name_of(tenant),
        street=tenant.street,
        house=f"{tenant.house_number}{letter}{f'-{addition}' if addition else ''}",
        postcode=tenant.postcode,
        city=tenant.city,
        neighbourhood=tenant.neighbourhood,
        complex=tenant.complex,
        reason=visit.reason,
        since=visit.opened_at,
        tries=visit.tries,
        last_at=visit.last_at,
        outcome=visit.outcome,
    )
