"""The work that a campaign brings: how many will want a talk, how many hours that is, and how many to ask a day."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

WORKING_DAYS = 5
ROUNDING = 1e-9
"""Three a day is three, also where a computer makes 2.9999999999 of it."""


@dataclass(frozen=True)
class Work:
    """What a coordinator weighs before the start."""

    talks: int
    """Tenants who are expected to want contact."""
    hours_needed: float
    hours_a_week: float
    weeks: float | None
    """How long the talks take with these people; None when nobody rings back."""
    ask_a_day: int
    """So many check-ins a day bring as many talks as these people can hold."""


def expected_work(*, asked: int, wanting: float, talk_minutes: int, hours_a_week: float, robot: bool = True) -> Work:
    """Work out what a campaign asks of the people who ring back; without a robot every tenant is a talk."""
    share = wanting if robot else 1.0
    talks = math.ceil(asked * share)
    needed = talks * talk_minutes / 60
    talks_a_day = hours_a_week / WORKING_DAYS * 60 / talk_minutes
    return Work(
        talks=talks,
        hours_needed=needed,
        hours_a_week=hours_a_week,
        weeks=needed / hours_a_week if hours_a_week else None,
        ask_a_day=min(asked, math.floor(talks_a_day / share + ROUNDING)) if share else asked,
    )


@dataclass(frozen=True)
class Day:
    """One working day ahead: the talks that there is time for, and those that will be held."""

    day: date
    room: int
    talks: int


def day_by_day(talks: int, days: Iterable[date], *, talk_minutes: int, hours_a_week: float) -> list[Day]:
    """Spread the expected talks over the working days ahead, as soon as there is time; a week of them at least."""
    minutes, held, passed = hours_a_week * 60 / WORKING_DAYS, 0, 0.0
    spread: list[Day] = []
    for day in days:
        if not hours_a_week or (held >= talks and len(spread) >= WORKING_DAYS):
            break
        passed += minutes
        # What is left of one day is part of a talk on the next.
        room = math.floor(passed / talk_minutes + ROUNDING) - math.floor((passed - minutes) / talk_minutes + ROUNDING)
        spread.append(Day(day, room, min(room, talks - held)))
        held += spread[-1].talks
    return spread
