"""The ladder of attempts: after each try, whether to try again, let a person ring, or end with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from checkin.domain.checkins import EndReason


class AskedBy(StrEnum):
    """The channel of one attempt or reply."""

    TEXT = "text"
    VOICE = "voice"


class AttemptEnd(StrEnum):
    """What came of one attempt."""

    ANSWERED = "answered"
    DELIVERED = "delivered"
    """A text that arrived, as far as anyone can know, and was not answered yet."""
    NOT_DELIVERED = "not_delivered"
    NUMBER_DEAD = "number_dead"
    NO_ANSWER = "no_answer"
    BUSY = "busy"
    REJECTED = "rejected"
    VOICEMAIL = "voicemail"
    HUNG_UP = "hung_up"
    SILENT = "silent"
    FAILED = "failed"
    """It never rang and never left: our trouble, not the tenant's."""
    UNKNOWN = "unknown"
    CANCELLED = "cancelled"


RANG = frozenset({AttemptEnd.NO_ANSWER, AttemptEnd.BUSY, AttemptEnd.REJECTED, AttemptEnd.VOICEMAIL, AttemptEnd.HUNG_UP})
"""Ends of a call that count as a try: only a telephone that rang counts."""
USELESS = frozenset({AttemptEnd.NUMBER_DEAD, AttemptEnd.NOT_DELIVERED})
"""Ends after which the same number on the same channel is not tried again."""
NEVER_LEFT = frozenset({AttemptEnd.FAILED, AttemptEnd.CANCELLED})
"""Ends that say nothing about the tenant; a way that fails again and again is left alone."""
NOTHING_ARRIVED = USELESS | NEVER_LEFT | {AttemptEnd.UNKNOWN}
"""Ends that are no try: no text arrived and no telephone rang, as far as anybody knows."""
FAILURES_ALLOWED = 3
HANG_UPS_ALLOWED = 2
SILENT_CALL_SECONDS = 5
"""Who hangs up sooner did not hear the question; who stays longer and presses nothing is called by a person."""


@dataclass(frozen=True)
class Way:
    """One number on one channel."""

    channel: AskedBy
    number: str


@dataclass(frozen=True)
class Tried:
    """One attempt that ended."""

    way: Way
    end: AttemptEnd
    at: datetime | None = None
    """When it left; the next one is made in another part of the day."""


@dataclass(frozen=True)
class Patience:
    """How often a tenant is tried: texts with the reminder included, and calls that rang."""

    texts: int
    calls: int


@dataclass(frozen=True)
class Try:
    """Ask (again) this way."""

    way: Way


@dataclass(frozen=True)
class PersonRings:
    """No more machines: a colleague rings."""

    reason: EndReason


@dataclass(frozen=True)
class GiveUp:
    """The end, with the reason that the coordinator reads."""

    reason: EndReason


Step = Try | PersonRings | GiveUp

GIVE_UP_REASON = {
    AttemptEnd.NUMBER_DEAD: EndReason.NUMBER_DEAD,
    AttemptEnd.NOT_DELIVERED: EndReason.TEXT_NOT_DELIVERED,
    AttemptEnd.DELIVERED: EndReason.NO_ANSWER_TO_TEXT,
    AttemptEnd.NO_ANSWER: EndReason.NEVER_PICKED_UP,
    AttemptEnd.BUSY: EndReason.NEVER_PICKED_UP,
    AttemptEnd.REJECTED: EndReason.HUNG_UP,
    AttemptEnd.HUNG_UP: EndReason.HUNG_UP,
    AttemptEnd.VOICEMAIL: EndReason.VOICEMAIL,
    AttemptEnd.FAILED: EndReason.OUTCOME_UNKNOWN,
    AttemptEnd.UNKNOWN: EndReason.OUTCOME_UNKNOWN,
    AttemptEnd.CANCELLED: EndReason.CAMPAIGN_STOPPED,
}


def next_step(history: Sequence[Tried], ways: Sequence[Way], patience: Patience) -> Step:
    """Decide what follows when the last attempt has ended and nothing was answered.

    `ways` are the tenant's numbers in order of preference, dead and wrong ones left out.
    Silence is not “fine”: whoever picked up and pressed nothing is rung by a person, and so is
    a tenant of whom we cannot know whether the question arrived.
    """
    if not history:
        return Try(ways[0]) if ways else GiveUp(EndReason.NO_NUMBER)
    if any(tried.end is AttemptEnd.SILENT for tried in history):
        return PersonRings(EndReason.PICKED_UP_SILENT)
    if history[-1].end is AttemptEnd.UNKNOWN:
        return PersonRings(EndReason.OUTCOME_UNKNOWN)
    for way in ways:
        if _may_try(way, history, patience):
            return Try(way)
    return GiveUp(_reason(history))


def _may_try(way: Way, history: Sequence[Tried], patience: Patience) -> bool:
    ends = [tried.end for tried in history if tried.way == way]
    if any(end in USELESS for end in ends) or sum(end in NEVER_LEFT for end in ends) >= FAILURES_ALLOWED:
        return False
    if way.channel is AskedBy.TEXT:
        return sum(tried.end is AttemptEnd.DELIVERED for tried in history) < patience.texts
    if ends.count(AttemptEnd.HUNG_UP) + ends.count(AttemptEnd.REJECTED) >= HANG_UPS_ALLOWED:
        return False
    # A text that arrived and was not answered ends in silence: the robot does not go on by telephone.
    if any(tried.end is AttemptEnd.DELIVERED for tried in history):
        return False
    return sum(tried.end in RANG for tried in history if tried.way.channel is AskedBy.VOICE) < patience.calls


def _reason(history: Sequence[Tried]) -> EndReason:
    """Name the end after the last try that tells something about the tenant rather than about a dead number."""
    known = [tried.end for tried in history if tried.end in GIVE_UP_REASON]
    telling = [end for end in known if end not in USELESS] or known
    return GIVE_UP_REASON[telling[-1]] if telling else EndReason.OUTCOME_UNKNOWN
