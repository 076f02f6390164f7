"""Whoever died, moved or wants no more: everything that was still to come stops at once, whatever it was."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import exists, or_, select
from sqlmodel import Session, col

from checkin.aftercare import follow_ups, gifts, referrals
from checkin.aftercare.models import FollowUp, Gift, Referral
from checkin.domain.follow_ups import OPEN as FOLLOW_UP_OPEN
from checkin.domain.gifts import OPEN as GIFT_OPEN
from checkin.domain.gifts import GiftKind
from checkin.domain.referrals import LOOP_OPEN
from checkin.messaging import service as messaging
from checkin.messaging.models import Call, Message
from checkin.messaging.waiting import not_left
from checkin.outreach.standing_models import StandingEnd
from checkin.standing import service as standing
from checkin.tenants.models import Tenant

BATCH = 100


def stop_everything(
    session: Session, *, tenant_id: int, why: StandingEnd, now: datetime, staff_id: int | None = None
) -> None:
    """End what else was still to come for a tenant, beside the check-ins and doorbells that `end_asking` ends.

    1. standing check-ins
    2. follow-ups, questions about referrals, and gifts that were not sent
    3. texts and calls that have not left; what speaks to whoever has the number goes
    """
    standing.end(session, tenant_id=tenant_id, why=why, now=now, staff_id=staff_id)
    follow_ups.call_off_all(session, tenant_id=tenant_id, now=now, staff_id=staff_id)
    referrals.withdraw_all(session, tenant_id=tenant_id, now=now, staff_id=staff_id)
    gifts.call_off_all(session, tenant_id=tenant_id, now=now, staff_id=staff_id)
    for kind in (Message, Call):
        waiting = [one.id for one in not_left(session, kind, tenant_id=tenant_id) if not one.belongs_to_number]
        messaging.cancel_queued(session, kind, references=waiting, now=now)


def _forgotten() -> Any:
    """Select the tenants of whom a file said that they died, and for whom something is still to come."""
    mine = col(Tenant.id)
    something = or_(
        exists().where(col(FollowUp.tenant_id) == mine, col(FollowUp.state).in_(FOLLOW_UP_OPEN)),
        exists().where(col(Referral.tenant_id) == mine, col(Referral.state).in_(LOOP_OPEN)),
        exists().where(
            col(Gift.tenant_id) == mine, col(Gift.state).in_(GIFT_OPEN), col(Gift.kind) != GiftKind.CONDOLENCE
        ),
    )
    return select(mine).where(col(Tenant.deceased_at).is_not(None), something).order_by(mine).limit(BATCH)


def anything_to_end(session: Session) -> bool:
    """Tell whether something is still to come for a tenant who died."""
    return session.execute(_forgotten().limit(1)).first() is not None


def end_for_the_dead(session: Session, *, now: datetime) -> None:
    """Stop everything for tenants of whom a file said that they died."""
    for tenant_id in session.execute(_forgotten()).scalars().all():
        stop_everything(session, tenant_id=tenant_id or 0, why=StandingEnd.DECEASED, now=now)
