"""Who may do what: one table, read by the guards of the pages and by the menu."""

from __future__ import annotations

from enum import StrEnum

from checkin.staff.models import Role


class Guard(StrEnum):
    """What a page asks of the person who opens it. A page without a guard does not exist."""

    PUBLIC = "public"
    """Open to everyone, on purpose: signing in, the health check, the provider's webhooks."""
    SIGN_IN = "sign_in"
    """One's own account."""
    WORK = "work"
    """The work list: ringing tenants back, reading replies."""
    COORDINATE = "coordinate"
    """Choosing whom to ask, importing, the overview, the week."""
    ADMINISTER = "administer"
    """Accounts and settings."""


EVERYONE = frozenset(Role)
COORDINATORS = frozenset({Role.COORDINATOR, Role.ADMINISTRATOR})
ADMINISTRATORS = frozenset({Role.ADMINISTRATOR})

ALLOWED = {
    Guard.PUBLIC: EVERYONE,
    Guard.SIGN_IN: EVERYONE,
    Guard.WORK: EVERYONE,
    Guard.COORDINATE: COORDINATORS,
    Guard.ADMINISTER: ADMINISTRATORS,
}


def may(role: Role | None, guard: Guard) -> bool:
    """Tell whether somebody with this role may pass; None is a visitor who has not signed in."""
    if role is None:
        return guard is Guard.PUBLIC
    return role in ALLOWED[guard]
