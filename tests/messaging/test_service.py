"""Texts and calls: claimed once, held back by STOP, tried again with patience, and never taken back."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session

from checkin.db import reading, unit_of_work
from checkin.domain.deliveries import DeliveryState
from checkin.flow import stops
from checkin.messaging import service
from checkin.messaging.gateway import Accepted, Receipt
from checkin.messaging.models import Call, Message
from checkin.messaging.pace import MARGIN, reserve
from checkin.messaging.service import Claimed
from checkin.messaging.wording import Wording
from checkin.runtime import Runtime
from checkin.tenants.models import Tenant
from tests import factories
from tests.conftest import MONDAY_MORNING, MovableClock

S = DeliveryState
SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
ALWAYS, NEVER = sa.true(), sa.false()


def queue(
    session: Session,
    tenant: Tenant,
    wording: Wording = Wording.S1_CHECK_IN,
    now: datetime = MONDAY_MORNING,
    **more: Any,
) -> str:
    return service.queue_text(
        session,
        number=str(tenant.mobile),
        wording=wording,
        text="Hoe gaat het met u?",
        language="nl",
        tenant_id=tenant.id,
        now=now,
        automatic_check=more.pop("automatic_check", True),
        **more,
    )


@pytest.fixture
def text(runtime: Runtime) -> tuple[str, Tenant]:
    """A question that waits, and whom it is for."""
    with unit_of_work(runtime) as session:
        tenant = factories.tenant(session)
        return queue(session, tenant), tenant


def claim(runtime: Runtime, reference: str, may_ask: Any = ALWAYS) -> Claimed | None:
    with unit_of_work(runtime) as session:
        found = service.claim_deliveries(session, Message, references=[reference], now=runtime.now(), may_ask=may_ask)
    return found[0] if found else None


def claim_it(runtime: Runtime, reference: str) -> Claimed:
    claimed = claim(runtime, reference)
    assert claimed is not None
    return claimed


def receive(runtime: Runtime, claimed: Claimed, receipt: Receipt) -> DeliveryState | None:
    with unit_of_work(runtime) as session:
        now = runtime.now()
        if receipt.accepted is not Accepted.SENT:
            return service.record_not_sent(session, Message, claimed=claimed, receipt=receipt, now=now)
        provider_ids, tokens = {claimed.id: receipt.provider_id or ""}, {claimed.token}
        held = service.record_sent(session, Message, provider_ids=provider_ids, tokens=tokens, now=now)
    return S.SENT if held == [claimed.id] else None


def stored(runtime: Runtime, reference: str) -> Message:
    with reading(runtime) as session:
        return session.get_one(Message, reference)


# Claiming.


def test_a_text_is_claimed_by_exactly_one_of_many_workers(runtime: Runtime, text: tuple[str, Tenant]) -> None:
    together = threading.Barrier(8)

    def grab(_number: int) -> Claimed | None:
        together.wait()
        return claim(runtime, text[0])

    with ThreadPoolExecutor(8) as crew:
        won = [claimed for claimed in crew.map(grab, range(8)) if claimed]
    assert len(won) == 1
    message = stored(runtime, text[0])
    assert (message.state, message.claim, message.tries) == (S.SENDING, won[0].token, 1)


@SQLITE
def test_a_text_that_is_not_due_or_may_not_ask_is_not_claimed(runtime: Runtime) -> None:
    with unit_of_work(runtime) as session:
        tenant = factories.tenant(session)
        later = queue(session, tenant, due_at=MONDAY_MORNING + timedelta(minutes=1))
        question, confirmation = queue(session, tenant), queue(session, tenant, automatic_check=False)
    assert claim(runtime, later) is None
    assert claim(runtime, question, may_ask=NEVER) is None
    assert claim(runtime, confirmation, may_ask=NEVER) is not None


def stop(session: Session, tenant: Tenant) -> None:
    stops.stop_tenant(session, tenant, now=MONDAY_MORNING, how="text")


def stop_number(session: Session, tenant: Tenant) -> None:
    stops.mark_number(session, str(tenant.mobile), stopped_at=MONDAY_MORNING)


def close_number(session: Session, tenant: Tenant) -> None:
    stops.close_number(session, str(tenant.mobile), reason="wrong_number", tenant_id=tenant.id, now=MONDAY_MORNING)


def die(session: Session, tenant: Tenant) -> None:
    tenant.deceased_at = MONDAY_MORNING


HELD = pytest.mark.parametrize("held", [stop, stop_number, close_number, die])


@HELD
def test_what_happens_between_the_queue_and_the_claim_holds_a_text_back(
    runtime: Runtime, text: tuple[str, Tenant], held: Any
) -> None:
    with unit_of_work(runtime) as session:
        held(session, session.get_one(Tenant, text[1].id))
    assert claim(runtime, text[0]) is None
    with unit_of_work(runtime) as session:
        assert service.withdraw(session, Message, reference=text[0], now=runtime.now())
    assert stored(runtime, text[0]).state is S.CANCELLED


@SQLITE
@HELD
def test_a_call_is_held_back_in_the_same_way(runtime: Runtime, held: Any) -> None:
    with unit_of_work(runtime) as session:
        tenant = factories.tenant(session)
        row = {"id": "call", "tenant_id": tenant.id, "number": str(tenant.mobile), "due_at": MONDAY_MORNING}
        service.queue_many(session, Call, [row | {"created_at": MONDAY_MORNING}])
        held(session, tenant)
    with unit_of_work(runtime) as session:
        claimed = service.claim_deliveries(session, Call, references=["call"], now=MONDAY_MORNING, may_ask=ALWAYS)
    assert claimed == []


@SQLITE
@pytest.mark.parametrize("wording", Wording)
def test_after_stop_only_the_last_words_leave(runtime: Runtime, wording: Wording) -> None:
    last = {Wording.S6_STOPPED, Wording.S10_WRONG_NUMBER, Wording.S7_DANGER, Wording.S7B_DESPAIR}
    with unit_of_work(runtime) as session:
        tenant = factories.tenant(session)
        reference = queue(session, tenant, wording, automatic_check=False)
        stop(session, tenant)
    assert (claim(runtime, reference) is not None) is (wording in last)


@SQLITE
def test_what_only_has_to_wait_is_not_withdrawn(runtime: Runtime, text: tuple[str, Tenant]) -> None:
    with unit_of_work(runtime) as session:
        assert not service.withdraw(session, Message, reference=text[0], now=runtime.now())
        later = MONDAY_MORNING + timedelta(hours=1)
        service.postpone(session, Message, reference=text[0], due_at=later, now=runtime.now())
    assert (stored(runtime, text[0]).state, claim(runtime, text[0])) == (S.QUEUED, None)


@SQLITE
def test_answers_leave_before_questions(runtime: Runtime) -> None:
    with unit_of_work(runtime) as session:
        tenant = factories.tenant(session)
        first = queue(session, tenant, now=MONDAY_MORNING - timedelta(hours=1))
        answer = queue(session, tenant, Wording.S3_CHAT, automatic_check=False)
        second = queue(session, tenant)
        found = service.due(session, Message, now=MONDAY_MORNING, limit=9)
    assert [one.id for one in found] == [answer, first, second]


# What the provider answers.


REFUSED = Receipt(Accepted.NOT_SENT, error="503")


@SQLITE
def test_an_accepted_text_is_sent(runtime: Runtime, text: tuple[str, Tenant]) -> None:
    claimed = claim_it(runtime, text[0])
    assert receive(runtime, claimed, Receipt(Accepted.SENT, provider_id="uuid")) is S.SENT
    message = stored(runtime, text[0])
    assert (message.provider_id, message.sent_at) == ("uuid", MONDAY_MORNING)
    assert claim(runtime, text[0]) is None


@SQLITE
def test_an_unknown_outcome_is_never_sent_again(
    runtime: Runtime, clock: MovableClock, text: tuple[str, Tenant]
) -> None:
    claimed = claim_it(runtime, text[0])
    assert receive(runtime, claimed, Receipt(Accepted.UNKNOWN, error="timeout")) is S.UNKNOWN
    clock.advance(days=30)
    assert claim(runtime, text[0]) is None


@SQLITE
def test_what_was_surely_not_sent_is_tried_again_with_growing_patience_and_then_left(
    runtime: Runtime, clock: MovableClock, text: tuple[str, Tenant]
) -> None:
    waits = []
    while (claimed := claim(runtime, text[0])) is not None:
        state = receive(runtime, claimed, REFUSED)
        waits.append((stored(runtime, text[0]).due_at - clock()).total_seconds())
        assert claim(runtime, text[0]) is None
        clock.advance(seconds=max(waits[-1], 0))
    assert state is S.FAILED
    assert len(waits) == service.TRIES_ALLOWED
    assert waits[:-1] == [5, 15, 60, 300]
    message = stored(runtime, text[0])
    assert (message.tries, message.permanent, message.error) == (service.TRIES_ALLOWED, False, "503")


@SQLITE
def test_the_provider_may_say_how_long_to_wait(runtime: Runtime, text: tuple[str, Tenant]) -> None:
    claimed = claim_it(runtime, text[0])
    receive(runtime, claimed, Receipt(Accepted.NOT_SENT, error="429", retry_after_seconds=42))
    assert stored(runtime, text[0]).due_at == MONDAY_MORNING + timedelta(seconds=42)


@SQLITE
def test_a_number_that_can_never_work_is_not_tried_again(runtime: Runtime, text: tuple[str, Tenant]) -> None:
    claimed = claim_it(runtime, text[0])
    receipt = Receipt(Accepted.NOT_SENT, error="1120", permanent=True)
    assert receive(runtime, claimed, receipt) is S.FAILED
    assert (stored(runtime, text[0]).permanent, stored(runtime, text[0]).tries) == (True, 1)


def test_a_worker_that_comes_back_from_the_dead_writes_nothing(
    runtime: Runtime, clock: MovableClock, text: tuple[str, Tenant]
) -> None:
    stale = claim_it(runtime, text[0])
    receive(runtime, stale, REFUSED)
    clock.advance(minutes=1)
    fresh = claim_it(runtime, text[0])
    assert receive(runtime, stale, Receipt(Accepted.SENT, provider_id="stale")) is None
    assert (stored(runtime, text[0]).state, stored(runtime, text[0]).claim) == (S.SENDING, fresh.token)
    assert receive(runtime, fresh, Receipt(Accepted.SENT, provider_id="fresh")) is S.SENT
    assert receive(runtime, fresh, REFUSED) is None
    assert stored(runtime, text[0]).provider_id == "fresh"


# Losing sight.


def test_a_request_past_its_lease_becomes_unknown_and_once_only(
    runtime: Runtime, clock: MovableClock, text: tuple[str, Tenant]
) -> None:
    claimed = claim_it(runtime, text[0])

    def lost() -> int:
        with unit_of_work(runtime) as session:
            return len(service.lose_sight(session, Message, now=clock()))

    clock.advance(seconds=60)
    assert lost() == 0
    clock.advance(seconds=1)
    together = threading.Barrier(2)

    def look(_number: int) -> int:
        together.wait()
        return lost()

    with ThreadPoolExecutor(2) as both:
        assert sum(both.map(look, range(2))) == 1
    assert stored(runtime, text[0]).state is S.UNKNOWN
    assert receive(runtime, claimed, Receipt(Accepted.SENT)) is None
    assert claim(runtime, text[0]) is None


# How many texts.


@SQLITE
def test_the_texts_of_a_day_are_counted_per_number_and_questions_are_not(session: Session) -> None:
    tenant, other = factories.tenant(session), factories.tenant(session)
    now = MONDAY_MORNING
    for moment in (now - timedelta(days=1), now - timedelta(hours=23), now):
        queue(session, tenant, Wording.S5_FINE, moment, automatic_check=False)
    queue(session, tenant, now=now)
    queue(session, other, Wording.S5_FINE, now, automatic_check=False)
    assert service.texts_today(session, str(tenant.mobile), now) == 2


# The pace.


def most_in_a_second(moments: list[datetime]) -> int:
    """Count the most that ever leave in one rolling second."""
    ordered = sorted(moments)
    return max(sum(start <= moment < start + timedelta(seconds=1) for moment in ordered) for start in ordered)


@SQLITE
def test_no_rolling_second_ever_holds_more_than_the_rate(runtime: Runtime) -> None:
    asks = st.lists(st.tuples(st.integers(1, 20), st.floats(0, 2)), min_size=1, max_size=8)
    names = iter(range(10**6))

    @given(asks, st.floats(0.5, 40))
    def whatever_is_asked(steps: list[tuple[int, float]], per_second: float) -> None:
        channel, now, moments = f"channel-{next(names)}", MONDAY_MORNING, list[datetime]()
        with unit_of_work(runtime) as session:
            for count, pause in steps:
                now += timedelta(seconds=pause)
                taken = reserve(session, channel, count=count, per_second=per_second, now=now)
                assert len(taken) == count
                assert min(taken) >= now
                moments += taken
        assert len(set(moments)) == len(moments)
        assert most_in_a_second(moments) <= max(1, int(per_second) + 1)
        gaps = [
            (after - before).total_seconds()
            for before, after in zip(sorted(moments), sorted(moments)[1:], strict=False)
        ]
        assert all(gap >= 1 / per_second for gap in gaps)

    whatever_is_asked()


def test_workers_on_several_threads_share_one_pace(runtime: Runtime) -> None:
    per_second = 30.0
    together = threading.Barrier(6)

    def worker(_number: int) -> list[datetime]:
        together.wait()
        mine: list[datetime] = []
        for _chunk in range(4):
            with unit_of_work(runtime) as session:
                mine += reserve(session, "texts", count=5, per_second=per_second, now=MONDAY_MORNING)
            time.sleep(0)
        return mine

    with ThreadPoolExecutor(6) as crew:
        moments = [moment for mine in crew.map(worker, range(6)) for moment in mine]
    assert len(set(moments)) == len(moments) == 120
    assert most_in_a_second(moments) <= per_second
    assert max(moments) - min(moments) == pytest.approx(
        timedelta(seconds=119 / (per_second * MARGIN)), abs=timedelta(milliseconds=5)
    )
