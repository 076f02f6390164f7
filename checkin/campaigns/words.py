"""What a campaign's own words must hold, and what a text costs: the ruler beside every text that is written."""

from __future__ import annotations

import re
import string
from dataclasses import dataclass

from checkin.domain import gsm
from checkin.messaging.own_words import LANGUAGES, SPOKEN, TEXTS

LONGEST_NAMES = {"nl": "mevrouw Van der Linden", "en": "Mrs Van der Linden"}
LONGEST_ORGANISATION = "Woonstichting Eemland"
"""As long as an organisation's name may be; a playbook must fit with every landlord."""
SAMPLE_PHONE = "0318-123456"
SAMPLE_GREETINGS = {"nl": "Goedemorgen", "en": "Good morning"}

IN_TEXTS = frozenset({"name", "org", "phone"})
IN_SPEECH = frozenset({"name", "org", "phone", "greeting"})
KEYS = {
    "nl": (r"\been\b|\b1\b", r"\btwee\b|\b2\b", r"\bdrie\b|\b3\b"),
    "en": (r"\bone\b|\b1\b", r"\btwo\b|\b2\b", r"\bthree\b|\b3\b"),
}
"""The three keys that the menu knows, as they are said."""
LINK = re.compile(r"https?:|www\.|\b[a-z0-9-]+\.(?:nl|com|eu|org|net)\b", re.IGNORECASE)
PAINFUL = re.compile(
    r"\bhuur(?:schuld|achterstand|prijs)?\b|schuld|achterstand|betal|incasso|deurwaarder|klacht|klagen|overlast|"
    r"\brent\b|\bdebt|arrears|\bowe|\bpay(?:ment)?s?\b|complain|nuisance|\bbailiff",
    re.IGNORECASE,
)
"""Words that make a friendly question sound like a letter from the debt collector, or like somebody's complaint."""


@dataclass(frozen=True)
class Measure:
    """How long a text is when it is filled in, and what it travels as."""

    length: int
    room: int
    parts: int
    odd: str
    """Letters outside the alphabet of text messages: one of them cuts a text to 70."""


def measure(text: str) -> Measure:
    """Measure a text that is filled in."""
    odd = "".join(dict.fromkeys(letter for letter in text if not gsm.is_gsm(letter)))
    parts = gsm.parts(text)
    if odd:
        return Measure(len(text), gsm.UCS2_SINGLE if parts == 1 else parts * gsm.UCS2_MULTIPLE, parts, odd)
    return Measure(gsm.septets(text), gsm.SINGLE if parts == 1 else parts * gsm.MULTIPLE, parts, "")


def sample(text: str, language: str, *, org: str = LONGEST_ORGANISATION, phone: str = SAMPLE_PHONE) -> str:
    """Fill a text as a tenant with a long name gets it; what cannot be filled in stays as it was typed."""
    given = {"name": LONGEST_NAMES[language], "org": org, "phone": phone, "greeting": SAMPLE_GREETINGS[language]}
    return re.sub(r"\{(\w+)\}", lambda found: given.get(found[1], found[0]), text)


def wrong_with_text(part: str, text: str, language: str) -> list[str]:
    """Name what is wrong with a text, by codes; nothing is wrong when the list is empty."""
    if not text.strip():
        return ["empty"]
    if (places := _places(text)) is None or not places <= IN_TEXTS:
        return ["places"]
    measured = measure(sample(text, language))
    answers = all(re.search(rf"(?<!\d){digit}(?!\d)", text) for digit in "123")
    tests = (
        ("odd_letters", bool(measured.odd)),
        ("too_long", not measured.odd and measured.parts > 1),
        ("no_sender", "org" not in places),
        ("no_answers", not answers),
        ("no_stop", part == "S1" and "STOP" not in text),
        ("link", LINK.search(text) is not None),
        ("painful", PAINFUL.search(text) is not None),
    )
    return [code for code, holds in tests if holds]


def wrong_with_speech(part: str, sentences: tuple[str, ...], language: str) -> list[str]:
    """Name what is wrong with a part of the menu, by codes."""
    said = " ".join(sentences)
    if not said.strip():
        return ["empty"]
    if (places := _places(said)) is None or not places <= IN_SPEECH:
        return ["places"]
    keys = all(re.search(key, said, re.IGNORECASE) for key in KEYS[language])
    tests = (
        ("no_sender", part == "greeting" and "org" not in places),
        ("no_keys", part == "question" and not keys),
        ("too_much", len(sentences) > 12 or len(said) > 700),  # noqa: PLR2004  a minute of speech: nobody listens longer
        ("painful", PAINFUL.search(said) is not None),
    )
    return [code for code, holds in tests if holds]


def _places(text: str) -> set[str] | None:
    try:
        found = list(string.Formatter().parse(text))
    except ValueError:
        return None
    plain = all(not spec and not conversion for _, name, spec, conversion in found if name is not None)
    return {name for _, name, _, _ in found if name is not None} if plain else None


__all__ = [
    "LANGUAGES",
    "SPOKEN",
    "TEXTS",
    "Measure",
    "measure",
    "sample",
    "wrong_with_speech",
    "wrong_with_text",
]
