"""Tells what a reply is most like, by the words that it has in common with replies that people have labelled.

Nobody thinks of every way to say a thing, but the same words come back. `words/said.csv` counts in how many labelled
messages each word was said, by label; whoever reads a reply sees which of its words led to a suggestion. What is found
this way never acts: it suggests, and it alarms. The counts are made anew by `make said` out of the lists that are kept
with the tests, and never by the service itself.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import chain, pairwise, repeat
from math import log
from pathlib import Path
from typing import NamedTuple

from checkin.domain.meanings import Meaning

MEANINGS = (
    Meaning.CHAT,
    Meaning.HELP,
    Meaning.FINE,
    Meaning.LATER,
    Meaning.STOP,
    Meaning.WRONG_NUMBER,
    Meaning.URGENT,
    Meaning.UNCLEAR,
)
"""What a labelled message can mean; a bare yes is a wish for a chat."""
Counts = tuple[int, ...]
"""In how many messages, by meaning, in the order of `MEANINGS`."""
LONG, PIECE = 6, 5
"""Letters: of a long word its beginning and its end count too, so other forms of it and slips still tell something."""
UNSAID = 0.1
"""How often a word is taken to have been said where it never was."""
SCALE = 256
"""Into how many steps a likelihood is parted."""
TELLING = round(SCALE * log(2))
"""From here on a word speaks for a meaning."""
LANE = 24
FULL = (1 << LANE) - 1
"""Bits: the longest text that is read has some thousand features of at most 2,800 each."""
MESSAGES = ""
"""Under which the counts of all messages stand."""


class Likely(NamedTuple):
    """What a reply is most like, and how much more than anything else: as the logarithm of how many times likelier."""

    meaning: Meaning
    margin: float


@cache
def _unlikely(said: int, messages: int) -> int:
    return round(SCALE * log((messages + 1) / (said + UNSAID)))


def features(words: Sequence[str]) -> set[str]:
    """Give what counts of a reply: its words, each two that stand together, and how long words begin and end."""
    return {*words, *map(" ".join, pairwise(words)), *chain.from_iterable(map(pieces, words))}


def pieces(word: str) -> tuple[str, ...]:
    """Give how a long word begins and ends."""
    return (f"{word[:PIECE]}~", f"~{word[-PIECE:]}") if len(word) >= LONG else ()


class Likeness:
    """Weighs the words of replies.

    How unlikely a feature is in messages of each meaning, and at last in all messages, stands in nine lanes of one
    whole number, so that all nine are added up at once.
    """

    def __init__(self, said: Mapping[str, Counts]) -> None:
        """Take in how many messages of each meaning every feature was said."""
        self._messages = said[MESSAGES]
        unlikely = {one: self._lanes(counts) for one, counts in said.items() if one}
        self._pairs = {tuple(one.split(" ")): lanes for one, lanes in unlikely.items() if " " in one}
        self._pieces = {one: lanes for one, lanes in unlikely.items() if "~" in one}
        self._words = {
            one: lanes + self._of_pieces(one) for one, lanes in unlikely.items() if " " not in one and "~" not in one
        }

    def _lanes(self, counts: Counts) -> int:
        lanes = _unlikely(sum(counts), sum(self._messages)) << LANE * len(MEANINGS)
        for place, said in enumerate(counts):
            lanes |= _unlikely(said, self._messages[place]) << LANE * place
        return lanes

    def _of_pieces(self, word: str) -> int:
        return sum(self._pieces.get(piece, 0) for piece in pieces(word))

    def likely(self, words: Sequence[str]) -> Likely:
        """Tell what a reply is most like, all meanings being as usual: how many there are in the lists says nothing."""
        lanes = sum(map(self._pairs.get, {*pairwise(words)}, repeat(0)))
        for word in {*words}:
            known = self._words.get(word)
            lanes += self._of_pieces(word) if known is None else known
        sums = [lanes >> LANE * place & FULL for place in range(len(MEANINGS))]
        best, second = sorted(sums)[:2]
        return Likely(MEANINGS[sums.index(best)] if best < second else Meaning.UNCLEAR, (second - best) / SCALE)

    def telling(self, words: Sequence[str], meaning: Meaning) -> list[int]:
        """List the places of the words that speak most for a meaning: twice as likely in its messages as in all."""
        place = MEANINGS.index(meaning)
        weights = [self._speaks(word, place) for word in words]
        least = max(max(weights, default=0) // 2, TELLING)
        return [place for place, weight in enumerate(weights) if weight >= least]

    def _speaks(self, word: str, place: int) -> int:
        lanes = self._words.get(word) or self._of_pieces(word)
        return (lanes >> LANE * len(MEANINGS)) - (lanes >> LANE * place & FULL)


# The table.


def count(replies: Iterable[tuple[Sequence[str], Meaning]]) -> dict[str, Counts]:
    """Count the features of labelled replies. Two words together count only when they were said in two messages."""
    said = {meaning: Counter[str]() for meaning in MEANINGS}
    for words, meaning in replies:
        said[meaning].update(features(words))
        said[meaning][MESSAGES] += 1
    every = sorted(set().union(*said.values()))
    counts = {one: tuple(said[meaning][one] for meaning in MEANINGS) for one in every}
    return {one: found for one, found in counts.items() if " " not in one or sum(found) > 1}


def written(said: Mapping[str, Counts]) -> list[str]:
    """Give the lines of the table: each feature with its counts, none of them written as nothing."""
    return [
        ",".join(("said", *MEANINGS)),
        *(",".join((one, *(str(number or "") for number in found))) for one, found in said.items()),
    ]


def read(lines: Iterable[str]) -> dict[str, Counts]:
    """Read the table that `written` wrote."""
    rows = csv.reader(lines)
    next(rows)
    return {row[0]: tuple(int(number or 0) for number in row[1:]) for row in rows}


NONE = Likeness({MESSAGES: (0,) * len(MEANINGS)})
"""The likeness to nothing: suggests nothing."""
TABLE = Path(__file__).parent / "words" / "said.csv"


LABELLED = Likeness(read(TABLE.read_text("utf-8").splitlines()))
"""The likeness to all replies in the table; read with the module, so that a worker has it before it forks."""
