"""Local days as spans of time."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo


def local_day(now: datetime, zone: ZoneInfo, days: int = 0) -> tuple[datetime, datetime]:
    """Give the begin and end, in UTC, of the local day `days` from today; it may last 23 or 25 hours."""
    first = now.astimezone(zone).date() + timedelta(days=days)
    begin, end = (datetime.combine(day, time(), zone).astimezone(UTC) for day in (first, first + timedelta(days=1)))
    return begin, end
