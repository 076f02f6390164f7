"""A bridged call: the system rings a colleague, who presses a key, and then the tenant, who sees the landlord's number.

What is reported about either call stands on its row; a bridged call follows from both rows together, so reports may
come late, twice and in any order. It counts for the promise as soon as the tenant's telephone rang; how it went the
colleague fills in.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from checkin.cases.claims import case_in_hand
from checkin.cases.models import Case
from checkin.domain import bridges as rules
from checkin.domain.bridges import BridgeAction, BridgeEnd, BridgeState, Leg
from checkin.domain.cases import CaseKind, CaseState
from checkin.domain.deliveries import DeliveryAction, DeliveryState
from checkin.domain.errors import Refused
from checkin.domain.spoken import voiced_name
from checkin.flow.colleagues import voice_for
from checkin.flow.house import House
from checkin.messaging import bridges
from checkin.messaging import service as messaging
from checkin.messaging.bridge_models import Bridge
from checkin.messaging.callscript import PutThrough, Say, Script
from checkin.messaging.colleague_script import say
from checkin.messaging.gateway import LONGEST_CALL
from checkin.messaging.models import Call, CallEnd, CallPurpose
from checkin.staff.models import Staff
from checkin.tenants.models import Happening, PhoneNumber, Tenant
from checkin.tenants.numbers import numbers_of
from checkin.tenants.timeline import tell

ACCEPTS = "1"
WISHES: Mapping[CaseKind, str] = {
    CaseKind.CHAT: "wants a chat",
    CaseKind.HELP: "wants help",
    CaseKind.URGENT: "is urgent",
    CaseKind.YES: "wants contact",
    CaseKind.LATER: "wants contact",
}
"""What the colleague hears that the tenant wants; of the others nobody asked for anything."""
UNANSWERED: Mapping[CallEnd | None, BridgeEnd] = {
    CallEnd.NO_ANSWER: BridgeEnd.NO_ANSWER,
    CallEnd.BUSY: BridgeEnd.BUSY,
    CallEnd.REJECTED: BridgeEnd.REJECTED,
    CallEnd.FAILED: BridgeEnd.FAILED,
    CallEnd.NUMBER_DEAD: BridgeEnd.NUMBER_DEAD,
    CallEnd.CANCELLED: BridgeEnd.COLLEAGUE_LEFT,
}
"""Where the end of a call says more than that it is over."""
LAST_WORDS: Mapping[CallEnd, str] = {
    CallEnd.NO_ANSWER: "no answer",
    CallEnd.REJECTED: "no answer",
    CallEnd.BUSY: "busy",
    CallEnd.NUMBER_DEAD: "number dead",
    CallEnd.FAILED: "no connection",
}
"""What the colleague hears when nobody is there."""
LEAVES_WITHIN = timedelta(minutes=1)
ACCEPTED_WITHIN = timedelta(minutes=5)
REPORTED_WITHIN = timedelta(seconds=45)
"""A bridged call whose colleague waits longer than this is given up."""
DECIDED = frozenset({BridgeEnd.ENGAGED, BridgeEnd.WITHDRAWN})
"""Ends that we decided on, whatever is reported later."""


def start_bridge(session: Session, *, case_id: int, staff_id: int, number: str, now: datetime) -> Bridge:
    """Ring a colleague, to be put through to the tenant of a case that is his or hers; a second click changes nothing.

    Raises Refused: "case_gone", "not_yours" (with `by`), "no_telephone", "number_gone", "tenant_engaged" when somebody
    behind the number is on the telephone with us, "bridge_elsewhere" when the colleague is in another one.
    """
    case = case_in_hand(session, case_id, staff_id)
    under_way = bridges.of_case(session, case_id)
    if under_way is not None and under_way.staff_id == staff_id:
        return under_way
    staff = session.get_one(Staff, staff_id)
    if not staff.phone:
        raise Refused("no_telephone")
    tenant = session.get_one(Tenant, case.tenant_id)
    if not _may_ring(session, tenant, number):
        raise Refused("number_gone")
    if under_way is not None or bridges.is_engaged(session, numbers=numbers_of(tenant), now=now):
        raise Refused("tenant_engaged")
    return _begin(session, case, staff, number, now)


def _begin(session: Session, case: Case, staff: Staff, number: str, now: datetime) -> Bridge:
    reference, case_id, staff_id = messaging.new_reference(), case.id or 0, staff.id or 0
    begun = bridges.begin(
        session,
        reference=reference,
        case_id=case_id,
        staff_id=staff_id,
        tenant_id=case.tenant_id,
        number=number,
        now=now,
    )
    if not begun:
        raise Refused("bridge_elsewhere" if bridges.of_staff(session, staff_id) else "tenant_engaged")
    messaging.queue_call(
        session,
        reference=reference,
        number=staff.phone or "",
        language=staff.language or "nl",
        tenant_id=None,
        staff_id=staff_id,
        due_at=now,
        now=now,
        automatic_check=False,
        purpose=CallPurpose.BRIDGE,
    )
    # Nobody else may take the case while its tenant is rung or spoken to.
    case.claim_ends_at = now + LONGEST_CALL[CallPurpose.BRIDGE] + timedelta(minutes=10)
    session.add(case)
    bridge = session.get_one(Bridge, reference)
    _tell(session, bridge, "started", now)
    return bridge


def _may_ring(session: Session, tenant: Tenant, number: str) -> bool:
    """Tell whether a person may ring a tenant on a number. STOP holds for machines only."""
    known = session.get(PhoneNumber, number)
    closed = known is not None and known.closed_at is not None
    return number in numbers_of(tenant) and not closed and tenant.deceased_at is None


# What the colleague hears.


def question(session: Session, house: House, call: Call, *, now: datetime) -> Say | None:  # noqa: ARG001
    """Say who wants what, and which key connects; None when it is too late for that."""
    bridge = bridges.of_call(session, call.id)
    if bridge is None or bridge.state not in {BridgeState.RINGING_COLLEAGUE, BridgeState.ACCEPTED}:
        return None
    case = session.get_one(Case, bridge.case_id)
    wish = "is urgent" if case.urgent else WISHES.get(case.kind, "talk with")
    return _say(session, house, call, bridge, wish, "put through key")


def pressed(session: Session, house: House, call: Call, *, key: str, now: datetime) -> Script | None:
    """Put the colleague through on the key, and on no other; brought twice, it connects once."""
    bridge = bridges.of_call(session, call.id) if key == ACCEPTS else None
    if bridge is None or bridge.state is BridgeState.OVER:
        return None
    if bridge.state is BridgeState.RINGING_COLLEAGUE and (refused := _refuse(session, bridge, now)):
        _finish(session, house, bridge, refused, None, now)
        return Script((_say(session, house, call, bridge, "engaged" if refused is BridgeEnd.ENGAGED else "too late"),))
    return Script(
        (_say(session, house, call, bridge, "connecting"), PutThrough(bridge.number, _accept(session, bridge, now)))
    )


def _refuse(session: Session, bridge: Bridge, now: datetime) -> BridgeEnd | None:
    """Say why the tenant must not be rung after all: in the seconds since the click much can happen."""
    case, tenant = session.get_one(Case, bridge.case_id), session.get_one(Tenant, bridge.tenant_id)
    in_hand = case.claimed_by == bridge.staff_id and case.state in {CaseState.CLAIMED, CaseState.CONTACTED}
    if not in_hand or not _may_ring(session, tenant, bridge.number):
        return BridgeEnd.WITHDRAWN
    # From the moment that a bridged call is written down no machine rings these numbers: what is found here left
    # before, and nothing will follow it.
    numbers = {bridge.number} | numbers_of(tenant)
    return BridgeEnd.ENGAGED if bridges.is_engaged(session, numbers=numbers, now=now, but=bridge.id) else None


def _accept(session: Session, bridge: Bridge, now: datetime) -> str:
    """Write down the call to the tenant before anybody makes it, and give its reference; it is made by the provider."""
    if bridge.tenant_call_id is not None:
        return bridge.tenant_call_id
    leg = Call(
        id=messaging.new_reference(),
        tenant_id=bridge.tenant_id,
        purpose=CallPurpose.BRIDGE,
        number=bridge.number,
        automatic_check=False,
        state=DeliveryState.SENT,
        due_at=now,
        claimed_at=now,
        sent_at=now,
        created_at=now,
    )
    session.add(leg)
    session.flush()
    bridge.tenant_call_id, bridge.accepted_at = leg.id, now
    _move(session, bridge, BridgeAction.ACCEPT, "accepted", now)
    return leg.id


def left_alone(session: Session, house: House, call: Call, *, now: datetime) -> Script:
    """Nobody pressed the key, as a voicemail does: the tenant is not rung."""
    bridge = bridges.of_call(session, call.id)
    if bridge is not None and bridge.state is BridgeState.RINGING_COLLEAGUE:
        _finish(session, house, bridge, BridgeEnd.NOT_ACCEPTED, None, now)
    return Script((say(voice_for(house, call), "not connected"),))


def not_put_through(session: Session, house: House, leg: Call, *, end: CallEnd) -> Script | None:
    """Say to the colleague who waits why nobody is there; None when the end of the second call needs no word."""
    bridge, part = bridges.of_call(session, leg.id, lock=False), LAST_WORDS.get(end)
    if bridge is None or part is None:
        return None
    return Script((_say(session, house, session.get_one(Call, bridge.id), bridge, part),))


def _say(session: Session, house: House, call: Call, bridge: Bridge, *parts: str) -> Say:
    voice = voice_for(house, call)
    return say(voice, *parts, name=voiced_name(session.get_one(Tenant, bridge.tenant_id), voice.language))


# What becomes of it.


def folded(session: Session, house: House, call: Call, *, now: datetime) -> None:
    """Follow what was reported about one of the two calls."""
    bridge = bridges.of_call(session, call.id)
    if bridge is None or bridge.end in DECIDED:
        return
    colleague, tenant = _legs(session, bridge)
    if bridge.state is not BridgeState.OVER:
        _follow(session, house, bridge, colleague, tenant, now)
    elif tenant is not None or colleague.answered_at is None:
        _know_better(session, bridge, rules.end_of(colleague, tenant), tenant, now)


def _follow(session: Session, house: House, bridge: Bridge, colleague: Leg, tenant: Leg | None, now: datetime) -> None:
    for action in rules.happened(colleague, tenant):
        if action is BridgeAction.END:
            _finish(session, house, bridge, rules.end_of(colleague, tenant), tenant, now)
        elif action is BridgeAction.RING and tenant is not None:
            _rang(session, bridge, tenant)
            _move(session, bridge, action, "rang", now)
        elif action is BridgeAction.ANSWER and tenant is not None:
            bridge.answered_at = tenant.answered_at
            _move(session, bridge, action, "answered", now)


def _move(session: Session, bridge: Bridge, action: BridgeAction, told: str, now: datetime) -> None:
    before = bridge.state
    bridge.state = rules.advance(before, action)
    session.add(bridge)
    if bridge.state is not before:
        _tell(session, bridge, told, now)


def _rang(session: Session, bridge: Bridge, tenant: Leg) -> None:
    """The tenant's telephone rang: that is what was promised."""
    if bridge.rang_at is not None or tenant.rang_at is None:
        return
    bridge.rang_at = tenant.rang_at
    case = session.get_one(Case, bridge.case_id, with_for_update=True)
    case.first_rang_at = case.first_rang_at or tenant.rang_at
    session.add_all([bridge, case])


def _finish(session: Session, house: House, bridge: Bridge, end: BridgeEnd, tenant: Leg | None, now: datetime) -> None:
    """End it once, and let the claim run on for as long as a page may stay open."""
    bridge.over_at, bridge.end, bridge.minutes = now, end, rules.minutes_of(tenant)
    _move(session, bridge, BridgeAction.END, "over", now)
    case = session.get_one(Case, bridge.case_id, with_for_update=True)
    if case.state is CaseState.CLAIMED and case.claimed_by == bridge.staff_id:
        case.claim_ends_at = now + timedelta(minutes=house.settings.claim_minutes)
        session.add(case)


def _know_better(session: Session, bridge: Bridge, end: BridgeEnd, tenant: Leg | None, now: datetime) -> None:
    """Let a late report say more about a call that is over; it is not opened again."""
    if tenant is not None:
        _rang(session, bridge, tenant)
        bridge.answered_at = bridge.answered_at or tenant.answered_at
    minutes = rules.minutes_of(tenant)
    if (end, minutes) != (bridge.end, bridge.minutes):
        bridge.end, bridge.minutes = end, minutes
        _tell(session, bridge, "over", now)
    session.add(bridge)


def _leg(call: Call) -> Leg:
    return Leg(
        rang_at=call.rang_at,
        answered_at=call.answered_at,
        ended_at=call.ended_at,
        machine=call.end is CallEnd.VOICEMAIL,
        unanswered=UNANSWERED.get(call.end, BridgeEnd.NO_ANSWER if call.rang_at else BridgeEnd.FAILED),
    )


def _legs(session: Session, bridge: Bridge) -> tuple[Leg, Leg | None]:
    """Give what is known of both calls; what the other one's report said meanwhile is read anew."""
    colleague = session.get_one(Call, bridge.id, populate_existing=True)
    if bridge.tenant_call_id is None:
        return _leg(colleague), None
    return _leg(colleague), _leg(session.get_one(Call, bridge.tenant_call_id, populate_existing=True))


def _tell(session: Session, bridge: Bridge, what: str, now: datetime) -> None:
    tell(
        session,
        Happening.BRIDGED,
        tenant_id=bridge.tenant_id,
        now=now,
        staff_id=bridge.staff_id,
        case_id=bridge.case_id,
        what=what,
        end=bridge.end.value if bridge.end else None,
        minutes=bridge.minutes,
    )


# What nobody reports on.


def let_lapse(session: Session, house: House, *, now: datetime) -> int:
    """End bridged calls that wait too long for a key, for the tenant's telephone or for a last report."""
    lapsed = list(
        session.execute(_lapsed(house, now).limit(100).with_for_update(skip_locked=True, of=Bridge)).scalars()
    )
    for bridge in lapsed:
        if bridge.tenant_call_id is None:
            _give_up_colleague(session, house, bridge, now)
        else:
            _give_up_tenant(session, house, session.get_one(Call, bridge.tenant_call_id), now)
    return len(lapsed)


def anything_lapsed(session: Session, house: House, *, now: datetime) -> bool:
    """Tell whether a bridged call waits too long."""
    return session.execute(_lapsed(house, now).limit(1)).first() is not None


def _lapsed(house: House, now: datetime) -> Any:
    ring = timedelta(seconds=house.settings.ring_seconds)
    return bridges.unfinished(
        queued_before=now - LEAVES_WITHIN,
        asked_before=now - ACCEPTED_WITHIN,
        accepted_before=now - ring - REPORTED_WITHIN,
        left_before=now - REPORTED_WITHIN,
    )


def _give_up_colleague(session: Session, house: House, bridge: Bridge, now: datetime) -> None:
    """Nobody pressed the key in time, or the call never left; what waits to be tried again must not ring later."""
    never_left = messaging.cancel_queued(session, Call, references=[bridge.id], now=now)
    colleague, _none = _legs(session, bridge)
    _finish(session, house, bridge, BridgeEnd.FAILED if never_left else rules.end_of(colleague, None), None, now)


def _give_up_tenant(session: Session, house: House, leg: Call, now: datetime) -> None:
    # It says no more than that the call is over: a report that still comes knows better.
    leg.ended_at, leg.end = now, leg.end or CallEnd.COMPLETED
    messaging.move(session, leg, DeliveryAction.DELIVER if leg.answered_at else DeliveryAction.FAIL, now)
    folded(session, house, leg, now=now)
