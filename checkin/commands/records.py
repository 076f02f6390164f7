"""`checkin db`, `staff`, `round` and `report`."""

from __future__ import annotations

import json
import secrets
import sys
import time
from pathlib import Path

import click
from sqlmodel import Session

from checkin.campaigns.filling import fill_some, start_filling
from checkin.campaigns.models import Campaign, CampaignState
from checkin.campaigns.queries import campaign_rows, unknown_references
from checkin.campaigns.who import Who
from checkin.commands.opening import opened
from checkin.db import reading, unit_of_work
from checkin.domain.errors import Refused
from checkin.domain.office_hours import Hours
from checkin.domain.target_groups import GroupRule
from checkin.migrations.run import newest, upgrade
from checkin.reports.export import as_csv, as_dict
from checkin.reports.weekly import week
from checkin.runtime import Runtime
from checkin.staff.models import Role
from checkin.staff.roster import set_hours
from checkin.staff.service import add_staff
from checkin.tenants.models import Channel

FILL_AGAIN_SECONDS = 0.2
"""Somebody else plans a batch at this moment: look again after so long."""
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def db() -> None:
    """Look after the database."""


@db.command("upgrade")
def db_upgrade() -> None:
    """Bring the database to the newest version."""
    with opened() as house:
        upgrade(house.engine)
    click.echo(f"The database is at version {newest()}.")


def _hours(_context: click.Context, _option: click.Parameter, text: str | None) -> Hours | None:
    try:
        return Hours.parse(text) if text else None
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


@click.group()
def staff() -> None:
    """Look after the accounts of colleagues."""


@staff.command("add")
@click.argument("email")
@click.option("--name", required=True, help="As colleagues say it; a first name is enough.")
@click.option("--role", type=click.Choice([role.value for role in Role]), default=Role.STAFF.value, show_default=True)
@click.option("--password-file", type=FILE, help="A file with the password on its first line.")
@click.option("--ask", is_flag=True, help="Ask for the password. Without both, one is made and shown once.")
@click.option(
    "--hours", callback=_hours, help='When this colleague rings back every week: "mon 09:00-11:00; thu 13:00-15:00".'
)
def staff_add(*, email: str, name: str, role: str, password_file: Path | None, ask: bool, hours: Hours | None) -> None:
    """Make an account for a colleague."""
    password, made = _password(password_file, ask=ask)
    with opened() as house, unit_of_work(house) as session:
        now = house.now()
        added = add_staff(session, email=email, name=name, role=Role(role), password=password, now=now)
        if hours is not None:
            set_hours(session, staff_id=added.id or 0, hours=hours, by=None, now=now)
    click.echo(f"{email} can sign in as {role}.")
    if made:
        click.echo(f"Password, shown this once: {password}")


def _password(file: Path | None, *, ask: bool) -> tuple[str, bool]:
    if file is not None:
        return file.read_text("utf-8").partition("\n")[0].strip(), False
    if ask:
        return str(click.prompt("Password", hide_input=True, confirmation_prompt=True)), False
    return secrets.token_urlsafe(15), True


@click.group("round")
def rounds() -> None:
    """Ask tenants how they are."""


@rounds.command("start")
@click.option("--name", required=True, help="What colleagues call this round.")
@click.option(
    "--channel",
    type=click.Choice([Channel.AUTO.value, Channel.TEXT.value, Channel.VOICE.value]),
    default=Channel.AUTO.value,
    show_default=True,
    help="`auto` follows each tenant: a text to a mobile, a call to a landline.",
)
@click.option("--all", "everyone", is_flag=True, help="Ask every tenant.")
@click.option("--refs", type=FILE, help="A file with one tenant number (of the landlord) on each line.")
def round_start(*, name: str, channel: str, everyone: bool, refs: Path | None) -> None:
    """Start a round of check-ins."""
    if everyone == (refs is not None):
        raise click.UsageError("say whom to ask: --all, or --refs FILE")
    with opened() as house:
        with unit_of_work(house) as session:
            rule = GroupRule() if refs is None else GroupRule(references=_named(session, refs))
            campaign = Campaign(name=name, channel=Channel(channel), started_at=house.now(), who=Who(rule).as_json())
            session.add(campaign)
            session.flush()
            start_filling(session, house, campaign, now=house.now())
        click.echo(f"Round {campaign.id} has started: {campaign.name}.")
        _fill(house, campaign)


def _named(session: Session, file: Path) -> tuple[str, ...]:
    wanted = tuple(dict.fromkeys(filter(None, map(str.strip, file.read_text("utf-8-sig").splitlines()))))
    if not wanted:
        raise Refused("no_tenants")
    if unknown := unknown_references(session, wanted):
        more = f" and {len(unknown) - 10} more" if len(unknown) > 10 else ""  # noqa: PLR2004
        raise click.ClickException(f"nobody was asked: unknown tenant numbers {', '.join(unknown[:10])}{more}")
    return wanted


def _fill(house: Runtime, campaign: Campaign) -> None:
    """Plan what a large round has more. The reconciler does the same: whoever stops here leaves it to that."""
    if campaign.planned_to is None:
        return
    with click.progressbar(length=campaign.meant, label="Check-ins planned", file=sys.stderr) as bar:
        while (done := _planned(house, campaign.id or 0)) is not None:
            bar.update(done - bar.pos)
            with unit_of_work(house) as session:
                busy = fill_some(session, house, now=house.now())
            if not busy:
                time.sleep(FILL_AGAIN_SECONDS)
        bar.update(campaign.meant - bar.pos)


def _planned(house: Runtime, campaign_id: int) -> int | None:
    """Count the check-ins that are planned; None when there is no more to plan."""
    with reading(house) as session:
        campaign = session.get_one(Campaign, campaign_id)
        if campaign.planned_to is None or campaign.state is not CampaignState.RUNNING:
            return None
        return campaign_rows(session, campaign_id=campaign_id)[0].chosen


@click.group()
def report() -> None:
    """Say what happened."""


@report.command("week")
@click.argument("iso_week", metavar="WEEK")
@click.option("--format", "kind", type=click.Choice(["csv", "json"]), default="csv", show_default=True)
@click.option("--out", type=click.Path(dir_okay=False, writable=True, path_type=Path), help="A file instead of here.")
def report_week(*, iso_week: str, kind: str, out: Path | None) -> None:
    """Write one week, as 2026-W47, for a spreadsheet or another program."""
    with opened() as house, reading(house) as session:
        found = week(session, iso_week=iso_week, zone=house.zone, now=house.now())
        if kind == "csv":
            written = as_csv(found, house.zone)
        else:
            written = (json.dumps(as_dict(found, house.zone), indent=2, ensure_ascii=False) + "\n").encode()
    if out is None:
        click.echo(written, nl=False)
    else:
        out.write_bytes(written)
