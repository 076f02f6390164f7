"""Whom to ring for a tenant on the line, how long somebody waits, and who of several people it is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.offers import LONGEST_WAIT, WAVE, next_wave, waited_enough
from checkin.domain.who_calls import can_be_asked, who_it_is

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def test_three_are_rung_at_once_and_the_next_when_those_had_their_time() -> None:
    free = [1, 2, 3, 4, 5]
    assert next_wave(free, [], last_rung_at=None, now=NOON) == [1, 2, 3]
    assert next_wave(free, [1, 2, 3], last_rung_at=NOON, now=NOON + WAVE / 2) == []
    assert next_wave(free, [1, 2, 3], last_rung_at=NOON, now=NOON + WAVE) == [4, 5]
    assert next_wave(free, [1, 2, 3], last_rung_at=None, now=NOON) == [4, 5]  # all of them hung up already


@pytest.mark.parametrize(
    ("waited", "free", "rung", "ringing", "enough"),
    [
        (0, [1], [], False, False),
        (0, [], [], False, True),
        (20, [1], [1], True, False),
        (20, [1], [1], False, True),
        (20, [1, 2], [1], False, False),
        (71, [1, 2], [1], True, True),
    ],
)
def test_nobody_waits_longer_than_a_minute_or_so(
    waited: int, free: list[int], rung: list[int], ringing: bool, enough: bool
) -> None:
    now = NOON + timedelta(seconds=waited)
    assert waited_enough(NOON, now, free=free, rung=rung, ringing=ringing) is enough


def test_the_wait_is_bounded_whatever_happens() -> None:
    assert waited_enough(NOON, NOON + LONGEST_WAIT, free=[1, 2, 3], rung=[], ringing=True)


@pytest.mark.parametrize(
    ("years", "possible"),
    [
        ({1: 1942, 2: 1945}, True),
        ({1: 1942, 2: 1942}, False),
        ({1: 1942, 2: None}, False),
        ({1: 1942}, False),
        ({}, False),
        ({1: 1942, 2: 2042}, False),
    ],
)
def test_the_year_of_birth_is_asked_only_where_it_tells_people_apart(
    years: dict[int, int | None], possible: bool
) -> None:
    assert can_be_asked(years) is possible


@given(st.text(max_size=6))
def test_only_two_digits_of_exactly_one_person_say_who_it_is(digits: str) -> None:
    years = {1: 1942, 2: 1945}
    assert who_it_is(years, digits) == {"42": 1, "45": 2}.get(digits)
