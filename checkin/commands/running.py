"""`checkin run` and `checkin web`: the service with real settings."""

from __future__ import annotations

import os
import sys

import click

from checkin.commands.opening import opened, settings
from checkin.migrations.run import upgrade
from checkin.programs import preload, stages, taken, web_arguments
from checkin.supervisor import StartFailed, Supervisor


@click.command()
def run() -> None:
    """Start the web, the workers and the reconciler on this machine, and Valkey when its socket is in our own data.

    That is the case when CHECKIN_REDIS_URL is unix://DATA/valkey/valkey.sock, with the whole path of
    CHECKIN_DATA_DIRECTORY for DATA. The database is brought to the newest version first.
    """
    given = settings()
    if taken(given.host, [given.port]):
        raise click.UsageError(f"port {given.port} is taken; choose another with CHECKIN_PORT")
    with opened(given) as house:
        upgrade(house.engine)
    preload()
    try:
        Supervisor(stages(given), say=_say).run(lambda: _say(f"checkin is on {given.public_url}"))
    except StartFailed as failed:
        raise click.ClickException(str(failed)) from None


@click.command()
def web() -> None:
    """Start the web server alone; the workers are `python -m workers`."""
    arguments = web_arguments(settings())
    # In our place, so that a signal to this process is a signal to the server.
    os.execv(sys.executable, [sys.executable, "-m", "gunicorn", *arguments])  # noqa: S606 - our own interpreter


def _say(line: str) -> None:
    click.echo(line, err=True)
