"""One way to read a table of states: a legal move moves, a declared repeat stays, anything else is loud."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from checkin.domain.errors import IllegalMove

State = TypeVar("State", bound=StrEnum)
Action = TypeVar("Action", bound=StrEnum)


def advance(
    moves: Mapping[tuple[State, Action], State],
    repeats: Mapping[tuple[State, Action], str],
    state: State,
    action: Action,
) -> State:
    """Give the state after `action`; a known repeat gives the same state.

    `repeats` maps a (state, action) that changes nothing to the reason why.
    Raises IllegalMove for every other pair.
    """
    if (state, action) in moves:
        return moves[state, action]
    if (state, action) in repeats:
        return state
    message = f"{type(state).__name__} {state} has no move {action}"
    raise IllegalMove(message)
