"""Hiding numbers so small that they point at somebody, and those from which they could be worked out."""

from __future__ import annotations

from collections.abc import Sequence

SMALLEST = 5
"""Below this many people a number may tell who they are."""


def hide_small(column: Sequence[int]) -> list[int | None]:
    """Give the column with None for each number under five, zero included.

    The total of a column is known elsewhere. So hidden numbers need company: the next smallest is hidden too until
    at least two are hidden and together they are five people or more.
    """
    hidden = {place for place, value in enumerate(column) if value < SMALLEST}
    for place in sorted(set(range(len(column))) - hidden, key=lambda place: column[place]):
        if not hidden or (len(hidden) > 1 and sum(column[one] for one in hidden) >= SMALLEST):
            break
        hidden.add(place)
    return [None if place in hidden else value for place, value in enumerate(column)]
