"""Names, numbers and moments as they are said to a tenant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.spoken import Style, full_name, spoken_digits, voiced_name, when_words, written_name

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True)
class Someone:
    salutation: str = "neutraal"
    initials: str = "A."
    first_name: str = ""
    name_prefix: str = "van der"
    last_name: str = "Linden"
    spoken_name: str = ""


@pytest.mark.parametrize(
    ("someone", "dutch", "english"),
    [
        (Someone("mevr"), "mevrouw Van der Linden", "Mrs Van der Linden"),
        (Someone("dhr", name_prefix="de"), "meneer De Linden", "Mr De Linden"),
        (Someone("mevr", name_prefix="", last_name="Jansen"), "mevrouw Jansen", "Mrs Jansen"),
        (Someone("dhr", name_prefix="", last_name="van Dijk"), "meneer Van Dijk", "Mr Van Dijk"),
        (Someone("dhr", name_prefix="'t", last_name="Hart"), "meneer 't Hart", "Mr 't Hart"),
        (Someone(), "A. van der Linden", "A. van der Linden"),
        (Someone(first_name="Anna"), "Anna van der Linden", "Anna van der Linden"),
        (Someone(initials=""), "Van der Linden", "Van der Linden"),
        (Someone("mevr", first_name="Anna", last_name="", name_prefix=""), "Anna", "Anna"),
        (Someone("mevr", last_name=" Linden\n"), "mevrouw Van der Linden", "Mrs Van der Linden"),
    ],
)
def test_a_name_is_written_as_dutch_spelling_has_it(someone: Someone, dutch: str, english: str) -> None:
    assert written_name(someone, "nl") == dutch
    assert written_name(someone, "en") == english
    assert written_name(someone, "tr") == dutch


def test_a_name_without_a_salutation_is_the_same_for_everyone() -> None:
    assert full_name(Someone("mevr")) == "A. van der Linden"


def test_the_voice_says_a_name_as_the_landlord_spelled_it_out() -> None:
    assert voiced_name(Someone("mevr", last_name="Nguyen", spoken_name="mevrouw Noe-jen")) == "mevrouw Noe-jen"
    assert voiced_name(Someone("mevr")) == "mevrouw Van der Linden"


@pytest.mark.parametrize(
    ("phone", "spoken"),
    [
        ("0318-123456", "nul, drie, een, acht; een, twee, drie; vier, vijf, zes"),
        ("0318123456", "nul, drie, een, acht; een, twee, drie; vier, vijf, zes"),
        ("+31318123456", "nul, drie, een, acht; een, twee, drie; vier, vijf, zes"),
        ("+31 (0)318 123456", "nul, drie, een, acht; een, twee, drie; vier, vijf, zes"),
        ("020-1234567", "nul, twee, nul; een, twee, drie; vier, vijf; zes, zeven"),
        ("0201234567", "nul, twee, nul; een, twee, drie; vier, vijf; zes, zeven"),
        ("06-12345678", "nul, zes; een, twee; drie, vier; vijf, zes; zeven, acht"),
        ("+31612345678", "nul, zes; een, twee; drie, vier; vijf, zes; zeven, acht"),
        ("0800-0113", "nul, acht, nul, nul; nul, een, een, drie"),
        ("112", "een, een, twee"),
        ("+49 30 1234", "plus, vier, negen; drie, nul; een, twee, drie, vier"),
        ("", ""),
    ],
)
def test_a_number_is_spelled_in_the_groups_that_people_make(phone: str, spoken: str) -> None:
    assert spoken_digits(phone) == spoken


def test_a_number_is_spelled_in_the_tenant_s_language() -> None:
    assert spoken_digits("0318-12", "en") == "zero, three, one, eight; one, two"


@given(st.from_regex(r"0[1-9][0-9]{8}", fullmatch=True))
def test_every_digit_is_said_once_and_in_order(phone: str) -> None:
    words = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
    assert spoken_digits(phone).replace(";", ",").split(", ") == [words[int(digit)] for digit in phone]


@given(st.text())
def test_spelling_never_fails(phone: str) -> None:
    spoken_digits(phone)


NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)  # Thursday, 10:00 in Amsterdam


@pytest.mark.parametrize(
    ("local", "dutch", "english"),
    [
        ("2026-11-26 17:00", "vandaag voor 17 uur", "today before 5 pm"),
        ("2026-11-27 12:00", "morgen voor 12 uur", "tomorrow before noon"),
        ("2026-11-30 10:00", "maandag voor 10 uur", "Monday before 10 am"),
        ("2026-12-02 16:30", "woensdag voor 16.30 uur", "Wednesday before 4.30 pm"),
        ("2026-12-03 09:05", "donderdag 3 december voor 9.05 uur", "Thursday 3 December before 9.05 am"),
        ("2026-11-27 00:00", "vandaag voor 24 uur", "today before midnight"),
        ("2026-11-27 00:30", "morgen voor 0.30 uur", "tomorrow before 12.30 am"),
        ("2026-11-25 17:00", "woensdag 25 november voor 17 uur", "Wednesday 25 November before 5 pm"),
    ],
)
def test_a_promise_is_told_as_people_do(local: str, dutch: str, english: str) -> None:
    before = datetime.fromisoformat(local).replace(tzinfo=AMSTERDAM).astimezone(UTC)
    assert when_words(before, NOW, AMSTERDAM) == dutch
    assert when_words(before, NOW, AMSTERDAM, "en") == english
    assert when_words(before, NOW, AMSTERDAM, "pl") == dutch


def test_a_screen_shows_minutes_and_the_voice_says_them() -> None:
    five, half_past = datetime(2026, 11, 26, 16, 0, tzinfo=UTC), datetime(2026, 11, 26, 15, 30, tzinfo=UTC)
    assert when_words(five, NOW, AMSTERDAM, style=Style.SCREEN) == "vandaag voor 17.00 uur"
    assert when_words(five, NOW, AMSTERDAM, "en", Style.SCREEN) == "today before 5.00 pm"
    assert when_words(five, NOW, AMSTERDAM, style=Style.VOICE) == "vandaag voor 17 uur"
    assert when_words(half_past, NOW, AMSTERDAM, style=Style.VOICE) == "vandaag voor 16 uur 30"
    assert when_words(half_past, NOW, AMSTERDAM, "en", Style.VOICE) == "today before 4 30 pm"


def test_today_is_the_landlord_s_day_not_the_day_in_utc() -> None:
    late = datetime(2026, 11, 26, 23, 30, tzinfo=UTC)  # half past midnight on Friday in Amsterdam
    assert when_words(datetime(2026, 11, 27, 16, 0, tzinfo=UTC), late, AMSTERDAM) == "vandaag voor 17 uur"
