"""Who is at work to ring back, and when: the shifts of a roster, added up."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

MINUTE = timedelta(minutes=1)
CERTAIN = 2.0
"""So many standard deviations above the mean leave one chance in forty that it takes longer."""
TALKS_ASSUMED = 12
"""What is assumed about talks weighs as much as so many that were measured."""
TRY_MINUTES = 3.0
"""What a call that nobody picks up takes, with its note,"""
TRIES = 0.35
"""and how many of them there are for each talk, before anything was measured."""


@dataclass(frozen=True)
class Talk:
    """What it takes to help one tenant: minutes, tries that were not picked up included, and how much they differ."""

    minutes: float = 20.0
    spread: float = 10.0
    """The standard deviation, in minutes."""
    known: float = TALKS_ASSUMED
    """So many talks is this knowledge worth."""

    @classmethod
    def assumed(cls, minutes: float) -> Talk:
        """Start from the minutes of one talk: some tenants only pick up at the second or third try."""
        return cls(minutes + TRIES * min(TRY_MINUTES, minutes / 2), minutes / 2)

    @classmethod
    def measured(cls, assumed: Talk, *, count: int, minutes: float, spread: float) -> Talk:
        """Weigh what was assumed against `count` talks that were measured."""
        known = assumed.known + count
        weight = count / known
        return cls(
            assumed.minutes + weight * (minutes - assumed.minutes),
            assumed.spread + weight * (spread - assumed.spread),
            known,
        )

    def at_most(self, count: float, certain: float = CERTAIN) -> float:
        """Give the minutes that so many talks take together, with enough to spare that it holds 39 times in 40.

        Talks differ, which evens out over many; and what a talk takes on average is not known for certain either.
        """
        doubt = self.spread * math.sqrt(count + count**2 / self.known)
        return count * self.minutes + certain * doubt


@dataclass(frozen=True)
class Shift:
    """A stretch of time (UTC) in which as many people ring back."""

    start: datetime
    end: datetime
    people: int = 1


@dataclass(frozen=True)
class Duty:
    """Everything that the roster says from now on. Shifts may overlap; their people add up.

    Minutes are minutes of people: three colleagues work three of them in one minute. A *duty day* is a local day on
    which somebody is on duty. Beyond the last shift nothing is known, and nothing is promised.
    """

    shifts: tuple[Shift, ...]
    zone: ZoneInfo

    @classmethod
    def of(cls, shifts: Iterable[Shift], zone: ZoneInfo) -> Duty:
        """Put shifts in order; empty ones are left out."""
        real = (shift for shift in shifts if shift.people > 0 and shift.start < shift.end)
        return cls(tuple(sorted(real, key=lambda shift: (shift.start, shift.end))), zone)

    @cached_property
    def _steps(self) -> tuple[list[datetime], list[int], list[float]]:
        """Give the moments at which the number of people changes, their number from there, and the minutes so far."""
        changes: dict[datetime, int] = {}
        for shift in self.shifts:
            changes[shift.start] = changes.get(shift.start, 0) + shift.people
            changes[shift.end] = changes.get(shift.end, 0) - shift.people
        moments, people, worked = sorted(changes), list[int](), list[float]()
        for number, moment in enumerate(moments):
            worked.append(worked[-1] + people[-1] * ((moment - moments[number - 1]) / MINUTE) if people else 0.0)
            people.append((people[-1] if people else 0) + changes[moment])
        return moments, people, worked

    @cached_property
    def _days(self) -> tuple[list[date], list[datetime], list[float]]:
        """Give the duty days, their first moments (local midnight), and the minutes worked when each is over."""
        days = sorted({shift.start.astimezone(self.zone).date() for shift in self.shifts})
        midnights = [datetime.combine(day, time(), self.zone).astimezone(UTC) for day in days]
        return days, midnights, [*map(self._worked, midnights[1:]), *self._steps[2][-1:]]

    def _worked(self, moment: datetime) -> float:
        moments, people, worked = self._steps
        number = bisect_right(moments, moment) - 1
        if number < 0:
            return 0.0
        return worked[number] + people[number] * ((moment - moments[number]) / MINUTE)

    def people_at(self, now: datetime) -> int:
        """Count who is on duty at this moment."""
        moments, people, _ = self._steps
        number = bisect_right(moments, now) - 1
        return people[number] if number >= 0 else 0

    def same_until(self, now: datetime) -> datetime | None:
        """Give the moment at which the number of people on duty changes; None when it never does again."""
        moments = self._steps[0]
        number = bisect_right(moments, now)
        return moments[number] if number < len(moments) else None

    def next_start(self, now: datetime) -> datetime | None:
        """Give the first moment from `now` on at which somebody is on duty; None when nobody ever is."""
        moments, people, _ = self._steps
        if self.people_at(now):
            return now
        later = range(bisect_right(moments, now), len(moments))
        return next((moments[number] for number in later if people[number]), None)

    def minutes_between(self, begin: datetime, end: datetime) -> float:
        """Count the minutes that are worked between two moments; zero when `end` is not after `begin`."""
        return max(self._worked(end) - self._worked(begin), 0.0)

    def after_minutes(self, now: datetime, minutes: float) -> datetime | None:
        """Give the moment at which `minutes` have been worked since `now`; None when the roster ends before."""
        moments, people, worked = self._steps
        wanted = self._worked(now) + minutes
        number = bisect_left(worked, wanted)
        if number == len(worked):
            return None
        if number == 0 or minutes <= 0:
            return now
        return max(now, moments[number - 1] + (wanted - worked[number - 1]) / people[number - 1] * MINUTE)

    def day_number(self, moment: datetime) -> int:
        """Number the duty day that a moment belongs to: its own, or the last before it; -1 before the first."""
        return bisect_right(self._days[1], moment) - 1

    def days_between(self, told: datetime, promised: datetime) -> int:
        """Count in duty days how far a promise lies ahead: 0 is today, 1 the next day on which somebody is on duty."""
        return self.day_number(promised) - self.day_number(told)

    def minutes_until_day_is_over(self, now: datetime, ahead: int) -> float:
        """Count the minutes worked from `now` until the end of the duty day that is `ahead` duty days away."""
        worked = self._days[2]
        number = min(self.day_number(now) + ahead, len(worked) - 1)
        return max(worked[number] - self._worked(now), 0.0) if number >= 0 else 0.0

    def days_ahead(self, now: datetime) -> Sequence[datetime]:
        """Give the first moments of the duty days that come after today's."""
        return self._days[1][self.day_number(now) + 1 :]
