"""What the screens ask about campaigns, and which tenants a choice means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from checkin.campaigns.models import Campaign, CampaignState
from checkin.campaigns.playbook import read_playbook
from checkin.cases.models import Case
from checkin.domain.checkins import OPEN, CheckInState
from checkin.domain.replies import POSITIVE, Meaning
from checkin.groups.models import Selection, TargetGroup
from checkin.groups.queries import listed
from checkin.outreach.models import CheckIn
from checkin.outreach.standing_models import StandingRound
from checkin.staff.models import Staff
from checkin.tenants.models import Tenant

WANTS_CONTACT = (*sorted(POSITIVE), Meaning.LATER)
"""Answers after which a person rings."""
Figures = tuple[int, int, int, int, int]


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

    @property
    def meant(self) -> int:
        """Everyone whom the campaign means; while it is being planned more than have their check-in."""
        return self.chosen if self.campaign.planned_to is None else max(self.campaign.meant, self.chosen)


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
    else:
        statement = statement.where(chosen_by_hand())
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


def chosen_by_hand() -> Any:
    """Say in SQL that a campaign is no daily round of standing check-ins: those have a page of their own."""
    return col(Campaign.id).not_in(sa.select(col(StandingRound.campaign_id)))


def newest_campaigns(session: Session, *, limit: int) -> list[Campaign]:
    """List the newest campaigns that have started."""
    started = select(Campaign).where(col(Campaign.started_at).is_not(None), chosen_by_hand())
    return list(session.exec(started.order_by(col(Campaign.id).desc()).limit(limit)))


def paused_campaigns(session: Session) -> tuple[tuple[int, str], ...]:
    """List the campaigns that stand still, by id and name."""
    query = select(Campaign.id, Campaign.name).where(Campaign.state == CampaignState.PAUSED)
    return tuple((one or 0, name) for one, name in session.exec(query.order_by(col(Campaign.id).desc())))


def talk_guide_of(session: Session, *, check_in_id: int, language: str) -> tuple[str, ...]:
    """Give the talk guide of the campaign behind a case; nothing when it was made without a playbook."""
    query = select(Campaign.playbook).join(CheckIn, col(CheckIn.campaign_id) == col(Campaign.id))
    found = session.exec(query.where(CheckIn.id == check_in_id)).first()
    return read_playbook(found).described(language).talk_guide if found else ()


def count_tenants(session: Session) -> int:
    """Count everybody who could be chosen."""
    return session.exec(select(sa.func.count()).select_from(Tenant)).one()


def saved_groups(session: Session) -> list[tuple[int, str]]:
    """List the saved target groups by name."""
    rows = session.exec(select(TargetGroup.id, TargetGroup.name).order_by(TargetGroup.name))
    return [(one or 0, name) for one, name in rows]


def free_selections(session: Session) -> list[tuple[int, str]]:
    """List the selection files that no campaign has used yet, by what they are for."""
    query = select(Selection.id, Selection.purpose).where(
        col(Selection.campaign_id).is_(None), col(Selection.erased_at).is_(None)
    )
    return [(one or 0, purpose) for one, purpose in session.exec(query.order_by(col(Selection.id).desc()))]


@dataclass(frozen=True)
class Experience:
    """What earlier campaigns taught."""

    asked: int
    wanting: float
    """The share of those asked who wanted contact."""


FEW = 50
"""With fewer answers than this, what others saw says more than what we saw ourselves."""
USUAL_SHARE = 0.2


def experience(session: Session) -> Experience:
    """Say how many of those asked wanted contact until now; one in five until enough were asked."""
    asked = col(CheckIn.asked_at).is_not(None)
    wanted = sa.and_(col(CheckIn.state) == CheckInState.ANSWERED, col(CheckIn.meaning).in_(WANTS_CONTACT))
    counts = sa.select(sa.func.count().filter(asked), sa.func.count().filter(asked, wanted)).select_from(CheckIn)
    of, wants = session.connection().execute(counts.where(~_by_hand())).one()
    return Experience(of, wants / of if of >= FEW else USUAL_SHARE)


def _by_hand() -> Any:
    without = sa.select(col(Campaign.id)).where(col(Campaign.robot).is_(sa.false()))
    return col(CheckIn.campaign_id).in_(without)


def active_staff(session: Session) -> int:
    """Count the colleagues who may ring back."""
    return session.exec(select(sa.func.count(col(Staff.id))).where(col(Staff.active))).one()


def unknown_references(session: Session, references: Sequence[str]) -> list[str]:
    """Give those of the landlord's own numbers that are nobody's, in their order."""
    found = select(Tenant.external_ref).where(col(Tenant.external_ref).in_(listed(session, references)))
    known = set(session.exec(found))
    return [reference for reference in references if reference not in known]
