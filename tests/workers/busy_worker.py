"""One worker process of a test: releases and sends until nothing is due, and notes in a file what left."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path

import checkin.models  # noqa: F401  all tables
from checkin.messaging.gateway import Accepted, Receipt
from checkin.messaging.models import CallPurpose
from checkin.runtime import make_runtime
from checkin.settings import load_settings
from workers.release import release_due
from workers.scope import scope
from workers.sending import CALLS, TEXTS, send_due

ROUNDS = 3
"""More than enough: what is left after the first is looked at again and again, as workers do."""


class NotedCarrier:
    """Takes everything; appends a line for it in one write, so that no process tears another's line."""

    def __init__(self, book: Path) -> None:
        self._book = os.open(book, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def send_text(self, *, reference: str, number: str, text: str) -> Receipt:  # noqa: ARG002
        return self._note(reference, number)

    def start_call(self, *, reference: str, number: str, purpose: CallPurpose) -> Receipt:  # noqa: ARG002
        return self._note(reference, number)

    def close(self) -> None: ...

    def _note(self, reference: str, number: str) -> Receipt:
        os.write(self._book, f"{reference} {number}\n".encode())
        return Receipt(Accepted.SENT, provider_id=f"provider-{reference}")


def main(book: Path, moment: datetime) -> None:
    """Work a few rounds."""
    runtime = make_runtime(load_settings())
    runtime.clock = lambda: moment
    runtime.make_gateway = lambda: NotedCarrier(book)
    scope.use(runtime)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    for _round in range(ROUNDS):
        release_due(runtime)
        for channel in (TEXTS, CALLS):
            send_due(runtime, channel)


if __name__ == "__main__":
    main(Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2]))
