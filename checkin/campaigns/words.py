"""What a campaign's own words must hold: who asks, the three answers, and nothing that hurts."""

from __future__ import annotations

import re
import string

from checkin.messaging.house_words import ORIGINAL, names_key
from checkin.messaging.ruler import LONGEST_ORGANISATION, SAMPLE_PHONE, filled, measure, places
from checkin.messaging.wording import most_parts

IN_TEXTS = frozenset({"name", "org", "phone"})
IN_SPEECH = frozenset({"name", "org", "phone", "greeting"})
KEYS = (1, 2, 3)
"""The three keys that answer the question."""
LINK = re.compile(r"https?:|www\.|\b[a-z0-9-]+\.(?:nl|com|eu|org|net)\b", re.IGNORECASE)
PAINFUL = re.compile(
    r"\bhuur(?:schuld|achterstand|prijs)?\b|schuld|achterstand|betal|incasso|deurwaarder|klacht|klagen|overlast|"
    r"\brent\b|\bdebt|arrears|\bowe|\bpay(?:ment)?s?\b|complain|nuisance|\bbailiff",
    re.IGNORECASE,
)
"""Words that make a friendly question sound like a letter from the debt collector, or like somebody's complaint."""


def sample(text: str, language: str, *, org: str = LONGEST_ORGANISATION, phone: str = SAMPLE_PHONE) -> str:
    """Fill a text as a tenant with a long name gets it; what cannot be filled in stays as it was typed."""
    return filled(text, places(ORIGINAL, language, org=org, phone=phone))


def wrong_with_text(part: str, text: str, language: str) -> list[str]:
    """Name what is wrong with a text, by codes; nothing is wrong when the list is empty."""
    if not text.strip():
        return ["empty"]
    if (places := _places(text)) is None or not places <= IN_TEXTS:
        return ["places"]
    measured = measure(sample(text, language), language)
    answers = all(re.search(rf"(?<!\d){digit}(?!\d)", text) for digit in "123")
    tests = (
        ("odd_letters", bool(measured.odd)),
        ("too_long", not measured.odd and measured.parts > most_parts(language)),
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
    keys = all(names_key(said, key, language) for key in KEYS)
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
