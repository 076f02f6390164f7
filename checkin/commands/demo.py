"""`checkin demo`: everything on this machine, nothing to set up, nobody really rung."""

from __future__ import annotations

import time
from pathlib import Path

import click

from checkin.commands.opening import opened, settings
from checkin.demo import (
    COLLEAGUE,
    COORDINATOR,
    CannotStart,
    alone,
    furnish,
    phone_network,
    prepare,
    start_first_campaign,
)
from checkin.demo_settings import Place
from checkin.programs import preload, stages
from checkin.supervisor import StartFailed, Supervisor


@click.command()
@click.option("--data", default=Path("var/demo"), show_default=True, type=click.Path(path_type=Path), help="Its files.")
@click.option("--port", default=8000, show_default=True, help="Where the screens are.")
@click.option("--phone-port", default=8001, show_default=True, help="Where the phone network is.")
def demo(*, data: Path, port: int, phone_port: int) -> None:
    """Start the whole system with fictional tenants; started again, it goes on where it was."""
    place = Place(data.resolve(), port, phone_port)
    try:
        with alone(place):
            _run(place)
    except CannotStart as error:
        raise click.UsageError(str(error)) from None
    except StartFailed as error:
        raise click.ClickException(str(error)) from None
    click.echo("Everything has stopped.")


def _run(place: Place) -> None:
    begun = time.monotonic()
    prepare(place)
    given = settings()
    with opened(given) as house:
        furnish(house, place)
    preload()
    everything = Supervisor(stages(given, phone_network(place)), logs=place.data / "logs", say=click.echo)

    def ready() -> None:
        with opened(given) as house:
            start_first_campaign(house)
        _welcome(place, time.monotonic() - begun)

    everything.run(ready)


def _welcome(place: Place, seconds: float) -> None:
    click.echo(
        f"\n  checkin is ready after {seconds:.0f} s, with fictional tenants: nobody is really rung or texted.\n\n"
        f"  Screens         {place.url}\n"
        f"  Coordinator     {COORDINATOR[0]}   {place.secrets[COORDINATOR[3]]}\n"
        f"  Colleague       {COLLEAGUE[0]}     {place.secrets[COLLEAGUE[3]]}\n"
        f"  Phone network   {place.phone_url}/handset   (be a tenant: open a telephone)\n"
        f"  Data and logs   {place.data}\n\n"
        "  Ctrl-C stops everything.\n"
    )
