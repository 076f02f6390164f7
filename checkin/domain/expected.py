"""How many positive answers are still to come: a life table of check-ins, learned while answers come in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from checkin.domain.attempts import AskedBy

HOURS = (0.0, 0.25, 1.0, 4.0, 12.0, 24.0, 48.0, 72.0, 96.0, 144.0, 192.0)
"""Where the stretches of time since the question begin. Most who answer do so soon; the reminder comes days later."""
STRETCHES = len(HOURS)
LAST_STRETCH_HOURS = 192.0
"""Whoever was asked longer ago is taken to answer, if at all, over as long again."""
HOUR = timedelta(hours=1)

Counts = tuple[float, ...]
NONE: Counts = (0.0,) * STRETCHES


def stretch(since_asked: timedelta) -> int:
    """Number the stretch of time in which a check-in is, or in which it was answered or ended."""
    return max(bisect_right(HOURS, since_asked / HOUR) - 1, 0)


@dataclass(frozen=True)
class Answers:
    """What became of the check-ins of one kind, counted by the stretch of time since the question left.

    `out`: asked, not answered, not ended, by how long ago that was. `positive`: those who became a case, and `over`:
    those who ended in any other way, both by how long it took.
    """

    out: Counts = NONE
    positive: Counts = NONE
    over: Counts = NONE

    def __add__(self, other: Answers) -> Answers:
        pairs = ((self.out, other.out), (self.positive, other.positive), (self.over, other.over))
        return Answers(*(tuple(a + b for a, b in zip(one, two, strict=True)) for one, two in pairs))


def _assumed(asked: float, positive: Sequence[float], over: Sequence[float]) -> Answers:
    return Answers(NONE, tuple(asked * share for share in positive), tuple(asked * share for share in over))


ASSUMED = {
    AskedBy.TEXT: _assumed(
        12,
        (0.05, 0.04, 0.03, 0.02, 0.02, 0.01, 0.03, 0.02, 0.02, 0.01, 0.01),
        (0.10, 0.08, 0.06, 0.04, 0.02, 0.02, 0.05, 0.02, 0.15, 0.15, 0.05),
    ),
    AskedBy.VOICE: _assumed(
        12,
        (0.13, 0.01, 0.03, 0.05, 0.03, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01),
        (0.20, 0.02, 0.05, 0.15, 0.12, 0.03, 0.03, 0.02, 0.02, 0.03, 0.02),
    ),
}
"""What is taken for granted before anybody has answered, worth as much as a dozen check-ins."""


@dataclass(frozen=True)
class Expected:
    """The check-ins of one kind (a channel, or a channel and a group): what was assumed, and what was seen."""

    seen: Answers
    assumed: Answers

    @cached_property
    def _curve(self) -> tuple[list[float], list[float]]:
        """Give for the beginning of each stretch (and the end of the last): who said yes so far, who is still open."""
        known = self.seen + self.assumed
        everybody = [sum(counts) for counts in zip(known.out, known.positive, known.over, strict=True)]
        yes, still_open = [0.0], [1.0]
        entered = sum(everybody)
        for number in range(STRETCHES):
            # Whoever is in this stretch now was in it for half of it, on average.
            exposed = max(entered - known.out[number] / 2, 1e-9)
            says_yes = known.positive[number] / exposed
            leaves = min((known.positive[number] + known.over[number]) / exposed, 1.0)
            yes.append(yes[-1] + still_open[-1] * says_yes)
            still_open.append(still_open[-1] * (1.0 - leaves))
            entered -= everybody[number]
        return yes, still_open

    @property
    def share(self) -> float:
        """The share of check-ins that in the end become a case."""
        return min(self._curve[0][-1], 1.0)

    @property
    def doubt(self) -> float:
        """How far the share may be off, as a part of itself: one over the root of what was counted."""
        return float((sum(self.seen.positive) + sum(self.assumed.positive)) ** -0.5)

    @property
    def out(self) -> float:
        """Count who was asked and may still answer."""
        return sum(self.seen.out)

    @property
    def fresh(self) -> float:
        """Count who was asked so lately that most answers are still to come."""
        return sum(self.seen.out[: stretch(4 * HOUR)])

    def from_new(self, within: timedelta) -> float:
        """Give the chance that a check-in that leaves now becomes a case within this time."""
        return self._chance(0.0, within / HOUR)

    def from_out(self, within: timedelta) -> float:
        """Give how many of those who were asked already are expected to become a case within this time."""
        hours = within / HOUR
        return sum(count * self._chance(_middle(number), hours) for number, count in enumerate(self.seen.out) if count)

    def _chance(self, age: float, within: float) -> float:
        yes, still_open = self._curve
        left = _at(still_open, age)
        return min((_at(yes, age + within) - _at(yes, age)) / left, 1.0) if left > 1e-9 else 0.0  # noqa: PLR2004


def _ends(number: int) -> float:
    return HOURS[number + 1] if number + 1 < STRETCHES else HOURS[-1] + LAST_STRETCH_HOURS


def _middle(number: int) -> float:
    return (HOURS[number] + _ends(number)) / 2


def _at(curve: list[float], hours: float) -> float:
    """Read a curve that is straight within each stretch."""
    number = min(bisect_right(HOURS, hours) - 1, STRETCHES - 1)
    part = min((hours - HOURS[number]) / (_ends(number) - HOURS[number]), 1.0)
    return curve[number] + part * (curve[number + 1] - curve[number])
