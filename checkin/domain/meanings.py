"""What a reply can mean, and how surely it was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Meaning(StrEnum):
    """What a reply means for the tenant."""

    CHAT = "chat"
    HELP = "help"
    YES = "yes"
    FINE = "fine"
    LATER = "later"
    STOP = "stop"
    START = "start"
    WRONG_NUMBER = "wrong_number"
    URGENT = "urgent"
    UNCLEAR = "unclear"


POSITIVE = frozenset({Meaning.CHAT, Meaning.HELP, Meaning.YES, Meaning.URGENT})
"""Meanings that open a case."""


@dataclass(frozen=True)
class Reading:
    """How a text was read. Only a sure reading may act alone; any other is a suggestion to the person who reads."""

    meaning: Meaning
    sure: bool = False
    because: tuple[str, ...] = ()
    """The words of the tenant that led to it, as they were written."""
    when: datetime | None = None
    """The moment that is wished for a call."""
    language: str = "nl"
    """The language in which it was written; Dutch where nothing tells."""
    automatic: bool = False
    """An automatic reply (“ik rijd nu”): never answered."""
    despair: bool = False
    """Urgent in the way for which 113 exists."""
    asks_who: bool = False
    """Doubts whether we are real; gets S12."""
    deceased: bool = False
    """Somebody else tells that the tenant has died: everything stops, and a person sends condolences."""
