"""Standing check-ins: at the wished time by the landlord's clock, in open hours, never in a pause, none left out."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.office_hours import Calendar, Hours
from checkin.domain.standing import Every, Rhythm, last_moment, next_moment

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
KING = date(2026, 4, 27)
WEEKDAYS = Calendar(Hours.parse("mon-fri 09:30-12:00 13:30-17:00"), AMSTERDAM, closed=lambda day: day == KING)
MONDAY = datetime(2026, 11, 23, 8, tzinfo=UTC)
DAILY = Rhythm(Every.DAY, time(10))


def local(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=AMSTERDAM)


def asked(rhythm: Rhythm, after: datetime, count: int, hours: Calendar = WEEKDAYS) -> list[datetime]:
    moments = []
    for _turn in range(count):
        moment = next_moment(rhythm, after, hours)
        assert moment is not None
        moments.append(moment)
        after = moment
    return moments


def test_every_day_at_the_same_time_and_a_closed_day_goes_to_the_next() -> None:
    friday = asked(DAILY, MONDAY, 6)
    assert [moment.astimezone(AMSTERDAM).strftime("%a %H:%M") for moment in friday] == [
        "Mon 10:00", "Tue 10:00", "Wed 10:00", "Thu 10:00", "Fri 10:00", "Mon 10:00",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wished", "expected"),
    [
        (time(8), "09:30"),
        (time(9, 30), "09:30"),
        (time(11, 59), "11:59"),
        (time(12, 0), "11:59"),
        (time(12, 10), "11:59"),
        (time(13, 0), "13:30"),
        (time(17, 0), "16:59"),
        (time(22, 0), "16:59"),
    ],
)
def test_outside_the_hours_it_is_the_nearest_open_moment_of_that_day(wished: time, expected: str) -> None:
    (moment,) = asked(Rhythm(Every.DAY, wished), MONDAY, 1)
    assert moment.astimezone(AMSTERDAM).strftime("%d %H:%M") == f"23 {expected}"


def test_a_week_on_a_closed_day_is_asked_the_day_after_and_then_on_its_own_day_again() -> None:
    first, second = asked(Rhythm(Every.WEEK, time(10), weekday=0), local(2026, 4, 26, 12), 2)
    assert first == local(2026, 4, 28, 10)
    assert second == local(2026, 5, 4, 10)


def test_on_a_sunday_it_is_monday_even_when_looked_at_on_sunday_evening() -> None:
    sunday = Rhythm(Every.WEEK, time(10), weekday=6)
    assert asked(sunday, local(2026, 11, 22, 20), 1) == [local(2026, 11, 23, 10)]
    assert asked(sunday, local(2026, 11, 23, 10), 1) == [local(2026, 11, 30, 10)]


@pytest.mark.parametrize("before", [local(2026, 3, 27, 12), local(2026, 10, 23, 12)])
def test_the_clock_of_the_wall_counts_when_summer_begins_and_ends(before: datetime) -> None:
    (moment,) = asked(DAILY, before, 1)
    assert moment.astimezone(AMSTERDAM).strftime("%a %H:%M") == "Mon 10:00"


def test_nobody_is_asked_in_a_pause_nor_on_the_day_after_for_a_day_in_it() -> None:
    pause = Rhythm(Every.DAY, time(10), pause_from=date(2026, 11, 24), pause_until=date(2026, 11, 29))
    assert asked(pause, MONDAY, 2) == [local(2026, 11, 23, 10), local(2026, 11, 30, 10)]
    for_good = Rhythm(Every.DAY, time(10), pause_from=date(2026, 11, 23))
    assert next_moment(for_good, MONDAY, WEEKDAYS) is None
    long = Rhythm(Every.WEEK, time(10), pause_from=date(2026, 11, 1), pause_until=date(2028, 1, 31))
    assert asked(long, MONDAY, 1) == [local(2028, 2, 7, 10)]


def test_a_calendar_that_never_opens_asks_nobody() -> None:
    assert next_moment(DAILY, MONDAY, Calendar(Hours.parse("mon 09:00-10:00"), AMSTERDAM, lambda _day: True)) is None


def test_the_last_moment_of_a_day_is_that_of_the_latest_hours() -> None:
    texts = Calendar(Hours.parse("mon-fri 09:00-19:00"), AMSTERDAM)
    assert last_moment(date(2026, 11, 23), WEEKDAYS, texts) == local(2026, 11, 23, 19)
    assert last_moment(date(2026, 11, 22), WEEKDAYS, texts) is None


RHYTHMS = st.builds(
    Rhythm,
    st.sampled_from(Every),
    st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    st.integers(0, 6),
    st.none() | st.dates(date(2026, 1, 1), date(2028, 12, 1)),
    st.dates(date(2026, 1, 1), date(2028, 12, 1)),
)
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 1)).map(lambda moment: moment.replace(tzinfo=UTC))  # noqa: DTZ001
SPANS = ("mon-sun 00:00-24:00", "wed 02:00-03:00")
HOURS = st.sampled_from([WEEKDAYS, *(Calendar(Hours.parse(spans), AMSTERDAM) for spans in SPANS)])


@given(RHYTHMS, MOMENTS, HOURS)
def test_whatever_was_asked_for_it_is_later_open_and_not_in_the_pause(
    rhythm: Rhythm, after: datetime, hours: Calendar
) -> None:
    moment = next_moment(rhythm, after, hours)
    if moment is None:
        return
    day = moment.astimezone(AMSTERDAM).date()
    assert moment > after
    assert hours.is_open(moment)
    assert not rhythm.paused(day)


@given(RHYTHMS, MOMENTS)
def test_where_it_is_always_open_it_is_the_wished_day_and_time(rhythm: Rhythm, after: datetime) -> None:
    always = Calendar(Hours.parse("mon-sun 00:00-24:00"), AMSTERDAM)
    moment = next_moment(rhythm, after, always)
    if moment is None:
        assert rhythm.pause_from is not None
        return
    wall = moment.astimezone(AMSTERDAM)
    skipped = wall.date().month == 3 and rhythm.at.hour == 2
    assert wall.time() == rhythm.at or skipped
    assert rhythm.every is Every.DAY or wall.weekday() == rhythm.weekday
    assert rhythm.pause_from is not None or moment - after <= timedelta(days=8)
