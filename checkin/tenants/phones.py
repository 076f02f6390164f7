"""Reading a telephone cell as it really arrives, and writing a number down for people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import phonenumbers
from phonenumbers import Leniency, NumberParseException, PhoneNumber, PhoneNumberFormat, PhoneNumberMatcher
from phonenumbers import PhoneNumberType as Type

from checkin.tenants.cells import bare
from checkin.tenants.plain_numbers import HOME, plain_number

ONLY_HOME = frozenset({HOME})
NATIONAL_DIGITS = 9
SHORTEST, LONGEST = 7, 15
"""Digits of a number that a person can have; shorter ones (112, 14020) belong to services."""


class Kind(StrEnum):
    """What a number can do: a mobile takes texts and calls, a landline takes calls."""

    MOBILE = "mobile"
    LANDLINE = "landline"


class Fault(StrEnum):
    """Why no number was found in a cell."""

    NO_NUMBER = "no_number"
    CUT_OFF = "phone_cut_off"
    FORMULA = "phone_formula"
    LETTERS = "phone_letters"
    EXTENSION = "phone_extension"
    ONE_SHORT = "phone_one_short"
    SHORT = "phone_short"
    ONE_LONG = "phone_one_long"
    LONG = "phone_long"
    NOT_IN_USE = "phone_not_in_use"
    NOT_PERSONAL = "phone_not_personal"
    COUNTRY = "phone_country"
    UNREADABLE = "phone_unreadable"


class Caution(StrEnum):
    """What was odd about a number that was found."""

    ZERO_ADDED = "phone_zero_added"
    MACHINE = "phone_machine"


@dataclass(frozen=True, slots=True)
class Phone:
    """One number in E.164, with what it can do."""

    number: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class PhoneCell:
    """What a cell holds: numbers, the words around them, what was odd, or why there is no number."""

    phones: tuple[Phone, ...] = ()
    note: str = ""
    cautions: tuple[Caution, ...] = ()
    fault: Fault | None = None
    missing: int = 0
    """How many digits too few (or, below zero, too many) there are."""

    def first(self, kind: Kind) -> str | None:
        """Give the first number of a kind."""
        return next((phone.number for phone in self.phones if phone.kind is kind), None)


# Lengths are bounded and no two parts can take the same characters, so no cell can make these slow.
CLEAN = re.compile(r"\+?[0-9][0-9 ().\-]{5,30}")
DIGITS_OR_PLUS = "+0123456789"
SCIENTIFIC = re.compile(r"[0-9]([.,][0-9]+)?\s*[eE]\s*\+?\s*[0-9]{1,2}")
GLUED = re.compile(r"[A-Za-z][0-9]{3}|[0-9]{3}[A-Za-z]|\b[oO] ?[0-9]{1,2}[\s\-]?[0-9]{3}")
LOOSE = re.compile(r"(?<![A-Za-z0-9+])[0-9]{9}(?![A-Za-z0-9])")
MACHINES = "+3197"
PERSONAL = {Type.MOBILE: Kind.MOBILE, Type.FIXED_LINE: Kind.LANDLINE, Type.FIXED_LINE_OR_MOBILE: Kind.MOBILE}


def read_phone(cell: object, countries: frozenset[str] = ONLY_HOME) -> PhoneCell:
    """Read a cell: every number of a person in it, of the countries that are allowed, and the rest as a note."""
    if isinstance(cell, str) and HOME in countries and (plain := plain_number(cell)):
        number, is_mobile_number = plain
        phone = Phone(number, Kind.MOBILE if is_mobile_number else Kind.LANDLINE)
        return PhoneCell((phone,), cautions=(Caution.ZERO_ADDED,) if cell[0] in "123456789" else ())
    return searched_phone(cell, countries)


def searched_phone(cell: object, countries: frozenset[str] = ONLY_HOME) -> PhoneCell:
    """Read a cell the long way, with everything that can stand in one."""
    text = bare(cell)
    if not any(sign in "123456789" for sign in text):
        words = _trimmed(text) if any(sign.isalpha() for sign in text) and len(text) > len("onbekend") else ""
        return PhoneCell(note=words, fault=Fault.NO_NUMBER)
    if fault := _damage(text):
        return PhoneCell(fault=fault)
    found = list(_search(text))
    usable = [one for one in found if one.fault(countries) is None]
    if not usable:
        return _explain(text, found, countries)
    phones = tuple(dict.fromkeys(one.phone() for one in usable))
    return PhoneCell(phones, _rest(text, usable), tuple(_cautions(text, phones)))


def _damage(text: str) -> Fault | None:
    if text[0] in DIGITS_OR_PLUS and text.isascii() and not text.isupper() and not text.islower():
        return None  # digits and signs only, as most cells are
    if SCIENTIFIC.fullmatch(text):
        return Fault.CUT_OFF
    if text.startswith(("=", "@")):
        return Fault.FORMULA
    return None


@dataclass(frozen=True)
class _Found:
    start: int
    end: int
    number: PhoneNumber
    type: int

    def phone(self) -> Phone:
        return Phone(phonenumbers.format_number(self.number, PhoneNumberFormat.E164), PERSONAL[self.type])

    def fault(self, countries: frozenset[str]) -> Fault | None:
        if self.number.extension:
            return Fault.EXTENSION
        if self.type not in PERSONAL:
            return Fault.NOT_PERSONAL
        if phonenumbers.region_code_for_number(self.number) not in countries:
            return Fault.COUNTRY
        return None


def _search(text: str) -> Iterator[_Found]:
    """Find the numbers in a cell: the whole cell when it is only that, else each number among the words."""
    if CLEAN.fullmatch(text) and (whole := _parsed(text, 0, len(text))):
        yield whole
        return
    matches = [
        _Found(one.start, one.end, one.number, phonenumbers.number_type(one.number))
        for one in PhoneNumberMatcher(text, HOME, leniency=Leniency.VALID)
    ]
    if matches:
        yield from matches
        return
    # The library wants the zero that Excel ate; alone in its cell it does without.
    for loose in LOOSE.finditer(text):
        if one := _parsed(loose.group(), *loose.span()):
            yield one


def _parsed(text: str, start: int, end: int) -> _Found | None:
    try:
        number = phonenumbers.parse(text, HOME)
    except NumberParseException:
        return None
    kind = phonenumbers.number_type(number)
    return None if kind == Type.UNKNOWN else _Found(start, end, number, kind)


def _explain(text: str, found: Iterable[_Found], countries: frozenset[str]) -> PhoneCell:
    for one in found:
        return PhoneCell(fault=one.fault(countries))
    if GLUED.search(text):
        return PhoneCell(fault=Fault.LETTERS)
    return _wrong_length(text)


def _wrong_length(text: str) -> PhoneCell:
    digits = re.sub(r"[^0-9+]", "", text)
    if digits.startswith("+") and not digits.startswith("+31"):
        return PhoneCell(fault=Fault.UNREADABLE)
    if len(digits) < SHORTEST and not digits.startswith("0"):
        return PhoneCell(fault=Fault.NOT_PERSONAL)
    national = re.sub(r"^(\+31|0031|31(?=[1-9]{1}[0-9]{7}))?0?", "", digits)
    missing = NATIONAL_DIGITS - len(national)
    if len(national) > LONGEST or "+" in national:
        return PhoneCell(fault=Fault.UNREADABLE)
    faults = {0: Fault.NOT_IN_USE, 1: Fault.ONE_SHORT, -1: Fault.ONE_LONG}
    return PhoneCell(fault=faults.get(missing, Fault.SHORT if missing > 0 else Fault.LONG), missing=missing)


def _rest(text: str, taken: list[_Found]) -> str:
    if len(taken) == 1 and taken[0].end - taken[0].start == len(text):
        return ""
    for one in sorted(taken, key=lambda found: found.start, reverse=True):
        text = f"{text[: one.start]} {text[one.end :]}"
    return _trimmed(text)


def _trimmed(text: str) -> str:
    """Take away the brackets and strokes that stood around the numbers."""
    text = re.sub(r"\(\s*\)", " ", text)
    text = re.sub(r"\s+", " ", text).strip(" /,;:-|.&+")
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        text = text[1:-1].strip()
    return "" if text.lower() in ("of", "en", "of:", "()") else text


def _cautions(text: str, phones: tuple[Phone, ...]) -> Iterator[Caution]:
    if text[:1] in "123456789" and text[:2] != "31":
        yield Caution.ZERO_ADDED
    if any(phone.number.startswith(MACHINES) for phone in phones):
        yield Caution.MACHINE


@lru_cache(maxsize=4096)
def _number(number: str) -> PhoneNumber | None:
    try:
        return phonenumbers.parse(number, HOME)
    except NumberParseException:
        return None


def is_mobile(number: str) -> bool:
    """Tell whether a stored number can receive texts."""
    parsed = _number(number)
    return parsed is not None and phonenumbers.number_type(parsed) in (Type.MOBILE, Type.FIXED_LINE_OR_MOBILE)


def national(number: str) -> str:
    """Write a stored number as people here write it: `06 12345678`, `0318 123 456`; one from abroad keeps its plus."""
    parsed = _number(number)
    if parsed is None:
        return number
    at_home = phonenumbers.region_code_for_number(parsed) == HOME
    style = PhoneNumberFormat.NATIONAL if at_home else PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(parsed, style)


def masked(number: str) -> str:
    """Write a number so that a colleague can recognise it and nobody can ring it: `06 •• •• 56 78`."""
    written = national(number)
    digits = "".join(sign for sign in written if sign.isdecimal())
    if written.startswith("06 ") and len(digits) == NATIONAL_DIGITS + 1:
        return f"06 •• •• {digits[6:8]} {digits[8:]}"
    head, _space, tail = written.partition(" ")
    hidden = max(0, sum(sign.isdecimal() for sign in tail) - 3)
    shown = []
    for sign in tail:
        shown.append("•" if sign.isdecimal() and hidden > 0 else sign)
        hidden -= sign.isdecimal()
    return f"{head} {''.join(shown)}".strip()
