"""The jobs: each may run twice, none runs that is not ours, and one that fails holds up nobody."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import rq
from redis import Redis
from rq.job import JobStatus
from sqlalchemy.exc import OperationalError
from sqlmodel import col

from checkin.db import unit_of_work
from checkin.domain.attempts import AttemptEnd
from checkin.domain.checkins import CheckInState
from checkin.domain.deliveries import DeliveryState
from checkin.domain.holidays import ClosedDay
from checkin.domain.office_hours import Hours
from checkin.hours import service as hours_service
from checkin.jobs import Job, OutboxEntry, Queue
from checkin.messaging.gateway import Accepted, Receipt
from checkin.messaging.models import Call, EventKind, Message, ProviderEvent
from checkin.outreach.models import CheckIn
from checkin.runtime import Runtime
from checkin.tenants.example import EXAMPLE
from checkin.tenants.models import Channel
from tests import factories
from tests.line import Line
from tests.workers.conftest import a_file_waits
from tests.working import empty_queue
from workers import events, reconciler, release
from workers.sending import LATER, TEXTS, send_due

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def connection(line: Line) -> Iterator[Redis]:
    """A connection as workers have it: without the web's short patience."""
    with Redis.from_url(line.runtime.settings.redis_url.get_secret_value()) as opened:
        yield opened


def run(connection: Redis, queue: Queue) -> None:
    empty_queue(connection, queue)


# Twice.


def texts_are_due(line: Line) -> tuple[Any, ...]:
    line.start(line.store(factories.tenant))
    return ()


def calls_are_due(line: Line) -> tuple[Any, ...]:
    line.start(line.store(factories.yilmaz))
    return ()


def events_came_in(line: Line) -> tuple[Any, ...]:
    tenant = line.store(factories.tenant)
    attempt = line.ask(tenant)
    status = {"provider_id": "p", "action": "deliver", "error": "", "permanent": False}
    line.event(EventKind.TEXT_STATUS, status, reference=attempt.id)
    line.text_event(tenant.mobile, "1")
    return ()


def a_case_was_opened(line: Line) -> tuple[Any, ...]:
    tenant = line.store(factories.tenant)
    line.text(tenant.mobile, "2")
    return (line.cases(tenant)[0].id,)


def a_file_was_confirmed(line: Line) -> tuple[Any, ...]:
    a_file_waits(line.runtime, EXAMPLE)
    return ()


PREPARED: dict[Job, Callable[[Line], tuple[Any, ...]]] = {
    Job.SEND_TEXTS: texts_are_due,
    Job.START_CALLS: calls_are_due,
    Job.HANDLE_EVENTS: events_came_in,
    Job.OFFER_CASE: a_case_was_opened,
    Job.WORK_ON_IMPORTS: a_file_was_confirmed,
}


def callable_of(job: Job) -> Callable[..., None]:
    module, _, name = job.value.rpartition(".")
    found: Callable[..., None] = getattr(import_module(module), name)
    return found


@pytest.mark.parametrize("job", Job)
def test_every_job_does_its_work_once_however_often_it_runs(line: Line, job: Job) -> None:
    arguments = PREPARED[job](line)
    untouched = line.everything()
    callable_of(job)(*arguments)
    after = line.everything()
    left = (list(line.carrier.texts), list(line.carrier.calls))
    assert after != untouched
    callable_of(job)(*arguments)
    assert line.everything() == after
    assert (line.carrier.texts, line.carrier.calls) == left


@SQLITE
@pytest.mark.parametrize("job", Job)
def test_every_job_does_nothing_when_there_is_nothing_to_do(line: Line, job: Job) -> None:
    before = line.everything()
    callable_of(job)(*[999] * (job is Job.OFFER_CASE))
    assert line.everything() == before


# Only ours.


@SQLITE
def test_a_job_of_another_name_is_refused(line: Line, connection: Redis, tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    queue = rq.Queue(Queue.REPLIES.value, connection=connection, serializer="json")
    job = queue.enqueue("os.system", f"touch {canary}")
    run(connection, Queue.REPLIES)
    assert not canary.exists()
    assert job.get_status() is JobStatus.FAILED
    assert queue.count == 0


@SQLITE
@pytest.mark.parametrize(
    "data",
    [b"not json at all", b'["os.system"]', b"", b"\x80\x04pickled"],
    ids=["no JSON", "too short", "empty", "a pickle"],
)
def test_rubbish_on_a_queue_does_not_stop_the_work_behind_it(line: Line, connection: Redis, data: bytes) -> None:
    tenant = line.store(factories.tenant)
    queue = rq.Queue(Queue.REPLIES.value, connection=connection, serializer="json")
    rubbish = queue.enqueue("os.system", "true")
    connection.hset(rubbish.key, "data", data)
    line.text_event(tenant.mobile, "1")
    queue.enqueue(Job.HANDLE_EVENTS.value)
    run(connection, Queue.REPLIES)
    run(connection, Queue.REPLIES)
    assert len(line.cases(tenant)) == 1


# Events.


def poison(line: Line) -> int:
    """An event that no handler understands."""
    return line.event(EventKind.TEXT_STATUS, {"action": "rejoice", "provider_id": "x", "error": "", "permanent": False})


def failures_of(line: Line, event_id: int) -> int:
    return next(event.failures for event in line.rows(ProviderEvent) if event.id == event_id)


def test_an_event_that_cannot_be_handled_holds_up_nobody_and_is_left_alone_after_five_times(line: Line) -> None:
    tenant = line.store(factories.tenant)
    bad = [poison(line) for _number in range(3)]
    line.text_event(tenant.mobile, "1")
    assert events.handle_open_events(line.runtime) == 1
    assert len(line.cases(tenant)) == 1
    for _again in range(7):
        events.handle_open_events(line.runtime)
    assert {failures_of(line, event_id) for event_id in bad} == {events.FAILURES_ALLOWED}
    after = [event for event in line.rows(ProviderEvent) if event.handled_at is None]
    assert sorted(event.id or 0 for event in after) == bad, "kept for a person to look at"


@SQLITE
def test_a_database_that_is_busy_is_not_held_against_an_event(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    tenant = line.store(factories.tenant)
    event_id = line.text_event(tenant.mobile, "1")

    def busy(*_arguments: object) -> None:
        raise OperationalError("", {}, Exception("database is locked"))

    with monkeypatch.context() as patched:
        patched.setitem(events.HANDLERS, EventKind.TEXT_IN, busy)
        for _again in range(events.FAILURES_ALLOWED + 2):
            assert events.handle_open_events(line.runtime) == 0
    assert failures_of(line, event_id) == 0
    assert events.handle_open_events(line.runtime) == 1
    assert len(line.cases(tenant)) == 1


@SQLITE
def test_what_a_person_wrote_is_handled_before_any_report(line: Line) -> None:
    status = {"provider_id": "p", "action": None, "error": "", "permanent": False}
    first = line.event(EventKind.TEXT_STATUS, status)
    second = line.text_event("+31687654321", "hallo")
    with unit_of_work(line.runtime) as session:
        assert [row[0] for row in events.open_events(session, 9)] == [second, first]


@SQLITE
@pytest.mark.parametrize(
    ("at", "believed"),
    [(timedelta(days=-2), True), (timedelta(hours=1), False), (timedelta(days=-40), False), (None, False)],
    ids=["late", "in the future", "last month", "unknown"],
)
def test_the_providers_time_is_believed_when_it_can_be(line: Line, at: timedelta | None, believed: bool) -> None:
    moment = line.clock() + at if at else None
    payload = {"number": "+31687654321", "text": "hallo", "at": moment.isoformat() if moment else None}
    line.event(EventKind.TEXT_IN, payload)
    events.handle_open_events(line.runtime)
    assert line.replies()[0].received_at == (moment if believed else line.clock())


# Letting leave.


@SQLITE
def test_a_due_text_is_asked_and_sent(line: Line) -> None:
    tenant = line.store(factories.tenant)
    attempt = line.ask(tenant)
    assert line.check_in(tenant).state is CheckInState.ASKED
    assert line.message(attempt.id).state is DeliveryState.SENT
    assert [number for number, _text in line.carrier.texts] == [tenant.mobile]


def test_a_tenant_who_is_being_asked_elsewhere_is_not_asked_a_second_time(line: Line) -> None:
    """Two campaigns were planned in the same moment; the database lets one of them ask."""
    tenant = line.store(factories.tenant)
    line.start(tenant)
    other = line.start(line.store(factories.yilmaz))
    with unit_of_work(line.runtime) as session:
        session.add(CheckIn(campaign_id=other, tenant_id=tenant.id, planned_at=line.clock(), next_at=line.clock()))
    line.work()
    assert len(line.carrier.texts) == 1
    waiting = [message for message in line.rows(Message) if message.state is DeliveryState.QUEUED]
    assert [message.due_at for message in waiting] == [line.clock() + LATER]
    line.text(tenant.mobile, "3")
    check_ins = line.rows(CheckIn, col(CheckIn.tenant_id) == tenant.id)
    assert {row.state: row.asked_at is not None for row in check_ins} == {
        CheckInState.ANSWERED: True,
        CheckInState.PLANNED: False,
    }, "the answer belongs to the question that left"


@SQLITE
@pytest.mark.parametrize(
    ("receipt", "state", "end"),
    [
        (Receipt(Accepted.SENT, provider_id="x"), DeliveryState.SENT, AttemptEnd.DELIVERED),
        (Receipt(Accepted.NOT_SENT, error="503"), DeliveryState.FAILED_FOR_NOW, None),
        (Receipt(Accepted.NOT_SENT, error="1120", permanent=True), DeliveryState.FAILED, AttemptEnd.NUMBER_DEAD),
        (Receipt(Accepted.UNKNOWN, error="timeout"), DeliveryState.UNKNOWN, None),
    ],
)
def test_what_the_provider_answers_is_recorded(
    line: Line, receipt: Receipt, state: DeliveryState, end: AttemptEnd | None
) -> None:
    line.carrier.answers = [receipt]
    tenant = line.store(factories.tenant)
    attempt = line.ask(tenant)
    assert (line.message(attempt.id).state, line.attempts(tenant)[0].end) == (state, end)


@SQLITE
def test_a_call_that_could_not_be_started_ends_its_attempt(line: Line) -> None:
    line.carrier.answers = [Receipt(Accepted.NOT_SENT, error="1120", permanent=True)]
    yilmaz = line.store(factories.yilmaz)
    attempt = line.ask(yilmaz)
    assert (line.call(attempt.id).state, attempt.end) == (DeliveryState.FAILED, AttemptEnd.NUMBER_DEAD)


def change_times(runtime: Runtime, **parts: Any) -> None:
    """Have a coordinator change the landlord's times."""
    with unit_of_work(runtime) as session:
        times = replace(runtime.times, **parts)
        hours_service.change_times(session, times=times, follows=0, staff_id=None, now=runtime.now())


class TestOutsideTheHours:
    @pytest.fixture
    def given(self) -> dict[str, Any]:
        return {"text_hours": "mon-fri 09:00-19:00", "call_hours": "mon-fri 09:30-12:00"}

    @SQLITE
    def test_however_late_the_queue_runs_nobody_is_asked_at_night(self, line: Line) -> None:
        linden, yilmaz = line.store(factories.tenant), line.store(factories.yilmaz)
        line.start(linden, yilmaz)
        release.release_due(line.runtime)
        line.clock.advance(hours=12)
        line.work()
        assert (line.carrier.texts, line.carrier.calls) == ([], [])
        due = {line.rows(kind)[0].due_at - line.clock.moment for kind in (Message, Call)}
        assert due == {timedelta(hours=10, minutes=30), timedelta(hours=11)}

    @SQLITE
    def test_a_tenants_own_part_of_the_day_holds_however_late_the_queue_runs(self, line: Line) -> None:
        change_times(line.runtime, call_hours=Hours.parse("mon-fri 09:30-12:00 13:30-17:00"))
        yilmaz = line.store(lambda session: factories.yilmaz(session, best_daypart="morning"))
        line.start(yilmaz)
        release.release_due(line.runtime)
        line.clock.advance(hours=3)
        line.work()
        assert line.carrier.calls == []
        assert line.rows(Call)[0].due_at.astimezone(line.runtime.zone).isoformat() == "2026-11-24T09:30:00+01:00"

    @SQLITE
    def test_a_day_that_was_closed_after_the_planning_holds_at_once(self, line: Line) -> None:
        linden, yilmaz = line.store(factories.tenant), line.store(factories.yilmaz)
        line.start(linden, yilmaz)
        release.release_due(line.runtime)
        change_times(line.runtime, closed_days=(ClosedDay(line.clock.moment.date()),))
        line.work()
        assert (line.carrier.texts, line.carrier.calls) == ([], [])
        due = {line.rows(kind)[0].due_at.astimezone(line.runtime.zone).isoformat() for kind in (Message, Call)}
        assert due == {"2026-11-24T09:00:00+01:00", "2026-11-24T09:30:00+01:00"}

    @SQLITE
    def test_an_answer_is_confirmed_at_any_hour(self, line: Line) -> None:
        linden = line.store(factories.tenant)
        line.clock.advance(hours=12)
        line.text(linden.mobile, "3")
        line.work()
        assert len(line.carrier.texts) == 1


@SQLITE
def test_many_texts_leave_each_once(line: Line) -> None:
    tenants = line.store(factories.tenants, count=40)
    line.start(*tenants)
    release.release_due(line.runtime)
    assert send_due(line.runtime, TEXTS) == 40
    assert sorted(number for number, _text in line.carrier.texts) == sorted(tenant.mobile for tenant in tenants)


def refuse_rows(line: Line, table: str, condition: str) -> None:
    """Let the database refuse some rows, as it would after a defect of ours."""
    with line.runtime.engine.begin() as database:
        database.exec_driver_sql(
            f"CREATE TRIGGER refuse BEFORE INSERT ON {table} WHEN {condition} BEGIN SELECT RAISE(ABORT, 'refused'); END"
        )


@SQLITE
def test_one_check_in_that_cannot_be_taken_further_holds_up_nobody(line: Line) -> None:
    broken, fine = line.store(factories.tenant), line.store(factories.tenant)
    line.start(broken, fine)
    refuse_rows(line, "message", f"NEW.tenant_id = {broken.id}")
    line.work()
    assert [number for number, _text in line.carrier.texts] == [fine.mobile]
    assert line.check_in(broken).next_at == line.clock() + release.LOOK_AGAIN


@SQLITE
def test_housekeeping_that_fails_does_not_silence_the_bells(line: Line) -> None:
    tenant = line.store(factories.tenant)
    line.text(tenant.mobile, "1")
    run(line.runtime.redis, Queue.CALLBACKS)
    line.clock.advance(days=4)
    refuse_rows(line, "timeline", "NEW.happening = 'promise_lapsed'")
    line.start(line.store(factories.tenant))
    reconciler.tick(line.runtime)
    assert rq.Queue(Queue.TEXTS.value, connection=line.runtime.redis, serializer="json").count == 1


@SQLITE
@pytest.mark.parametrize("channel", [Channel.VOICE, Channel.TEXT])
def test_nothing_is_left_in_the_outbox_of_a_round_that_was_only_sent(line: Line, channel: Channel) -> None:
    line.ask(line.store(factories.tenant), channel=channel)
    assert line.rows(OutboxEntry) == []
