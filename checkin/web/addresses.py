"""Where to go next, and never to another site."""

from __future__ import annotations

from urllib.parse import urlsplit

START = "/"


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
