"""Taking an import back: former values return, new tenants to whom nothing happened go, and a stop always stays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, SQLModel

from checkin.tenants.candidates import PLACE
from checkin.tenants.importing import Change

AT_ONCE = 500
OWN = frozenset({"imported_facts", "tenant_import_undo"})
"""What an import itself writes about a tenant, and what goes with the tenant."""


def before_of(change: Change) -> dict[str, Any]:
    """Say how a tenant was whom a change is about."""
    known = change.known
    return {
        "values": {name: [_plain(known.values[PLACE[name]]), _plain(value)] for name, value in change.values.items()},
        "said": dict(known.said),
        "identity": known.identity,
        "lease_ended_on": _plain(known.lease_ended_on) if change.lease_runs_again else None,
    }


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def undo(session: Session, import_id: int, *, now: datetime) -> Counter[str]:
    """Take a portion of an import back as far as can be; count what was put back, removed, and what had to stay.

    Nothing to count means that nothing is left.
    """
    connection, table = session.connection(), SQLModel.metadata.tables["tenant_import_undo"]
    of_import = table.c.import_id == import_id
    part = connection.execute(sa.select(table).where(of_import).order_by(table.c.tenant_id).limit(AT_ONCE)).all()
    if not part:
        return Counter()
    this_part = sa.and_(of_import, table.c.tenant_id <= part[-1].tenant_id)
    changed = [row for row in part if row.before]
    removed = _remove(
        connection, sa.select(table.c.tenant_id).where(this_part, sa.cast(table.c.before, sa.Text) == "{}")
    )
    counts = Counter(removed=removed, stayed=len(part) - len(changed) - removed) + _put_back(connection, changed, now)
    connection.execute(sa.delete(table).where(this_part))
    return counts


def _put_back(connection: sa.Connection, rows: Sequence[Any], now: datetime) -> Counter[str]:
    """Give the changed facts their former value, unless somebody changed them since."""
    tenants, facts = SQLModel.metadata.tables["tenant"], SQLModel.metadata.tables["imported_facts"]
    counts: Counter[str] = Counter()
    ids = [row.tenant_id for row in rows]
    there = {one.id: one for one in connection.execute(sa.select(tenants).where(tenants.c.id.in_(ids)))} if ids else {}
    for row in rows:
        tenant, before = there.get(row.tenant_id), row.before
        if tenant is None:
            counts["stayed"] += 1
            continue
        values = {
            name: _typed(tenants.c[name], old)
            for name, (old, new) in before["values"].items()
            if getattr(tenant, name) == _typed(tenants.c[name], new)
        }
        if before["lease_ended_on"] and tenant.lease_ended_on is None:
            values["lease_ended_on"] = date.fromisoformat(before["lease_ended_on"])
        if values:
            connection.execute(sa.update(tenants).where(tenants.c.id == tenant.id).values(updated_at=now, **values))
        whole = values.keys() >= before["values"].keys()
        counts["put_back" if whole else "stayed"] += 1
        if whole:
            said = {"said": before["said"], "identity": before["identity"]}
            connection.execute(sa.update(facts).where(facts.c.tenant_id == tenant.id).values(**said))
    return counts


def _typed(column: sa.Column[Any], value: Any) -> Any:
    return date.fromisoformat(value) if isinstance(column.type, sa.Date) and isinstance(value, str) else value


def _remove(connection: sa.Connection, new: sa.Select[Any]) -> int:
    """Remove new tenants, unless something happened to them, somebody changed them, or they are stopped."""
    tenants = SQLModel.metadata.tables["tenant"]
    untouched = (
        tenants.c.id.in_(new),
        tenants.c.stopped_at.is_(None),
        tenants.c.deceased_at.is_(None),
        tenants.c.updated_at == tenants.c.created_at,
        *(~sa.exists().where(column == tenants.c.id) for column in _pointing_at(tenants)),
    )
    return connection.execute(sa.delete(tenants).where(*untouched)).rowcount


def _pointing_at(tenants: sa.Table) -> list[sa.Column[Any]]:
    """List every column of every table that points at a tenant: what happened to one leaves a row in some of them."""
    return [
        key.parent
        for table in SQLModel.metadata.sorted_tables
        if table.name not in OWN
        for key in table.foreign_keys
        if key.column.table is tenants
    ]
