"""The promise: the moment before which a person rings, worked out from who waits, who is there, and office hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from checkin.domain.duty import TALKS_ASSUMED, Duty, Talk
from checkin.domain.office_hours import Calendar

LONGEST = timedelta(days=180)
"""However long the queue, no promise lies further away: people are missing then, and no date mends that."""
FURTHEST = 2
"""In days on which somebody is on duty: a promise beyond this is worth little, and the pace sees to it that none is."""
URGENT_MINUTES = 30
"""An urgent case is promised sooner than any other; it is not an emergency service and says so."""


@dataclass(frozen=True)
class Workload:
    """What stands between a tenant and a call: open cases ahead, people who ring back, minutes per talk.

    With `duty`, a roster, the promise follows from who works when; without one, from the number of colleagues alone.
    """

    ahead: float
    """Open cases; one that is spoken to now counts for half."""
    colleagues: int
    talk_minutes: float
    spread: float | None = None
    """How much talks differ (standard deviation, minutes); half of a talk when that was not measured."""
    duty: Duty | None = None
    known: float = TALKS_ASSUMED
    """How many talks that knowledge is worth."""

    @property
    def talk(self) -> Talk:
        """What a talk takes."""
        return Talk(self.talk_minutes, self.talk_minutes / 2 if self.spread is None else self.spread, self.known)


def promise(now: datetime, *, office: Calendar, workload: Workload, at_least_minutes: int, urgent: bool) -> datetime:
    """Give the moment to promise, in UTC, on a whole hour of the landlord's clock.

    At least `at_least_minutes` of office time, more when the people who are there need more for everyone ahead.
    A promise is spoken aloud (“voor 17 uur”), so it is rounded up to the hour, but never past the end of the
    office day on which it falls: “before half past five” at an office that closes at five is no promise.
    """
    if urgent:
        return _whole_hour(office.after_working(now, min(URGENT_MINUTES, at_least_minutes)), office)
    if workload.duty is not None:
        least = office.after_working(now, at_least_minutes)
        return max(_whole_hour(least, office), _on_duty(now, office, workload, workload.duty))
    people = max(workload.colleagues, 1)
    needed: float = (workload.ahead // people + 1) * workload.talk_minutes
    if needed > at_least_minutes:
        needed = min(needed, office.working_minutes(now, now + LONGEST))
    return _whole_hour(office.after_working(now, max(at_least_minutes, needed)), office)


def _on_duty(now: datetime, office: Calendar, workload: Workload, duty: Duty) -> datetime:
    """Give the whole hour by which everyone ahead has been rung and this tenant's turn is there.

    There is so much to spare that even the last one of a stretch of duty is seldom missed. But a promise that lies
    further ahead than two duty days is worth little: what is to spare gives way before that, as long as everyone ahead
    can still be expected to be rung by then.
    The promise is kept by a telephone that rings; the talk itself may end later. When the roster ends before the queue
    does, the promise is as far away as can be: people are missing, and no date mends that.
    """
    talk = workload.talk
    within = duty.minutes_until_day_is_over(now, FURTHEST)
    # With less than half a talk left nobody begins one.
    begins = talk.minutes / 2
    needed = talk.at_most(workload.ahead) + begins
    if needed > within >= workload.ahead * talk.minutes + begins:
        needed = within
    turn = duty.after_minutes(now, needed)
    return _whole_hour(turn, office) if turn is not None else _whole_hour(now + LONGEST, office)


def _whole_hour(moment: datetime, office: Calendar) -> datetime:
    local = moment.astimezone(office.zone)
    past_the_hour = timedelta(minutes=local.minute, seconds=local.second, microseconds=local.microsecond)
    rounded = moment if not past_the_hour else moment - past_the_hour + timedelta(hours=1)
    # The span that holds the moment: one that ends exactly there counts too.
    ends = [end for start, end in office.spans(local.date()) if start < moment <= end]
    return min([rounded, *ends])


def minutes_left(promised_before: datetime, now: datetime, office: Calendar) -> float:
    """Count the office minutes until a promise; negative once it has lapsed."""
    if now <= promised_before:
        return office.working_minutes(now, promised_before)
    return -office.working_minutes(promised_before, now)


def kept(promised_before: datetime, first_rang_at: datetime | None) -> bool:
    """Tell whether a person's call rang the tenant before the promised moment."""
    return first_rang_at is not None and first_rang_at <= promised_before


def same_day(moment: datetime, now: datetime, zone: ZoneInfo) -> bool:
    """Tell whether two moments fall on one local day."""
    return moment.astimezone(zone).date() == now.astimezone(zone).date()
