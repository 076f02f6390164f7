"""Run the workers: all of them, one queue's RQ worker, or the reconciler."""

from __future__ import annotations

import signal
import sys
import threading

from checkin import programs
from checkin.jobs import Queue
from checkin.logs import logger
from checkin.supervisor import Supervisor
from workers import callbacks, imports, inbound, outbound, reconciler
from workers.rq_worker import work
from workers.scope import scope

log = logger(__name__)

PRELOADED = (callbacks, imports, inbound, outbound)
"""Imported before the first job: a job that imports them itself starts ten times slower (own measurement)."""


def main(arguments: list[str]) -> int:
    """Run what the first argument names: a queue, or `reconciler`. Without one, run them all, each as a process."""
    names = [*Queue, "reconciler"]
    if not arguments:
        scope.runtime.engine.dispose()  # read the settings, so that what is missing is said once
        Supervisor([programs.workers()]).run()
        return 0
    if len(arguments) != 1 or arguments[0] not in names:
        print(f"usage: python -m workers [{' | '.join(names)}]", file=sys.stderr)  # noqa: T201  a usage line
        return 2
    runtime = scope.runtime
    if arguments[0] == "reconciler":
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        reconciler.run(runtime, stop)
        return 0
    return work(runtime, Queue(arguments[0]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
