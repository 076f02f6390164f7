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
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from checkin.domain.duty import Duty, Talk
from checkin.domain.expected import Expected, Workdays

LIKELY = 1.0

AS_A_RULE = 1
"""A tenant who says yes is rung on the next duty day at the latest,"""
AT_WORST = 2
"""and never promised anything that lies further ahead than this."""
ALMOST_NEVER = 3.7
"""So many standard deviations above the mean are passed once in ten thousand times."""
SKEW = (ALMOST_NEVER**2 - 1) / 6
"""Small numbers lean to one side: what a bell-shaped curve underrates of a count (Cornish and Fisher)."""
LAST = 0.8
DAYS_AHEAD = 5
"""For how many duty days the two sentences are checked; by then the ladder of attempts is at its end."""
LOOK_AGAIN = timedelta(minutes=5)
NEVER_ENDING = 1000.0


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
    talking: int
    talk: Talk

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
    now: datetime,
    *,
    duty: Duty,
    load: Load,
    expected: Mapping[str, Expected],
    planned: Mapping[str, int],
    workdays: Workdays,
    later: int = 0,
) -> Pace:
    """Say how many of the planned check-ins may leave now.

    `planned` counts those who were not asked yet, by kind, in the order in which they leave; `expected` holds each of
    these kinds, and those of which nobody is left to ask but some may still answer.
    """
    by_kind = room(now, duty=duty, load=load, expected=expected, planned=planned, workdays=workdays, later=later)
    count = sum(by_kind.values())
    in_an_hour = now + timedelta(hours=1)
    done = duty.minutes_between(now, in_an_hour) / load.talk.minutes
    after = Load(max(round(load.waiting - done), 0), load.talking, load.talk)
    hourly = room(in_an_hour, duty=duty, load=after, expected=expected, planned=planned, workdays=workdays, later=later)
    return Pace(
        check_ins=count,
        by_kind=by_kind,
        because=_because(now, count, duty, planned),
        per_hour=max(count, sum(hourly.values())),
        people=duty.people_at(now),
        until=duty.same_until(now),
        waiting=load.waiting,
        expected=sum(kind.from_out(NEVER_ENDING)[0] for kind in expected.values()),
        look_again=min(filter(None, [duty.same_until(now), now + LOOK_AGAIN])),
    )


def _because(now: datetime, count: int, duty: Duty, planned: Mapping[str, int]) -> Because:
    if not any(planned.values()):
        return Because.ALL_LEFT
    if count:
        return Because.ROOM
    return Because.FULL if duty.minutes_until_day_is_over(now, AT_WORST) else Because.NOBODY


def room(
    now: datetime,
    *,
    duty: Duty,
    load: Load,
    expected: Mapping[str, Expected],
    planned: Mapping[str, int],
    workdays: Workdays,
    later: int = 0,
) -> dict[str, int]:
    """Count by kind how many check-ins may leave: as many of the first kind as fit, then of the next.

    When everybody who is left fits at once, give or take half a duty day, all of them leave: nobody comes after them.
    """
    days = [_Day.of(now, number, duty, load, expected, workdays) for number in range(DAYS_AHEAD)]
    if not later and all(day.fits(planned, LAST) for day in days):
        return dict(planned)
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
    def of(
        cls, now: datetime, number: int, duty: Duty, load: Load, expected: Mapping[str, Expected], workdays: Workdays
    ) -> _Day:
        ahead = duty.days_ahead(now)
        hours = workdays.hours(ahead[number]) - workdays.hours(now) if number < len(ahead) else NEVER_ENDING
        coming = {name: kind.from_out(hours) for name, kind in expected.items()}
        return cls(
            talks=load.talks,
            talk=load.talk,
            coming=sum(count for count, _ in coming.values()),
            variance=sum(
                count + (count * expected[name].doubt) ** 2 + late**2 for name, (count, late) in coming.items()
            ),
            most=sum(kind.out for kind in expected.values()),
            chances={name: (kind.from_new(hours), kind.doubt) for name, kind in expected.items()},
            usual=duty.minutes_until_day_is_over(now, number + AS_A_RULE),
            worst=duty.minutes_until_day_is_over(now, number + AT_WORST),
        )

    def fits(self, leaving: Mapping[str, int], slack: float = 0.0) -> bool:
        """Tell whether the two sentences hold when these check-ins leave now."""
        mean, variance, most = self.coming, self.variance, self.most
        for kind, count in leaving.items():
            chance, doubt = self.chances[kind]
            mean += count * chance
            variance += count * chance + (count * chance * doubt) ** 2
            most += count
        feared = min(mean + ALMOST_NEVER * math.sqrt(variance) + SKEW, most)
        usual = self.usual + slack * (self.worst - self.usual)
        return self._takes(mean) <= usual and self._takes(feared) <= self.worst

    def _takes(self, coming: float) -> float:
        """Give the minutes until the last of those who wait and those who come is rung, with some to spare."""
        ahead = max(self.talks + coming - 1, 0.0)
        return self.talk.at_most(ahead, LIKELY) + self.talk.minutes / 2
