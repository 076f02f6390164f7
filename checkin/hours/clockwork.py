"""The calendars that hold now, read from the database every few seconds and not for every question."""

from __future__ import annotations

import threading
import time
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection

from checkin.db import Base, reading
from checkin.domain.opening_times import Calendars, OpeningTimes
from checkin.hours.service import CHANGED, newest, times_of
from checkin.settings import Settings

KEEP_SECONDS = 2.0
"""So long a process may work with times that another process has just changed."""


class Clockwork:
    """Gives the times and their calendars. One thread looks again; the others go on with what is known meanwhile."""

    def __init__(self, base: Base, settings: Settings) -> None:
        self._base = base
        self._settings = settings
        self._zone = ZoneInfo(settings.timezone)
        self._lock = threading.Lock()
        self._look_at = 0.0
        self._changes = 0
        self._known: tuple[int, OpeningTimes, Calendars] | None = None

    @property
    def times(self) -> OpeningTimes:
        """The times that hold now."""
        return self._now()[1]

    @property
    def calendars(self) -> Calendars:
        """The calendars of the times that hold now."""
        return self._now()[2]

    def noted(self, noted: dict[str, Any]) -> None:
        """Look again at the next question, when a unit of work of this process changed the times."""
        if noted.get(CHANGED):
            self._changes += 1
            self._look_at = 0.0

    def _now(self) -> tuple[int, OpeningTimes, Calendars]:
        known = self._known
        if known is not None and (time.monotonic() < self._look_at or not self._lock.acquire(blocking=False)):
            return known
        if known is None:
            self._lock.acquire()
        try:
            return self._look()
        finally:
            self._lock.release()

    def _look(self) -> tuple[int, OpeningTimes, Calendars]:
        changes = self._changes
        try:
            with reading(self._base) as session:
                change = newest(session)
        except (OperationalError, NoConnection):
            if self._known is None:
                raise
            # The database is away for a moment: the times of a moment ago are the best there are.
            change = None
        else:
            number = change.id or 0 if change else 0
            if self._known is None or self._known[0] != number:
                times = times_of(change, self._settings)
                self._known = (number, times, times.calendars(self._zone))
        if changes == self._changes:
            self._look_at = time.monotonic() + KEEP_SECONDS
        return self._known
