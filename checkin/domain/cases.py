"""The states of a case: a tenant who waits for a person, until closed."""

from __future__ import annotations

from enum import StrEnum

from checkin.domain import machine


class CaseState(StrEnum):
    """Where a case stands."""

    WAITING = "waiting"
    CLAIMED = "claimed"
    CONTACTED = "contacted"
    CLOSED = "closed"


class CaseAction(StrEnum):
    """What can happen to a case."""

    CLAIM = "claim"
    GIVE_BACK = "give_back"
    EXPIRE = "expire"
    NOT_REACHED = "not_reached"
    CALL_BACK = "call_back"
    SPEAK = "speak"
    CLOSE = "close"
    REOPEN = "reopen"


class CaseKind(StrEnum):
    """Why somebody should ring, most urgent first."""

    URGENT = "urgent"
    HELP = "help"
    CHAT = "chat"
    YES = "yes"
    LATER = "later"
    SILENT = "silent"
    PERSONAL = "personal"
    ROUND = "round"
    """A campaign without a robot: nobody asked for it and nothing was promised."""


class ContactOutcome(StrEnum):
    """How a person's call went."""

    SPOKEN = "spoken"
    SPOKEN_MORE = "spoken_more"
    NOT_REACHED = "not_reached"
    CALL_BACK = "call_back"
    WRONG_NUMBER = "wrong_number"
    MOVED = "moved"
    DECEASED = "deceased"
    NO_MORE = "no_more"


S, A = CaseState, CaseAction
MOVES = {
    (S.WAITING, A.CLAIM): S.CLAIMED,
    (S.WAITING, A.CLOSE): S.CLOSED,
    (S.CLAIMED, A.GIVE_BACK): S.WAITING,
    (S.CLAIMED, A.EXPIRE): S.WAITING,
    (S.CLAIMED, A.NOT_REACHED): S.WAITING,
    (S.CLAIMED, A.CALL_BACK): S.WAITING,
    (S.CLAIMED, A.SPEAK): S.CONTACTED,
    (S.CLAIMED, A.CLOSE): S.CLOSED,
    (S.CONTACTED, A.CLAIM): S.CLAIMED,
    (S.CONTACTED, A.GIVE_BACK): S.WAITING,
    (S.CONTACTED, A.CALL_BACK): S.WAITING,
    (S.CONTACTED, A.CLOSE): S.CLOSED,
    (S.CLOSED, A.REOPEN): S.WAITING,
}
REPEATS = {
    (S.WAITING, A.EXPIRE): "given back a moment before it would have expired",
    (S.WAITING, A.REOPEN): "it was waiting already",
    (S.CLAIMED, A.REOPEN): "somebody has it already",
    (S.CONTACTED, A.EXPIRE): "the talk was recorded before the claim ran out",
    (S.CONTACTED, A.REOPEN): "somebody is still working on it",
    (S.CLOSED, A.EXPIRE): "closed before the claim ran out",
    (S.CLOSED, A.CLOSE): "closed twice by a double click",
}

OUTCOME_ACTION = {
    ContactOutcome.SPOKEN: A.CLOSE,
    ContactOutcome.SPOKEN_MORE: A.SPEAK,
    ContactOutcome.NOT_REACHED: A.NOT_REACHED,
    ContactOutcome.CALL_BACK: A.CALL_BACK,
    ContactOutcome.WRONG_NUMBER: A.CLOSE,
    ContactOutcome.MOVED: A.CLOSE,
    ContactOutcome.DECEASED: A.CLOSE,
    ContactOutcome.NO_MORE: A.CLOSE,
}
SPOKEN = frozenset({ContactOutcome.SPOKEN, ContactOutcome.SPOKEN_MORE, ContactOutcome.NO_MORE})
"""Outcomes in which the tenant and a person really spoke."""

URGENCY = {kind: rank for rank, kind in enumerate(CaseKind)}
"""Lower is rung sooner."""


def advance(state: CaseState, action: CaseAction) -> CaseState:
    """Give the state of a case after `action`. Raises IllegalMove."""
    return machine.advance(MOVES, REPEATS, state, action)
