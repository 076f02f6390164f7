"""Suspects danger from words that stand anywhere in a reply, where no phrase we know says it.

Phrases know how people put a danger, and there is always a way that nobody has thought of. So words are looked at by
themselves as well: a part of the body and “blauw”, a person and “bewusteloos”, water and “plafond”, in whatever order
and however far apart. What is suspected is never sure: people are alarmed, and one of them reads it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import or_

from checkin.domain.replies.seeing import fold_text

Topic = tuple[frozenset[str], ...]
"""One to four lists of words; of each, one is said."""
PARTS = 4


def parse_topics(table: str, classes: Mapping[str, str]) -> Iterator[Topic]:
    """Take a table of topics apart: `name: words | words | words`, one after the other; `@name` is a class of words."""
    for topic in fold_text(table).split(","):
        yield tuple(frozenset(_words(part, classes)) for part in topic.split(":")[1].split("|"))


def _words(part: str, classes: Mapping[str, str]) -> Iterator[str]:
    for word in part.split():
        yield from fold_text(classes[word[1:]]).split() if word[0] == "@" else (word,)


class Suspicions:
    """Words that together are a reason to look at once."""

    def __init__(self, topics: Iterable[Topic], symbols: Callable[[str], Iterable[str]]) -> None:
        """Take the topics, and all that a word is looked up under."""
        self._bits: dict[str, int] = {}
        self._begun = self._given = 0
        for place, topic in enumerate(topics):
            self._begun |= 1 << PARTS * place
            for part in range(PARTS):
                bit = 1 << PARTS * place + part
                if part >= len(topic):
                    self._given |= bit
                    continue
                for symbol in {found for word in topic[part] for found in symbols(word)}:
                    self._bits[symbol] = self._bits.get(symbol, 0) | bit

    def suspect(self, symbols: Sequence[str], passed: Collection[int] = ()) -> list[int]:
        """List the places of the words that together are a reason for suspicion; those in `passed` do not count."""
        bits = [0 if place in passed else self._bits.get(symbol, 0) for place, symbol in enumerate(symbols)]
        heard = reduce(or_, bits, self._given)
        found = reduce(lambda so_far, part: so_far & heard >> part, range(PARTS), self._begun)
        if not found:
            return []
        said = reduce(or_, (found << part for part in range(PARTS)))
        return [place for place, one in enumerate(bits) if one & said]
