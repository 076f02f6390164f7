"""Knows the words of the tables as tenants spell them: other spellings, endings, drawn-out letters, one slip."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

UNKNOWN = ""
SHORTEST_ENDING = 3
SHORTEST_MENDED = 4
SHORTEST_SLIP = 3
LONGEST = 24
"""Letters; whatever is longer is no word."""
_DRAWN_OUT = re.compile(r"(.)\1{2,}")
_DOUBLED = re.compile(r"(.)\1+")
_KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SOUNDS = ("dt", "vf", "sz", "gh", "ck", "iy", "ij", "ou", "ae", "eu", "kq", "ei", "oa")
_CYRILLIC = (
    str.maketrans("асеіорухкмтвнѕј", "aceiopyxkmtbhsj"),
    str.maketrans("асеіорухкмтвнлдпгзи", "aceiopuxkmtvnldpgzi"),
)
"""Letters that look or sound the same; some telephones mix them."""


def _near() -> frozenset[str]:
    """List the pairs of letters that a finger or an ear mixes up."""
    pairs = set(_SOUNDS)
    for row in _KEYBOARD:
        pairs |= {row[place : place + 2] for place in range(len(row) - 1)}
    for above, below in pairwise(_KEYBOARD):
        pairs |= {above[place] + below[place] for place in range(len(below))}
        pairs |= {above[place + 1] + below[place] for place in range(len(below)) if place + 1 < len(above)}
    return frozenset(pairs | {pair[::-1] for pair in pairs})


_NEAR = _near()


class Vocabulary:
    """Turns a word into the symbol under which phrases are looked up; UNKNOWN when it means nothing to us."""

    def __init__(
        self,
        words: Iterable[str],
        *,
        same: Mapping[str, str],
        real: Iterable[str],
        mended: Iterable[str],
        critical: Iterable[str],
        heads: Iterable[str],
    ) -> None:
        """Take the words of the phrases and other spellings of them.

        `real` are words of the language that are no slip of one of ours. `mended` are the words that slips lead back
        to; the first of them is taken when it could be several. `critical` are those that are mended however short.
        `heads` are those that make a word of their own at the end of another: a “zolderlamp” is a lamp.
        """
        words = set(words)
        self._endings = {word[:-1]: word for word in words if word.endswith("*")}
        self._beginnings = {word[:SHORTEST_ENDING] for word in self._endings}
        self.exact = dict.fromkeys(real, UNKNOWN) | self._endings
        self.exact |= {word: word for word in words if not word.endswith("*")}
        self.exact |= {word: symbol for word, symbol in same.items() if word not in words}
        self._single: dict[str, str] = {}
        self._slips: dict[str, list[str]] = {}
        self._order: dict[str, int] = {}
        self._critical = frozenset(critical)
        self._meant = dict(self.exact)
        self._mended: dict[str, tuple[str, frozenset[str]]] = {}
        self._parted: dict[str, list[str] | None] = {}
        self._heads = self._all_heads(heads)
        for word in dict.fromkeys(mended):
            self._remember_all(word)
        for spelling, word in same.items():
            if len(spelling) > SHORTEST_MENDED and word in self._order:
                self._remember(spelling)

    def _all_heads(self, heads: Iterable[str]) -> dict[str, str]:
        """Give the words that end another, also when they are made small: “lampje”, “deurtje”."""
        plain = {word.rstrip("*") for word in heads} - NAMES_END_SO
        return {
            head + small: self.exact[head]
            for head in plain
            if len(head) >= SHORTEST_HEAD and self.exact.get(head)
            for small in ("", "je", "tje", "pje")
        }

    def _remember_all(self, word: str) -> None:
        """Remember a word, or the commonest forms of one with any ending, for slips to lead back to."""
        if word.endswith("*"):
            for ending in ENDINGS:
                form = word[:-1] + ending
                self._meant.setdefault(form, word)
                self._remember(form)
        elif self.exact.get(word):
            self._remember(word)

    def _remember(self, word: str) -> None:
        if word in self._order:
            return
        self._order[word] = len(self._order)
        self._single.setdefault(_DOUBLED.sub(r"\1", word), self._meant[word])
        if len(word) >= SHORTEST_MENDED or word in self._critical:
            for less in {word, *_less(word)}:
                self._slips.setdefault(less, []).append(word)

    def symbol(self, word: str) -> str:
        """Give the symbol of a word."""
        found = self.exact.get(word)
        return self.mend(word)[0] if found is None else found

    def mend(self, word: str) -> tuple[str, frozenset[str]]:
        """Give the symbol of a word that is not spelled as we know any, and all that it could stand for."""
        found = self._mended.get(word)
        if found is None:
            found = self._mend(word)
            if len(self._mended) < MOST_REMEMBERED and len(word) <= LONGEST:
                self._mended[word] = found
        return found

    def _mend(self, word: str) -> tuple[str, frozenset[str]]:
        if len(word) > LONGEST:
            return UNKNOWN, NOTHING
        if word[:1].isdigit():
            return _number(word), NOTHING
        drawn_out, symbol = self._drawn_out(word), self._by_ending(word)
        if symbol and not drawn_out and word[len(symbol) - 1 :] not in ENDINGS:  # “brandwwer” begins as “brand” does
            return symbol, frozenset(self._meant[meant] for meant in self._could_be(word) if meant in self._critical)
        if drawn_out or symbol:
            return drawn_out or symbol, NOTHING
        found = self._could_be(word) if not self._flemish(word) else {}
        if found:
            likeliest = min(found, key=lambda meant: (found[meant], self._order[meant]))
            return self._meant[likeliest], frozenset(self._meant[meant] for meant in found)
        return self._doubled(word) or self._dictated(word) or self._look_alike(word) or self._by_head(word), NOTHING

    def _by_ending(self, word: str) -> str:
        if word[:SHORTEST_ENDING] not in self._beginnings:
            return UNKNOWN
        for length in range(len(word), SHORTEST_ENDING - 1, -1):
            if word[:length] in self._endings:
                return self._endings[word[:length]]
        return UNKNOWN

    def _drawn_out(self, word: str) -> str:
        """Read “jaaaa” and “neeee”: what is drawn out is one letter or two."""
        if not _DRAWN_OUT.search(word):
            return UNKNOWN
        for shorter in (_DRAWN_OUT.sub(r"\1\1", word), _DRAWN_OUT.sub(r"\1", word)):
            if shorter != word and self.exact.get(shorter):
                return self.exact[shorter]
        return UNKNOWN

    def _doubled(self, word: str) -> str:
        """Read “graaagg”: several letters are doubled that are not."""
        single = _DOUBLED.sub(r"\1", word)
        return self._single.get(single, UNKNOWN) if single != word else UNKNOWN

    def _could_be(self, word: str) -> dict[str, int]:
        """Give the words of which one letter too many, too few or changed makes this one, and how odd that would be."""
        if word in self._order:
            return {word: 0}
        if len(word) < SHORTEST_SLIP or len(word) > LONGEST:
            return {}
        near: set[str] = set()
        for less in (word, *_less(word)):
            if less in self._slips:
                near.update(self._slips[less])
        found: dict[str, int] = {}
        for meant in near:
            oddness = _oddness(word, meant, short=self._is_short(meant))
            if oddness is not None:
                found[meant] = oddness
        return found

    def _is_short(self, meant: str) -> bool:
        return len(meant) <= SHORTEST_MENDED and meant not in self._critical

    def _dictated(self, word: str) -> str:
        """Read “luchtpunt”: the full stop that was spoken stuck to the word."""
        for mark in ("punt", "komma"):
            if word.endswith(mark):
                return self.exact.get(word.removesuffix(mark), UNKNOWN)
        return UNKNOWN

    def _by_head(self, word: str) -> str:
        """Read “zolderlampje”: what a compound is stands at its end."""
        for length in range(len(word) - SHORTEST_ENDING, SHORTEST_HEAD - 1, -1):
            if word[-length:] in self._heads:
                return self._heads[word[-length:]]
        return self._flemish(word)

    def _flemish(self, word: str) -> str:
        """Read “kwil” and “kben”: “ik” stuck to what follows."""
        return self.exact.get(word[1:], UNKNOWN) if word[0] == "k" and len(word) >= SHORTEST_HEAD else UNKNOWN

    def part(self, word: str) -> list[str] | None:
        """Part words that were typed without a space, “ikbengevallen”; None when it is no such row of words."""
        if not SHORTEST_ROW <= len(word) <= LONGEST_ROW:
            return None
        if word not in self._parted:
            row = self._part(word)
            if len(self._parted) < MOST_REMEMBERED:
                self._parted[word] = row
            return row
        return self._parted[word]

    def _part(self, word: str) -> list[str] | None:
        rows: list[list[str] | None] = [[], *[None] * len(word)]
        for end in range(1, len(word) + 1):
            for begin in range(max(0, end - LONGEST), end - 1):
                row, piece = rows[begin], word[begin:end]
                known = piece in ROWS_BEGIN_SO if begin == 0 else self.exact.get(piece)
                if row is not None and known and (rows[end] is None or len(row) < len(rows[end] or ()) - 1):
                    rows[end] = [*row, piece]
        row = rows[-1]
        return row if row and (len(row) > 2 or len(row[-1]) >= SHORTEST_LAST) else None  # noqa: PLR2004

    def _look_alike(self, word: str) -> str:
        if word.isascii():
            return UNKNOWN
        alike = (word.translate(table) for table in _CYRILLIC)
        return next((self.exact[latin] for latin in alike if latin.isascii() and self.exact.get(latin)), UNKNOWN)


NOTHING: frozenset[str] = frozenset()
MOST_REMEMBERED = 20_000
"""Words spelled as none we know, each with what came of it: the same slips and names come back time and again."""
SHORTEST_HEAD = 4
NAMES_END_SO = frozenset({"boom", "haag", "poort", "huis"})
"""Many people are called Nijhuis or Appelboom; a word that stands for none of ours may be a name, and must stay so."""
SHORTEST_ROW, LONGEST_ROW, SHORTEST_LAST = 6, 40, 5
ROWS_BEGIN_SO = frozenset(
    {
        *("ik", "ben", "heb", "lig", "kan", "krijg", "geen", "niet", "er", "mijn", "nee", "ja", "alles", "is", "de"),
        *("het", "wil", "help", "hij", "wij", "we", "ze"),
    }
)
"""The words with which people begin who leave out their spaces; anything longer may be a word of its own."""
ENDINGS = ("", "d", "t", "e", "en", "de", "te", "ing", "er", "s")
"""The endings that a slip is looked for with."""


def _number(word: str) -> str:
    """Tell a time of day and a year from any other number."""
    if not word.isdigit():
        return "<clock>"
    return "<year>" if len(word) == len("2026") and word[:2] in {"19", "20"} else "<number>"


def _less(word: str) -> list[str]:
    return [word[:place] + word[place + 1 :] for place in range(len(word))]


def _oddness(word: str, meant: str, *, short: bool) -> int | None:
    """Say how odd a slip leads from `meant` to `word`, from two letters that changed places to any other letter."""
    if len(word) > len(meant):
        place = next((place for place, (one, other) in enumerate(zip(word, meant, strict=False)) if one != other), -1)
        return _DOUBLED_LETTER if place and word[place] == word[place - 1] else _EXTRA_LETTER
    if len(word) < len(meant):
        return None if short else _LOST_LETTER
    differ = [place for place, (one, other) in enumerate(zip(word, meant, strict=True)) if one != other]
    if len(differ) == 1:
        near = word[differ[0]] + meant[differ[0]] in _NEAR
        return _NEAR_LETTER if near else (_OTHER_LETTER if len(word) > SHORTEST_MENDED + 1 else None)
    if len(differ) == 2 and differ[1] == differ[0] + 1 and sorted(word) == sorted(meant):  # noqa: PLR2004
        return _SWAPPED
    return None


_DOUBLED_LETTER, _SWAPPED, _LOST_LETTER, _NEAR_LETTER, _OTHER_LETTER, _EXTRA_LETTER = range(6)
