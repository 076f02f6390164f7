"""Which words of the telephone menu can be recorded: those that are the same for every tenant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import groupby

from checkin.domain.office_hours import Daypart
from checkin.domain.words import placeholders
from checkin.messaging.callscript import Voice, fixed_values
from checkin.messaging.house_words import MENU
from checkin.messaging.own_words import SPOKEN

VARYING = frozenset({"name", "when", "code_word"})
"""What differs per tenant or per moment: a sentence with one of these is spoken by the computer's voice."""
GREETING = "greeting"


@dataclass(frozen=True)
class Piece:
    """Some sentences that are said one after the other, always the same."""

    step: str
    """Where in the menu: `question`, `greeting-morning`, `chat-2`."""
    part: str
    daypart: Daypart | None
    sentences: tuple[str, ...]
    alone: bool
    """Whether it is all that this part of the menu says."""
    number: int = 0
    """Which of several pieces it is, when something that differs per tenant stands between them."""


def pieces(voice: Voice) -> tuple[Piece, ...]:
    """List what can be recorded in the language of a voice, in the order of the menu; no words twice."""
    found: dict[tuple[str, ...], Piece] = {}
    for part in MENU:
        for piece in _pieces_of(voice, part, voice.words.sentences(part, voice.language)):
            found.setdefault(piece.sentences, piece)
    return tuple(found.values())


OWN = "own-"
"""What the steps of a campaign's own words begin with; they end with a print of the words, so that whoever says the
same says it in the same voice, and other words begin anew."""
PRINT_LENGTH = 16


def own_pieces(voice: Voice) -> tuple[Piece, ...]:
    """List what can be recorded of a campaign's own words; what it says as the house does is recorded there."""
    house = {piece.sentences for piece in pieces(voice)}
    found = [
        piece
        for part in SPOKEN
        for piece in _pieces_of(voice, part, voice.own.sentences(part, voice.language) or ())
        if piece.sentences not in house
    ]
    return tuple(replace(piece, step=f"{OWN}{piece.step}-{_print(piece.sentences)}") for piece in found)


def own_piece(step: str, words: str) -> Piece:
    """Give a piece of own words back from what was kept of it."""
    part, *more = step.removeprefix(OWN).rsplit("-", 1)[0].split("-")
    daypart = next((one for one in Daypart if one.value in more), None)
    return Piece(step, part, daypart, tuple(words.split("\n")), alone=not more or daypart is not None)


def _print(sentences: tuple[str, ...]) -> str:
    return sha256("\n".join(sentences).encode()).hexdigest()[:PRINT_LENGTH]


def _pieces_of(voice: Voice, part: str, sentences: tuple[str, ...]) -> Iterator[Piece]:
    runs = [tuple(run) for fixed, run in groupby(sentences, key=_is_fixed) if fixed]
    alone = len(runs) == 1 and len(runs[0]) == len(sentences)
    for number, run in enumerate(runs, 1):
        step = part.replace(" ", "-") + (f"-{number}" if len(runs) > 1 else "")
        if GREETING in placeholders(*run):
            for daypart in Daypart:
                words = _filled(voice, run, greeting=voice.words.text(daypart.value, voice.language))
                yield Piece(f"{step}-{daypart.value}", part, daypart, words, alone)
        else:
            yield Piece(step, part, None, _filled(voice, run), alone, number if len(runs) > 1 else 0)


def _is_fixed(sentence: str) -> bool:
    return not placeholders(sentence) & VARYING


def _filled(voice: Voice, sentences: tuple[str, ...], **values: str) -> tuple[str, ...]:
    return tuple(sentence.format(**fixed_values(voice), **values) for sentence in sentences)
