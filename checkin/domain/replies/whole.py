"""Reads whole messages: those that say one thing, with nothing around it but politeness.

Only such a message may end the asking, so every word of it must have its place.
"""

from __future__ import annotations

from checkin.domain.meanings import Meaning
from checkin.domain.replies.heard import KEYS, Heard
from checkin.domain.replies.senses import Sense
from checkin.domain.replies.tables import VOCABULARY
from checkin.domain.replies.vocabulary import UNKNOWN

MANNERS = Sense.POLITE | Sense.ADDRESS | Sense.SIGNED | Sense.AND
KEYED = Sense.BEFORE_KEY | MANNERS
# As plain numbers: every text is asked for each of these.
FINE, NO, YES, START, WRONG = map(int, (Sense.FINE, Sense.NO, Sense.YES, Sense.START, Sense.WRONG_WHOLE))
KEY_CHAT, KEY_HELP, KEY_FINE, AND = map(int, (Sense.KEY_CHAT, Sense.KEY_HELP, Sense.KEY_FINE, Sense.AND))
DOUBTFUL = Sense.ASKED | Sense.UNSURE
STOPPING = Sense.STOP_WHOLE | Sense.KEY_STOP
CALM = FINE | NO | KEY_FINE
WISHING = KEY_CHAT | KEY_HELP | YES
YES_OR_KEY = YES | KEYS
WILLING = MANNERS | Sense.WILLING | Sense.YES | Sense.CHAT | Sense.WARM
NAMES_BEHIND = {Sense.ADDRESS: 3, Sense.SIGNED: 6}
"""Words behind “mevrouw” and “groeten” that may be a name."""
PARTICLES = frozenset(
    {
        "de",
        "van",
        "der",
        "den",
        "te",
        "ten",
        "ter",
        "het",
        "vd",
        "v",
        "el",
        "von",
        "en",
        "jan",
        "mei",
        "april",
        "juni",
        "wil",
    }
)
SAYING_NO_MORE = Sense.FINE | Sense.KEY_FINE | Sense.POLITE | Sense.BESIDE | Sense.ASIDE
NOT_BEHIND = ~Sense.BEFORE_KEY
"""“3 doe maar” says two things."""
AGREEING = frozenset({"ja", "joa", "jawel", "jazeker", "yes", "evet", "oui", "так", "نعم"})
"""A yes before “all is well” says nothing else."""


def whole(heard: Heard) -> Meaning | None:
    """Give the meaning of a message that says exactly one thing; None when it says more, or something else."""
    meaning = _said(heard)
    return meaning if meaning is None or all(len(could_mean) < 2 for could_mean in heard.slips.values()) else None  # noqa: PLR2004


def _said(heard: Heard) -> Meaning | None:
    senses = heard.senses
    if senses & DOUBTFUL or not heard.seen.whole or heard.told:
        return None
    if senses & STOPPING and not senses & FINE and _stops(heard):
        return Meaning.STOP
    if senses & WRONG and _covers(heard, WRONG, MANNERS | Sense.NO):
        return Meaning.WRONG_NUMBER
    if senses & START and _covers(heard, START, MANNERS):
        return Meaning.START
    if senses & CALM and _fine(heard):
        return Meaning.FINE
    return _wish(heard)


def _stops(heard: Heard) -> bool:
    manners = MANNERS | Sense.WILLING
    return _covers(heard, STOPPING, manners | Sense.BEFORE_KEY) or _covers(heard, Sense.STOP_WHOLE, manners | Sense.NO)


def _fine(heard: Heard) -> bool:
    senses = heard.senses
    if senses & WISHING and _wishes_too(heard):
        return False
    if senses & FINE or not senses & NO or not senses & YES_OR_KEY:
        beside = KEYED if senses & KEY_FINE else MANNERS
        return _covers(heard, CALM, beside | Sense.GOOD | Sense.ASIDE | Sense.BESIDE, agreeing=bool(senses & FINE))
    return False


def _wishes_too(heard: Heard) -> bool:
    """Tell whether “alles goed” is followed by a yes, or a 3 stands beside a 1: a person reads those."""
    begun = min(one.start for one in heard.matches if one.sense & CALM)
    spans = [one for one in heard.matches if one.sense & SAYING_NO_MORE]
    keyed = {one.start for one in heard.matches if one.sense & Sense.KEY_FINE}
    return any(
        not any(other.start <= one.start and one.end <= other.end for other in spans)
        and (one.start > begun if one.sense & Sense.YES else one.end not in keyed)
        for one in heard.matches
        if one.sense & WISHING
    )


def _wish(heard: Heard) -> Meaning | None:
    senses = heard.senses
    key_chat, key_help, yes = senses & KEY_CHAT, senses & KEY_HELP, senses & YES
    if key_chat and key_help and not senses & AND:
        return None  # “1 2” is two answers, “1 en 2” is one
    if key_help and _covers(heard, KEY_HELP, WILLING | KEYED | Sense.HELP | KEY_CHAT):
        return Meaning.HELP
    if key_chat and _covers(heard, KEY_CHAT, WILLING | KEYED):
        return Meaning.CHAT
    if yes and not senses & NO and _covers(heard, YES, WILLING):
        return Meaning.CHAT if senses & Sense.CHAT else Meaning.YES
    return None


def _covers(heard: Heard, core: int, beside: int, *, agreeing: bool = False) -> bool:
    """Tell whether the phrases of these senses lie end to end over all the words, one of the core among them.

    “Maar” may stand before the core and never after it: “lief dat u het vraagt, maar alles gaat goed”.
    """
    symbols, count = heard.symbols, len(heard.symbols)
    reached = [False] * (count + 1)
    reached[0] = True
    begun = False
    for start, end, sense, _, _ in heard.matches:
        if not reached[start]:
            continue
        if sense & core and (not sense & KEYS or heard.seen.words[start] in VOCABULARY.exact):
            begun = reached[end] = True
        elif sense & beside & (NOT_BEHIND if begun else ~0) or (sense & Sense.BUT and not begun):
            reached[end] = True
            if sense in NAMES_BEHIND:
                _pass_names(reached, end, symbols, NAMES_BEHIND[Sense(sense)])
        elif agreeing and not begun and sense & Sense.YES and symbols[start] in AGREEING and end == start + 1:
            reached[end] = True
    return begun and reached[count]


def _pass_names(reached: list[bool], end: int, symbols: list[str], most: int) -> None:
    for place in range(end, min(end + most, len(symbols))):
        if symbols[place] != UNKNOWN and symbols[place] not in PARTICLES:
            return
        reached[place + 1] = True
