"""The states of what leaves: a text or a call, on its way to a telephone."""

from __future__ import annotations

from enum import StrEnum

from checkin.domain import machine


class DeliveryState(StrEnum):
    """Where a text or call stands. `unknown`: the provider may have accepted it; never blindly sent again."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    DELIVERED = "delivered"
    FAILED_FOR_NOW = "failed_for_now"
    FAILED = "failed"
    UNKNOWN = "unknown"
    CANCELLED = "cancelled"


class DeliveryAction(StrEnum):
    """What can happen to a text or call."""

    CLAIM = "claim"
    ACCEPT = "accept"
    REFUSE_FOR_NOW = "refuse_for_now"
    REFUSE = "refuse"
    LOSE_SIGHT = "lose_sight"
    DELIVER = "deliver"
    FAIL = "fail"
    CANCEL = "cancel"


S, A = DeliveryState, DeliveryAction
MOVES = {
    (S.QUEUED, A.CLAIM): S.SENDING,
    (S.QUEUED, A.CANCEL): S.CANCELLED,
    (S.SENDING, A.ACCEPT): S.SENT,
    (S.SENDING, A.REFUSE_FOR_NOW): S.FAILED_FOR_NOW,
    (S.SENDING, A.REFUSE): S.FAILED,
    (S.SENDING, A.LOSE_SIGHT): S.UNKNOWN,
    (S.FAILED_FOR_NOW, A.CLAIM): S.SENDING,
    (S.FAILED_FOR_NOW, A.CANCEL): S.CANCELLED,
    # A report with our own reference may overtake the answer to our request, or find us without one.
    (S.SENDING, A.DELIVER): S.DELIVERED,
    (S.SENDING, A.FAIL): S.FAILED,
    # After a restored backup, or a refusal that was none: the provider knows it, so it left.
    **{(state, A.ACCEPT): S.SENT for state in (S.QUEUED, S.FAILED_FOR_NOW, S.UNKNOWN)},
    **{(state, A.DELIVER): S.DELIVERED for state in (S.QUEUED, S.FAILED_FOR_NOW)},
    **{(state, A.FAIL): S.FAILED for state in (S.QUEUED, S.FAILED_FOR_NOW)},
    (S.UNKNOWN, A.DELIVER): S.DELIVERED,
    (S.UNKNOWN, A.FAIL): S.FAILED,
    (S.SENT, A.DELIVER): S.DELIVERED,
    (S.SENT, A.FAIL): S.FAILED,
    (S.FAILED, A.DELIVER): S.DELIVERED,
}
REPEATS = {
    **{(S.SENT, action): "a late word about a request that was accepted" for action in (A.ACCEPT, A.LOSE_SIGHT)},
    **{
        (S.DELIVERED, action): "it arrived; nothing that comes later takes that back"
        for action in (A.ACCEPT, A.DELIVER, A.FAIL, A.LOSE_SIGHT, A.REFUSE, A.REFUSE_FOR_NOW)
    },
    **{(S.FAILED, action): "failed already" for action in (A.ACCEPT, A.FAIL, A.LOSE_SIGHT, A.REFUSE)},
    (S.UNKNOWN, A.LOSE_SIGHT): "still unknown",
    **{
        (S.CANCELLED, action): "a report about something that was cancelled in the same moment"
        for action in (A.ACCEPT, A.DELIVER, A.FAIL, A.LOSE_SIGHT)
    },
    **{
        (state, A.CANCEL): "too late to cancel: it may have left"
        for state in (S.SENDING, S.SENT, S.DELIVERED, S.FAILED, S.UNKNOWN, S.CANCELLED)
    },
}


def advance(state: DeliveryState, action: DeliveryAction) -> DeliveryState:
    """Give the state of a text or call after `action`. Raises IllegalMove."""
    return machine.advance(MOVES, REPEATS, state, action)
