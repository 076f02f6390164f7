"""Putting a tenant on the caretaker's list, writing down what was found, and taking off who was reached."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import literal, select, true, update
from sqlmodel import Session, col

from checkin.db import INSERTS, insert_once
from checkin.domain.checkins import CheckInState, EndReason
from checkin.domain.climbing import LEFT_IN_PEACE
from checkin.domain.errors import Refused
from checkin.domain.visits import VisitOutcome, goes_again
from checkin.outreach.models import CheckIn
from checkin.tenants.models import Happening, TimelineEntry
from checkin.tenants.timeline import tell
from checkin.visits.models import Visit


def plan_visit(session: Session, *, tenant_id: int, check_in_id: int | None, reason: EndReason, now: datetime) -> None:
    """Put a tenant on the caretaker's list; who stands on it already stays there once."""
    row = {"tenant_id": tenant_id, "check_in_id": check_in_id, "reason": reason, "opened_at": now, "tries": 0}
    if insert_once(session, Visit.__table__, row) is None:  # type: ignore[attr-defined]
        return
    tell(
        session,
        Happening.VISIT_PLANNED,
        tenant_id=tenant_id,
        now=now,
        check_in_id=check_in_id,
        reason=reason.value,
    )


def plan_visits_of(
    session: Session, *, campaign_id: int, now: datetime, tenants: Callable[[Any], Any] = lambda _tenant_id: true()
) -> None:
    """Put on the caretaker's list, in two statements, whom a campaign cannot ring or text at all.

    `tenants` says in SQL of which tenants; of all of them when nobody says.

    Who wants post only, or asked us to stop, is left in peace at the door too.
    """
    connection = session.connection()
    unreachable = select(
        col(CheckIn.tenant_id),
        col(CheckIn.id),
        col(CheckIn.reason),
        literal(now, Visit.__table__.c.opened_at.type),  # type: ignore[attr-defined]
        literal(0),
    ).where(
        col(CheckIn.campaign_id) == campaign_id,
        col(CheckIn.state) == CheckInState.UNREACHABLE,
        col(CheckIn.reason).not_in(sorted(LEFT_IN_PEACE)),
        tenants(col(CheckIn.tenant_id)),
    )
    names = ["tenant_id", "check_in_id", "reason", "opened_at", "tries"]
    insert = INSERTS[connection.dialect.name](Visit.__table__).from_select(names, unreachable)  # type: ignore[attr-defined]
    planned = connection.execute(
        insert.on_conflict_do_nothing().returning(col(Visit.tenant_id), col(Visit.check_in_id), col(Visit.reason))
    ).all()
    told = [
        {
            "tenant_id": tenant_id,
            "at": now,
            "happening": Happening.VISIT_PLANNED,
            "check_in_id": check_in_id,
            "details": {"reason": reason.value},
        }
        for tenant_id, check_in_id, reason in planned
    ]
    if told:
        connection.execute(TimelineEntry.__table__.insert(), told)  # type: ignore[attr-defined]


def record_visit(session: Session, *, visit_id: int, outcome: VisitOutcome, staff_id: int, now: datetime) -> Visit:
    """Write down what was found at the door.

    Raises Refused: "visit_gone", "visit_done" when somebody else wrote it down, or it is no longer needed.
    """
    visit = session.get(Visit, visit_id, with_for_update=True)
    if visit is None:
        raise Refused("visit_gone")
    if visit.closed_at is not None:
        raise Refused("visit_done")
    visit.outcome, visit.staff_id, visit.last_at = outcome, staff_id, now
    visit.tries += outcome is VisitOutcome.NOT_HOME
    visit.closed_at = None if goes_again(outcome, visit.tries) else now
    session.add(visit)
    tell(
        session,
        Happening.VISITED,
        tenant_id=visit.tenant_id,
        now=now,
        staff_id=staff_id,
        check_in_id=visit.check_in_id,
        outcome=outcome.value,
    )
    return visit


def call_off(session: Session, *, tenant_id: int, now: datetime) -> None:
    """Take a tenant off the caretaker's list: they were reached in another way, or nobody may disturb them."""
    session.connection().execute(
        update(Visit).where(col(Visit.tenant_id) == tenant_id, col(Visit.closed_at).is_(None)).values(closed_at=now)
    )
