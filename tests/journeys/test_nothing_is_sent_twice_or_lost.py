"""Workers are killed, connections drop, Valkey comes back empty: nobody is asked twice and no answer is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlmodel import Session, col

from checkin.cases.models import Case
from checkin.domain.checkins import CheckInState
from checkin.domain.deliveries import DeliveryState
from checkin.messaging.models import Message
from checkin.tenants.models import Tenant
from tests import factories
from tests.town import ON_POSTGRESQL, ON_SQLITE, Town, plain


def cases(session: Session) -> list[Case]:
    return list(session.execute(select(Case)).scalars())


def states(session: Session) -> set[DeliveryState]:
    return set(session.execute(select(col(Message.state))).scalars())


def worker_process(town: Town, queue: str) -> subprocess.Popen[bytes]:
    """Start a real worker, as the supervisor does."""
    return subprocess.Popen(
        [sys.executable, "-m", "workers", queue],
        env={**os.environ, **plain(town.runtime.settings)},
        cwd=Path(__file__).parents[2],
        stderr=subprocess.DEVNULL,
    )


def test_a_worker_killed_while_sending_sends_nothing_twice(town: Town) -> None:
    tenants: list[Tenant] = [town.store(factories.tenant) for _ in range(6)]
    town.network.faults.set([{"name": "slow", "times": None, "path": "messages", "value": 1.5}])
    worker = worker_process(town, "texts")
    town.start_round(*tenants)
    deadline = time.monotonic() + 20
    while not any(town.telephone(tenant.mobile).texts() for tenant in tenants) and time.monotonic() < deadline:
        time.sleep(0.02)
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    town.network.faults.set([])

    # A text that was claimed and had not left stays `sending` until its lease is over; all others arrive.
    settled = {DeliveryState.DELIVERED, DeliveryState.SENDING}
    town.until(lambda: town.look(states) <= settled, "what left settles by its reports")
    town.later(minutes=2)
    settled = {DeliveryState.DELIVERED, DeliveryState.UNKNOWN}
    town.until(lambda: town.look(states) <= settled, "what may have left is unknown, and not sent again")
    town.later(minutes=20)
    received = [len(town.telephone(tenant.mobile).texts()) for tenant in tenants]
    unknown = received.count(0)
    town.until(lambda: len(town.look(cases)) == unknown, "a person rings whoever may have heard nothing")
    assert max(received) == 1
    assert town.network.violations == []


@ON_POSTGRESQL
def test_a_provider_that_drops_the_connection_after_accepting_is_not_asked_again(town: Town) -> None:
    tenants: list[Tenant] = [town.store(factories.tenant) for _ in range(4)]
    callers: list[Tenant] = [town.store(factories.yilmaz) for _ in range(2)]
    town.network.faults.set(
        [
            {"name": "drop", "times": None, "path": "messages"},
            {"name": "drop", "times": None, "path": "calls"},
        ]
    )
    town.start_round(*tenants, *callers)
    town.until(lambda: town.look(states) == {DeliveryState.DELIVERED}, "the reports settle what the answer did not")
    town.network.faults.set([])
    town.until(lambda: all(town.telephone(one.landline).calls() for one in callers), "the telephones rang")
    assert [len(town.telephone(tenant.mobile).texts()) for tenant in tenants] == [1] * 4
    assert [len(town.telephone(caller.landline).calls()) for caller in callers] == [1] * 2
    assert town.network.violations == []


@ON_SQLITE
@pytest.mark.parametrize("status", [500, 503])
def test_an_error_after_accepting_is_unknown_and_settled_by_the_report(town: Town, status: int) -> None:
    linden = town.store(factories.tenant)
    town.network.faults.set([{"name": "fail_after_accepting", "path": "messages", "value": status}])
    town.start_round(linden)
    town.until(lambda: town.look(states) == {DeliveryState.DELIVERED}, "the report settles it")
    assert len(town.telephone(linden.mobile).texts()) == 1


@ON_SQLITE
def test_a_refusal_is_tried_again_and_arrives_once(town: Town) -> None:
    linden = town.store(factories.tenant)
    town.network.faults.set(
        [{"name": "refuse", "times": 1, "path": "messages", "value": {"status": 429, "retry_after": 1}}]
    )
    town.start_round(linden)
    town.until(lambda: town.look(states) == {DeliveryState.DELIVERED}, "it is tried again")
    assert len(town.telephone(linden.mobile).texts()) == 1


@ON_POSTGRESQL
def test_valkey_restarted_empty_loses_no_answer(town: Town) -> None:
    linden = town.store(factories.tenant)
    town.start_round(linden)
    telephone = town.telephone(linden.mobile)
    town.until(telephone.texts, "the check-in arrives")
    telephone.write("1")
    time.sleep(0.5)
    # Everything that Valkey knew is gone: the bell that was rung, and the job that was waiting.
    town.runtime.redis.flushall()
    town.until(lambda: town.look(cases), "the answer is found in the database")
    town.runtime.redis.flushall()
    town.until(lambda: town.look(cases)[0].offered_at, "the case reaches people all the same")
    assert len(town.look(cases)) == 1


def test_the_whole_service_works_without_valkey(town: Town) -> None:
    linden, yilmaz = town.store(factories.tenant), town.store(factories.yilmaz)
    town.runtime.redis.connection_pool.disconnect()
    nowhere = town.runtime.redis.__class__.from_url("unix:///nowhere/valkey.sock", socket_timeout=0.1)
    town.runtime.redis = nowhere
    town.runtime.__post_init__()
    town.alone = True
    town.start_round(linden, yilmaz)
    telephone = town.telephone(linden.mobile)
    town.until(telephone.texts, "the check-in arrives")
    telephone.write("2")
    town.until(lambda: len(telephone.texts()) == 2, "the promise is told")
    town.until(lambda: town.telephone(yilmaz.landline).calls(), "the telephone rings")
    assert town.look(cases)[0].promised_before is not None


def test_late_doubled_and_reordered_webhooks_change_nothing(town: Town) -> None:
    linden = town.store(factories.tenant)
    town.network.faults.set(
        [
            {"name": "reorder", "times": 1, "path": "status"},
            {"name": "duplicate", "times": 4, "path": "status", "value": 3},
            {"name": "duplicate", "times": 1, "path": "inbound", "value": 3},
        ]
    )
    town.start_round(linden)
    telephone = town.telephone(linden.mobile)
    town.until(lambda: town.look(states) == {DeliveryState.DELIVERED}, "the text arrives")
    telephone.write("1")
    town.until(lambda: len(telephone.texts()) == 2, "the promise is told once")
    for _ in range(5):
        town.work()
    assert len(town.look(cases)) == 1
    assert len(telephone.texts()) == 2
    assert town.check_in(linden).state is CheckInState.ANSWERED
