"""A promise that was not kept: the tenant hears sorry and a new time, once for each, or stands first on the list."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, col

from checkin.cases import service as cases
from checkin.cases.models import Case
from checkin.domain.spoken import when_words
from checkin.flow.house import House
from checkin.flow.replies import Sender, send_wording
from checkin.messaging.wording import Wording
from checkin.outreach.models import Reply
from checkin.outreach.ways import unusable_numbers
from checkin.tenants import phones
from checkin.tenants.models import Happening, PhoneNumber, Tenant
from checkin.tenants.timeline import tell

BATCH = 50
"""So many at a time: an apology may wait a second, a webhook may not wait for all of them."""


def apologise(session: Session, house: House, *, now: datetime) -> int:
    """Answer for the promises that were missed; give how many. Nobody is texted outside the hours for texts.

    1. work out a new time, as near as those who wait before it allow
    2. text it to the number the tenant answered on, or else the tenant's mobile
    3. who cannot be texted stands first on the work list until somebody rings
    """
    if not house.text_hours.is_open(now):
        return 0
    missed = cases.missed_promises().order_by(col(Case.promised_before)).limit(BATCH)
    found = list(session.execute(missed.with_for_update(skip_locked=True)).scalars())
    for case in found:
        case.answered_for_at, case.again_before = now, None
        session.add(case)
        tenant = session.get_one(Tenant, case.tenant_id)
        number = _number(session, case, tenant)
        if number is not None:
            _send(session, house, case, Sender(number, tenant, None), now)
    return len(found)


def owes_apologies(session: Session, house: House, *, now: datetime) -> bool:
    """Tell whether there is anything to answer for that may be answered for now."""
    return house.text_hours.is_open(now) and session.execute(cases.missed_promises().limit(1)).first() is not None


def _number(session: Session, case: Case, tenant: Tenant) -> str | None:
    """Give the number to text: never that of somebody who stopped, nor one that is closed."""
    if tenant.stopped_at or tenant.deceased_at:
        return None
    reply = session.get(Reply, case.reply_id) if case.reply_id else None
    numbers = [reply.number if reply else None, tenant.mobile, tenant.phone_2]
    mobiles = [number for number in numbers if number and phones.is_mobile(number)]
    unusable = unusable_numbers(session, col(PhoneNumber.number).in_(mobiles))
    return next((number for number in mobiles if number not in unusable), None)


def _send(session: Session, house: House, case: Case, sender: Sender, now: datetime) -> None:
    assert sender.tenant is not None  # noqa: S101  narrows the type
    again = cases.promise_again(session, house, case, now=now)
    when = when_words(again, now, house.zone, sender.tenant.language)
    if send_wording(session, house, sender, Wording.S16_SORRY, now=now, when=when) is None:
        # So many texts today already: a person says it.
        case.again_before = None
        return
    tell(
        session,
        Happening.APOLOGISED,
        tenant_id=case.tenant_id,
        now=now,
        case_id=case.id,
        check_in_id=case.check_in_id,
        promised_before=again.isoformat(),
    )
