"""Times, durations and numbers as a person says them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from flask import Flask

from checkin.web import filters
from tests.conftest import MONDAY_MORNING

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

HERE = ZoneInfo("Europe/Amsterdam")


@pytest.fixture(params=["nl", "en"])
def language(request: pytest.FixtureRequest, app: Flask) -> Iterator[str]:
    with app.test_request_context(headers={"Accept-Language": request.param}):
        yield request.param


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HERE)


def in_(language: str, dutch: str, english: str) -> str:
    return dutch if language == "nl" else english


@pytest.mark.parametrize(
    ("minutes", "dutch", "english"),
    [
        (0, "nu", "now"),
        (-0.4, "nu", "now"),
        (1, "over 1 minuut", "in 1 minute"),
        (35, "over 35 minuten", "in 35 minutes"),
        (-1, "1 minuut geleden", "1 minute ago"),
        (-12, "12 minuten geleden", "12 minutes ago"),
        (-61, "vandaag 09.29", "today 09:29"),
        (150, "vandaag 13.00", "today 13:00"),
        (-60 * 20, "gisteren 14.30", "yesterday 14:30"),
        (60 * 24, "morgen 10.30", "tomorrow 10:30"),
        (60 * 24 * 10, "3 december 10.30", "3 December 10:30"),
        (-60 * 24 * 400, "19 oktober 2025 11.30", "19 October 2025 11:30"),
    ],
)
def test_a_moment_is_said_as_a_person_says_it(language: str, minutes: float, dutch: str, english: str) -> None:
    said = filters.person_time(MONDAY_MORNING + timedelta(minutes=minutes))
    assert said == in_(language, dutch, english)


def test_a_time_of_the_day_is_local_in_winter_and_summer(language: str) -> None:
    assert filters.clock_time(MONDAY_MORNING) == in_(language, "10.30 uur", "10:30")
    assert filters.clock(at("2026-07-01T09:05")) == in_(language, "09.05", "09:05")


def test_a_moment_in_full(language: str) -> None:
    full = filters.full_time(MONDAY_MORNING)
    assert full == in_(language, "maandag 23 november 2026, 10.30", "Monday 23 November 2026, 10:30")


@pytest.mark.parametrize(
    ("minutes", "dutch", "english"),
    [
        (0, "0 min", "0 min"),
        (12.4, "12 min", "12 min"),
        (89, "89 min", "89 min"),
        (110, "1 u 50", "1 h 50"),
        (125, "2 u 05", "2 h 05"),
        (180, "3 uur", "3 hours"),
        (-5, "0 min", "0 min"),
    ],
)
def test_a_duration_is_short(language: str, minutes: float, dutch: str, english: str) -> None:
    assert filters.duration(minutes) == in_(language, dutch, english)


@pytest.mark.parametrize(
    ("promised", "dutch", "english"),
    [
        ("2026-11-23T12:00", "bellen vóór 12.00 uur, nog 1 u 30", "call before 12:00, 1 h 30 left"),
        ("2026-11-23T10:00", "bellen vóór 10.00 uur, 30 min te laat", "call before 10:00, 30 min late"),
        # Half past ten until five is six and a half hours; tomorrow from nine to ten one more.
        ("2026-11-24T10:00", "bellen vóór morgen 10.00 uur, nog 7 u 30", "call before tomorrow 10:00, 7 h 30 left"),
        # A weekend does not make a promise later than it is: Friday four to five, and Monday nine to half past ten.
        (
            "2026-11-20T16:00",
            "bellen vóór 20 november 16.00 uur, 2 u 30 te laat",
            "call before 20 November 16:00, 2 h 30 late",
        ),
    ],
)
def test_a_promise_counts_office_hours(language: str, promised: str, dutch: str, english: str) -> None:
    assert filters.promise_words(at(promised)) == in_(language, dutch, english)


def test_numbers_are_written_as_the_reader_writes_them(language: str) -> None:
    assert filters.number(2000) == in_(language, "2.000", "2,000")
    assert filters.percent(49, 50) == "98 %"
    assert filters.percent(0, 0) == "–"
