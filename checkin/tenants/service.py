"""Importing a landlord's file: the whole file or nothing, in bulk, with a step in the timeline for who is stopped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlmodel import Session

from checkin.domain.errors import Refused
from checkin.tenants.candidates import Candidate, Rules
from checkin.tenants.columns import mapping, recognise
from checkin.tenants.limits import FILE_BYTES, FILE_MEGABYTES
from checkin.tenants.matching import Directory
from checkin.tenants.phones import read_phone
from checkin.tenants.planning import Plan, Progress, Rows, Told, plan_import, without_collecting
from checkin.tenants.queries import directory_for
from checkin.tenants.reading import Table, read_table
from checkin.tenants.refusals import FileRefused
from checkin.tenants.report import ImportReport
from checkin.tenants.rows import layout_of, read_rows
from checkin.tenants.storing import store

# Any number will do, so long as nothing else in the database takes the same advisory lock.
LOCK = 7_052_113


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
    plan = plan_file(session, path, rules=rules)
    if not dry_run:
        store_plan(session, plan, now=now, staff_id=staff_id)
    return plan.report


def plan_file(session: Session, path: Path, *, rules: Rules, progress: Progress = lambda _done: None) -> Plan:
    """Say what a file would do; changes nothing. Raises FileRefused."""
    if path.stat().st_size > FILE_BYTES:
        raise FileRefused("file_too_large", megabytes=FILE_MEGABYTES)
    table = read_table(path.read_bytes())
    columns = recognise(table.headers)
    plan = plan_table(session, table, mapping(columns), rules=rules, progress=progress)
    plan.report.name_refused(table.header_row, [column.header for column in columns if column.refused])
    return plan


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
    plan = plan_table(session, table, mapped, rules=rules)
    if not dry_run:
        store_plan(session, plan, now=now, staff_id=staff_id)
    return plan.report


def plan_table(
    session: Session,
    table: Table,
    mapped: dict[int, str],
    *,
    rules: Rules,
    progress: Progress = lambda _done: None,
    told: Told = lambda _candidate, _outcome: None,
) -> Plan:
    """Say what a table would do, with the columns that a person confirmed; changes nothing. Raises FileRefused."""
    layout = layout_of(table, mapped, rules)

    def look_up(part: Sequence[Candidate]) -> Directory:
        return directory_for(session, part)

    with without_collecting():
        return plan_import(Rows(read_rows(table, layout)), frozenset(layout.columns), look_up, progress, told)


def store_plan(
    session: Session,
    plan: Plan,
    *,
    now: datetime,
    staff_id: int | None = None,
    import_id: int | None = None,
    progress: Progress = lambda _done: None,
) -> None:
    """Do what was planned, all of it or nothing."""
    _alone(session)
    with without_collecting():
        store(session, plan.parts(), now=now, staff_id=staff_id, import_id=import_id, progress=progress)


def _alone(session: Session) -> None:
    """Let one import work at a time; SQLite has one writer anyway."""
    if session.get_bind().dialect.name != "postgresql":
        return
    got_it = session.connection().execute(sa.select(sa.func.pg_try_advisory_xact_lock(LOCK))).scalar_one()
    if not got_it:
        raise Refused("import_busy")
