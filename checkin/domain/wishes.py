"""When a tenant likes to be rung, out of the parts of the coming days in which that can be promised."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from checkin.domain.office_hours import Calendar, Daypart

OFFERED = 6
LOOK_AHEAD_DAYS = 14
SHORTEST = timedelta(minutes=30)
"""Less than this is left of a part of a day: it is not offered any more."""


@dataclass(frozen=True)
class Slot:
    """A part of one day, as far as the office is open."""

    part: Daypart
    start: datetime
    end: datetime
    """The moment that is promised: a person rings before it."""


def slots(now: datetime, office: Calendar, *, not_before: datetime) -> list[Slot]:
    """Give the parts of the coming days to choose from.

    `not_before`: what would be promised to somebody without a wish; nobody is promised anything sooner than that.
    """
    return list(islice(_slots(now, office, not_before), OFFERED))


def _slots(now: datetime, office: Calendar, not_before: datetime) -> Iterator[Slot]:
    today = now.astimezone(office.zone).date()
    for days in range(LOOK_AHEAD_DAYS):
        parts: dict[Daypart, Slot] = {}
        for part, start, end in office.parts(today + timedelta(days=days)):
            known = parts.get(part)
            # A closed hour at noon divides no afternoon.
            parts[part] = Slot(part, known.start if known else start, end)
        for slot in parts.values():
            begins = max(slot.start, now)
            if slot.end >= max(not_before, now + SHORTEST):
                yield Slot(slot.part, begins, slot.end)
