"""Our RQ worker: one queue, JSON, only jobs we know, in this process, and restarted now and then."""

from __future__ import annotations

from types import FrameType

from redis import Redis
from redis.client import Pipeline
from redis.exceptions import RedisError
from rq import SimpleWorker
from rq.exceptions import StopRequested
from rq.executions import Execution
from rq.job import Job as RqJob
from rq.queue import Queue as RqQueue
from rq.worker import WorkerStatus
from rq.worker_registration import register

from checkin.jobs import Job, Queue
from checkin.logs import logger
from checkin.runtime import Runtime
from workers.alive import say_alive
from workers.scope import scope

log = logger(__name__)

WORKER_SECONDS = 30
MAINTENANCE_SECONDS = 5
MONITORING_SECONDS = 5
JOBS_BEFORE_RESTART = 5000
AWAY_SECONDS = 2.0
CONNECT_SECONDS = 5
LINGER_SECONDS = 0.5
"""Longer than the time between two webhooks of a running round, so that they share a job."""


class UnknownJob(Exception):
    """Somebody put a job on our queue that we did not write."""


class KnownJobsWorker(SimpleWorker):
    """Runs a job only when its name is one of ours: whoever can write to Redis must not run code here.

    It works in its own process: a fork for each job costs five times as much as the job itself (own measurement).
    Each job has a time-out, every request to the provider and the database too, and the supervisor restarts it.
    """

    def request_stop(self, signum: int, frame: FrameType | None) -> None:
        """Have a job that sends or handles many finish the one it is at; also while Redis is away."""
        scope.stopping.set()
        try:
            super().request_stop(signum, frame)  # type: ignore[no-untyped-call]  # RQ leaves it without types
        except RedisError as error:
            if self.get_state() != WorkerStatus.BUSY:
                raise StopRequested from error
            self._stop_requested = True

    def heartbeat(self, timeout: int | None = None, pipeline: Pipeline | None = None) -> None:
        """Say that we live, and stand in the list of workers also after Redis came back empty."""
        super().heartbeat(timeout, pipeline)
        say_alive()
        if pipeline is None:
            register(self)

    def perform_job(self, job: RqJob, queue: RqQueue, execution: Execution) -> bool:
        """Refuse a job of another name."""
        if job.func_name not in {known.value for known in Job}:
            log.error("unknown job refused", job_id=job.id)
            self.handle_job_failure(job=job, queue=queue, execution=execution, exc_string="unknown job")
            return False
        return bool(super().perform_job(job, queue, execution))


def work(runtime: Runtime, queue: Queue) -> int:
    """Work on one queue until told to stop. While Redis is away, wait: the reconciler does the work meanwhile."""
    connection = Redis.from_url(runtime.settings.redis_url.get_secret_value(), socket_connect_timeout=CONNECT_SECONDS)
    scope.linger_seconds = LINGER_SECONDS
    while not scope.stopping.is_set():
        try:
            connection.ping()
            worker = make_worker(connection, queue)
            worker.work(max_jobs=JOBS_BEFORE_RESTART, logging_level="WARNING")
            break
        except RedisError as error:
            log.warning("queue server away", error=type(error).__name__)
            _wait_a_moment()
        except StopRequested:
            break
    return 0


def _wait_a_moment() -> None:
    say_alive()
    scope.stopping.wait(AWAY_SECONDS)


def make_worker(connection: Redis, queue: Queue) -> KnownJobsWorker:
    """Make the worker of one queue; never of two: RQ can lose a job then (own measurement)."""
    worker = KnownJobsWorker(
        [RqQueue(queue.value, connection=connection, serializer="json")],
        connection=connection,
        serializer="json",
        worker_ttl=WORKER_SECONDS,
        maintenance_interval=MAINTENANCE_SECONDS,
        job_monitoring_interval=MONITORING_SECONDS,
        log_job_description=False,
    )
    worker.log_result_lifespan = False
    return worker
