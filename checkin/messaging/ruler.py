"""What a text comes to when it is filled in: its length, its parts, and the letters that cannot travel."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from checkin.domain import gsm
from checkin.domain.code_words import WORDS
from checkin.domain.office_hours import Daypart
from checkin.domain.tongues import TONGUES, Style, spoken, tongue
from checkin.domain.words import Words
from checkin.messaging.wording import LEFT_TO_RIGHT, Wording

LONG_SURNAME = "Van der Linden"
LONGEST_NAMES = {language: f"{said.titles['mevr']} {LONG_SURNAME}" for language, said in TONGUES.items()}
"""A tenant with a long name, as each language writes to her."""
LONGEST_ORGANISATION = "Woonstichting Eemland"
"""As long as an organisation's name may be; words must fit with every landlord."""
SAMPLE_PHONE, SAMPLE_COLLEAGUE = "0318-123456", "Samira"
SAMPLE_HELPERS = "Stichting Maatschappelijk Werk Eemland"
ABOUT_HELPERS = frozenset({Wording.S17_REFERRAL.value, Wording.S18_REFERRAL_AGAIN.value})
"""Texts in which “who” is an organisation, with a long name."""
SAMPLE_HOUR = 17
PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Measure:
    """How long a text is when it is filled in, and what it travels as."""

    length: int
    room: int
    parts: int
    odd: str
    """Letters that no likeness in the alphabet of text messages can stand for."""


def travelling(text: str, language: str) -> str:
    """Give a text as it travels: Ayşe as Ayse; a letter without a likeness stays as it is."""
    if tongue(language).wide:
        return gsm.tidy(text)
    return "".join(letter if _is_odd(letter) else gsm.fold(letter) for letter in gsm.composed(text))


def _is_odd(letter: str) -> bool:
    return letter != gsm.NOT_FOLDABLE and gsm.fold(letter) == gsm.NOT_FOLDABLE


def measure(text: str, language: str) -> Measure:
    """Measure a text that is filled in."""
    sent, wide = travelling(text, language), tongue(language).wide
    kept = set(sent) if wide else set()
    odd = "".join(dict.fromkeys(one for one in gsm.composed(text) if (one not in kept if wide else _is_odd(one))))
    parts = gsm.parts(sent)
    if gsm.is_gsm(sent):
        return Measure(gsm.septets(sent), gsm.SINGLE if parts == 1 else parts * gsm.MULTIPLE, parts, odd)
    return Measure(gsm.units(sent), gsm.UCS2_SINGLE if parts == 1 else parts * gsm.UCS2_MULTIPLE, parts, odd)


def places(words: Words, language: str, *, org: str, phone: str, key: str = "") -> dict[str, str]:
    """Give what the places of a text are filled with in a sample: a tenant with a long name, called today."""
    said = tongue(language)
    return {
        "name": LONGEST_NAMES[spoken(language)],
        "org": org,
        "phone": f"{LEFT_TO_RIGHT}{phone}{LEFT_TO_RIGHT}" if said.right_to_left else phone,
        "greeting": words.text(Daypart.MORNING.value, language),
        "when": f"{said.today} {said.before(SAMPLE_HOUR, 0, Style.TEXT)}",
        "who": SAMPLE_HELPERS if key in ABOUT_HELPERS else SAMPLE_COLLEAGUE,
        "code_word": max(WORDS[spoken(language)], key=len),
    }


def filled(text: str, given: Mapping[str, str]) -> str:
    """Fill the places of a text; what cannot be filled in stays as it was typed."""
    return PLACE.sub(lambda found: given.get(found[1], found[0]), text)


@dataclass(frozen=True)
class Ruler:
    """One text as a tenant would get it, and what it comes to."""

    filled: str
    measured: Measure
    price: Decimal
    """Of one text to one tenant; nothing when no price is known."""


def ruler_of(text: str, language: str, given: Mapping[str, str], *, price: Decimal) -> Ruler:
    """Lay the ruler beside one text; `price` is that of one part."""
    whole = filled(text, given)
    measured = measure(whole, language)
    return Ruler(travelling(whole, language), measured, measured.parts * price)
