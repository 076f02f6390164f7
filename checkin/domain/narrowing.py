"""Hours within hours: a campaign may ask less of the day than the landlord allows, and never more."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from checkin.domain.office_hours import Calendar, Hours


def meet(wide: Hours, narrow: Hours) -> Hours:
    """Give the minutes of the week that are in both."""
    return Hours(
        tuple(
            tuple(
                (max(start, begin), min(end, finish))
                for start, end in ours
                for begin, finish in theirs
                if max(start, begin) < min(end, finish)
            )
            for ours, theirs in zip(wide.spans, narrow.spans, strict=True)
        )
    )


def ever_open(hours: Hours) -> bool:
    """Tell whether there is any minute in these hours at all."""
    return any(hours.spans)


@lru_cache(maxsize=256)
def narrowed(calendar: Calendar, hours: str) -> Calendar:
    """Narrow a calendar to a campaign's own hours.

    When the landlord's hours have moved away from them since, the landlord's hold: somebody must be asked some time.
    """
    if not hours:
        return calendar
    both = meet(calendar.hours, Hours.parse(hours))
    return replace(calendar, hours=both) if ever_open(both) else calendar
