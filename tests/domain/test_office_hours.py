"""Hours: is it time, when is it time again, and how far some working minutes reach, summer time included."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.office_hours import Calendar, Daypart, Hours

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
OFFICE = Calendar(Hours.parse("mon-fri 09:00-12:00 13:00-17:00; sat 10:00-12:00"), AMSTERDAM)
CALLS = Calendar(Hours.parse("mon-fri 09:30-12:00 13:30-17:00 18:30-19:30"), AMSTERDAM)
ALWAYS = Calendar(Hours.parse("mon-sun 00:00-24:00"), AMSTERDAM)


def local(text: str) -> datetime:
    """A moment by the clock in Amsterdam."""
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM).astimezone(UTC)


# Reading the hours.


def test_hours_are_read_by_weekday_and_in_order() -> None:
    assert Hours.parse("Sat 13:00-14:00 09:00-12:00 ; ; sun 00:00-24:00").spans == (
        *[()] * 5,
        ((540, 720), (780, 840)),
        ((0, 1440),),
    )


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "no hours"),
        (" ; ", "no hours"),
        ("mon", "has no hours"),
        ("09:00-17:00", "has no hours"),
        ("mon-fri 9-17", "not a span"),
        ("mon-fri 17:00-09:00", "not a span"),
        ("mon-fri 09:00-09:00", "not a span"),
        ("mon-fri 09:00-24:30", "not a span"),
        ("mon-fri 08:75-17:00", "not a span"),
        ("mon-fri ٠٩:٠٠-١٧:٠٠", "not a span"),
        ("fri-mon 09:00-17:00", "not a weekday"),
        ("maandag 09:00-17:00", "not a weekday"),
        ("mon-fri 09:00-17:00; fri 09:00-12:00", "hours of fri overlap"),
        ("mon 09:00-12:00 09:00-12:00", "hours of mon overlap"),
    ],
)
def test_hours_that_cannot_be_meant_are_refused_with_the_reason(text: str, what: str) -> None:
    with pytest.raises(ValueError, match=what):
        Hours.parse(text)


def test_hours_that_touch_are_fine() -> None:
    assert Hours.parse("mon 09:00-12:00 12:00-17:00").spans[0] == ((540, 720), (720, 1020))


@given(st.text(max_size=30))
def test_reading_hours_gives_hours_or_a_reason(text: str) -> None:
    try:
        hours = Hours.parse(text)
    except ValueError:
        return
    assert any(hours.spans)


def test_hours_tell_in_which_parts_of_the_day_they_are_open() -> None:
    assert Hours.parse("mon 09:00-12:00").dayparts() == {Daypart.MORNING}
    assert Hours.parse("mon 09:00-12:01; sun 20:00-21:00").dayparts() == set(Daypart)
    assert Hours.parse("mon 12:00-18:00").dayparts() == {Daypart.AFTERNOON}


# Is it time, and when is it time again.


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        ("2026-11-26 08:59", "2026-11-26 09:00"),
        ("2026-11-26 09:00", "2026-11-26 09:00"),
        ("2026-11-26 11:59", "2026-11-26 11:59"),
        ("2026-11-26 12:00", "2026-11-26 13:00"),
        ("2026-11-26 17:00", "2026-11-27 09:00"),
        ("2026-11-27 20:00", "2026-11-28 10:00"),
        ("2026-11-28 12:00", "2026-11-30 09:00"),
    ],
)
def test_the_next_open_moment(moment: str, opens: str) -> None:
    assert OFFICE.next_open(local(moment)) == local(opens)
    assert OFFICE.is_open(local(moment)) == (moment == opens)


def test_closed_days_are_skipped() -> None:
    christmas = Calendar(OFFICE.hours, AMSTERDAM, closed={date(2026, 12, 25), date(2026, 12, 26)}.__contains__)
    assert christmas.next_open(local("2026-12-24 18:00")) == local("2026-12-28 09:00")
    assert not christmas.is_open(local("2026-12-25 10:00"))


def test_hours_that_never_come_are_said_to_be_never_open() -> None:
    closed = Calendar(OFFICE.hours, AMSTERDAM, closed=lambda _day: True)
    with pytest.raises(ValueError, match="never open"):
        closed.next_open(local("2026-11-26 09:00"))
    with pytest.raises(ValueError, match="never open long enough"):
        closed.after_working(local("2026-11-26 09:00"), 1)
    with pytest.raises(ValueError, match="never open"):
        closed.next_other_daypart(local("2026-11-26 09:00"), frozenset())


# Working minutes.


@pytest.mark.parametrize(
    ("begin", "minutes", "reached"),
    [
        ("2026-11-26 10:00", 0, "2026-11-26 10:00"),
        ("2026-11-26 10:00", 60, "2026-11-26 11:00"),
        ("2026-11-26 10:00", 120, "2026-11-26 12:00"),
        ("2026-11-26 10:00", 240, "2026-11-26 15:00"),
        ("2026-11-26 12:30", 30, "2026-11-26 13:30"),
        ("2026-11-27 16:30", 60, "2026-11-28 10:30"),
        ("2026-11-28 11:30", 60, "2026-11-30 09:30"),
    ],
)
def test_a_promise_counts_open_minutes_only(begin: str, minutes: float, reached: str) -> None:
    assert OFFICE.after_working(local(begin), minutes) == local(reached)
    assert OFFICE.working_minutes(local(begin), local(reached)) == minutes


def test_time_that_runs_backwards_is_no_working_time() -> None:
    assert OFFICE.working_minutes(local("2026-11-27 10:00"), local("2026-11-26 10:00")) == 0
    assert OFFICE.working_minutes(local("2026-11-26 11:00"), local("2026-11-26 10:00")) == 0


def test_working_minutes_of_two_years_are_all_counted() -> None:
    weekly = 5 * 7 * 60 + 2 * 60
    assert OFFICE.working_minutes(local("2025-01-06 00:00"), local("2027-01-04 00:00")) == 104 * weekly


MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
CALENDARS = st.sampled_from([OFFICE, CALLS, ALWAYS])


@given(CALENDARS, MOMENTS)
def test_the_next_open_moment_is_open_and_not_before(calendar: Calendar, now: datetime) -> None:
    opens = calendar.next_open(now)
    assert opens >= now
    assert calendar.is_open(opens)
    assert calendar.next_open(opens) == opens
    assert calendar.working_minutes(now, opens) == 0


@given(CALENDARS, MOMENTS, st.integers(1, 3000))
def test_counting_minutes_and_reaching_them_agree(calendar: Calendar, now: datetime, minutes: int) -> None:
    reached = calendar.after_working(now, minutes)
    assert reached >= now + timedelta(minutes=minutes)
    assert calendar.working_minutes(now, reached) == pytest.approx(minutes)


@given(CALENDARS, MOMENTS, st.integers(0, 10_000), st.integers(0, 10_000))
def test_working_minutes_add_up(calendar: Calendar, begin: datetime, first: int, second: int) -> None:
    middle, end = begin + timedelta(minutes=first), begin + timedelta(minutes=first + second)
    parts = calendar.working_minutes(begin, middle) + calendar.working_minutes(middle, end)
    assert parts == pytest.approx(calendar.working_minutes(begin, end))


# Summer time: 28 March 2027 skips 02:00-03:00, 31 October 2027 has it twice.


def test_the_day_that_loses_an_hour_has_twenty_three() -> None:
    assert ALWAYS.working_minutes(local("2027-03-28 00:00"), local("2027-03-29 00:00")) == 23 * 60


def test_the_day_that_gains_an_hour_has_twenty_five() -> None:
    assert ALWAYS.working_minutes(local("2027-10-31 00:00"), local("2027-11-01 00:00")) == 25 * 60


@pytest.mark.parametrize("day", [date(2027, 3, 28), date(2027, 10, 31)])
def test_office_hours_are_the_same_by_the_clock_on_the_day_the_clock_changes(day: date) -> None:
    sunday = Calendar(Hours.parse("sun 09:00-17:00"), AMSTERDAM)
    (span,) = sunday.spans(day)
    assert [moment.astimezone(AMSTERDAM).hour for moment in span] == [9, 17]
    assert sunday.working_minutes(*span) == 8 * 60


def test_a_span_that_summer_time_swallows_is_left_out() -> None:
    night = Calendar(Hours.parse("sun 02:00-03:00"), AMSTERDAM)
    assert list(night.spans(date(2027, 3, 28))) == []
    assert night.next_open(local("2027-03-28 00:00")) == local("2027-04-04 02:00")


def test_a_span_that_begins_within_the_lost_hour_begins_at_the_jump() -> None:
    night = Calendar(Hours.parse("sun 02:30-05:00"), AMSTERDAM)
    assert list(night.spans(date(2027, 3, 28))) == [(local("2027-03-28 03:00"), local("2027-03-28 05:00"))]


def test_spans_on_both_sides_of_the_lost_hour_do_not_overlap() -> None:
    night = Calendar(Hours.parse("sun 00:00-02:30 03:00-06:00"), AMSTERDAM)
    assert night.working_minutes(local("2027-03-28 00:00"), local("2027-03-28 06:00")) == 5 * 60


def test_the_hour_that_comes_twice_is_open_twice() -> None:
    night = Calendar(Hours.parse("sun 02:00-03:00"), AMSTERDAM)
    assert night.working_minutes(local("2027-10-31 00:00"), local("2027-10-31 06:00")) == 120


NEAR_CHANGES = st.sampled_from(["2027-03-28 00:00", "2027-10-31 00:00"]).flatmap(
    lambda day: st.integers(-600, 1800).map(lambda minutes: local(day) + timedelta(minutes=minutes))
)
QUARTERS = st.integers(0, 96).map(lambda quarter: f"{quarter // 4:02}:{quarter % 4 * 15:02}")
SPANS = st.lists(QUARTERS, min_size=2, max_size=6, unique=True).map(sorted).filter(lambda marks: len(marks) % 2 == 0)
ANY_CALENDAR = SPANS.map(
    lambda marks: Calendar(
        Hours.parse("mon-sun " + " ".join("-".join(pair) for pair in zip(marks[::2], marks[1::2], strict=True))),
        AMSTERDAM,
    )
)


@given(ANY_CALENDAR, NEAR_CHANGES)
def test_around_a_change_of_the_clock_spans_follow_each_other(calendar: Calendar, moment: datetime) -> None:
    spans = list(calendar.spans(moment.astimezone(AMSTERDAM).date()))
    marks = [mark for span in spans for mark in span]
    assert marks == sorted(marks)
    assert all(start < end for start, end in spans)
    opens = calendar.next_open(moment)
    assert calendar.is_open(opens)
    assert calendar.working_minutes(moment, opens) == 0


# Parts of the day.


@pytest.mark.parametrize(
    ("clock", "part"),
    [
        ("00:00", Daypart.MORNING),
        ("11:59", Daypart.MORNING),
        ("12:00", Daypart.AFTERNOON),
        ("17:59", Daypart.AFTERNOON),
        ("18:00", Daypart.EVENING),
        ("23:59", Daypart.EVENING),
    ],
)
def test_a_day_has_three_parts_by_the_local_clock(clock: str, part: Daypart) -> None:
    assert OFFICE.daypart(local(f"2026-07-01 {clock}")) is part
    assert OFFICE.daypart(local(f"2026-12-01 {clock}")) is part


M, A, E = Daypart.MORNING, Daypart.AFTERNOON, Daypart.EVENING


@pytest.mark.parametrize(
    ("calendar", "tried", "avoid", "again"),
    [
        (CALLS, "2026-11-26 10:00", {M}, "2026-11-26 13:30"),
        (CALLS, "2026-11-26 14:00", {M, A}, "2026-11-26 18:30"),
        (CALLS, "2026-11-26 14:00", {A}, "2026-11-26 18:30"),
        (CALLS, "2026-11-26 19:00", {E}, "2026-11-27 09:30"),
        (CALLS, "2026-11-26 19:00", {A, E}, "2026-11-27 09:30"),
        (CALLS, "2026-11-27 19:00", {M, E}, "2026-11-30 13:30"),
        # Every part was tried: the next day, whatever part comes first.
        (CALLS, "2026-11-26 10:00", {M, A, E}, "2026-11-27 09:30"),
        (OFFICE, "2026-11-26 10:00", {M, A}, "2026-11-27 09:00"),
        # Within one long span the next part begins at noon.
        (Calendar(Hours.parse("mon-fri 09:00-19:00"), AMSTERDAM), "2026-11-26 09:07", {M}, "2026-11-26 12:00"),
        (ALWAYS, "2026-11-26 23:00", {E}, "2026-11-27 00:00"),
        (ALWAYS, "2026-11-26 13:00", {M}, "2026-11-26 13:00"),
    ],
)
def test_the_next_try_is_in_another_part_of_the_day(
    calendar: Calendar, tried: str, avoid: set[Daypart], again: str
) -> None:
    assert calendar.next_other_daypart(local(tried), frozenset(avoid)) == local(again)


def test_another_part_of_the_day_is_found_behind_a_long_closure() -> None:
    closed = Calendar(CALLS.hours, AMSTERDAM, closed=lambda day: day < date(2027, 1, 4))
    assert closed.next_other_daypart(local("2026-12-18 10:00"), frozenset({M})) == local("2027-01-04 13:30")


@given(CALENDARS, MOMENTS, st.frozensets(st.sampled_from(Daypart)))
def test_the_next_try_is_open_and_in_a_wanted_part(
    calendar: Calendar, tried: datetime, avoid: frozenset[Daypart]
) -> None:
    again = calendar.next_other_daypart(tried, avoid)
    assert again >= tried
    assert calendar.is_open(again)
    if calendar.hours.dayparts() - avoid:
        assert calendar.daypart(again) not in avoid
    else:
        assert again.astimezone(AMSTERDAM).date() > tried.astimezone(AMSTERDAM).date()
