"""What the flow needs from the runtime."""

from __future__ import annotations

from typing import Protocol
from zoneinfo import ZoneInfo

from checkin.domain.duty import Duty, Talk
from checkin.domain.office_hours import Calendar
from checkin.domain.words import Words
from checkin.settings import Settings


class House(Protocol):
    """Settings, words and calendars; the runtime is one."""

    @property
    def settings(self) -> Settings: ...
    @property
    def words(self) -> Words: ...
    @property
    def zone(self) -> ZoneInfo: ...
    @property
    def text_hours(self) -> Calendar: ...
    @property
    def call_hours(self) -> Calendar: ...
    @property
    def office_hours(self) -> Calendar: ...
    @property
    def duty(self) -> Duty: ...
    @property
    def talk(self) -> Talk: ...
