"""The ruler beside every text of the builder: how long it is with the longest name, its parts, and its price."""

from __future__ import annotations

from checkin.campaigns.builder_forms import WordsForm
from checkin.domain.words import Words
from checkin.messaging.own_words import LANGUAGES
from checkin.messaging.ruler import Ruler, places, ruler_of
from checkin.messaging.wording import Wording
from checkin.settings import Settings


def rulers_of(form: WordsForm, words: Words, settings: Settings) -> dict[str, Ruler]:
    """Measure every text of a form, by the name of its field."""
    names = [f"{part}_{language}" for part in ("S1", "S2") for language in LANGUAGES]
    return {name: _ruler(form[name].data or "", name.rpartition("_")[2], words, settings) for name in names}


def _ruler(text: str, language: str, words: Words, settings: Settings) -> Ruler:
    return ruler_of(text, language, places_of(language, words, settings), price=settings.price_text_part)


def places_of(language: str, words: Words, settings: Settings) -> dict[str, str]:
    """Give what the places of a text are filled with, for the ruler in the browser and for *Luister*."""
    return places(words, language, org=settings.organisation, phone=settings.organisation_phone)


def house_sample(language: str, words: Words, settings: Settings) -> Ruler:
    """Give the question by text as the house asks it in another language."""
    return _ruler(words.text(Wording.S1_CHECK_IN, language), language, words, settings)
