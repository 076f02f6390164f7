"""What a phrase in a reply can say; each language fills these senses with its own words."""

from __future__ import annotations

from enum import IntEnum, auto


class Sense(IntEnum):
    """What one phrase says, each a bit of its own. `weighing.py` weighs them; `words/` lists the phrases."""

    @staticmethod
    def _generate_next_value_(name: str, start: int, count: int, last_values: list[int]) -> int:  # noqa: ARG004
        return 1 << count

    # Danger, and what takes its force away.
    DANGER = auto()
    """Unmistakable: acts alone."""
    ALARM = auto()
    """May be danger: people are alarmed just the same, and one of them reads it."""
    DESPAIR = auto()
    """Danger for which the line 113 exists."""
    SAFE = auto()
    """An everyday saying that only sounds like danger; what stands inside it is not looked at."""
    PAST = auto()
    """Told of long ago."""
    LATELY = auto()
    """Told of some weeks ago: over only when it is said to be."""
    HEALED = auto()
    """Told of what is over."""
    NOW = auto()
    """It is going on: takes the past tense back."""
    JOKE = auto()
    SERIOUS = auto()
    """“Echt waar”: takes the joke back."""

    # Who writes.
    AUTOMATIC = auto()
    ASKS_WHO = auto()
    WRONG = auto()
    WRONG_WHOLE = auto()
    """A wrong number, said so plainly that it may act alone."""
    MOVED = auto()
    DECEASED = auto()

    # What is wished.
    STOP = auto()
    STOP_WHOLE = auto()
    START = auto()
    HELP = auto()
    """A wish for help, or a need that says all."""
    THING = auto()
    """Something in or around a home; with a fault it is a need."""
    FAULT = auto()
    MATTER = auto()
    """A subject that people need help with; alone it only suggests."""
    WANT = auto()
    """“Ik wil een …”: with a thing or a matter it is a wish."""
    CHAT = auto()
    LOW = auto()
    """Lonely, sad, not well: somebody to ring."""
    WARM = auto()
    """Sounds like a yes to a chat; alone it only suggests."""
    YES = auto()
    WILLING = auto()
    """“Graag” makes a wish of what stands beside it, and is one by itself."""
    LATER = auto()
    """Not now, with no more than that."""
    TIME = auto()
    """A moment; `times.py` works out which."""
    MAYBE_LATER = auto()
    """Why somebody cannot talk now; alone it only suggests."""
    UNWANTED = auto()
    """What is said not to be wanted; wishes inside it are not looked at."""

    # How it goes.
    FINE = auto()
    NO = auto()
    GOOD = auto()
    """A good word that could also mean “understood”; alone it only suggests."""
    ASIDE = auto()
    """Others look after me: all is well, unless more is said."""
    BESIDE = auto()
    """Little words that may stand beside “all is well” and say nothing by themselves."""
    SO_SO = auto()
    UNSURE = auto()
    """Questions and shrugs: a person reads them."""

    # Around it.
    KEY_CHAT = auto()
    KEY_HELP = auto()
    KEY_FINE = auto()
    KEY_STOP = auto()
    NUMBER = auto()
    BEFORE_KEY = auto()
    NOT = auto()
    BUT = auto()
    AND = auto()
    ASKED = auto()
    """There is a question mark."""
    RETURNED = auto()
    """“En met u?”: a question that only gives ours back."""
    POLITE = auto()
    ADDRESS = auto()
    """“Mevrouw”, after which a name may stand."""
    SIGNED = auto()
    """“Groeten”, after which names may stand."""
