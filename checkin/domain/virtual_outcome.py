"""What is counted in a rehearsal: every day of it for the picture, and in the end how the round went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from statistics import median

from checkin.domain.duty import MINUTE, Duty
from checkin.domain.neighbours import Neighbour
from checkin.domain.promises import kept


@dataclass(frozen=True)
class DayOfRound:
    """What happened on one local day."""

    day: date
    asked: int
    answered: int
    opened: int
    closed: int
    waiting: int
    """Tenants who wait for a person when the day is over."""
    duty_minutes: float


@dataclass(frozen=True)
class Outcome:
    """How a round went. What is told of promises is empty when nobody was promised anything."""

    days: float
    check_ins: int
    answers: dict[str, int]
    cases: int
    work_minutes: float
    idle_minutes: float
    promises_kept: float | None
    promised_minutes_median: float | None
    promised_duty_days_median: float | None
    promised_duty_days_max: int | None
    waiting_max: int
    by_day: tuple[DayOfRound, ...]

    @property
    def idle_share(self) -> float:
        """The share of the hours of duty, until the round was over, in which nobody was to be rung."""
        on_duty = self.work_minutes + self.idle_minutes
        return self.idle_minutes / on_duty if on_duty else 0.0


@dataclass
class VirtualCase:
    """A neighbour who waits for a person."""

    neighbour: Neighbour
    opened: datetime
    urgent: bool
    promised: datetime | None
    rang: datetime | None = None
    tries: int = 0
    another_time: bool = False
    minutes: float = 0.0


@dataclass
class Tally:
    """Everything that is counted while a round goes on."""

    check_ins: int = 0
    waiting_max: int = 0
    answers: Counter[str] = field(default_factory=Counter)
    cases: list[VirtualCase] = field(default_factory=list)
    asked_on: Counter[date] = field(default_factory=Counter)
    answered_on: Counter[date] = field(default_factory=Counter)
    opened_on: Counter[date] = field(default_factory=Counter)
    closed_on: Counter[date] = field(default_factory=Counter)

    def outcome(self, start: datetime, end: datetime, duty: Duty, work_minutes: float) -> Outcome:
        """Add it all up."""
        promised = [(case, case.promised) for case in self.cases if case.promised is not None]
        minutes = [(before - case.opened) / MINUTE for case, before in promised]
        days = [duty.days_between(case.opened, before) for case, before in promised]
        in_time = sum(kept(before, case.rang) for case, before in promised)
        return Outcome(
            days=(end - start) / timedelta(days=1),
            check_ins=self.check_ins,
            answers={name: number for name, number in sorted(self.answers.items()) if number},
            cases=len(self.cases),
            work_minutes=work_minutes,
            idle_minutes=max(duty.minutes_between(start, end) - work_minutes, 0.0),
            promises_kept=in_time / len(promised) if promised else None,
            promised_minutes_median=median(minutes) if promised else None,
            promised_duty_days_median=median(days) if promised else None,
            promised_duty_days_max=max(days) if promised else None,
            waiting_max=self.waiting_max,
            by_day=tuple(self._days(start, end, duty)),
        )

    def _days(self, start: datetime, end: datetime, duty: Duty) -> Iterator[DayOfRound]:
        first, last = (moment.astimezone(duty.zone).date() for moment in (start, end))
        waiting = 0
        on_duty: Counter[date] = Counter()
        for shift in duty.shifts:
            on_duty[shift.start.astimezone(duty.zone).date()] += (
                round((shift.end - shift.start) / MINUTE) * shift.people
            )
        for number in range((last - first).days + 1):
            day = first + timedelta(days=number)
            waiting += self.opened_on[day] - self.closed_on[day]
            yield DayOfRound(
                day,
                self.asked_on[day],
                self.answered_on[day],
                self.opened_on[day],
                self.closed_on[day],
                waiting,
                on_duty[day],
            )
