"""What the screens ask about campaigns, and which tenants a choice means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlmodel import Session, col, select

from checkin.campaigns.models import Campaign
from checkin.cases.models import Case
from checkin.domain.checkins import OPEN, CheckInState
from checkin.domain.replies import POSITIVE, Meaning
from checkin.outreach.models import CheckIn
from checkin.staff.models import Staff
from checkin.tenants.models import Tenant

WANTS_CONTACT = (*sorted(POSITIVE), Meaning.LATER)
"""Answers after which a person rings."""
Figures = tuple[int, int, int, int, int]
DOUBLE_CLICK = timedelta(minutes=2)


@dataclass(frozen=True)
class CampaignRow:
    """One campaign with its figures."""

    campaign: Campaign
    by: str | None
    chosen: int
    asked: int
    """Of which the question left."""
    still_open: int
    """Still to be asked, or asked and not answered yet."""
    answered: int
    wanted: int
    spoken: int


def campaign_rows(session: Session, *, campaign_id: int | None = None, limit: int = 50) -> list[CampaignRow]:
    """List campaigns, newest first, with their figures."""
    statement = (
        select(Campaign, Staff.name)
        .join(Staff, col(Staff.id) == col(Campaign.created_by), isouter=True)
        .order_by(col(Campaign.id).desc())
        .limit(limit)
    )
    if campaign_id is not None:
        statement = statement.where(Campaign.id == campaign_id)
    found = session.exec(statement).all()
    ids = [campaign.id or 0 for campaign, _ in found]
    figures, spoken = _figures(session, ids), _spoken(session, ids)
    nothing: Figures = (0, 0, 0, 0, 0)
    return [
        CampaignRow(campaign, by, *figures.get(campaign.id or 0, nothing), spoken.get(campaign.id or 0, 0))
        for campaign, by in found
    ]


def _figures(session: Session, ids: Sequence[int]) -> dict[int, Figures]:
    answered = col(CheckIn.state) == CheckInState.ANSWERED
    counts = (
        sa.func.count(),
        sa.func.count().filter(sa.or_(col(CheckIn.asked_at).is_not(None), answered)),
        sa.func.count().filter(col(CheckIn.state).in_(OPEN)),
        sa.func.count().filter(answered),
        sa.func.count().filter(answered, col(CheckIn.meaning).in_(WANTS_CONTACT)),
    )
    statement = (
        sa.select(col(CheckIn.campaign_id), *counts)
        .where(col(CheckIn.campaign_id).in_(ids))
        .group_by(col(CheckIn.campaign_id))
    )
    return {row[0]: (row[1], row[2], row[3], row[4], row[5]) for row in session.connection().execute(statement)}


def _spoken(session: Session, ids: Sequence[int]) -> dict[int, int]:
    statement = (
        select(CheckIn.campaign_id, sa.func.count(sa.distinct(col(CheckIn.id))))
        .join(Case, col(Case.check_in_id) == col(CheckIn.id))
        .where(col(CheckIn.campaign_id).in_(ids), col(Case.spoken_at).is_not(None))
        .group_by(col(CheckIn.campaign_id))
    )
    return dict(session.exec(statement).all())


def newest_campaigns(session: Session, *, limit: int) -> list[Campaign]:
    """List the newest campaigns."""
    return list(session.exec(select(Campaign).order_by(col(Campaign.id).desc()).limit(limit)))


def just_started(session: Session, *, name: str, staff_id: int, now: datetime) -> int | None:
    """Give the campaign that this colleague started under this name a moment ago: a double click."""
    statement = select(Campaign.id).where(
        Campaign.name == name, Campaign.created_by == staff_id, col(Campaign.started_at) > now - DOUBLE_CLICK
    )
    return session.exec(statement).first()


@dataclass(frozen=True)
class Places:
    """What there is to choose from."""

    tenants: int
    neighbourhoods: tuple[str, ...]
    complexes: tuple[str, ...]


def places(session: Session) -> Places:
    """List the neighbourhoods and complexes in which tenants live."""
    neighbourhoods = session.exec(select(Tenant.neighbourhood).distinct().order_by(Tenant.neighbourhood))
    complexes = session.exec(select(Tenant.complex).distinct().order_by(Tenant.complex))
    return Places(
        tenants=session.exec(select(sa.func.count()).select_from(Tenant)).one(),
        neighbourhoods=tuple(filter(None, neighbourhoods)),
        complexes=tuple(filter(None, complexes)),
    )


def tenants_in(
    session: Session, *, neighbourhood: str = "", complex_: str = "", born_before: int | None = None
) -> list[int]:
    """List tenants by where they live and their year of birth; nothing given means everyone."""
    statement = select(Tenant.id).order_by(col(Tenant.id))
    if neighbourhood:
        statement = statement.where(Tenant.neighbourhood == neighbourhood)
    if complex_:
        statement = statement.where(Tenant.complex == complex_)
    if born_before is not None:
        statement = statement.where(col(Tenant.birth_year) < born_before)
    return [one for one in session.exec(statement) if one is not None]


def tenants_by_reference(session: Session, references: Sequence[str]) -> dict[str, int]:
    """Give the tenants behind the landlord's own numbers."""
    statement = select(Tenant.external_ref, Tenant.id).where(col(Tenant.external_ref).in_(references))
    return {reference: one for reference, one in session.exec(statement) if reference and one is not None}
