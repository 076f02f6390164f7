"""From a weekly roster, its exceptions and “Ik doe nu mee / Ik stop” to who is on duty when, within office hours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from checkin.domain.duty import Duty, Shift
from checkin.domain.office_hours import Calendar, Hours, Minutes, Span, on_the_clock

DAYS_KNOWN = 60
"""So far ahead a roster is read; nothing is promised beyond it."""
JOINS_FOR = timedelta(hours=2)
"""Who says “Ik doe nu mee” counts for so long: people forget to say that they stop."""

DaySpans = tuple[tuple[Minutes, Minutes], ...]
NO_HOURS: DaySpans = ()


@dataclass(frozen=True)
class SaidNow:
    """What a colleague said about herself on the spot: that she joins, or stops, until some moment."""

    joins: bool
    since: datetime
    until: datetime


@dataclass(frozen=True)
class Member:
    """One colleague's hours: every week, on days that are different, and what she said just now."""

    weekly: Hours | None = None
    exceptions: Mapping[date, DaySpans] = field(default_factory=dict)
    """Other hours on a date; none at all is a day off."""
    said: SaidNow | None = None

    def hours_on(self, day: date) -> DaySpans:
        """Give the hours of one local day."""
        if day in self.exceptions:
            return self.exceptions[day]
        return self.weekly.spans[day.weekday()] if self.weekly else NO_HOURS


def duty_of(members: Sequence[Member], *, now: datetime, office: Calendar, days: int = DAYS_KNOWN) -> Duty:
    """Add up everybody's hours from today on. Office hours and closed days cut them."""
    today = now.astimezone(office.zone).date()
    shifts: list[Shift] = []
    for day in (today + timedelta(days=number) for number in range(days)):
        open_spans = list(office.spans(day))
        if open_spans:
            shifts += _shifts_on(day, members, open_spans, office.zone)
    return Duty.of(shifts, office.zone)


def _shifts_on(day: date, members: Sequence[Member], open_spans: list[Span], zone: ZoneInfo) -> Iterator[Shift]:
    speaking = [member for member in members if member.said and _touches(member.said, day, zone)]
    # Many colleagues keep the same hours: each different pair is worked out once.
    usual = Counter(span for member in members if member not in speaking for span in member.hours_on(day))
    for span, people in usual.items():
        for start, end in _cut(on_the_clock(day, zone, (span,)), open_spans):
            yield Shift(start, end, people)
    for member in speaking:
        for start, end in _cut(_as_she_said(member, day, zone), open_spans):
            yield Shift(start, end)


def _touches(said: SaidNow, day: date, zone: ZoneInfo) -> bool:
    return said.since.astimezone(zone).date() <= day <= said.until.astimezone(zone).date()


def _as_she_said(member: Member, day: date, zone: ZoneInfo) -> Iterator[Span]:
    """Give her hours of the day with what she joined added, or from where she stopped left out; none overlap."""
    said = member.said
    assert said is not None  # noqa: S101  only those who said something
    for start, end in on_the_clock(day, zone, member.hours_on(day)):
        yield from _without((start, end), (said.since, said.until))
    if said.joins:
        yield said.since, said.until


def _without(span: Span, gap: Span) -> Iterator[Span]:
    for start, end in ((span[0], min(span[1], gap[0])), (max(span[0], gap[1]), span[1])):
        if start < end:
            yield start, end


def _cut(spans: Iterable[Span], within: list[Span]) -> Iterator[Span]:
    for start, end in spans:
        for opens, closes in within:
            if max(start, opens) < min(end, closes):
                yield max(start, opens), min(end, closes)


def is_on_duty(member: Member, *, now: datetime, office: Calendar) -> Span | None:
    """Give the stretch in which this colleague is on duty now; None when she is not."""
    shifts = duty_of([member], now=now, office=office, days=1).shifts
    running = [shift for shift in shifts if shift.start <= now < shift.end]
    return (running[0].start, max(shift.end for shift in running)) if running else None


def joins(now: datetime) -> SaidNow:
    """Say “Ik doe nu mee”: for two hours from now. Who had stopped takes that back with it."""
    return SaidNow(joins=True, since=now, until=now + JOINS_FOR)


def stops(member: Member, *, now: datetime, office: Calendar) -> SaidNow | None:
    """Say “Ik stop”: the rest of this stretch does not count, what comes later that day does. None when not on duty."""
    running = is_on_duty(member, now=now, office=office)
    return SaidNow(joins=False, since=now, until=running[1]) if running else None


def without_roster(people: int, *, at_work: int, now: datetime, office: Calendar) -> Duty:
    """Say who is on duty at a landlord who made no roster: a few people in all office hours.

    Today it is as many as are at work now, when that is more; of another day nobody knows it.
    """
    today = now.astimezone(office.zone).date()
    shifts = (
        Shift(start, end, max(people, at_work) if day == today else people)
        for day in (today + timedelta(days=number) for number in range(DAYS_KNOWN))
        for start, end in office.spans(day)
    )
    return Duty.of(shifts, office.zone)
