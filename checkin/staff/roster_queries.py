"""What the pages of the roster ask: one week of everybody, and one colleague's own hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlmodel import Session, select

from checkin.domain.duty import Duty
from checkin.domain.office_hours import Calendar
from checkin.domain.roster import DaySpans, Member, duty_of, is_on_duty
from checkin.staff import roster
from checkin.staff.models import Role, Staff

HOUR = timedelta(hours=1)
EARLIEST, LATEST = 9, 17
"""The picture shows at least these hours of a day."""


@dataclass(frozen=True)
class Row:
    """One colleague in one week."""

    staff_id: int
    name: str
    role: Role
    days: tuple[DaySpans, ...]
    different: tuple[bool, ...]
    """On which days the hours are other than every week."""
    minutes: float
    """What counts in this week: within office hours and on days that are not closed."""


@dataclass(frozen=True)
class Week:
    """A week of everybody: who is there when, and how many at each hour."""

    days: tuple[date, ...]
    rows: tuple[Row, ...]
    hours: tuple[tuple[int, tuple[float | None, ...]], ...]
    """For each hour of the clock the people on each day; None when the office is closed."""
    minutes: float


def week_of(session: Session, *, monday: date, office: Calendar) -> Week:
    """Give one week of the roster."""
    days = tuple(monday + timedelta(days=number) for number in range(7))
    begin = datetime.combine(monday, time(12), office.zone).astimezone(UTC)
    members = roster.members(session, now=begin)
    rows = tuple(
        _row(staff, members[staff.id or 0], days, begin, office)
        for staff in session.exec(select(Staff).where(Staff.active).order_by(Staff.name))
        if staff.id in members
    )
    duty = duty_of(list(members.values()), now=begin, office=office, days=7)
    return Week(days, rows, _picture(duty, days, office), sum(row.minutes for row in rows))


def _row(staff: Staff, member: Member, days: tuple[date, ...], begin: datetime, office: Calendar) -> Row:
    duty = duty_of([member], now=begin, office=office, days=7)
    return Row(
        staff_id=staff.id or 0,
        name=staff.name,
        role=staff.role,
        days=tuple(member.hours_on(day) for day in days),
        different=tuple(day in member.exceptions for day in days),
        minutes=duty.minutes_between(begin - timedelta(days=1), begin + timedelta(days=8)),
    )


def _picture(duty: Duty, days: tuple[date, ...], office: Calendar) -> tuple[tuple[int, tuple[float | None, ...]], ...]:
    starts = [minute for day in office.hours.spans for minute, _ in day]
    ends = [minute for day in office.hours.spans for _, minute in day]
    first, last = min([EARLIEST * 60, *starts]) // 60, -(-max([LATEST * 60, *ends]) // 60)
    return tuple((hour, tuple(_people(duty, day, hour, office) for day in days)) for hour in range(first, last))


def _people(duty: Duty, day: date, hour: int, office: Calendar) -> float | None:
    begin = datetime.combine(day, time(hour), office.zone).astimezone(UTC)
    if not office.working_minutes(begin, begin + HOUR):
        return None
    return duty.minutes_between(begin, begin + HOUR) / 60


@dataclass(frozen=True)
class OtherDay:
    """One date on which a colleague keeps other hours; none is absent."""

    day: date
    spans: DaySpans


def other_days(session: Session, *, staff_id: int, today: date) -> list[OtherDay]:
    """List the days to come that are different, in order."""
    start = datetime.combine(today, time(), UTC)
    exceptions = roster.member(session, staff_id=staff_id, now=start).exceptions
    return [OtherDay(day, exceptions[day]) for day in sorted(exceptions) if day >= today]


@dataclass(frozen=True)
class Now:
    """Whether a colleague counts as on duty at this moment, and until when; and when her next hours are."""

    until: datetime | None
    next_at: datetime | None


def now_of(session: Session, *, staff_id: int, now: datetime, office: Calendar) -> Now:
    """Say whether a colleague rings back now."""
    member = roster.member(session, staff_id=staff_id, now=now)
    running = is_on_duty(member, now=now, office=office)
    if running:
        return Now(running[1], None)
    return Now(None, duty_of([member], now=now, office=office, days=14).next_start(now))
