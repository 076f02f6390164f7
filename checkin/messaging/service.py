"""Texts and calls: write them down, claim them, and record what became of them; forward only, whoever reports first."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import and_, exists, insert, or_, select, update
from sqlmodel import Session, SQLModel, col

from checkin.db import claim
from checkin.domain.deliveries import DeliveryAction, DeliveryState, advance
from checkin.jobs import Queue, ring
from checkin.messaging.colleague_texts import ColleagueText
from checkin.messaging.gateway import Accepted, Receipt
from checkin.messaging.models import Call, CallPurpose, Direction, Message
from checkin.messaging.wording import Wording
from checkin.tenants.models import PhoneNumber, Tenant

LEASE = timedelta(seconds=60)
"""A request still `sending` after this has an unknown outcome; six times the time-out of one request."""
TRIES_ALLOWED = 5
BACK_OFF_SECONDS = (5, 15, 60, 300, 900)
TEXTS_A_DAY = 5
"""Automatic answers per number and day: two machines must not keep each other awake."""

WAITING = (DeliveryState.QUEUED, DeliveryState.FAILED_FOR_NOW)
"""States from which a text or call may leave, or be cancelled."""

Delivery = TypeVar("Delivery", Message, Call)
Kind = type[Message] | type[Call]


def new_reference() -> str:
    """Make the reference that travels with a text or call: 32 characters, within the provider's 40."""
    return uuid.uuid4().hex


def queue_text(
    session: Session,
    *,
    number: str,
    wording: Wording | ColleagueText,
    text: str,
    language: str,
    tenant_id: int | None,
    now: datetime,
    due_at: datetime | None = None,
    hours: str = "",
    automatic_check: bool = False,
    reference: str | None = None,
    staff_id: int | None = None,
) -> str:
    """Write down a text to send, ring for it when it is due, and give its id."""
    message = Message(
        id=reference or new_reference(),
        tenant_id=tenant_id,
        staff_id=staff_id,
        number=number,
        text=text,
        language=language,
        wording=wording.value,
        automatic_check=automatic_check,
        due_at=due_at or now,
        hours=hours,
        created_at=now,
    )
    session.add(message)
    session.flush()
    ring(session, Queue.TEXTS)
    return message.id


def queue_call(
    session: Session,
    *,
    reference: str,
    number: str,
    language: str,
    tenant_id: int | None,
    due_at: datetime,
    now: datetime,
    hours: str = "",
    automatic_check: bool = True,
    purpose: CallPurpose = CallPurpose.MENU,
    staff_id: int | None = None,
) -> None:
    """Write down a call to make; its id is the attempt's. With `staff_id` it rings a colleague."""
    session.add(
        Call(
            id=reference,
            tenant_id=tenant_id,
            staff_id=staff_id,
            purpose=purpose,
            number=number,
            language=language,
            automatic_check=automatic_check,
            due_at=due_at,
            hours=hours,
            created_at=now,
        )
    )
    session.flush()
    ring(session, Queue.CALLS)


def queue_many(session: Session, kind: Kind, rows: list[dict[str, Any]]) -> None:
    """Write down texts or calls to make, all in one statement; each row has an id, a number and its `due_at`."""
    if rows:
        session.connection().execute(insert(kind), [_defaults(kind) | row for row in rows])
        ring(session, Queue.TEXTS if kind is Message else Queue.CALLS)


@lru_cache
def _defaults(kind: Kind) -> dict[str, Any]:
    """Give what a new row holds where nothing is said: a statement for many does not ask the model."""
    return {name: field.default for name, field in kind.model_fields.items() if not field.is_required()}


def texts_today(session: Session, number: str, now: datetime) -> int:
    """Count the automatic answers to a number in the last day."""
    since = now - timedelta(days=1)
    counted = (
        select(sa.func.count())
        .select_from(Message)
        .where(
            col(Message.number) == number, col(Message.created_at) > since, col(Message.automatic_check).is_(sa.false())
        )
    )
    return int(session.connection().execute(counted).scalar_one())


@dataclass(frozen=True)
class Due:
    """One text or call whose moment has come; `hours` are its campaign's own, when it has any."""

    id: str
    automatic_check: bool
    hours: str


def due(session: Session, kind: Kind, *, now: datetime, limit: int) -> list[Due]:
    """List what may leave now, the oldest first; answers before questions."""
    query = (
        select(col(kind.id), col(kind.automatic_check), col(kind.hours))
        .where(col(kind.state).in_(WAITING), col(kind.due_at) <= now)
        .order_by(col(kind.automatic_check), col(kind.due_at))
        .limit(limit)
    )
    return [Due(*row) for row in session.connection().execute(query)]


def held_back(kind: type[Message | Call]) -> Any:
    """Say in SQL when a text or call must not leave: stopped, not this tenant's number any more, or not alive."""
    number = exists().where(
        col(PhoneNumber.number) == col(kind.number),
        or_(col(PhoneNumber.stopped_at).is_not(None), col(PhoneNumber.closed_at).is_not(None)),
    )
    person = exists().where(
        col(Tenant.id) == col(kind.tenant_id),
        or_(col(Tenant.stopped_at).is_not(None), col(Tenant.deceased_at).is_not(None)),
    )
    # A colleague who rents here too, and wants no check-ins, is still rung for work.
    return and_(col(kind.staff_id).is_(None), or_(number, person))


LAST_WORDS = frozenset(
    wording.value for wording in (Wording.S6_STOPPED, Wording.S10_WRONG_NUMBER, Wording.S7_DANGER, Wording.S7B_DESPAIR)
)
"""What may still go to a number that stopped or turned out to be somebody else's: the confirmation of that, and
where to find help for whoever writes of danger."""


@dataclass(frozen=True)
class Claimed:
    """One text or call that is ours to send; `text` and `wording` are empty for a call, `purpose` for a text."""

    token: str
    id: str
    number: str
    automatic_check: bool
    tries: int
    text: str
    wording: str
    purpose: str


def claim_deliveries(
    session: Session, kind: Kind, *, references: Sequence[str], now: datetime, may_ask: Any
) -> list[Claimed]:
    """Take a few texts or calls for this worker, in one statement; give those that are ours to send.

    `may_ask` is the SQL condition under which an automatic question may leave (its campaign runs, nothing waits to be
    read). STOP is looked at in the same statement, so what was stopped before the claim never leaves.
    """
    token = secrets.token_hex(8)
    # What another worker holds is left to it: two groups never wait for each other.
    free = select(col(kind.id)).where(col(kind.id).in_(references), col(kind.state).in_(WAITING))
    statement = (
        update(kind)
        .where(
            col(kind.id).in_(free.order_by(col(kind.id)).with_for_update(skip_locked=True)),
            col(kind.state).in_(WAITING),
            col(kind.due_at) <= now,
            ~_never_leaves(kind),
            or_(col(kind.automatic_check).is_(sa.false()), may_ask),
        )
        .values(state=DeliveryState.SENDING, claim=token, claimed_at=now, tries=col(kind.tries) + 1)
        .returning(*_what_is_sent(kind))
    )
    return [Claimed(token, *row) for row in session.connection().execute(statement)]


def _what_is_sent(kind: Kind) -> tuple[Any, ...]:
    none = sa.literal("")
    own = (col(Message.text), col(Message.wording), none) if kind is Message else (none, none, col(Call.purpose))
    return (col(kind.id), col(kind.number), col(kind.automatic_check), col(kind.tries), *own)


def _never_leaves(kind: Kind) -> Any:
    return and_(held_back(kind), col(Message.wording).not_in(LAST_WORDS)) if kind is Message else held_back(kind)


def withdraw(session: Session, kind: Kind, *, reference: str, now: datetime) -> bool:
    """Cancel a text or call that may never leave any more, so that it does not wait for ever; tell whether it was."""
    statement = (
        update(kind)
        .where(col(kind.id) == reference, col(kind.state).in_(WAITING), _never_leaves(kind))
        .values(state=DeliveryState.CANCELLED, ended_at=now)
        .execution_options(synchronize_session=False)
    )
    return claim(session, statement)


def postpone(session: Session, kind: Kind, *, reference: str, due_at: datetime, now: datetime) -> None:
    """Move a text or call that is due to a later moment."""
    session.connection().execute(
        update(kind)
        .where(col(kind.id) == reference, col(kind.state).in_(WAITING), col(kind.due_at) <= now)
        .values(due_at=due_at)
    )


def cancel_queued(session: Session, kind: Kind, *, references: list[str], now: datetime) -> int:
    """Cancel what has not left yet; give how many."""
    statement = (
        update(kind)
        .where(
            col(kind.id).in_(references),
            col(kind.state).in_(WAITING),
        )
        .values(state=DeliveryState.CANCELLED, ended_at=now)
    )
    return session.connection().execute(statement).rowcount


def record_sent(
    session: Session, kind: Kind, *, provider_ids: Mapping[str, str], tokens: Collection[str], now: datetime
) -> list[str]:
    """Record what the provider accepted, all in one statement; give the ids that these claims still held."""
    return _mark_sent(session, kind, provider_ids, now, col(kind.claim).in_(tokens))


def accept_reported(session: Session, *, provider_ids: Mapping[str, str], now: datetime) -> list[str]:
    """Record that texts were accepted, as reports said that were faster than our own commit; give their ids."""
    return _mark_sent(session, Message, provider_ids, now)


def _mark_sent(
    session: Session, kind: Kind, provider_ids: Mapping[str, str], now: datetime, *conditions: Any
) -> list[str]:
    # In the order of their ids: receipts and reports about the same texts never wait for each other in a circle.
    mine = (
        select(col(kind.id))
        .where(col(kind.id).in_(provider_ids), col(kind.state) == DeliveryState.SENDING, *conditions)
        .order_by(col(kind.id))
        .with_for_update()
    )
    statement = (
        update(kind)
        .where(col(kind.id).in_(mine), col(kind.state) == DeliveryState.SENDING, *conditions)
        .values(
            state=DeliveryState.SENT,
            provider_id=sa.case(dict(provider_ids), value=col(kind.id)),
            sent_at=now,
        )
        .returning(col(kind.id))
    )
    return list(session.connection().execute(statement).scalars())


def record_not_sent(
    session: Session, kind: Kind, *, claimed: Claimed, receipt: Receipt, now: datetime
) -> DeliveryState | None:
    """Record that it surely or perhaps did not leave; give the new state, or None when the claim holds no more."""
    values = _after(receipt, claimed.tries, now)
    statement = (
        update(kind)
        .where(col(kind.id) == claimed.id, col(kind.claim) == claimed.token, col(kind.state) == DeliveryState.SENDING)
        .values(**values)
    )
    return values["state"] if claim(session, statement) else None


def _after(receipt: Receipt, tries: int, now: datetime) -> dict[str, Any]:
    if receipt.accepted is Accepted.UNKNOWN:
        return {"state": DeliveryState.UNKNOWN, "error": receipt.error}
    if receipt.permanent or tries >= TRIES_ALLOWED:
        return {
            "state": DeliveryState.FAILED,
            "error": receipt.error,
            "permanent": receipt.permanent,
            "ended_at": now,
        }
    # Surely not sent: tried again at a later moment, the sooner the fewer tries were made.
    wait = receipt.retry_after_seconds or BACK_OFF_SECONDS[min(tries, len(BACK_OFF_SECONDS)) - 1]
    return {"state": DeliveryState.FAILED_FOR_NOW, "error": receipt.error, "due_at": now + timedelta(seconds=wait)}


def find(session: Session, kind: type[Delivery], *, reference: str | None, provider_id: str | None) -> Delivery | None:
    """Find a text or call by our own reference, else by the provider's id, and lock it.

    Two reports about one call, handled at the same time, would otherwise write over each other.
    """
    session.flush()
    if reference and (found := session.get(kind, reference, with_for_update=True)):
        return found
    if not provider_id:
        return None
    query = select(kind).where(col(kind.provider_id) == provider_id).with_for_update()
    return session.execute(query.execution_options(populate_existing=True)).scalars().first()


def move(session: Session, delivery: SQLModel, action: DeliveryAction, now: datetime) -> bool:
    """Move a text or call forward; tell whether its state changed. A late or doubled report changes nothing."""
    assert isinstance(delivery, Message | Call)  # noqa: S101  narrows the type; both share these columns
    before = delivery.state
    delivery.state = advance(before, action)
    if delivery.state in {DeliveryState.SENT, DeliveryState.DELIVERED} and delivery.sent_at is None:
        delivery.sent_at = now
    session.add(delivery)
    return delivery.state is not before


@dataclass(frozen=True)
class Standing:
    """Where one text stands, with what a report about it needs."""

    id: str
    tenant_id: int | None
    wording: str
    state: DeliveryState


def standings(session: Session, references: Collection[str]) -> dict[str, Standing]:
    """Give where texts stand, locked in the order of their ids until the end of the transaction."""
    query = (
        select(col(Message.id), col(Message.tenant_id), col(Message.wording), col(Message.state))
        .where(col(Message.id).in_(references))
        .order_by(col(Message.id))
        .with_for_update()
    )
    return {row[0]: Standing(*row) for row in session.connection().execute(query)}


def mark_delivered(session: Session, references: Collection[str]) -> None:
    """Record that texts which were sent have arrived, all in one statement."""
    session.connection().execute(
        update(Message)
        .where(col(Message.id).in_(references), col(Message.state) == DeliveryState.SENT)
        .values(state=DeliveryState.DELIVERED)
    )


def lose_sight(session: Session, kind: Kind, *, now: datetime) -> list[Message | Call]:
    """Give up waiting for the outcome of requests past their lease: they become unknown, never queued again."""
    lost = out_of_sight(session, kind, now=now, lock=True)
    for delivery in lost:
        move(session, delivery, DeliveryAction.LOSE_SIGHT, now)
    return lost


def out_of_sight(session: Session, kind: Kind, *, now: datetime, lock: bool = False) -> list[Message | Call]:
    """List what is still `sending` after its lease: the worker that claimed it is gone."""
    query = select(kind).where(col(kind.state) == DeliveryState.SENDING, col(kind.claimed_at) < now - LEASE).limit(200)
    # A report that arrives in the same moment must win: it knows more than our silence.
    return list(session.execute(query.with_for_update(skip_locked=True) if lock else query).scalars())


def inbound_call(
    session: Session, *, provider_id: str, number: str, language: str, tenant_id: int | None, now: datetime
) -> Call:
    """Give the row of a call in which the tenant rings us, made at its first webhook."""
    found = find(session, Call, reference=None, provider_id=provider_id)
    if found is not None:
        return found
    call = Call(
        id=new_reference(),
        tenant_id=tenant_id,
        direction=Direction.INBOUND,
        number=number,
        language=language,
        automatic_check=False,
        state=DeliveryState.DELIVERED,
        due_at=now,
        provider_id=provider_id,
        answered_at=now,
        created_at=now,
    )
    session.add(call)
    session.flush()
    return call
