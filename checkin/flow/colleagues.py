"""Calls to a colleague: for every purpose only a key counts, and nothing touches a tenant's rules.

No reply is kept, no attempt ends, no silence is judged and no STOP is looked at. What a call is for is one small module
for each purpose, in the table of `checkin/flow/calls.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sqlmodel import Session

from checkin.domain.deliveries import DeliveryState
from checkin.flow.house import House
from checkin.messaging import colleague_script
from checkin.messaging.callscript import Say, Script, Voice
from checkin.messaging.models import Call


class Question(Protocol):
    """What one purpose asks a colleague, and what follows. Everything may be asked or told twice."""

    def question(self, session: Session, house: House, call: Call, *, now: datetime) -> Say | None:
        """Give the question in the colleague's language; None when it is too late to ask."""

    def pressed(self, session: Session, house: House, call: Call, *, key: str, now: datetime) -> Script | None:
        """Act on a key and give what follows; None when it means nothing here."""

    def left_alone(self, session: Session, house: House, call: Call, *, now: datetime) -> Script:
        """Nobody pressed anything, as a voicemail does: give the last words."""

    def folded(self, session: Session, house: House, call: Call, *, now: datetime) -> None:
        """Follow what was reported about a call: all that is known stands on its row, in whatever order it came."""


def voice_for(house: House, call: Call) -> Voice:
    """Give the voice in the language of the colleague."""
    settings = house.settings
    return Voice(settings.organisation, settings.organisation_phone, call.language, settings.key_seconds)


@dataclass(frozen=True)
class ToColleague:
    """A call to a colleague, whatever it is about."""

    about: Question

    def answered(self, session: Session, house: House, call: Call, *, now: datetime) -> Script:
        """Ask for the first time."""
        voice, question = voice_for(house, call), self.about.question(session, house, call, now=now)
        if question is None:
            return colleague_script.too_late(voice)
        self.about.folded(session, house, call, now=now)
        return colleague_script.first_question(voice, question)

    def picked_up(self, session: Session, call: Call, *, now: datetime) -> None:
        """Picking up says nothing yet."""

    def keys(
        self,
        session: Session,
        house: House,
        call: Call,
        *,
        number: str,  # noqa: ARG002  that of the colleague; the row has it
        step: int,
        digits: str,
        now: datetime,
    ) -> Script:
        """Act on a key; a wrong one or none is met with the question again, and never ends the call."""
        if digits and (script := self.about.pressed(session, house, call, key=digits, now=now)) is not None:
            return script
        voice, question = voice_for(house, call), self.about.question(session, house, call, now=now)
        if question is None:
            return colleague_script.too_late(voice)
        if digits:
            return colleague_script.wrong_key(voice, question)
        again = colleague_script.no_key(voice, step, question)
        return again or self.about.left_alone(session, house, call, now=now)

    def settled(self, session: Session, call: Call, state: DeliveryState, *, now: datetime) -> None:
        """What became of the request is told by what it is about."""

    def moved(self, session: Session, house: House, call: Call, *, now: datetime) -> None:
        """Follow a call that goes on."""
        self.about.folded(session, house, call, now=now)

    def ended(self, session: Session, house: House, call: Call, *, again: bool, now: datetime) -> None:  # noqa: ARG002
        """Follow a call that is over."""
        self.about.folded(session, house, call, now=now)
