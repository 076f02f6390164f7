"""The pace: how many check-ins may leave now, so that everyone who says yes can be rung before the promise.

Two sentences decide, for today and for each of the coming duty days (days on which somebody rings back):

1. *As a rule:* everyone who waits, and everyone who is expected to say yes by then, is rung on the next duty day.
2. *Even when it goes against us:* when as many say yes as happens once in ten thousand times, and talks run late,
   they are all rung within two duty days.

The expectation is learned while answers come in (`expected.py`); the doubt about it counts as people who may say yes.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from checkin.domain.duty import Duty, Talk
from checkin.domain.expected import Expected

AS_A_RULE = 1
"""A tenant who says yes is rung on the next duty day at the latest,"""
AT_WORST = 2
"""and never promised anything that lies further ahead than this."""
ALMOST_NEVER = 3.7
"""So many standard deviations above the mean are passed once in ten thousand times."""
SKEW = (ALMOST_NEVER**2 - 1) / 6
"""Small numbers lean to one side: what a bell-shaped curve underrates of a count (Cornish and Fisher)."""
DAYS_AHEAD = 5
"""For how many duty days the two sentences are checked; by then the ladder of attempts is at its end."""
LOOK_AGAIN = timedelta(minutes=5)
NEVER_ENDING = timedelta(days=365)


class Because(StrEnum):
    """Why so many, or so few, may leave now."""

    ROOM = "room"
    """There is room for more."""
    FULL = "full"
    """As many wait, or may still say yes, as can be rung in time."""
    NOBODY = "nobody"
    """Nobody is on duty in the days that are known."""
    ALL_LEFT = "all_left"
    """Nobody is left to ask."""


@dataclass(frozen=True)
class Load:
    """What the people on duty have before them: who waits, who is spoken to now, and what a talk takes."""

    waiting: int
    talking: int = 0
    talk: Talk = field(default_factory=Talk)

    @property
    def talks(self) -> float:
        """The talks that are still to be held; of one that goes on, half is left."""
        return self.waiting + self.talking / 2


@dataclass(frozen=True)
class Pace:
    """How many check-ins may leave now, and why: the screen makes its sentence of these."""

    check_ins: int
    by_kind: Mapping[str, int]
    """Which of them, by the names under which they were planned."""
    because: Because
    per_hour: int
    """How many will have been able to leave an hour from now, when nothing unexpected happens."""
    people: int
    """Colleagues on duty now,"""
    until: datetime | None
    """and until when their number stays so."""
    waiting: int
    expected: float
    """How many of those who were asked are still expected to say yes."""
    look_again: datetime


def allowance(
    now: datetime, *, duty: Duty, load: Load, expected: Mapping[str, Expected], planned: Mapping[str, int]
) -> Pace:
    """Say how many of the planned check-ins may leave now.

    `planned` counts those who were not asked yet, by kind, in the order in which they leave; `expected` holds each of
    these kinds, and those of which nobody is left to ask but some may still answer.
    """
    by_kind = room(now, duty=duty, load=load, expected=expected, planned=planned)
    count = sum(by_kind.values())
    in_an_hour = now + timedelta(hours=1)
    done = duty.minutes_between(now, in_an_hour) / load.talk.minutes
    later = Load(max(round(load.waiting - done), 0), load.talking, load.talk)
    hourly = sum(room(in_an_hour, duty=duty, load=later, expected=expected, planned=planned).values())
    return Pace(
        check_ins=count,
        by_kind=by_kind,
        because=_because(now, count, duty, planned),
        per_hour=max(count, hourly),
        people=duty.people_at(now),
        until=duty.same_until(now),
        waiting=load.waiting,
        expected=sum(kind.from_out(NEVER_ENDING) for kind in expected.values()),
        look_again=min(filter(None, [duty.same_until(now), now + LOOK_AGAIN])),
    )


def _because(now: datetime, count: int, duty: Duty, planned: Mapping[str, int]) -> Because:
    if not any(planned.values()):
        return Because.ALL_LEFT
    if count:
        return Because.ROOM
    return Because.FULL if duty.minutes_until_day_is_over(now, AT_WORST) else Because.NOBODY


def room(
    now: datetime, *, duty: Duty, load: Load, expected: Mapping[str, Expected], planned: Mapping[str, int]
) -> dict[str, int]:
    """Count by kind how many check-ins may leave: as many of the first kind as fit, then of the next."""
    days = [_Day.of(now, number, duty, load, expected) for number in range(DAYS_AHEAD)]
    leaving: dict[str, int] = dict.fromkeys(planned, 0)
    for kind, left in planned.items():
        leaving[kind] = _most(left, lambda count, kind=kind: all(day.fits({**leaving, kind: count}) for day in days))  # type: ignore[misc]
        if leaving[kind] < left:
            break
    if not sum(leaving.values()) and _idle(now, duty, load, expected):
        first = next((kind for kind, left in planned.items() if left), None)
        return leaving if first is None else {**leaving, first: 1}
    return leaving


def _most(most: int, fits: Callable[[int], bool]) -> int:
    """Find the largest count that fits, when every smaller one fits too."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        if fits(middle):
            least = middle
        else:
            most = middle - 1
    return least


def _idle(now: datetime, duty: Duty, load: Load, expected: Mapping[str, Expected]) -> bool:
    """Tell whether nothing is under way at all: then one check-in may always leave, however great the doubt."""
    fresh = sum(kind.fresh for kind in expected.values())
    return not load.waiting and not fresh and duty.minutes_until_day_is_over(now, AS_A_RULE) >= load.talk.minutes


@dataclass(frozen=True)
class _Day:
    """One duty day from now: who may have said yes by its end, and the minutes in which they can be rung."""

    talks: float
    """Talks that wait already."""
    talk: Talk
    coming: float
    """Positive answers that are expected of those who were asked already, until the next duty day begins."""
    variance: float
    most: float
    """Everyone who was asked and may still answer: more than that never say yes."""
    chances: Mapping[str, tuple[float, float]]
    """For a check-in that leaves now, by kind: the chance of a positive answer by then, and the doubt about it."""
    usual: float
    """Minutes worked until the end of the duty day after it,"""
    worst: float
    """and of the one after that."""

    @classmethod
    def of(cls, now: datetime, number: int, duty: Duty, load: Load, expected: Mapping[str, Expected]) -> _Day:
        ahead = duty.days_ahead(now)
        within = ahead[number] - now if number < len(ahead) else NEVER_ENDING
        coming = {name: kind.from_out(within) for name, kind in expected.items()}
        return cls(
            talks=load.talks,
            talk=load.talk,
            coming=sum(coming.values()),
            variance=sum(count + (count * expected[name].doubt) ** 2 for name, count in coming.items()),
            most=sum(kind.out for kind in expected.values()),
            chances={name: (kind.from_new(within), kind.doubt) for name, kind in expected.items()},
            usual=duty.minutes_until_day_is_over(now, number + AS_A_RULE),
            worst=duty.minutes_until_day_is_over(now, number + AT_WORST),
        )

    def fits(self, leaving: Mapping[str, int]) -> bool:
        """Tell whether the two sentences hold when these check-ins leave now."""
        mean, variance, most = self.coming, self.variance, self.most
        for kind, count in leaving.items():
            chance, doubt = self.chances[kind]
            mean += count * chance
            variance += count * chance + (count * chance * doubt) ** 2
            most += count
        feared = min(mean + ALMOST_NEVER * math.sqrt(variance) + SKEW, most)
        usual = (self.talks + mean) * self.talk.minutes
        return usual <= self.usual and self.talk.at_most(max(self.talks + feared - 1, 0.0)) <= self.worst
