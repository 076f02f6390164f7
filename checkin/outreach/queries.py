"""What the screens ask about replies that wait to be read, and which attempts count as arrived."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from checkin.domain.attempts import AskedBy, AttemptEnd
from checkin.domain.replies import Meaning
from checkin.outreach.models import Reply
from checkin.staff.models import Staff
from checkin.tenants.models import Tenant

ARRIVED = (
    AttemptEnd.ANSWERED,
    AttemptEnd.DELIVERED,
    AttemptEnd.NO_ANSWER,
    AttemptEnd.REJECTED,
    AttemptEnd.VOICEMAIL,
    AttemptEnd.HUNG_UP,
    AttemptEnd.SILENT,
)
"""Ends of an attempt that say: the text was delivered, or the telephone rang."""


@dataclass(frozen=True)
class UnreadReply:
    """A reply that waits for a person to say what it means."""

    id: int
    text: str
    channel: AskedBy
    number: str
    received_at: datetime
    suggestion: Meaning | None
    because: str
    urgent: bool
    shown_to: int | None
    shown_until: datetime | None
    tenant: Tenant | None
    """None: the number is nobody's that we know."""
    shown_name: str = ""
    """The colleague who has it on the screen, or had."""

    @property
    def sender(self) -> str:
        """Tell one who writes from another."""
        return str(self.tenant.id) if self.tenant else self.number


@dataclass(frozen=True)
class ReadReply:
    """Who read a reply, and what they made of it."""

    id: int
    text: str
    meaning: Meaning
    read_at: datetime | None
    reader_id: int | None
    reader: str | None
    tenant: Tenant | None


def waits_to_be_read() -> Any:
    """Say in SQL that a reply waits to be read; the words of its partial index, so that the index is used."""
    return sa.and_(col(Reply.to_read), col(Reply.read_at).is_(None))


def unread(session: Session, *, limit: int) -> list[UnreadReply]:
    """List replies that wait to be read: danger first, then the oldest; what one person wrote stays together."""
    sender = sa.func.coalesce(sa.cast(col(Reply.tenant_id), sa.String), col(Reply.number))
    danger = sa.func.max(sa.case((col(Reply.urgent), 1), else_=0)).over(partition_by=sender)
    first = sa.func.min(col(Reply.id)).over(partition_by=sender)
    statement = (
        _with_people()
        .where(waits_to_be_read())
        .order_by(danger.desc(), first, col(Reply.urgent).desc(), col(Reply.id))
        .limit(limit)
    )
    return [_unread(*row) for row in session.execute(statement)]


def find_unread(session: Session, reply_id: int) -> UnreadReply | None:
    """Give one reply when it still waits to be read."""
    found = session.execute(_with_people().where(waits_to_be_read(), col(Reply.id) == reply_id)).first()
    return _unread(*found) if found else None


def _with_people() -> Any:
    return (
        sa.select(Reply, Tenant, col(Staff.name))
        .join(Tenant, col(Tenant.id) == col(Reply.tenant_id), isouter=True)
        .join(Staff, col(Staff.id) == col(Reply.shown_to), isouter=True)
    )


def find_read(session: Session, reply_id: int) -> ReadReply | None:
    """Tell who read a reply."""
    statement = (
        sa.select(
            *(col(one) for one in (Reply.id, Reply.text, Reply.meaning, Reply.read_at, Reply.read_by)),
            col(Staff.name),
            Tenant,
        )
        .join(Staff, col(Staff.id) == col(Reply.read_by), isouter=True)
        .join(Tenant, col(Tenant.id) == col(Reply.tenant_id), isouter=True)
        .where(col(Reply.id) == reply_id)
    )
    found = session.execute(statement).first()
    return ReadReply(*found) if found else None


def count_unread(session: Session) -> tuple[int, datetime | None]:
    """Count replies that wait to be read, and give when the oldest came in."""
    statement = select(sa.func.count(col(Reply.id)), sa.func.min(col(Reply.received_at))).where(waits_to_be_read())
    count, oldest = session.exec(statement).one()
    return count, oldest


def _unread(reply: Reply, tenant: Tenant | None, shown_name: str | None) -> UnreadReply:
    return UnreadReply(
        id=reply.id or 0,
        text=reply.text,
        channel=reply.channel,
        number=reply.number,
        received_at=reply.received_at,
        suggestion=reply.suggestion,
        because=reply.because,
        urgent=reply.urgent,
        shown_to=reply.shown_to,
        shown_until=reply.shown_until,
        tenant=tenant,
        shown_name=shown_name or "",
    )
