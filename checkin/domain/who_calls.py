"""Which of several people behind one number is on the line: asked by the year of birth, before any name is said."""

from __future__ import annotations

from collections.abc import Mapping

DIGITS = 2
"""The last two of a year of birth: a couple rarely shares them, and they are nobody else's secret."""


def can_be_asked(years: Mapping[int, int | None]) -> bool:
    """Tell whether the years of birth tell these people apart: each is known, and none is the same."""
    ends = [year % 100 for year in years.values() if year is not None]
    return len(years) > 1 and len(ends) == len(years) and len(set(ends)) == len(ends)


def who_it_is(years: Mapping[int, int | None], digits: str) -> int | None:
    """Give the one person whose year ends in these digits; None when it is nobody's."""
    if len(digits) != DIGITS or not digits.isascii() or not digits.isdecimal():
        return None
    found = [one for one, year in years.items() if year is not None and year % 100 == int(digits)]
    return found[0] if len(found) == 1 else None
