"""How many positive answers are still to come: a life table of check-ins, learned while answers come in."""

from __future__ import annotations

import math
import operator
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cached_property

from checkin.domain.attempts import AskedBy
from checkin.domain.office_hours import Calendar

HOURS = (0.0, 0.25, 1.0, 4.0, 12.0, 24.0, 48.0, 60.0, 96.0, 108.0, 144.0)
"""Where the stretches of time since the question begin. Most who answer do so soon; the reminder comes days later."""
STRETCHES = len(HOURS)
LAST_STRETCH_HOURS = 144.0
DAY_HOURS = 24.0
"""Whoever was asked longer ago is taken to answer, if at all, over as long again."""

Counts = tuple[float, ...]
NONE: Counts = (0.0,) * STRETCHES
ALMOST_NOBODY = 1e-9
FRESH_HOURS = 4.0


def stretch(hours: float) -> int:
    """Number the stretch of time in which a check-in is, or in which it was answered or ended, so long after asking."""
    return max(bisect_right(HOURS, hours) - 1, 0)


class Workdays:
    """A clock that stands still on days on which nobody is asked: a reminder comes two working days after a question.

    Without it a question of Monday and one of Friday would seem to be answered at quite different speeds.
    """

    def __init__(self, office: Calendar, since: date) -> None:
        self._office = office
        self._since = since
        self._days: list[tuple[float, bool]] = [(0.0, any(office.spans(since)))]
        """For each day from `since` on: the hours before it, and whether the clock runs."""

    def hours(self, moment: datetime) -> float:
        """Give the hours on this clock; only differences between two moments after `since` mean something."""
        local = moment.astimezone(self._office.zone)
        number = (local.date() - self._since).days
        while number >= len(self._days):
            before, runs = self._days[-1]
            day = self._since + timedelta(days=len(self._days))
            self._days.append((before + DAY_HOURS * runs, any(self._office.spans(day))))
        before, runs = self._days[max(number, 0)]
        return before + (local.hour + local.minute / 60 + local.second / 3600 if runs else 0.0)

    def rests(self, until: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Give the days on which the clock stands still, from the first day on, as moments of begin and end."""
        zone = self._office.zone
        for number in range((until.astimezone(zone).date() - self._since).days + 1):
            day = self._since + timedelta(days=number)
            if not any(self._office.spans(day)):
                ends = (datetime.combine(day + timedelta(days=later), time(), zone) for later in (0, 1))
                begin, end = (moment.astimezone(UTC) for moment in ends)
                yield begin, end


@dataclass(frozen=True)
class Answers:
    """What was seen of the check-ins of one kind.

    `out` counts who was asked and may still answer, by the stretch in which they are, and `ages` the hours since they
    were asked, on average. `entered`, `answered` and `left` tell of each stretch how many came into it, and how many
    answered or left in any way before it was over: only of those who were asked so long ago that it is over for all.
    """

    out: Counts = NONE
    ages: Counts = HOURS
    entered: Counts = NONE
    answered: Counts = NONE
    left: Counts = NONE
    positive: float = 0.0
    """Answers that became a case; picked up and silent is one, for then a person rings."""
    other: float = 0.0
    """Other answers."""


class Became(StrEnum):
    """What became of a check-in."""

    OUT = "out"
    """Asked, not answered, not ended."""
    POSITIVE = "positive"
    OTHER = "other"
    OVER = "over"
    """Ended without an answer."""


@dataclass(frozen=True)
class Seen:
    """So many check-ins that were asked in one stretch of time, counted back from now, and became the same."""

    asked: int
    became: Became
    after: int
    """The stretch, counted from the question, in which they became so; for those who are out it says nothing."""
    count: float
    age: float = 0.0
    """Of those who are out: the hours since they were asked, on average."""


def counted(rows: Iterable[Seen]) -> Answers:
    """Put together what was counted. Each stretch is judged by those for whom it is over, whatever they did in it.

    Judged by those who are still in it too, it would look too quiet: reminders leave on one moment and are answered
    together, and half an hour before that moment a hundred tenants have been silent for half a day.
    """
    out, ages, entered, answered, left = ([0.0] * STRETCHES for _ in range(5))
    became: dict[Became, float] = dict.fromkeys(Became, 0.0)
    for row in rows:
        became[row.became] += row.count
        if row.became is Became.OUT:
            out[row.asked] += row.count
            ages[row.asked] += row.count * row.age
        for number in range(row.asked):
            entered[number] += row.count * (row.became is Became.OUT or row.after >= number)
        if row.became is not Became.OUT and row.after < row.asked:
            left[row.after] += row.count
            answered[row.after] += row.count * (row.became is not Became.OVER)
    return Answers(
        out=tuple(out),
        ages=tuple(age / count if count else 0.0 for age, count in zip(ages, out, strict=True)),
        entered=tuple(entered),
        answered=tuple(answered),
        left=tuple(left),
        positive=became[Became.POSITIVE],
        other=became[Became.OTHER],
    )


ASSUMED_POSITIVE = (3.0, 12.0)
"""Before anybody has answered: as if three of a dozen answers had been positive."""
ASSUMED_TIMES = 30.0
"""What is assumed about when answers come weighs as much as so many check-ins."""


@dataclass(frozen=True)
class Times:
    """When answers come and when silence ends, by stretch, as shares of those asked."""

    answers: Counts
    silence: Counts


ASSUMED = {
    AskedBy.TEXT: Times(
        answers=(0.13, 0.13, 0.09, 0.04, 0.03, 0.02, 0.12, 0.02, 0.01, 0.01, 0.01),
        silence=(0.02, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.26, 0.10, 0.01),
    ),
    AskedBy.VOICE: Times(
        answers=(0.42, 0.04, 0.06, 0.18, 0.02, 0.09, 0.03, 0.01, 0.01, 0.01, 0.0),
        silence=(0.02, 0.0, 0.0, 0.04, 0.0, 0.04, 0.02, 0.0, 0.01, 0.0, 0.0),
    ),
}
"""What is assumed, the reminder or the next calls included, before anything was seen."""


@dataclass(frozen=True)
class Expected:
    """The check-ins of one kind (a channel, or a channel and a group): what was seen, beside what was assumed.

    Two things are learned apart. *When* tenants answer, whatever they answer: that is known after a day or two. And
    which share of the answers is positive: an hour of answers tells a good deal about those that are still to come.
    """

    seen: Answers
    assumed: Times

    @cached_property
    def _curve(self) -> tuple[list[float], list[float]]:
        """Give for the beginning of each stretch (and the end of the last): who answered so far, who is still open."""
        seen, assumed = self.seen, self.assumed
        answers, still_open = [0.0], [1.0]
        assumed_open = ASSUMED_TIMES
        for number in range(STRETCHES):
            entered = max(seen.entered[number] + assumed_open, ALMOST_NOBODY)
            assumed_answers = ASSUMED_TIMES * assumed.answers[number]
            assumed_left = assumed_answers + ASSUMED_TIMES * assumed.silence[number]
            answers.append(answers[-1] + still_open[-1] * (seen.answered[number] + assumed_answers) / entered)
            still_open.append(still_open[-1] * max(1.0 - (seen.left[number] + assumed_left) / entered, 0.0))
            assumed_open = max(assumed_open - assumed_left, 0.0)
        return answers, still_open

    @cached_property
    def _positive(self) -> tuple[float, float]:
        """Give how many answers were positive, and how many there were."""
        positive = self.seen.positive
        return ASSUMED_POSITIVE[0] + positive, ASSUMED_POSITIVE[1] + positive + self.seen.other

    @property
    def positive(self) -> float:
        """The share of answers that become a case."""
        positive, answers = self._positive
        return positive / answers

    @property
    def doubt(self) -> float:
        """How far that share may be off, as a part of itself (the standard deviation of a Beta distribution)."""
        positive, answers = self._positive
        return math.sqrt((1 - positive / answers) / positive)

    @cached_property
    def _doubt_of_times(self) -> list[float]:
        """Give for each stretch how far the number of answers from then on may be off, as a part of itself."""
        both = zip(self.seen.answered, self.assumed.answers, strict=True)
        answers = [seen + ASSUMED_TIMES * assumed for seen, assumed in both]
        return [1 / math.sqrt(max(sum(answers[number:]), 1.0)) for number in range(STRETCHES)]

    @property
    def share(self) -> float:
        """The share of check-ins that in the end become a case."""
        return min(self._curve[0][-1], 1.0) * self.positive

    @property
    def out(self) -> float:
        """Count who was asked and may still answer."""
        return sum(self.seen.out)

    @property
    def fresh(self) -> float:
        """Count who was asked so lately that most answers are still to come."""
        return sum(self.seen.out[: stretch(FRESH_HOURS)])

    def from_new(self, hours: float) -> float:
        """Give the chance that a check-in that leaves now becomes a case within so many hours of workdays."""
        return self._chance(0.0, hours)

    def from_out(self, hours: float) -> tuple[float, float]:
        """Give how many of those who were asked already are expected to become a case within so many hours.

        And how far that may be off because nobody has yet seen how many answer so late.
        """
        out = zip(self.seen.out, self.seen.ages, strict=True)
        coming = [count * self._chance(age, hours) if count else 0.0 for count, age in out]
        return sum(coming), sum(map(operator.mul, coming, self._doubt_of_times))

    def _chance(self, age: float, within: float) -> float:
        answered, still_open = self._curve
        left = _at(still_open, age)
        answers = (_at(answered, age + within) - _at(answered, age)) / left if left > ALMOST_NOBODY else 0.0
        return min(answers, 1.0) * self.positive


def _ends(number: int) -> float:
    return HOURS[number + 1] if number + 1 < STRETCHES else HOURS[-1] + LAST_STRETCH_HOURS


def _at(curve: list[float], hours: float) -> float:
    """Read a curve that is straight within each stretch."""
    number = min(bisect_right(HOURS, hours) - 1, STRETCHES - 1)
    part = min((hours - HOURS[number]) / (_ends(number) - HOURS[number]), 1.0)
    return curve[number] + part * (curve[number + 1] - curve[number])
