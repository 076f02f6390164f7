"""A worker that empties its queue and goes home at once."""

from __future__ import annotations

from redis import Redis

from checkin.jobs import Queue
from workers.rq_worker import make_worker


def empty_queue(connection: Redis, queue: Queue) -> None:
    """Do all that waits, as a worker does; but it listens to no commands, for to stop listening takes RQ a second."""
    worker = make_worker(connection, queue)
    worker.subscribe = lambda: None  # type: ignore[method-assign]
    worker.work(burst=True, logging_level="ERROR")
