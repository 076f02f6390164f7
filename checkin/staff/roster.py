"""The roster: hours every week, dates that are different, and “Ik doe nu mee / Ik stop”."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlmodel import Session, col, delete

from checkin.domain.duty import Duty
from checkin.domain.errors import Refused
from checkin.domain.office_hours import Calendar, Hours, read_spans
from checkin.domain.roster import DaySpans, Member, SaidNow, duty_of, joins, stops, without_roster
from checkin.staff.models import RosterException, RosterHours, Staff

CHANGED = "roster_changed"
"""What a unit of work notes, so that this process sees who is on duty at once."""
SEEN_LATELY = timedelta(minutes=30)
"""A colleague who did something on screen within this time is at work."""
FURTHEST_DAYS = 400


def set_hours(session: Session, *, staff_id: int, hours: Hours | None, by: int | None, now: datetime) -> None:
    """Keep the hours of every week of one colleague; None is no hours."""
    row = _row(session, staff_id, now)
    row.hours, row.changed_at, row.changed_by = hours.written() if hours else "", now, by
    session.add(row)
    session.info[CHANGED] = True


def _row(session: Session, staff_id: int, now: datetime) -> RosterHours:
    return session.get(RosterHours, staff_id, with_for_update=True) or RosterHours(staff_id=staff_id, changed_at=now)


def set_day(
    session: Session, *, staff_id: int, day: date, hours: str, by: int | None, today: date, now: datetime
) -> None:
    """Keep other hours on one date; none is absent. Raises Refused("day_past", "day_far")."""
    if day < today:
        raise Refused("day_past")
    if day > today + timedelta(days=FURTHEST_DAYS):
        raise Refused("day_far")
    forget_day(session, staff_id=staff_id, day=day)
    session.add(RosterException(staff_id=staff_id, day=day, hours=hours, changed_at=now, changed_by=by))


def forget_day(session: Session, *, staff_id: int, day: date) -> None:
    """Let a date be as every week again."""
    session.connection().execute(
        delete(RosterException).where(col(RosterException.staff_id) == staff_id, col(RosterException.day) == day)
    )
    session.info[CHANGED] = True


def join(session: Session, *, staff_id: int, now: datetime) -> SaidNow:
    """Note “Ik doe nu mee”."""
    return _say(session, staff_id, joins(now), now)


def stop(session: Session, *, staff_id: int, office: Calendar, now: datetime) -> SaidNow | None:
    """Note “Ik stop”; it counts at once. None when she was not on duty."""
    said = stops(member(session, staff_id=staff_id, now=now), now=now, office=office)
    return _say(session, staff_id, said, now) if said else None


def _say(session: Session, staff_id: int, said: SaidNow, now: datetime) -> SaidNow:
    row = _row(session, staff_id, now)
    row.joins, row.said_at, row.said_until = said.joins, said.since, said.until
    session.add(row)
    session.info[CHANGED] = True
    return said


def members(session: Session, *, now: datetime, staff_id: int | None = None) -> dict[int, Member]:
    """Give every active colleague with her hours, by id."""
    this = col(Staff.id) == staff_id if staff_id is not None else col(Staff.active)
    query = (
        select(col(Staff.id), RosterHours)
        .outerjoin(RosterHours, col(RosterHours.staff_id) == col(Staff.id))
        .where(this)
    )
    yesterday = now.date() - timedelta(days=1)
    days = select(RosterException).where(col(RosterException.day) >= yesterday)
    if staff_id is not None:
        days = days.where(col(RosterException.staff_id) == staff_id)
    exceptions: dict[int, dict[date, DaySpans]] = defaultdict(dict)
    for one in session.execute(days).scalars():
        exceptions[one.staff_id][one.day] = read_spans(one.hours)
    return {id_: _member(row, exceptions.get(id_, {})) for id_, row in session.execute(query.where(this)).all()}


def _member(row: RosterHours | None, exceptions: dict[date, DaySpans]) -> Member:
    if row is None:
        return Member(None, exceptions)
    said = SaidNow(row.joins, row.said_at, row.said_until) if row.said_at and row.said_until else None
    return Member(Hours.parse(row.hours) if row.hours else None, exceptions, said)


def member(session: Session, *, staff_id: int, now: datetime) -> Member:
    """Give one colleague with her hours."""
    return members(session, now=now, staff_id=staff_id).get(staff_id, Member())


def duty(session: Session, *, now: datetime, office: Calendar, people_at_work: int) -> Duty:
    """Say who is on duty when, from today on.

    A landlord without a roster, or with one that names nobody in the coming weeks, is taken to have `people_at_work`
    colleagues in all office hours, and today as many as are at work now: the service neither stands still nor
    promises what a whole office could do.
    """
    everybody = list(members(session, now=now).values())
    if any(one.weekly or one.exceptions for one in everybody):
        found = duty_of(everybody, now=now, office=office)
        if found.minutes_between(now, now + timedelta(days=FURTHEST_DAYS)):
            return found
    joined = sum(1 for one in everybody if one.said and one.said.joins and one.said.since <= now < one.said.until)
    at_work = max(joined, seen_lately(session, now=now))
    return without_roster(people_at_work, at_work=at_work, now=now, office=office)


def seen_lately(session: Session, *, now: datetime) -> int:
    """Count the colleagues who did something on screen just now."""
    query = select(func.count()).select_from(Staff)
    lately = col(Staff.last_seen_at) > now - SEEN_LATELY
    return int(session.execute(query.where(col(Staff.active), lately)).scalar_one())
