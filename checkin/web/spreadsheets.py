"""Values for a spreadsheet that no spreadsheet takes for a formula."""

from __future__ import annotations

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
"""What a spreadsheet may run as a formula (OWASP, CSV injection), full-width signs included."""


def guarded(value: object) -> str:
    """Write a value so that no spreadsheet takes it for a formula; a number stays a number."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) and not isinstance(value, int | float) else text
