"""Which words are played from a recording, as each web process knows it: at most a few seconds old."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import cast

from flask import Flask
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import col

from checkin.db import Base, reading
from checkin.logs import logger
from checkin.voice.models import Recording

log = logger(__name__)

KEPT_SECONDS = 3.0
"""A call waits for its words; asking the database for every one of them would cost more than a change may wait."""
EXTENSION = "checkin.recorded"
Words = tuple[str, tuple[str, ...]]
"""A language, and sentences."""


def recorded_in(app: Flask, base: Base) -> Recorded:
    """Give what this web process knows."""
    return cast("Recorded", app.extensions.setdefault(EXTENSION, Recorded(base)))


class Recorded:
    """The recordings that are played, by their words: the last part of each one's public address."""

    def __init__(self, base: Base, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._base = base
        self._clock = clock
        self._known: Mapping[Words, str] = {}
        self._until = float("-inf")

    def known(self) -> Mapping[Words, str]:
        """Give them, looked up anew every few seconds. A call never fails for this: what was known then still holds."""
        if self._clock() >= self._until:
            try:
                self._known = self._look()
            except SQLAlchemyError as error:
                log.warning("recordings not looked up", error=type(error).__name__)
            self._until = self._clock() + KEPT_SECONDS
        return self._known

    def forget(self) -> None:
        """Look again at the next call."""
        self._until = float("-inf")

    def _look(self) -> Mapping[Words, str]:
        query = select(col(Recording.language), col(Recording.words), col(Recording.token), col(Recording.kind)).where(
            col(Recording.active)
        )
        with reading(self._base) as session:
            rows = session.execute(query).all()
        return {(language, tuple(words.split("\n"))): f"{token}.{kind.value}" for language, words, token, kind in rows}
