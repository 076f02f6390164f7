"""Storing what an import changes, in bulk: new tenants, changed facts, what the file said, and who is stopped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, SQLModel

from checkin.bulk import insert_many
from checkin.tenants.candidates import EMPTY
from checkin.tenants.importing import Change, Stop
from checkin.tenants.intake_models import ImportUndo
from checkin.tenants.models import Happening
from checkin.tenants.planning import Progress
from checkin.tenants.undoing import before_of

TENANTS = SQLModel.metadata.tables["tenant"]
FACTS = SQLModel.metadata.tables["imported_facts"]
UNDO = SQLModel.metadata.tables[str(ImportUndo.__tablename__)]
TIMELINE = SQLModel.metadata.tables["timeline"]


def store(
    session: Session,
    parts: Iterable[Sequence[Change]],
    *,
    now: datetime,
    staff_id: int | None = None,
    import_id: int | None = None,
    progress: Progress = lambda _done: None,
) -> None:
    """Store what the rows change; with an import, also how to take it back."""
    connection = session.connection()
    former: set[int] = set()
    done = 0
    for part in parts:
        stored = _store(connection, part, now=now, staff_id=staff_id)
        if import_id is not None:
            _keep_former(connection, import_id, stored, former)
        progress(done := done + len(part))


def _keep_former(
    connection: sa.Connection, import_id: int, stored: Sequence[tuple[int, Change]], former: set[int]
) -> None:
    """Keep how each tenant was: once, for a row that stops somebody may come after one that changes the same tenant."""
    first = {tenant_id: change for tenant_id, change in reversed(stored) if tenant_id not in former}
    former.update(first)
    rows = [{"tenant_id": tenant_id, "before": before_of(change)} for tenant_id, change in first.items()]
    insert_many(connection, UNDO, rows, {"import_id": import_id, "tenant_id": None, "before": {}})


def _store(
    connection: sa.Connection, changes: Sequence[Change], *, now: datetime, staff_id: int | None
) -> list[tuple[int, Change]]:
    new = [change for change in changes if change.known is None]
    old = [(change.known.id, change) for change in changes if change.known is not None]
    ids = _insert(connection, new, now)
    stored = [*zip(ids, new, strict=True), *old]
    _update(connection, old, now)
    _remember(connection, stored)
    stops = [(tenant_id, change.stop) for tenant_id, change in stored if change.stop]
    if stops:
        told = {"at": now, "happening": Happening.IMPORTED, "staff_id": staff_id}
        rows = [told | {"tenant_id": tenant_id, "details": {"reason": stop.value}} for tenant_id, stop in stops]
        connection.execute(sa.insert(TIMELINE), rows)
    return stored


def _insert(connection: sa.Connection, changes: Sequence[Change], now: datetime) -> list[int]:
    if not changes:
        return []
    ids = _new_ids(connection, len(changes))
    stopped = {"stopped_at": now}
    usual = {"id": None, **EMPTY, "stopped_at": None, "deceased_at": None, "created_at": now, "updated_at": now}
    rows = [
        {
            "id": tenant_id,
            **change.values,
            **(stopped if change.stop else {}),
            **({"deceased_at": now} if change.stop is Stop.DECEASED else {}),
        }
        for tenant_id, change in zip(ids, changes, strict=True)
    ]
    insert_many(connection, TENANTS, rows, usual)
    return ids


def _new_ids(connection: sa.Connection, count: int) -> list[int]:
    """Take ids beforehand: asking the database for each after inserting it is three times slower on SQLite."""
    if connection.dialect.name == "postgresql":
        sequence = sa.func.pg_get_serial_sequence(TENANTS.name, "id")
        query = sa.select(sa.func.nextval(sequence)).select_from(sa.func.generate_series(1, count))
        return list(connection.execute(query).scalars())
    # SQLite has one writer, and this transaction is the one.
    highest = connection.execute(sa.select(sa.func.coalesce(sa.func.max(TENANTS.c.id), 0))).scalar_one()
    return list(range(highest + 1, highest + 1 + count))


def _update(connection: sa.Connection, changes: Iterable[tuple[int, Change]], now: datetime) -> None:
    """Change the facts of tenants, one statement for all who change the same ones."""
    groups: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for tenant_id, change in changes:
        values = to_set(change, now)
        if values:
            row = {f"new_{name}": value for name, value in values.items()}
            groups.setdefault(tuple(values), []).append(row | {"tenant": tenant_id})
    for names, rows in groups.items():
        statement = sa.update(TENANTS).where(TENANTS.c.id == sa.bindparam("tenant"))
        new = {name: sa.bindparam(f"new_{name}", type_=TENANTS.c[name].type) for name in names}
        connection.execute(statement.values(updated_at=now, **new), rows)


def to_set(change: Change, now: datetime) -> dict[str, Any]:
    """Give the columns that a change sets on a tenant whom we have."""
    values: dict[str, Any] = dict(change.values)
    if change.lease_runs_again:
        values["lease_ended_on"] = None
    if change.lease_ended_on:
        values["lease_ended_on"] = change.lease_ended_on
    if change.stop in (Stop.OPTED_OUT, Stop.NUMBER_STOPPED, Stop.DECEASED) and change.known:
        values |= {} if change.known.stopped else {"stopped_at": now}
    if change.stop is Stop.DECEASED:
        values["deceased_at"] = now
    return values


def _remember(connection: sa.Connection, stored: Sequence[tuple[int, Change]]) -> None:
    """Keep what the file said, so that the next file changes only what the landlord changed."""
    new: list[dict[str, Any]] = []
    old: list[dict[str, Any]] = []
    for tenant_id, change in stored:
        before = change.known.said if change.known else {}
        said = {name: mark for name, mark in {**before, **change.said}.items() if mark} if before else change.said
        identity = change.identity or (change.known.identity if change.known else "")
        known = change.known is not None and change.known.imported
        (old if known else new).append({"tenant": tenant_id, "key": identity, "marks": said})
    if new:
        rows = [{"tenant_id": row["tenant"], "identity": row["key"], "said": row["marks"]} for row in new]
        insert_many(connection, FACTS, rows, {"tenant_id": None, "identity": "", "said": {}})
    if old:
        statement = sa.update(FACTS).where(FACTS.c.tenant_id == sa.bindparam("tenant"))
        marks = sa.bindparam("marks", type_=FACTS.c.said.type)
        connection.execute(statement.values(identity=sa.bindparam("key"), said=marks), old)
