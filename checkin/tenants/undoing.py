"""Taking an import back: former values return, new tenants to whom nothing happened go, and a stop always stays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, SQLModel

from checkin.tenants.importing import Change

AT_ONCE = 500
OWN = frozenset({"imported_facts", "tenant_import_undo"})
"""What an import itself writes about a tenant."""


def before_of(change: Change) -> dict[str, Any]:
    """Say how a tenant was whom a change is about; nothing for a new one."""
    known = change.known
    if known is None:
        return {}
    return {
        "values": {name: [_plain(known.values[name]), _plain(value)] for name, value in change.values.items()},
        "said": dict(known.said),
        "identity": known.identity,
        "lease_ended_on": _plain(known.lease_ended_on) if change.lease_runs_again else None,
    }


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def undo(session: Session, import_id: int, *, now: datetime) -> Counter[str]:
    """Take an import back as far as can be; count what was put back, removed, and what had to stay."""
    connection = session.connection()
    counts: Counter[str] = Counter()
    for part in _parts(connection, import_id):
        counts += _put_back(connection, [row for row in part if row.before], now)
        counts += _remove(connection, [row.tenant_id for row in part if not row.before])
    undo_rows = SQLModel.metadata.tables["tenant_import_undo"]
    connection.execute(sa.delete(undo_rows).where(undo_rows.c.import_id == import_id))
    return counts


def _parts(connection: sa.Connection, import_id: int) -> Iterator[Sequence[Any]]:
    table, last = SQLModel.metadata.tables["tenant_import_undo"], 0
    query = sa.select(table).where(table.c.import_id == import_id).order_by(table.c.tenant_id).limit(AT_ONCE)
    while part := connection.execute(query.where(table.c.tenant_id > last)).all():
        yield part
        last = part[-1].tenant_id


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


def _remove(connection: sa.Connection, ids: Sequence[int]) -> Counter[str]:
    """Remove new tenants, unless something happened to them, somebody changed them, or they are stopped."""
    if not ids:
        return Counter()
    tenants = SQLModel.metadata.tables["tenant"]
    untouched = sa.select(tenants.c.id).where(
        tenants.c.id.in_(ids),
        tenants.c.stopped_at.is_(None),
        tenants.c.deceased_at.is_(None),
        tenants.c.updated_at == tenants.c.created_at,
    )
    gone = set(connection.execute(untouched).scalars())
    for column in _pointing_at(tenants):
        gone -= set(connection.execute(sa.select(column).where(column.in_(ids))).scalars())
    facts = SQLModel.metadata.tables["imported_facts"]
    connection.execute(sa.delete(facts).where(facts.c.tenant_id.in_(gone)))
    connection.execute(sa.delete(tenants).where(tenants.c.id.in_(gone)))
    return Counter(removed=len(gone), stayed=len(set(ids)) - len(gone))


def _pointing_at(tenants: sa.Table) -> list[sa.Column[Any]]:
    """List every column of every table that points at a tenant: what happened to one leaves a row in some of them."""
    return [
        key.parent
        for table in SQLModel.metadata.sorted_tables
        if table.name not in OWN
        for key in table.foreign_keys
        if key.column.table is tenants
    ]
