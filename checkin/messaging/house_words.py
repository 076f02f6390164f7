"""The words of the house as checkin brings them, one file per language; a coordinator may change them on the screen."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from importlib import resources
from typing import Any

from checkin.domain.office_hours import Daypart
from checkin.domain.tongues import LANGUAGES, TONGUES, spoken
from checkin.domain.words import Lines, Words

SOON = "soon"
"""Said where no time can be promised."""
PHRASES = (*(part.value for part in Daypart), SOON)
"""What is said within other sentences."""
HIGHEST_KEY = 9


def _read(language: str) -> dict[str, Any]:
    file = resources.files("checkin.messaging") / "languages" / f"{language}.toml"
    return tomllib.loads(file.read_text("utf-8"))


_FILES = {language: _read(language) for language in LANGUAGES}


def _table(file: dict[str, Any]) -> dict[str, Lines]:
    single = {key: (text,) for part in ("texts", "phrases") for key, text in file[part].items()}
    return single | {key: tuple(sentences) for key, sentences in file["menu"].items()}


ORIGINAL = Words({language: _table(file) for language, file in _FILES.items()})
MENU: tuple[str, ...] = tuple(_FILES[LANGUAGES[0]]["menu"])
"""The parts of the telephone menu, in the order in which a call meets them."""


def names_key(sentence: str, key: int, language: str) -> bool:
    """Tell whether a sentence names this key, in words or as a digit."""
    name = re.escape(_plain(_FILES[spoken(language)]["keys"]["names"][key]))
    return re.search(rf"(?<!\w)(?:{name}|{key})(?!\w)", _plain(sentence)) is not None


def names_number(sentence: str, number: str, language: str) -> bool:
    """Tell whether a sentence names a short number, in digits or digit by digit: “een, een, twee”."""
    said = spoken(language)
    forms = zip(TONGUES[said].digits, _FILES[said]["keys"]["names"], strict=True)
    words = ["|".join(re.escape(_plain(form)) for form in both) for both in forms]
    row = r"\W+".join(f"(?:{words[int(digit)]}|{digit})" for digit in number)
    return re.search(rf"(?<!\w)(?:{number}|{row})(?!\w)", _plain(sentence)) is not None


def press(key: int, language: str) -> str:
    """Give how a key is asked for: “toets een”."""
    keys = _FILES[spoken(language)]["keys"]
    return str(keys["press"]).replace("{key}", keys["names"][key])


def asks_for_key(sentence: str, language: str) -> bool:
    """Tell whether a sentence asks for a key to be pressed: “toets een”."""
    return _asking(spoken(language)).search(_plain(sentence)) is not None


@cache
def _asking(language: str) -> re.Pattern[str]:
    keys = _FILES[language]["keys"]
    names = "|".join([*(re.escape(_plain(name)) for name in keys["names"]), "[0-9]"])
    press = re.escape(_plain(keys["press"])).replace(re.escape("{key}"), f"(?:{names})")
    return re.compile(rf"(?<!\w){press}(?!\w)")


def _plain(text: str) -> str:
    """Give a text without capitals and accents: İkiye and ikiye, één and een are the same key."""
    parted = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parted if unicodedata.category(letter) != "Mn")
