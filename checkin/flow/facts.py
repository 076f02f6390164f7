"""A colleague changes what we know of a tenant; what has not left yet follows, and nothing goes to an old number."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session, col

from checkin.aftercare import corrections
from checkin.domain.attempts import AskedBy, AttemptEnd
from checkin.domain.checkins import EndReason
from checkin.domain.errors import Refused
from checkin.flow.house import House
from checkin.flow.stops import stop_tenant
from checkin.messaging import service as messaging
from checkin.messaging.models import Call, Message
from checkin.messaging.waiting import NotLeft, not_left, send_elsewhere
from checkin.outreach import service as outreach
from checkin.outreach.engaged import take_along
from checkin.outreach.models import Attempt
from checkin.outreach.ways import ONLY, unusable_numbers
from checkin.tenants.candidates import Value
from checkin.tenants.changing import changed, version_of
from checkin.tenants.models import Channel, Happening, PhoneNumber, Tenant
from checkin.tenants.phones import is_mobile
from checkin.tenants.timeline import tell


@dataclass(frozen=True)
class Changed:
    """What a change came to."""

    facts: tuple[str, ...] = ()
    stopped: bool = False
    """A new number had been stopped: nothing automatic goes to this tenant any more."""
    closed: bool = False
    """A new number turned out before to be dead or somebody else's: it is kept, and never asked on."""


def change_facts(
    session: Session,
    house: House,
    *,
    tenant_id: int,
    values: Mapping[str, Value],
    seen: str,
    staff_id: int | None,
    now: datetime,
) -> Changed:
    """Change the facts of a tenant; raises Refused("facts_changed") when somebody else did since they were `seen`.

    1. change them, and tell which (never what they are)
    2. note it for the landlord's primary system
    3. a stop that was said on a new number holds for the tenant
    4. cancel what waits for a number or a way that is not right any more, and plan it again at once
    """
    # Another colleague waits; a worker whose question leaves at this moment does not, for we may wait for it.
    ours = {"key_share": True}
    tenant = session.get_one(Tenant, tenant_id, with_for_update=ours, populate_existing=True)
    if seen != version_of(tenant):
        raise Refused("facts_changed")
    facts = tuple(changed(tenant, values))
    if not facts:
        return Changed()
    before = _numbers(tenant)
    for name in facts:
        setattr(tenant, name, values[name])
    tenant.updated_at = now
    session.add(tenant)
    tell(session, Happening.FACTS_CHANGED, tenant_id=tenant_id, now=now, staff_id=staff_id, facts=list(facts))
    corrections.note_facts(session, tenant_id=tenant_id, facts=facts, values=values, staff_id=staff_id, now=now)
    session.flush()
    new = _numbers(tenant) - before
    reasons = unusable_numbers(session, col(PhoneNumber.number).in_(_numbers(tenant)))
    _follow(session, house, tenant, facts, reasons, new, now)
    stopped = tenant.stopped_at is None and any(reasons.get(number) is EndReason.STOPPED for number in new)
    if stopped:
        stop_tenant(session, tenant, now=now, how="number", staff_id=staff_id)
    closed = any(reasons.get(number, EndReason.STOPPED) is not EndReason.STOPPED for number in new)
    return Changed(facts, stopped, closed)


def _numbers(tenant: Tenant) -> set[str]:
    return {number for number in (tenant.mobile, tenant.landline, tenant.phone_2) if number}


def _follow(
    session: Session,
    house: House,
    tenant: Tenant,
    facts: Collection[str],
    unusable: Collection[str],
    new: Collection[str],
    now: datetime,
) -> None:
    """Let what has not left follow the change. First the texts and calls, then the numbers, as the senders do."""
    waiting = {kind: not_left(session, kind, tenant_id=tenant.id or 0) for kind in (Message, Call)}
    references = [one.id for found in waiting.values() for one in found]
    query = select(Attempt).where(col(Attempt.id).in_(references), col(Attempt.end).is_(None))
    attempts = {attempt.id: attempt for attempt in session.execute(query).scalars()}
    wrong = [one.id for one in attempts.values() if not _still_right(one, tenant, facts)]
    for kind in (Message, Call):
        messaging.cancel_queued(session, kind, references=wrong, now=now)
    _move_texts(session, tenant, [one for one in waiting[Message] if one.id not in attempts], unusable, now)
    take_along(session, tenant_id=tenant.id or 0, numbers=[one for one in new if one not in unusable])
    for reference in wrong:
        outreach.end_attempt(session, house, reference=reference, how=AttemptEnd.CANCELLED, now=now)


def _still_right(attempt: Attempt, tenant: Tenant, facts: Collection[str]) -> bool:
    """Tell whether a question that waits is still for the right number, in the right way, language and part of day."""
    if tenant.channel is Channel.NONE or attempt.number not in _numbers(tenant) or "language" in facts:
        return False
    if attempt.channel is AskedBy.VOICE and "best_daypart" in facts:
        return False
    return ONLY[tenant.channel] in (None, attempt.channel)


def _move_texts(
    session: Session, tenant: Tenant, texts: Collection[NotLeft], unusable: Collection[str], now: datetime
) -> None:
    """Let confirmations and notices that wait go to the tenant's mobile; without one, or for post only, they do not."""
    ours = _numbers(tenant)
    unwanted = [one.id for one in texts if one.automatic_check and tenant.channel is Channel.NONE]
    strays = [one.id for one in texts if one.number not in ours and not one.belongs_to_number]
    mobiles = [one for one in (tenant.mobile, tenant.phone_2) if one and one not in unusable and is_mobile(one)]
    mobile = mobiles[0] if mobiles else None
    if mobile:
        send_elsewhere(session, references=strays, number=mobile)
    messaging.cancel_queued(session, Message, references=unwanted if mobile else unwanted + strays, now=now)
