"""Importing a landlord's file: first a plan, which changes nothing, and then the plan carried out in portions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from sqlmodel import Session

from checkin.tenants.candidates import Rules
from checkin.tenants.choices import choice_for
from checkin.tenants.columns import recognise
from checkin.tenants.limits import FILE_BYTES, FILE_MEGABYTES
from checkin.tenants.phones import read_phone
from checkin.tenants.planning import Plan, Portion, Progress, Rows, Told, plan_import, unheard, without_collecting
from checkin.tenants.queries import TenantsLookUp
from checkin.tenants.reading import Table, read_table
from checkin.tenants.refusals import FileRefused
from checkin.tenants.report import ImportReport
from checkin.tenants.rows import layout_of, read_rows
from checkin.tenants.storing import PORTION, Store


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


def open_file(path: Path) -> Table:
    """Open a landlord's file. Raises FileRefused."""
    if path.stat().st_size > FILE_BYTES:
        raise FileRefused("file_too_large", megabytes=FILE_MEGABYTES)
    return read_table(path.read_bytes())


def import_file(
    session: Session, path: Path, *, rules: Rules, now: datetime, dry_run: bool = False, staff_id: int | None = None
) -> ImportReport:
    """Import a file within one transaction; raises FileRefused when nothing can be."""
    plan = plan_file(session, open_file(path), rules=rules)
    if not dry_run:
        store_plan(session, plan, now=now, staff_id=staff_id)
    return plan.report


def plan_file(session: Session, table: Table, *, rules: Rules, progress: Progress = unheard) -> Plan:
    """Say what a file would do, with the columns that somebody chose before or that are known without a doubt."""
    choice = choice_for(session, table)
    rules = replace(rules, with_notes=rules.with_notes or choice.with_notes)
    plan = plan_table(session, table, choice.columns, rules=rules, progress=progress)
    refused = [column.header for column in recognise(table.headers) if column.refused]
    plan.report.name_refused(table.header_row, refused)
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
    progress: Progress = unheard,
    told: Told = lambda _candidate, _outcome: None,
) -> Plan:
    """Say what a table would do, with the columns that a person confirmed; changes nothing. Raises FileRefused."""
    layout = layout_of(table, mapped, rules)
    with without_collecting():
        rows = Rows(read_rows(table, layout), progress, table.lines)
        return plan_import(rows, frozenset(layout.columns), TenantsLookUp(session), progress, told)


def store_plan(session: Session, plan: Plan, *, now: datetime, staff_id: int | None = None) -> None:
    """Do what was planned within one transaction: all of it or nothing."""
    store = Store(now=now, staff_id=staff_id)
    with without_collecting():
        for portion in portions(plan, session.get_bind().dialect.name):
            store.portion(session, portion)


def portions(plan: Plan, database: str) -> Iterator[Portion]:
    """Give what was planned in portions, for a transaction each: any number of them may be stored, and the rest later.

    Whoever imports the same file again then does what is left, for a row that was stored is the same the next time.
    """
    return plan.portions(PORTION[database])
