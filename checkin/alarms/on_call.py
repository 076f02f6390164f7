"""The list of who is rung about danger: in which order, and in which hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlmodel import Session, col

from checkin.alarms.models import OnCallHours
from checkin.domain.office_hours import DAY_MINUTES, Hours
from checkin.staff.models import Staff

ALWAYS, OFFICE, OUTSIDE, OWN = "always", "office", "outside", "own"


@dataclass(frozen=True)
class Row:
    """One colleague on the list."""

    staff: Staff
    hours: Hours | None
    """None is at any hour."""


def rows(session: Session) -> list[Row]:
    """Give the list in its order."""
    query = (
        select(OnCallHours, Staff)
        .join(Staff, col(Staff.id) == col(OnCallHours.staff_id))
        .where(col(Staff.active))
        .order_by(col(OnCallHours.position), col(OnCallHours.staff_id))
    )
    return [Row(staff, Hours.parse(one.hours) if one.hours else None) for one, staff in session.execute(query)]


def may_be_added(session: Session) -> list[Staff]:
    """List the colleagues with a telephone who are not on the list yet."""
    listed = select(col(OnCallHours.staff_id))
    query = select(Staff).where(col(Staff.active), col(Staff.phone).is_not(None), col(Staff.id).not_in(listed))
    return list(session.execute(query.order_by(col(Staff.name))).scalars())


def without_telephone(session: Session) -> list[str]:
    """Name who stands on the list and cannot be rung."""
    return [one.staff.name for one in rows(session) if one.staff.phone is None]


def hours_of(when: str, own: Hours | None, office: Hours) -> str:
    """Write the hours that were chosen; empty is at any hour, as is “outside” those of an office that never closes."""
    if own is not None:
        return own.written()
    return {OFFICE: office.written(), OUTSIDE: outside(office).written()}.get(when, "")


def kind_of(hours: Hours | None, office: Hours) -> str:
    """Tell which of the four choices these hours are."""
    if hours is None:
        return ALWAYS
    return OFFICE if hours == office else OUTSIDE if hours == outside(office) else OWN


def outside(office: Hours) -> Hours:
    """Give all hours that the office is closed."""
    days = []
    for spans in office.spans:
        edges = [0, *(edge for span in spans for edge in span), DAY_MINUTES]
        pairs = zip(edges[::2], edges[1::2], strict=True)
        days.append(tuple((start, end) for start, end in pairs if start < end))
    return Hours(tuple(days))


def add(session: Session, *, staff_id: int, hours: str, by: int | None, now: datetime) -> None:
    """Put a colleague at the end of the list, or change her hours where she stands."""
    last = max((one.position for one in session.execute(select(OnCallHours)).scalars()), default=0)
    row = session.get(OnCallHours, staff_id) or OnCallHours(staff_id=staff_id, position=last + 1, changed_at=now)
    row.hours, row.changed_at, row.changed_by = hours, now, by
    session.add(row)


def take_off(session: Session, *, staff_id: int) -> None:
    """Ring this colleague about danger no more."""
    session.connection().execute(delete(OnCallHours).where(col(OnCallHours.staff_id) == staff_id))


def move_up(session: Session, *, staff_id: int, by: int | None, now: datetime) -> None:
    """Let a colleague be rung one place sooner."""
    order = list(session.execute(select(OnCallHours).order_by(col(OnCallHours.position))).scalars())
    place = next((place for place, one in enumerate(order) if one.staff_id == staff_id), 0)
    if place:
        order[place - 1], order[place] = order[place], order[place - 1]
    for position, one in enumerate(order):
        if one.position != position:
            one.position, one.changed_at, one.changed_by = position, now, by
            session.add(one)
