"""Whom the system can reach among the colleagues: those on the list for danger, those on duty now, the coordinators."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlmodel import Session, col

from checkin.alarms.models import OnCallHours
from checkin.domain.alarms import OnCall, line
from checkin.domain.office_hours import Calendar, Hours
from checkin.domain.roster import is_on_duty
from checkin.settings import Settings
from checkin.staff import roster
from checkin.staff.models import Role, Staff

COORDINATORS = (Role.COORDINATOR, Role.ADMINISTRATOR)
AT_WORK = timedelta(minutes=30)
"""Without a roster, whoever did something on screen within this time is at work."""


class House(Protocol):
    """What reaching people needs from the runtime."""

    @property
    def settings(self) -> Settings: ...
    @property
    def zone(self) -> ZoneInfo: ...
    @property
    def office_hours(self) -> Calendar: ...


def on_call(session: Session) -> list[OnCall]:
    """Give the list of who is rung about danger, in order; without those who left or have no telephone."""
    query = (
        select(OnCallHours)
        .join(Staff, col(Staff.id) == col(OnCallHours.staff_id))
        .where(col(Staff.active), col(Staff.phone).is_not(None))
        .order_by(col(OnCallHours.position), col(OnCallHours.staff_id))
    )
    found = session.execute(query).scalars()
    return [OnCall(one.staff_id, Hours.parse(one.hours) if one.hours else None) for one in found]


def on_duty(session: Session, house: House, *, now: datetime, team_id: int | None = None) -> list[Staff]:
    """Give the colleagues who ring back now; of a team when one is named and somebody of it is there."""
    members = roster.members(session, now=now)
    there = {id_ for id_, one in members.items() if is_on_duty(one, now=now, office=house.office_hours)}
    everybody = list(session.execute(select(Staff).where(col(Staff.active)).order_by(col(Staff.id))).scalars())
    found = [one for one in everybody if one.id in there] or _at_work(everybody, now, house.office_hours)
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


def line_for_danger(session: Session, house: House, *, now: datetime) -> list[int]:
    """Give who is rung about danger at this moment, in order; only people with a telephone."""
    there = [one.id or 0 for one in on_duty(session, house, now=now) if one.phone]
    over_them = [one.id or 0 for one in coordinators(session) if one.phone]
    return line(on_call(session), there, over_them, local=now.astimezone(house.zone))
