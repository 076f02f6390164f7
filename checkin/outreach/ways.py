"""Which numbers a tenant can be asked on, in which order, and why none is left."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from checkin.domain.attempts import AskedBy, Way
from checkin.domain.checkins import EndReason
from checkin.domain.climbing import Telephone, ways_of
from checkin.domain.ladder import Ladder
from checkin.tenants import phones
from checkin.tenants.models import Channel, PhoneNumber, Tenant

CLOSED_REASONS = {"wrong_number": EndReason.WRONG_NUMBER, "dead": EndReason.NUMBER_DEAD}


def unusable_numbers(session: Session, *conditions: Any) -> dict[str, EndReason]:
    """Give the numbers that are never asked on, each with the reason: stopped, somebody else's, or dead."""
    query = select(col(PhoneNumber.number), col(PhoneNumber.stopped_at), col(PhoneNumber.closed_reason)).where(
        col(PhoneNumber.stopped_at).is_not(None) | col(PhoneNumber.closed_at).is_not(None), *conditions
    )
    rows = session.execute(query)
    return {
        number: EndReason.STOPPED if stopped_at else CLOSED_REASONS.get(reason, EndReason.NUMBER_DEAD)
        for number, stopped_at, reason in rows
    }


def may_be_texted(session: Session, tenant: Tenant, number: str) -> bool:
    """Tell whether a text for this tenant may leave to a number: no stop holds, and it is not closed."""
    gone = tenant.stopped_at or tenant.deceased_at
    return not gone and not unusable_numbers(session, col(PhoneNumber.number) == number)


def usable_mobile(session: Session, tenant: Tenant) -> str | None:
    """Give the number on which this tenant can be texted: never one of somebody who stopped, nor one that is closed."""
    if tenant.stopped_at or tenant.deceased_at:
        return None
    mobiles = [number for number in (tenant.mobile, tenant.phone_2) if number and phones.is_mobile(number)]
    unusable = unusable_numbers(session, col(PhoneNumber.number).in_(mobiles))
    return next((number for number in mobiles if number not in unusable), None)


def why_no_way(tenant: Tenant, channel: Channel, unusable: Mapping[str, EndReason]) -> EndReason:
    """Say why there is no way to ask a tenant: post only, no number, or none that may be used."""
    if tenant.channel is Channel.NONE:
        return EndReason.POST_ONLY
    reasons = [unusable[way.number] for way in ways(tenant, channel, ()) if way.number in unusable]
    return reasons[0] if reasons else EndReason.NO_NUMBER


HOUSE = Ladder()
ONLY = {Channel.AUTO: None, Channel.TEXT: AskedBy.TEXT, Channel.VOICE: AskedBy.VOICE}


def ways(tenant: Tenant, channel: Channel, unusable: Container[str], ladder: Ladder = HOUSE) -> tuple[Way, ...]:
    """List a tenant's numbers in the order in which to try them; a landline is never texted.

    `channel` is the campaign's wish; the tenant's own wish for calls or texts goes before it, and both before the
    order of the ladder.
    """
    wish = tenant.channel if tenant.channel is not Channel.AUTO else channel
    if wish is Channel.NONE:
        return ()
    numbers = (tenant.mobile, tenant.landline, tenant.phone_2)
    telephones = [Telephone(one, phones.is_mobile(one)) for one in numbers if one and one not in unusable]
    return ways_of(telephones, ladder, ONLY[wish])
