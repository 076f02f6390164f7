"""`checkin tenants`: by itself, for who brings in a list of tenants waits for nothing else to be imported."""

from __future__ import annotations

import json
from pathlib import Path

import click

from checkin.commands.opening import opened
from checkin.commands.progress import progress
from checkin.db import giving_way, reading
from checkin.runtime import Runtime
from checkin.tenants.alone import alone
from checkin.tenants.planning import Step, without_collecting
from checkin.tenants.refusals import FileRefused
from checkin.tenants.report import ImportReport, refused_as_json
from checkin.tenants.service import open_file, plan_file, portions, rules_for
from checkin.tenants.storing import Store

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def tenants() -> None:
    """Look after the tenants."""


@tenants.command("import")
@click.argument("file", type=FILE)
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, for a program.")
def tenants_import(*, file: Path, dry_run: bool, as_json: bool) -> None:
    """Import tenants from CSV, XLSX, XLS or ODS; the same file twice changes nothing.

    Columns hold what somebody chose for the same headers on screen; else what their headers say without a doubt.
    """
    with opened() as house:
        try:
            found = _imported(house, file, dry_run=dry_run).as_json()
        except FileRefused as refused:
            if as_json:
                click.echo(json.dumps(refused_as_json(refused.remark), ensure_ascii=False))
            raise
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False))
        return
    click.echo("Nothing was stored; this is what would happen:" if dry_run else "Imported:")
    click.echo("  {new} new, {changed} changed, {same} the same, {skipped} skipped, {wrong} wrong".format(**found))
    for row in found["rows"]:
        click.echo(f"  row {row['row']} ({row['result']}) {row['column']}: {row['message']}".replace(" :", ":"))


def _imported(house: Runtime, file: Path, *, dry_run: bool) -> ImportReport:
    """Import a file in portions. Whoever stops halfway imports it again, and what was stored is then the same."""
    now = house.now()
    with alone(house.engine), without_collecting(), progress() as heard:
        with reading(house) as session:
            plan = plan_file(session, open_file(file), rules=rules_for(house.settings, now), progress=heard)
        store, done = Store(now=now), 0
        for portion in () if dry_run else portions(plan, house.engine.dialect.name):
            with giving_way(house) as session:
                store.portion(session, portion)
            heard(Step.STORE, done := done + len(portion), len(plan))
    return plan.report
