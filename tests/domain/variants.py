"""The same reply as others would have typed it: capitals, spaces, manners, signs, and one slip of a finger."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator

from checkin.domain.replies.seeing import fold
from checkin.domain.replies.tables import VOCABULARY

BEFORE = (
    "Goedemorgen mevrouw, ",
    "Hallo, ",
    "Dag ",
    "Beste mensen, ",
    "goedemiddag ",
    "Geachte heer, mevrouw, ",
    "Hoi! ",
)
AFTER = (
    " aub",
    " dank u wel",
    ", bedankt",
    " alstublieft",
    " groetjes",
    ". Met vriendelijke groet",
    " hoor",
    " mevrouw",
)
SIGNS = (" 😊", " 👍", "!", "!!", ".", "...", " 🙏", " ❤️", " .")
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")

Change = Callable[[str, random.Random], str]


def shout(text: str, chance: random.Random) -> str:
    return text.upper()


def whisper(text: str, chance: random.Random) -> str:
    return text.lower()


def spaces(text: str, chance: random.Random) -> str:
    return f"  {text.replace(' ', '  ')}\n"


def without_punctuation(text: str, chance: random.Random) -> str:
    return "".join(" " if letter in ",.;:!" else letter for letter in text)


def greet(text: str, chance: random.Random) -> str:
    return chance.choice(BEFORE) + text


def thank(text: str, chance: random.Random) -> str:
    return text.rstrip(" .!") + chance.choice(AFTER)


def sign(text: str, chance: random.Random) -> str:
    return text + chance.choice(SIGNS)


def other_order(text: str, chance: random.Random) -> str:
    """Say the clauses the other way round."""
    clauses = [clause.strip() for clause in text.replace(". ", ", ").split(",")]
    return ", ".join(reversed(clauses))


def slip(text: str, chance: random.Random) -> str:
    """Let a finger slip once, in a word of four letters or more that was spelled well.

    A slip that makes another word is none: nobody could see it.
    """
    words = text.split(" ")
    long = [place for place, word in enumerate(words) if len(word) > 3 and word.isascii() and _well_spelled(word)]
    if not long:
        return text
    place = chance.choice(long)
    for _ in range(10):
        slipped = _slipped(words[place], chance)
        if slipped != words[place] and fold([slipped])[0] not in VOCABULARY.exact:
            return " ".join([*words[:place], slipped, *words[place + 1 :]])
    return text


def _well_spelled(word: str) -> bool:
    plain = fold([word])[0]
    return word.isalpha() and VOCABULARY.exact.get(plain) == plain


def _slipped(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    kind = chance.randrange(4)
    if kind == 0:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == 1:
        return word[:at] + word[at + 1 :]
    if kind == 2:
        return word[: at + 1] + word[at:]
    return word[:at] + _neighbour(word[at], chance) + word[at + 1 :]


def _neighbour(letter: str, chance: random.Random) -> str:
    for row in KEYS:
        if letter.lower() in row:
            place = row.index(letter.lower())
            return chance.choice(row[max(place - 1, 0) : place] + row[place + 1 : place + 2])
    return letter


MANNERS: tuple[Change, ...] = (shout, whisper, spaces, without_punctuation, greet, thank, sign)
"""Changes that change no meaning at all."""
ALL: tuple[Change, ...] = (*MANNERS, other_order, slip, slip, slip)


def variants(replies: Iterable[tuple[str, str]], seed: int = 5) -> Iterator[tuple[str, str]]:
    """Give every reply in every way, with the same label."""
    chance = random.Random(seed)
    for text, label in replies:
        for change in ALL:
            yield change(text, chance), label
