"""Weighs what was heard: the most serious of it decides, and the clear wishes act alone.

Read `RULES` from top to bottom: it is the whole of what a text can be taken for when it is no whole message.
"""

from __future__ import annotations

from typing import NamedTuple

from checkin.domain.meanings import Meaning
from checkin.domain.replies.heard import Heard
from checkin.domain.replies.senses import Sense


class Rule(NamedTuple):
    """When one of `any` is heard, and one of `also`, and none of `unless`: that is what it means."""

    any: int
    meaning: Meaning
    also: int = 0
    unless: int = 0
    sure_unless: int = ~0
    """It acts alone, unless one of these is heard as well; by default it never does."""
    loose: int = 99
    """As many words may say nothing to us."""


DOUBTS = Sense.ASKS_WHO | Sense.AUTOMATIC | Sense.UNSURE | Sense.HEALED | Sense.JOKE
MIXED = DOUBTS | Sense.UNWANTED
RULES = (
    Rule(Sense.WRONG_WHOLE | Sense.WRONG, Meaning.WRONG_NUMBER),
    Rule(Sense.DECEASED, Meaning.WRONG_NUMBER, unless=Sense.LOW | Sense.CHAT),
    Rule(Sense.MOVED, Meaning.WRONG_NUMBER, unless=Sense.HELP),
    Rule(Sense.STOP | Sense.STOP_WHOLE, Meaning.STOP),
    Rule(Sense.HELP, Meaning.HELP, sure_unless=DOUBTS),
    Rule(Sense.THING, Meaning.HELP, also=Sense.FAULT, sure_unless=DOUBTS),
    Rule(
        Sense.WANT, Meaning.HELP, also=Sense.THING | Sense.MATTER, unless=Sense.CHAT, sure_unless=DOUBTS | Sense.ASKED
    ),
    Rule(Sense.KEY_HELP, Meaning.HELP, also=Sense.KEY_CHAT, unless=Sense.KEY_FINE | Sense.KEY_STOP | Sense.NOT),
    Rule(Sense.ASKS_WHO, Meaning.UNCLEAR),
    Rule(Sense.LATER, Meaning.LATER, unless=Sense.UNSURE, sure_unless=DOUBTS | Sense.NO, loose=4),
    Rule(
        Sense.TIME, Meaning.LATER, also=Sense.CHAT | Sense.YES | Sense.WILLING | Sense.WARM, sure_unless=DOUBTS, loose=4
    ),
    Rule(Sense.TIME, Meaning.LATER, sure_unless=DOUBTS, loose=1),
    Rule(Sense.TIME, Meaning.LATER, also=Sense.CHAT),
    Rule(Sense.CHAT, Meaning.CHAT, sure_unless=DOUBTS),
    Rule(Sense.LOW, Meaning.CHAT, sure_unless=DOUBTS),
    Rule(Sense.PAST, Meaning.UNCLEAR),
    Rule(Sense.HEALED, Meaning.UNCLEAR, unless=Sense.FINE),
    Rule(Sense.FAULT, Meaning.HELP, unless=Sense.FINE),
    Rule(Sense.MATTER, Meaning.HELP, unless=Sense.FINE | Sense.NO),
    Rule(Sense.UNSURE, Meaning.UNCLEAR),
    Rule(Sense.LATER | Sense.TIME, Meaning.LATER, unless=Sense.FINE),
    Rule(Sense.THING | Sense.MATTER | Sense.FAULT, Meaning.HELP, also=Sense.BUT),
    Rule(Sense.MAYBE_LATER, Meaning.LATER, unless=Sense.FINE),
    Rule(Sense.SO_SO, Meaning.UNCLEAR, also=Sense.NO),
    Rule(Sense.FINE | Sense.GOOD, Meaning.UNCLEAR, also=Sense.ASKED),
    Rule(Sense.FINE | Sense.NO | Sense.ASIDE, Meaning.FINE),
    Rule(Sense.YES, Meaning.UNCLEAR, also=Sense.ASKED),
    Rule(Sense.YES, Meaning.YES),
    Rule(Sense.SO_SO, Meaning.UNCLEAR),
    Rule(Sense.WARM, Meaning.CHAT),
    Rule(Sense.GOOD, Meaning.FINE),
    Rule(Sense.THING, Meaning.HELP),
)
"""The first that fits."""


SHOWN = {
    Meaning.HELP: Sense.HELP | Sense.THING | Sense.FAULT,
    Meaning.CHAT: Sense.CHAT | Sense.LOW,
    Meaning.LATER: Sense.LATER | Sense.TIME,
}
"""Words that are shown with a reading, whichever rule it was: whoever reads sees what it is about."""


def weigh(heard: Heard) -> tuple[Meaning, bool, int]:
    """Give what a text most likely means, whether that is sure, and the senses that led to it."""
    senses = heard.senses
    for rule in RULES:
        if not senses & rule.any or senses & rule.unless or (rule.also and not senses & rule.also):
            continue
        if rule.loose < len(heard.symbols) and loose(heard) > rule.loose:
            continue
        sure = not senses & rule.sure_unless and not heard.told and heard.seen.whole
        return rule.meaning, sure, rule.any | rule.also | SHOWN.get(rule.meaning, 0)
    return Meaning.UNCLEAR, False, 0


def loose(heard: Heard) -> int:
    """Count the words that are part of no phrase."""
    held = set[int]()
    for start, end, _, _, _ in heard.matches:
        held.update(range(start, end))
    return len(heard.symbols) - len(held)
