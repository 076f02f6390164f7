"""Starting a campaign and holding it back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import and_, case, exists, false, or_, select, update
from sqlmodel import Session, col

from checkin.campaigns.choosing import Choice
from checkin.campaigns.models import Campaign, CampaignState
from checkin.campaigns.planning import begin, plan_batch
from checkin.campaigns.playbook import read_playbook
from checkin.campaigns.portions import of_campaign
from checkin.campaigns.stopping import call_off
from checkin.campaigns.who import Who
from checkin.cases import service as cases
from checkin.domain.checkins import OPEN
from checkin.domain.errors import Refused
from checkin.domain.target_groups import GroupRule
from checkin.groups import selections
from checkin.groups.models import Selection
from checkin.groups.queries import Moment
from checkin.jobs import Queue, ring
from checkin.outreach.holding import hold, hold_no_longer
from checkin.outreach.models import CheckIn
from checkin.tenants.models import Channel

HOME = ZoneInfo("Europe/Amsterdam")
UNDER_WAY = (CampaignState.SCHEDULED, CampaignState.RUNNING)


def start_campaign(
    session: Session,
    *,
    name: str,
    channel: Channel,
    created_by: int | None,
    now: datetime,
    tenant_ids: Sequence[int] | None = None,
    rule: GroupRule | None = None,
    selection_id: int | None = None,
    zone: tzinfo = HOME,
    quiet_days: int = 7,
    paced: bool = False,
) -> Campaign:
    """Plan one check-in for every chosen tenant; who is not asked gets one too, ended with its reason.

    With `paced` nobody is asked before colleagues can ring back in time: see `pacing.py`.
    Raises Refused("no_tenants") when nobody was chosen.
    """
    chosen = None if tenant_ids is None else tuple(tenant_ids)
    choice, moment = Choice(rule or GroupRule(), channel, selection_id, chosen, quiet_days), Moment(now, zone)
    campaign = Campaign(name=name, channel=channel, created_by=created_by, started_at=now)
    session.add(campaign)
    session.flush()
    begin(session, campaign, choice, moment)
    while campaign.planned_to is not None:
        plan_batch(session, campaign, choice, moment, paced=paced)
    return campaign


def pause_campaign(session: Session, *, campaign_id: int) -> None:
    """Hold a campaign back, also one that is only planned: nothing more leaves; answers are still heard."""
    _become(session, campaign_id, state=CampaignState.PAUSED, was=UNDER_WAY)
    hold(session, campaign_id)


def resume_campaign(session: Session, *, campaign_id: int) -> None:
    """Let a paused campaign go on; one that had not started waits for its moment again."""
    began = case((col(Campaign.started_at).is_(None), CampaignState.SCHEDULED.value), else_=CampaignState.RUNNING.value)
    _become(session, campaign_id, state=began, was=(CampaignState.PAUSED,))
    hold_no_longer(session, campaign_id)
    ring(session, Queue.TEXTS)
    ring(session, Queue.CALLS)


def _become(session: Session, campaign_id: int, *, was: Sequence[CampaignState], **values: Any) -> None:
    changed = session.connection().execute(
        update(Campaign).where(col(Campaign.id) == campaign_id, col(Campaign.state).in_(was)).values(**values)
    )
    if changed.rowcount != 1:
        raise Refused("campaign_changed")


def stop_campaign(session: Session, *, campaign_id: int, now: datetime) -> None:
    """End a campaign: whoever was not answered yet ends as cancelled, and nothing more leaves."""
    ended = {"state": CampaignState.STOPPED, "finished_at": now, "next_portion_at": None}
    _become(session, campaign_id, was=[*UNDER_WAY, CampaignState.PAUSED], **ended)
    call_off(session, campaign_id=campaign_id, now=now)
    erase_selections(session, now=now)
    cases.take_off_the_list(session, of_campaign(campaign_id), now=now)


def without_robot() -> Any:
    """Select the campaigns in which colleagues ring everybody themselves."""
    return select(col(Campaign.id)).where(col(Campaign.robot).is_(false()))


def nobody_left() -> Any:
    """Say in SQL that nobody is still being asked in a running campaign."""
    busy = exists().where(col(CheckIn.campaign_id) == col(Campaign.id), col(CheckIn.state).in_(OPEN))
    return and_(col(Campaign.state) == CampaignState.RUNNING, col(Campaign.planned_to).is_(None), ~busy)


def anything_to_finish(session: Session) -> bool:
    """Tell whether a running campaign has nobody left to ask."""
    return session.execute(select(col(Campaign.id)).where(nobody_left()).limit(1)).first() is not None


def finish_campaigns(session: Session, *, now: datetime) -> None:
    """Close every running campaign in which nobody is still being asked."""
    session.connection().execute(
        update(Campaign)
        .where(nobody_left())
        .values(state=CampaignState.FINISHED, finished_at=now)
        .execution_options(synchronize_session=False)
    )
    erase_selections(session, now=now)


ENDED = (CampaignState.STOPPED, CampaignState.FINISHED)


def _over(now: datetime) -> Any:
    """Say in SQL that a selection is not needed any more: its campaign ended, or none ever began with it."""
    return or_(_of_ended(), and_(col(Selection.erased_at).is_(None), selections.never_used(now)))


def _of_ended() -> Any:
    ended = exists().where(col(Campaign.id) == col(Selection.campaign_id), col(Campaign.state).in_(ENDED))
    return ended.correlate(Selection)


def anything_to_erase(session: Session, *, now: datetime) -> bool:
    """Tell whether a selection file has to be erased, or what still ties it to a campaign that ended."""
    return session.execute(select(col(Selection.id)).where(_over(now)).limit(1)).first() is not None


def erase_selections(session: Session, *, now: datetime) -> int:
    """Erase every selection file that is not needed any more, and what would still tell why; give how many."""
    erased = selections.erase(session, _over(now), now=now)
    ended = select(col(Campaign.id)).where(col(Campaign.state).in_(ENDED))
    for campaign_id in selections.cut_loose(session, ended):
        _tell_no_more_why(session.get_one(Campaign, campaign_id, populate_existing=True))
    return erased


def _tell_no_more_why(campaign: Campaign) -> None:
    """Leave of a campaign's playbook what was said and when, and not what it was called."""
    campaign.who = Who.from_json(campaign.who).of_nobody().as_json()
    if campaign.playbook:
        campaign.playbook = read_playbook(campaign.playbook).without_a_cause().as_json()
