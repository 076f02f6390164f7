"""A tenant's name as lists carry it: the parts only, put together on screen in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass

from checkin.tenants.models import Salutation, Tenant


@dataclass(frozen=True)
class TenantName:
    """The parts of a name."""

    salutation: Salutation
    initials: str
    first_name: str
    name_prefix: str
    last_name: str
    spoken_name: str = ""


def name_of(tenant: Tenant) -> TenantName:
    """Give the name of a tenant who was loaded whole."""
    return TenantName(
        tenant.salutation,
        tenant.initials,
        tenant.first_name,
        tenant.name_prefix,
        tenant.last_name,
        tenant.spoken_name,
    )
