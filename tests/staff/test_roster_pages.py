"""Rooster: the coordinator keeps everybody's hours, each colleague her own, and says on the spot that she joins."""

from __future__ import annotations

from datetime import date

import pytest

from checkin.domain.office_hours import DAYS, Hours
from checkin.runtime import Runtime
from tests.conftest import MovableClock
from tests.visitor import Visitor

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
pytestmark = SQLITE


def people_at(runtime: Runtime) -> int:
    """Count who is on duty besides the one of a landlord without a roster."""
    return runtime.duty.people_at(runtime.now())


def week(**given: str) -> dict[str, str]:
    return {**dict.fromkeys(DAYS, ""), **given}


def test_a_week_without_a_roster_says_what_checkin_counts_on(coordinator: Visitor) -> None:
    page = coordinator.get("/roster").text
    assert "is nog niemand ingeroosterd" in page
    assert "rekent checkin met 1 collega in kantoortijd" in page


def test_a_coordinator_fills_in_the_hours_of_a_colleague(
    runtime: Runtime, coordinator: Visitor, samira: Visitor
) -> None:
    coordinator.get("/roster/2")
    assert coordinator.post("/roster/2", **week(mon="9-11 en 13.00-15.00", thu="9-10")).status_code == 302
    page = coordinator.get("/roster").text
    assert "5 uur om terug te bellen" in page
    assert "9.00-11.00 13.00-15.00" in page
    assert people_at(runtime) == 1
    assert samira.get("/roster").status_code == 403
    assert samira.get("/roster/2").status_code == 403


def test_a_colleague_keeps_her_own_hours_and_days_that_differ(
    runtime: Runtime, samira: Visitor, coordinator: Visitor, clock: MovableClock
) -> None:
    samira.get("/my-hours")
    samira.post("/my-hours", **week(mon="9-12"))
    assert people_at(runtime) == 1
    response = samira.post("/my-hours/days", day="2026-11-23", what="other", other="15-16")
    assert response.status_code == 302
    page = samira.get("/my-hours").text
    assert "15.00-16.00" in page
    assert people_at(runtime) == 0
    assert "<b>15.00-16.00</b>" in coordinator.get("/roster").text
    samira.post("/my-hours/days/remove", day="2026-11-23")
    assert people_at(runtime) == 1
    clock.advance(days=7)
    assert people_at(runtime) == 1


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"day": "", "what": "absent"}, "Kies een dag."),
        ({"day": "2026-11-22", "what": "absent"}, "Deze dag is al voorbij"),
        ({"day": "2029-01-01", "what": "absent"}, "Deze dag is te ver weg"),
        ({"day": "2026-11-24", "what": "other"}, "Vul de tijden van die dag in."),
        ({"day": "2026-11-24", "what": "other", "other": "straks"}, "Schrijf de tijden als"),
    ],
)
def test_a_day_that_is_not_right_is_said(samira: Visitor, fields: dict[str, str], says: str) -> None:
    samira.get("/my-hours")
    response = samira.post("/my-hours/days", **fields)
    assert response.status_code == 422
    assert says in response.text


def test_hours_that_are_not_right_stay_as_typed(runtime: Runtime, samira: Visitor) -> None:
    samira.get("/my-hours")
    response = samira.post("/my-hours", **week(tue="ochtend"))
    assert response.status_code == 422
    assert 'value="ochtend"' in response.text
    assert people_at(runtime) == 1


def test_joining_and_stopping_from_the_first_page(
    runtime: Runtime, coordinator: Visitor, samira: Visitor, clock: MovableClock
) -> None:
    coordinator.get("/roster/1")
    coordinator.post("/roster/1", **week(fri="9-17"))
    assert people_at(runtime) == 0
    assert "Ik doe nu mee" in samira.get("/").text
    samira.post("/my-hours/join", next="/")
    page = samira.get("/").text
    assert "Fijn! U belt mee tot 12.30 uur." in page
    assert "Ik stop" in page
    assert people_at(runtime) == 1
    samira.post("/my-hours/stop", next="/")
    assert "U bent gestopt" in samira.get("/").text
    assert people_at(runtime) == 0
    clock.advance(hours=12)
    samira.post("/my-hours/join", next="/")
    assert people_at(runtime) == 0


def test_other_weeks_can_be_looked_at(coordinator: Visitor) -> None:
    coordinator.get("/my-hours")
    coordinator.post("/my-hours", **week(mon="9-11"))
    assert "30 november" in coordinator.get("/roster?w=1").text
    assert coordinator.get("/roster?w=99999").status_code == 200


def test_a_colleague_who_is_not_there_has_no_page(coordinator: Visitor) -> None:
    assert coordinator.get("/roster/999").status_code == 404


def test_a_holiday_leaves_nobody_on_the_picture(runtime: Runtime, coordinator: Visitor) -> None:
    coordinator.get("/my-hours")
    coordinator.post("/my-hours", **week(fri="9-11"))
    assert Hours.parse(runtime.settings.office_hours) == runtime.office_hours.hours
    weeks = (date(2026, 12, 25) - date(2026, 11, 27)).days // 7
    page = coordinator.get(f"/roster?w={weeks}").text
    assert "is nog niemand ingeroosterd" in page
