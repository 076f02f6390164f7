"""Telephone numbers as the network writes them: international, digits only."""

from __future__ import annotations

import re

SEPARATORS = re.compile(r"[\s().+/-]")
MOBILE_LENGTH = 10
VIRTUAL_LENGTH = 12  # numbers that begin with 097
CANONICAL = re.compile(r"[1-9][0-9]{6,14}")


def canonical(number: str) -> str | None:
    """Return the number as `31612345678`, or None when it cannot be one."""
    digits = SEPARATORS.sub("", number)
    if digits.startswith("00"):
        digits = digits[2:]
    elif digits.startswith("0"):
        digits = "31" + digits[1:]
    return digits if CANONICAL.fullmatch(digits) else None


def is_wire_number(value: object) -> bool:
    """Tell whether the provider takes it: 7 to 15 digits, no `+`, no leading zero."""
    return isinstance(value, str) and CANONICAL.fullmatch(value) is not None


def spoken_number(number: str) -> str:
    """Return the number as people write it: 06 12 34 56 78, 0970 1052 0001, or +32 … from abroad."""
    national = "0" + number[2:]
    if number.startswith("31") and len(national) == MOBILE_LENGTH:
        return " ".join([national[:2], *re.findall("..", national[2:])])
    if number.startswith("31") and len(national) == VIRTUAL_LENGTH:
        return " ".join(re.findall("....", national))
    return "+" + number
