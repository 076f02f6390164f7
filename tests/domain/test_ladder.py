"""A ladder as it is stored and shared: read back the same, and refused when it says what no ladder may hold."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from checkin.domain.attempts import AttemptEnd
from checkin.domain.ladder import ALLOWED, RULES, After, Ladder, MobileOrder, Then
from tests.domain.test_climbing import ladders


@given(ladders)
def test_a_ladder_is_read_back_as_it_was_written(ladder: Ladder) -> None:
    assert Ladder.from_json(json.loads(json.dumps(ladder.to_json()))) == ladder


def test_what_is_left_out_is_as_in_the_house() -> None:
    assert Ladder.from_json({}) == Ladder()
    given_rules = {"mobile": "voice_only", "rules": {"voicemail": "next_number"}, "after": "caretaker"}
    ladder = Ladder.from_json(given_rules)
    assert (ladder.mobile, ladder.after) == (MobileOrder.VOICE_ONLY, After.CARETAKER)
    assert ladder.rules == {**RULES, AttemptEnd.VOICEMAIL: Then.NEXT_NUMBER}


@pytest.mark.parametrize(
    ("given_values", "words"),
    [
        ({"version": 2}, "version 2"),
        ({"cals": 3}, "cals"),
        ({"calls": 0}, "calls must be from 1"),
        ({"calls": 99}, "calls must be from 1"),
        ({"calls": "3"}, "whole number"),
        ({"calls": True}, "whole number"),
        ({"mobile": "pigeon"}, "pigeon"),
        ({"after": "never"}, "never"),
        ({"rules": []}, "table"),
        ({"rules": {"busy": "dance"}}, "dance"),
        # Nobody is rung again within a quarter of an hour because a voicemail answered.
        ({"rules": {"voicemail": "again_soon"}}, "voicemail"),
        # Picked up and silent is rung by a person: that is no choice.
        ({"rules": {"silent": "end"}}, "no choice"),
    ],
)
def test_what_no_ladder_may_hold_is_refused(given_values: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Ladder.from_json(given_values)


def test_every_rule_of_the_house_is_one_that_may_be_chosen() -> None:
    assert all(RULES[end] in allowed for end, allowed in ALLOWED.items())
    assert set(RULES) == set(ALLOWED)
