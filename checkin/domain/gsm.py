"""The alphabet of text messages: what fits, what it costs, and how to fold the rest into it.

One letter outside the alphabet turns a whole text into UCS-2 and cuts a part from 160 characters to 70
(3GPP TS 23.038). Dutch has é and ü in it, but not ë, ï or a curly apostrophe.
"""

from __future__ import annotations

import unicodedata

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENSION = frozenset("\f^{}\\[~]|€")
"""Sent as an escape and a second letter: each costs two."""

SINGLE, MULTIPLE = 160, 153
UCS2_SINGLE, UCS2_MULTIPLE = 70, 67
WIDEST = 0x10000
"""From here on a letter costs two places of UCS-2: emoji, and scripts that no tenant writes."""

LOOKALIKES = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "´": "'", "`": "'", "ʼ": "'", "′": "'",
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "″": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "•": "-",
        "…": "...", "\t": " ", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "œ": "oe", "Œ": "OE",
        "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D",
    }
)  # fmt: skip
NOT_FOLDABLE = "?"


def is_gsm(text: str) -> bool:
    """Tell whether every letter is in the alphabet."""
    return all(letter in BASIC or letter in EXTENSION for letter in text)


def composed(text: str) -> str:
    """Write letters and their accents as one where that exists, so that each is looked at once."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Write `text` in the alphabet: Daniëlle becomes Danielle; a letter without a likeness becomes a question mark."""
    return "".join(_fold_letter(letter) for letter in composed(text).translate(LOOKALIKES))


def tidy(text: str) -> str:
    """Write `text` in the letters of a language that travels as UCS-2, each of them one of its 70 places."""
    plain = composed(text).replace("\t", " ")
    return "".join(letter for letter in plain if ord(letter) < WIDEST and unicodedata.category(letter) != "Cc")


def _fold_letter(letter: str) -> str:
    if is_gsm(letter):
        return letter
    if unicodedata.category(letter) in {"Mn", "Me", "Cf", "Cc"}:
        return ""
    plain = "".join(
        part
        for part in unicodedata.normalize("NFKD", letter).translate(LOOKALIKES)
        if unicodedata.category(part) != "Mn"
    )
    return plain if is_gsm(plain) else NOT_FOLDABLE


def septets(text: str) -> int:
    """Count what a text costs in the alphabet. Raises ValueError for a letter outside it."""
    if not is_gsm(text):
        message = "the text holds a letter outside the alphabet of text messages"
        raise ValueError(message)
    return sum(_cost(letter) for letter in text)


def units(text: str) -> int:
    """Count what a text costs in UCS-2."""
    return sum(2 if ord(letter) >= WIDEST else 1 for letter in text)


def parts(text: str) -> int:
    """Count the parts in which a text travels and is paid for; an empty text is one part."""
    if is_gsm(text):
        return _parts([_cost(letter) for letter in text], SINGLE, MULTIPLE)
    return _parts([2 if ord(letter) >= WIDEST else 1 for letter in text], UCS2_SINGLE, UCS2_MULTIPLE)


def _cost(letter: str) -> int:
    return 2 if letter in EXTENSION else 1


def _parts(costs: list[int], single: int, multiple: int) -> int:
    """Fill parts one letter at a time: a letter of two is never split over two parts."""
    if sum(costs) <= single:
        return 1
    count, used = 1, 0
    for cost in costs:
        if used + cost > multiple:
            count, used = count + 1, 0
        used += cost
    return count
