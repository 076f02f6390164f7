"""What the screens and the provider ask about recordings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from checkin.domain.sound import SoundKind
from checkin.messaging.recordable import Piece
from checkin.staff.models import Staff
from checkin.voice.models import Recording


@dataclass(frozen=True)
class Version:
    """One recording as the screen shows it, without its sound."""

    id: int
    step: str
    version: int
    file: str
    """The last part of its public address."""
    seconds: float
    active: bool
    current: bool
    """Whether its words are what the menu says today; if not, it is not played."""
    by: str | None
    at: datetime

    @property
    def played(self) -> bool:
        return self.active and self.current


def versions(session: Session, *, language: str, pieces: Iterable[Piece]) -> dict[str, list[Version]]:
    """List the recordings of a language by step, the newest first."""
    words = {piece.step: "\n".join(piece.sentences) for piece in pieces}
    row = Recording
    columns = (row.id, row.step, row.version, row.token, row.kind, row.seconds, row.active, row.words, row.uploaded_at)
    statement = (
        sa.select(*columns, Staff.name)  # type: ignore[call-overload]
        .join(Staff, col(Staff.id) == col(Recording.uploaded_by), isouter=True)
        .where(col(Recording.language) == language)
        .order_by(col(Recording.step), col(Recording.version).desc())
    )
    found: dict[str, list[Version]] = {}
    for id_, step, version, token, kind, seconds, active, said, at, by in session.connection().execute(statement):
        one = Version(id_, step, version, f"{token}.{kind.value}", seconds, active, words.get(step) == said, by, at)
        found.setdefault(step, []).append(one)
    return found


def sound(session: Session, *, token: str, kind: SoundKind) -> bytes | None:
    """Give the sound behind an address, whichever version it is: a call may just have been told of an older one."""
    statement = select(Recording.content).where(Recording.token == token, Recording.kind == kind)
    return session.exec(statement).first()
