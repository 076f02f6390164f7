"""Texting a colleague: only to a mobile, without a name, and not more than needed."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlmodel import Session, col

from checkin.alarms.people import House
from checkin.messaging import service as messaging
from checkin.messaging.colleague_texts import ColleagueText, colleague_text
from checkin.messaging.models import Message
from checkin.staff.models import Staff
from checkin.tenants import phones


def text_colleague(
    session: Session,
    house: House,
    staff: Staff,
    text: ColleagueText,
    *,
    now: datetime,
    when: str = "",
    at_most_every: timedelta | None = None,
) -> str | None:
    """Queue a text to a colleague and give its id; None without a mobile, or when the same text went out lately."""
    if staff.phone is None or not phones.is_mobile(staff.phone):
        return None
    if at_most_every is not None and _went_out(session, staff, text, now - at_most_every):
        return None
    language = staff.language or "nl"
    return messaging.queue_text(
        session,
        number=staff.phone,
        wording=text,
        text=colleague_text(text, language, org=house.settings.organisation, when=when),
        language=language,
        tenant_id=None,
        staff_id=staff.id,
        now=now,
    )


def _went_out(session: Session, staff: Staff, text: ColleagueText, since: datetime) -> bool:
    query = select(col(Message.id)).where(
        col(Message.staff_id) == staff.id, col(Message.wording) == text.value, col(Message.created_at) > since
    )
    return session.execute(query.limit(1)).first() is not None
