"""What comes in about a call: noted on its row, and then handed to whoever knows what the call is for."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Protocol

from sqlmodel import Session

from checkin.domain.deliveries import DeliveryAction, DeliveryState
from checkin.flow import alarms, bridging, menu, offers
from checkin.flow.colleagues import ToColleague
from checkin.flow.house import House
from checkin.messaging import callscript
from checkin.messaging import service as messaging
from checkin.messaging.callscript import Script
from checkin.messaging.models import Call, CallEnd, CallPurpose, Direction


class Purpose(Protocol):
    """What a call of one purpose says, and what is done with what becomes of it."""

    def answered(self, session: Session, house: House, call: Call, *, now: datetime) -> Script: ...
    def picked_up(self, session: Session, call: Call, *, now: datetime) -> None: ...
    def keys(
        self, session: Session, house: House, call: Call, *, number: str, step: int, digits: str, now: datetime
    ) -> Script: ...
    def settled(self, session: Session, call: Call, state: DeliveryState, *, now: datetime) -> None: ...
    def moved(self, session: Session, house: House, call: Call, *, now: datetime) -> None: ...
    def ended(self, session: Session, house: House, call: Call, *, again: bool, now: datetime) -> None: ...


PURPOSES: dict[CallPurpose, Purpose] = {
    CallPurpose.MENU: menu,
    CallPurpose.BRIDGE: ToColleague(bridging),
    CallPurpose.ALARM: ToColleague(alarms),
    CallPurpose.OFFER: ToColleague(offers),
}
"""What is done with a call, by what it is for."""


def purpose_of(call: Call) -> Purpose:
    """Give what is done with this call. One to a colleague never comes near a tenant's rules."""
    return PURPOSES[call.purpose]


def call_answered(
    session: Session,
    house: House,
    *,
    reference: str | None,
    provider_id: str,
    number: str,
    inbound: bool,
    now: datetime,
) -> Script:
    """Give the first words of a call, ours or the tenant's. Asked twice, it gives the same words."""
    if inbound:
        return menu.they_called(session, house, provider_id=provider_id, number=number, now=now)
    call = messaging.find(session, Call, reference=reference, provider_id=provider_id)
    if call is None:
        return callscript.goodbye_trouble(menu.voice_of(house, "nl"))
    _note_answered(session, call, provider_id=provider_id, now=now)
    return purpose_of(call).answered(session, house, call, now=now)


def _note_answered(session: Session, call: Call, *, provider_id: str | None, now: datetime) -> None:
    """Note that somebody picked up; the first report of it counts, whether webhook or event."""
    call.provider_id = call.provider_id or provider_id
    call.rang_at = call.rang_at or now
    messaging.move(session, call, DeliveryAction.DELIVER, now)
    if call.answered_at is None:
        call.answered_at = now
        purpose_of(call).picked_up(session, call, now=now)
    session.add(call)


def call_keys(
    session: Session,
    house: House,
    *,
    reference: str | None,
    provider_id: str,
    number: str,
    step: int,
    digits: str,
    now: datetime,
) -> Script:
    """Act on the key, or the silence, that came back from one step of a call, and give what is said next."""
    call = messaging.find(session, Call, reference=reference, provider_id=provider_id)
    if call is None:
        return callscript.goodbye_trouble(menu.voice_of(house, "nl"))
    return purpose_of(call).keys(session, house, call, number=number, step=step, digits=digits, now=now)


def call_not_put_through(session: Session, house: House, *, reference: str | None, end: CallEnd) -> Script | None:
    """Give what is said to whoever waits for a second telephone where nobody is; None when that needs no word."""
    leg = session.get(Call, reference) if reference else None
    if leg is None or leg.purpose is not CallPurpose.BRIDGE:
        return None
    return bridging.not_put_through(session, house, leg, end=end)


def call_settled(session: Session, house: House, *, reference: str, state: DeliveryState, now: datetime) -> None:
    """Follow what became of the request for a call; its ringing and its end are told by later reports."""
    call = session.get_one(Call, reference, populate_existing=True)
    purpose_of(call).settled(session, call, state, now=now)
    if state is DeliveryState.FAILED:
        end = CallEnd.NUMBER_DEAD if call.permanent else CallEnd.FAILED
        call.ended_at = None
        call_ended(session, house, reference=reference, provider_id=None, end=end, at=now, now=now)


def call_moved(
    session: Session,
    house: House,
    *,
    reference: str | None,
    provider_id: str | None,
    rang: bool,
    answered: bool,
    machine: bool,
    at: datetime,
    now: datetime,
) -> None:
    """Fold one report about a call that goes on: ringing, answered, or picked up by a machine.

    A report that was overtaken by that of the end still says how it ended, as long as nothing has followed.
    """
    call = messaging.find(session, Call, reference=reference, provider_id=provider_id)
    if call is None:
        return
    call.provider_id = call.provider_id or provider_id
    if machine and call.end in {None, CallEnd.COMPLETED}:
        call.end = CallEnd.VOICEMAIL
    if rang or answered:
        call.rang_at = call.rang_at or at
    session.add(call)
    if answered:
        _note_answered(session, call, provider_id=provider_id, now=at)
    else:
        messaging.move(session, call, DeliveryAction.ACCEPT, now)
    if call.ended_at is not None:
        purpose_of(call).ended(session, house, call, again=True, now=now)
    else:
        purpose_of(call).moved(session, house, call, now=now)


def call_ended(
    session: Session,
    house: House,
    *,
    reference: str | None,
    provider_id: str | None,
    end: CallEnd,
    at: datetime,
    now: datetime,
    rang: bool = False,
    answered: bool = False,
    seconds: int = 0,
) -> None:
    """Fold the end of a call. The first end that is reported counts.

    `answered`: the end itself says that somebody had picked up, and for how many seconds; the report of that may
    have been lost.
    """
    call = messaging.find(session, Call, reference=reference, provider_id=provider_id)
    if call is None:
        return
    if rang or answered:
        call.rang_at = call.rang_at or call.answered_at or at - timedelta(seconds=seconds)
    if call.ended_at is not None:
        _known_better(session, house, call, end, now)
        return
    call.provider_id = call.provider_id or provider_id
    if answered and call.answered_at is None:
        call.answered_at = at - timedelta(seconds=seconds)
    call.ended_at = at
    call.end = call.end or end
    delivered = answered or call.answered_at is not None
    if call.direction is Direction.OUTBOUND:
        messaging.move(session, call, DeliveryAction.DELIVER if delivered else DeliveryAction.FAIL, now)
    session.add(call)
    purpose_of(call).ended(session, house, call, again=False, now=now)


def _known_better(session: Session, house: House, call: Call, end: CallEnd, now: datetime) -> None:
    """Let a late report say why nobody was spoken to, where the first one only said that the call was over."""
    if call.end is CallEnd.COMPLETED and call.answered_at is None and end is not CallEnd.COMPLETED:
        call.end = end
        session.add(call)
        purpose_of(call).ended(session, house, call, again=True, now=now)
