"""The facts of a tenant that a colleague can change by hand, read by the same rules as a landlord's file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from checkin.tenants.candidates import EMPTY, LIMITS, Layout, RowInHand, Rules, Value
from checkin.tenants.cells import clean
from checkin.tenants.columns import PHONES
from checkin.tenants.facts import PLAIN, steps_for
from checkin.tenants.models import Tenant
from checkin.tenants.phones import masked, national
from checkin.tenants.sentences import Remark

CHANGEABLE = (
    "mobile", "landline", "phone_2", "phone_note", "email", "channel", "best_daypart", "slow_speech", "spoken_name",
    "language",
)  # fmt: skip
"""In the order of the form."""
NO_MISTAKE = frozenset({"no_number", "post_only", "language_fallback", "phone_machine"})
"""Remarks on a file that are no reason to refuse what a colleague typed."""


@dataclass(frozen=True)
class Facts:
    """What was typed: a value for each fact, and what is wrong with which one."""

    values: dict[str, Value] = field(default_factory=dict)
    faults: dict[str, tuple[Remark, ...]] = field(default_factory=dict)


def shown_numbers(tenant: Tenant, *, whole: bool) -> dict[str, str]:
    """Give the numbers as the form shows them: whole, or so that a colleague can recognise them."""
    write = national if whole else masked
    return {name: write(number) for name in PHONES if (number := getattr(tenant, name))}


def read_facts(typed: Mapping[str, str], tenant: Tenant, rules: Rules) -> Facts:
    """Read what was typed. A number that is still as it was shown is kept as it is, masked or not."""
    kept = {name: number for name in PHONES if (number := _known(typed[name], tenant, [name]))}
    cells = ["" if name in kept else _cell(typed[name], tenant, name) for name in CHANGEABLE]
    columns = {name: (place,) for place, name in enumerate(CHANGEABLE)}
    plain = tuple(name for name in PLAIN if name in columns)
    row = RowInHand(Layout(CHANGEABLE, columns, rules, whole_name=False, plain=plain), 1, cells, values=dict(kept))
    for step in steps_for(CHANGEABLE):
        step(row)
    return Facts({name: row.values.get(name, EMPTY[name]) for name in CHANGEABLE}, _faults(row))


def _cell(text: str, tenant: Tenant, name: str) -> str:
    """Give what was typed; a masked number that was moved to another field stands for the number itself."""
    moved = _known(text, tenant, PHONES) if name in PHONES else None
    return moved or clean(text)


def _known(text: str, tenant: Tenant, names: Sequence[str]) -> str | None:
    """Give the number that a text stands for when it is one of these as they were shown."""
    numbers: list[str] = [number for name in names if (number := getattr(tenant, name))]
    return next((one for one in numbers if clean(text) in (national(one), masked(one))), None)


def _faults(row: RowInHand) -> dict[str, tuple[Remark, ...]]:
    found: dict[str, tuple[Remark, ...]] = {}
    for one in row.remarks:
        if one.remark.code not in NO_MISTAKE:
            found[one.column] = (*found.get(one.column, ()), one.remark)
    note = str(row.values.get("phone_note", ""))
    if len(note) > LIMITS["phone_note"]:
        remark = Remark("too_long", {"value": f"{note[:20]}…", "limit": LIMITS["phone_note"]})
        found["phone_note"] = (*found.get("phone_note", ()), remark)
    return found


def changed(tenant: Tenant, values: Mapping[str, Value]) -> Sequence[str]:
    """Name the facts that are not what they were."""
    return [name for name in CHANGEABLE if getattr(tenant, name) != values[name]]


def version_of(tenant: Tenant) -> str:
    """Name what a form was filled in on, to notice when somebody else changed it meanwhile."""
    return tenant.updated_at.isoformat()
