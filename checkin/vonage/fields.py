"""Reading single fields out of what the provider sends: strict about what we count on, tolerant about the rest."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any, NoReturn

LONGEST_BODY = 64 * 1024
LONGEST_TEXT = 4000
LONGEST_ID = 100
LONGEST_WORD = 60

_DIGITS = re.compile(r"\d{3,15}")
_OUR_REFERENCE = re.compile(r"[A-Za-z0-9_-]{1,40}")
# What neither a database nor a screen can hold: NUL, and halves of characters outside the first plane.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class PayloadError(ValueError):
    """A body that is not what its webhook carries. The text names a field, never its value."""


def read_body(body: bytes) -> dict[str, Any]:
    """Read the JSON object of a webhook. Raises PayloadError."""
    if len(body) > LONGEST_BODY:
        raise PayloadError("the body is too long")
    try:
        # Numbers such as NaN are not JSON, and the database would refuse them.
        value = json.loads(body.decode("utf-8-sig"), parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise PayloadError("the body is not JSON") from None
    if not isinstance(value, dict):
        raise PayloadError("the body is not an object")
    return value


def _refuse(_constant: str) -> NoReturn:
    raise ValueError


def clean(text: str, longest: int) -> str:
    """Give a text that can be stored: no NUL, no half characters, not too long."""
    return _UNSTORABLE.sub("\ufffd", text)[:longest]


def identifier(body: dict[str, Any], *names: str) -> str:
    """Take the provider's id, under the first of its names that is there. Raises PayloadError."""
    for name in names:
        value = body.get(name)
        if isinstance(value, str) and 0 < len(value) <= LONGEST_ID and value.isprintable():
            return clean(value, LONGEST_ID)
    raise PayloadError(f"{names[0]} is missing")


def word(value: object) -> str:
    """Take a short word or number as text; anything else counts as not there."""
    if isinstance(value, str):
        return clean(value.strip(), LONGEST_WORD)
    return str(value) if _is_number(value) else ""


def phone_number(value: object) -> str:
    """Give a number in E.164 with its plus, or nothing when it is withheld, a name, or no number at all."""
    if isinstance(value, dict):
        value = value.get("number")
    digits = str(value).strip().removeprefix("+") if isinstance(value, str) or _is_number(value) else ""
    digits = digits.removeprefix("00")
    return f"+{digits}" if _DIGITS.fullmatch(digits) and digits.isascii() else ""


def our_reference(value: object) -> str | None:
    """Take our own reference; what cannot be one is nobody's."""
    return value if isinstance(value, str) and _OUR_REFERENCE.fullmatch(value) else None


def seconds(value: object) -> int:
    """Take a duration, which comes as text or as a number; what is neither counts as nothing."""
    text = word(value)
    return int(text) if text.isdecimal() and len(text) < len("100000") else 0


def moment(value: object) -> str | None:
    """Take a time as text in UTC; information only, since it is the provider's clock."""
    if not isinstance(value, str):
        return None
    try:
        given = datetime.fromisoformat(value.strip())
        return given.replace(tzinfo=given.tzinfo or UTC).astimezone(UTC).isoformat()
    except (ValueError, OverflowError):
        return None


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < 10**15
