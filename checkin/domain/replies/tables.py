"""The tables of all languages, folded into one vocabulary and one machine when the service starts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from checkin.domain.replies.language import Language
from checkin.domain.replies.phrases import Phrase, Phrases
from checkin.domain.replies.senses import Sense
from checkin.domain.replies.vocabulary import Vocabulary
from checkin.domain.replies.words.ar import ARABIC
from checkin.domain.replies.words.de import DEUTSCH
from checkin.domain.replies.words.en import ENGLISH
from checkin.domain.replies.words.fr import FRANCAIS
from checkin.domain.replies.words.nl import NEDERLANDS
from checkin.domain.replies.words.pl import POLSKI
from checkin.domain.replies.words.signs import SIGNS
from checkin.domain.replies.words.tr import TURKCE
from checkin.domain.replies.words.uk import UKRAINIAN

LANGUAGES: tuple[Language, ...] = (NEDERLANDS, ENGLISH, DEUTSCH, FRANCAIS, TURKCE, POLSKI, ARABIC, UKRAINIAN, SIGNS)
"""When a reply could be in two languages, it is in the first of these."""
MENDED_FIRST = (Sense.DANGER, Sense.DESPAIR, Sense.ALARM, Sense.STOP, Sense.HELP, Sense.CHAT, Sense.FINE)
"""Of two words that a slip could have meant, the one whose sense stands first here is taken."""
CRITICAL = Sense.DANGER | Sense.DESPAIR | Sense.STOP_WHOLE
"""Their words are mended however short they are."""


def _with_endings(phrases: Iterable[Phrase]) -> list[Phrase]:
    """Let `word*` fit every word of the tables that begins so, and every longer `word…*`."""
    phrases = list(phrases)
    words = sorted({word for one in phrases for item in one.items for word in item.fits})
    made: dict[frozenset[str], frozenset[str]] = {}

    def all_that_fit(fits: frozenset[str]) -> frozenset[str]:
        if fits not in made:
            made[fits] = frozenset(chain(fits, *(_begin_with(word[:-1], words) for word in fits if word[-1] == "*")))
        return made[fits]

    return [
        replace(one, items=tuple(item._replace(fits=all_that_fit(item.fits)) for item in one.items)) for one in phrases
    ]


def _begin_with(beginning: str, words: list[str]) -> Iterator[str]:
    for place in range(bisect_left(words, beginning), len(words)):
        if not words[place].startswith(beginning):
            return
        yield words[place]


def _words(phrases: Iterable[Phrase]) -> Iterator[str]:
    return (word for one in phrases for item in one.items for word in sorted(item.fits))


def _build() -> tuple[Vocabulary, Phrases]:
    same = {spelling: word for language in LANGUAGES for spelling, word in language.spellings().items()}
    phrases = _with_endings(chain.from_iterable(language.parsed(same) for language in LANGUAGES))
    mended = {language.code for language in LANGUAGES if language.mended}
    vocabulary = Vocabulary(
        _words(phrases),
        same=same,
        real={word for language in LANGUAGES for word in language.real.split()},
        mended=_words(sorted((one for one in phrases if one.language in mended or one.sense & CRITICAL), key=_rank)),
        critical=_words(one for one in phrases if one.language in mended and one.sense & CRITICAL),
        heads=_words(
            one for one in phrases if one.language == NEDERLANDS.code and one.sense & (Sense.THING | Sense.MATTER)
        ),
    )
    return vocabulary, Phrases(phrases)


def _rank(phrase: Phrase) -> int:
    return MENDED_FIRST.index(phrase.sense) if phrase.sense in MENDED_FIRST else len(MENDED_FIRST)


VOCABULARY, PHRASES = _build()


def _languages_of_words() -> dict[str, tuple[str, ...]]:
    """Say of each word in which languages it is used; a spelling of one language may be a word of another."""
    used: dict[str, dict[str, None]] = {}
    for language in LANGUAGES:
        for word in _words(language.parsed({})):
            used.setdefault(word, {})[language.code] = None
    for language in LANGUAGES:
        for spelling in language.spellings():
            if not any(used.setdefault(spelling, {})):
                used[spelling][language.code] = None
    return {word: tuple(code for code in codes if code) for word, codes in used.items()}


LANGUAGES_OF = _languages_of_words()
FOREIGN = frozenset(word for word, codes in LANGUAGES_OF.items() if codes and "nl" not in codes)
