"""The doorbell: tell RQ that there is work, without ever waiting for Redis or counting on it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from datetime import datetime
from queue import SimpleQueue

import rq
from redis import Redis
from redis.exceptions import RedisError
from sqlalchemy import update
from sqlalchemy.engine import Engine
from sqlmodel import col

from checkin.jobs import BELL_JOBS, OutboxEntry, Queue
from checkin.logs import logger

log = logger(__name__)

# One ring is enough while it is unheard; the key goes when the job starts, and by itself if the job was lost.
BELL_SECONDS = 5
JOB_SECONDS = 30
IMPORT_SECONDS = 600
"""A file of 100,000 rows takes a quarter of a minute here, and there are slower machines."""
RESULT_SECONDS = 60
FAILURE_SECONDS = 3600

Ring = tuple[frozenset[Queue], list[OutboxEntry]]


def bell_key(queue: Queue) -> str:
    """Name the key that says this queue's bell was rung and not yet heard."""
    return f"checkin:bell:{queue}"


class Doorbell:
    """Rings RQ for work that is already written down. A failure is no error: the reconciler rings again."""

    def __init__(self, redis: Redis, engine: Engine, clock: Callable[[], datetime], *, background: bool) -> None:
        self._redis = redis
        self._engine = engine
        self._clock = clock
        self._background = background
        self._waiting: SimpleQueue[Ring] = SimpleQueue()
        self._starting = threading.Lock()
        self._thread: threading.Thread | None = None

    def ring(self, bells: Iterable[Queue], entries: list[OutboxEntry]) -> bool:
        """Ring for the tables of `bells` and for each entry; tell whether RQ heard (True when left to the thread)."""
        wanted = (frozenset(bells), entries)
        if not any(wanted):
            return True
        if self._background:
            self._in_the_background(wanted)
            return True
        return self._ring_now(wanted)

    def _in_the_background(self, wanted: Ring) -> None:
        with self._starting:
            # Started on first use, so that it lives in the process that serves and not in the one that forked it.
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._keep_ringing, name="doorbell", daemon=True)
                self._thread.start()
        self._waiting.put(wanted)

    def _keep_ringing(self) -> None:
        while True:
            bells, entries = self._waiting.get()
            while not self._waiting.empty():
                more_bells, more_entries = self._waiting.get()
                bells, entries = bells | more_bells, entries + more_entries
            try:
                self._ring_now((bells, entries))
            except Exception as error:  # noqa: BLE001  the next ring needs this thread, whatever became of this one
                log.error("not rung", error=type(error).__name__)  # noqa: TRY400  may hold a row

    def _ring_now(self, wanted: Ring) -> bool:
        bells, entries = wanted
        try:
            for queue in bells:
                self._ring_bell(queue)
            for entry in entries:
                self._enqueue(entry)
        except RedisError as error:
            log.warning("doorbell not heard", error=type(error).__name__)
            return False
        self._mark_rung(entries)
        return True

    def _ring_bell(self, queue: Queue) -> None:
        if self._redis.set(bell_key(queue), "1", nx=True, ex=BELL_SECONDS):
            job = BELL_JOBS[queue]
            self._queue(queue).enqueue(job.value, description=job.value, **_limits(queue))

    def _enqueue(self, entry: OutboxEntry) -> None:
        self._queue(entry.queue).enqueue(
            entry.job.value,
            entry.argument,
            job_id=entry.job_id,
            description=entry.job.value,
            at_front=entry.at_front,
            **_limits(entry.queue),
        )

    def _queue(self, name: Queue) -> rq.Queue:
        return rq.Queue(name.value, connection=self._redis, serializer="json")

    def _mark_rung(self, entries: list[OutboxEntry]) -> None:
        if entries:
            ids = [entry.id for entry in entries]
            with self._engine.begin() as connection:
                connection.execute(
                    update(OutboxEntry).where(col(OutboxEntry.id).in_(ids)).values(rung_at=self._clock())
                )


def _limits(queue: Queue) -> dict[str, object]:
    return {
        "job_timeout": IMPORT_SECONDS if queue is Queue.IMPORTS else JOB_SECONDS,
        "result_ttl": RESULT_SECONDS,
        "failure_ttl": FAILURE_SECONDS,
        "retry": rq.Retry(max=3),
    }
