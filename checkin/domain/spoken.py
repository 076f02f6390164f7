"""How names, telephone numbers and moments are said to a tenant: in a text, by the voice, on a screen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol, TypeVar
from zoneinfo import ZoneInfo

Value = TypeVar("Value")


class Person(Protocol):
    """The parts of a name, as the landlord's file has them."""

    @property
    def salutation(self) -> str: ...
    @property
    def initials(self) -> str: ...
    @property
    def first_name(self) -> str: ...
    @property
    def name_prefix(self) -> str: ...
    @property
    def last_name(self) -> str: ...
    @property
    def spoken_name(self) -> str: ...


TITLES = {"nl": {"mevr": "mevrouw", "dhr": "meneer"}, "en": {"mevr": "Mrs", "dhr": "Mr"}}


def written_name(person: Person, language: str = "nl") -> str:
    """Give the name within a sentence: “mevrouw Van der Linden”; without a salutation “A. van der Linden”."""
    title = _of(TITLES, language).get(str(person.salutation))
    if title and person.last_name.strip():
        return f"{title} {_surname(person, alone=True)}"
    return full_name(person)


def full_name(person: Person) -> str:
    """Give the name without a salutation, with the first name where it is known."""
    given = _one_line(person.first_name) or _one_line(person.initials)
    return f"{given} {_surname(person, alone=not given)}".strip()


def voiced_name(person: Person, language: str = "nl") -> str:
    """Give the name as the voice says it: as the landlord spelled it out, or else as it is written."""
    return _one_line(person.spoken_name) or written_name(person, language)


def _surname(person: Person, *, alone: bool) -> str:
    """Write a prefix with a capital unless a first name or initials stand before it: that is Dutch spelling."""
    surname = _one_line(f"{person.name_prefix} {person.last_name}")
    return surname[:1].upper() + surname[1:] if alone else surname


def _one_line(text: str) -> str:
    return " ".join(text.split())


DIGITS = {
    "nl": ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"),
    "en": ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
}
SHORT_AREA_CODE = re.compile(r"0(?:1[035]|2[0346]|3[03568]|4[0356]|5[0358]|7[0-9]|8[4578])")
"""Dutch area codes of three digits; all others have four."""
RHYTHMS = {5: (3, 2), 6: (3, 3), 7: (3, 2, 2), 8: (2, 2, 2, 2), 9: (3, 3, 3)}
"""How people split a row of digits when they say it."""
LONGEST_BREATH = 4


def spoken_digits(phone: str, language: str = "nl") -> str:
    """Spell a telephone number: a comma after each digit, a longer rest between the groups that people make."""
    words = _of(DIGITS, language)
    groups = [group for row in _rows(phone) for group in _breaths(row)]
    spelled = "; ".join(", ".join(words[int(digit)] for digit in group) for group in groups)
    return f"plus, {spelled}" if phone.strip().startswith("+") and not phone.strip().startswith("+31") else spelled


def _rows(phone: str) -> list[str]:
    """Split off the area code, as the landlord wrote it or else as Dutch numbers have it."""
    national = re.sub(r"^\s*(\+|00)31\s*(\(0\)|0)?\s*-?", "0", phone)
    rows = re.findall(r"[0-9]+", national)
    if len(rows) != 1 or len(rows[0]) != 10 or not rows[0].startswith("0"):  # noqa: PLR2004
        return rows
    number = rows[0]
    if number.startswith("06"):
        return [number[:2], number[2:]]
    area = 3 if SHORT_AREA_CODE.match(number) else 4
    return [number[:area], number[area:]]


def _breaths(row: str) -> list[str]:
    if len(row) <= LONGEST_BREATH:
        return [row]
    rhythm = RHYTHMS.get(len(row), (3,) * (len(row) // 3) + ((len(row) % 3,) if len(row) % 3 else ()))
    starts = [sum(rhythm[:index]) for index in range(len(rhythm))]
    return [row[start : start + size] for start, size in zip(starts, rhythm, strict=True)]


class Style(StrEnum):
    """Where a moment is told."""

    TEXT = "text"
    VOICE = "voice"
    SCREEN = "screen"


WEEKDAYS = {
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
MONTHS = {
    "nl": ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
           "november", "december"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
}  # fmt: skip
NEAR_DAYS = {"nl": ("vandaag", "morgen"), "en": ("today", "tomorrow")}
BEFORE = {"nl": "voor", "en": "before"}
NOON, HOURS_IN_DAY, WEEK = 12, 24, 7


def when_words(before: datetime, now: datetime, zone: ZoneInfo, language: str = "nl", style: Style = Style.TEXT) -> str:
    """Tell a promise as people do: “vandaag voor 17 uur”, “maandag voor 10 uur”, “today before 5 pm”."""
    local = before.astimezone(zone)
    day, hour, minute = local.date(), local.hour, local.minute
    if (hour, minute) == (0, 0):  # “before midnight” belongs to the day that ends
        day, hour = day - timedelta(days=1), HOURS_IN_DAY
    clock = _english_clock(hour, minute, style) if language == "en" else _dutch_clock(hour, minute, style)
    return f"{_day_words(day, now.astimezone(zone).date(), language)} {_of(BEFORE, language)} {clock}"


def _day_words(day: date, today: date, language: str) -> str:
    ahead, near, weekday = (day - today).days, _of(NEAR_DAYS, language), _of(WEEKDAYS, language)[day.weekday()]
    if 0 <= ahead < len(near):
        return near[ahead]
    return weekday if 0 < ahead < WEEK else f"{weekday} {day.day} {_of(MONTHS, language)[day.month - 1]}"


def _dutch_clock(hour: int, minute: int, style: Style) -> str:
    if style is Style.SCREEN:
        return f"{hour}.{minute:02} uur"
    if minute == 0:
        return f"{hour} uur"
    return f"{hour} uur {minute}" if style is Style.VOICE else f"{hour}.{minute:02} uur"


def _english_clock(hour: int, minute: int, style: Style) -> str:
    if minute == 0 and hour in (NOON, HOURS_IN_DAY):
        return "noon" if hour == NOON else "midnight"
    half, shown = "am" if hour < NOON else "pm", hour % NOON or NOON
    if style is Style.SCREEN:
        return f"{shown}.{minute:02} {half}"
    if minute == 0:
        return f"{shown} {half}"
    return f"{shown} {minute:02} {half}" if style is Style.VOICE else f"{shown}.{minute:02} {half}"


def _of(table: Mapping[str, Value], language: str) -> Value:
    return table.get(language, table["nl"])
