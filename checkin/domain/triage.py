"""How the service behaves: what follows from each answer and from each silence.

Read the table `SURE` from top to bottom: it is the whole of what a key, a short clear text, or a person
who reads a text can bring about. `decide` adds the rules for texts that nobody has understood yet.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from checkin.domain.cases import CaseKind
from checkin.domain.replies import Meaning, Reading


class Tell(StrEnum):
    """What the tenant is told at once, by text or by the voice on the line."""

    CHAT = "chat"
    HELP = "help"
    CALL = "call"
    FINE = "fine"
    STOPPED = "stopped"
    STARTED = "started"
    DANGER = "danger"
    DESPAIR = "despair"
    UNCLEAR = "unclear"
    WHO_WE_ARE = "who_we_are"
    WRONG_NUMBER = "wrong_number"


@dataclass(frozen=True)
class Decision:
    """What must happen; `checkin/flow.py` carries it out."""

    answers: bool = False
    """The check-in has its answer."""
    opens: CaseKind | None = None
    """A person rings, for this reason."""
    urgent: bool = False
    call_at: datetime | None = None
    """Not before this moment: the tenant wished so."""
    stops: bool = False
    """No more texts and automatic calls, on any channel, in any campaign."""
    starts: bool = False
    closes_number: bool = False
    """The number is not this tenant's: never use it again, try the next."""
    to_read: bool = False
    """A person reads it; until then nothing automatic goes out to this tenant."""
    tell: Tell | None = None


SURE: Mapping[Meaning, Decision] = {
    Meaning.CHAT: Decision(answers=True, opens=CaseKind.CHAT, tell=Tell.CHAT),
    Meaning.HELP: Decision(answers=True, opens=CaseKind.HELP, tell=Tell.HELP),
    Meaning.YES: Decision(answers=True, opens=CaseKind.YES, tell=Tell.CALL),
    Meaning.LATER: Decision(answers=True, opens=CaseKind.LATER, tell=Tell.CALL),
    Meaning.URGENT: Decision(answers=True, opens=CaseKind.URGENT, urgent=True, tell=Tell.DANGER),
    Meaning.FINE: Decision(answers=True, tell=Tell.FINE),
    Meaning.STOP: Decision(answers=True, stops=True, tell=Tell.STOPPED),
    Meaning.START: Decision(starts=True, tell=Tell.STARTED),
    Meaning.WRONG_NUMBER: Decision(closes_number=True, tell=Tell.WRONG_NUMBER),
    # Only a person can say this: “read, nothing needed”.
    Meaning.UNCLEAR: Decision(answers=True),
}


AMBIGUOUS_WHILE_WAITING = frozenset({Meaning.FINE, Meaning.YES, Meaning.LATER})
"""“Nee” after “Komt dat niet uit?” is no “all is well”: while a tenant waits for a call, a person reads these."""


def decide(reading: Reading, *, told_unclear: bool, waiting: bool) -> Decision:
    """Decide what follows from a text or key.

    `told_unclear`: this tenant was already told once, in this check-in, that a colleague reads the text.
    `waiting`: a call by a person is promised to this tenant already.
    """
    if reading.deceased:
        # Not a text more to this number, sure or not; and no machine answers whoever tells it.
        return Decision(stops=True, to_read=True)
    sure = reading.sure and reading.meaning is not Meaning.UNCLEAR
    if sure and not (waiting and _ambiguous_while_waiting(reading)):
        return replace(_with_despair(SURE[reading.meaning], reading), call_at=reading.when)
    if reading.meaning is Meaning.URGENT:
        # Danger acts at once, sure or not; a person reads it as well. A machine is never answered.
        decision = _with_despair(replace(SURE[Meaning.URGENT], to_read=True), reading)
        return replace(decision, tell=None) if reading.automatic else decision
    return Decision(to_read=True, tell=_tell_reader(reading, told_unclear=told_unclear))


def decide_by_person(meaning: Meaning, reading: Reading | None = None) -> Decision:
    """Decide what follows when a person has read a text and says what it means; a moment in it is taken over."""
    if reading is not None and meaning is Meaning.LATER:
        return replace(SURE[meaning], call_at=reading.when)
    return SURE[meaning]


def _ambiguous_while_waiting(reading: Reading) -> bool:
    """Tell “later” from “morgen na tienen”: the second says when to ring, whatever was promised."""
    return reading.meaning in AMBIGUOUS_WHILE_WAITING and reading.when is None


def _with_despair(decision: Decision, reading: Reading) -> Decision:
    return replace(decision, tell=Tell.DESPAIR) if reading.despair and decision.urgent else decision


def _tell_reader(reading: Reading, *, told_unclear: bool) -> Tell | None:
    if reading.automatic or told_unclear:
        return None
    return Tell.WHO_WE_ARE if reading.asks_who else Tell.UNCLEAR
