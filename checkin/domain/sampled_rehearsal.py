"""A rehearsal that is done in a moment, however large the round: a part of it is played, all else in proportion.

A tenth of the tenants, with a tenth of the hours of colleagues and a tenth of what the provider takes a second, goes
as the whole does: within a twentieth in days, and a little worse for the promises, as luck weighs more in a small team.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
from typing import Any

from checkin.domain.rehearsal import NeverEnds, Plan, Rehearsal, rehearse, rehearse_one
from checkin.domain.virtual_outcome import DayOfRound, Outcome
from checkin.domain.virtual_time import Way

MOST_PLAYED = 3000
"""So many take less than a second."""


@dataclass(frozen=True)
class Sampled:
    """How a round went, and how many of its tenants were played to know."""

    outcome: Outcome
    """In numbers of the whole round."""
    played: int


def rehearse_sampled(plan: Plan, way: Way, *, most: int = MOST_PLAYED) -> Sampled:
    """Rehearse a round in one way, with so many tenants at most. Raises NeverEnds, and ValueError with a sentence."""
    part, times = _in_proportion(plan, most)
    return Sampled(_times(rehearse_one(part, way), times), part.tenants)


def rehearse_every_way(plan: Plan, *, most: int) -> Rehearsal:
    """Rehearse a round in every way, with so many tenants at most. Raises NeverEnds."""
    part, times = _in_proportion(plan, most)
    found = rehearse(part)
    return replace(
        found,
        paced=_times(found.paced, times),
        at_once=_times(found.at_once, times),
        by_hand=_times(found.by_hand, times),
        hours_per_week=found.hours_per_week * times,
    )


def _in_proportion(plan: Plan, most: int) -> tuple[Plan, float]:
    """Give a plan of so many tenants at most, and how many tenants each of them stands for."""
    if plan.tenants <= most:
        return plan, 1.0
    times = plan.tenants / most
    staff = ceil(plan.staff / times)
    hours = plan.staff * plan.hours_per_week / times / staff
    if hours * 60 <= plan.minutes / 2:
        # In proportion nobody has time for even one talk: it would take a lifetime.
        raise NeverEnds(None)
    pace: dict[str, Any] = {
        "texts_per_second": plan.texts_per_second / times,
        "calls_per_second": plan.calls_per_second / times,
    }
    return replace(plan, tenants=most, staff=staff, hours_per_week=hours, **pace), times


def _times(outcome: Outcome, times: float) -> Outcome:
    return replace(
        outcome,
        check_ins=round(outcome.check_ins * times),
        answers={name: round(count * times) for name, count in outcome.answers.items()},
        cases=round(outcome.cases * times),
        work_minutes=outcome.work_minutes * times,
        idle_minutes=outcome.idle_minutes * times,
        waiting_max=round(outcome.waiting_max * times),
        by_day=tuple(_day_times(one, times) for one in outcome.by_day),
    )


def _day_times(day: DayOfRound, times: float) -> DayOfRound:
    return replace(
        day,
        asked=round(day.asked * times),
        answered=round(day.answered * times),
        opened=round(day.opened * times),
        closed=round(day.closed * times),
        waiting=round(day.waiting * times),
        duty_minutes=day.duty_minutes * times,
    )
