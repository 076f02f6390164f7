"""A time that was told and missed: one apology with a new time, an alarm, and the top of the list without a mobile."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlmodel import col, select

from checkin import flow
from checkin.alarms import nudging
from checkin.cases import service as cases
from checkin.cases.models import Case
from checkin.dashboard.queries import attention
from checkin.db import reading, unit_of_work
from checkin.domain.cases import CaseKind, CaseState
from checkin.messaging.models import Message
from checkin.messaging.wording import Wording
from checkin.runtime import Runtime
from checkin.tenants.models import Happening, PhoneNumber, Tenant, TimelineEntry
from tests import factories
from tests.conftest import MovableClock
from workers import reconciler

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def told_in_time(runtime: Runtime, *, told: bool = True, kind: CaseKind = CaseKind.CHAT, **given: object) -> Case:
    """A tenant who said yes and heard when a person rings; the moment that was promised is stored."""
    with unit_of_work(runtime) as session:
        tenant = factories.tenant(session, **given)
        case = factories.case(session, tenant_id=tenant.id, now=runtime.now(), kind=kind)
        cases.make_promise(session, runtime, case, now=runtime.now())
        case.told_at = runtime.now() if told else None
    return case


def miss(runtime: Runtime, clock: MovableClock, case: Case) -> None:
    """Let the promised moment pass, and have the reconciler look."""
    with reading(runtime) as session:
        now = session.get_one(Case, case.id)
        moment = now.again_before or now.promised_before
    assert moment is not None
    clock.moment = moment + timedelta(seconds=6)
    reconciler.tick(runtime)


def texts(runtime: Runtime) -> list[Message]:
    with reading(runtime) as session:
        found = select(Message).where(col(Message.wording) == Wording.S16_SORRY).order_by(col(Message.created_at))
        return list(session.exec(found))


def again(runtime: Runtime, case: Case) -> Case:
    with reading(runtime) as session:
        return session.get_one(Case, case.id)


def happenings(runtime: Runtime, wanted: Happening) -> int:
    with reading(runtime) as session:
        return len(list(session.exec(select(TimelineEntry).where(col(TimelineEntry.happening) == wanted))))


def test_a_missed_time_is_answered_for_once_with_a_new_time(runtime: Runtime, clock: MovableClock) -> None:
    case = told_in_time(runtime)
    promised = case.promised_before
    for _ in range(3):
        miss(runtime, clock, case) if not texts(runtime) else reconciler.tick(runtime)
    (text,) = texts(runtime)
    now = again(runtime, case)
    assert now.promised_before == promised
    assert now.again_before is not None
    assert now.again_before > clock.moment
    assert text.text.startswith("Sorry, wij belden u niet op tijd. Een collega van Woonstichting Eemland belt u ")
    assert (happenings(runtime, Happening.PROMISE_LAPSED), happenings(runtime, Happening.APOLOGISED)) == (1, 1)
    with reading(runtime) as session:
        assert (attention(session, now=clock.moment).late, attention(session, now=clock.moment).owed) == (1, 0)


def test_a_new_time_that_is_missed_as_well_is_another_lapse(runtime: Runtime, clock: MovableClock) -> None:
    case = told_in_time(runtime)
    miss(runtime, clock, case)
    miss(runtime, clock, case)
    while not runtime.text_hours.is_open(clock.moment):
        clock.advance(hours=1)
    reconciler.tick(runtime)
    assert len(texts(runtime)) == 2
    assert happenings(runtime, Happening.PROMISE_LAPSED) == 2


def test_two_reconcilers_apologise_once(runtime: Runtime, clock: MovableClock) -> None:
    case = told_in_time(runtime)
    assert case.promised_before is not None
    clock.moment = case.promised_before + timedelta(seconds=6)
    with unit_of_work(runtime) as session:
        assert cases.tell_lapses(session, now=clock.moment) == 1
        assert nudging.nudge(session, runtime, now=clock.moment) == 1
    together = threading.Barrier(2)

    def look(_number: int) -> int:
        together.wait()
        with unit_of_work(runtime) as session:
            return flow.apologise(session, runtime, now=clock.moment)

    with ThreadPoolExecutor(2) as both:
        assert sum(both.map(look, range(2))) == 1
    assert len(texts(runtime)) == 1


def test_who_has_no_mobile_stands_first_on_the_list(runtime: Runtime, clock: MovableClock) -> None:
    early = told_in_time(runtime)
    landline = told_in_time(runtime, mobile=None, landline=factories.landline())
    assert early.promised_before is not None
    assert landline.promised_before is not None
    assert early.promised_before <= landline.promised_before
    miss(runtime, clock, landline)
    assert [one.number for one in texts(runtime)] != []
    assert again(runtime, landline).again_before is None
    with reading(runtime) as session:
        assert cases.next_case_id(session, runtime, staff_id=0, now=clock.moment) == landline.id
        assert (attention(session, now=clock.moment).late, attention(session, now=clock.moment).owed) == (2, 1)


@SQLITE
@pytest.mark.parametrize("why", ["stopped", "deceased", "number stopped", "nothing told", "taken", "called in time"])
def test_nobody_is_texted_who_should_not_be(runtime: Runtime, clock: MovableClock, why: str) -> None:
    case = told_in_time(runtime, told=why != "nothing told")
    with unit_of_work(runtime) as session:
        tenant, mine = session.get_one(Tenant, case.tenant_id), session.get_one(Case, case.id)
        if why == "stopped":
            tenant.stopped_at = clock.moment
        elif why == "deceased":
            tenant.deceased_at = clock.moment
        elif why == "number stopped":
            session.add(PhoneNumber(number=tenant.mobile or "", stopped_at=clock.moment))
        elif why == "called in time":
            mine.first_rang_at = clock.moment
        elif why == "taken":
            mine.state, mine.claimed_by = CaseState.CLAIMED, factories.ton(session).id
            mine.claim_ends_at = clock.moment + timedelta(days=9)
    miss(runtime, clock, case)
    assert texts(runtime) == []


class TestInTheEvening:
    @pytest.fixture
    def given(self) -> dict[str, str]:
        return {"text_hours": "mon-fri 09:00-19:00"}

    @SQLITE
    def test_an_apology_waits_for_the_hours_of_texts(self, runtime: Runtime, clock: MovableClock) -> None:
        case = told_in_time(runtime)
        assert case.promised_before is not None
        clock.moment = case.promised_before.replace(hour=22)
        reconciler.tick(runtime)
        assert (texts(runtime), happenings(runtime, Happening.PROMISE_LAPSED)) == ([], 1)
        clock.moment = runtime.text_hours.next_open(clock.moment)
        reconciler.tick(runtime)
        assert len(texts(runtime)) == 1
