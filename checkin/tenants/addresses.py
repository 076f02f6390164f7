"""Taking apart an address that stands in one cell, and writing places and postcodes in one way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from checkin.tenants.cells import SEEN_BEFORE, words

POSTCODE = re.compile(r"([1-9][0-9]{3})\s?(?!SA|SD|SS)([A-Z]{2})")
NUMBER_WITH_REST = re.compile(r"(?P<number>[0-9]{1,5})\s*(?P<rest>.{0,30})")
ADDRESS = re.compile(r"(?P<street>.{2,80})\s(?:nr\.?\s*)?(?P<number>[0-9]{1,5})(?P<rest>(?![0-9])[^0-9\s]?.{0,30})")
YEAR = re.compile(r"1[89][0-9]{2}|20[0-9]{2}")
SMALL_WORDS = words("aan op den de der het in bij en van ter ten 't onder over")


@dataclass(frozen=True)
class House:
    """A number with what comes after it."""

    street: str = ""
    number: str = ""
    letter: str = ""
    addition: str = ""


def split_address(text: str) -> House:
    """Split `Kerkstraat 12-A`, `Plein 1944 12 bis` and `1e Kerkstraat 5` into street, number, letter and addition."""
    found = ADDRESS.fullmatch(text)
    if found is None:
        return House(street=text)
    street, number, rest = found["street"].strip(), found["number"], found["rest"]
    # “Kerkstraat 12 2”: the number is the first one, unless that one is a year, as in “Plein 1944 12”.
    earlier = re.fullmatch(r"(.{2,80})\s([0-9]{1,5})", street)
    if earlier and not YEAR.fullmatch(earlier[2]):
        street, number, rest = earlier[1], earlier[2], f"{number}{rest}"
    house = split_number(f"{number} {rest}")
    return House(re.sub(r"(?i)[\s,]+nr\.?$", "", street).rstrip(" ,"), house.number, house.letter, house.addition)


@lru_cache(maxsize=SEEN_BEFORE)
def split_number(text: str) -> House:
    """Split `12-A`, `12a`, `12 bis`, `12-2`."""
    found = NUMBER_WITH_REST.fullmatch(text.strip())
    if found is None:
        return House(addition=text)
    rest = found["rest"].strip(" -/,.")
    letter = re.fullmatch(r"([A-Za-z])(?:[\s\-/]+(.+)|)", rest)
    if letter:
        return House(number=found["number"], letter=letter[1].upper(), addition=letter[2] or "")
    return House(number=found["number"], addition=rest)


def postcode_of(text: str) -> str | None:
    """Write a postcode as `1234 AB`; None when it is not one."""
    found = POSTCODE.fullmatch(text.upper().replace(" ", ""))
    return f"{found[1]} {found[2]}" if found else None


@lru_cache(maxsize=SEEN_BEFORE)
def place_of(text: str) -> str:
    """Write a place with its capitals: `DEN HAAG` and `den haag` become `Den Haag`; mixed case stays as it is."""
    if not (text.isupper() or text.islower()):
        return text
    return " ".join(_place_word(word, first=index == 0) for index, word in enumerate(text.lower().split()))


def _place_word(word: str, *, first: bool) -> str:
    if word in SMALL_WORDS and not first:
        return word
    parts = [part if part == "'s" or (index and part in SMALL_WORDS) else _capital(part)
             for index, part in enumerate(word.split("-"))]  # fmt: skip
    return "-".join(parts)


def _capital(word: str) -> str:
    return f"IJ{word[2:]}" if word.startswith("ij") else word[:1].upper() + word[1:]
