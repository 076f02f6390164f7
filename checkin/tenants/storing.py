"""Storing what an import changes, in bulk: new tenants, changed facts, what the file said, and who is stopped."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, SQLModel

from checkin.bulk import insert_columns
from checkin.db import INSERTS
from checkin.tenants.candidates import FACTS
from checkin.tenants.importing import Change, Newcomer, Stop
from checkin.tenants.intake_models import ImportUndo
from checkin.tenants.marks import Writer, in_order, marks_of
from checkin.tenants.matching import identity_in
from checkin.tenants.models import Happening
from checkin.tenants.planning import Portion
from checkin.tenants.undoing import before_of

TENANTS = SQLModel.metadata.tables["tenant"]
KEPT = SQLModel.metadata.tables["imported_facts"]
UNDO = SQLModel.metadata.tables[str(ImportUndo.__tablename__)]
TIMELINE = SQLModel.metadata.tables["timeline"]


KEPT_COLUMNS = ("tenant_id", "identity", "said")
UNDO_COLUMNS = ("tenant_id", "import_id", "before")
COLUMNS = ("id", *FACTS, "stopped_at", "deceased_at", "created_at", "updated_at")
PORTION = {"postgresql": 10_000, "sqlite": 500}
"""Rows that are stored in one transaction: SQLite has one writer, and whoever else wants to write waits for it."""

BLOCK = 1000
"""Rows that are handed to the database at a time, so that it takes them in while the next ones are made."""


class Store:
    """Stores what the rows of one file change; with an import, also how to take it back."""

    def __init__(self, *, now: datetime, staff_id: int | None = None, import_id: int | None = None) -> None:
        self._now, self._staff_id, self._import_id = now, staff_id, import_id
        self._writer = Writer()

    def portion(self, session: Session, portion: Portion) -> None:
        """Store a portion of what a file does."""
        connection = session.connection()
        new = [one for one in portion if isinstance(one, Newcomer)]
        changes = [one for one in portion if isinstance(one, Change)]
        ids = _new_ids(connection, len(new))
        if new:
            self._add(connection, ids, new)
        if changes:
            self._keep_former(connection, changes)
            _update(connection, changes, self._now)
            _remember(connection, changes)
        stops = [(tenant_id, one.stop) for tenant_id, one in zip(ids, new, strict=True) if one.stop]
        stops += [(change.known.id, change.stop) for change in changes if change.stop]
        self._tell(connection, stops)

    def _add(self, connection: sa.Connection, ids: Sequence[int], new: Sequence[Newcomer]) -> None:
        """Add tenants, what the file said of each, and that they were not there before."""
        blocks = [(ids[start : start + BLOCK], new[start : start + BLOCK]) for start in range(0, len(new), BLOCK)]
        insert_columns(connection, TENANTS, COLUMNS, (self._tenants(*block) for block in blocks))
        insert_columns(connection, KEPT, KEPT_COLUMNS, (self._said(*block) for block in blocks))
        if self._import_id is not None:
            nothing = [(ids, [self._import_id] * len(ids), ["{}"] * len(ids))]
            insert_columns(connection, UNDO, UNDO_COLUMNS, nothing)

    def _tenants(self, ids: Sequence[int], new: Sequence[Newcomer]) -> list[Sequence[Any]]:
        facts = zip(*(one.values for one in new), strict=True)
        stopped = [self._now if one.stop else None for one in new]
        deceased = [self._now if one.stop is Stop.DECEASED else None for one in new]
        return [ids, *facts, stopped, deceased, *[[self._now] * len(new)] * 2]

    def _said(self, ids: Sequence[int], new: Sequence[Newcomer]) -> list[Sequence[Any]]:
        said = self._writer.texts([(one.values, one.sources) for one in new])
        for place, one in enumerate(new):
            if one.added:
                said[place] = json.dumps(marks_of(one.values, one.sources) | dict(one.added))
        return [ids, [identity_in(one.values) for one in new], said]

    def _keep_former(self, connection: sa.Connection, changes: Sequence[Change]) -> None:
        """Keep how each tenant was before the import: once, however many rows change the same one."""
        if self._import_id is None:
            return
        first = {change.known.id: change for change in reversed(changes)}
        kept = sa.select(UNDO.c.tenant_id).where(UNDO.c.import_id == self._import_id, UNDO.c.tenant_id.in_(first))
        for tenant_id in connection.execute(kept).scalars():
            del first[tenant_id]
        if first:
            before = [before_of(change) for change in first.values()]
            insert_columns(connection, UNDO, UNDO_COLUMNS, [(list(first), [self._import_id] * len(first), before)])

    def _tell(self, connection: sa.Connection, stops: Sequence[tuple[int, Stop]]) -> None:
        """Write into the timeline who is stopped, and why."""
        told = {"at": self._now, "happening": Happening.IMPORTED, "staff_id": self._staff_id}
        rows = [told | {"tenant_id": tenant_id, "details": {"reason": stop.value}} for tenant_id, stop in stops]
        if rows:
            connection.execute(sa.insert(TIMELINE), rows)


def _new_ids(connection: sa.Connection, count: int) -> list[int]:
    """Take ids beforehand: asking the database for each after inserting it is three times slower on SQLite."""
    if not count:
        return []
    if connection.dialect.name == "postgresql":
        sequence = sa.func.pg_get_serial_sequence(TENANTS.name, "id")
        query = sa.select(sa.func.nextval(sequence)).select_from(sa.func.generate_series(1, count))
        return list(connection.execute(query).scalars())
    # SQLite has one writer, and this transaction is the one.
    highest = connection.execute(sa.select(sa.func.coalesce(sa.func.max(TENANTS.c.id), 0))).scalar_one()
    return list(range(highest + 1, highest + 1 + count))


def _update(connection: sa.Connection, changes: Iterable[Change], now: datetime) -> None:
    """Change the facts of tenants, one statement for all who change the same ones."""
    groups: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for change in changes:
        values = to_set(change, now)
        if values:
            row = {f"new_{name}": value for name, value in values.items()}
            groups.setdefault(tuple(values), []).append(row | {"tenant": change.known.id})
    for names, rows in groups.items():
        statement = sa.update(TENANTS).where(TENANTS.c.id == sa.bindparam("tenant"))
        new = {name: sa.bindparam(f"new_{name}", type_=TENANTS.c[name].type) for name in names}
        connection.execute(statement.values(updated_at=now, **new), rows)


def to_set(change: Change, now: datetime) -> dict[str, Any]:
    """Give the columns that a change sets on a tenant."""
    values: dict[str, Any] = dict(change.values)
    if change.lease_runs_again:
        values["lease_ended_on"] = None
    if change.lease_ended_on:
        values["lease_ended_on"] = change.lease_ended_on
    if change.stop in (Stop.OPTED_OUT, Stop.NUMBER_STOPPED, Stop.DECEASED):
        values |= {} if change.known.stopped else {"stopped_at": now}
    if change.stop is Stop.DECEASED:
        values["deceased_at"] = now
    return values


def _remember(connection: sa.Connection, changes: Sequence[Change]) -> None:
    """Keep what the file said, so that the next file changes only what the landlord changed."""
    rows = [
        {
            "tenant_id": change.known.id,
            "identity": change.identity or change.known.identity,
            "said": in_order({**change.known.said, **change.said}),
        }
        for change in changes
    ]
    new = INSERTS[connection.dialect.name](KEPT)
    kept = {name: new.excluded[name] for name in ("identity", "said")}
    # Of whom was added by hand nothing is kept yet, and more than one row of a file may be about somebody.
    connection.execute(new.on_conflict_do_update(index_elements=["tenant_id"], set_=kept), rows)
