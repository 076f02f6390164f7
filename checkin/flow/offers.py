"""A call to a colleague while somebody is on the line: one key, and they speak."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from checkin.cases import service as cases
from checkin.chat_line import offering
from checkin.chat_line.models import ChatOffer
from checkin.domain.cases import CaseKind
from checkin.domain.offers import OfferState
from checkin.domain.spoken import voiced_name
from checkin.flow import asking
from checkin.flow.colleagues import voice_for
from checkin.flow.house import House
from checkin.messaging.callscript import Join, Say, Script
from checkin.messaging.colleague_script import say
from checkin.messaging.models import Call
from checkin.tenants.models import Happening, Tenant
from checkin.tenants.timeline import tell

ACCEPTS = "1"


def room_of(offer: ChatOffer) -> str:
    """Name the conversation in which the two meet; nobody else can know it."""
    return f"chat-{offer.call_id}"


def question(session: Session, house: House, call: Call, *, now: datetime) -> Say | None:  # noqa: ARG001
    """Ask whether this colleague has a moment, without a name: who picks up may be anybody."""
    found = offering.offer_of_call(session, call.id)
    if found is None or found[0].state is not OfferState.LOOKING:
        return None
    return say(voice_for(house, call), "offer")


def pressed(session: Session, house: House, call: Call, *, key: str, now: datetime) -> Script | None:
    """Put the first one who presses the key through; the case is hers, so that the talk can be written down."""
    if key != ACCEPTS:
        return None
    offer = offering.accept(session, call_id=call.id, now=now)
    if offer is None:
        return None
    voice, tenant = voice_for(house, call), session.get(Tenant, offer.tenant_id) if offer.tenant_id else None
    if tenant is None:
        return Script((say(voice, "offer of a stranger"), Join(room_of(offer))))
    _take_case(session, house, offer, tenant, now)
    name = voiced_name(tenant, call.language)
    return Script((say(voice, "offer accepted", name=name), Join(room_of(offer))))


def _take_case(session: Session, house: House, offer: ChatOffer, tenant: Tenant, now: datetime) -> None:
    if offer.case_id is not None or offer.accepted_by is None or tenant.id is None:
        return
    case = asking.open_case(session, tenant_id=tenant.id, kind=CaseKind.CHAT, staff_id=offer.accepted_by, now=now)
    offer.case_id = case.id
    session.add(offer)
    minutes = house.settings.claim_minutes
    cases.claim_case(session, case_id=case.id or 0, staff_id=offer.accepted_by, claim_minutes=minutes, now=now)
    # They speak within seconds: there is nothing left to promise.
    case.first_rang_at = case.first_rang_at or now
    session.add(case)
    tell(
        session,
        Happening.CHAT_LINE,
        tenant_id=tenant.id,
        now=now,
        case_id=case.id,
        staff_id=offer.accepted_by,
        what="accepted",
    )


def left_alone(session: Session, house: House, call: Call, *, now: datetime) -> Script:
    """Nobody pressed anything: others are rung."""
    offering.colleague_left(session, call_id=call.id, now=now)
    return Script((say(voice_for(house, call), "alarm goes on"),))


def folded(session: Session, house: House, call: Call, *, now: datetime) -> None:  # noqa: ARG001
    """Follow the call: when it ends the talk is over, or somebody else is rung."""
    if call.ended_at is not None:
        offering.colleague_left(session, call_id=call.id, now=now)
