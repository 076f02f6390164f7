"""What the screens and the provider ask about recordings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from checkin.domain.sound import SoundKind
from checkin.messaging.recordable import OWN, Piece, own_piece
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


@dataclass(frozen=True)
class OwnWords:
    """Words of a campaign or playbook that somebody recorded."""

    piece: Piece
    recordings: int
    played: bool


def own_words_recorded(session: Session, *, language: str) -> list[OwnWords]:
    """List the campaigns' own words of which there are recordings, also when no campaign says them any more."""
    row = Recording
    statement = (
        sa.select(col(row.step), col(row.words), sa.func.count(), sa.func.count().filter(col(row.active)))
        .where(col(row.language) == language, col(row.step).startswith(OWN))
        .group_by(col(row.step), col(row.words))
        .order_by(col(row.step))
    )
    rows = session.connection().execute(statement)
    return [OwnWords(own_piece(step, words), count, bool(active)) for step, words, count, active in rows]


def find_own(session: Session, *, language: str, step: str) -> Piece | None:
    """Give the own words of a step, as long as there is a recording of them."""
    statement = select(Recording.words).where(Recording.language == language, Recording.step == step)
    words = session.exec(statement.limit(1)).first()
    return None if words is None else own_piece(step, words)


def sound(session: Session, *, token: str, kind: SoundKind) -> bytes | None:
    """Give the sound behind an address, whichever version it is: a call may just have been told of an older one."""
    statement = select(Recording.content).where(Recording.token == token, Recording.kind == kind)
    return session.exec(statement).first()
