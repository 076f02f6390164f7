"""Hiding numbers so small that they point at somebody, and those from which they could be worked out."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

SMALLEST = 5
"""Below this many people a number may tell who they are."""


class Hidden(StrEnum):
    """What stands where a number may not be shown."""

    SMALL = "<5"
    COMPANY = "×"
    """Hidden so that the small number beside it cannot be worked out from the total."""


Cell = int | Hidden


def hide_small(column: Sequence[int], people: Sequence[int] | None = None) -> list[Cell]:
    """Give the column without the numbers of fewer than five people, zero included.

    `people` tells how many people are behind each number; when it is left out, the numbers are people themselves.

    The total of a column is known elsewhere. So hidden numbers need company: the next smallest is hidden too until
    at least two are hidden and together they are five people or more.
    """
    behind = column if people is None else people
    small = {place for place, value in enumerate(behind) if value < SMALLEST}
    hidden = set(small)
    for place in sorted(set(range(len(column))) - small, key=lambda place: behind[place]):
        if not hidden or (len(hidden) > 1 and sum(behind[one] for one in hidden) >= SMALLEST):
            break
        hidden.add(place)
    return [
        Hidden.SMALL if place in small else Hidden.COMPANY if place in hidden else value
        for place, value in enumerate(column)
    ]
