"""What the provider's error codes mean for us, and what goes wrong on our side of the wire.

SettingsIncomplete
└── ConfigurationError   a setting that the provider's client cannot work with; the text names it
"""

from __future__ import annotations

import re
from enum import StrEnum
from types import MappingProxyType

from checkin.settings import SettingsIncomplete


class ConfigurationError(SettingsIncomplete):
    """A setting that the provider's client cannot work with; the text names the setting, never its value."""


class Blame(StrEnum):
    """Whose the failure is."""

    NUMBER = "number"
    """The number itself: trying it again is useless."""
    PASSING = "passing"
    """The network or the telephone, for now: again later, or another channel."""
    OURS = "ours"
    """Our request, account or settings: a person must repair it, and no number is the worse for it."""
    UNKNOWN = "unknown"


# Vonage Messages API, error codes; the grouping is ours. A code that is not here says nothing about the number.
BLAME = MappingProxyType(
    {
        **dict.fromkeys(("1050", "1170", "1190", "1240", "1250", "1280"), Blame.NUMBER),
        **dict.fromkeys(("1000", "1030", "1100", "1180", "1220", "1230", "1260", "1331", "1360"), Blame.PASSING),
        **dict.fromkeys(("1020", "1040", "1060", "1070", "1090", "1120", "1130", "1140", "1150", "1160"), Blame.OURS),
        **dict.fromkeys((f"147{digit}" for digit in range(10)), Blame.OURS),
        **dict.fromkeys((f"148{digit}" for digit in range(10)), Blame.OURS),
    }
)

# The provider reads a request before it refuses it: none of these was sent (Messages API and Voice API, errors).
OUR_STATUSES = frozenset({401, 402, 403, 404, 405})
PASSING_STATUSES = frozenset({408, 409, 425, 429})
THE_NUMBER = re.compile(r"(to|destination)\b")


def blame_for_report(code: str) -> Blame:
    """Tell whose failure a status report describes."""
    return BLAME.get(code, Blame.UNKNOWN)


def blame_for_refusal(status: int, code: str, wrong_fields: tuple[str, ...]) -> Blame:
    """Tell whose failure a 4xx answer to our request describes: by status, then by the code after the `#`."""
    if status in PASSING_STATUSES:
        return Blame.PASSING
    if status in OUR_STATUSES:
        return Blame.OURS
    if any(THE_NUMBER.match(name) for name in wrong_fields):
        return Blame.NUMBER
    return Blame.NUMBER if BLAME.get(code) is Blame.NUMBER else Blame.OURS
