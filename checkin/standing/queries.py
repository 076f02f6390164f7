"""What the screens ask about standing check-ins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlmodel import Session, col, select

from checkin.domain.checkins import OPEN, CheckInState
from checkin.outreach.models import CheckIn
from checkin.outreach.standing_models import StandingCheckIn, StandingRound
from checkin.staff.models import Staff
from checkin.tenants.models import Tenant
from checkin.tenants.naming import TenantName, name_of


@dataclass(frozen=True)
class StandingRow:
    """One tenant who is asked again and again."""

    standing: StandingCheckIn
    tenant_id: int
    name: TenantName
    by: str | None


def standing_rows(session: Session, *, limit: int, offset: int = 0) -> list[StandingRow]:
    """List everybody with a standing check-in, whoever is asked first at the top; a long pause stands last."""
    statement = (
        select(StandingCheckIn, Tenant, Staff.name)
        .join(Tenant, col(Tenant.id) == col(StandingCheckIn.tenant_id))
        .join(Staff, col(Staff.id) == col(StandingCheckIn.noted_by), isouter=True)
        .where(col(StandingCheckIn.ended_at).is_(None))
        .order_by(col(StandingCheckIn.next_at).is_(None), col(StandingCheckIn.next_at), col(StandingCheckIn.id))
        .offset(offset)
        .limit(limit)
    )
    return [StandingRow(one, tenant.id or 0, name_of(tenant), by) for one, tenant, by in session.exec(statement)]


def standing_of(session: Session, tenant_id: int) -> tuple[StandingCheckIn, str | None] | None:
    """Give the standing check-in of a tenant that holds now, and who noted it."""
    statement = (
        select(StandingCheckIn, Staff.name)
        .join(Staff, col(Staff.id) == col(StandingCheckIn.noted_by), isouter=True)
        .where(StandingCheckIn.tenant_id == tenant_id, col(StandingCheckIn.ended_at).is_(None))
    )
    found = session.exec(statement).first()
    return (found[0], found[1]) if found else None


@dataclass(frozen=True)
class DayRow:
    """What came of the standing check-ins of one day."""

    day: date
    campaign_id: int
    asked: int
    answered: int
    still_open: int
    missed: int


def days(session: Session, *, limit: int) -> list[DayRow]:
    """List the last days, the newest first."""
    state = col(CheckIn.state)
    missed = [CheckInState.SILENT, CheckInState.UNREACHABLE]
    count = sa.func.count()
    statement = (
        sa.select(
            col(StandingRound.day),
            col(StandingRound.campaign_id),
            count,
            count.filter(state == CheckInState.ANSWERED),
            count.filter(state.in_(OPEN)),
            count.filter(state.in_(missed)),
        )
        .join(CheckIn, col(CheckIn.campaign_id) == col(StandingRound.campaign_id))
        .group_by(col(StandingRound.day), col(StandingRound.campaign_id))
        .order_by(col(StandingRound.day).desc())
        .limit(limit)
    )
    return [DayRow(*row) for row in session.connection().execute(statement)]
