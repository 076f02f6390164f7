"""A target group's rule: what it means, and that a stored one is read to the last word or not at all."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.target_groups import GroupRule, UnknownRule

TODAY = date(2026, 11, 23)
NUMBERS = st.none() | st.integers(0, 120)
NAMES = st.lists(st.text(max_size=8), max_size=3).map(tuple)
RULES = st.builds(
    GroupRule,
    age_from=NUMBERS,
    age_to=NUMBERS,
    moved_in_since=st.none() | st.dates(),
    moved_in_days=NUMBERS,
    without_email=st.booleans(),
    neighbourhoods=NAMES,
    complexes=NAMES,
    languages=NAMES,
    never_spoken=st.booleans(),
    not_spoken_days=NUMBERS,
    references=NAMES,
    except_group=NUMBERS,
)


@given(RULES)
def test_a_rule_that_is_stored_comes_back_as_it_was(rule: GroupRule) -> None:
    assert GroupRule.from_json(json.loads(json.dumps(rule.as_json()))) == rule


def test_only_what_is_filled_in_is_stored() -> None:
    assert GroupRule(age_from=80).as_json() == {"version": 1, "age_from": 80}
    assert GroupRule().everyone
    assert not GroupRule(age_from=80).everyone


@pytest.mark.parametrize(
    "stored",
    [
        {},
        {"version": 2},
        {"version": 1, "income_below": 20000},
        {"version": 1, "age_from": "80"},
        {"version": 1, "age_from": True},
        {"version": 1, "age_from": -1},
        {"version": 1, "without_email": 1},
        {"version": 1, "neighbourhoods": "Parkwijk"},
        {"version": 1, "neighbourhoods": [1]},
        {"version": 1, "moved_in_since": "yesterday"},
        {"version": 1, "moved_in_since": 20261123},
    ],
)
def test_a_rule_that_is_not_understood_chooses_nobody(stored: dict[str, Any]) -> None:
    with pytest.raises(UnknownRule):
        GroupRule.from_json(stored)


def test_eighty_and_over_is_who_turns_eighty_this_year() -> None:
    rule = GroupRule(age_from=80, age_to=90)
    assert (rule.born_until(TODAY), rule.born_from(TODAY)) == (1946, 1936)


@pytest.mark.parametrize(
    ("rule", "first_day"),
    [
        (GroupRule(), None),
        (GroupRule(moved_in_days=30), date(2026, 10, 24)),
        (GroupRule(moved_in_since=date(2026, 11, 1)), date(2026, 11, 1)),
        (GroupRule(moved_in_since=date(2026, 11, 1), moved_in_days=30), date(2026, 11, 1)),
        (GroupRule(moved_in_since=date(2026, 1, 1), moved_in_days=30), date(2026, 10, 24)),
    ],
)
def test_of_two_wishes_about_moving_in_the_later_day_counts(rule: GroupRule, first_day: date | None) -> None:
    assert rule.moved_in_from(TODAY) == first_day
