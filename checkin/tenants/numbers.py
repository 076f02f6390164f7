"""The three numbers of a tenant: as they are, and in SQL."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlmodel import col

from checkin.tenants.models import Tenant

NUMBERS: tuple[Any, ...] = (col(Tenant.mobile), col(Tenant.landline), col(Tenant.phone_2))
DUTCH = "+31"
DUTCH_MOBILE = tuple(f"{DUTCH}{prefix}" for prefix in ("61", "62", "63", "64", "65", "68", "970"))
"""What Dutch numbers that take texts begin with; `phones.is_mobile` says the same of a single number."""


def numbers_of(tenant: Tenant) -> frozenset[str]:
    """Give the numbers of a tenant that are known."""
    return frozenset(number for number in (tenant.mobile, tenant.landline, tenant.phone_2) if number)


def takes_texts(number: Any) -> Any:
    """Say in SQL that a number takes texts, as far as its first digits tell.

    Of a number from abroad they do not tell: it counts as one that does, and `phones.is_mobile` decides when the
    tenant is asked.
    """
    dutch = number.startswith(DUTCH)
    return sa.or_(~dutch, *(number.startswith(prefix) for prefix in DUTCH_MOBILE))
