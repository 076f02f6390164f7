"""What the house says now, as each process knows it: at most a few seconds old."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from checkin.db import Base, reading
from checkin.domain.words import Lines, Words
from checkin.kept import Kept
from checkin.logs import logger
from checkin.messaging.house_words import ORIGINAL
from checkin.messaging.word_rules import needed_places, places_in, places_of
from checkin.texts.queries import changes, newest_change
from checkin.texts.service import CHANGED

log = logger(__name__)

KEEP_SECONDS = 2.0
"""So long a process may say words that another process has just changed."""


@dataclass(frozen=True)
class _Set:
    number: int
    words: Words


class Phrasebook:
    """Gives the words of the house; a change is said at once by who made it, by others within seconds."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._kept = Kept(self._look, KEEP_SECONDS)

    @property
    def words(self) -> Words:
        """The words that hold now."""
        return self._kept.get().words

    def noted(self, noted: dict[str, Any]) -> None:
        """Look again, when a unit of work of this process changed words."""
        if noted.get(CHANGED):
            self._kept.forget()

    def _look(self, known: _Set | None) -> _Set:
        with reading(self._base) as session:
            number = newest_change(session)
            if known is not None and known.number == number:
                return known
            found = changes(session) if number else {}
        return _Set(number, ORIGINAL.changed(dict(_usable(found))))


def _usable(found: dict[tuple[str, str], Lines]) -> Iterator[tuple[tuple[str, str], Lines]]:
    """Leave out what a newer version of checkin cannot fill in any more: the tenant then hears the original."""
    for (language, key), lines in found.items():
        known = key in ORIGINAL.by_language.get(language, {})
        given = places_in("\n".join(lines)) if known else None
        if given is None or not needed_places(key, language) <= given <= set(places_of(key, language)):
            log.warning("changed words cannot be said", language=language, key=key)
            continue
        yield (language, key), lines
