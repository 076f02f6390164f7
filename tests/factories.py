"""Named people with sensible defaults: mevrouw Van der Linden, de heer Yilmaz, Samira, Ton, Sanne."""

from __future__ import annotations

import itertools
import uuid
from datetime import datetime
from typing import Any

from sqlmodel import Session

from checkin.cases.models import Case
from checkin.domain.cases import CaseKind
from checkin.staff.models import Role, Staff
from checkin.tenants.models import Salutation, Tenant
from tests.conftest import MONDAY_MORNING

_numbers = itertools.count(10)
MOBILE = "+31612345678"
LANDLINE = "+31318123456"


def mobile() -> str:
    """Give a Dutch mobile number that no other factory call gave."""
    return f"+316{12_340_000 + next(_numbers)}"


def landline() -> str:
    """Give a Dutch landline number that no other factory call gave."""
    return f"+31318{500_000 + next(_numbers)}"


def _store(session: Session, row: Any) -> Any:
    session.add(row)
    session.flush()
    return row


def tenant(session: Session, now: datetime = MONDAY_MORNING, **given: Any) -> Tenant:
    """Store mevrouw Van der Linden, 84, with a mobile telephone, unless told otherwise."""
    stored: Tenant = _store(session, _linden(now, given))
    return stored


def tenants(session: Session, count: int, **given: Any) -> list[Tenant]:
    """Store so many of her, in one go."""
    stored = [_linden(MONDAY_MORNING, given) for _number in range(count)]
    session.add_all(stored)
    session.flush()
    return stored


def _linden(now: datetime, given: dict[str, Any]) -> Tenant:
    values: dict[str, Any] = {
        "external_ref": uuid.uuid4().hex[:8],
        "salutation": Salutation.MRS,
        "initials": "A.",
        "name_prefix": "van der",
        "last_name": "Linden",
        "mobile": mobile(),
        "street": "Kerkstraat",
        "house_number": "12",
        "postcode": "3901 AB",
        "city": "Eemstad",
        "birth_year": 1942,
        "created_at": now,
        "updated_at": now,
    }
    return Tenant(**{**values, **given})


def yilmaz(session: Session, **given: Any) -> Tenant:
    """Store de heer Yilmaz, who has a landline only."""
    values = {"salutation": Salutation.MR, "name_prefix": "", "last_name": "Yilmaz", "mobile": None}
    return tenant(session, **{**values, "landline": landline(), **given})


def staff(session: Session, name: str = "Samira", role: Role = Role.STAFF, **given: Any) -> Staff:
    """Store a colleague; the password is no hash, so nobody signs in with it."""
    values = {
        "email": f"{name.lower()}-{uuid.uuid4().hex[:6]}@eemland.example",
        "name": name,
        "password": "not a hash",
        "role": role,
        "fs_uniquifier": uuid.uuid4().hex,
        "created_at": MONDAY_MORNING,
    }
    stored: Staff = _store(session, Staff(**{**values, **given}))
    return stored


def samira(session: Session) -> Staff:
    """Store Samira, who rings back two hours a week."""
    return staff(session, "Samira")


def ton(session: Session) -> Staff:
    """Store Ton, who rings back as well."""
    return staff(session, "Ton")


def sanne(session: Session) -> Staff:
    """Store Sanne, the coordinator."""
    return staff(session, "Sanne", Role.COORDINATOR)


def case(session: Session, *, tenant_id: int | None = None, now: datetime = MONDAY_MORNING, **given: Any) -> Case:
    """Store a case that waits for a chat."""
    owner = tenant_id if tenant_id is not None else tenant(session).id
    stored: Case = _store(session, Case(tenant_id=owner, **{"kind": CaseKind.CHAT, "opened_at": now, **given}))
    return stored
