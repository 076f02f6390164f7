"""The texts that tenants get, in the language of each: as short as a text message asks, and never with a link."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from checkin.domain import gsm
from checkin.domain.tongues import tongue
from checkin.domain.words import Words, placeholders
from checkin.messaging.own_words import HOUSE_WORDS, OwnWords


class Wording(StrEnum):
    """Which text, by its number in the script and its purpose."""

    S0_NOTICE = "S0"
    S1_CHECK_IN = "S1"
    S2_REMINDER = "S2"
    S3_CHAT = "S3"
    S4_HELP = "S4"
    S5_FINE = "S5"
    S6_STOPPED = "S6"
    S7_DANGER = "S7"
    S7B_DESPAIR = "S7b"
    S8_UNCLEAR = "S8"
    S9_LATER = "S9"
    S10_WRONG_NUMBER = "S10"
    S11_NOT_REACHED = "S11"
    S12_WHO_WE_ARE = "S12"
    S13_CLOSED = "S13"
    S15_STARTED = "S15"
    S16_SORRY = "S16"
    S17_REFERRAL = "S17"
    S18_REFERRAL_AGAIN = "S18"


LEFT_TO_RIGHT = "\u200e"
"""Beside a telephone number among letters that run from right to left: its two halves would change places."""
NAME = re.compile(r",? \{name\}")
MOST_PARTS = {False: 1, True: 2}
"""By whether a language is wide: one text message, or two of 67 letters, which say as much."""


def most_parts(language: str) -> int:
    """Say how many parts a text in this language may take."""
    return MOST_PARTS[tongue(language).wide]


def compose(
    wording: Wording,
    language: str,
    *,
    words: Words,
    org: str,
    phone: str,
    name: str = "",
    when: str = "",
    who: str = "",
    code_word: str = "",
    own: OwnWords = HOUSE_WORDS,
) -> str:
    """Fill a text in the tenant's language, in the letters in which it travels; `own` words go before the house's.

    Raises ValueError when something that the text needs is missing.
    """
    template = own.text(wording, language) or words.text(wording, language)
    given = {"org": org, "phone": phone, "when": when, "who": who, "code_word": code_word}
    return fill(template, language, what=f"text {wording}", name=name, **given)


def fill(template: str, language: str, *, what: str = "the text", name: str = "", **given: str) -> str:
    """Fill a text. The name may be missing, and goes first when it would not fit; nothing is ever cut.

    Raises ValueError when something else that the text needs is missing.
    """
    said = tongue(language)
    values = {key: _written(" ".join(value.split()), wide=said.wide) for key, value in given.items()}
    values["name"] = _travels(" ".join(name.split()), wide=said.wide)
    missing = sorted(field for field in placeholders(template) - {"name"} if not values.get(field))
    if missing:
        message = f"{what} needs {', '.join(missing)}"
        raise ValueError(message)
    if said.right_to_left and values.get("phone"):
        values["phone"] = f"{LEFT_TO_RIGHT}{values['phone']}{LEFT_TO_RIGHT}"
    written = _written(template, wide=said.wide)
    if values["name"] and (said.wide or gsm.NOT_FOLDABLE not in values["name"]):
        text = written.format(**values)
        if gsm.parts(text) <= most_parts(language):
            return text
    return NAME.sub("", written).format(**values)


def _travels(text: str, *, wide: bool) -> str:
    """Write text in the letters in which it travels: those of text messages, unless the language needs others."""
    return gsm.tidy(text) if wide else gsm.fold(text)


@lru_cache(maxsize=1000)
def _written(text: str, *, wide: bool) -> str:
    """Write what is the same for many tenants once: a template, the landlord's name, a promised time."""
    return _travels(text, wide=wide)
