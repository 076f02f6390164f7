"""The states of a follow-up: a next personal call, agreed on the telephone, that comes back on the list by itself."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from checkin.domain import machine
from checkin.domain.office_hours import Calendar


class FollowUpState(StrEnum):
    """Where a follow-up stands; the last two are ends."""

    PLANNED = "planned"
    LISTED = "listed"
    """Its moment has come: the tenant is on the work list."""
    DONE = "done"
    CANCELLED = "cancelled"


class FollowUpAction(StrEnum):
    """What can happen to a follow-up. Another moment is no move: it is the same appointment."""

    TAKE_UP = "take_up"
    FINISH = "finish"
    CANCEL = "cancel"


S, A = FollowUpState, FollowUpAction
MOVES = {
    (S.PLANNED, A.TAKE_UP): S.LISTED,
    (S.PLANNED, A.CANCEL): S.CANCELLED,
    (S.LISTED, A.FINISH): S.DONE,
    (S.LISTED, A.CANCEL): S.CANCELLED,
}
REPEATS = {
    (S.PLANNED, A.FINISH): "another talk came first; the call that was agreed still stands",
    (S.LISTED, A.TAKE_UP): "two looked at the clock in the same moment",
    (S.DONE, A.TAKE_UP): "the call was made already",
    (S.DONE, A.FINISH): "finished twice by a double click",
    (S.DONE, A.CANCEL): "the call was made before it was called off",
    (S.CANCELLED, A.TAKE_UP): "called off a moment before it was due",
    (S.CANCELLED, A.FINISH): "called off already",
    (S.CANCELLED, A.CANCEL): "called off twice by a double click",
}
OPEN = frozenset({S.PLANNED, S.LISTED})

LATE_AFTER_MINUTES = 30
"""Office minutes after the agreed time within which the call still keeps the appointment."""
FURTHEST = timedelta(days=366)
"""Nobody knows who works here beyond this."""


def advance(state: FollowUpState, action: FollowUpAction) -> FollowUpState:
    """Give the state of a follow-up after `action`. Raises IllegalMove."""
    return machine.advance(MOVES, REPEATS, state, action)


def promised_before(agreed: datetime, office: Calendar) -> datetime:
    """Give the moment before which the agreed call must have rung: a little after what was agreed, in office time."""
    return office.after_working(agreed, LATE_AFTER_MINUTES)
