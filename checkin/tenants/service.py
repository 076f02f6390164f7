"""Importing a landlord's file: the whole file or nothing, in bulk, with a step in the timeline for who is stopped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any, Protocol
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlmodel import Session, SQLModel

from checkin.domain.errors import Refused
from checkin.tenants.candidates import EMPTY, Candidate, Layout, Rules
from checkin.tenants.columns import mapping, recognise
from checkin.tenants.flags import flags
from checkin.tenants.importing import Change, Checker, Stop
from checkin.tenants.limits import FILE_BYTES, FILE_MEGABYTES
from checkin.tenants.models import Happening
from checkin.tenants.phones import read_phone
from checkin.tenants.queries import directory_for
from checkin.tenants.reading import Table, read_table
from checkin.tenants.refusals import FileRefused
from checkin.tenants.report import ImportReport
from checkin.tenants.rows import layout_of, read_rows

AT_ONCE = 1000
# Any number will do, so long as nothing else in the database takes the same advisory lock.
LOCK = 7_052_113

TENANTS = SQLModel.metadata.tables["tenant"]
FACTS = SQLModel.metadata.tables["imported_facts"]
TIMELINE = SQLModel.metadata.tables["timeline"]


class ImportSettings(Protocol):
    """The settings that an import follows."""

    @property
    def timezone(self) -> str: ...
    @property
    def phone_countries(self) -> frozenset[str]: ...
    @property
    def organisation_phone(self) -> str: ...
    @property
    def organisation_number(self) -> str: ...


def rules_for(settings: ImportSettings, now: datetime, *, with_notes: bool = False) -> Rules:
    """Make the rules of an import from the settings."""
    countries = settings.phone_countries
    ours = (settings.organisation_phone, f"+{settings.organisation_number.lstrip('+')}")
    own_numbers = frozenset(phone.number for text in ours for phone in read_phone(text, countries).phones)
    return Rules(now.astimezone(ZoneInfo(settings.timezone)).date(), countries, own_numbers, with_notes)


def import_file(
    session: Session, path: Path, *, rules: Rules, now: datetime, dry_run: bool = False, staff_id: int | None = None
) -> ImportReport:
    """Import the columns of a file that are recognised without a doubt; raises FileRefused when nothing can be."""
    if path.stat().st_size > FILE_BYTES:
        raise FileRefused("file_too_large", megabytes=FILE_MEGABYTES)
    table = read_table(path.read_bytes())
    columns = recognise(table.headers)
    report = import_table(session, table, mapping(columns), rules=rules, now=now, dry_run=dry_run, staff_id=staff_id)
    report.name_refused(table.header_row, [column.header for column in columns if column.refused])
    return report


def import_table(
    session: Session,
    table: Table,
    mapped: dict[int, str],
    *,
    rules: Rules,
    now: datetime,
    dry_run: bool = False,
    staff_id: int | None = None,
) -> ImportReport:
    """Import a table with the columns that a person confirmed. Raises FileRefused, and then nothing changed."""
    layout = layout_of(table, mapped, rules)
    # Reading the numbers takes nearly all the time: it is done before the first statement opens the transaction.
    candidates = list(read_rows(table, layout))
    return import_rows(session, candidates, layout, now=now, dry_run=dry_run, staff_id=staff_id)


def import_rows(
    session: Session,
    candidates: Sequence[Candidate],
    layout: Layout,
    *,
    now: datetime,
    dry_run: bool = False,
    staff_id: int | None = None,
) -> ImportReport:
    """Decide on every row and store what changes; a dry run decides the same and stores nothing."""
    if not dry_run:
        _alone(session)
    report = ImportReport()
    checker = Checker(frozenset(layout.columns), flags(candidates))
    for part in _parts(candidates):
        directory = directory_for(session, part)
        outcomes = [checker.check(candidate, directory) for candidate in part]
        for outcome in outcomes:
            report.add(outcome)
        if not dry_run:
            store(session, [change for outcome in outcomes for change in outcome.changes], now=now, staff_id=staff_id)
    return report


def _parts(candidates: Sequence[Candidate]) -> Iterator[list[Candidate]]:
    rest = iter(candidates)
    while part := list(islice(rest, AT_ONCE)):
        yield part


def _alone(session: Session) -> None:
    """Let one import work at a time; SQLite has one writer anyway."""
    if session.get_bind().dialect.name != "postgresql":
        return
    got_it = session.connection().execute(sa.select(sa.func.pg_try_advisory_xact_lock(LOCK))).scalar_one()
    if not got_it:
        raise Refused("import_busy")


def store(session: Session, changes: Sequence[Change], *, now: datetime, staff_id: int | None = None) -> None:
    """Store what the rows change: new tenants, changed facts, what the file said, and who is stopped."""
    new = [change for change in changes if change.known is None]
    old = [(change.known.id, change) for change in changes if change.known is not None]
    connection = session.connection()
    ids = _insert(connection, new, now)
    stored = [*zip(ids, new, strict=True), *old]
    _update(connection, old, now)
    _remember(connection, stored)
    stops = [(tenant_id, change.stop) for tenant_id, change in stored if change.stop]
    if stops:
        told = {"at": now, "happening": Happening.IMPORTED, "staff_id": staff_id}
        rows = [told | {"tenant_id": tenant_id, "details": {"reason": stop.value}} for tenant_id, stop in stops]
        connection.execute(sa.insert(TIMELINE), rows)


def _insert(connection: sa.Connection, changes: Sequence[Change], now: datetime) -> list[int]:
    if not changes:
        return []
    always = {**EMPTY, "created_at": now, "updated_at": now}
    ids = _new_ids(connection, len(changes))
    rows = [
        {**always, **change.values, "id": tenant_id, "stopped_at": now if change.stop else None}
        for tenant_id, change in zip(ids, changes, strict=True)
    ]
    connection.execute(sa.insert(TENANTS), rows)
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
        values = _to_set(change, now)
        if values:
            row = {f"new_{name}": value for name, value in values.items()}
            groups.setdefault(tuple(values), []).append(row | {"tenant": tenant_id})
    for names, rows in groups.items():
        statement = sa.update(TENANTS).where(TENANTS.c.id == sa.bindparam("tenant"))
        new = {name: sa.bindparam(f"new_{name}", type_=TENANTS.c[name].type) for name in names}
        connection.execute(statement.values(updated_at=now, **new), rows)


def _to_set(change: Change, now: datetime) -> dict[str, Any]:
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
        said = {name: mark for name, mark in {**before, **change.said}.items() if mark}
        identity = change.identity or (change.known.identity if change.known else "")
        known = change.known is not None and change.known.imported
        (old if known else new).append({"tenant": tenant_id, "key": identity, "marks": said})
    if new:
        rows = [{"tenant_id": row["tenant"], "identity": row["key"], "said": row["marks"]} for row in new]
        connection.execute(sa.insert(FACTS), rows)
    if old:
        statement = sa.update(FACTS).where(FACTS.c.tenant_id == sa.bindparam("tenant"))
        marks = sa.bindparam("marks", type_=FACTS.c.said.type)
        connection.execute(statement.values(identity=sa.bindparam("key"), said=marks), old)
