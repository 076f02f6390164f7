"""Words that tell of somebody's illness: a note with one of them gets a gentle hint, and is kept as it is.

Health data need a ground that a landlord seldom has (GDPR, article 9). The list is for the eye of the colleague who
types; it decides nothing.
"""

from __future__ import annotations

import re
import unicodedata

STEMS = (
    "alcoholis", "alzheimer", "astma", "autis", "beroerte", "bestraling", "borderline", "burnout", "burn-out", "cancer",
    "chemo", "copd", "dementi", "dement", "depress", "diabet", "diagnos", "dialyse", "epilep", "hartaanval",
    "hartfalen", "hartinfarct", "herseninfarct", "hersenbloeding", "hiv", "insuline", "kanker", "longemfyseem",
    "medicatie", "medicijn", "multiple sclerose", "nierfalen", "operatie", "palliatief", "parkinson", "pillen",
    "psychia", "psycho", "reuma", "schizofren", "stoma", "suicid", "terminaal", "tumor", "uitzaai", "verslaafd",
    "verslaving", "ziekte van", "medication", "medicine", "diagnosis", "disease", "surgery", "stroke", "addict",
)  # fmt: skip
"""Beginnings of words, in small letters and without accents."""
_FOUND = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, STEMS))})[\w-]*")


def medical_words(text: str) -> tuple[str, ...]:
    """Give the words of a note that tell of an illness, as they were written, each once."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    return tuple(dict.fromkeys(found.lower() for found in _FOUND.findall(plain.lower())))
