"""Finds the words that led to a suggestion in the text as it was written, so that a reader sees why at a glance."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Piece:
    """A part of a text, and whether it led to the suggestion."""

    text: str
    marked: bool = False


def marked(text: str, phrases: Iterable[str]) -> tuple[Piece, ...]:
    """Part a text into what is marked and what is not; joined again it is the text to the letter."""
    plain = _folded(text)
    spans = sorted(
        (found.start(), found.end())
        for phrase in phrases
        if (pattern := _pattern(phrase)) is not None
        for found in pattern.finditer(plain)
    )
    pieces: list[Piece] = []
    at = 0
    for start, end in spans:
        if end <= at:
            continue
        begin = max(start, at)
        pieces += [Piece(text[at:begin])] if begin > at else []
        pieces.append(Piece(text[begin:end], marked=True))
        at = end
    return tuple(pieces + ([Piece(text[at:])] if at < len(text) else []))


def _folded(text: str) -> str:
    """Give small letters without accents, one for each letter of the text: places stay what they are."""
    return "".join(_plain(letter) for letter in text)


def _plain(letter: str) -> str:
    base = unicodedata.normalize("NFKD", letter)[:1].casefold()[:1]
    return base or letter


def _pattern(phrase: str) -> re.Pattern[str] | None:
    """Find the words of a phrase in this order, whatever signs stand between them."""
    words = re.findall(r"\w+|[^\w\s]", _folded(phrase))
    if not words:
        return None
    joined = r"[\W_]{1,5}".join(re.escape(word) for word in words)
    begin = r"(?<!\w)" if words[0][0].isalnum() else ""
    return re.compile(f"{begin}{joined}")
