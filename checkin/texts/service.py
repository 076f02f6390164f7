"""Changing the words of the house: a new version that follows the one the coordinator saw; what was stays."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session, col

from checkin.db import insert_once
from checkin.domain.errors import Refused
from checkin.domain.words import Lines, Words
from checkin.messaging.house_words import ORIGINAL
from checkin.messaging.ruler import places
from checkin.messaging.word_rules import faults
from checkin.settings import Settings
from checkin.texts.models import WordsChange

CHANGED = "words_changed"
"""What a unit of work notes, so that this process says the new words at once."""


def newest_version(session: Session, *, language: str, key: str) -> int:
    """Give the number of the version that holds now; 0 when the words were never changed."""
    query = select(func.max(col(WordsChange.version))).where(
        col(WordsChange.language) == language, col(WordsChange.key) == key
    )
    return session.execute(query).scalar_one() or 0


def change_words(
    session: Session,
    words: Words,
    settings: Settings,
    *,
    language: str,
    key: str,
    lines: Lines,
    follows: int,
    staff_id: int | None,
    now: datetime,
) -> None:
    """Say these words from now on. Those that checkin brings are kept as such: a newer version brings newer ones.

    Raises Refused: "words_wrong" when something is missing that must stay (`what` names the fault's code), and
    "words_changed" when somebody else was first.
    """
    sample = places(words, language, key=key, org=settings.organisation, phone=settings.organisation_phone)
    if wrong := faults(key, language, lines, sample):
        raise Refused("words_wrong", what=wrong[0].code)
    kept = None if lines == ORIGINAL.sentences(key, language) else list(lines)
    _keep(session, language=language, key=key, lines=kept, follows=follows, staff_id=staff_id, now=now)


def _keep(session: Session, *, follows: int, now: datetime, **what: Any) -> None:
    row = {**what, "version": follows + 1, "at": now}
    if insert_once(session, WordsChange.__table__, row) is None:  # type: ignore[attr-defined]
        raise Refused("words_changed")
    session.info[CHANGED] = True
