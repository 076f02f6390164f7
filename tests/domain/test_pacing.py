"""The pace: never more than can be rung in time, never stuck, and at once when a colleague leaves."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from checkin.domain.attempts import AskedBy
from checkin.domain.duty import Duty, Shift, Talk
from checkin.domain.expected import ASSUMED, STRETCHES, Answers, Expected, stretch
from checkin.domain.pacing import Because, Load, Pace, allowance

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MONDAY = datetime(2027, 1, 11, tzinfo=AMSTERDAM).astimezone(UTC)
NINE = MONDAY + timedelta(hours=9)
NOTHING_SEEN = Expected(Answers(), ASSUMED[AskedBy.TEXT])


def mornings(people: int, *, days: int = 12) -> Duty:
    """Everybody from nine to eleven, on working days."""
    starts = [NINE + timedelta(days=day) for day in range(days) if day % 7 < 5]
    return Duty.of([Shift(start, start + timedelta(hours=2), people) for start in starts], AMSTERDAM)


def pace(duty: Duty, *, now: datetime = NINE, waiting: int = 0, planned: int = 1000, **load: float) -> Pace:
    talk = Talk(load.get("minutes", 20), load.get("minutes", 20) / 2)
    return allowance(
        now,
        duty=duty,
        load=Load(waiting, talk=talk),
        expected={"text": NOTHING_SEEN},
        planned={"text": planned},
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


def test_a_stretch_of_time_begins_at_its_hour() -> None:
    assert [stretch(timedelta(hours=hours)) for hours in (0, 0.2, 0.25, 1, 500)] == [0, 0, 1, 2, STRETCHES - 1]
