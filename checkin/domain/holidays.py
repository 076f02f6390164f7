"""The Dutch holidays and the quiet half days, each of which a landlord may tick, and from which minute it rests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

NOON = 12 * 60
DAY_MINUTES = 24 * 60
SUNDAY = 6


class Holiday(StrEnum):
    """A day on which nobody is asked, in the order of the year. Stored by name."""

    NEW_YEAR = "new_year"
    GOOD_FRIDAY = "good_friday"
    EASTER = "easter"
    EASTER_MONDAY = "easter_monday"
    KINGS_DAY = "kings_day"
    REMEMBRANCE = "remembrance"
    LIBERATION = "liberation"
    ASCENSION = "ascension"
    PENTECOST = "pentecost"
    PENTECOST_MONDAY = "pentecost_monday"
    CHRISTMAS_EVE = "christmas_eve"
    CHRISTMAS = "christmas"
    BOXING_DAY = "boxing_day"
    NEW_YEARS_EVE = "new_years_eve"


QUIET_FROM = {
    # The nation is silent at eight; nobody rings in the hour and a half before it, or after.
    Holiday.REMEMBRANCE: 18 * 60 + 30,
    Holiday.CHRISTMAS_EVE: NOON,
    Holiday.NEW_YEARS_EVE: NOON,
}
"""From which minute of the local day these rest; every other one rests all day."""
USUAL = frozenset(Holiday) - {Holiday.LIBERATION}
"""What is ticked to begin with. Most landlords work on 5 May; some do not."""


def easter(year: int) -> date:
    """Give Easter Sunday, by the Gregorian computus in the anonymous form (Meeus, Astronomical Algorithms)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leaps, left = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - correction + 15) % 30
    quarter, over = divmod(rest, 4)
    to_sunday = (32 + 2 * left + 2 * quarter - epact - over) % 7
    shift = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=64)
def days_of(year: int) -> dict[Holiday, date]:
    """Give every holiday of one year with its day."""
    sunday = easter(year)
    kings_day = date(year, 4, 27)
    if kings_day.weekday() == SUNDAY:
        kings_day -= timedelta(days=1)
    return {
        Holiday.NEW_YEAR: date(year, 1, 1),
        Holiday.GOOD_FRIDAY: sunday - timedelta(days=2),
        Holiday.EASTER: sunday,
        Holiday.EASTER_MONDAY: sunday + timedelta(days=1),
        Holiday.KINGS_DAY: kings_day,
        Holiday.REMEMBRANCE: date(year, 5, 4),
        Holiday.LIBERATION: date(year, 5, 5),
        Holiday.ASCENSION: sunday + timedelta(days=39),
        Holiday.PENTECOST: sunday + timedelta(days=49),
        Holiday.PENTECOST_MONDAY: sunday + timedelta(days=50),
        Holiday.CHRISTMAS_EVE: date(year, 12, 24),
        Holiday.CHRISTMAS: date(year, 12, 25),
        Holiday.BOXING_DAY: date(year, 12, 26),
        Holiday.NEW_YEARS_EVE: date(year, 12, 31),
    }


@dataclass(frozen=True)
class ClosedDay:
    """A day of the landlord's own on which nobody is asked: all of it, or from some minute on."""

    day: date
    from_minute: int = 0
    why: str = ""


class Closures:
    """Tells of every day from which minute the landlord rests: the ticked holidays and the own list together."""

    def __init__(self, ticked: Iterable[Holiday] = (), own: Iterable[ClosedDay] = ()) -> None:
        self._ticked = frozenset(ticked)
        self._own: dict[date, int] = {}
        for one in own:
            self._own[one.day] = min(one.from_minute, self._own.get(one.day, DAY_MINUTES))

    def __call__(self, day: date) -> int:
        """Give the minute of the local day from which everything rests; 0 is all day, 1440 is not at all."""
        quiet = (
            QUIET_FROM.get(one, 0) for one, when in days_of(day.year).items() if when == day and one in self._ticked
        )
        return min([*quiet, self._own.get(day, DAY_MINUTES)])
