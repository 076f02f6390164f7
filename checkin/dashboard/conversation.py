"""What was said around a text that is read: our question before it, and what else the tenant wrote."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlmodel import Session, col

from checkin.domain.attempts import AskedBy
from checkin.domain.tongues import spoken
from checkin.messaging.models import Message
from checkin.outreach.models import Reply
from checkin.outreach.queries import UnreadReply

LOOKED_BACK = timedelta(days=14)
SHOWN = 3
"""So many before it, and so many after."""


@dataclass(frozen=True)
class Said:
    """One text of the conversation."""

    at: datetime
    text: str
    ours: bool = False
    code: str = ""
    """The language of our words."""
    waits: bool = False
    """Nobody has read it yet."""


@dataclass(frozen=True)
class Conversation:
    """What was said shortly before a text, and what the tenant wrote after it."""

    before: tuple[Said, ...] = ()
    after: tuple[Said, ...] = ()


def conversation_around(session: Session, reply: UnreadReply) -> Conversation:
    """Give what a reader wants to know: what was asked, and what else was said."""
    if reply.tenant is None or reply.tenant.id is None:
        return Conversation()
    theirs = _theirs(session, reply, reply.tenant.id)
    before = [one for number, one in theirs if number < reply.id]
    after = [one for number, one in theirs if number > reply.id]
    said = sorted([*_ours(session, reply, reply.tenant.id), *before], key=lambda one: one.at)
    return Conversation(tuple(said[-SHOWN:]), tuple(after[:SHOWN]))


def _ours(session: Session, reply: UnreadReply, tenant_id: int) -> list[Said]:
    query = (
        sa.select(col(Message.sent_at), col(Message.text), col(Message.language))
        .where(
            col(Message.tenant_id) == tenant_id,
            col(Message.sent_at) > reply.received_at - LOOKED_BACK,
            col(Message.sent_at) <= reply.received_at,
        )
        .order_by(col(Message.sent_at).desc())
        .limit(1)
    )
    return [Said(at, text, ours=True, code=spoken(language)) for at, text, language in session.execute(query)]


def _theirs(session: Session, reply: UnreadReply, tenant_id: int) -> list[tuple[int, Said]]:
    query = (
        sa.select(col(Reply.id), col(Reply.received_at), col(Reply.text), col(Reply.to_read), col(Reply.read_at))
        .where(
            col(Reply.tenant_id) == tenant_id,
            col(Reply.id) != reply.id,
            col(Reply.received_at) > reply.received_at - LOOKED_BACK,
            col(Reply.channel) == AskedBy.TEXT,
            col(Reply.text) != "",
        )
        .order_by(col(Reply.id))
    )
    rows = session.execute(query).all()
    return [(number, Said(at, text, waits=to_read and read_at is None)) for number, at, text, to_read, read_at in rows]
