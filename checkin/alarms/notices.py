"""What stands on top of everybody's page: danger that nobody answered for, and promises that can still be kept."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from checkin.alarms import nudging, queries
from checkin.alarms.nudging import Shown
from checkin.alarms.queries import AlarmRow
from checkin.tenants.models import Tenant
from checkin.tenants.naming import TenantName, name_of

MOST = 2
"""So many promises by name; the others are one line."""


@dataclass(frozen=True)
class Promise:
    """One promise with the name of the tenant."""

    shown: Shown
    name: TenantName


@dataclass(frozen=True)
class Notices:
    """Everything that this colleague should see at once."""

    alarms: list[AlarmRow]
    promises: list[Promise]
    more: int

    def __bool__(self) -> bool:
        return bool(self.alarms or self.promises)


def notices_for(session: Session, *, staff_id: int) -> Notices:
    """Give what stands on top of a colleague's page."""
    shown = nudging.shown_to(session, staff_id=staff_id, limit=MOST + 50)
    named = [Promise(one, name_of(session.get_one(Tenant, one.tenant_id))) for one in shown[:MOST]]
    return Notices(queries.ringing(session), named, max(0, len(shown) - MOST))
