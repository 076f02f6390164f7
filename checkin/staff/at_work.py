"""Who is there now: the colleagues on duty, and the coordinators."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlmodel import Session, col

from checkin.domain.office_hours import Calendar
from checkin.domain.roster import is_on_duty
from checkin.staff import roster
from checkin.staff.models import Role, Staff

COORDINATORS = (Role.COORDINATOR, Role.ADMINISTRATOR)
AT_WORK = timedelta(minutes=30)
"""Without a roster, whoever did something on screen within this time is at work."""


def on_duty(session: Session, *, office: Calendar, now: datetime, team_id: int | None = None) -> list[Staff]:
    """Give the colleagues who ring back now; of a team when one is named and somebody of it is there."""
    members = roster.members(session, now=now)
    there = {id_ for id_, one in members.items() if is_on_duty(one, now=now, office=office)}
    everybody = list(session.execute(select(Staff).where(col(Staff.active)).order_by(col(Staff.id))).scalars())
    found = [one for one in everybody if one.id in there] or _at_work(everybody, now, office)
    return [one for one in found if one.team_id == team_id] or found if team_id else found


def _at_work(everybody: Sequence[Staff], now: datetime, office: Calendar) -> list[Staff]:
    if not office.is_open(now):
        return []
    return [one for one in everybody if one.last_seen_at is not None and one.last_seen_at > now - AT_WORK]


def coordinators(session: Session) -> list[Staff]:
    """Give who answers for the promises: coordinators first, administrators when there are none."""
    query = select(Staff).where(col(Staff.active), col(Staff.role).in_(COORDINATORS)).order_by(col(Staff.id))
    found = list(session.execute(query).scalars())
    return [one for one in found if one.role is Role.COORDINATOR] or found
