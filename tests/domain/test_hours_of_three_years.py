"""No question leaves outside its window: all of 2026 to 2028, both changes of the clock, every tick box."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.domain.holidays import QUIET_FROM, USUAL, ClosedDay, Closures, Holiday, days_of, easter
from checkin.domain.narrowing import narrowed, wished
from checkin.domain.office_hours import DAYPARTS, PERSONAL, Calendar, Daypart, Hours
from checkin.domain.opening_times import OpeningTimes

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
FIRST, LAST = datetime(2026, 1, 1, tzinfo=UTC), datetime(2028, 12, 31, 23, 59, tzinfo=UTC)
YEARS = (2026, 2027, 2028)
MINUTE, HALF_HOUR = timedelta(minutes=1), timedelta(minutes=30)
TEXTS = Hours.parse("mon-fri 09:00-19:00")
CALLS = Hours.parse("mon-fri 09:30-12:00 13:30-17:00 18:30-19:30")
OFFICE = Hours.parse("mon-fri 09:00-17:00")
SATURDAYS = Hours.parse("mon-sat 08:00-12:00 12:00-20:00; sun 13:00-17:30")
CHANGES = [datetime.combine(day, datetime.min.time(), UTC) for day in (
    date(2026, 3, 29), date(2026, 10, 25), date(2027, 3, 28), date(2027, 10, 31), date(2028, 3, 26), date(2028, 10, 29),
)]  # fmt: skip


def may_be_asked(times: OpeningTimes, hours: Hours, moment: datetime) -> bool:
    """Say it as a person does: look at the clock on the wall and at the calendar beside it, minute by minute."""
    wall = moment.astimezone(AMSTERDAM)
    minute = wall.hour * 60 + wall.minute
    for name, day in days_of(wall.year).items():
        if name in times.holidays and day == wall.date() and minute >= QUIET_FROM.get(name, 0):
            return False
    if any(one.day == wall.date() and minute >= one.from_minute for one in times.closed_days):
        return False
    return any(start <= minute < end for start, end in hours.spans[wall.weekday()])


def minutes_from(moment: datetime) -> Iterator[datetime]:
    """Give the moment itself, and then every whole minute after it."""
    yield moment
    moment = moment.replace(second=0, microsecond=0)
    while True:
        moment += MINUTE
        yield moment


# What a landlord may have chosen, and when it may be.

CLOCKS = st.integers(0, 24 * 60).map(lambda minute: f"{minute // 60:02}:{minute % 60:02}")
SPANS = st.lists(CLOCKS, min_size=2, max_size=6, unique=True).map(sorted).filter(lambda marks: len(marks) % 2 == 0)
SOME_HOURS = st.one_of(
    st.sampled_from([TEXTS, CALLS, OFFICE, SATURDAYS]),
    st.tuples(st.sampled_from(["mon-sun", "mon-fri", "sat-sun", "wed", "sun"]), SPANS).map(
        lambda chosen: Hours.parse(
            f"{chosen[0]} " + " ".join("-".join(pair) for pair in zip(chosen[1][::2], chosen[1][1::2], strict=True))
        )
    ),
)
NEAR_A_CHANGE = st.builds(
    lambda change, minutes: change + timedelta(minutes=minutes), st.sampled_from(CHANGES), st.integers(-1500, 1800)
)
NEAR_A_HOLIDAY = st.builds(
    lambda name, year, minutes: (
        datetime.combine(days_of(year)[name], datetime.min.time(), UTC) + timedelta(minutes=minutes)
    ),
    st.sampled_from(Holiday),
    st.sampled_from(YEARS),
    st.integers(-1500, 1800),
)
ANY_MOMENT = st.datetimes(FIRST.replace(tzinfo=None), LAST.replace(tzinfo=None), timezones=st.just(UTC))
MOMENTS = st.one_of(ANY_MOMENT, NEAR_A_CHANGE, NEAR_A_HOLIDAY)


@st.composite
def chosen(draw: Callable[..., object]) -> tuple[OpeningTimes, Hours, datetime]:
    """Some hours, some ticks, some days of the landlord's own near a moment, and that moment."""
    hours, ticks, now = draw(SOME_HOURS), draw(st.frozensets(st.sampled_from(Holiday))), draw(MOMENTS)
    assert isinstance(hours, Hours)
    assert isinstance(ticks, frozenset)
    assert isinstance(now, datetime)
    near = [
        ClosedDay(now.date() + timedelta(days=one), minute)
        for one, minute in draw(  # type: ignore[attr-defined]
            st.lists(st.tuples(st.integers(0, 9), st.sampled_from([0, 720, 1080])), max_size=4)
        )
    ]
    return OpeningTimes(hours, hours, hours, ticks, tuple(near)), hours, now


@given(chosen())
def test_open_is_what_the_clock_on_the_wall_says(given_: tuple[OpeningTimes, Hours, datetime]) -> None:
    times, hours, now = given_
    calendar = times.calendar(hours, AMSTERDAM)
    for moment in (now, now + timedelta(minutes=1), now + timedelta(hours=7)):
        assert calendar.is_open(moment) == may_be_asked(times, hours, moment)


@given(chosen())
@settings(max_examples=60)
def test_the_next_open_moment_is_inside_and_none_is_earlier(given_: tuple[OpeningTimes, Hours, datetime]) -> None:
    times, hours, now = given_
    found = times.calendar(hours, AMSTERDAM).next_open(now)
    earliest = next(moment for moment in minutes_from(now) if may_be_asked(times, hours, moment))
    assert found == earliest


@given(chosen(), st.frozensets(st.sampled_from(Daypart)))
def test_the_next_try_on_another_part_of_the_day_is_inside(
    given_: tuple[OpeningTimes, Hours, datetime], avoid: frozenset[Daypart]
) -> None:
    times, hours, now = given_
    calendar = times.calendar(hours, AMSTERDAM)
    again = calendar.next_other_daypart(now, avoid)
    assert again >= now
    assert may_be_asked(times, hours, again)


@given(chosen(), st.floats(0, 3))
def test_working_minutes_end_inside_or_as_it_closes(given_: tuple[OpeningTimes, Hours, datetime], weeks: float) -> None:
    times, hours, now = given_
    minutes = weeks * hours.minutes_a_week()
    calendar = times.calendar(hours, AMSTERDAM)
    reached = calendar.after_working(now, minutes)
    assert reached >= now
    assert reached == now or any(
        may_be_asked(times, hours, moment) for moment in (reached, reached - timedelta(microseconds=1))
    )
    assert calendar.working_minutes(now, reached) == pytest.approx(minutes, abs=1e-3)
    # What is asked after so many minutes of waiting is asked inside as well.
    assert may_be_asked(times, hours, calendar.next_open(reached))


@given(chosen(), st.sampled_from([*Daypart, "", "whenever"]))
def test_a_wish_for_a_part_of_the_day_never_leads_outside_the_landlords_hours(
    given_: tuple[OpeningTimes, Hours, datetime], wish: str
) -> None:
    times, hours, now = given_
    own = personal(times.calendar(hours, AMSTERDAM), wish)
    for moment in (own.next_open(now), own.next_other_daypart(now, frozenset({Daypart.MORNING}))):
        assert may_be_asked(times, hours, moment)
        if wish in PERSONAL and hours_within(hours, wish):
            wall = moment.astimezone(AMSTERDAM)
            begin, finish = PERSONAL[Daypart(wish)]
            assert begin <= wall.hour * 60 + wall.minute < finish


def personal(calendar: Calendar, wish: str) -> Calendar:
    """Give the windows of a tenant's automatic calls, as releasing and sending work them out."""
    return narrowed(calendar, wished(calendar, "", wish))


def hours_within(hours: Hours, wish: str) -> bool:
    """Say whether the landlord is open at all in the part of the day that a tenant wishes."""
    begin, finish = PERSONAL[Daypart(wish)]
    return any(start < finish and begin < end for day in hours.spans for start, end in day)


# Every half hour of three years, without any luck: the windows that landlords have begin and end on one.


@pytest.mark.parametrize("hours", [TEXTS, CALLS, SATURDAYS], ids=["texts", "calls", "saturdays"])
@pytest.mark.parametrize("ticks", [frozenset(Holiday), frozenset()], ids=["all", "none"])
def test_every_half_hour_of_three_years(hours: Hours, ticks: frozenset[Holiday]) -> None:
    times = OpeningTimes(hours, hours, hours, ticks)
    calendar = times.calendar(hours, AMSTERDAM)
    moment, opens = LAST.replace(minute=30), calendar.next_open(LAST + HALF_HOUR)
    while moment >= FIRST:
        inside = may_be_asked(times, hours, moment)
        opens = moment if inside else opens
        if inside or moment.minute == 0:
            assert calendar.next_open(moment) == opens
        moment -= HALF_HOUR


@pytest.mark.parametrize("change", CHANGES, ids=[str(change.date()) for change in CHANGES])
@pytest.mark.parametrize("text", ["mon-sun 00:00-24:00", "sun 01:10-02:20 02:40-03:50", "sun 02:00-03:00"])
def test_every_minute_of_a_day_on_which_the_clock_changes(change: datetime, text: str) -> None:
    hours = Hours.parse(text)
    times = OpeningTimes(hours, hours, hours, frozenset())
    calendar = times.calendar(hours, AMSTERDAM)
    for minutes in range(-180, 480):
        moment = change + timedelta(minutes=minutes)
        assert calendar.is_open(moment) == may_be_asked(times, hours, moment), moment


# Every tick box by itself.


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("name", Holiday)
def test_a_ticked_day_rests_and_an_unticked_one_is_a_day_like_any_other(name: Holiday, year: int) -> None:
    day, always = days_of(year)[name], Hours.parse("mon-sun 00:00-24:00")
    ticked, unticked = (Calendar(always, AMSTERDAM, closes_at=Closures(names)) for names in ([name], []))
    midnight, next_midnight = local(f"{day} 00:00"), local(f"{day + timedelta(days=1)} 00:00")
    quiet_from = QUIET_FROM.get(name, 0)
    assert sum(((end - start) for start, end in ticked.spans(day)), timedelta()) == timedelta(minutes=quiet_from)
    assert len(list(unticked.spans(day))) == 1
    if quiet_from:
        assert ticked.is_open(midnight + timedelta(minutes=quiet_from - 1))
    assert not ticked.is_open(midnight + timedelta(minutes=quiet_from))
    assert ticked.next_open(midnight + timedelta(minutes=quiet_from)) == next_midnight


def test_the_holidays_are_those_of_a_library_that_others_keep() -> None:
    for year in range(2020, 2060):
        theirs = set(holidays.country_holidays("NL", years=year, categories=("public", "optional")))
        ours = {day for name, day in days_of(year).items() if name not in QUIET_FROM}
        assert ours == theirs, year


def test_easter_falls_where_the_tables_say() -> None:
    assert [easter(year) for year in (1961, 2008, 2026, 2027, 2028, 2038, 2285)] == [
        date(1961, 4, 2), date(2008, 3, 23), date(2026, 4, 5), date(2027, 3, 28), date(2028, 4, 16), date(2038, 4, 25),
        date(2285, 3, 22),
    ]  # fmt: skip


def test_to_begin_with_everything_is_ticked_but_the_fifth_of_may() -> None:
    assert set(Holiday) - USUAL == {Holiday.LIBERATION}


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        ("2027-05-04 18:29", "2027-05-04 18:29"),
        ("2027-05-04 18:30", "2027-05-05 09:00"),
        ("2026-12-24 11:59", "2026-12-24 11:59"),
        ("2026-12-24 12:00", "2026-12-28 09:00"),
        ("2026-12-31 12:00", "2027-01-04 09:00"),
        ("2028-04-13 19:00", "2028-04-18 09:00"),
    ],
)
def test_the_quiet_half_days_begin_on_the_minute(moment: str, opens: str) -> None:
    texts = OpeningTimes(TEXTS, CALLS, OFFICE).calendars(AMSTERDAM).text
    assert texts.next_open(local(moment)) == local(opens)


def local(text: str) -> datetime:
    """A moment by the clock in Amsterdam."""
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM).astimezone(UTC)


def test_the_parts_of_a_day_hold_the_personal_windows() -> None:
    for part, (begin, finish) in PERSONAL.items():
        assert DAYPARTS[part][0] <= begin < finish <= DAYPARTS[part][1]


@pytest.mark.parametrize(
    ("wish", "opens"),
    [
        ("morning", "2026-11-25 09:30"),
        ("afternoon", "2026-11-24 13:30"),
        ("evening", "2026-11-24 18:30"),
        ("", "2026-11-24 13:30"),
    ],
)
def test_a_tenant_is_called_in_the_part_of_the_day_that_suits(wish: str, opens: str) -> None:
    calls = Calendar(CALLS, AMSTERDAM)
    assert personal(calls, wish).next_open(local("2026-11-24 12:10")) == local(opens)


def test_a_wish_that_the_landlord_never_meets_leaves_the_landlords_own_hours() -> None:
    mornings = Calendar(Hours.parse("mon-fri 09:00-12:00"), AMSTERDAM)
    assert personal(mornings, "evening") is mornings


def test_hours_are_written_as_they_are_read() -> None:
    for hours in (TEXTS, CALLS, SATURDAYS, Hours.parse("sun 00:00-24:00")):
        assert Hours.parse(hours.written()) == hours


def test_times_that_leave_nobody_for_months_are_seen_as_a_mistake() -> None:
    months = tuple(ClosedDay(date(2027, 6, 1) + timedelta(days=number)) for number in range(61))
    today = date(2026, 11, 23)
    assert not OpeningTimes(TEXTS, CALLS, OFFICE).rests_too_long(today, AMSTERDAM)
    assert OpeningTimes(TEXTS, CALLS, OFFICE, closed_days=months).rests_too_long(today, AMSTERDAM)


def test_a_wish_narrows_the_hours_of_the_campaign_too() -> None:
    calls = Calendar(CALLS, AMSTERDAM)
    assert wished(calls, "mon-tue 09:00-14:00", "morning") == "mon 09:00-12:00; tue 09:00-12:00"
    assert wished(calls, "mon-tue 09:00-11:00", "evening") == "mon-tue 09:00-11:00"
    assert wished(calls, "mon-tue 09:00-11:00", "") == "mon-tue 09:00-11:00"
