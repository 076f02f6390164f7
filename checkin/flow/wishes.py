"""A wish for contact that was heard in another call, as about a repair: it becomes a case like any other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from checkin.cases import service as cases
from checkin.cases.models import Case, Wish
from checkin.domain.attempts import AskedBy
from checkin.domain.cases import CaseKind
from checkin.domain.errors import Refused
from checkin.domain.wishes import Slot
from checkin.flow import asking
from checkin.flow.house import House
from checkin.tenants.models import Happening, Tenant
from checkin.tenants.timeline import tell

WISHES = frozenset({CaseKind.CHAT, CaseKind.HELP})


@dataclass(frozen=True)
class Noted:
    """What became of a wish."""

    wish: Wish
    case: Case
    promised_before: datetime | None
    """What may be said aloud; None when a person rang already and will again, as soon as somebody can."""


def note_wish(
    session: Session,
    house: House,
    *,
    tenant_id: int,
    kind: CaseKind,
    urgent: bool,
    now: datetime,
    words: str = "",
    slot: Slot | None = None,
    staff_id: int | None = None,
) -> Noted:
    """Note that a tenant would like a chat, or needs help; without `staff_id` another system noted it.

    1. keep the wish as a contact of its own, and tell it
    2. open a case, or raise the one that is open: never a second one; danger rings somebody at once
    3. promise what is said aloud now: before the end of the wished part of the day, else what the queue allows

    Raises Refused: "tenant_gone", "tenant_deceased".
    """
    tenant = session.get(Tenant, tenant_id)
    if tenant is None:
        raise Refused("tenant_gone")
    if tenant.deceased_at is not None:
        raise Refused("tenant_deceased")
    slot = None if urgent else slot
    wish = _keep(session, tenant_id, kind, urgent=urgent, words=words, slot=slot, staff_id=staff_id, now=now)
    # Who waits already has rung again.
    cases.heard_again(session, tenant_id=tenant_id, by=AskedBy.VOICE, at=now)
    call_at = slot.start if slot is not None and slot.start > now else None
    case = asking.open_case(
        session, tenant_id=tenant_id, kind=kind, urgent=urgent, staff_id=staff_id, call_at=call_at, now=now
    )
    case.wish_id = wish.id
    promised = _promise(session, house, case, slot, now)
    case.told_at = now if promised else case.told_at
    session.add(case)
    return Noted(wish, case, promised)


def _keep(
    session: Session,
    tenant_id: int,
    kind: CaseKind,
    *,
    urgent: bool,
    words: str,
    slot: Slot | None,
    staff_id: int | None,
    now: datetime,
) -> Wish:
    wish = Wish(
        tenant_id=tenant_id,
        staff_id=staff_id,
        at=now,
        kind=kind,
        urgent=urgent,
        words=words,
        wished_from=slot.start if slot else None,
        wished_until=slot.end if slot else None,
    )
    session.add(wish)
    session.flush()
    tell(
        session,
        Happening.WISHED,
        tenant_id=tenant_id,
        now=now,
        staff_id=staff_id,
        wish_id=wish.id,
        kind=kind.value,
        urgent=urgent,
    )
    return wish


def _promise(session: Session, house: House, case: Case, slot: Slot | None, now: datetime) -> datetime | None:
    if case.first_rang_at is not None:
        # That promise was kept; what was agreed since then is the tenant's own wish.
        return slot.end if slot else None
    if slot is not None:
        return cases.promise_before(session, house, case, before=slot.end, now=now)
    if case.promised_before is not None and case.promised_before < now:
        # It was missed. Whoever has the tenant on the line says sorry, and a new time.
        case.answered_for_at = now
        return cases.promise_again(session, house, case, now=now)
    return cases.make_promise(session, house, case, now=now)
