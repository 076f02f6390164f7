"""The ladder of a promise: who is told, and when, so that it is kept, and who knows at once when it was not.

| when | who |
|---|---|
| half of the office time is over | the colleague who has the case or is meant for it, else everybody on duty |
| the promised moment | everybody on duty |
| five seconds later | the coordinators |

Whoever rang the tenant ends it. A new time, told with an apology, has a ladder of its own. So has a moment that a
colleague agreed with the tenant: she is told at that moment, and has an hour; whoever takes the case ends it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from checkin.domain.office_hours import Calendar

COORDINATOR_AFTER = timedelta(seconds=5)
"""An alarm reaches the coordinator within ten seconds: five of them are for those who can still ring."""
AGREED_WITHIN = timedelta(hours=1)
"""So long after the agreed moment a call still is what was agreed."""
LAPSED_LONG_AGO = timedelta(hours=12)
"""After a night without the service nobody is told twelve hours later what every list shows."""


class Rung(StrEnum):
    """Who is told."""

    COLLEAGUE = "colleague"
    TEAM = "team"
    COORDINATOR = "coordinator"


@dataclass(frozen=True)
class Due:
    """What is due now, lowest first, and when to look again; None is never."""

    rungs: tuple[Rung, ...]
    look_again_at: datetime | None


def ring_before(
    *, first_rang_at: datetime | None, promised: datetime | None, agreed_at: datetime | None
) -> datetime | None:
    """Give the moment before which a person should ring: the promise, and after the first call what was agreed."""
    if first_rang_at is None:
        return promised
    return agreed_at + AGREED_WITHIN if agreed_at is not None else None


def half_way(told: datetime, promised: datetime, office: Calendar) -> datetime:
    """Give the moment at which half of the office time between telling and the promise is over."""
    return min(office.after_working(told, office.working_minutes(told, promised) / 2), promised)


def due(promised: datetime, now: datetime) -> Due:
    """Say who should have been told by now; who was told already is told once."""
    if now < promised:
        return Due((Rung.COLLEAGUE,), promised)
    if now < promised + COORDINATOR_AFTER:
        return Due((Rung.TEAM,), promised + COORDINATOR_AFTER)
    if now > promised + LAPSED_LONG_AGO:
        return Due((), None)
    return Due((Rung.TEAM, Rung.COORDINATOR), None)
