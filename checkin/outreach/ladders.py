"""The ladder that a check-in climbs: its campaign's or the house's, in which hours, and when its next step is due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlmodel import Session, col

from checkin.domain.attempts import AttemptEnd, Tried, Try, Way
from checkin.domain.climbing import AT_ONCE, Clocks, after_text, next_moment, next_step
from checkin.domain.ladder import Ladder
from checkin.domain.narrowing import narrowed
from checkin.messaging.models import Call, Message
from checkin.outreach.house import House
from checkin.outreach.instructions import AS_THE_HOUSE, Wishes, load_wishes
from checkin.outreach.models import Attempt, CheckIn
from checkin.outreach.ways import unusable_numbers, ways
from checkin.tenants.models import PhoneNumber, Tenant


def ladder_of(house: House, wishes: Wishes) -> Ladder:
    """Give the ladder of a campaign; what it does not say is as in the settings."""
    return Ladder.from_json(wishes.ladder, Ladder(texts=house.settings.text_tries, calls=house.settings.voice_tries))


def clocks_of(house: House, wishes: Wishes) -> Clocks:
    """Give the hours in which a campaign asks; the setting `retry_minutes` goes before every waiting time."""
    minutes = house.settings.retry_minutes
    return Clocks(
        texts=narrowed(house.text_hours, wishes.text_hours),
        calls=narrowed(house.call_hours, wishes.call_hours),
        office=house.office_hours,
        faster=None if minutes is None else timedelta(minutes=minutes),
    )


def due_after_text(house: House, wishes: Wishes, now: datetime) -> datetime:
    """Say when to look again at a tenant to whom a text just left."""
    return after_text(ladder_of(house, wishes), clocks_of(house, wishes), now)


def due_after(session: Session, house: House, check_in: CheckIn, how: AttemptEnd, now: datetime) -> datetime:
    """Say when the next step of a check-in is due, now that its last attempt ended in this way."""
    if how in AT_ONCE:
        return now
    wishes = load_wishes(session, [check_in.campaign_id]).get(check_in.campaign_id, AS_THE_HOUSE)
    ladder, history = ladder_of(house, wishes), _history(session, check_in)
    tenant = session.get_one(Tenant, check_in.tenant_id)
    numbers = {tenant.mobile, tenant.landline, tenant.phone_2} - {None}
    unusable = unusable_numbers(session, col(PhoneNumber.number).in_(numbers))
    step = next_step(history, ways(tenant, check_in.channel, unusable, ladder), ladder)
    return next_moment(history, ladder, clocks_of(house, wishes), now, more=isinstance(step, Try))


def _history(session: Session, check_in: CheckIn) -> Sequence[Tried]:
    """Give what was tried, each with the moment at which it left."""
    left = func.coalesce(col(Call.sent_at), col(Message.sent_at), type_=Attempt.__table__.c.created_at.type)  # type: ignore[attr-defined]
    query = (
        select(col(Attempt.channel), col(Attempt.number), col(Attempt.end), left)
        .outerjoin(Call, col(Call.id) == col(Attempt.id))
        .outerjoin(Message, col(Message.id) == col(Attempt.id))
        .where(col(Attempt.check_in_id) == check_in.id)
        .order_by(col(Attempt.ordinal))
    )
    return [
        Tried(Way(channel, number), end or AttemptEnd.UNKNOWN, at)
        for channel, number, end, at in session.execute(query)
    ]
