"""A standing check-in: when somebody who asked for it is asked next, every day or every week at the same time.

The wished time is a time on the landlord's own clock, in summer and in winter. When nobody may be asked at that time,
it becomes the nearest open moment of the same day, else of the next day that is open; never one in a pause.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from checkin.domain.office_hours import Calendar

LATEST = timedelta(minutes=1)
"""Asked at the last open minute at the latest."""
LONGEST_CLOSED = 21
"""Days: no landlord is closed for longer in a row. A wish of so long ago may still be waiting for an open day."""


class Every(StrEnum):
    """How often."""

    DAY = "day"
    WEEK = "week"


@dataclass(frozen=True)
class Rhythm:
    """What the tenant asked for: how often, on which weekday (0 is Monday), and at what time."""

    every: Every
    at: time
    weekday: int = 0
    pause_from: date | None = None
    pause_until: date | None = None
    """The last day of the pause; without it the pause lasts until somebody ends it."""

    def wished(self, day: date) -> bool:
        """Tell whether the tenant wants to be asked on this day."""
        return (self.every is Every.DAY or day.weekday() == self.weekday) and not self.paused(day)

    def paused(self, day: date) -> bool:
        """Tell whether this day lies in the pause, for a holiday or the hospital."""
        if self.pause_from is None or day < self.pause_from:
            return False
        return self.pause_until is None or day <= self.pause_until


def next_moment(rhythm: Rhythm, after: datetime, hours: Calendar) -> datetime | None:
    """Give the first moment after `after` at which to ask; None when a pause or the hours leave none."""
    for moment in _moments(rhythm, after, hours):
        if moment > after:
            return moment
    return None


def _moments(rhythm: Rhythm, after: datetime, hours: Calendar) -> Iterator[datetime]:
    today = after.astimezone(hours.zone).date()
    day = today - timedelta(days=LONGEST_CLOSED)
    last = max(today, rhythm.pause_until or today) + timedelta(days=2 * LONGEST_CLOSED)
    while day <= last:
        if rhythm.wished(day) and (moment := _nearest_open(rhythm, day, hours)) is not None:
            yield moment
        day += timedelta(days=1)


def _nearest_open(rhythm: Rhythm, wished: date, hours: Calendar) -> datetime | None:
    """Give the open moment for one wish: that day as near as can be to the time, else the next open day."""
    for days in range(LONGEST_CLOSED):
        day = wished + timedelta(days=days)
        if rhythm.paused(day):
            return None
        time_of_day = datetime.combine(day, rhythm.at, hours.zone).astimezone(hours.zone)
        near = [min(max(time_of_day, start), end - LATEST) for start, end in hours.spans(day)]
        if near:
            # Of two that are as near, the later: somebody who is asked too early may still be asleep.
            return min(near, key=lambda moment: (abs(moment - time_of_day), time_of_day > moment))
    return None


def last_moment(day: date, *calendars: Calendar) -> datetime | None:
    """Give the moment from which nobody is asked any more on a day; None when nobody may be asked on it at all."""
    return max((end for calendar in calendars for _start, end in calendar.spans(day)), default=None)
