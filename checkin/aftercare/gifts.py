"""Asking for a card or flowers, approving what costs more, sending it, and what came back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from checkin.aftercare.models import Gift
from checkin.domain.errors import Refused
from checkin.domain.gifts import OPEN, GiftAction, GiftKind, GiftState, advance, first_state
from checkin.settings import Settings
from checkin.tenants.models import Happening
from checkin.tenants.timeline import tell

CENTS = 100
TOLD = {
    GiftAction.APPROVE: "approved",
    GiftAction.REFUSE: "refused",
    GiftAction.SEND: "sent",
    GiftAction.RETURN: "returned",
    GiftAction.SEND_AGAIN: "again",
    GiftAction.CANCEL: "cancelled",
}


@dataclass(frozen=True)
class GiftWish:
    """What a colleague asks for; without an amount it is what the settings say."""

    kind: GiftKind
    reason: str = ""
    amount: Decimal | None = None


def ask(
    session: Session,
    settings: Settings,
    *,
    tenant_id: int,
    wish: GiftWish,
    staff_id: int,
    now: datetime,
    contact_id: int | None = None,
) -> Gift:
    """Ask for a gift: a small one is sent, a larger one waits for a coordinator."""
    amount = usual_price(settings, wish.kind) if wish.amount is None else wish.amount
    gift = Gift(
        tenant_id=tenant_id,
        contact_id=contact_id,
        kind=wish.kind,
        reason=wish.reason,
        cents=int(amount * CENTS),
        state=first_state(amount, settings.gift_approval_above),
        asked_by=staff_id,
        asked_at=now,
    )
    session.add(gift)
    session.flush()
    _tell(session, gift, "proposed", now, staff_id)
    return gift


def usual_price(settings: Settings, kind: GiftKind) -> Decimal:
    """Give what a gift costs when nothing is said about it."""
    return settings.price_flowers if kind is GiftKind.FLOWERS else settings.price_card


def decide(session: Session, *, gift_id: int, action: GiftAction, staff_id: int, now: datetime) -> Gift:
    """Move one gift on. Raises Refused("gift_moved_on") when a colleague did something else with it meanwhile."""
    gift = session.get(Gift, gift_id, with_for_update=True)
    if gift is None or action not in possible(gift.state):
        raise Refused("gift_moved_on")
    _advance(session, gift, action, staff_id, now)
    return gift


STEPS: dict[GiftState, tuple[GiftAction, ...]] = {
    GiftState.PROPOSED: (GiftAction.APPROVE, GiftAction.REFUSE),
    GiftState.TO_SEND: (GiftAction.SEND, GiftAction.CANCEL),
    GiftState.SENT: (GiftAction.RETURN,),
    GiftState.RETURNED: (GiftAction.SEND_AGAIN, GiftAction.CANCEL),
}


def possible(state: GiftState) -> tuple[GiftAction, ...]:
    """List what a person may do with a gift, the usual thing first."""
    return STEPS.get(state, ())


def send_all(session: Session, *, gift_ids: Collection[int], staff_id: int, now: datetime) -> int:
    """Note that these gifts were sent; give how many. What was called off meanwhile is left out."""
    found = _locked(session, col(Gift.id).in_(gift_ids), col(Gift.state) == GiftState.TO_SEND)
    for gift in found:
        _advance(session, gift, GiftAction.SEND, staff_id, now)
    return len(found)


def call_off_all(session: Session, *, tenant_id: int, now: datetime, staff_id: int | None = None) -> None:
    """Call off what is not sent yet: whoever died, moved or wants no more gets no flowers at the old address."""
    wanted = col(Gift.kind) != GiftKind.CONDOLENCE
    for gift in _locked(session, col(Gift.tenant_id) == tenant_id, col(Gift.state).in_(OPEN), wanted):
        _advance(session, gift, GiftAction.CANCEL, staff_id, now)


def _locked(session: Session, *conditions: Any) -> Sequence[Gift]:
    query = select(Gift).where(*conditions).order_by(col(Gift.id)).with_for_update()
    return session.execute(query).scalars().all()


def _advance(session: Session, gift: Gift, action: GiftAction, staff_id: int | None, now: datetime) -> None:
    before = gift.state
    gift.state = advance(before, action)
    if gift.state is before:
        return
    if action in {GiftAction.APPROVE, GiftAction.REFUSE}:
        gift.decided_by, gift.decided_at = staff_id, now
    if action is GiftAction.SEND:
        gift.sent_by, gift.sent_at = staff_id, now
    gift.ended_at = now if gift.state in {GiftState.RETURNED, GiftState.REFUSED, GiftState.CANCELLED} else None
    session.add(gift)
    _tell(session, gift, TOLD[action], now, staff_id)


def _tell(session: Session, gift: Gift, what: str, now: datetime, staff_id: int | None) -> None:
    tell(
        session,
        Happening.GIFT,
        tenant_id=gift.tenant_id,
        now=now,
        staff_id=staff_id,
        gift_id=gift.id,
        kind=gift.kind.value,
        what=what,
    )
