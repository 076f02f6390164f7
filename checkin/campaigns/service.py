"""Starting a campaign and holding it back: who is asked, who is not, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, exists, insert, select, update
from sqlmodel import Session, col

from checkin.campaigns.models import Campaign, CampaignState
from checkin.cases.models import Case
from checkin.domain.cases import CaseState
from checkin.domain.checkins import OPEN, CheckInAction, CheckInState, EndReason
from checkin.domain.errors import Refused
from checkin.jobs import Queue, ring
from checkin.outreach import service as outreach
from checkin.outreach.models import CheckIn
from checkin.outreach.ways import unusable_numbers, why_no_way
from checkin.outreach.ways import ways as ways_of
from checkin.tenants.models import Channel, Happening, Tenant, TimelineEntry

BATCH = 1000
Chosen = list[tuple[int, EndReason | None]]


def choose(session: Session, *, channel: Channel, tenant_ids: Sequence[int] | None, now: datetime) -> Chosen:
    """List every chosen tenant with None, or with the reason why the tenant is not asked."""
    unusable = unusable_numbers(session)
    waiting = _tenants_with(
        session, exists().where(col(Case.tenant_id) == col(Tenant.id), col(Case.state) != CaseState.CLOSED)
    )
    asked = _tenants_with(
        session, exists().where(col(CheckIn.tenant_id) == col(Tenant.id), col(CheckIn.state).in_(OPEN))
    )
    wanted = None if tenant_ids is None else set(tenant_ids)
    numbers: set[str] = set()
    chosen: Chosen = []
    for tenant in session.execute(select(Tenant).order_by(col(Tenant.id))).scalars():
        if tenant.id is None or (wanted is not None and tenant.id not in wanted):
            continue
        ways = ways_of(tenant, channel, unusable)
        reason = _not_asked(tenant, now, waiting=tenant.id in waiting, asked=tenant.id in asked)
        asked_with = ways[0].number if ways and reason is None else None
        # Two tenants behind one number are one household: asked once.
        chosen.append((tenant.id, EndReason.SAME_HOUSEHOLD if asked_with in numbers else reason))
        numbers.update(way.number for way in ways if asked_with)
    return chosen


def _tenants_with(session: Session, condition: object) -> frozenset[int]:
    return frozenset(session.execute(select(col(Tenant.id)).where(condition)).scalars())  # type: ignore[arg-type]


def _not_asked(tenant: Tenant, now: datetime, *, waiting: bool, asked: bool) -> EndReason | None:
    reasons = (
        (tenant.deceased_at is not None, EndReason.DECEASED),
        (tenant.lease_ended_on is not None and tenant.lease_ended_on < now.date(), EndReason.LEASE_ENDED),
        (tenant.stopped_at is not None, EndReason.STOPPED),
        (waiting, EndReason.ALREADY_WAITING),
        (asked, EndReason.ALREADY_ASKED),
    )
    return next((reason for holds, reason in reasons if holds), None)


def preview(
    session: Session, *, channel: Channel, tenant_ids: Sequence[int] | None, now: datetime
) -> dict[EndReason | None, int]:
    """Count who would be asked (under None) and who falls out, by reason; nobody without a number is asked."""
    unusable = unusable_numbers(session)
    counted: Counter[EndReason | None] = Counter()
    for tenant_id, reason in choose(session, channel=channel, tenant_ids=tenant_ids, now=now):
        tenant = session.get_one(Tenant, tenant_id)
        reachable = ways_of(tenant, channel, unusable)
        counted[reason or (None if reachable else why_no_way(tenant, channel, unusable))] += 1
    return dict(counted)


def start_campaign(
    session: Session,
    *,
    name: str,
    channel: Channel,
    tenant_ids: Sequence[int] | None,
    created_by: int | None,
    now: datetime,
) -> Campaign:
    """Plan one check-in for every chosen tenant; who is not asked gets one too, ended with its reason.

    Raises Refused("no_tenants") when nobody was chosen.
    """
    chosen = choose(session, channel=channel, tenant_ids=tenant_ids, now=now)
    if not chosen:
        raise Refused("no_tenants")
    campaign = Campaign(name=name, channel=channel, created_by=created_by, started_at=now)
    session.add(campaign)
    session.flush()
    assert campaign.id is not None  # noqa: S101  flushed
    for start in range(0, len(chosen), BATCH):
        _plan(session, campaign.id, channel, chosen[start : start + BATCH], now)
    ring(session, Queue.TEXTS)
    ring(session, Queue.CALLS)
    return campaign


def _plan(session: Session, campaign_id: int, channel: Channel, chosen: Chosen, now: datetime) -> None:
    rows = [
        {
            "campaign_id": campaign_id,
            "tenant_id": tenant_id,
            "channel": channel,
            "held": False,
            "state": CheckInState.PLANNED if reason is None else CheckInState.CANCELLED,
            "reason": reason,
            "planned_at": now,
            "next_at": now if reason is None else None,
            "ended_at": None if reason is None else now,
        }
        for tenant_id, reason in chosen
    ]
    session.connection().execute(insert(CheckIn), rows)
    ids = session.execute(
        select(col(CheckIn.id), col(CheckIn.tenant_id), col(CheckIn.reason)).where(
            col(CheckIn.campaign_id) == campaign_id, col(CheckIn.tenant_id).in_([one for one, _ in chosen])
        )
    )
    session.connection().execute(
        insert(TimelineEntry),
        [
            {
                "tenant_id": tenant_id,
                "at": now,
                "happening": Happening.PLANNED if why is None else Happening.NOT_ASKED,
                "check_in_id": check_in_id,
                "details": {"campaign_id": campaign_id} | ({"reason": why.value} if why else {}),
            }
            for check_in_id, tenant_id, why in ids
        ],
    )


def pause_campaign(session: Session, *, campaign_id: int) -> None:
    """Hold a campaign back: nothing more leaves; answers are still heard."""
    _hold(session, campaign_id, held=True, state=CampaignState.PAUSED, was=CampaignState.RUNNING)


def resume_campaign(session: Session, *, campaign_id: int) -> None:
    """Let a paused campaign go on."""
    _hold(session, campaign_id, held=False, state=CampaignState.RUNNING, was=CampaignState.PAUSED)
    ring(session, Queue.TEXTS)
    ring(session, Queue.CALLS)


def _hold(session: Session, campaign_id: int, *, held: bool, state: CampaignState, was: CampaignState) -> None:
    changed = session.connection().execute(
        update(Campaign).where(col(Campaign.id) == campaign_id, col(Campaign.state) == was).values(state=state)
    )
    if changed.rowcount != 1:
        raise Refused("campaign_changed")
    session.connection().execute(
        update(CheckIn).where(col(CheckIn.campaign_id) == campaign_id, col(CheckIn.state).in_(OPEN)).values(held=held)
    )


def stop_campaign(session: Session, *, campaign_id: int, now: datetime) -> None:
    """End a campaign: whoever was not answered yet ends as cancelled, and nothing more leaves."""
    changed = session.connection().execute(
        update(Campaign)
        .where(col(Campaign.id) == campaign_id, col(Campaign.state).in_([CampaignState.RUNNING, CampaignState.PAUSED]))
        .values(state=CampaignState.STOPPED, finished_at=now)
    )
    if changed.rowcount != 1:
        raise Refused("campaign_changed")
    still_open = select(CheckIn).where(col(CheckIn.campaign_id) == campaign_id, col(CheckIn.state).in_(OPEN))
    for check_in in session.execute(still_open).scalars().all():
        outreach.end(session, check_in, CheckInAction.CANCEL, now=now, reason=EndReason.CAMPAIGN_STOPPED)


def nobody_left() -> Any:
    """Say in SQL that nobody is still being asked in a running campaign."""
    busy = exists().where(col(CheckIn.campaign_id) == col(Campaign.id), col(CheckIn.state).in_(OPEN))
    return and_(col(Campaign.state) == CampaignState.RUNNING, ~busy)


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
