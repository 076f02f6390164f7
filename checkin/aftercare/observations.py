"""What stood out in a talk, chosen from a short list, and keeping that list."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlmodel import Session, col

from checkin.aftercare.models import Observation, ObservationKind
from checkin.db import insert_once
from checkin.domain.errors import Refused

MOST_KINDS = 30
"""Nobody reads a longer list after a talk."""


def note(session: Session, *, contact_id: int, tenant_id: int, kind_ids: Collection[int], now: datetime) -> None:
    """Note what stood out in one talk; what is no longer on the list is left out."""
    query = select(col(ObservationKind.id)).where(col(ObservationKind.id).in_(kind_ids), col(ObservationKind.active))
    for kind_id in session.execute(query.order_by(col(ObservationKind.place))).scalars():
        row = {"contact_id": contact_id, "tenant_id": tenant_id, "kind_id": kind_id, "at": now}
        insert_once(session, Observation.__table__, row)  # type: ignore[attr-defined]


def offered(session: Session) -> Sequence[ObservationKind]:
    """List what a colleague may choose from, in the order of the list."""
    query = select(ObservationKind).where(col(ObservationKind.active))
    return session.execute(query.order_by(col(ObservationKind.place), col(ObservationKind.id))).scalars().all()


def add(session: Session, *, name: str) -> ObservationKind:
    """Put a line at the end of the list. Raises Refused: "observation_taken", "list_full"."""
    query = select(ObservationKind).where(func.lower(col(ObservationKind.name)) == name.lower())
    known: ObservationKind | None = session.execute(query).scalars().first()
    if known is not None:
        if known.active:
            raise Refused("observation_taken")
        known.active = True
        session.add(known)
        return known
    count, last = session.execute(
        select(func.count().filter(col(ObservationKind.active)), func.max(col(ObservationKind.place)))
    ).one()
    if count >= MOST_KINDS:
        raise Refused("list_full")
    kind = ObservationKind(name=name, place=(last or 0) + 1)
    session.add(kind)
    session.flush()
    return kind


def change(session: Session, *, kind_id: int, name: str | None = None, active: bool | None = None) -> None:
    """Rename a line, or stop or resume offering it. Raises Refused: "observation_gone", "observation_taken"."""
    kind = session.get(ObservationKind, kind_id, with_for_update=True)
    if kind is None:
        raise Refused("observation_gone")
    if name is not None:
        query = select(col(ObservationKind.id)).where(
            func.lower(col(ObservationKind.name)) == name.lower(), col(ObservationKind.id) != kind_id
        )
        if session.execute(query).first() is not None:
            raise Refused("observation_taken")
        kind.name = name
    if active is not None:
        kind.active = active
    session.add(kind)


def move_up(session: Session, *, kind_id: int) -> None:
    """Let a line change places with the one above it."""
    rows = list(offered(session))
    place = next((number for number, row in enumerate(rows) if row.id == kind_id), 0)
    if place > 0:
        rows[place - 1], rows[place] = rows[place], rows[place - 1]
    for number, row in enumerate(rows, 1):
        row.place = number
        session.add(row)
