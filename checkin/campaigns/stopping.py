"""Ending what a stopped campaign had still open: nothing leaves from the first moment, however many there are."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from checkin.campaigns.models import Campaign, CampaignState
from checkin.domain.checkins import OPEN, CheckInAction, CheckInState, EndReason
from checkin.outreach import service as outreach
from checkin.outreach.holding import hold
from checkin.outreach.models import Attempt, CampaignOnHold, CheckIn
from checkin.outreach.notice_models import Notice
from checkin.tenants.models import Happening, TimelineEntry

AT_ONCE = 200
"""So many that were asked already end with the click; the reconciler ends the others, as many at a time."""
NEVER_ASKED_AT_ONCE = 2000
"""Of those who were never asked more can end at a time: nothing of theirs has to be taken back."""


def call_off(session: Session, *, campaign_id: int, now: datetime) -> None:
    """End everything of a campaign that was just stopped.

    1. hold all of it back, so that nothing leaves from here on
    2. end the first of them now; the reconciler ends the others
    """
    hold(session, campaign_id)
    end_some(session, now=now)


def end_some(session: Session, *, now: datetime) -> int:
    """End check-ins of stopped campaigns that are still open, a batch of them; give how many."""
    never_asked = _end_those_never_asked(session, now)
    room = AT_ONCE if never_asked < NEVER_ASKED_AT_ONCE else 0
    found = sa.select(CheckIn).where(_open_and_stopped()).limit(room)
    others = session.execute(found.execution_options(populate_existing=True)).scalars().all() if room else []
    for check_in in others:
        outreach.end(session, check_in, CheckInAction.CANCEL, now=now, reason=EndReason.CAMPAIGN_STOPPED)
    if not never_asked and not others:
        _hold_what_is_over_no_longer(session)
    return never_asked + len(others)


def _end_those_never_asked(session: Session, now: datetime) -> int:
    state, reason = CheckInState.CANCELLED, EndReason.CAMPAIGN_STOPPED
    ended = session.connection().execute(
        sa.update(CheckIn)
        .where(col(CheckIn.id).in_(_never_asked()))
        .values(state=state, reason=reason, ended_at=now, next_at=None, waits=False)
        .returning(col(CheckIn.id), col(CheckIn.tenant_id))
        .execution_options(synchronize_session=False)
    )
    entries = [
        {
            "tenant_id": tenant_id,
            "at": now,
            "happening": Happening.CHECK_IN_ENDED,
            "check_in_id": check_in_id,
            "details": {"state": state.value, "reason": reason.value},
        }
        for check_in_id, tenant_id in ended.all()
    ]
    if entries:
        session.connection().execute(sa.insert(TimelineEntry), entries)
    return len(entries)


def _never_asked() -> Any:
    """List some for whom nothing was ever written down; what another worker holds is left for the next time."""
    tried = sa.exists().where(col(Attempt.check_in_id) == col(CheckIn.id))
    told = sa.exists().where(col(Notice.check_in_id) == col(CheckIn.id), col(Notice.message_id).is_not(None))
    planned = col(CheckIn.state) == CheckInState.PLANNED
    found = sa.select(col(CheckIn.id)).where(_open_and_stopped(), planned, ~tried, ~told)
    return found.limit(NEVER_ASKED_AT_ONCE).with_for_update(of=CheckIn, skip_locked=True)


def anything_to_end(session: Session) -> bool:
    """Tell whether a campaign was stopped of which something may still be open."""
    return session.connection().execute(_stopped().limit(1)).first() is not None


def _stopped() -> Any:
    """Select the campaigns that were stopped and of which something may still be open: these are still held back."""
    held = sa.exists().where(col(CampaignOnHold.campaign_id) == col(Campaign.id))
    return sa.select(col(Campaign.id)).where(col(Campaign.state) == CampaignState.STOPPED, held)


def _open_and_stopped() -> Any:
    return sa.and_(col(CheckIn.campaign_id).in_(_stopped()), col(CheckIn.state).in_(OPEN))


def _hold_what_is_over_no_longer(session: Session) -> None:
    still_open = sa.exists().where(
        col(CheckIn.campaign_id) == col(CampaignOnHold.campaign_id), col(CheckIn.state).in_(OPEN)
    )
    over = sa.delete(CampaignOnHold).where(col(CampaignOnHold.campaign_id).in_(_stopped()), ~still_open)
    session.connection().execute(over.execution_options(synchronize_session=False))
