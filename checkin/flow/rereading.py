"""A colleague pressed the wrong key: what a text means is decided again, and what can be taken back is."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import Session

from checkin.domain.errors import Refused
from checkin.domain.replies import Meaning
from checkin.flow import stops
from checkin.outreach.models import Reply
from checkin.tenants.models import Happening
from checkin.tenants.timeline import tell

MAY_CHANGE_FOR = timedelta(minutes=10)
"""Later than this somebody may have acted on it: then the tenant's own page is the place."""


def read_again(session: Session, *, reply_id: int, staff_id: int, now: datetime) -> None:
    """Put a text back before a person: the one who read it, within a few minutes.

    A stop and a closed number are taken back. A case that was opened stays until the new decision, which closes
    nothing: who would have been rung is rung.

    Raises Refused("reading_stands") for anybody else, or later.
    """
    reply = session.get(Reply, reply_id, with_for_update=True)
    if reply is None or reply.read_by != staff_id or reply.read_at is None or reply.read_at < now - MAY_CHANGE_FOR:
        raise Refused("reading_stands")
    if reply.meaning is Meaning.STOP:
        stops.start_number(session, reply.number, now=now)
    elif reply.meaning is Meaning.WRONG_NUMBER:
        stops.mark_number(session, reply.number, closed_at=None, closed_reason="")
    reply.read_at = reply.read_by = None
    reply.meaning = Meaning.UNCLEAR
    session.add(reply)
    tell(
        session,
        Happening.READ,
        tenant_id=reply.tenant_id,
        now=now,
        staff_id=staff_id,
        check_in_id=reply.check_in_id,
        reply_id=reply.id,
        meaning="",
    )
