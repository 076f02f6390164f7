"""Finding a tenant by what somebody types: name, street, house, postcode, reference or telephone number."""

from __future__ import annotations

import re
from typing import Any

import sqlalchemy as sa
from sqlmodel import col

from checkin.tenants.models import Tenant
from checkin.tenants.numbers import NUMBERS

MOST_WORDS = 6
WHOLE_NUMBER = 6
"""So many digits and nothing else are a telephone number or a reference, and no name or street is looked at."""
PART_OF_NUMBER = 3
"""Fewer digits than this are a house number."""


def matching(search: str) -> list[Any]:
    """Say in SQL that every word is somewhere; a telephone number is one word, however it is written."""
    digits = re.sub(r"[\s()+./-]", "", search)
    if digits.isascii() and digits.isdecimal() and len(digits) >= WHOLE_NUMBER:
        return [sa.or_(_in_a_number(digits), col(Tenant.external_ref) == digits)]
    return [_somewhere(word) for word in search.split()[:MOST_WORDS]]


def _somewhere(word: str) -> Any:
    # One text of all columns: folding and searching each by itself takes twice as long (own measurement).
    places = (Tenant.last_name, Tenant.first_name, Tenant.name_prefix, Tenant.street, Tenant.city)
    text: Any = sa.func.coalesce(col(Tenant.external_ref), "")
    for place in places:
        text = text + " " + col(place)
    found = [text.icontains(word, autoescape=True)]
    if any(letter.isdigit() for letter in word):
        found += [*_house(word), *_part_of_a_number(word)]
    return sa.or_(*found)


def _house(word: str) -> list[Any]:
    whole = col(Tenant.house_number) + col(Tenant.house_letter) + col(Tenant.house_addition)
    return [
        col(Tenant.house_number) == word,
        sa.func.lower(whole) == word.lower(),
        sa.func.replace(col(Tenant.postcode), " ", "") == word.upper(),
    ]


def _part_of_a_number(word: str) -> list[Any]:
    digits = re.sub(r"[^0-9]", "", word)
    return [_in_a_number(digits)] if len(digits) >= PART_OF_NUMBER and not re.search(r"[^\W\d_]", word) else []


def _in_a_number(digits: str) -> Any:
    # People write 06 12, files hold +31612: the country code and the zero before it are left out.
    bare = re.sub(r"^(0031|31|0)", "", digits) or digits
    return sa.or_(*(number.contains(bare, autoescape=True) for number in NUMBERS))
