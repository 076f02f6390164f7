"""The three numbers of a tenant: as they are, which of them are rung no more, and in SQL."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from checkin.tenants.models import PhoneNumber, Tenant

NUMBERS: tuple[Any, ...] = (col(Tenant.mobile), col(Tenant.landline), col(Tenant.phone_2))
DUTCH = "+31"
DUTCH_MOBILE = tuple(f"{DUTCH}{prefix}" for prefix in ("61", "62", "63", "64", "65", "68", "970"))
"""What Dutch numbers that take texts begin with; `phones.is_mobile` says the same of a single number."""


def numbers_of(tenant: Tenant) -> frozenset[str]:
    """Give the numbers of a tenant that are known."""
    return frozenset(number for number in (tenant.mobile, tenant.landline, tenant.phone_2) if number)


def closed_among(session: Session, numbers: Collection[str]) -> dict[str, str]:
    """Give which of these numbers nobody rings any more, with the reason: `wrong_number` or `dead`."""
    query = sa.select(PhoneNumber).where(col(PhoneNumber.number).in_(numbers), col(PhoneNumber.closed_at).is_not(None))
    return {known.number: known.closed_reason for known in session.execute(query).scalars()}


def takes_texts(number: Any) -> Any:
    """Say in SQL that a number takes texts, as far as its first digits tell.

    Of a number from abroad they do not tell: it counts as one that does, and `phones.is_mobile` decides when the
    tenant is asked.
    """
    dutch = number.startswith(DUTCH)
    return sa.or_(~dutch, *(number.startswith(prefix) for prefix in DUTCH_MOBILE))
