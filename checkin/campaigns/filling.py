"""Filling a round: everyone who is meant gets a check-in, a batch at a time: the first of a million leave at once.

The first batch is planned with the click. The reconciler goes on from where that ended, in the order of the tenants'
ids; where that is stands in the campaign and moves in the transaction of the batch itself, so that a worker that is
killed halfway leaves nothing twice and nobody out.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from checkin.campaigns.models import Campaign, CampaignState
from checkin.campaigns.planning import begin, plan_batch
from checkin.campaigns.who import choice_of
from checkin.groups.queries import Moment
from checkin.outreach.notices import House, announce


def start_filling(session: Session, house: House, campaign: Campaign, *, now: datetime) -> None:
    """Plan the first batch of a campaign that starts. Raises Refused: "no_tenants", "selection_gone"."""
    begin(session, campaign, choice_of(session, campaign, house.settings), Moment(now, house.zone))
    if not campaign.robot:
        campaign.next_portion_at = now
    _next_batch(session, house, campaign, now)


def fill_some(session: Session, house: House, *, now: datetime) -> bool:
    """Plan the next batch of the first running campaign that still has tenants to plan; False when there is none."""
    due = sa.select(Campaign).where(_unfinished()).order_by(col(Campaign.id)).limit(1)
    campaign = session.execute(due.with_for_update(skip_locked=True)).scalars().first()
    if campaign is None:
        return False
    _next_batch(session, house, campaign, now)
    return True


def anything_to_fill(session: Session) -> bool:
    """Tell whether a running campaign still has tenants to plan."""
    return session.execute(sa.select(col(Campaign.id)).where(_unfinished()).limit(1)).first() is not None


def _unfinished() -> Any:
    return sa.and_(col(Campaign.state) == CampaignState.RUNNING, col(Campaign.planned_to).is_not(None))


def _next_batch(session: Session, house: House, campaign: Campaign, now: datetime) -> None:
    choice = choice_of(session, campaign, house.settings)
    # Without a robot colleagues take up as many as they ring: the portions are the pace.
    paced = house.settings.paced and campaign.robot
    batch = plan_batch(session, campaign, choice, Moment(now, house.zone), paced=paced)
    if batch is not None:
        by_people = not campaign.robot
        announce(session, house, campaign_id=batch.campaign_id, now=now, by_people=by_people, tenants=batch.holds)
