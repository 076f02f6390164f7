"""The order that a coordinator chooses, in the words of the form and in the rules of the ladder."""

from __future__ import annotations

from typing import Any

import pytest

from checkin.campaigns.ladder_forms import ORDERS, in_order, order_of
from checkin.domain.attempts import AttemptEnd
from checkin.domain.ladder import Ladder, Then


@pytest.mark.parametrize("order", ORDERS)
def test_an_order_that_was_chosen_is_shown_again(order: str) -> None:
    assert order_of(Ladder.from_json(in_order(order, {}))) == order


@pytest.mark.parametrize(
    ("order", "then"),
    [("text_else_voice", Then.END), ("text_then_voice", Then.OTHER_CHANNEL), ("voice_then_text", Then.END)],
)
def test_the_order_says_what_follows_a_text_that_nobody_answers(order: str, then: Then) -> None:
    """Who chose that the robot rings after the texts gets that; who did not is not surprised by it."""
    stored: dict[str, Any] = {"calls": 4, "rules": {"voicemail": "next_number", "delivered": "other_channel"}}
    ladder = Ladder.from_json(in_order(order, stored))
    assert ladder.rules[AttemptEnd.DELIVERED] is then
    assert (ladder.calls, ladder.rules[AttemptEnd.VOICEMAIL]) == (4, Then.NEXT_NUMBER)
