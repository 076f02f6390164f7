"""The ladder of a campaign: in which order its tenants are asked, how often, what follows each end, what comes last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from checkin.domain.attempts import AskedBy, AttemptEnd

VERSION = 1


class MobileOrder(StrEnum):
    """How a mobile telephone is asked. A landline is only ever rung."""

    TEXT_THEN_VOICE = "text_then_voice"
    VOICE_THEN_TEXT = "voice_then_text"
    TEXT_ONLY = "text_only"
    VOICE_ONLY = "voice_only"


CHANNELS = {
    MobileOrder.TEXT_THEN_VOICE: (AskedBy.TEXT, AskedBy.VOICE),
    MobileOrder.VOICE_THEN_TEXT: (AskedBy.VOICE, AskedBy.TEXT),
    MobileOrder.TEXT_ONLY: (AskedBy.TEXT,),
    MobileOrder.VOICE_ONLY: (AskedBy.VOICE,),
}


class Then(StrEnum):
    """What follows an end. Each is a wish: what cannot be gives way to the next best, so long as tries are left."""

    AGAIN_SOON = "again_soon"
    OTHER_DAYPART = "other_daypart"
    OTHER_DAY = "other_day"
    NEXT_NUMBER = "next_number"
    OTHER_CHANNEL = "other_channel"
    END = "end"


class After(StrEnum):
    """What comes after the last try of a tenant who did not answer."""

    LIST = "list"
    PERSONAL_CALL = "personal_call"
    CARETAKER = "caretaker"


REACHED_A_TELEPHONE = (Then.OTHER_DAYPART, Then.OTHER_DAY, Then.NEXT_NUMBER, Then.OTHER_CHANNEL, Then.END)
REACHED_NOTHING = (Then.NEXT_NUMBER, Then.OTHER_CHANNEL, Then.END)
ALLOWED: Mapping[AttemptEnd, tuple[Then, ...]] = MappingProxyType(
    {
        AttemptEnd.BUSY: (Then.AGAIN_SOON, *REACHED_A_TELEPHONE),
        AttemptEnd.NO_ANSWER: REACHED_A_TELEPHONE,
        AttemptEnd.VOICEMAIL: REACHED_A_TELEPHONE,
        AttemptEnd.REJECTED: REACHED_A_TELEPHONE,
        AttemptEnd.HUNG_UP: REACHED_A_TELEPHONE,
        AttemptEnd.NOT_DELIVERED: REACHED_NOTHING,
        AttemptEnd.NUMBER_DEAD: REACHED_NOTHING,
        AttemptEnd.DELIVERED: (Then.OTHER_CHANNEL, Then.END),
    }
)
"""The rows of a ladder, and what each may hold. The rule of DELIVERED counts after the last text.

What is not in here is no choice of a campaign: picked up and silent, or an outcome that nobody knows, is rung by a
person; what never left is our own trouble and is tried again.
"""
RULES: Mapping[AttemptEnd, Then] = MappingProxyType(
    {
        AttemptEnd.BUSY: Then.AGAIN_SOON,
        AttemptEnd.NO_ANSWER: Then.OTHER_DAYPART,
        AttemptEnd.VOICEMAIL: Then.OTHER_DAY,
        AttemptEnd.REJECTED: Then.OTHER_DAYPART,
        AttemptEnd.HUNG_UP: Then.OTHER_DAYPART,
        AttemptEnd.NOT_DELIVERED: Then.NEXT_NUMBER,
        AttemptEnd.NUMBER_DEAD: Then.NEXT_NUMBER,
        # A text that arrived and was not answered: the robot does not go on by telephone unless that was chosen.
        AttemptEnd.DELIVERED: Then.END,
    }
)
LIMITS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "texts": (1, 5),
        "calls": (1, 10),
        "calls_a_number": (1, 10),
        "busy_repeats": (0, 5),
        "soon_minutes": (5, 120),
        "rest_hours": (0, 48),
        "reminder_days": (1, 14),
    }
)
"""The least and the most of each number: nobody is harassed by a typing error."""


@dataclass(frozen=True)
class Ladder:
    """One ladder of attempts. The defaults are those of the house.

    Only what arrived counts as a try: a text that was delivered, a telephone that rang. A busy line did not ring, so
    it is rung again soon without counting, so many times in a row; the next busy is a try like any other.
    """

    mobile: MobileOrder = MobileOrder.TEXT_THEN_VOICE
    texts: int = 2
    """Texts that arrive, the reminder included, over all numbers of a tenant."""
    calls: int = 3
    """Calls that ring, over all numbers of a tenant."""
    calls_a_number: int = 2
    """After so many calls that rang one number, the next number comes first."""
    busy_repeats: int = 2
    """A busy line is rung again soon, so many times in a row, before it counts."""
    soon_minutes: int = 15
    rest_hours: int = 2
    """At least this long between two calls that rang."""
    reminder_days: int = 2
    """Working days that a text is given for an answer."""
    rules: Mapping[AttemptEnd, Then] = field(default_factory=lambda: RULES)
    after: After = After.LIST

    def __post_init__(self) -> None:
        """Refuse what no ladder may hold. Raises ValueError with the name of what is wrong."""
        for name, (least, most) in LIMITS.items():
            if not least <= getattr(self, name) <= most:
                raise ValueError(f"{name} must be from {least} to {most}")
        for end, allowed in ALLOWED.items():
            if self.rules.get(end) not in allowed:
                raise ValueError(f"{end} cannot be followed by {self.rules.get(end)}")
        if set(self.rules) != set(ALLOWED):
            raise ValueError("a rule that is no choice of a campaign")

    @property
    def rings_first(self) -> bool:
        """Tell whether a mobile is rung before, or instead of, being sent a text."""
        return CHANNELS[self.mobile][0] is AskedBy.VOICE

    def __hash__(self) -> int:
        return hash((self.mobile, self.texts, self.calls, self.after, *sorted(self.rules.items())))

    def to_json(self) -> dict[str, Any]:
        """Give the ladder as it is stored with a campaign and shared with another landlord."""
        return {
            "version": VERSION,
            "mobile": self.mobile.value,
            **{name: getattr(self, name) for name in LIMITS},
            "rules": {end.value: then.value for end, then in self.rules.items()},
            "after": self.after.value,
        }

    @classmethod
    def from_json(cls, given: Mapping[str, Any], house: Ladder | None = None) -> Ladder:
        """Read a ladder; what is left out is as in the house. Raises ValueError with what is wrong.

        1. a version that we do not know is refused, not guessed
        2. so is every word that we do not know: a typing error must not become a silent default
        """
        if given.get("version", VERSION) != VERSION:
            raise ValueError(f"a ladder of version {given['version']} is unknown")
        unknown = set(given) - {"version", "mobile", "rules", "after", *LIMITS}
        if unknown:
            raise ValueError(f"unknown in a ladder: {', '.join(sorted(map(str, unknown)))}")
        house = house or cls()
        return replace(
            house,
            mobile=MobileOrder(given.get("mobile", house.mobile)),
            rules=_rules(given.get("rules", {}), house.rules),
            after=After(given.get("after", house.after)),
            **{name: _whole(name, given[name]) for name in LIMITS if name in given},
        )


def _rules(given: object, house: Mapping[AttemptEnd, Then]) -> Mapping[AttemptEnd, Then]:
    if not isinstance(given, Mapping):
        raise ValueError("rules must be a table")  # noqa: TRY004  one kind of error for whoever reads a file
    return MappingProxyType({**house, **{AttemptEnd(end): Then(then) for end, then in given.items()}})


def _whole(name: str, given: object) -> int:
    if not isinstance(given, int) or isinstance(given, bool):
        raise ValueError(f"{name} must be a whole number")  # noqa: TRY004
    return given
