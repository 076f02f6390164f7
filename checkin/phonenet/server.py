"""Runs the network alone: the signals and the command line."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from collections.abc import Iterable
from pathlib import Path

from checkin.phonenet.exchange import Addresses
from checkin.phonenet.network import Pace, PhoneNetwork
from checkin.phonenet.numbers import canonical

DEFAULT_PORT = 8001
DEFAULT_DATA = Path("phonenet-data")


def serve(
    *,
    port: int = DEFAULT_PORT,
    data: Path = DEFAULT_DATA,
    answer_url: str | None = None,
    event_url: str | None = None,
    inbound_url: str | None = None,
    status_url: str | None = None,
    fallback_url: str | None = None,
    neighbours: bool = False,
    colleagues: Iterable[str] = (),
    host: str = "127.0.0.1",
    pace: Pace | None = None,
) -> None:
    """Run the network until SIGINT or SIGTERM."""
    addresses = Addresses(
        answer=answer_url or "",
        event=event_url or "",
        inbound=inbound_url or "",
        status=status_url or "",
        fallback=fallback_url or "",
    )
    network = PhoneNetwork(
        data,
        urls=addresses,
        neighbours_active=neighbours,
        colleagues=frozenset(filter(None, map(canonical, colleagues))),
        pace=pace or Pace(),
        host=host,
    )
    enough = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: enough.set())
    network.start(port)
    sys.stdout.write(f"phone network on {network.url}/handset\n")
    sys.stdout.flush()
    enough.wait()
    network.stop()


def main(arguments: list[str] | None = None) -> None:
    """Read the command line of `python -m checkin.phonenet` and run."""
    given = _parser().parse_args(arguments)
    serve(
        port=given.port,
        data=given.data,
        answer_url=given.answer_url,
        event_url=given.event_url,
        inbound_url=given.inbound_url,
        status_url=given.status_url,
        fallback_url=given.fallback_url,
        neighbours=given.neighbours,
        colleagues=given.colleague,
        pace=Pace(
            time_scale=given.time_scale,
            speech_rate=given.speech_rate,
            texts_per_second=given.texts_per_second,
            calls_per_second=given.calls_per_second,
            others_per_second=given.others_per_second,
        ),
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m checkin.phonenet", description=__doc__)
    usual = Pace()
    parser.add_argument("--port", type=int, default=DEFAULT_PORT)
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    for name in ("answer", "event", "inbound", "status", "fallback"):
        parser.add_argument(f"--{name}-url", help=f"where {name} webhooks go")
    parser.add_argument("--neighbours", action="store_true", help="let simulated tenants answer")
    parser.add_argument("--colleague", action="append", default=[], help="a number of the landlord's own people")
    parser.add_argument("--time-scale", type=float, default=usual.time_scale, help="10 = ten times as fast")
    parser.add_argument("--speech-rate", type=float, default=usual.speech_rate, help="characters a second")
    parser.add_argument("--texts-per-second", type=int, default=usual.texts_per_second)
    parser.add_argument("--calls-per-second", type=int, default=usual.calls_per_second)
    parser.add_argument("--others-per-second", type=int, default=usual.others_per_second)
    return parser
