"""Worker processes of a test: each releases and sends until nothing is due, and notes in a file what left."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from datetime import datetime
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from pathlib import Path

from sqlalchemy.exc import OperationalError

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


def work(book: Path, moment: datetime, together: Barrier) -> None:
    """Work a few rounds, from the same moment on as all others."""
    runtime = make_runtime(load_settings())
    runtime.clock = lambda: moment
    runtime.make_gateway = lambda: NotedCarrier(book)
    scope.use(runtime)
    together.wait()
    done = 0
    while done < ROUNDS:
        # Where a disk is slow, one waits too long for five others: it is rung again, as a job is.
        with suppress(OperationalError):
            release_due(runtime)
            for channel in (TEXTS, CALLS):
                send_due(runtime, channel)
            done += 1


def main(book: Path, moment: datetime, workers: int) -> int:
    """Let so many processes work, and tell how many of them failed."""
    # Forks of one that has imported everything, and holds no connection yet: each takes a hundredth of a start.
    fork = get_context("fork")
    together = fork.Barrier(workers, timeout=60)
    processes = [fork.Process(target=work, args=(book, moment, together)) for _worker in range(workers)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return sum(process.exitcode != 0 for process in processes)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2]), int(sys.argv[3])))
