"""A campaign without a robot: its tenants go to the work list in portions, as fast as colleagues ring them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, exists, false, func, or_, select
from sqlmodel import Session, col

from checkin.campaigns.models import Campaign, CampaignState
from checkin.cases import service as cases
from checkin.cases.models import Case
from checkin.domain.cases import CaseKind, CaseState
from checkin.domain.checkins import CheckInAction, CheckInState, EndReason
from checkin.outreach import release
from checkin.outreach import service as outreach
from checkin.outreach.engaged import engaged_elsewhere
from checkin.outreach.models import CheckIn, Reply
from checkin.outreach.notices import notice_pending
from checkin.tenants.models import Tenant

LOOK_AGAIN = timedelta(minutes=1)
LARGEST_PORTION = 200


def hand_out(session: Session, *, now: datetime, quiet: timedelta) -> int:
    """Put the next portion on the work list, of every campaign where few still wait; give how many tenants."""
    due = select(Campaign).where(_due(now)).order_by(col(Campaign.id)).with_for_update(skip_locked=True)
    return sum(_next_portion(session, campaign, now, quiet) for campaign in session.execute(due).scalars().all())


def anything_to_hand_out(session: Session, *, now: datetime) -> bool:
    """Tell whether it is time to look at a campaign without a robot."""
    return session.execute(select(col(Campaign.id)).where(_due(now)).limit(1)).first() is not None


def _due(now: datetime) -> Any:
    return (col(Campaign.next_portion_at) <= now) & (col(Campaign.state) == CampaignState.RUNNING)


def _next_portion(session: Session, campaign: Campaign, now: datetime, quiet: timedelta) -> int:
    campaign.next_portion_at = now + LOOK_AGAIN
    session.add(campaign)
    if waiting_of(session, campaign.id or 0) >= campaign.refill_below:
        return 0
    found = session.execute(_next(campaign, now, quiet)).all()
    if not found and not _anybody_left(session, campaign):
        campaign.next_portion_at = None
    return sum(_hand(session, check_in, tenant, now) for check_in, tenant in found)


def waiting_of(session: Session, campaign_id: int) -> int:
    """Count the tenants of a campaign who stand on the work list and whom nobody has taken up."""
    query = (
        select(func.count())
        .select_from(Case)
        .join(CheckIn, col(CheckIn.id) == col(Case.check_in_id))
        .where(
            col(CheckIn.campaign_id) == campaign_id,
            col(Case.kind) == CaseKind.ROUND,
            col(Case.state) == CaseState.WAITING,
            col(Case.call_at).is_(None),
        )
    )
    return int(session.execute(query).scalar_one())


def _next(campaign: Campaign, now: datetime, quiet: timedelta) -> Any:
    other = CheckIn.__table__.alias("other")  # type: ignore[attr-defined]
    busy_elsewhere = exists().where(other.c.tenant_id == col(CheckIn.tenant_id), other.c.state == CheckInState.ASKED)
    # Whose words still have to be read is not rung by somebody who does not know them.
    to_read = exists().where(
        col(Reply.tenant_id) == col(CheckIn.tenant_id), col(Reply.to_read), col(Reply.read_at).is_(None)
    )
    return (
        select(CheckIn, Tenant)
        .join(Tenant, col(Tenant.id) == col(CheckIn.tenant_id))
        .where(
            col(CheckIn.campaign_id) == campaign.id,
            col(CheckIn.state) == CheckInState.PLANNED,
            ~busy_elsewhere,
            ~engaged_elsewhere(now, quiet),
            ~to_read,
            ~notice_pending(now),
        )
        .order_by(col(CheckIn.id))
        .limit(min(campaign.portion, LARGEST_PORTION))
        .with_for_update(of=CheckIn, skip_locked=True)
    )


def _anybody_left(session: Session, campaign: Campaign) -> bool:
    if campaign.planned_to is not None:
        return True
    left = select(col(CheckIn.id)).where(
        col(CheckIn.campaign_id) == campaign.id, col(CheckIn.state) == CheckInState.PLANNED
    )
    return session.execute(left.limit(1)).first() is not None


def _hand(session: Session, check_in: CheckIn, tenant: Tenant, now: datetime) -> int:
    reason = release.forbidden(tenant, now)
    if reason is None and cases.open_case_of(session, check_in.tenant_id) is not None:
        reason = EndReason.ALREADY_WAITING
    if reason is not None:
        outreach.end(session, check_in, CheckInAction.CANCEL, now=now, reason=reason)
        return 0
    check_in.state, check_in.asked_at = CheckInState.ASKED, now
    session.add(check_in)
    cases.put_on_the_list(session, tenant_id=check_in.tenant_id, check_in_id=check_in.id or 0, now=now)
    return 1


def of_campaign(campaign_id: int) -> Any:
    """Say in SQL that a case is for a check-in of this campaign, and nothing else: no other moment was agreed on."""
    return col(Case.check_in_id).in_(
        select(col(CheckIn.id)).where(col(CheckIn.campaign_id) == campaign_id, ~_agreed_on_another_moment())
    )


def _agreed_on_another_moment() -> Any:
    """Say in SQL that a colleague and the tenant spoke and agreed when to ring again: that call comes, round or not."""
    return func.coalesce(col(CheckIn.reason) == EndReason.ALREADY_WAITING, false())


def take_off_whom_nobody_rings(session: Session, *, now: datetime) -> int:
    """Give an end to everybody on the list of a round without a robot whom nobody will or may ring; give how many.

    1. who stopped, died or moved meanwhile, as a file said: off the list, with that reason
    2. whose case is closed, whatever closed it: not reachable
    3. who came back on the list after the round was stopped, as from a colleague who had taken them up: off the list
    """
    found = session.execute(_whom_nobody_rings(now)).all()
    for check_in, tenant in found:
        reason = release.forbidden(tenant, now)
        action = CheckInAction.GIVE_UP if reason is None else CheckInAction.CANCEL
        outreach.end(session, check_in, action, now=now, reason=reason or EndReason.OUTCOME_UNKNOWN)
        cases.take_off_the_list(session, col(Case.check_in_id) == check_in.id, now=now)
    return len(found) + cases.take_off_the_list(session, _back_from_a_stopped_round(), now=now)


def _whom_nobody_rings(now: datetime) -> Any:
    open_case = exists().where(col(Case.check_in_id) == col(CheckIn.id), col(Case.state) != CaseState.CLOSED)
    in_hand = open_case.where((col(Case.state) != CaseState.WAITING) | (col(Case.kind) != CaseKind.ROUND))
    forbidden = or_(
        col(Tenant.stopped_at).is_not(None),
        col(Tenant.deceased_at).is_not(None),
        col(Tenant.lease_ended_on) < now.date(),
    )
    return (
        select(CheckIn, Tenant)
        .join(Tenant, col(Tenant.id) == col(CheckIn.tenant_id))
        .join(Campaign, col(Campaign.id) == col(CheckIn.campaign_id))
        .where(
            col(Campaign.robot).is_(false()),
            col(CheckIn.state) == CheckInState.ASKED,
            or_(~open_case, and_(forbidden, ~in_hand)),
        )
        .order_by(col(CheckIn.id))
        .limit(LARGEST_PORTION)
        .with_for_update(of=CheckIn, skip_locked=True)
    )


def _back_from_a_stopped_round() -> Any:
    # Who was put back on the list by hand, after that, stays there.
    ended = (col(CheckIn.id) == col(Case.check_in_id), col(CheckIn.reason) == EndReason.CAMPAIGN_STOPPED)
    return exists().where(*ended, col(Case.offered_at) <= col(CheckIn.ended_at)).correlate(Case)
