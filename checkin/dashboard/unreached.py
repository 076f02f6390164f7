"""Not reached, because…: every tenant whom no campaign reached, with each reason kept apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from checkin.campaigns.models import Campaign
from checkin.cases.models import Case, Contact
from checkin.domain.cases import SPOKEN, CaseState
from checkin.domain.checkins import CheckInState, EndReason
from checkin.domain.visits import VisitOutcome
from checkin.outreach.models import CheckIn
from checkin.tenants.models import Tenant
from checkin.tenants.naming import TenantName, name_of
from checkin.visits.models import Visit

USED_TO_ANSWER = "used_to_answer"
"""Answered in an earlier campaign and not now: the ones to worry about first."""
ASKED_IN_VAIN = (
    EndReason.NEVER_PICKED_UP,
    EndReason.VOICEMAIL,
    EndReason.HUNG_UP,
    EndReason.NO_ANSWER_TO_TEXT,
    EndReason.TEXT_NOT_DELIVERED,
    EndReason.NUMBER_DEAD,
)
NOT_REACHED = (CheckInState.UNREACHABLE, CheckInState.SILENT)


@dataclass(frozen=True)
class Unreached:
    """One tenant who was not reached."""

    tenant_id: int
    check_in_id: int
    name: TenantName
    neighbourhood: str
    campaign: str
    why: EndReason
    since: datetime
    waits: bool
    """A colleague rings, or the caretaker goes by."""


_earlier = aliased(CheckIn)


def _why() -> Any:
    """Say in SQL why somebody was not reached; who answered an earlier campaign stands apart."""
    answered_before = (
        sa.exists()
        .where(
            col(_earlier.tenant_id) == col(CheckIn.tenant_id),
            col(_earlier.planned_at) < col(CheckIn.planned_at),
            col(_earlier.answered_at).is_not(None),
        )
        .correlate(CheckIn)
    )
    reason = sa.type_coerce(col(CheckIn.reason), sa.String())
    return sa.case((sa.and_(answered_before, col(CheckIn.reason).in_(ASKED_IN_VAIN)), USED_TO_ANSWER), else_=reason)


def _spoken_since() -> Any:
    spoken = sa.exists().where(
        col(Contact.tenant_id) == col(CheckIn.tenant_id),
        col(Contact.outcome).in_(sorted(SPOKEN)),
        col(Contact.at) >= col(CheckIn.ended_at),
    )
    seen = sa.exists().where(
        col(Visit.check_in_id) == col(CheckIn.id), col(Visit.outcome).in_([VisitOutcome.WELL, VisitOutcome.MOVED])
    )
    return sa.or_(spoken.correlate(CheckIn), seen.correlate(CheckIn))


def _not_reached(campaign_id: int | None) -> list[Any]:
    conditions = [
        col(CheckIn.state).in_(NOT_REACHED),
        col(CheckIn.reason).is_not(None),
        col(Tenant.deceased_at).is_(None),
        ~_spoken_since(),
    ]
    return conditions if campaign_id is None else [*conditions, col(CheckIn.campaign_id) == campaign_id]


def count_unreached(session: Session, *, campaign_id: int | None) -> dict[str, int]:
    """Count who was not reached, by reason; most first, but who used to answer before all."""
    why = _why().label("why")
    statement = (
        sa.select(why, sa.func.count())
        .select_from(CheckIn)
        .join(Tenant, col(Tenant.id) == col(CheckIn.tenant_id))
        .where(*_not_reached(campaign_id))
        .group_by(why)
    )
    counts = [(reason, count) for reason, count in session.connection().execute(statement)]
    return dict(sorted(counts, key=lambda pair: (pair[0] != USED_TO_ANSWER, -pair[1], pair[0])))


def unreached(
    session: Session, *, campaign_id: int | None, why: str | None, limit: int, offset: int = 0
) -> list[Unreached]:
    """List who was not reached, of one campaign or of all, for one reason or for all."""
    rung = sa.exists().where(col(Case.tenant_id) == col(CheckIn.tenant_id), col(Case.state) != CaseState.CLOSED)
    visited = sa.exists().where(col(Visit.tenant_id) == col(CheckIn.tenant_id), col(Visit.closed_at).is_(None))
    waits = sa.or_(rung.correlate(CheckIn), visited.correlate(CheckIn))
    conditions = _not_reached(campaign_id) + ([] if why is None else [_why() == why])
    statement = (
        sa.select(Tenant, col(CheckIn.id), col(Campaign.name), col(CheckIn.reason), col(CheckIn.ended_at), waits)
        .select_from(CheckIn)
        .join(Tenant, col(Tenant.id) == col(CheckIn.tenant_id))
        .join(Campaign, col(Campaign.id) == col(CheckIn.campaign_id))
        .where(*conditions)
        .order_by(col(Tenant.last_name), col(Tenant.id), col(CheckIn.id))
        .limit(limit)
        .offset(offset)
    )
    return [
        Unreached(tenant.id or 0, id_, name_of(tenant), tenant.neighbourhood, campaign, reason, since, bool(waiting))
        for tenant, id_, campaign, reason, since, waiting in session.execute(statement)
    ]
