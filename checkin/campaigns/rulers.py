"""The ruler beside every text of the builder: how long it is with the longest name, its parts, and its price."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from checkin.campaigns.builder_forms import WordsForm
from checkin.domain.words import Words
from checkin.messaging import ruler
from checkin.messaging.own_words import LANGUAGES
from checkin.messaging.ruler import Measure, measure, travelling
from checkin.messaging.wording import Wording
from checkin.settings import Settings


@dataclass(frozen=True)
class Ruler:
    """One text as a tenant would get it, and what it comes to."""

    filled: str
    measured: Measure
    price: Decimal
    """Of one text to one tenant; nothing when no price is known."""


def rulers_of(form: WordsForm, words: Words, settings: Settings) -> dict[str, Ruler]:
    """Measure every text of a form, by the name of its field."""
    names = [f"{part}_{language}" for part in ("S1", "S2") for language in LANGUAGES]
    return {name: ruler_of(form[name].data or "", name.rpartition("_")[2], words, settings) for name in names}


def ruler_of(text: str, language: str, words: Words, settings: Settings) -> Ruler:
    """Measure one text as a tenant with a long name would get it."""
    filled = ruler.filled(text, places_of(language, words, settings))
    measured = measure(filled, language)
    return Ruler(travelling(filled, language), measured, measured.parts * settings.price_text_part)


def places_of(language: str, words: Words, settings: Settings) -> dict[str, str]:
    """Give what the places of a text are filled with, for the ruler in the browser and for *Luister*."""
    return ruler.places(words, language, org=settings.organisation, phone=settings.organisation_phone)


def house_sample(language: str, words: Words, settings: Settings) -> Ruler:
    """Give the question by text as the house asks it in another language."""
    return ruler_of(words.text(Wording.S1_CHECK_IN, language), language, words, settings)
