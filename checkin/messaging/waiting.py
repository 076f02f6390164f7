"""What was written down for a tenant and has not left yet: to see, and to give another number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy import select, update
from sqlmodel import Session, col

from checkin.messaging.models import Message
from checkin.messaging.service import LAST_WORDS, WAITING, Kind


@dataclass(frozen=True)
class NotLeft:
    """One text or call that still waits."""

    id: str
    number: str
    automatic_check: bool
    belongs_to_number: bool
    """It speaks to whoever has that number, whether that is the tenant or not."""


def not_left(session: Session, kind: Kind, *, tenant_id: int) -> list[NotLeft]:
    """List what waits for a tenant, locked: from here on no worker takes it before we are done."""
    wording = col(Message.wording) if kind is Message else sa.literal("")
    query = (
        select(col(kind.id), col(kind.number), col(kind.automatic_check), wording)
        .where(col(kind.tenant_id) == tenant_id, col(kind.state).in_(WAITING))
        .order_by(col(kind.id))
        .with_for_update(of=kind)
    )
    rows = session.connection().execute(query)
    return [NotLeft(one, number, asks, words in LAST_WORDS) for one, number, asks, words in rows]


def send_elsewhere(session: Session, *, references: Sequence[str], number: str) -> None:
    """Let texts that still wait go to another number."""
    session.connection().execute(
        update(Message)
        .where(col(Message.id).in_(references), col(Message.state).in_(WAITING))
        .values(number=number)
        .execution_options(synchronize_session=False)
    )
