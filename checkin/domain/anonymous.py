"""Takes out of a text whatever could tell whose it is, so that it can serve as an example of how people write.

Names that we know (of the tenant, of colleagues), names behind a title, long numbers, postcodes,
dates, e-mail and web addresses. Single digits stay: they are answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

NAME, NUMBER, ADDRESS = "[naam]", "[nummer]", "[adres]"
_MAIL = re.compile(r"[\w.+\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,4}")
_WEB = re.compile(r"(?:https?://|www\.)\S{1,200}", re.IGNORECASE)
_POSTCODE = re.compile(r"\b[1-9]\d{3}\s?[A-Za-z]{2}\b")
_DATE = re.compile(r"\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d{2}\b")
_NUMBER = re.compile(r"\+?\d(?:[\s.\-]?\d){4,}|\d{4,}")  # but not a time, as 14.00
_TITLE = re.compile(
    r"\b(mevrouw|mevr|mw|meneer|mijnheer|dhr|dokter|dr|zuster|buurvrouw|buurman|tante|oom)\.?\s+"
    r"((?:(?:van|de|der|den|ten|ter|het|el|al)\s+){0,3}[A-ZÀ-Þ][\w\-]+)"
)
_HOUSE = re.compile(r"\b([A-ZÀ-Þ]?\w+(?:straat|laan|weg|plein|hof|gracht|kade|dijk|singel|park|steeg))\s+\d{1,4}\w?\b")
SHORTEST_NAME = 3


def anonymised(text: str, *, names: Iterable[str] = ()) -> str:
    """Give a text without names, numbers and addresses."""
    text = _WEB.sub(ADDRESS, _MAIL.sub(ADDRESS, text))
    text = _HOUSE.sub(ADDRESS, _POSTCODE.sub(ADDRESS, text))
    text = _NUMBER.sub(NUMBER, _DATE.sub(NUMBER, text))
    text = _TITLE.sub(rf"\1 {NAME}", text)
    for name in sorted({one.strip() for one in names if len(one.strip()) >= SHORTEST_NAME}, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", NAME, text, flags=re.IGNORECASE)
    return text
