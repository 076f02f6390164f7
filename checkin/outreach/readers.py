"""Two colleagues who read at once each get texts of their own: the next one is kept for a moment for who reads on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlmodel import Session, col

from checkin.db import claim
from checkin.outreach.models import Reply
from checkin.outreach.queries import UnreadReply, unread, waits_to_be_read

KEPT_FOR = timedelta(minutes=2)
"""Who was called away keeps nobody from a text for longer than this."""
LOOKED_THROUGH = 50


def is_with_another(reply: UnreadReply, *, staff_id: int, now: datetime) -> bool:
    """Tell whether somebody else has a text on the screen."""
    return reply.shown_until is not None and reply.shown_until > now and reply.shown_to != staff_id


def next_for(waiting: Sequence[UnreadReply], *, staff_id: int, now: datetime) -> UnreadReply | None:
    """Choose what a colleague reads next: danger, then what was kept for her, then the first that nobody reads.

    Who reads one text of a tenant gets the other ones too. When others have everything, the first is shown to two.
    """
    taken = {one.sender for one in waiting if is_with_another(one, staff_id=staff_id, now=now)}
    free = [one for one in waiting if one.sender not in taken]
    danger = (one for one in free if one.urgent)
    kept = (one for one in free if one.shown_to == staff_id and one.shown_until and one.shown_until > now)
    return next((one for some in (danger, kept, free, waiting) for one in some), None)


def keep_next(session: Session, *, staff_id: int, now: datetime) -> None:
    """Keep the next text for a colleague who reads on."""
    reply = next_for(unread(session, limit=LOOKED_THROUGH), staff_id=staff_id, now=now)
    if reply is not None:
        keep(session, reply_id=reply.id, staff_id=staff_id, now=now)


def keep(session: Session, *, reply_id: int, staff_id: int, now: datetime) -> bool:
    """Keep one text for a colleague, unless another has it; who it is kept for decides nothing yet."""
    session.flush()
    free = sa.or_(col(Reply.shown_until).is_(None), col(Reply.shown_until) <= now, col(Reply.shown_to) == staff_id)
    # A text that somebody decides on at this moment is passed by: waiting for each other could last for ever.
    found = sa.select(col(Reply.id)).where(col(Reply.id) == reply_id, waits_to_be_read(), free)
    mine = sa.update(Reply).where(col(Reply.id).in_(found.with_for_update(skip_locked=True).scalar_subquery()))
    return claim(session, mine.values(shown_to=staff_id, shown_until=now + KEPT_FOR))
