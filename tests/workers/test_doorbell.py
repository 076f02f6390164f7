"""The bell: many rings make few jobs, no ring is lost for good, and nobody waits for a Redis that is away."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import rq
from redis import Redis
from redis.backoff import NoBackoff
from redis.retry import Retry
from sqlalchemy.exc import NoResultFound

from checkin.db import unit_of_work
from checkin.domain.checkins import CheckInState
from checkin.doorbell import BELL_SECONDS, bell_key
from checkin.embedded import EmbeddedValkey
from checkin.jobs import Job, OutboxEntry, Queue, ring
from checkin.messaging import service as messaging
from checkin.messaging.models import Message
from checkin.outreach import release
from checkin.runtime import REDIS_SECONDS, make_runtime
from checkin.settings import Settings
from tests import factories
from tests.line import Line
from tests.working import empty_queue
from workers import inbound, outbound, reconciler
from workers.release import release_due

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
NUMBER = "+31655512399"
WORDS = "Kanarie Zonnebloem"
PATIENCE_SECONDS = 1.5


@pytest.fixture
def connection(line: Line) -> Iterator[Redis]:
    with Redis.from_url(line.runtime.settings.redis_url.get_secret_value()) as opened:
        yield opened


def queue_of(connection: Redis, name: Queue) -> rq.Queue:
    return rq.Queue(name.value, connection=connection, serializer="json")


def work(connection: Redis, *queues: Queue) -> None:
    for queue in queues:
        empty_queue(connection, queue)


# Few jobs, none lost.


@SQLITE
def test_many_rings_make_one_job_until_it_is_heard(line: Line, connection: Redis) -> None:
    for _ring in range(50):
        with unit_of_work(line.runtime) as session:
            ring(session, Queue.REPLIES)
    assert queue_of(connection, Queue.REPLIES).count == 1
    inbound.handle_events()
    with unit_of_work(line.runtime) as session:
        ring(session, Queue.REPLIES)
    assert queue_of(connection, Queue.REPLIES).count == 2


@SQLITE
def test_work_that_arrives_while_a_job_runs_rings_again(line: Line, connection: Redis) -> None:
    """The job takes the mark away before it looks, so what comes later rings for a new job."""
    tenant = line.store(factories.tenant)
    line.text(tenant.mobile, "3")
    line.carrier.meanwhile = lambda: (
        marks.append(connection.get(bell_key(Queue.TEXTS))) or line.text(tenant.mobile, "alles goed")
    )
    marks: list[object] = []
    outbound.send_texts()
    assert marks == [None], "heard before it looked"
    assert connection.get(bell_key(Queue.TEXTS)) is not None
    work(connection, Queue.TEXTS)
    assert len(line.carrier.texts) == 2


@SQLITE
def test_the_mark_of_a_job_that_was_lost_goes_away_by_itself(line: Line, connection: Redis) -> None:
    with unit_of_work(line.runtime) as session:
        ring(session, Queue.TEXTS)
    assert 0 < connection.ttl(bell_key(Queue.TEXTS)) <= BELL_SECONDS


@SQLITE
def test_nothing_is_rung_when_a_unit_of_work_fails(line: Line, connection: Redis) -> None:
    def broken() -> None:
        with unit_of_work(line.runtime) as session:
            ring(session, Queue.TEXTS)
            session.get_one(OutboxEntry, 999)

    with pytest.raises(NoResultFound):
        broken()
    assert queue_of(connection, Queue.TEXTS).count == 0


@SQLITE
def test_an_urgent_case_goes_to_the_front_under_its_own_name(line: Line, connection: Redis) -> None:
    calm, urgent = line.store(factories.tenant), line.store(factories.tenant)
    line.text(calm.mobile, "1")
    line.text(urgent.mobile, "ik ben gevallen en kan niet opstaan")
    names = [f"case-{line.cases(tenant)[0].id}" for tenant in (urgent, calm)]
    assert queue_of(connection, Queue.CALLBACKS).job_ids == names
    assert all(entry.rung_at == line.clock() for entry in line.rows(OutboxEntry))


# The reconciler.


def test_a_job_that_redis_lost_is_rung_again(line: Line, connection: Redis) -> None:
    tenant = line.store(factories.tenant)
    line.text(tenant.mobile, "1")
    connection.flushall()
    line.clock.advance(seconds=reconciler.RUNG_SECONDS + 1)
    reconciler.tick(line.runtime)
    work(connection, Queue.CALLBACKS)
    assert line.cases(tenant)[0].promised_before is not None
    assert all(entry.done_at for entry in line.rows(OutboxEntry))
    line.clock.advance(minutes=5)
    with unit_of_work(line.runtime) as session:
        assert reconciler.lost_entries(session, line.runtime) == []


@SQLITE
def test_a_job_that_was_just_rung_is_not_rung_again(line: Line, connection: Redis) -> None:
    line.text(line.store(factories.tenant).mobile, "1")
    for _tick in range(3):
        reconciler.tick(line.runtime)
    assert queue_of(connection, Queue.CALLBACKS).count == 1


@SQLITE
def test_everything_that_is_due_rings_its_own_bell(line: Line) -> None:
    with unit_of_work(line.runtime) as session:
        assert reconciler.due_bells(session, line.runtime) == set()
    line.text_event("+31687654321", "hallo")
    line.start(line.store(factories.tenant), line.store(factories.yilmaz))
    with unit_of_work(line.runtime) as session:
        assert reconciler.due_bells(session, line.runtime) == {Queue.TEXTS, Queue.REPLIES}
    release_due(line.runtime)
    with unit_of_work(line.runtime) as session:
        assert reconciler.due_bells(session, line.runtime) == {Queue.TEXTS, Queue.CALLS, Queue.REPLIES}
        assert release.due_check_ins(session, now=line.clock(), limit=9) == []
        assert len(messaging.due(session, Message, now=line.clock(), limit=9)) == 1


@SQLITE
def test_the_reconciler_does_its_housekeeping_by_itself(line: Line) -> None:
    """A claim that ran out, a request that nobody reported on, a campaign in which nobody is left."""
    tenant = line.store(factories.tenant)
    attempt = line.ask(tenant)
    line.text(tenant.mobile, "1")
    with unit_of_work(line.runtime) as session:
        case = session.merge(line.cases(tenant)[0])
        case.state, case.claimed_by = "claimed", factories.samira(session).id
        case.claim_ends_at = line.clock()
        session.merge(line.message(attempt.id)).state = "sending"
    line.clock.advance(seconds=61)
    reconciler.tick(line.runtime)
    assert line.cases(tenant)[0].state == "waiting"
    assert line.message(attempt.id).state == "unknown"


# Redis away.


@pytest.fixture
def fragile(tmp_path: Path) -> Iterator[EmbeddedValkey]:
    """A Valkey of its own that a test may freeze or kill."""
    with EmbeddedValkey(tmp_path / "fragile", durable=False) as server:
        yield server


def with_redis_at(line: Line, url: str) -> None:
    """Let the house ring at another address."""
    line.runtime.redis.close()
    line.runtime.redis = Redis.from_url(
        url, socket_timeout=0.5, socket_connect_timeout=0.5, retry=Retry(NoBackoff(), 0)
    )
    line.runtime.__post_init__()


@SQLITE
@pytest.mark.parametrize("trouble", ["frozen", "away"])
def test_nobody_waits_for_a_redis_that_is_frozen_or_away(line: Line, fragile: EmbeddedValkey, trouble: str) -> None:
    with_redis_at(line, fragile.url if trouble == "frozen" else "unix:///nowhere/valkey.sock")
    pid = None
    if trouble == "frozen":
        with fragile.client() as client:
            pid = int(client.info("server")["process_id"])
        os.kill(pid, signal.SIGSTOP)
    try:
        line.text(line.store(factories.tenant).mobile, "1")
        began = time.monotonic()
        assert not line.runtime.doorbell.ring(set(Queue), line.rows(OutboxEntry))
        assert time.monotonic() - began < PATIENCE_SECONDS
    finally:
        if pid is not None:
            os.kill(pid, signal.SIGCONT)
    [entry] = line.rows(OutboxEntry)
    assert (entry.rung_at, entry.done_at) == (None, None)


@SQLITE
def test_a_web_request_does_not_wait_at_all(line: Line) -> None:
    settings = Settings(
        **{**line.runtime.settings.model_dump(), "redis_url": "unix:///nowhere/valkey.sock"},
        _env_file=None,  # type: ignore[call-arg]
    )
    web = make_runtime(settings, background=True)
    began = time.monotonic()
    assert web.doorbell.ring({Queue.TEXTS}, [])
    assert time.monotonic() - began < REDIS_SECONDS
    web.engine.dispose()


def test_without_redis_the_reconciler_does_all_the_work_itself(line: Line) -> None:
    with_redis_at(line, "unix:///nowhere/valkey.sock")
    linden, yilmaz = line.store(factories.tenant), line.store(factories.yilmaz)
    line.start(linden, yilmaz)
    for _tick in range(2):
        reconciler.tick(line.runtime)
    assert (len(line.carrier.texts), line.carrier.calls) == (1, [yilmaz.landline])
    line.text_event(linden.mobile, "2")
    reconciler.tick(line.runtime)
    line.clock.advance(seconds=3)
    for _tick in range(2):
        reconciler.tick(line.runtime)
    assert line.check_in(linden).state is CheckInState.ANSWERED
    assert line.cases(linden)[0].told_at is not None
    assert "belt u" in line.carrier.texts[-1][1]


# Nothing personal leaves the database.


def everything_in(connection: Redis) -> str:
    """Give all that Redis holds, as text; the compressed data of jobs opened."""
    found: list[object] = []
    for key in connection.scan_iter():
        kind = connection.type(key).decode()
        found += [key, connection.ttl(key)]
        if kind == "hash":
            found += [connection.hgetall(key), [job_data(connection, key)]]
        elif kind == "string":
            found.append(connection.get(key))
        elif kind == "list":
            found.append(connection.lrange(key, 0, -1))
        elif kind == "set":
            found.append(connection.smembers(key))
        elif kind == "zset":
            found.append(connection.zrange(key, 0, -1))
        elif kind == "stream":
            found.append(connection.xrange(key))
    return repr(found)


def job_data(connection: Redis, key: bytes) -> object:
    if not key.startswith(b"rq:job:"):
        return None
    job = rq.job.Job.fetch(key.decode().removeprefix("rq:job:"), connection=connection, serializer="json")
    ends = [(end.return_value, end.exc_string) for end in job.results()]
    return json.dumps([job.func_name, job.args, job.kwargs, job.description, ends, job.meta])


@SQLITE
def test_jobs_hold_ids_only_and_logs_hold_no_number(
    line: Line, connection: Redis, capfd: pytest.CaptureFixture[str]
) -> None:
    tenant = line.store(factories.tenant, mobile=NUMBER, last_name=WORDS)
    line.start(tenant)
    seen = everything_in(connection)
    work(connection, *Queue)
    line.text_event(NUMBER, f"1, {WORDS}")
    line.text_event(NUMBER, "2")
    with unit_of_work(line.runtime) as session:
        ring(session, Queue.REPLIES)
    for _round in range(2):
        seen += everything_in(connection)
        work(connection, *Queue)
    seen += everything_in(connection)
    assert Job.SEND_TEXTS.value in seen
    assert f"case-{line.cases(tenant)[0].id}" in seen
    for secret in (NUMBER, NUMBER[1:], NUMBER[3:], *WORDS.split()):
        assert secret not in seen
    logged = "".join(capfd.readouterr())
    for secret in (NUMBER[3:], *WORDS.split()):
        assert secret not in logged


@SQLITE
def test_a_job_that_fails_carries_no_number_or_text_into_redis_or_the_log(
    line: Line, connection: Redis, capfd: pytest.CaptureFixture[str]
) -> None:
    """The database refuses a row in the middle of a job: its message names the row's values unless we forbid it."""
    tenant = line.store(factories.tenant, mobile=NUMBER, last_name=WORDS)
    line.text(tenant.mobile, "1")
    with line.runtime.engine.begin() as database:
        database.exec_driver_sql(
            "CREATE TRIGGER refuse BEFORE INSERT ON message BEGIN SELECT RAISE(ABORT, 'no texts today'); END"
        )
    work(connection, Queue.CALLBACKS)
    assert queue_of(connection, Queue.CALLBACKS).failed_job_registry.get_job_ids()
    seen, logged = everything_in(connection), "".join(capfd.readouterr())
    assert "no texts today" in seen
    for secret in (NUMBER[3:], *WORDS.split()):
        assert secret not in seen
        assert secret not in logged
