"""The ruler beside every text of the builder: how long it is with the longest name, its parts, and its price."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from checkin.campaigns.builder_forms import WordsForm
from checkin.campaigns.words import LONGEST_NAMES, SAMPLE_GREETINGS, Measure, measure, sample
from checkin.messaging.own_words import LANGUAGES
from checkin.settings import Settings


@dataclass(frozen=True)
class Ruler:
    """One text as a tenant would get it, and what it comes to."""

    filled: str
    measured: Measure
    price: Decimal
    """Of one text to one tenant; nothing when no price is known."""


def rulers_of(form: WordsForm, settings: Settings) -> dict[str, Ruler]:
    """Measure every text of a form, by the name of its field."""
    names = [f"{part}_{language}" for part in ("S1", "S2") for language in LANGUAGES]
    return {name: _ruler(form[name].data or "", name.rpartition("_")[2], settings) for name in names}


def _ruler(text: str, language: str, settings: Settings) -> Ruler:
    filled = sample(text, language, org=settings.organisation, phone=settings.organisation_phone)
    measured = measure(filled)
    return Ruler(filled, measured, measured.parts * settings.price_text_part)


def places_of(language: str, settings: Settings) -> dict[str, str]:
    """Give what the places of a text are filled with, for the ruler in the browser and for *Luister*."""
    return {
        "name": LONGEST_NAMES[language],
        "org": settings.organisation,
        "phone": settings.organisation_phone,
        "greeting": SAMPLE_GREETINGS[language],
    }
