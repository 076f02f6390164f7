"""The times and calendars that hold now, as the database has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from checkin.db import Base, reading
from checkin.domain.opening_times import Calendars, OpeningTimes
from checkin.hours.service import CHANGED, newest, times_of
from checkin.kept import Kept
from checkin.settings import Settings

KEEP_SECONDS = 2.0
"""So long a process may work with times that another process has just changed."""


@dataclass(frozen=True)
class _Set:
    number: int
    times: OpeningTimes
    calendars: Calendars


class Clockwork:
    """Gives the times and their calendars; a change is seen at once by who made it, by others within seconds."""

    def __init__(self, base: Base, settings: Settings) -> None:
        self._base = base
        self._settings = settings
        self._zone = ZoneInfo(settings.timezone)
        self._kept = Kept(self._look, KEEP_SECONDS)

    @property
    def times(self) -> OpeningTimes:
        """The times that hold now."""
        return self._kept.get().times

    @property
    def calendars(self) -> Calendars:
        """The calendars of the times that hold now."""
        return self._kept.get().calendars

    def noted(self, noted: dict[str, Any]) -> None:
        """Look again, when a unit of work of this process changed the times."""
        if noted.get(CHANGED):
            self._kept.forget()

    def _look(self, known: _Set | None) -> _Set:
        with reading(self._base) as session:
            change = newest(session)
        number = (change.id or 0) if change else 0
        if known is not None and known.number == number:
            return known
        times = times_of(change, self._settings)
        return _Set(number, times, times.calendars(self._zone))
