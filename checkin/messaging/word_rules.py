"""What the words of the house must keep, whoever changes them: their places, the answers, and where to find help."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checkin.domain.words import Lines, placeholders
from checkin.messaging.house_words import HIGHEST_KEY, MENU, ORIGINAL, PHRASES, asks_for_key, names_key, names_number
from checkin.messaging.own_words import LANGUAGES
from checkin.messaging.ruler import filled, measure
from checkin.messaging.wording import Wording, most_parts

LINK = re.compile(r"https?:|www\.|\b[a-z0-9-]+\.(?:nl|com|eu|org|net)\b", re.IGNORECASE)
PAINFUL = re.compile(
    r"\bhuur(?:schuld|achterstand|prijs)?\b|schuld|achterstand|betal|incasso|deurwaarder|klacht|klagen|overlast|"
    r"\brent\b|\bdebt|arrears|\bowe|\bpay(?:ment)?s?\b|complain|nuisance|\bbailiff",
    re.IGNORECASE,
)
"""Words that make a friendly question sound like a letter from the debt collector, or like somebody's complaint; in
Dutch and English, for a German “Entschuldigung” is no debt."""
TOKENS = ("1", "2", "3", "STOP", "START", "112", "113")
"""What a tenant may send back, and where to find help at once: a text that names it goes on naming it."""
EMERGENCY = "112"
ALWAYS_KNOWN = frozenset({"org", "phone"})
"""Places that can be filled in anywhere."""
MOST_SENTENCES, MOST_SPOKEN = 12, 700
"""A minute of speech: nobody listens longer."""
LONGEST_PHRASE = 40


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: a code, and what it is about."""

    code: str
    what: str = ""


def kind_of(key: str) -> str:
    """Say what kind of words stand under a key: a text, a part of the telephone menu, or a phrase within others."""
    return "phrase" if key in PHRASES else "menu" if key in MENU else "text"


def places_in(text: str) -> set[str] | None:
    """Give the places of a text; None when the braces are not in pairs, or ask for more than filling in."""
    try:
        found = list(string.Formatter().parse(text))
    except ValueError:
        return None
    plain = all(not spec and not conversion for _, name, spec, conversion in found if name is not None)
    return {name for _, name, _, _ in found if name is not None} if plain else None


def places_of(key: str, language: str) -> list[str]:
    """List the places that may stand in these words, in a fixed order: those of the original first."""
    original = placeholders(*ORIGINAL.sentences(key, language))
    known = set() if kind_of(key) == "phrase" else ALWAYS_KNOWN - original
    return [*sorted(original), *sorted(known)]


def needed_places(key: str, language: str) -> frozenset[str]:
    """Give the places that must stay. A text may leave the name out, as it does when we do not know it."""
    original = placeholders(*ORIGINAL.sentences(key, language))
    return original - {"name"} if kind_of(key) == "text" else original


def needed_words(key: str, language: str) -> tuple[str, ...]:
    """Give the digits and words that must stay in a text."""
    original = ORIGINAL.text(key, language)
    return tuple(token for token in TOKENS if _says(original, token)) if kind_of(key) == "text" else ()


def needed_keys(key: str, language: str) -> tuple[int, ...]:
    """Give the keys that a part of the menu must go on asking for."""
    return tuple(_keys(ORIGINAL.sentences(key, language), language)) if kind_of(key) == "menu" else ()


def faults(key: str, language: str, lines: Lines, sample: Mapping[str, str]) -> list[Fault]:
    """Name what is wrong with new words; `sample` fills their places as they are measured."""
    if not any(line.strip() for line in lines):
        return [Fault("empty")]
    found = places_in("\n".join(lines))
    if found is None:
        return [Fault("braces")]
    unknown, missing = found - set(places_of(key, language)), needed_places(key, language) - found
    wrong = [Fault("unknown_place", name) for name in sorted(unknown)]
    wrong += [Fault("missing_place", name) for name in sorted(missing)]
    said = "\n".join(lines)
    wrong += [Fault("painful")] if language in LANGUAGES and PAINFUL.search(said) else []
    by_kind = {"text": _text_faults, "menu": _menu_faults, "phrase": _phrase_faults}
    return [*wrong, *by_kind[kind_of(key)](key, language, lines, sample)]


def _text_faults(key: str, language: str, lines: Lines, sample: Mapping[str, str]) -> Iterator[Fault]:
    text = " ".join(lines)
    measured = measure(filled(text, sample), language)
    # A landlord with a long name may need two parts for what fits in one for everybody else.
    original = measure(filled(ORIGINAL.text(key, language), sample), language)
    if measured.odd:
        yield Fault("odd_letters", measured.odd)
    elif measured.parts > max(most_parts(language), original.parts):
        yield Fault("too_long")
    for token in needed_words(key, language):
        if not _says(text, token):
            yield Fault("missing_word", token)
    if LINK.search(text):
        yield Fault("link")


def _menu_faults(key: str, language: str, lines: Lines, _sample: Mapping[str, str]) -> Iterator[Fault]:
    asked = set(_keys(lines, language))
    for number in needed_keys(key, language):
        if number not in asked:
            yield Fault("missing_key", str(number))
    before, said = (" ".join(words) for words in (ORIGINAL.sentences(key, language), lines))
    if names_number(before, EMERGENCY, language) and not names_number(said, EMERGENCY, language):
        yield Fault("missing_word", EMERGENCY)
    if len(lines) > MOST_SENTENCES or len(said) > MOST_SPOKEN:
        yield Fault("too_much")


def _phrase_faults(_key: str, _language: str, lines: Lines, _sample: Mapping[str, str]) -> Iterator[Fault]:
    if len(lines) > 1 or len(lines[0]) > LONGEST_PHRASE:
        yield Fault("long_phrase")


def _keys(sentences: Lines, language: str) -> list[int]:
    asking = [one for one in sentences if asks_for_key(one, language)]
    return [key for one in asking for key in range(HIGHEST_KEY + 1) if names_key(one, key, language)]


def _says(text: str, token: str) -> bool:
    return re.search(rf"(?<!\w){token}(?!\w)", text) is not None


def known_keys() -> tuple[str, ...]:
    """List everything that the house says, in the order in which a tenant meets it."""
    return (*(wording.value for wording in Wording), *MENU, *PHRASES)
