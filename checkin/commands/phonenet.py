"""`checkin phonenet`: the local phone network by itself, for any client of the provider in any language."""

from __future__ import annotations

from pathlib import Path

import click

from checkin.phonenet.server import DEFAULT_DATA, DEFAULT_PORT, serve


@click.command()
@click.option("--port", default=DEFAULT_PORT, show_default=True, help="Where it listens, on this machine only.")
@click.option("--data", default=DEFAULT_DATA, show_default=True, type=click.Path(path_type=Path), help="Its files.")
@click.option("--answer-url", help="Where it asks what an answered call must do.")
@click.option("--event-url", help="Where it tells how a call goes.")
@click.option("--inbound-url", help="Where it brings texts to the landlord.")
@click.option("--status-url", help="Where it tells what became of a text.")
@click.option("--fallback-url", help="Where it asks when the answer webhook fails.")
@click.option("--neighbours", is_flag=True, help="Let simulated tenants answer in their own time.")
@click.option("--colleague", multiple=True, help="A number of your own people, who pick up and press 1.")
def phonenet(
    *,
    port: int,
    data: Path,
    answer_url: str | None,
    event_url: str | None,
    inbound_url: str | None,
    status_url: str | None,
    fallback_url: str | None,
    neighbours: bool,
    colleague: tuple[str, ...],
) -> None:
    """Start the local phone network alone; DATA/application.json says how a client signs in to it."""
    serve(
        port=port,
        data=data,
        answer_url=answer_url,
        event_url=event_url,
        inbound_url=inbound_url,
        status_url=status_url,
        fallback_url=fallback_url,
        neighbours=neighbours,
        colleagues=colleague,
    )
