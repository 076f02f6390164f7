"""Reads a text message: danger first, then machines, whole messages, and what the rest most likely means."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from checkin.domain.meanings import Meaning, Reading
from checkin.domain.replies.heard import DANGERS, MANNERS, Heard, hear, heard_otherwise
from checkin.domain.replies.likeness import LABELLED, Likeness
from checkin.domain.replies.phrases import Match
from checkin.domain.replies.senses import Sense
from checkin.domain.replies.tables import FOREIGN, LANGUAGES_OF
from checkin.domain.replies.times import wished_moment
from checkin.domain.replies.vocabulary import UNKNOWN
from checkin.domain.replies.weighing import loose, weigh
from checkin.domain.replies.whole import whole

_REACTION = re.compile(
    r"(?:vond|reageerde|liked|loved|laughed at|emphasized|disliked|questioned|reacted)"
    r" .{0,20}[“\"'‘].*[”\"'’](?: \w+)?",
    re.IGNORECASE | re.DOTALL,
)
"""What a telephone sends when somebody taps a heart at our text: it quotes our own words, “bel 112” among them."""
LONGEST_REACTION = 400
QUOTES = frozenset("“”\"'‘’")
# As plain numbers: every text is asked for each of these.
AUTOMATIC, DESPAIR, ASKS_WHO, DECEASED, JOKE = map(
    int, (Sense.AUTOMATIC, Sense.DESPAIR, Sense.ASKS_WHO, Sense.DECEASED, Sense.JOKE)
)
PASSED = Sense.PAST | Sense.LATELY
CERTAIN = Sense.DANGER | Sense.DESPAIR
SHRUGS = Sense.SO_SO | Sense.UNSURE
"""Where that is all that is said, likeness knows no better; nor does it where a death is told or a machine writes."""
CLEARLY = 3.0
"""How much more a reply must be like messages of another meaning before that is suggested instead."""
DANGER, DANGER_OVER_A_WISH = 2.0, 3.0
"""The same for danger: less is enough where nothing else is sure, as much when a wish is."""
SAYING_NOTHING = MANNERS | Sense.SAFE
"""Words in such a phrase are not compared: politeness never changes a meaning."""
NOTHING = Reading(Meaning.UNCLEAR)


def read_text(
    text: str, *, now: datetime | None = None, zone: ZoneInfo | None = None, known: Likeness = LABELLED
) -> Reading:
    """Read a text message. Never raises, whatever the text holds. Without `now` and `zone` no moment is worked out.

    `known` are the labelled replies that it is compared with, all that we keep by default.

    1. A tap of a heart at our own text says nothing yet.
    2. Danger goes first: it alarms wherever it stands in the reply.
    3. A whole message acts alone, unless a machine wrote it.
    4. Of anything else the most serious decides; clear wishes act alone, the rest is a suggestion.
    5. Where words are clearly like those of danger, or of another meaning than an unsure one, that is suggested.
    """
    if not QUOTES.isdisjoint(text[:LONGEST_REACTION]) and _REACTION.fullmatch(text[:LONGEST_REACTION].strip()):
        return NOTHING
    heard = hear(text)
    reading = _alarm(heard) or _closing(heard) or _most_likely(heard, known)
    if reading.meaning is Meaning.LATER and now is not None and zone is not None:
        return replace(reading, when=wished_moment(heard.seen.words, heard.symbols, now, zone))
    return reading


def _alarm(heard: Heard) -> Reading | None:
    """Hear danger, also in a slip of a finger that may have been something else."""
    if heard.senses & DANGERS and not _over_or_in_jest(heard):
        return _danger(heard)
    otherwise = heard_otherwise(heard) if heard.slips else None
    if otherwise is not None and not _over_or_in_jest(otherwise):
        return _read(otherwise, Meaning.URGENT, because=DANGERS)
    return None


def _closing(heard: Heard) -> Reading | None:
    meaning = None if heard.senses & AUTOMATIC else whole(heard)
    return _read(heard, meaning, sure=True, because=CORES[meaning]) if meaning is not None else None


def _most_likely(heard: Heard, known: Likeness) -> Reading:
    reading = _weighed(heard)
    if reading.sure and not loose(heard):
        return reading  # every word of the wish is understood
    words = _words_that_count(heard)
    meaning, margin = known.likely(words)
    if not _gives_way(reading, heard, meaning, margin):
        return reading
    because = heard.written(known.telling(words, meaning))
    return replace(reading, meaning=meaning, sure=False, because=because) if because else reading


def _gives_way(reading: Reading, heard: Heard, meaning: Meaning, margin: float) -> bool:
    """Tell whether a reading gives way to what the reply is most like."""
    if heard.senses & DECEASED or (heard.senses & SHRUGS and not loose(heard)):
        return False
    if meaning is Meaning.URGENT:
        return not heard.told and margin >= (DANGER_OVER_A_WISH if reading.sure else DANGER)
    if reading.sure or reading.meaning is meaning or (reading.meaning is Meaning.YES and meaning is Meaning.CHAT):
        return False
    return not heard.senses & AUTOMATIC and margin >= CLEARLY


def _words_that_count(heard: Heard) -> list[str]:
    """Give the words, with nothing in the place of manners and of what only sounds like danger."""
    words = heard.seen.words
    if not heard.senses & SAYING_NOTHING:
        return words
    passed = {place for one in heard.matches if one.sense & SAYING_NOTHING for place in range(one.start, one.end)}
    return [UNKNOWN if place in passed else word for place, word in enumerate(words)]


def _weighed(heard: Heard) -> Reading:
    if heard.senses & AUTOMATIC:
        return _read(heard, Meaning.UNCLEAR, because=Sense.AUTOMATIC)
    meaning, sure, because = weigh(heard)
    return _read(heard, meaning, sure=sure, because=because)


def _danger(heard: Heard) -> Reading:
    sure = bool(heard.senses & CERTAIN) and not heard.senses & (Sense.AUTOMATIC | Sense.ASKS_WHO | Sense.JOKE)
    return _read(heard, Meaning.URGENT, sure=sure, because=DANGERS)


def _over_or_in_jest(heard: Heard) -> bool:
    """Tell whether danger is only told of; it counts no longer then, but nothing in that text acts alone."""
    over = heard.senses & PASSED and all(is_over(heard, one) for one in heard.matches if one.sense & DANGERS)
    joking = heard.senses & JOKE and not heard.senses & Sense.SERIOUS
    if not over and not joking:
        return False
    heard.told = True
    return True


def is_over(heard: Heard, danger: Match) -> bool:
    """Tell whether the clause of a danger puts it in the past: “vorig jaar gevallen, maar …”."""
    said = heard.in_clause_of(danger)
    if said & Sense.PAST:
        return bool(heard.senses & Sense.HEALED) or not said & Sense.NOW
    return bool(said & Sense.LATELY and heard.senses & Sense.HEALED and not said & Sense.NOW)


CORES = {
    Meaning.CHAT: Sense.KEY_CHAT | Sense.CHAT,
    Meaning.YES: Sense.YES,
    Meaning.HELP: Sense.KEY_HELP | Sense.HELP,
    Meaning.FINE: Sense.FINE | Sense.NO | Sense.KEY_FINE,
    Meaning.STOP: Sense.STOP_WHOLE | Sense.KEY_STOP,
    Meaning.START: Sense.START,
    Meaning.WRONG_NUMBER: Sense.WRONG_WHOLE,
}


def _read(heard: Heard, meaning: Meaning, *, because: int, sure: bool = False) -> Reading:
    senses = heard.senses
    return Reading(
        meaning,
        sure=sure,
        because=heard.said(because),
        language=_language(heard),
        automatic=bool(senses & AUTOMATIC),
        despair=bool(senses & DESPAIR) and meaning is Meaning.URGENT,
        asks_who=bool(senses & ASKS_WHO),
        deceased=meaning is Meaning.WRONG_NUMBER and bool(senses & DECEASED),
    )


def _language(heard: Heard) -> str:
    """Give the language of most words; Dutch where two have as many."""
    if FOREIGN.isdisjoint(heard.seen.words):
        return "nl"
    counts = {"nl": 0}
    for word in heard.seen.words:
        for language in LANGUAGES_OF.get(word, ()):
            counts[language] = counts.get(language, 0) + 1
    return max(counts, key=counts.__getitem__)
