"""Attempts: one text or call each, how it can end, and what can follow."""

from __future__ import annotations

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
