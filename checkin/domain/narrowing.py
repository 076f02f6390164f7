"""Hours within hours: a campaign or a tenant may want less of the day than the landlord allows, and never more."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from checkin.domain.office_hours import DAYS, PERSONAL, Calendar, Daypart, Hours


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


@lru_cache(maxsize=256)
def wished(calendar: Calendar, hours: str, daypart: str) -> str:
    """Give the hours for a tenant who is best reached in one part of the day, within those of the campaign.

    When nothing would be left of the landlord's hours, the tenant is asked as everybody is. Anything else than the
    name of a part of the day is no wish.
    """
    if daypart not in PERSONAL:
        return hours
    own = Hours(tuple((PERSONAL[Daypart(daypart)],) for _ in DAYS))
    wish = meet(Hours.parse(hours), own) if hours else own
    return wish.written() if ever_open(meet(calendar.hours, wish)) else hours
