"""A campaign on the drawing board: kept at every step, started now or at a moment, or thrown away."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlmodel import Session, col

from checkin.campaigns.filling import start_filling
from checkin.campaigns.models import Campaign, CampaignState, Trial
from checkin.campaigns.playbook import Playbook, in_house_words, read_playbook
from checkin.campaigns.who import Who, meant_now
from checkin.domain.errors import Refused
from checkin.domain.target_groups import GroupRule
from checkin.domain.words import Words
from checkin.logs import logger
from checkin.messaging.house_words import ORIGINAL
from checkin.outreach.holding import hold_no_longer
from checkin.outreach.models import Instructions
from checkin.outreach.notice_models import CampaignNotice
from checkin.outreach.notices import House

log = logger(__name__)

STEPS = ("who", "how", "when", "people", "check")


def new_draft(
    session: Session,
    *,
    playbook: Playbook,
    language: str,
    staff_id: int | None,
    now: datetime,
    words: Words = ORIGINAL,
) -> Campaign:
    """Begin a draft with a copy of a playbook: what is changed later in the playbook does not change this campaign.

    Where the playbook says no more than the house does, the draft begins with what the house says by now.
    """
    playbook = in_house_words(playbook, words)
    campaign = Campaign(
        name=playbook.described(language).round_name,
        channel=playbook.channel,
        state=CampaignState.DRAFT,
        created_by=staff_id,
        changed_at=now,
        who=Who(GroupRule.from_json(playbook.group) if playbook.group else GroupRule()).as_json(),
        playbook=playbook.as_json(),
        robot=playbook.robot,
    )
    session.add(campaign)
    session.flush()
    return campaign


def keep(session: Session, campaign: Campaign, *, step: str, now: datetime, **values: Any) -> None:
    """Keep what was filled in at one step. Raises Refused("campaign_changed") when it is no draft any more."""
    if campaign.state is not CampaignState.DRAFT:
        raise Refused("campaign_changed")
    for name, value in values.items():
        setattr(campaign, name, value)
    campaign.steps_done = max(campaign.steps_done, STEPS.index(step) + 1)
    campaign.changed_at = now
    session.add(campaign)


def playbook_of(campaign: Campaign) -> Playbook:
    """Give the campaign's copy of its playbook."""
    return read_playbook(campaign.playbook)


def needs_a_list(campaign: Campaign) -> bool:
    """Tell whether a list or selection must still be given: a playbook that no rule can choose for means nobody yet."""
    who = Who.from_json(campaign.who)
    if needs_a_selection(campaign):
        return who.selection_id is None
    named = who.rule.references or who.selection_id or who.group_id
    return bool(campaign.playbook.get("needs_list")) and not named


def needs_a_selection(campaign: Campaign) -> bool:
    """Tell whether only a selection file, with its purpose and legal ground, may say whom it means."""
    return bool(campaign.playbook.get("needs_selection"))


def start(session: Session, house: House, campaign: Campaign, *, now: datetime) -> None:
    """Start a draft or a planned campaign; of two clicks one starts it. What a large one has more, follows by itself.

    Raises Refused: "campaign_changed", "list_needed", "no_tenants".
    """
    if needs_a_list(campaign):
        raise Refused("list_needed")
    campaign.who = meant_now(session, campaign).as_json()
    _become(session, campaign, CampaignState.RUNNING, started_at=now)
    playbook = playbook_of(campaign)
    session.add(
        Instructions(
            campaign_id=campaign.id or 0,
            words=playbook.own_words(),
            text_hours=playbook.text_hours,
            call_hours=playbook.call_hours,
            ladder=playbook.ladder,
        )
    )
    session.flush()
    start_filling(session, house, campaign, now=now)


def schedule(session: Session, campaign: Campaign, *, at: datetime, now: datetime) -> None:
    """Let a draft start by itself at a moment. Raises Refused: "campaign_changed", "list_needed", "start_past"."""
    if needs_a_list(campaign):
        raise Refused("list_needed")
    if at <= now:
        raise Refused("start_past")
    _become(session, campaign, CampaignState.SCHEDULED, starts_at=at)


def back_to_draft(session: Session, campaign: Campaign) -> None:
    """Take a planned campaign back to the drawing board. Raises Refused("campaign_changed") once it has started."""
    waiting = (CampaignState.SCHEDULED, CampaignState.PAUSED)
    changed = session.connection().execute(
        update(Campaign)
        .where(col(Campaign.id) == campaign.id, col(Campaign.state).in_(waiting), col(Campaign.started_at).is_(None))
        .values(state=CampaignState.DRAFT)
    )
    if changed.rowcount != 1:
        raise Refused("campaign_changed")
    hold_no_longer(session, campaign.id or 0)
    session.refresh(campaign)


def throw_away(session: Session, campaign: Campaign) -> None:
    """Forget a draft, with the trials and the notice of it."""
    if campaign.state is not CampaignState.DRAFT:
        raise Refused("campaign_changed")
    session.connection().execute(delete(Trial).where(col(Trial.campaign_id) == campaign.id))
    session.connection().execute(delete(CampaignNotice).where(col(CampaignNotice.campaign_id) == campaign.id))
    session.delete(campaign)
    session.flush()


def _become(session: Session, campaign: Campaign, state: CampaignState, **values: Any) -> None:
    session.flush()
    changed = session.connection().execute(
        update(Campaign)
        .where(col(Campaign.id) == campaign.id, col(Campaign.state) == campaign.state, _startable())
        .values(state=state, **values)
    )
    if changed.rowcount != 1:
        raise Refused("campaign_changed")
    session.refresh(campaign)


def _startable() -> Any:
    return col(Campaign.state).in_((CampaignState.DRAFT, CampaignState.SCHEDULED))


def due(session: Session, *, now: datetime) -> list[int]:
    """List planned campaigns whose moment has come."""
    query = select(col(Campaign.id)).where(
        col(Campaign.state) == CampaignState.SCHEDULED, col(Campaign.starts_at) <= now
    )
    return [one for one in session.execute(query.order_by(col(Campaign.starts_at))).scalars() if one is not None]


def start_due(session: Session, house: House, *, campaign_id: int, now: datetime) -> None:
    """Start one planned campaign whose moment has come; one that means nobody by then is stopped and says so."""
    campaign = session.get(Campaign, campaign_id, with_for_update=True)
    if campaign is None or campaign.state is not CampaignState.SCHEDULED:
        return
    try:
        with session.begin_nested():
            start(session, house, campaign, now=now)
    except Refused as refused:
        log.warning("planned campaign not started", campaign_id=campaign_id, code=refused.code)
        session.refresh(campaign)
        campaign.state, campaign.finished_at = CampaignState.STOPPED, now
        session.add(campaign)
