"""Tijden en feestdagen: a coordinator changes them, sees what it does, and loses nothing that was typed."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from checkin.db import unit_of_work
from checkin.domain.holidays import ClosedDay, Holiday
from checkin.domain.office_hours import DAYS
from checkin.hours.forms import ACTIVITIES
from checkin.messaging import service as messaging
from checkin.runtime import Runtime
from checkin.web.clock_times import hours_words, minute_words, read_hours
from tests import factories
from tests.visitor import Visitor

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
SATURDAY = datetime(2026, 11, 28, 10, 30, tzinfo=UTC)


def form(runtime: Runtime, follows: int = 0, **changed: Any) -> dict[str, Any]:
    """Fill in the form as it stands, but for what is changed."""
    times = runtime.times
    fields: dict[str, Any] = {"follows": follows, "holidays": [one.value for one in times.holidays], "closed_days": ""}
    for activity, hours in zip(ACTIVITIES, (times.text_hours, times.call_hours, times.office_hours), strict=True):
        for day, spans in zip(DAYS, hours.spans, strict=True):
            text = " ".join(f"{start // 60}.{start % 60:02}-{end // 60}.{end % 60:02}" for start, end in spans)
            fields[f"{activity}_{day}"] = text
    return {**fields, **changed}


def test_a_change_holds_at_once_and_says_what_it_does(runtime: Runtime, coordinator: Visitor) -> None:
    assert "dit zijn de tijden van het begin" in coordinator.get("/hours").text
    response = coordinator.post(
        "/hours", **form(runtime, call_sat="10-12 en 13.30-15.00", closed_days="28-12-2026 Feest")
    )
    assert response.status_code == 302
    assert runtime.call_hours.is_open(SATURDAY)
    assert runtime.times.closed_days == (ClosedDay(date(2026, 12, 28), 0, "Feest"),)
    page = coordinator.get("/hours").text
    assert "Sanne" in page
    assert "Automatisch bellen op zaterdag: 10.00-12.00 13.30-15.00 (was dicht)" in page
    assert "Dicht: 28-12-2026 Feest" in page
    assert 'value="10.00-12.00 13.30-15.00"' in page


def test_ticks_are_kept(runtime: Runtime, coordinator: Visitor) -> None:
    coordinator.get("/hours")
    ticked = ["liberation", "christmas"]
    assert coordinator.post("/hours", **form(runtime, holidays=ticked)).status_code == 302
    assert runtime.times.holidays == {Holiday.LIBERATION, Holiday.CHRISTMAS}
    page = coordinator.get("/hours").text
    assert "Dicht: Bevrijdingsdag" in page
    assert "Weer open: Koningsdag" in page


@SQLITE
def test_questions_that_lay_ready_are_counted(runtime: Runtime, coordinator: Visitor) -> None:
    with unit_of_work(runtime) as session:
        tenant = factories.yilmaz(session)
        row = {"tenant_id": tenant.id, "number": tenant.landline, "language": "nl", "created_at": runtime.now()}
        due = {"id": messaging.new_reference(), "due_at": runtime.now(), "hours": ""}
        messaging.queue_many(session, messaging.Call, [row | due])
    coordinator.get("/hours")
    response = coordinator.post("/hours", **form(runtime, closed_days=runtime.now().strftime("%d-%m-%Y")))
    assert "1 vraag die klaarstond, gaat later uit." in coordinator.get(response.location).text


@SQLITE
@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"text_mon": "negen tot vijf"}, "Schrijf de tijden als 9.00-12.00"),
        ({"text_mon": "17-9"}, "Schrijf de tijden als 9.00-12.00"),
        ({"text_mon": "9-12 11-13"}, "Deze tijden lopen door elkaar"),
        ({f"office_{day}": "" for day in DAYS}, "Vul op minstens één dag tijden in"),
        ({"closed_days": "kerst"}, "Deze regel begrijpen wij niet: kerst"),
        ({"closed_days": "31-02-2027"}, "Deze regel begrijpen wij niet: 31-02-2027"),
    ],
)
def test_what_is_not_understood_is_said_and_stays_as_it_was_typed(
    runtime: Runtime, coordinator: Visitor, changed: dict[str, str], says: str
) -> None:
    coordinator.get("/hours")
    response = coordinator.post("/hours", **form(runtime, **changed))
    assert response.status_code == 422
    assert says in response.text
    assert all(typed in response.text for typed in changed.values())
    assert runtime.times.closed_days == ()


@SQLITE
def test_times_that_leave_nobody_for_months_are_refused(runtime: Runtime, coordinator: Visitor) -> None:
    coordinator.get("/hours")
    days = "\n".join(f"{day:02}-{month:02}-2027" for month in (6, 7, 8) for day in range(1, 31))
    response = coordinator.post("/hours", **form(runtime, closed_days=days))
    assert response.status_code == 422
    assert "langer dan twee maanden niets open" in response.text


def test_the_second_of_two_coordinators_hears_that_the_first_was_faster(runtime: Runtime, coordinator: Visitor) -> None:
    coordinator.get("/hours")
    assert coordinator.post("/hours", **form(runtime, text_sat="9-12")).status_code == 302
    response = coordinator.post("/hours", **form(runtime, follows=0, text_sun="13-14"))
    assert response.status_code == 409
    assert "Iemand anders veranderde de tijden net" in response.text
    assert not runtime.times.text_hours.spans[6]


@SQLITE
def test_a_colleague_who_rings_cannot_change_the_times(samira: Visitor) -> None:
    assert samira.get("/hours").status_code == 403
    assert samira.post("/hours").status_code == 403


@pytest.mark.parametrize(
    ("typed", "spans"),
    [
        ("", ()),
        ("9-12", ((540, 720),)),
        ("9.30 uur tot 12 uur en 13:30–17u", ((570, 720), (810, 1020))),
        ("13-14, 9-12", ((540, 720), (780, 840))),
        ("0-24", ((0, 1440),)),
    ],
)
def test_hours_are_read_as_people_type_them(typed: str, spans: tuple[tuple[int, int], ...]) -> None:
    assert read_hours(typed) == spans
    assert read_hours(hours_words(spans)) == spans


@pytest.mark.parametrize("typed", ["9", "9-12 misschien", "25-26", "12-9", "9.60-10", "9-12 9-12"])
def test_hours_that_cannot_be_meant_are_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="tijden"):
        read_hours(typed)


def test_a_time_of_the_day_is_written_short() -> None:
    assert (minute_words(570), minute_words(1440)) == ("9.30", "24.00")
