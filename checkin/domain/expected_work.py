"""The work that a campaign brings: how many will want a talk, how many hours that is, and how many to ask a day."""

from __future__ import annotations

import math
from dataclasses import dataclass

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
