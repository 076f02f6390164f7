"""What a campaign's own words must hold: who asks, the three answers, and nothing that hurts."""

from __future__ import annotations

import re

from checkin.messaging.house_words import ORIGINAL, names_key
from checkin.messaging.ruler import LONGEST_ORGANISATION, SAMPLE_PHONE, filled, measure, places
from checkin.messaging.word_rules import LINK, MOST_SENTENCES, MOST_SPOKEN, PAINFUL, places_in
from checkin.messaging.wording import most_parts

IN_TEXTS = frozenset({"name", "org", "phone"})
IN_SPEECH = frozenset({"name", "org", "phone", "greeting"})
KEYS = (1, 2, 3)
"""The three keys that answer the question."""


def sample(text: str, language: str, *, org: str = LONGEST_ORGANISATION, phone: str = SAMPLE_PHONE) -> str:
    """Fill a text as a tenant with a long name gets it; what cannot be filled in stays as it was typed."""
    return filled(text, places(ORIGINAL, language, org=org, phone=phone))


def tells_why(*words: str) -> bool:
    """Tell whether words that colleagues see name nuisance, money or complaints."""
    return any(PAINFUL.search(one) for one in words)


def wrong_with_text(part: str, text: str, language: str) -> list[str]:
    """Name what is wrong with a text, by codes; nothing is wrong when the list is empty."""
    if not text.strip():
        return ["empty"]
    if (places := places_in(text)) is None or not places <= IN_TEXTS:
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
    if (places := places_in(said)) is None or not places <= IN_SPEECH:
        return ["places"]
    keys = all(names_key(said, key, language) for key in KEYS)
    tests = (
        ("no_sender", part == "greeting" and "org" not in places),
        ("no_keys", part == "question" and not keys),
        ("too_much", len(sentences) > MOST_SENTENCES or len(said) > MOST_SPOKEN),
        ("painful", PAINFUL.search(said) is not None),
    )
    return [code for code, holds in tests if holds]
