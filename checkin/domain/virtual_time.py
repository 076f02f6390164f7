"""Virtual time for a rehearsal: what a round is played with, and an agenda of what happens when."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import count
from zoneinfo import ZoneInfo

from checkin.domain.climbing import Clocks
from checkin.domain.duty import Duty
from checkin.domain.ladder import Ladder


class Way(StrEnum):
    """How a round is done."""

    PACED = "paced"
    AT_ONCE = "at once"
    BY_HAND = "by hand"


@dataclass(frozen=True)
class Setting:
    """Everything about a round but its tenants."""

    start: datetime
    duty: Duty
    clocks: Clocks
    ladder: Ladder
    talk_minutes: float
    promise_minutes: int
    texts_per_second: float
    calls_per_second: float


class Agenda:
    """What happens when, and what time it is."""

    def __init__(self, start: datetime, zone: ZoneInfo) -> None:
        self.now = start
        self._zone = zone
        self._order = count()
        self._events: list[tuple[datetime, int, Callable[[], None]]] = []

    def at(self, moment: datetime, what: Callable[[], None]) -> None:
        """Write something down for a later moment."""
        heapq.heappush(self._events, (moment, next(self._order), what))

    def step(self) -> bool:
        """Let the next thing happen; False when nothing will any more."""
        if not self._events:
            return False
        self.now, _, what = heapq.heappop(self._events)
        what()
        return True

    def today(self) -> date:
        """Give the local day."""
        return self.now.astimezone(self._zone).date()
