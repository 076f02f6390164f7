"""`checkin status` and `checkin doctor`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from checkin.commands.opening import opened
from checkin.demo_settings import SETTINGS_FILE, use_settings
from checkin.doctor import examine
from checkin.status import read_status


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As JSON, for a program.")
@click.option("--data", type=click.Path(path_type=Path), help="The data directory of a demo, to look at that.")
def status(*, as_json: bool, data: Path | None) -> None:
    """Say how the service is doing, in numbers."""
    if data is not None:
        use_demo(data)
    with opened() as house:
        found = read_status(house)
    if as_json:
        click.echo(json.dumps(found))
    else:
        for name, value in found.items():
            click.echo(f"{name.replace('_', ' '):<15} {_in_words(value)}")


@click.command()
@click.option("--data", type=click.Path(path_type=Path), help="The data directory of a demo, to look at that.")
@click.pass_context
def doctor(context: click.Context, *, data: Path | None) -> None:
    """Check what the service needs, and say what to do. The exit code is 1 when something is wrong."""
    if data is not None:
        use_demo(data)
    findings = examine()
    for finding in findings:
        mark = click.style("ok   ", fg="green") if finding.ok else click.style("wrong", fg="red")
        click.echo(f"{mark}  {finding.what:<12} {finding.words}")
    context.exit(0 if all(finding.ok for finding in findings) else 1)


def use_demo(data: Path) -> None:
    """Look at the demo in `data` instead of at our own settings."""
    if not (data / SETTINGS_FILE).exists():
        raise click.UsageError(f"no demo has run in {data}; start one with: make demo DATA={data}")
    use_settings(data)


def _in_words(value: int | dict[str, int]) -> str:
    return ", ".join(f"{number} {name}" for name, number in value.items()) if isinstance(value, dict) else str(value)
