"""The states of a gift: a card or flowers for a tenant, until they are sent."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from checkin.domain import machine


class GiftKind(StrEnum):
    """What is sent."""

    CARD = "card"
    FLOWERS = "flowers"
    CONDOLENCE = "condolence"
    """A card for the family of a tenant who died."""


class GiftState(StrEnum):
    """Where a gift stands."""

    PROPOSED = "proposed"
    """Costs more than colleagues decide on by themselves."""
    TO_SEND = "to_send"
    SENT = "sent"
    RETURNED = "returned"
    """Came back: moved, or a wrong address."""
    REFUSED = "refused"
    CANCELLED = "cancelled"


class GiftAction(StrEnum):
    """What can happen to a gift."""

    APPROVE = "approve"
    REFUSE = "refuse"
    SEND = "send"
    RETURN = "return"
    SEND_AGAIN = "send_again"
    CANCEL = "cancel"


S, A = GiftState, GiftAction
MOVES = {
    (S.PROPOSED, A.APPROVE): S.TO_SEND,
    (S.PROPOSED, A.REFUSE): S.REFUSED,
    (S.PROPOSED, A.CANCEL): S.CANCELLED,
    (S.TO_SEND, A.SEND): S.SENT,
    (S.TO_SEND, A.CANCEL): S.CANCELLED,
    (S.SENT, A.RETURN): S.RETURNED,
    (S.RETURNED, A.SEND_AGAIN): S.TO_SEND,
    (S.RETURNED, A.CANCEL): S.CANCELLED,
}
REPEATS = {
    (S.TO_SEND, A.APPROVE): "approved twice by a double click",
    (S.SENT, A.SEND): "sent twice by a double click",
    (S.SENT, A.CANCEL): "it is on its way already",
    (S.RETURNED, A.RETURN): "came back once",
    (S.REFUSED, A.REFUSE): "refused twice by a double click",
    (S.REFUSED, A.CANCEL): "it was refused already",
    (S.CANCELLED, A.CANCEL): "called off twice by a double click",
}
OPEN = frozenset({S.PROPOSED, S.TO_SEND})
SPENT = frozenset({S.SENT, S.RETURNED})
"""What was paid for, whether it arrived or not."""


def advance(state: GiftState, action: GiftAction) -> GiftState:
    """Give the state of a gift after `action`. Raises IllegalMove."""
    return machine.advance(MOVES, REPEATS, state, action)


def first_state(amount: Decimal, approval_above: Decimal) -> GiftState:
    """Say where a new gift begins: small ones are sent, larger ones wait for a coordinator."""
    return S.PROPOSED if amount > approval_above else S.TO_SEND
