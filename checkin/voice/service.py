"""Keeping recordings: a new version, back to an older one, and the computer's voice again."""

from __future__ import annotations

import secrets
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import and_, delete, func, select, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col

from checkin.domain.errors import Refused
from checkin.domain.sound import read_sound
from checkin.messaging.recordable import Piece
from checkin.voice.models import Recording

TOKEN_BYTES = 24
"""192 bits: an address that nobody guesses."""


def keep_recording(
    session: Session, *, language: str, piece: Piece, content: bytes, staff_id: int | None, now: datetime
) -> int:
    """Keep a recording as the newest version of its step, and play it from now on; give its id.

    The same sound again is no new version. Raises Refused when it cannot be played.
    """
    sound = read_sound(content)
    digest = sha256(content).hexdigest()
    words = "\n".join(piece.sentences)
    same = session.execute(
        select(col(Recording.id))
        .where(_of(language, piece.step), col(Recording.sha256) == digest, col(Recording.words) == words)
        .limit(1)
    ).scalar_one_or_none()
    if same is not None:
        play_version(session, recording_id=same)
        return int(same)
    silence(session, language=language, step=piece.step)
    recording = Recording(
        language=language,
        step=piece.step,
        version=_newest(session, language, piece.step) + 1,
        words=words,
        kind=sound.kind,
        seconds=sound.seconds,
        sha256=digest,
        token=secrets.token_urlsafe(TOKEN_BYTES),
        content=content,
        uploaded_by=staff_id,
        uploaded_at=now,
    )
    session.add(recording)
    try:
        session.flush()
    except IntegrityError as error:
        # A colleague changed the same step at the same moment.
        raise Refused("recording_changed") from error
    return int(recording.id or 0)


def play_version(session: Session, *, recording_id: int) -> None:
    """Play this version from now on, and no other of its step. Raises Refused("recording_gone")."""
    language, step = _where(session, recording_id)
    silence(session, language=language, step=step)
    try:
        session.connection().execute(update(Recording).where(col(Recording.id) == recording_id).values(active=True))
    except IntegrityError as error:
        raise Refused("recording_changed") from error


def silence(session: Session, *, language: str, step: str) -> None:
    """Let the computer's voice say this step again; the versions stay."""
    session.connection().execute(
        update(Recording).where(_of(language, step), col(Recording.active)).values(active=False)
    )


def erase(session: Session, *, recording_id: int) -> None:
    """Throw a version away for good: a voice is somebody's own. Raises Refused("recording_gone")."""
    _where(session, recording_id)
    session.connection().execute(delete(Recording).where(col(Recording.id) == recording_id))


def _newest(session: Session, language: str, step: str) -> int:
    query = select(func.max(col(Recording.version))).where(_of(language, step))
    return session.execute(query).scalar_one() or 0


def _where(session: Session, recording_id: int) -> tuple[str, str]:
    query = select(col(Recording.language), col(Recording.step)).where(col(Recording.id) == recording_id)
    found = session.execute(query).first()
    if found is None:
        raise Refused("recording_gone")
    return found[0], found[1]


def _of(language: str, step: str) -> Any:
    return and_(col(Recording.language) == language, col(Recording.step) == step)
