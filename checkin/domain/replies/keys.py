"""Reads the keys that were pressed in the telephone menu."""

from __future__ import annotations

from checkin.domain.meanings import Meaning

KEYS = {
    "1": Meaning.CHAT,
    "2": Meaning.HELP,
    "3": Meaning.FINE,
    "9": Meaning.STOP,
    "112": Meaning.URGENT,
}


def read_key(digits: str) -> Meaning | None:
    """Read the keys pressed in the telephone menu; none, another key, or several different ones mean nothing."""
    pressed = digits.strip(" #")
    once = pressed[:1] if len(set(pressed)) == 1 else pressed
    return KEYS.get(once)
