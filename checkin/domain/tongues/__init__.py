"""The languages that tenants hear and read, by their codes (ISO 639-1); whatever else they speak, they get Dutch."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from checkin.domain.tongues.arabic import ARABIC
from checkin.domain.tongues.dutch import DUTCH
from checkin.domain.tongues.english import ENGLISH
from checkin.domain.tongues.french import FRENCH
from checkin.domain.tongues.german import GERMAN
from checkin.domain.tongues.polish import POLISH
from checkin.domain.tongues.tongue import HOURS_IN_DAY, Style, Tongue
from checkin.domain.tongues.turkish import TURKISH
from checkin.domain.tongues.ukrainian import UKRAINIAN

FALLBACK = "nl"
TONGUES: Mapping[str, Tongue] = MappingProxyType(
    {
        FALLBACK: DUTCH,
        "en": ENGLISH,
        "de": GERMAN,
        "fr": FRENCH,
        "tr": TURKISH,
        "pl": POLISH,
        "ar": ARABIC,
        "uk": UKRAINIAN,
    }
)
LANGUAGES = tuple(TONGUES)


def spoken(language: str) -> str:
    """Give the language in which a tenant of `language` hears and reads us."""
    return language if language in TONGUES else FALLBACK


def tongue(language: str) -> Tongue:
    """Give how that language says things."""
    return TONGUES[spoken(language)]


__all__ = ["FALLBACK", "HOURS_IN_DAY", "LANGUAGES", "TONGUES", "Style", "Tongue", "spoken", "tongue"]
