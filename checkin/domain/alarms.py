"""Danger: who is rung, in which order, until somebody answers for it with a key or takes the case.

1. whoever is set to be rung at this hour, in the order of the list
2. nobody set: the colleagues who are on duty now
3. then the coordinators
4. then from the beginning again, a few times; after that it stays on top in red until somebody takes it
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from checkin.domain import machine
from checkin.domain.office_hours import Hours

ROUNDS = 3
"""So often the whole line is rung; nobody's telephone rings all night for one text."""
AFTER_A_CALL = timedelta(seconds=15)
"""A call that ended without a key: the next in line is rung so soon."""
AGAIN_AFTER = timedelta(minutes=30)
"""New words of danger ring again when somebody answered longer ago than this and nobody has spoken yet."""


class AlarmState(StrEnum):
    """Where an alarm stands."""

    RINGING = "ringing"
    UNANSWERED = "unanswered"
    """The whole line was rung, as often as it is: it stays on every coordinator's screen."""
    ANSWERED = "answered"
    CLOSED = "closed"


class AlarmAction(StrEnum):
    """What can happen to an alarm."""

    RING = "ring"
    RUN_OUT = "run_out"
    ANSWER = "answer"
    RAISE = "raise"
    CLOSE = "close"


S, A = AlarmState, AlarmAction
MOVES = {
    (S.RINGING, A.RING): S.RINGING,
    (S.RINGING, A.RUN_OUT): S.UNANSWERED,
    (S.RINGING, A.ANSWER): S.ANSWERED,
    (S.RINGING, A.CLOSE): S.CLOSED,
    (S.UNANSWERED, A.ANSWER): S.ANSWERED,
    (S.UNANSWERED, A.RAISE): S.RINGING,
    (S.UNANSWERED, A.CLOSE): S.CLOSED,
    (S.ANSWERED, A.RAISE): S.RINGING,
    (S.ANSWERED, A.CLOSE): S.CLOSED,
}
REPEATS = {
    (S.RINGING, A.RAISE): "somebody is being rung about it already",
    (S.ANSWERED, A.ANSWER): "two people pressed a key; the first one has it",
    (S.ANSWERED, A.RUN_OUT): "it was answered in the same moment",
    (S.CLOSED, A.ANSWER): "the tenant was spoken to before the key was pressed",
    (S.CLOSED, A.CLOSE): "closed twice",
}


def advance(state: AlarmState, action: AlarmAction) -> AlarmState:
    """Give the state of an alarm after `action`. Raises IllegalMove."""
    return machine.advance(MOVES, REPEATS, state, action)


@dataclass(frozen=True)
class OnCall:
    """Somebody who is set to be rung: within these hours on the local clock, or at any hour."""

    staff_id: int
    hours: Hours | None = None

    def is_on(self, local: datetime) -> bool:
        """Tell whether this person is rung at this moment."""
        if self.hours is None:
            return True
        minute = local.hour * 60 + local.minute
        return any(start <= minute < end for start, end in self.hours.spans[local.weekday()])


def line(
    on_call: Sequence[OnCall], on_duty: Iterable[int], coordinators: Iterable[int], *, local: datetime
) -> list[int]:
    """Give who is rung, in order, each once: those of the list, or else those on duty; then the coordinators."""
    set_for_now = [one.staff_id for one in on_call if one.is_on(local)]
    return list(dict.fromkeys([*(set_for_now or on_duty), *coordinators]))


def next_in_line(people: Sequence[int], rung: Sequence[int]) -> int | None:
    """Give whom to ring next: who was rung least often and stands first; None when everybody was rung often enough."""
    if not people:
        return None
    times = {one: rung.count(one) for one in people}
    fewest = min(times.values())
    return None if fewest >= ROUNDS else next(one for one in people if times[one] == fewest)
