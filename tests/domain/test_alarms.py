"""Who is rung about danger, in which order, and how often."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.alarms import ROUNDS, OnCall, line, next_in_line
from checkin.domain.office_hours import Hours

MONDAY_NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
SUNDAY_NIGHT = datetime(2026, 11, 29, 3, 0, tzinfo=UTC)
OFFICE, WEEKEND = Hours.parse("mon-fri 09:00-17:00"), Hours.parse("sat-sun 00:00-24:00")


@pytest.mark.parametrize(
    ("on_call", "on_duty", "coordinators", "at", "rung"),
    [
        ([OnCall(1, OFFICE), OnCall(2, WEEKEND)], [5], [9], MONDAY_NOON, [1, 9]),
        ([OnCall(1, OFFICE), OnCall(2, WEEKEND)], [5], [9], SUNDAY_NIGHT, [2, 9]),
        ([OnCall(2), OnCall(1)], [5], [9], SUNDAY_NIGHT, [2, 1, 9]),
        ([OnCall(1, OFFICE)], [5, 6], [9], SUNDAY_NIGHT, [5, 6, 9]),  # nobody is set for this hour
        ([], [], [9], SUNDAY_NIGHT, [9]),
        ([OnCall(9)], [9], [9], MONDAY_NOON, [9]),  # nobody is rung twice in a round
        ([], [], [], MONDAY_NOON, []),
    ],
)
def test_who_is_set_for_this_hour_goes_first_and_coordinators_last(
    on_call: list[OnCall], on_duty: list[int], coordinators: list[int], at: datetime, rung: list[int]
) -> None:
    assert line(on_call, on_duty, coordinators, local=at) == rung


@given(st.lists(st.integers(1, 50), unique=True, max_size=8))
def test_everybody_is_rung_in_order_and_equally_often_and_then_it_stops(people: list[int]) -> None:
    rung: list[int] = []
    while (person := next_in_line(people, rung)) is not None:
        rung.append(person)
    assert rung == people * ROUNDS


def test_who_comes_on_duty_meanwhile_is_rung_next() -> None:
    assert next_in_line([1, 2], [1, 2, 1]) == 2
    assert next_in_line([3, 1, 2], [1, 2, 1]) == 3
