"""A new number or e-mail address that a tenant gave on the telephone: where on the card it belongs."""

from __future__ import annotations

from checkin.tenants.candidates import Rules
from checkin.tenants.changing import CHANGEABLE, Facts, read_facts
from checkin.tenants.columns import PHONES
from checkin.tenants.models import Tenant
from checkin.tenants.phones import Kind, national, read_phone
from checkin.tenants.sentences import Remark

NUMBER, EMAIL = "new_number", "new_email"


def heard(tenant: Tenant, *, number: str, email: str, instead_of: str | None, rules: Rules) -> Facts:
    """Read what was heard on the telephone; faults are kept under `new_number` and `new_email`.

    A number takes the place of the one that turned out to be wrong, else the first free place on the card.
    """
    typed = _as_typed(tenant)
    place = _place(tenant, number, instead_of, rules) if number else None
    if number and place is None:
        return Facts(faults={NUMBER: (Remark("three_numbers"),)})
    if place is not None:
        typed[place] = number
    if email:
        typed["email"] = email
    read = read_facts(typed, tenant, rules)
    named = {place: NUMBER, "email": EMAIL}
    faults = {named[name]: found for name, found in read.faults.items() if name in named}
    if place is not None and not read.values.get(place):
        faults.setdefault(NUMBER, (Remark("phone_unreadable", {"value": number}),))
    return Facts(read.values, faults)


def _as_typed(tenant: Tenant) -> dict[str, str]:
    typed = {name: str(getattr(tenant, name) or "") for name in CHANGEABLE}
    typed |= {name: national(known) for name in PHONES if (known := getattr(tenant, name))}
    return typed | {"channel": tenant.channel.value, "slow_speech": "ja" if tenant.slow_speech else ""}


def _place(tenant: Tenant, number: str, instead_of: str | None, rules: Rules) -> str | None:
    found = read_phone(number, rules.countries)
    own = "landline" if found.first(Kind.LANDLINE) and not found.first(Kind.MOBILE) else "mobile"
    if found.first(Kind.MOBILE) is None and found.first(Kind.LANDLINE) is None:
        return own
    for place in (own, "phone_2"):
        if getattr(tenant, place) in (None, instead_of):
            return place
    return None
