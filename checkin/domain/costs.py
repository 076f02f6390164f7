"""What a campaign costs: before it starts from what is expected, and afterwards from what really left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

ANSWERS_WITHOUT_REMINDER = 0.4
"""Of those who are texted, so many answer before the reminder: an assumption until there are answers of one's own."""
MINUTES_A_CALL = 0.8
"""Greeting, question, one key and the time that is spoken back: own measurement on the phone network."""
PICKED_UP = 0.5
"""Of the calls that ring, so many are picked up and paid for."""


@dataclass(frozen=True)
class Prices:
    """What the provider asks: per part of a text, and per minute of a call. Either may be nothing."""

    text_part: Decimal
    call_minute: Decimal

    @property
    def known(self) -> bool:
        """Tell whether there is anything to calculate with."""
        return bool(self.text_part or self.call_minute)


@dataclass(frozen=True)
class Cost:
    """How much leaves, and what that costs."""

    text_parts: int
    call_minutes: float
    amount: Decimal


def cost(text_parts: int, call_minutes: float, prices: Prices) -> Cost:
    """Work out what so many parts of texts and minutes of calls cost, in cents exactly."""
    amount = text_parts * prices.text_part + Decimal(str(round(call_minutes, 2))) * prices.call_minute
    return Cost(text_parts, call_minutes, amount.quantize(Decimal("0.01")))


@dataclass(frozen=True)
class Texted:
    """So many tenants who are texted in the same words."""

    tenants: int
    parts: int
    """Of the question, and of the reminder."""
    answer_parts: int = 1
    """Of what goes back to who answers."""


def expected_cost(*, texted: Iterable[Texted], rung: int, texts: int, calls: int, prices: Prices) -> tuple[Cost, Cost]:
    """Estimate the cost of a campaign, and what it costs at most.

    Everyone who is texted gets the question; who does not answer it gets the reminder as often as the ladder says;
    and who answers, one text back. A call costs when it is picked up.
    """
    everyone = tuple(texted)
    questions = 1 + (1 - ANSWERS_WITHOUT_REMINDER) * (texts - 1)
    likely_texts = sum(
        one.tenants * (questions * one.parts + ANSWERS_WITHOUT_REMINDER * one.answer_parts) for one in everyone
    )
    most_texts = sum(one.tenants * (texts * one.parts + one.answer_parts) for one in everyone)
    tries = sum((1 - PICKED_UP) ** place for place in range(calls))
    likely = cost(round(likely_texts), rung * tries * PICKED_UP * MINUTES_A_CALL, prices)
    return likely, cost(most_texts, rung * calls * MINUTES_A_CALL, prices)
