"""Danger and promises on screen: on top of every page, on the list of who is rung, and under one button."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import col

from checkin.alarms import on_call
from checkin.alarms.models import Alarm, OnCallHours
from checkin.cases import service as cases
from checkin.cases.models import Case
from checkin.db import reading, unit_of_work
from checkin.domain.alarms import AlarmState
from checkin.domain.office_hours import Hours
from checkin.runtime import Runtime
from checkin.staff.models import Role, Staff
from checkin.staff.roster import set_hours
from tests import factories
from tests.conftest import MovableClock
from tests.visitor import Visitor
from workers import reconciler

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def given() -> dict[str, Any]:
    """Ordinary office hours."""
    return {}


@pytest.fixture
def promised(runtime: Runtime) -> int:
    """A tenant who was told a time."""
    with unit_of_work(runtime) as session:
        case = factories.case(session)
        cases.make_promise(session, runtime, case, now=runtime.now())
        case.told_at = runtime.now()
        return case.id or 0


def later(runtime: Runtime, clock: MovableClock, **by: float) -> None:
    clock.advance(**by)
    reconciler.tick(runtime)


def test_a_promise_stands_on_top_of_every_page_until_it_is_seen_or_rung(
    runtime: Runtime, clock: MovableClock, samira: Visitor, coordinator: Visitor, promised: int
) -> None:
    with unit_of_work(runtime) as session:
        set_hours(session, staff_id=1, hours=Hours.parse("mon-fri 09:00-17:00"), by=None, now=clock())
    assert "verwacht een telefoontje" not in samira.get("/").text
    later(runtime, clock, hours=2, minutes=20)
    samira.sign_in("samira@example.nl")
    for path in ("/", "/worklist", "/me"):
        assert "Mevrouw Van der Linden</b> verwacht een telefoontje vóór" in samira.get(path).text
    assert samira.post(f"/notices/{promised}/seen", next="/").status_code == 302
    assert "verwacht een telefoontje" not in samira.get("/").text
    later(runtime, clock, hours=3)
    coordinator.sign_in("sanne@example.nl")
    assert "Belofte niet gehaald:" in coordinator.get("/").text


def test_danger_stands_in_red_on_everybodys_page_until_somebody_takes_it(
    runtime: Runtime, clock: MovableClock, samira: Visitor, coordinator: Visitor, promised: int
) -> None:
    coordinator.get("/")
    assert coordinator.post(f"/cases/{promised}/alarm").status_code == 302
    later(runtime, clock, seconds=1)
    page = samira.get("/worklist").text
    assert 'class="on-top danger"' in page
    assert "Mevrouw Van der Linden</b> vraagt om hulp, sinds 10.30." in page
    assert "Sla alarm" in samira.get(f"/cases/{promised}").text
    samira.post(f"/cases/{promised}/claim")
    later(runtime, clock, seconds=1)
    assert 'class="on-top danger"' not in samira.get("/").text


def test_who_helps_a_colleague_in_danger_answers_on_screen_and_gets_no_other_tenant(
    runtime: Runtime, clock: MovableClock, samira: Visitor, coordinator: Visitor, promised: int
) -> None:
    with unit_of_work(runtime) as session:
        other = factories.case(session).id
    samira.post(f"/cases/{promised}/claim")
    samira.post(f"/cases/{promised}/alarm")
    later(runtime, clock, seconds=1)
    asks = "</b> is nu bij Samira, die om hulp vraagt sinds 10.30."
    hers = samira.get(f"/cases/{promised}").text
    assert asks in hers
    assert "Ik help mee" not in hers, "she is the one who asks"
    assert "Ik bel mevrouw" not in hers
    page = coordinator.get("/worklist").text
    assert asks in page
    assert 'aria-label="Ik help mee bij mevrouw Van der Linden"' in page
    [alarm_id] = rows(runtime, select(col(Alarm.id)))
    answer = coordinator.post(f"/alarms/{alarm_id}/help")
    assert answer.location == f"/cases/{promised}"
    assert "U helpt mee. Zoek nu contact met Samira." in coordinator.get(answer.location).text
    assert 'class="on-top danger"' not in samira.get("/").text
    coordinator.post(f"/alarms/{alarm_id}/help")
    assert "Dit is al opgepakt." in coordinator.get("/").text
    [alarm] = rows(runtime, select(Alarm))
    assert alarm.state is AlarmState.ANSWERED
    held = dict(rows(runtime, select(col(Case.id), col(Case.claimed_by)), scalars=False))
    assert held[other] is None
    assert held[promised] is not None


def test_the_page_of_who_is_in_danger_has_one_button_to_ring(
    runtime: Runtime, clock: MovableClock, samira: Visitor, coordinator: Visitor, promised: int
) -> None:
    coordinator.get("/")
    coordinator.post(f"/cases/{promised}/alarm")
    later(runtime, clock, seconds=1)
    assert samira.get(f"/cases/{promised}").text.count("Ik bel") == 1
    assert samira.get("/").text.count('aria-label="Ik bel mevrouw Van der Linden"') > 0


def rows(runtime: Runtime, query: Any, *, scalars: bool = True) -> list[Any]:
    with reading(runtime) as session:
        found = session.execute(query)
        return list(found.scalars() if scalars else found.all())


def test_the_list_of_who_is_rung_is_kept_in_order(
    runtime: Runtime, coordinator: Visitor, colleague: Callable[..., Staff], clock: MovableClock
) -> None:
    assert "Nog niemand." in coordinator.get("/on-call").text
    with unit_of_work(runtime) as session:
        ids = [factories.staff(session, name, phone=factories.mobile()).id for name in ("Ton", "Fatma")]
    colleague("zonder@example.nl", Role.STAFF)
    page = coordinator.get("/on-call").text
    assert "Fatma" in page
    assert "Zonder" not in page  # has no telephone
    coordinator.post("/on-call", staff=ids[0], when="office")
    coordinator.post("/on-call", staff=ids[1], when="own", sat="9-17")
    page = coordinator.get("/on-call").text
    assert page.index("1. Ton") < page.index("2. Fatma")
    assert "Op eigen tijden: za 9.00-17.00" in page
    coordinator.post(f"/on-call/{ids[1]}/up")
    page = coordinator.get("/on-call").text
    assert page.index("1. Fatma") < page.index("2. Ton")
    coordinator.post(f"/on-call/{ids[1]}/remove")
    assert "Fatma</span>" not in coordinator.get("/on-call").text
    answer = coordinator.post("/on-call", staff=ids[1], when="own")
    assert answer.status_code == 422
    assert "Vul de eigen tijden in" in answer.text
    with unit_of_work(runtime) as session:
        session.get_one(Staff, ids[0]).phone = None
    assert "Zonder telefoon, dus niet te bellen: Ton." in coordinator.get("/on-call").text
    del clock


def test_alarms_of_the_last_weeks_say_who_was_rung_and_who_took_it(
    runtime: Runtime, clock: MovableClock, samira: Visitor, coordinator: Visitor, promised: int
) -> None:
    coordinator.get("/")
    coordinator.post(f"/cases/{promised}/alarm", what="despair")
    later(runtime, clock, seconds=1)
    assert "nog zonder antwoord" in coordinator.get("/on-call").text
    assert "1 alarm zonder antwoord" in coordinator.get("/").text
    samira.post(f"/cases/{promised}/claim")
    later(runtime, clock, seconds=1)
    assert "pakte het op om" in coordinator.get("/on-call").text
    with reading(runtime) as session:
        assert session.execute(select(Alarm)).scalars().one().state is AlarmState.ANSWERED


def test_hours_that_were_chosen_are_written_as_they_are_read(runtime: Runtime, coordinator: Visitor) -> None:
    coordinator.get("/on-call")
    with unit_of_work(runtime) as session:
        ton = factories.staff(session, "Ton", phone=factories.mobile()).id
    coordinator.post("/on-call", staff=ton, when="outside")
    with reading(runtime) as session:
        kept = session.get_one(OnCallHours, ton).hours
    assert Hours.parse(kept) == on_call.outside(runtime.times.office_hours)
    assert "Buiten kantoortijd" in coordinator.get("/on-call").text
