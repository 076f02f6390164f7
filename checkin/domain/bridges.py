"""The states of a bridged call: the system rings a colleague, and then puts him or her through to the tenant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from checkin.domain import machine


class BridgeState(StrEnum):
    """Where a bridged call stands."""

    RINGING_COLLEAGUE = "ringing_colleague"
    ACCEPTED = "accepted"
    """The colleague pressed the key; the tenant's telephone is about to ring."""
    RINGING_TENANT = "ringing_tenant"
    TALKING = "talking"
    OVER = "over"


class BridgeAction(StrEnum):
    """What can happen to a bridged call."""

    ACCEPT = "accept"
    RING = "ring"
    ANSWER = "answer"
    END = "end"


class BridgeEnd(StrEnum):
    """Why a bridged call is over."""

    SPOKEN = "spoken"
    NO_ANSWER = "no_answer"
    BUSY = "busy"
    REJECTED = "rejected"
    NUMBER_DEAD = "number_dead"
    VOICEMAIL = "voicemail"
    """A machine picked up at the tenant's; whatever was said to it, nobody was spoken to."""
    COLLEAGUE_LEFT = "colleague_left"
    """The colleague hung up while it rang at the tenant's."""
    NOT_PICKED_UP = "not_picked_up"
    """The colleague's own telephone was not picked up."""
    NOT_ACCEPTED = "not_accepted"
    """The colleague's telephone, or its voicemail, was picked up, and nobody pressed the key."""
    ENGAGED = "engaged"
    """The tenant was on the telephone with us already."""
    WITHDRAWN = "withdrawn"
    """Before the key was pressed the case was no longer this colleague's, or the number no longer the tenant's."""
    FAILED = "failed"


S, A = BridgeState, BridgeAction
MOVES = {
    (S.RINGING_COLLEAGUE, A.ACCEPT): S.ACCEPTED,
    (S.RINGING_COLLEAGUE, A.END): S.OVER,
    (S.ACCEPTED, A.RING): S.RINGING_TENANT,
    (S.ACCEPTED, A.ANSWER): S.TALKING,
    (S.ACCEPTED, A.END): S.OVER,
    (S.RINGING_TENANT, A.ANSWER): S.TALKING,
    (S.RINGING_TENANT, A.END): S.OVER,
    (S.TALKING, A.END): S.OVER,
}
REPEATS = {
    **{(state, A.ACCEPT): "the key was brought twice" for state in (S.ACCEPTED, S.RINGING_TENANT, S.TALKING)},
    (S.RINGING_TENANT, A.RING): "it was reported twice",
    (S.TALKING, A.RING): "the report that it rang was overtaken by that of the answer",
    (S.TALKING, A.ANSWER): "it was reported twice",
    **{(S.OVER, action): "a late word about a call that is over" for action in (A.ACCEPT, A.RING, A.ANSWER, A.END)},
}
NOT_REACHED = frozenset(
    {
        BridgeEnd.NO_ANSWER,
        BridgeEnd.BUSY,
        BridgeEnd.REJECTED,
        BridgeEnd.NUMBER_DEAD,
        BridgeEnd.VOICEMAIL,
        BridgeEnd.COLLEAGUE_LEFT,
    }
)
"""Ends after which “not reached” is proposed to the colleague, who decides."""


def advance(state: BridgeState, action: BridgeAction) -> BridgeState:
    """Give the state of a bridged call after `action`. Raises IllegalMove."""
    return machine.advance(MOVES, REPEATS, state, action)


@dataclass(frozen=True)
class Leg:
    """What is known about one of the two calls, in whatever order it was reported."""

    rang_at: datetime | None = None
    answered_at: datetime | None = None
    ended_at: datetime | None = None
    machine: bool = False
    unanswered: BridgeEnd = BridgeEnd.NO_ANSWER
    """Why nobody was spoken to, when it ended without an answer."""


def happened(colleague: Leg, tenant: Leg | None) -> Iterator[BridgeAction]:
    """Say what has happened to a bridged call so far; without a leg to the tenant the key was not pressed.

    Reports come late, twice and in any order: what is known is always told from the start, and the table lets nothing
    happen twice.
    """
    if tenant is None:
        if colleague.ended_at is not None:
            yield A.END
        return
    yield A.ACCEPT
    if tenant.rang_at is not None:
        yield A.RING
    if tenant.answered_at is not None:
        yield A.ANSWER
    # The colleague who hears that nobody is there is still on the line; that call has done its work.
    if tenant.ended_at is not None:
        yield A.END


def end_of(colleague: Leg, tenant: Leg | None) -> BridgeEnd:
    """Say why a bridged call is over."""
    if tenant is None:
        if colleague.answered_at is not None:
            return BridgeEnd.NOT_ACCEPTED
        return BridgeEnd.FAILED if colleague.unanswered is BridgeEnd.FAILED else BridgeEnd.NOT_PICKED_UP
    if tenant.machine:
        return BridgeEnd.VOICEMAIL
    return BridgeEnd.SPOKEN if tenant.answered_at is not None else tenant.unanswered


MINUTE = timedelta(minutes=1)


def minutes_of(tenant: Leg | None) -> int:
    """Count the minutes of a talk, to the nearest; a short one is one minute, and no talk none."""
    if tenant is None or tenant.answered_at is None or tenant.ended_at is None or tenant.machine:
        return 0
    return max(1, round((tenant.ended_at - tenant.answered_at) / MINUTE))
