"""Sees the words of a text: as they were written, and as they are looked up."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

LONGEST = 1000
"""Letters of a text that are read, at its beginning and again at its end. Eight full text messages fit in."""
MOST_WORDS = 400


@dataclass(frozen=True, slots=True)
class Seen:
    """The words of a text."""

    written: list[str]
    words: list[str]
    """In small letters without accents; as many as were written."""
    breaks: frozenset[int]
    """Before which words a sentence or clause begins."""
    asks: int
    """How often a question is asked, by its marks."""
    whole: bool
    """All of the text was read."""


class _Letters(dict[int, str | None]):
    """A table for `str.translate` that works out each letter when it is first met."""

    def __missing__(self, code: int) -> str | None:
        self[code] = found = self.work_out(chr(code))
        return found

    def work_out(self, letter: str) -> str | None:
        raise NotImplementedError


class _Shown(_Letters):
    """Takes away what nobody sees, and gives circled digits, wide letters and the like their plain shape."""

    def work_out(self, letter: str) -> str | None:
        category = unicodedata.category(letter)
        if letter in "\n\r\u2028\u2029":
            return "\n"
        if category == "Cs" or letter == "\t":  # half of a pair of surrogates
            return " "
        if category in _UNSEEN:
            return None
        if category == "Nd":
            return str(unicodedata.decimal(letter))
        plain = unicodedata.normalize("NFKC", letter)
        if category == "So" and len(plain) > 1:  # “™” is no word
            return " "
        return plain if len(plain) == 1 else plain.replace(" ", "").translate(self)


_UNSEEN = frozenset({"Mn", "Me", "Cf", "Cc", "Sk", "Co", "Cn"})
"""Accents that stand apart, the ring of a keycap, invisible joiners, controls, skin colours."""


class _Folded(_Letters):
    """Gives small letters without accents."""

    def work_out(self, letter: str) -> str | None:
        if letter in _ALIKE:
            return _ALIKE[letter]
        plain = unicodedata.normalize("NFKD", letter.casefold())
        kept = "".join(one for one in plain if unicodedata.category(one) not in {"Mn", "Me", "Cf"})
        return "".join(_ALIKE.get(one, one) for one in kept)


_ALIKE = {
    "ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "Ł": "l", "Ø": "o", "Đ": "d", "İ": "i",
    "'": "", "’": "", "‘": "", "`": "", "´": "", "ʼ": "", "-": "",
    "ى": "ي", "ة": "ه", "ٱ": "ا", "ـ": "",
}  # fmt: skip
_SHOWN, _FOLDED = _Shown(), _Folded()
_APOSTROPHES = str.maketrans("", "", "'’‘`´-")
_PIECE = re.compile(
    r"[^\W\d_]+(?:['’‘`´ʼ][^\W\d_]+|-j(?![^\W_]))*"  # a word; “mi-j” and “'t” are one
    r"|\d+(?:[:.]\d\d(?![\d.:]))?"  # a number, or a time of day
    r"|[.,;:!?…()\n&+]|[^\w\s\x00-\x7f]"
)
_BREAKS = frozenset(".,;:!?…()\n¿¡。،؟؛")
_QUESTIONS = frozenset("?؟")
_QUOTES = frozenset("“”„«»‹›\"'’‘`´ʼ–—‐‑·•…€£°§™®©")


def see(text: str) -> Seen:
    """See the words of a text, whatever it holds; of a very long one the beginning and the end."""
    whole = len(text) <= 2 * LONGEST
    if not whole:
        text = f"{text[:LONGEST]}\n{text[-LONGEST:]}"
    if not text.isascii():
        text = text.translate(_SHOWN)[: 3 * LONGEST]
    elif "\0" in text:
        text = text.replace("\0", "")
    pieces = _PIECE.findall(text)
    if len(pieces) > MOST_WORDS:
        whole, pieces = False, pieces[: MOST_WORDS // 2] + pieces[-MOST_WORDS // 2 :]
    written, breaks = _apart(pieces)
    return Seen(written, fold(written), breaks, _asks(pieces), whole)


def _asks(pieces: list[str]) -> int:
    if _QUESTIONS.isdisjoint(pieces):
        return 0
    return sum(one in _QUESTIONS and before not in _QUESTIONS for before, one in pairwise(["", *pieces]))


def _apart(pieces: list[str]) -> tuple[list[str], frozenset[int]]:
    """Part the words from the punctuation; remember before which words it stood."""
    if _BREAKS.isdisjoint(pieces) and _QUOTES.isdisjoint(pieces):
        return pieces, _NONE
    written: list[str] = []
    breaks = set()
    for piece in pieces:
        if piece in _BREAKS:
            breaks.add(len(written))
        elif piece not in _QUOTES:
            written.append(piece)
    return written, frozenset(breaks)


_NONE: frozenset[int] = frozenset()


def fold(written: list[str]) -> list[str]:
    """Give words as they are looked up."""
    return fold_text(" ".join(written)).split(" ") if written else []


def fold_text(text: str) -> str:
    """Give a text in small letters, without accents, apostrophes and hyphens."""
    if not text.isascii():
        return text.translate(_FOLDED)
    small = text.lower()
    return small.translate(_APOSTROPHES) if "'" in small or "-" in small else small
