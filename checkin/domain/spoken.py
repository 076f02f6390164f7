"""How names, telephone numbers and moments are said to a tenant: in a text, by the voice, on a screen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from checkin.domain.tongues import HOURS_IN_DAY, Style, Tongue, tongue


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


def written_name(person: Person, language: str = "nl") -> str:
    """Give the name within a sentence: “mevrouw Van der Linden”; without a salutation “A. van der Linden”."""
    return _titled(person, tongue(language).titles)


def _titled(person: Person, titles: Mapping[str, str]) -> str:
    title = titles.get(str(person.salutation))
    if title and person.last_name.strip():
        return f"{title} {_surname(person, alone=True)}"
    return full_name(person)


def full_name(person: Person) -> str:
    """Give the name without a salutation, with the first name where it is known."""
    given = _one_line(person.first_name) or _one_line(person.initials)
    return f"{given} {_surname(person, alone=not given)}".strip()


def voiced_name(person: Person, language: str = "nl") -> str:
    """Give the name as the voice says it in “wij bellen voor …”: as the landlord spelled it, or else as we write it."""
    said = tongue(language)
    return _one_line(person.spoken_name) or _titled(person, {**said.titles, **said.spoken_of})


def _surname(person: Person, *, alone: bool) -> str:
    """Write a prefix with a capital unless a first name or initials stand before it: that is Dutch spelling."""
    surname = _one_line(f"{person.name_prefix} {person.last_name}")
    return surname[:1].upper() + surname[1:] if alone else surname


def _one_line(text: str) -> str:
    return " ".join(text.split())


SHORT_AREA_CODE = re.compile(r"0(?:1[035]|2[0346]|3[03568]|4[0356]|5[0358]|7[0-9]|8[4578])")
"""Dutch area codes of three digits; all others have four."""
RHYTHMS = {5: (3, 2), 6: (3, 3), 7: (3, 2, 2), 8: (2, 2, 2, 2), 9: (3, 3, 3)}
"""How people split a row of digits when they say it."""
LONGEST_BREATH = 4


def spoken_digits(phone: str, language: str = "nl") -> str:
    """Spell a telephone number: a comma after each digit, a longer rest between the groups that people make."""
    said = tongue(language)
    groups = [group for row in _rows(phone) for group in _breaths(row)]
    spelled = said.rest.join(said.comma.join(said.digits[int(digit)] for digit in group) for group in groups)
    abroad = phone.strip().startswith("+") and not phone.strip().startswith("+31")
    return f"{said.plus}{said.comma}{spelled}" if abroad else spelled


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


WEEK = 7


def when_words(before: datetime, now: datetime, zone: ZoneInfo, language: str = "nl", style: Style = Style.TEXT) -> str:
    """Tell a promise as people do: “vandaag voor 17 uur”, “maandag voor 10 uur”, “today before 5 pm”."""
    local = before.astimezone(zone)
    day, hour, minute = local.date(), local.hour, local.minute
    if (hour, minute) == (0, 0):  # “before midnight” belongs to the day that ends
        day, hour = day - timedelta(days=1), HOURS_IN_DAY
    said = tongue(language)
    return f"{_day_words(day, now.astimezone(zone).date(), said, style)} {said.before(hour, minute, style)}"


def _day_words(day: date, today: date, said: Tongue, style: Style) -> str:
    ahead, weekday, near = (day - today).days, said.weekdays[day.weekday()], (said.today, said.tomorrow)
    if 0 <= ahead < len(near):
        return near[ahead]
    if 0 < ahead < WEEK:
        return weekday
    far_day = said.far_day_in_text if style is Style.TEXT and said.far_day_in_text else said.far_day
    number = said.first if day.day == 1 else str(day.day)
    return far_day.format(weekday=weekday, day=number, month=said.months[day.month - 1])


__all__ = ["Person", "Style", "full_name", "spoken_digits", "voiced_name", "when_words", "written_name"]
