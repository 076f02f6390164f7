"""What the pages about words and the phrasebook ask: what holds now, and who changed what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session, col

from checkin.domain.words import Lines
from checkin.messaging.house_words import ORIGINAL
from checkin.staff.models import Staff
from checkin.texts.models import WordsChange

VERSIONS_SHOWN = 20


@dataclass(frozen=True)
class Version:
    """One version of some words: what it says, whether that is the original, and who made it when."""

    number: int
    lines: Lines
    original: bool
    at: datetime
    who: str


def newest_change(session: Session) -> int:
    """Give the number of the newest change of any words; 0 when there was none."""
    return session.execute(select(func.max(col(WordsChange.id)))).scalar_one() or 0


def _newest() -> Any:
    return select(func.max(col(WordsChange.id))).group_by(col(WordsChange.language), col(WordsChange.key))


def changes(session: Session) -> dict[tuple[str, str], Lines]:
    """Give the words that are not as checkin brings them, by language and key."""
    query = select(WordsChange).where(col(WordsChange.id).in_(_newest()))
    rows = session.execute(query).scalars()
    return {(row.language, row.key): tuple(row.lines) for row in rows if row.lines is not None}


def changed_in(session: Session, language: str) -> dict[str, Version]:
    """Give the newest version of everything that is changed in a language."""
    query = _with_names().where(col(WordsChange.id).in_(_newest()), col(WordsChange.language) == language)
    found = {row.key: _version(row, name) for row, name in session.execute(query).all()}
    return {key: version for key, version in found.items() if not version.original}


def versions(session: Session, *, language: str, key: str) -> list[Version]:
    """List the versions of some words, the newest first."""
    query = (
        _with_names()
        .where(col(WordsChange.language) == language, col(WordsChange.key) == key)
        .order_by(col(WordsChange.version).desc())
        .limit(VERSIONS_SHOWN)
    )
    return [_version(row, name) for row, name in session.execute(query).all()]


def _with_names() -> Any:
    return select(WordsChange, col(Staff.name)).outerjoin(Staff, col(Staff.id) == col(WordsChange.staff_id))


def _version(row: WordsChange, name: str | None) -> Version:
    lines = ORIGINAL.sentences(row.key, row.language) if row.lines is None else tuple(row.lines)
    return Version(row.version, lines, row.lines is None, row.at, name or "")
