"""A tenant on the line who wants a colleague now: several are rung at once, the first key wins, nobody waits long."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from checkin.domain import machine

AT_ONCE = 3
"""So many colleagues are rung together: the first key wins, the others hear that it is done."""
WAVE = timedelta(seconds=25)
"""Who does not press a key in this time is passed over, and others are rung."""
LONGEST_WAIT = timedelta(seconds=70)
"""Older people hang up, or worry, when a line stays quiet: after this they hear a promise instead."""


class OfferState(StrEnum):
    """Where it stands."""

    LOOKING = "looking"
    ACCEPTED = "accepted"
    """A colleague pressed the key; the tenant hears it within seconds."""
    TALKING = "talking"
    OVER = "over"
    MISSED = "missed"
    """Nobody was free, or the tenant hung up before: a promise or a case takes over."""


class OfferAction(StrEnum):
    """What can happen."""

    ACCEPT = "accept"
    JOIN = "join"
    GIVE_UP = "give_up"
    HANG_UP = "hang_up"


S, A = OfferState, OfferAction
MOVES = {
    (S.LOOKING, A.ACCEPT): S.ACCEPTED,
    (S.LOOKING, A.GIVE_UP): S.MISSED,
    (S.LOOKING, A.HANG_UP): S.MISSED,
    (S.ACCEPTED, A.JOIN): S.TALKING,
    (S.ACCEPTED, A.HANG_UP): S.MISSED,
    (S.TALKING, A.HANG_UP): S.OVER,
}
REPEATS = {
    (S.ACCEPTED, A.ACCEPT): "two colleagues pressed the key; the first one has it",
    (S.ACCEPTED, A.GIVE_UP): "a colleague pressed the key in the same moment",
    (S.TALKING, A.ACCEPT): "another colleague was a moment later",
    (S.TALKING, A.JOIN): "the same question was asked twice",
    (S.TALKING, A.GIVE_UP): "they are speaking already",
    (S.OVER, A.HANG_UP): "the other side hung up as well",
    (S.OVER, A.JOIN): "the talk was over before a repeated question",
    (S.OVER, A.ACCEPT): "the talk is over",
    (S.MISSED, A.ACCEPT): "the tenant is not on the line any more",
    (S.MISSED, A.GIVE_UP): "given up twice",
    (S.MISSED, A.HANG_UP): "the tenant hung up after hearing the promise",
    (S.MISSED, A.JOIN): "given up before a repeated question",
}


def advance(state: OfferState, action: OfferAction) -> OfferState:
    """Give the state after `action`. Raises IllegalMove."""
    return machine.advance(MOVES, REPEATS, state, action)


def next_wave(free: Sequence[int], rung: Sequence[int], *, last_rung_at: datetime | None, now: datetime) -> list[int]:
    """Give whom to ring now: the next few who were not rung yet, once those before had their time."""
    if last_rung_at is not None and now - last_rung_at < WAVE:
        return []
    return [one for one in free if one not in rung][:AT_ONCE]


def waited_enough(began: datetime, now: datetime, *, free: Sequence[int], rung: Sequence[int], ringing: bool) -> bool:
    """Tell whether to promise a call instead: it took too long, or there is nobody left to ask."""
    return now - began >= LONGEST_WAIT or (not ringing and not [one for one in free if one not in rung])
