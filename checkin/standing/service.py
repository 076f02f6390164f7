"""Starting, changing, pausing and ending a standing check-in, and planning it when its moment has come."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from sqlalchemy import select, update
from sqlmodel import Session, col

from checkin.campaigns.models import Campaign, CampaignState
from checkin.db import insert_once
from checkin.domain.attempts import AskedBy
from checkin.domain.checkins import CheckInState
from checkin.domain.errors import Refused
from checkin.domain.ladder import After
from checkin.domain.office_hours import Calendar
from checkin.domain.standing import Rhythm, next_moment
from checkin.jobs import Queue, ring
from checkin.outreach.models import CheckIn, Instructions
from checkin.outreach.standing_models import AskedHow, StandingCheckIn, StandingEnd, StandingRound
from checkin.outreach.ways import unusable_numbers, ways
from checkin.tenants.models import Channel, Happening, PhoneNumber, Tenant
from checkin.tenants.timeline import tell

BATCH = 200
LADDER = {"texts": 1, "calls": 2, "calls_a_number": 2, "rest_hours": 1, "after": After.PERSONAL_CALL.value}
"""One day is short: a text, or two calls on different parts of the day, and then a person."""


class House(Protocol):
    """What standing check-ins need from the runtime."""

    @property
    def zone(self) -> ZoneInfo: ...
    @property
    def text_hours(self) -> Calendar: ...
    @property
    def call_hours(self) -> Calendar: ...


def active(session: Session, tenant_id: int) -> StandingCheckIn | None:
    """Give the standing check-in of a tenant that holds now."""
    query = select(StandingCheckIn).where(
        col(StandingCheckIn.tenant_id) == tenant_id, col(StandingCheckIn.ended_at).is_(None)
    )
    return session.execute(query.with_for_update()).scalars().first()


def start(
    session: Session,
    house: House,
    *,
    tenant: Tenant,
    rhythm: Rhythm,
    channel: Channel,
    asked_how: AskedHow,
    staff_id: int | None,
    now: datetime,
) -> StandingCheckIn:
    """Begin a standing check-in, or change the one that holds: a pause stays as it is.

    Raises Refused: "standing_stopped", "standing_not_possible" for who died or moved, "standing_no_number".
    """
    _refuse(session, tenant, channel)
    standing = active(session, tenant.id or 0)
    changed = standing is not None
    if standing is None:
        standing = StandingCheckIn(
            tenant_id=tenant.id or 0, every=rhythm.every, at=rhythm.at, asked_how=asked_how, created_at=now
        )
    standing.every, standing.at, standing.weekday = rhythm.every, rhythm.at, rhythm.weekday
    standing.channel, standing.asked_how, standing.noted_by = channel, asked_how, staff_id
    _plan_next(session, house, standing, tenant, now)
    _tell(session, standing, "changed" if changed else "started", staff_id, now)
    return standing


def _refuse(session: Session, tenant: Tenant, channel: Channel) -> None:
    if tenant.stopped_at is not None:
        raise Refused("standing_stopped")
    if tenant.deceased_at is not None or tenant.lease_ended_on is not None:
        raise Refused("standing_not_possible")
    numbers = {tenant.mobile, tenant.landline, tenant.phone_2} - {None}
    if not ways(tenant, channel, unusable_numbers(session, col(PhoneNumber.number).in_(numbers))):
        raise Refused("standing_no_number")


def pause(
    session: Session,
    house: House,
    *,
    tenant: Tenant,
    pause_from: date | None,
    pause_until: date | None,
    staff_id: int | None,
    now: datetime,
) -> None:
    """Rest from a day until another, both included, for a holiday or the hospital; without a day the pause is over.

    Raises Refused: "standing_gone", "pause_wrong" when it ends before it begins, or is over already.
    """
    standing = active(session, tenant.id or 0)
    if standing is None:
        raise Refused("standing_gone")
    today = now.astimezone(house.zone).date()
    if pause_from and pause_until and pause_until < max(pause_from, today):
        raise Refused("pause_wrong")
    standing.pause_from, standing.pause_until = pause_from, pause_until if pause_from else None
    _plan_next(session, house, standing, tenant, now)
    _tell(session, standing, "paused" if pause_from else "resumed", staff_id, now)


def end(
    session: Session, *, tenant_id: int, why: StandingEnd, now: datetime, staff_id: int | None = None
) -> StandingCheckIn | None:
    """End a standing check-in for good; give it, or None when there was none. What is being asked now goes on."""
    standing = active(session, tenant_id)
    if standing is None:
        return None
    standing.ended_at, standing.end, standing.next_at = now, why, None
    session.add(standing)
    _tell(session, standing, "ended", staff_id, now)
    return standing


def _tell(session: Session, standing: StandingCheckIn, what: str, staff_id: int | None, now: datetime) -> None:
    session.flush()
    tell(
        session,
        Happening.STANDING,
        tenant_id=standing.tenant_id,
        now=now,
        staff_id=staff_id,
        standing_id=standing.id,
        what=what,
    )


def rhythm_of(standing: StandingCheckIn) -> Rhythm:
    """Give what the tenant asked for."""
    return Rhythm(standing.every, standing.at, standing.weekday, standing.pause_from, standing.pause_until)


def _plan_next(session: Session, house: House, standing: StandingCheckIn, tenant: Tenant, now: datetime) -> None:
    standing.next_at = next_moment(rhythm_of(standing), now, _hours(house, tenant, standing.channel))
    session.add(standing)


def _hours(house: House, tenant: Tenant, channel: Channel) -> Calendar:
    """Give the hours of the way on which this tenant is asked first."""
    first = next(iter(ways(tenant, channel, ())), None)
    return house.text_hours if first is not None and first.channel is AskedBy.TEXT else house.call_hours


def _due(now: datetime) -> Any:
    return (col(StandingCheckIn.next_at) <= now, col(StandingCheckIn.ended_at).is_(None))


def anything_due(session: Session, *, now: datetime) -> bool:
    """Tell whether a standing check-in must be planned."""
    return session.execute(select(col(StandingCheckIn.id)).where(*_due(now)).limit(1)).first() is not None


def plan_due(session: Session, house: House, *, now: datetime) -> int:
    """Plan a check-in for everybody whose moment has come, and note the next moment; give how many.

    Nobody is left out because we were away: whose moment passed meanwhile is asked now, once.
    """
    query = select(StandingCheckIn, Tenant).join(Tenant, col(Tenant.id) == col(StandingCheckIn.tenant_id))
    query = query.where(*_due(now)).order_by(col(StandingCheckIn.id)).limit(BATCH)
    rows = session.execute(query.with_for_update(skip_locked=True, of=StandingCheckIn)).all()
    planned = 0
    for standing, tenant in rows:
        if why := _over(tenant, now):
            end(session, tenant_id=standing.tenant_id, why=why, now=now)
            continue
        _plan_next(session, house, standing, tenant, now)
        planned += _plan(session, house, standing, now)
    if planned:
        ring(session, Queue.TEXTS)
        ring(session, Queue.CALLS)
    return planned


def _over(tenant: Tenant, now: datetime) -> StandingEnd | None:
    if tenant.stopped_at is not None:
        return StandingEnd.STOPPED
    if tenant.deceased_at is not None:
        return StandingEnd.DECEASED
    if tenant.lease_ended_on is not None and tenant.lease_ended_on < now.date():
        return StandingEnd.LEASE_ENDED
    return None


def _plan(session: Session, house: House, standing: StandingCheckIn, now: datetime) -> bool:
    """Plan one; its round lets nobody be asked twice on a day, however often the moment was changed."""
    campaign_id = round_of(session, now.astimezone(house.zone).date(), now)
    row = {
        "campaign_id": campaign_id,
        "tenant_id": standing.tenant_id,
        "channel": standing.channel,
        "waits": False,
        "state": CheckInState.PLANNED,
        "planned_at": now,
        "next_at": now,
    }
    check_in_id = insert_once(session, CheckIn.__table__, row)  # type: ignore[attr-defined]
    if check_in_id is None:
        return False
    details: dict[str, Any] = {"campaign_id": campaign_id}
    tell(session, Happening.PLANNED, tenant_id=standing.tenant_id, now=now, check_in_id=check_in_id, **details)
    return True


def round_of(session: Session, day: date, now: datetime) -> int:
    """Give the campaign for the standing check-ins of a day, begun when the first of them is due."""
    query = select(col(StandingRound.campaign_id)).where(col(StandingRound.day) == day)
    known = session.execute(query).scalar_one_or_none()
    if known is None:
        return _begin_round(session, day, now)
    # It finishes by itself whenever nobody of it is left, and goes on with the next of that day.
    session.connection().execute(
        update(Campaign)
        .where(col(Campaign.id) == known, col(Campaign.state) == CampaignState.FINISHED)
        .values(state=CampaignState.RUNNING, finished_at=None)
    )
    return int(known)


def _begin_round(session: Session, day: date, now: datetime) -> int:
    campaign = Campaign(name=f"Vaste check-ins {day:%d-%m-%Y}", started_at=now)
    session.add(campaign)
    session.flush()
    row = {"day": day, "campaign_id": campaign.id}
    if insert_once(session, StandingRound.__table__, row) is None:  # type: ignore[attr-defined]
        # Another reconciler began it in the same moment.
        session.delete(campaign)
        session.flush()
        return round_of(session, day, now)
    session.add(Instructions(campaign_id=campaign.id or 0, ladder=LADDER))
    session.flush()
    return campaign.id or 0
