"""What asking needs from the runtime."""

from __future__ import annotations

from typing import Protocol

from checkin.domain.office_hours import Calendar
from checkin.domain.words import Words
from checkin.settings import Settings


class House(Protocol):
    """The landlord's settings, words and hours."""

    @property
    def settings(self) -> Settings: ...
    @property
    def words(self) -> Words: ...
    @property
    def text_hours(self) -> Calendar: ...
    @property
    def call_hours(self) -> Calendar: ...
    @property
    def office_hours(self) -> Calendar: ...
