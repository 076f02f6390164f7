"""What one language needs in order to say names, numbers, days and times."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

NOON, HOURS_IN_DAY = 12, 24


class Style(StrEnum):
    """Where a moment is told."""

    TEXT = "text"
    VOICE = "voice"
    SCREEN = "screen"


Before = Callable[[int, int, Style], str]
"""Says “before 16.30” from an hour (24 is midnight at the end of the day), a minute and a style."""


@dataclass(frozen=True)
class Tongue:
    """One language."""

    digits: tuple[str, ...]
    today: str
    tomorrow: str
    weekdays: tuple[str, ...]
    """As they stand in “we call you on Monday”."""
    months: tuple[str, ...]
    """As they stand after the day: “3 December”."""
    before: Before
    far_day: str = "{weekday} {day} {month}"
    """A day that is more than a week away."""
    far_day_in_text: str = ""
    """The same where every letter counts; empty when it is no shorter."""
    first: str = "1"
    """The first day of a month."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """Before a surname, to the person: “Dag mevrouw Jansen”."""
    spoken_of: Mapping[str, str] = field(default_factory=dict)
    """Before a surname, about the person: “wij bellen voor …”; where it differs from `titles`."""
    plus: str = "plus"
    comma: str = ", "
    rest: str = "; "
    """Between two digits, and the longer one between two groups of them."""
    wide: bool = False
    """Its letters are outside the alphabet of text messages: 70 fit in one part, not 160."""
    right_to_left: bool = False
