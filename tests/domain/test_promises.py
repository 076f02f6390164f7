"""The promise: always in the future, always in office hours, and never sooner than people can keep it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checkin.domain.duty import Duty, Shift
from checkin.domain.office_hours import Calendar, Hours
from checkin.domain.promises import Workload, kept, minutes_left, promise, same_day

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOBODY_AHEAD = Workload(ahead=0, colleagues=1, talk_minutes=20)
CHRISTMAS = {date(2026, 12, 25), date(2026, 12, 26)}


def calendar(hours: str = "mon-fri 09:00-17:00") -> Calendar:
    return Calendar(Hours.parse(hours), AMSTERDAM, lambda day: day in CHRISTMAS)


OFFICE = calendar()
CALENDARS = [
    OFFICE,
    calendar("mon-fri 09:00-12:15 13:30-16:45"),
    calendar("mon-sun 00:00-24:00"),
    calendar("tue 10:10-10:50; sat 09:00-12:30"),
]


def local(*moment: int) -> datetime:
    return datetime(*moment, tzinfo=AMSTERDAM).astimezone(UTC)  # type: ignore[arg-type,misc]


def promised(
    now: datetime,
    *,
    urgent: bool = False,
    minutes: int = 240,
    workload: Workload = NOBODY_AHEAD,
    office: Calendar = OFFICE,
) -> datetime:
    return promise(now, office=office, workload=workload, at_least_minutes=minutes, urgent=urgent)


@pytest.mark.parametrize(
    ("now", "before"),
    [
        (local(2026, 11, 23, 9, 0), local(2026, 11, 23, 13, 0)),
        (local(2026, 11, 23, 10, 20), local(2026, 11, 23, 15, 0)),
        (local(2026, 11, 23, 12, 30), local(2026, 11, 23, 17, 0)),
        (local(2026, 11, 23, 16, 0), local(2026, 11, 24, 12, 0)),
        (local(2026, 11, 27, 16, 0), local(2026, 11, 30, 12, 0)),
        (local(2026, 11, 28, 3, 0), local(2026, 11, 30, 13, 0)),
        (local(2026, 12, 24, 16, 59), local(2026, 12, 28, 13, 0)),
    ],
    ids=["opening", "morning", "lunch", "too late for today", "Friday", "night in the weekend", "before Christmas"],
)
def test_a_promise_on_an_ordinary_day(now: datetime, before: datetime) -> None:
    assert promised(now) == before


@pytest.mark.parametrize(
    ("now", "before"),
    [
        # The clock goes forward in the night of 28 March 2027 and back in that of 31 October.
        (local(2027, 3, 26, 16, 0), local(2027, 3, 29, 12, 0)),
        (local(2027, 3, 28, 1, 30), local(2027, 3, 29, 13, 0)),
        (local(2027, 10, 29, 16, 0), local(2027, 11, 1, 12, 0)),
        (local(2027, 10, 31, 2, 30), local(2027, 11, 1, 13, 0)),
    ],
)
def test_the_days_on_which_the_clock_changes_count_office_minutes_only(now: datetime, before: datetime) -> None:
    assert promised(now) == before


@pytest.mark.parametrize("day", [date(2027, 3, 28), date(2027, 10, 31)])
def test_a_promise_within_the_day_of_the_change_is_on_a_whole_hour(day: date) -> None:
    office = calendar("mon-sun 00:00-24:00")
    for quarter in range(4 * 25):
        now = datetime(day.year, day.month, day.day, tzinfo=AMSTERDAM).astimezone(UTC) + timedelta(minutes=15 * quarter)
        before = promised(now, minutes=30, office=office)
        assert timedelta(minutes=30) <= before - now < timedelta(minutes=90)
        assert before.minute == 0


def test_an_urgent_case_is_promised_within_half_an_hour_of_office_time_rounded_up() -> None:
    assert promised(local(2026, 11, 23, 10, 20), urgent=True) == local(2026, 11, 23, 11, 0)
    assert promised(local(2026, 11, 23, 16, 50), urgent=True) == local(2026, 11, 24, 10, 0)


def test_a_long_queue_is_promised_later_and_more_colleagues_make_it_shorter() -> None:
    now = local(2026, 11, 23, 9, 0)
    long_queue = Workload(ahead=30, colleagues=1, talk_minutes=20)
    assert promised(now, workload=long_queue) == local(2026, 11, 24, 12, 0)
    assert promised(now, workload=Workload(ahead=30, colleagues=3, talk_minutes=20)) == local(2026, 11, 23, 13, 0)


def test_nobody_on_duty_counts_as_one_who_will_be() -> None:
    now = local(2026, 11, 23, 9, 0)
    assert promised(now, workload=Workload(5, 0, 20)) == promised(now, workload=Workload(5, 1, 20))


def test_a_promise_is_kept_by_a_call_that_rang_in_time() -> None:
    before = local(2026, 11, 23, 17, 0)
    assert kept(before, before)
    assert not kept(before, before + timedelta(seconds=1))
    assert not kept(before, None)


def test_the_time_left_is_counted_in_office_minutes() -> None:
    friday, monday = local(2026, 11, 27, 16, 0), local(2026, 11, 30, 10, 0)
    assert minutes_left(monday, friday, OFFICE) == 120
    assert minutes_left(friday, monday, OFFICE) == -120


def test_a_day_is_a_day_on_the_landlords_clock() -> None:
    late, after_midnight = local(2026, 11, 23, 23, 30), local(2026, 11, 24, 0, 30)
    assert late.date() == after_midnight.date()
    assert not same_day(late, after_midnight, AMSTERDAM)
    assert same_day(late, local(2026, 11, 23, 0, 10), AMSTERDAM)


# Whatever the moment and the queue.

YEARS_DAY = datetime(2026, 1, 1, tzinfo=UTC)
moments = st.integers(0, 2 * 365 * 24 * 3600).map(lambda seconds: YEARS_DAY + timedelta(seconds=seconds))
workloads = st.builds(
    Workload, ahead=st.integers(0, 300), colleagues=st.integers(0, 40), talk_minutes=st.integers(1, 60)
)
calendars = st.sampled_from(CALENDARS)
minutes = st.integers(1, 1000)


@given(moments, calendars, workloads, minutes, st.booleans())
@example(local(2027, 3, 28, 1, 59), CALENDARS[2], NOBODY_AHEAD, 30, False)
@example(local(2027, 10, 31, 1, 59), CALENDARS[2], NOBODY_AHEAD, 90, False)
def test_a_promise_lies_in_the_future_and_within_office_hours(
    now: datetime, office: Calendar, workload: Workload, least: int, urgent: bool
) -> None:
    before = promised(now, office=office, workload=workload, minutes=least, urgent=urgent)
    assert before > now
    day = before.astimezone(AMSTERDAM).date()
    spans = [*office.spans(day), *office.spans(day - timedelta(days=1))]
    assert any(start < before <= end for start, end in spans)
    assert before.astimezone(AMSTERDAM).minute == 0 or before in [end for _start, end in spans]
    assert before.second == before.microsecond == 0


@given(moments, calendars, workloads, minutes, st.integers(0, 50))
def test_a_longer_queue_is_never_promised_sooner(
    now: datetime, office: Calendar, workload: Workload, least: int, more: int
) -> None:
    longer = Workload(workload.ahead + more, workload.colleagues, workload.talk_minutes)
    assert promised(now, office=office, workload=workload, minutes=least) <= promised(
        now, office=office, workload=longer, minutes=least
    )


@given(moments, calendars, workloads, minutes)
def test_an_urgent_case_is_never_promised_later_than_another(
    now: datetime, office: Calendar, workload: Workload, least: int
) -> None:
    urgent = promised(now, office=office, workload=workload, minutes=least, urgent=True)
    assert urgent <= promised(now, office=office, workload=workload, minutes=least)


@given(moments, calendars, workloads, minutes)
def test_at_least_the_minutes_that_the_landlord_wants_are_left_unless_the_office_closes(
    now: datetime, office: Calendar, workload: Workload, least: int
) -> None:
    before = promised(now, office=office, workload=workload, minutes=least)
    assert office.working_minutes(now, before) >= least - 1e-6


def test_a_queue_that_nobody_can_ever_finish_still_gets_a_promise() -> None:
    two_hours_a_week = calendar("tue 10:00-12:00")
    now = local(2026, 11, 23, 9, 0)
    before = promised(now, office=two_hours_a_week, workload=Workload(ahead=2000, colleagues=1, talk_minutes=20))
    assert timedelta(days=150) < before - now <= timedelta(days=181)


# With a roster.

MONDAY_AT_NINE = local(2026, 11, 23, 9, 0)


def roster(people: int, *, first: datetime = MONDAY_AT_NINE, days: int = 14) -> Duty:
    """Mornings from nine to eleven, on working days."""
    starts = [first + timedelta(days=day) for day in range(days) if day % 7 < 5]
    return Duty.of([Shift(start, start + timedelta(hours=2), people) for start in starts], AMSTERDAM)


def on_duty(ahead: float, duty: Duty, now: datetime = MONDAY_AT_NINE) -> datetime:
    workload = Workload(ahead=ahead, colleagues=0, talk_minutes=20, spread=10, duty=duty, known=100)
    return promised(now, workload=workload, minutes=30)


@pytest.mark.parametrize(
    ("ahead", "before"),
    [
        (0, local(2026, 11, 23, 10, 0)),
        (2, local(2026, 11, 23, 11, 0)),
        (6, local(2026, 11, 24, 11, 0)),
        (10, local(2026, 11, 25, 10, 0)),
        (15, local(2026, 11, 25, 11, 0)),
        (25, local(2026, 11, 30, 10, 0)),
    ],
)
def test_the_promise_follows_from_the_roster(ahead: float, before: datetime) -> None:
    """Six talks of twenty minutes a morning; with something to spare, which gives way before a third day is needed."""
    assert on_duty(ahead, roster(1)) == before


def test_a_second_colleague_brings_it_nearer() -> None:
    assert on_duty(10, roster(2)) < on_duty(10, roster(1))


def test_told_in_the_weekend_it_is_the_next_day_on_which_somebody_is_on_duty() -> None:
    assert on_duty(0, roster(1), local(2026, 11, 28, 12, 0)) == local(2026, 11, 30, 10, 0)


def test_a_roster_that_ends_too_soon_promises_nothing_near() -> None:
    assert on_duty(100, roster(1, days=3)) > local(2027, 3, 1, 0, 0)


@given(st.integers(0, 80), st.integers(1, 30), moments)
def test_a_promise_is_never_beyond_what_duty_can_carry(ahead: int, people: int, now: datetime) -> None:
    duty = roster(people, first=now - timedelta(hours=1), days=90)
    before = on_duty(ahead, duty, now)
    assert duty.minutes_between(now, before) >= min(ahead * 20, duty.minutes_between(now, before + timedelta(days=90)))


@given(st.integers(0, 60), st.integers(1, 30))
def test_more_ahead_is_later_and_more_people_is_sooner(ahead: int, people: int) -> None:
    assert on_duty(ahead, roster(people)) <= on_duty(ahead + 1, roster(people))
    assert on_duty(ahead, roster(people + 1)) <= on_duty(ahead, roster(people))
