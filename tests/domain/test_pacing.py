"""The pace: never more than can be rung in time, never stuck, and at once when a colleague leaves."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.attempts import AskedBy
from checkin.domain.duty import Duty, Shift, Talk
from checkin.domain.expected import ASSUMED, STRETCHES, Became, Expected, Seen, Workdays, counted, stretch
from checkin.domain.office_hours import Calendar, Hours
from checkin.domain.pacing import AT_WORST, Because, Load, Pace, allowance

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MONDAY = datetime(2027, 1, 11, tzinfo=AMSTERDAM).astimezone(UTC)
NINE = MONDAY + timedelta(hours=9)
WORKDAYS = Workdays(Calendar(Hours.parse("mon-fri 09:00-19:00"), AMSTERDAM), date(2027, 1, 1))


def expected(*rows: Seen) -> Expected:
    return Expected(counted(rows), ASSUMED[AskedBy.TEXT])


NOTHING_SEEN = expected()


def mornings(people: int, *, days: int = 12, hours: float = 2) -> Duty:
    """Everybody from nine on, on working days."""
    starts = [NINE + timedelta(days=day) for day in range(days) if day % 7 < 5]
    return Duty.of([Shift(start, start + timedelta(hours=hours), people) for start in starts], AMSTERDAM)


def pace(
    duty: Duty,
    *,
    now: datetime = NINE,
    waiting: int = 0,
    talking: int = 0,
    planned: int = 1000,
    minutes: float = 20,
    known: Expected = NOTHING_SEEN,
) -> Pace:
    return allowance(
        now,
        duty=duty,
        load=Load(waiting, talking, Talk.assumed(minutes)),
        expected={"text": known},
        planned={"text": planned},
        workdays=WORKDAYS,
        later=1,
    )


def test_with_nobody_on_duty_nothing_leaves() -> None:
    nobody = pace(Duty.of([], AMSTERDAM))
    assert (nobody.check_ins, nobody.because, nobody.people) == (0, Because.NOBODY, 0)


def test_nobody_left_to_ask() -> None:
    assert pace(mornings(2), planned=0).because is Because.ALL_LEFT


def test_a_colleague_more_lets_more_leave_and_one_less_fewer() -> None:
    counts = [pace(mornings(people)).check_ins for people in range(1, 30)]
    assert counts == sorted(counts)
    assert counts[0] >= 1
    assert counts[-1] > 20 * counts[0]


def test_when_enough_tenants_wait_nothing_leaves() -> None:
    full = pace(mornings(1), waiting=12)
    assert (full.check_ins, full.because, full.waiting) == (0, Because.FULL, 12)


def test_the_screen_can_say_who_is_there_and_until_when() -> None:
    told = pace(mornings(2), waiting=3)
    assert (told.people, told.until) == (2, NINE + timedelta(hours=2))
    assert told.per_hour >= told.check_ins > 0


def test_a_colleague_who_leaves_is_felt_at_once() -> None:
    both, one = mornings(2), mornings(1)
    assert pace(one, waiting=3).check_ins < pace(both, waiting=3).check_ins


def test_answers_that_come_faster_than_thought_slow_it_down_at_once() -> None:
    asked = [Seen(0, Became.OUT, 0, 20, age=0.1)]
    quiet = expected(*asked, Seen(0, Became.OTHER, 0, 20))
    eager = expected(*asked, Seen(0, Became.POSITIVE, 0, 20))
    assert pace(mornings(3), known=eager).check_ins < pace(mornings(3), known=quiet).check_ins


def test_a_single_colleague_and_many_yes_still_gets_on() -> None:
    """One colleague, two hours a week, twenty minutes, six in ten say yes: the room is never nothing for good."""
    weekly = Duty.of(
        [Shift(NINE + timedelta(days=7 * week), NINE + timedelta(days=7 * week, hours=2)) for week in range(9)],
        AMSTERDAM,
    )
    known = expected(Seen(5, Became.POSITIVE, 0, 60), Seen(5, Became.OTHER, 0, 40), Seen(10, Became.OUT, 10, 300, 150))
    assert pace(weekly, known=known).check_ins >= 1


def test_everybody_who_is_left_may_leave_when_nobody_comes_after_them() -> None:
    known = expected(Seen(3, Became.POSITIVE, 0, 200), Seen(3, Became.OTHER, 0, 800))
    given = {"duty": mornings(10), "load": Load(50, 0, Talk.assumed(20)), "workdays": WORKDAYS}
    some = allowance(NINE, **given, expected={"text": known}, planned={"text": 1000}, later=1).check_ins  # type: ignore[arg-type]
    for later, leave in ((0, some + 20), (1, some)):
        found = allowance(NINE, **given, expected={"text": known}, planned={"text": some + 20}, later=later)  # type: ignore[arg-type]
        assert found.check_ins == leave


def test_kinds_leave_in_the_order_in_which_they_are_given() -> None:
    found = allowance(
        NINE,
        duty=mornings(1),
        load=Load(0, 0, Talk.assumed(20)),
        expected={"text": NOTHING_SEEN, "voice": Expected(counted([]), ASSUMED[AskedBy.VOICE])},
        planned={"text": 500, "voice": 500},
        workdays=WORKDAYS,
        later=1,
    )
    assert found.by_kind["text"] > 0
    assert found.by_kind["voice"] == 0


# The life table.


def test_a_stretch_of_time_begins_at_its_hour() -> None:
    assert [stretch(hours) for hours in (0, 0.2, 0.25, 1, 500)] == [0, 0, 1, 2, STRETCHES - 1]


def test_the_clock_stands_still_on_days_of_rest() -> None:
    friday, monday = NINE + timedelta(days=4), NINE + timedelta(days=7)
    assert WORKDAYS.hours(monday) - WORKDAYS.hours(friday) == pytest.approx(24)
    saturday = NINE + timedelta(days=5)
    assert WORKDAYS.hours(saturday) == WORKDAYS.hours(saturday + timedelta(hours=20))
    rests = [(begin, end) for begin, end in WORKDAYS.rests(NINE + timedelta(days=9)) if begin > MONDAY]
    assert [end - begin for begin, end in rests] == [timedelta(days=1)] * 2


def test_a_stretch_is_judged_only_by_those_for_whom_it_is_over() -> None:
    """Half an hour before the reminder leaves, half a day of silence says nothing about the reminder."""
    silent = counted([Seen(6, Became.OUT, 6, 500, age=48.5)])
    assert silent.entered[6] == 0
    assert silent.entered[5] == 500
    before = Expected(silent, ASSUMED[AskedBy.TEXT]).from_out(15.0)[0]
    assert before == pytest.approx(500 * 0.25 * 0.12 / 0.52, rel=0.1)


def test_what_is_seen_outweighs_what_was_assumed() -> None:
    rows = [Seen(3, Became.POSITIVE, 0, 300), Seen(3, Became.OTHER, 1, 100), Seen(3, Became.OUT, 3, 600, age=6)]
    learned = expected(*rows)
    assert learned.positive == pytest.approx(0.75, abs=0.02)
    assert learned.doubt < NOTHING_SEEN.doubt / 5
    assert learned.from_new(0.25) == pytest.approx(0.3 * 0.75, rel=0.1)


# Whatever the moment, the roster and the answers.

rows = st.builds(
    Seen,
    asked=st.integers(0, STRETCHES - 1),
    became=st.sampled_from(Became),
    after=st.integers(0, STRETCHES - 1),
    count=st.integers(1, 400),
    age=st.floats(0, 150),
).map(lambda row: Seen(row.asked, row.became, min(row.after, row.asked), row.count, row.age))
knowledge = st.lists(rows, max_size=8).map(lambda found: expected(*found))
moments = st.integers(0, 14 * 24 * 60).map(lambda minutes: MONDAY + timedelta(minutes=minutes))
people = st.integers(0, 40)
waiting = st.integers(0, 60)
talks = st.integers(1, 60)


@given(moments, people, waiting, talks, knowledge)
def test_never_more_than_duty_can_carry(
    now: datetime, colleagues: int, wait: int, minutes: int, known: Expected
) -> None:
    """Whoever is expected to say yes today is carried by the two duty days that follow, beside those who wait."""
    duty = mornings(colleagues, days=30)
    found = pace(duty, now=now, waiting=wait, minutes=minutes, known=known)
    if found.check_ins > 1:
        tonight = WORKDAYS.hours(duty.days_ahead(now)[0]) - WORKDAYS.hours(now)
        coming = found.check_ins * known.from_new(tonight) + known.from_out(tonight)[0]
        carried = duty.minutes_until_day_is_over(now, AT_WORST)
        assert (wait + coming - 1) * Talk.assumed(minutes).minutes <= carried + 1e-6


@given(moments, people, waiting, talks, knowledge)
def test_another_colleague_never_makes_it_slower(
    now: datetime, colleagues: int, wait: int, minutes: int, known: Expected
) -> None:
    fewer, more = (
        pace(mornings(count, days=30), now=now, waiting=wait, minutes=minutes, known=known)
        for count in (colleagues, colleagues + 1)
    )
    assert fewer.check_ins <= more.check_ins


@given(moments, people, waiting, talks, knowledge)
def test_another_tenant_who_waits_never_makes_it_faster(
    now: datetime, colleagues: int, wait: int, minutes: int, known: Expected
) -> None:
    few, more = (
        pace(mornings(colleagues, days=30), now=now, waiting=count, minutes=minutes, known=known)
        for count in (wait, wait + 1)
    )
    assert few.check_ins >= more.check_ins


@given(moments, st.integers(1, 40), st.integers(1, 45), knowledge)
def test_it_is_never_stuck_when_nobody_waits_and_nothing_is_under_way(
    now: datetime, colleagues: int, minutes: int, known: Expected
) -> None:
    duty = mornings(colleagues, days=30)
    if not known.fresh:
        assert pace(duty, now=now, minutes=minutes, known=known).check_ins >= 1
