"""Finding a colleague for somebody who is on the line now. Everything may be asked or told twice."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from sqlalchemy import select
from sqlmodel import Session, col

from checkin.chat_line.models import ChatOffer, OfferCall
from checkin.domain.offers import OfferAction, OfferState, advance, next_wave, waited_enough
from checkin.domain.office_hours import Calendar
from checkin.messaging import service as messaging
from checkin.messaging.models import Call, CallPurpose
from checkin.settings import Settings
from checkin.staff.at_work import on_duty
from checkin.staff.models import Staff


class House(Protocol):
    """What finding a colleague needs from the runtime."""

    @property
    def settings(self) -> Settings: ...
    @property
    def office_hours(self) -> Calendar: ...


def free_colleagues(session: Session, house: House, *, language: str, now: datetime) -> list[Staff]:
    """Give who is on duty with a free telephone and does not rest; who speaks the language goes first."""
    there = on_duty(session, office=house.office_hours, now=now)
    busy = _on_the_telephone(session)
    found = [
        one
        for one in there
        if one.phone and one.id not in busy and not (one.rests_until is not None and one.rests_until > now)
    ]
    return sorted(found, key=lambda one: language not in one.spoken_languages.split())


def _on_the_telephone(session: Session) -> set[int | None]:
    """Name the colleagues whose telephone we have in use: ringing, or in a talk."""
    live = select(col(Call.staff_id)).where(col(Call.staff_id).is_not(None), col(Call.ended_at).is_(None))
    return set(session.execute(live).scalars())


def begin(session: Session, *, call: Call, now: datetime) -> ChatOffer:
    """Begin to look for a colleague."""
    offer = session.get(ChatOffer, call.id, with_for_update=True)
    if offer is None:
        offer = ChatOffer(call_id=call.id, tenant_id=call.tenant_id, began_at=now)
        session.add(offer)
        session.flush()
    return offer


def look_on(session: Session, house: House, *, call: Call, now: datetime) -> ChatOffer:
    """Ring the next colleagues when it is time, or give up; the tenant's own call asks every few seconds."""
    offer = begin(session, call=call, now=now)
    if offer.state is not OfferState.LOOKING:
        return offer
    made = list(session.execute(select(OfferCall).where(col(OfferCall.offer_id) == call.id)).scalars())
    rung = [one.staff_id for one in made]
    free = {one.id or 0: one for one in free_colleagues(session, house, language=call.language, now=now)}
    last = max((one.at for one in made), default=None)
    ringing = any(not one.over for one in made)
    if waited_enough(offer.began_at, now, free=list(free), rung=rung, ringing=ringing):
        _end(session, offer, OfferAction.GIVE_UP, now)
        return offer
    for staff_id in next_wave(list(free), rung, last_rung_at=last if ringing else None, now=now):
        _ring(session, offer, free[staff_id], now)
    return offer


def _ring(session: Session, offer: ChatOffer, staff: Staff, now: datetime) -> None:
    reference = messaging.new_reference()
    messaging.queue_call(
        session,
        reference=reference,
        number=staff.phone or "",
        language=staff.language or "nl",
        tenant_id=None,
        staff_id=staff.id,
        purpose=CallPurpose.OFFER,
        automatic_check=False,
        due_at=now,
        now=now,
    )
    session.add(OfferCall(call_id=reference, offer_id=offer.call_id, staff_id=staff.id or 0, at=now))


def offer_of_call(session: Session, call_id: str) -> tuple[ChatOffer, OfferCall] | None:
    """Give what a call to a colleague is about, locked."""
    made = session.get(OfferCall, call_id)
    if made is None:
        return None
    return session.get_one(ChatOffer, made.offer_id, with_for_update=True), made


def accept(session: Session, *, call_id: str, now: datetime) -> ChatOffer | None:
    """Let the first colleague who presses the key have it; None for everybody after that."""
    found = offer_of_call(session, call_id)
    if found is None:
        return None
    offer, made = found
    if offer.state is OfferState.LOOKING:
        offer.state = advance(offer.state, OfferAction.ACCEPT)
        offer.accepted_at, offer.accepted_by = now, made.staff_id
        session.add(offer)
        _take_back_calls(session, offer, now, but=call_id)
    return offer if offer.accepted_by == made.staff_id and offer.state is not OfferState.MISSED else None


def join(session: Session, offer: ChatOffer, *, now: datetime) -> None:
    """Note that the tenant is put through to the colleague who accepted."""
    offer.state = advance(offer.state, OfferAction.JOIN)
    offer.talking_at = offer.talking_at or now
    session.add(offer)


def hang_up(session: Session, *, call_id: str, now: datetime) -> ChatOffer | None:
    """Follow the end of the tenant's own call; give what it was, None when nobody was looked for."""
    offer = session.get(ChatOffer, call_id, with_for_update=True)
    if offer is not None:
        _end(session, offer, OfferAction.HANG_UP, now)
    return offer


def colleague_left(session: Session, *, call_id: str, now: datetime) -> None:
    """Follow the end of a colleague's call: the talk is over, or somebody else is rung."""
    found = offer_of_call(session, call_id)
    if found is None or found[1].over:
        return
    offer, made = found
    made.over = True
    session.add(made)
    if offer.accepted_by == made.staff_id and offer.state in {OfferState.ACCEPTED, OfferState.TALKING}:
        _end(session, offer, OfferAction.HANG_UP, now)


def _end(session: Session, offer: ChatOffer, action: OfferAction, now: datetime) -> None:
    offer.state = advance(offer.state, action)
    offer.ended_at = offer.ended_at or now
    session.add(offer)
    _take_back_calls(session, offer, now)


def _take_back_calls(session: Session, offer: ChatOffer, now: datetime, but: str = "") -> None:
    query = select(col(OfferCall.call_id)).where(col(OfferCall.offer_id) == offer.call_id, ~col(OfferCall.over))
    others = [one for one in session.execute(query).scalars() if one != but]
    messaging.cancel_queued(session, Call, references=others, now=now)
