"""Ending what a stopped campaign had still open: nothing leaves from the first moment, however many there are."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from checkin.campaigns.models import Campaign, CampaignState
from checkin.domain.checkins import OPEN, CheckInAction, CheckInState, EndReason
from checkin.outreach import service as outreach
from checkin.outreach.models import Attempt, CheckIn
from checkin.outreach.notice_models import Notice
from checkin.tenants.models import Happening, TimelineEntry

AT_ONCE = 200
"""So many that were asked already end with the click; the reconciler ends the others, as many at a time."""
LATELY = timedelta(days=2)


def call_off(session: Session, *, campaign_id: int, now: datetime) -> None:
    """End everything of a campaign that was just stopped.

    1. hold all of it back, so that nothing leaves from here on
    2. end those who were never asked, in one statement
    3. end those who were asked, the first of them now
    """
    still_open = sa.and_(col(CheckIn.campaign_id) == campaign_id, col(CheckIn.state).in_(OPEN))
    session.connection().execute(sa.update(CheckIn).where(still_open).values(held=True))
    _end_those_never_asked(session, campaign_id, now)
    end_some(session, now=now)


def _end_those_never_asked(session: Session, campaign_id: int, now: datetime) -> None:
    state, reason = CheckInState.CANCELLED, EndReason.CAMPAIGN_STOPPED
    tried = sa.exists().where(col(Attempt.check_in_id) == col(CheckIn.id))
    told = sa.exists().where(col(Notice.check_in_id) == col(CheckIn.id), col(Notice.message_id).is_not(None))
    statement = (
        sa.update(CheckIn)
        .where(col(CheckIn.campaign_id) == campaign_id, col(CheckIn.state) == CheckInState.PLANNED, ~tried, ~told)
        .values(state=state, reason=reason, ended_at=now, next_at=None, waits=False)
        .returning(col(CheckIn.id), col(CheckIn.tenant_id))
        .execution_options(synchronize_session=False)
    )
    ended = session.connection().execute(statement).all()
    entries = [
        {
            "tenant_id": tenant_id,
            "at": now,
            "happening": Happening.CHECK_IN_ENDED,
            "check_in_id": check_in_id,
            "details": {"state": state.value, "reason": reason.value},
        }
        for check_in_id, tenant_id in ended
    ]
    if entries:
        session.connection().execute(sa.insert(TimelineEntry), entries)


def end_some(session: Session, *, now: datetime) -> None:
    """End check-ins of stopped campaigns that are still open, a batch of them."""
    found = sa.select(CheckIn).where(_open_and_stopped(now)).order_by(col(CheckIn.id)).limit(AT_ONCE)
    for check_in in session.execute(found.execution_options(populate_existing=True)).scalars().all():
        outreach.end(session, check_in, CheckInAction.CANCEL, now=now, reason=EndReason.CAMPAIGN_STOPPED)


def anything_to_end(session: Session, *, now: datetime) -> bool:
    """Tell whether a stopped campaign has check-ins that are still open."""
    found = sa.select(col(CheckIn.id)).where(_open_and_stopped(now)).limit(1)
    return session.connection().execute(found).first() is not None


def _open_and_stopped(now: datetime) -> Any:
    stopped = sa.select(col(Campaign.id)).where(
        col(Campaign.state) == CampaignState.STOPPED, col(Campaign.finished_at) > now - LATELY
    )
    return sa.and_(col(CheckIn.campaign_id).in_(stopped), col(CheckIn.state).in_(OPEN))
