"""What a case needs from the runtime."""

from __future__ import annotations

from typing import Protocol

from checkin.domain.duty import Duty, Talk
from checkin.domain.office_hours import Calendar
from checkin.settings import Settings


class House(Protocol):
    """What a case needs from the runtime."""

    @property
    def settings(self) -> Settings: ...
    @property
    def office_hours(self) -> Calendar: ...
    @property
    def duty(self) -> Duty: ...
    @property
    def talk(self) -> Talk: ...
