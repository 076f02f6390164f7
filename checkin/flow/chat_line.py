"""A tenant rings us: who it is, what may be chosen, and a colleague now when somebody is there.

1. a question that is open is asked again, and the answer counts: that is the ordinary menu
2. several people behind the number: which of them, by the year of birth, before any name
3. everybody else hears the chat line: a colleague now, a call back for a chat or for help
Office hours change the words, never the listening.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from checkin.chat_line import offering
from checkin.domain.checkins import CheckInState
from checkin.domain.offers import OfferState
from checkin.domain.who_calls import DIGITS, can_be_asked, who_it_is
from checkin.flow import stops
from checkin.flow.house import House
from checkin.flow.offers import room_of
from checkin.flow.replies import Sender, latest_check_in, who_is
from checkin.messaging import callscript
from checkin.messaging.callscript import MenuMove, Script, Voice
from checkin.messaging.models import Call
from checkin.tenants.models import Happening, Tenant
from checkin.tenants.timeline import tell

WHO, LOOKING = 3000, 5000
"""Steps below these are those of the ordinary menu."""
WHO_TRIES = 2
NOW, CALL_BACK = "0", "1"
SECONDS_A_LOOK = 4
"""The tenant's call asks so often whether somebody is there: no key is an answer as well."""


def sender_of(session: Session, call: Call, now: datetime) -> Sender:
    """Say who is on the line: whom the year of birth told, who is being asked, or the only one behind the number."""
    if call.tenant_id is not None:
        tenant = session.get_one(Tenant, call.tenant_id)
        return Sender(call.number, tenant, latest_check_in(session, tenant, now))
    return caller(session, call.number, now)


def caller(session: Session, number: str, now: datetime) -> Sender:
    """Say who may be ringing from a number; of several people nobody is guessed, unless one of them is being asked."""
    sender = who_is(session, number, now)
    if is_asked(sender) or sender.tenant is None or len(stops.tenants_behind(session, number)) < 2:  # noqa: PLR2004
        return sender
    return Sender(number, None, None)


def is_asked(sender: Sender) -> bool:
    """Tell whether a question to this tenant is open: the menu asks it again, and the answer counts."""
    return sender.check_in is not None and sender.check_in.state is CheckInState.ASKED


def years(session: Session, number: str) -> dict[int, int | None]:
    """Give the years of birth of the people behind a number."""
    return {one.id or 0: one.birth_year for one in stops.tenants_behind(session, number)}


def first_words(session: Session, house: House, call: Call, voice: Voice, *, now: datetime, we_called: bool) -> Script:
    """Open a call from a tenant."""
    sender = sender_of(session, call, now)
    if is_asked(sender):
        return callscript.inbound_greeting(voice, we_called=we_called)
    if sender.tenant is None and can_be_asked(years(session, call.number)):
        return callscript.who_calls(voice, WHO, digits=DIGITS)
    return chat(session, house, call, voice, now=now, we_called=we_called)


def chat(
    session: Session,
    house: House,
    call: Call,
    voice: Voice,
    *,
    now: datetime,
    move: MenuMove = MenuMove.ASK,
    step: int = callscript.FIRST_STEP,
    we_called: bool = False,
) -> Script:
    """Say what may be chosen, for the first time or again."""
    known = sender_of(session, call, now).tenant is not None
    return callscript.chat_line(
        voice,
        move,
        step,
        known=known,
        open_now=house.office_hours.is_open(now),
        colleague_now=_somebody_is_there(session, house, call, now),
        we_called=we_called,
    )


def _somebody_is_there(session: Session, house: House, call: Call, now: datetime) -> bool:
    return bool(offering.free_colleagues(session, house, language=call.language, now=now))


def keys(
    session: Session, house: House, call: Call, voice: Voice, *, step: int, digits: str, now: datetime
) -> Script | str:
    """Act on what only the chat line knows, and give what is said; or give the keys that the menu goes on with."""
    pressed = digits.strip(" #")
    if step >= LOOKING:
        return _look(session, house, call, voice, step=step, pressed=pressed, now=now)
    if step >= WHO:
        return _who(session, house, call, voice, step=step, pressed=pressed, now=now)
    if pressed != NOW or is_asked(sender_of(session, call, now)):
        return digits
    if not _somebody_is_there(session, house, call, now):
        return CALL_BACK
    return _look(session, house, call, voice, step=LOOKING, pressed="", now=now)


def _who(session: Session, house: House, call: Call, voice: Voice, *, step: int, pressed: str, now: datetime) -> Script:
    found = who_it_is(years(session, call.number), pressed)
    if found is None and call.tenant_id is None and step + 1 < WHO + WHO_TRIES:
        return callscript.who_calls(voice, step + 1, digits=DIGITS, again=True)
    if found is not None and call.tenant_id is None:
        tenant = session.get_one(Tenant, found)
        call.tenant_id, call.language = found, tenant.language
        session.add(call)
        tell(session, Happening.CALLED_US, tenant_id=found, now=now, call_id=call.id)
    return chat(session, house, call, replace(voice, language=call.language), now=now)


def _look(
    session: Session, house: House, call: Call, voice: Voice, *, step: int, pressed: str, now: datetime
) -> Script | str:
    if pressed == CALL_BACK:
        offering.hang_up(session, call_id=call.id, now=now)
        return CALL_BACK
    offer = offering.look_on(session, house, call=call, now=now)
    if offer.state is OfferState.LOOKING:
        return callscript.looking(voice, step + 1, first=step == LOOKING, seconds=SECONDS_A_LOOK)
    if offer.state is OfferState.MISSED:
        return CALL_BACK
    offering.join(session, offer, now=now)
    return callscript.found_colleague(voice, room_of(offer))
