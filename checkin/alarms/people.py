"""Whom the system can reach among the colleagues: those on the list for danger, those on duty now, the coordinators."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlmodel import Session, col

from checkin.alarms.models import OnCallHours
from checkin.domain.alarms import OnCall, line
from checkin.domain.office_hours import Calendar, Hours
from checkin.settings import Settings
from checkin.staff.at_work import coordinators, on_duty
from checkin.staff.models import Staff


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


def line_for_danger(session: Session, house: House, *, now: datetime) -> list[int]:
    """Give who is rung about danger at this moment, in order; only people with a telephone."""
    there = [one.id or 0 for one in on_duty(session, office=house.office_hours, now=now) if one.phone]
    over_them = [one.id or 0 for one in coordinators(session) if one.phone]
    return line(on_call(session), there, over_them, local=now.astimezone(house.zone))
