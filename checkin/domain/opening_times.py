"""The times a landlord keeps: hours for texts, calls and colleagues, the ticked holidays and the days of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from checkin.domain.holidays import USUAL, ClosedDay, Closures, Holiday
from checkin.domain.office_hours import DAY_MINUTES, Calendar, Hours

LONGEST_REST_DAYS = 60
"""Times that leave nobody to ask or to ring back for longer than this are a mistake."""


@dataclass(frozen=True)
class Calendars:
    """When texts may leave, when calls may ring, and when colleagues ring back."""

    text: Calendar
    call: Calendar
    office: Calendar


@dataclass(frozen=True)
class OpeningTimes:
    """All of it as one value, so that a change is a new one and the old one can be shown beside it."""

    text_hours: Hours
    call_hours: Hours
    office_hours: Hours
    holidays: frozenset[Holiday] = USUAL
    closed_days: tuple[ClosedDay, ...] = ()

    def calendar(self, hours: Hours, zone: ZoneInfo) -> Calendar:
        """Make the calendar of one activity."""
        return Calendar(hours, zone, closes_at=Closures(self.holidays, self.closed_days))

    def calendars(self, zone: ZoneInfo) -> Calendars:
        """Make the calendars of all three."""
        activities = (self.text_hours, self.call_hours, self.office_hours)
        return Calendars(*(self.calendar(hours, zone) for hours in activities))

    def resting(self, begin: date, days: int) -> Iterator[ClosedDay]:
        """Give the days from `begin` on that are closed, or end early, in order."""
        closes_at = Closures(self.holidays, self.closed_days)
        for day in (begin + timedelta(days=number) for number in range(days)):
            if closes_at(day) < DAY_MINUTES:
                yield ClosedDay(day, closes_at(day))

    def rests_too_long(self, today: date, zone: ZoneInfo) -> bool:
        """Tell whether in the coming year any of the three is closed for longer than anybody can mean."""
        return any(
            _longest_rest(calendar, today) > LONGEST_REST_DAYS for calendar in vars(self.calendars(zone)).values()
        )


def _longest_rest(calendar: Calendar, today: date) -> int:
    longest = resting = 0
    for number in range(366):
        resting = 0 if next(calendar.spans(today + timedelta(days=number)), None) else resting + 1
        longest = max(longest, resting)
    return longest
