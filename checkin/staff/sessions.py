"""Signed-in browsers: rows that end by signing out, by doing nothing, after a working day, or with the account."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlmodel import Session, col, delete, or_, select, update

from checkin.staff.models import Staff, StaffSession

IDLE = timedelta(minutes=30)
ABSOLUTE = timedelta(hours=10)
SEEN_EVERY = timedelta(minutes=1)
TOKEN_BYTES = 32


def begin(session: Session, staff_id: int, *, now: datetime) -> str:
    """Start a session and give its token, which is stored nowhere but in the browser's cookie."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    session.add(StaffSession(token_hash=_hashed(token), staff_id=staff_id, created_at=now, last_seen_at=now))
    old = or_(col(StaffSession.created_at) <= now - ABSOLUTE, col(StaffSession.last_seen_at) <= now - IDLE)
    connection = session.connection()
    connection.execute(delete(StaffSession).where(col(StaffSession.staff_id) == staff_id, old))
    connection.execute(update(Staff).where(col(Staff.id) == staff_id).values(last_seen_at=now))
    session.flush()
    return token


def find(session: Session, token: str, uniquifier: str, *, now: datetime) -> tuple[StaffSession, Staff] | None:
    """Find a session that still lives, with its account; a disabled account or a changed password ended it."""
    return session.exec(
        select(StaffSession, Staff).where(
            StaffSession.staff_id == Staff.id,
            StaffSession.token_hash == _hashed(token),
            StaffSession.created_at > now - ABSOLUTE,
            StaffSession.last_seen_at > now - IDLE,
            Staff.fs_uniquifier == uniquifier,
            col(Staff.active).is_(True),
        )
    ).one_or_none()


def seen(session: Session, token: str, staff_id: int, *, now: datetime) -> None:
    """Note that this colleague is at work."""
    connection = session.connection()
    of_token = col(StaffSession.token_hash) == _hashed(token)
    connection.execute(update(StaffSession).where(of_token).values(last_seen_at=now))
    connection.execute(update(Staff).where(col(Staff.id) == staff_id).values(last_seen_at=now))


def end(session: Session, token: str) -> None:
    """End one session."""
    session.connection().execute(delete(StaffSession).where(col(StaffSession.token_hash) == _hashed(token)))


def end_all(session: Session, staff_id: int) -> None:
    """End every session of one colleague."""
    session.connection().execute(delete(StaffSession).where(col(StaffSession.staff_id) == staff_id))


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
