"""What an address may hold: where to go next, never on another site, and numbers of rows."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from werkzeug.routing import IntegerConverter, Map

START = "/"
LARGEST_ID = 2**31 - 1
"""A database would call a larger number an error; for us it is a page that does not exist."""


class RowNumber(IntegerConverter):
    """The `<int:…>` of an address."""

    def __init__(self, map: Map, **given: Any) -> None:  # noqa: A002 - werkzeug's own name
        super().__init__(map, **{"max": LARGEST_ID, **given})


def row_number(text: str) -> int:
    """Read the number of a row from what a form or an address holds. Raises ValueError."""
    number = int(text)
    if not 0 < number <= LARGEST_ID:
        raise ValueError(text)
    return number


def safe_next(wanted: str | None) -> str:
    """Give the wanted address when it is a plain path on this site, otherwise the first page."""
    if not wanted or not wanted.startswith("/") or wanted.startswith("//"):
        return START
    # Browsers read a backslash as a slash and drop control characters: `/\evil.example` would leave the site.
    if "\\" in wanted or not wanted.isprintable():
        return START
    try:
        parts = urlsplit(wanted)
    except ValueError:
        return START
    return START if parts.scheme or parts.netloc else wanted
