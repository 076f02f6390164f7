"""Names, numbers and moments as they are said to a tenant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.spoken import Style, full_name, spoken_digits, voiced_name, when_words, written_name
from checkin.domain.tongues import LANGUAGES

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
    assert written_name(someone, "fa") == dutch


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


@pytest.mark.parametrize(
    ("language", "spoken", "abroad"),
    [
        ("en", "zero, three, one, eight; one, two", "plus, four, nine; five"),
        ("de", "null, drei, eins, acht; eins, zwei", "plus, vier, neun; fünf"),
        ("fr", "zéro, trois, un, huit; un, deux", "plus, quatre, neuf; cinq"),
        ("tr", "sıfır, üç, bir, sekiz; bir, iki", "artı, dört, dokuz; beş"),
        ("pl", "zero, trzy, jeden, osiem; jeden, dwa", "plus, cztery, dziewięć; pięć"),
        ("ar", "صفر، ثلاثة، واحد، ثمانية؛ واحد، اثنان", "زائد، أربعة، تسعة؛ خمسة"),
        ("uk", "нуль, три, один, вісім; один, два", "плюс, чотири, дев'ять; п'ять"),
        ("fa", "nul, drie, een, acht; een, twee", "plus, vier, negen; vijf"),
    ],
)
def test_a_number_is_spelled_in_the_tenant_s_language(language: str, spoken: str, abroad: str) -> None:
    assert spoken_digits("0318-12", language) == spoken
    assert spoken_digits("+49 5", language) == abroad


@pytest.mark.parametrize(
    ("language", "to_her", "of_her", "to_him", "of_him"),
    [
        ("nl", "mevrouw Jansen", "mevrouw Jansen", "meneer Jansen", "meneer Jansen"),
        ("en", "Mrs Jansen", "Mrs Jansen", "Mr Jansen", "Mr Jansen"),
        ("de", "Frau Jansen", "Frau Jansen", "Herr Jansen", "Herrn Jansen"),
        ("fr", "Madame Jansen", "Madame Jansen", "Monsieur Jansen", "Monsieur Jansen"),
        ("tr", "Sayın Jansen", "Sayın Jansen", "Sayın Jansen", "Sayın Jansen"),
        ("pl", "Pani Jansen", "pani Jansen", "Panie Jansen", "pan Jansen"),
        ("ar", "السيدة Jansen", "السيدة Jansen", "السيد Jansen", "السيد Jansen"),
        ("uk", "пані Jansen", "пані Jansen", "пане Jansen", "пан Jansen"),
    ],
)
def test_a_title_has_the_form_that_its_place_asks_for(
    language: str, to_her: str, of_her: str, to_him: str, of_him: str
) -> None:
    her, him = (Someone(title, name_prefix="", last_name="Jansen") for title in ("mevr", "dhr"))
    assert (written_name(her, language), voiced_name(her, language)) == (to_her, of_her)
    assert (written_name(him, language), voiced_name(him, language)) == (to_him, of_him)


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
    assert when_words(before, NOW, AMSTERDAM, "fa") == dutch


MOMENTS = ("2026-11-26 17:00", "2026-11-27 12:00", "2026-11-29 09:05", "2026-12-01 16:30", "2026-12-24 10:00")
"""Today, tomorrow, Sunday, Tuesday, and a day that is weeks away."""


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        (
            "de",
            (
                "heute vor 17 Uhr", "morgen vor 12 Uhr", "am Sonntag vor 9:05 Uhr", "am Dienstag vor 16:30 Uhr",
                "am 24. Dezember vor 10 Uhr",
            ),
        ),
        (
            "fr",
            (
                "aujourd'hui avant 17 h", "demain avant 12 h", "dimanche avant 9 h 05", "mardi avant 16 h 30",
                "le 24 décembre avant 10 h",
            ),
        ),
        (
            "tr",
            (
                "bugün 17'den önce", "yarın 12'den önce", "pazar günü 9.05'ten önce", "salı günü 16.30'dan önce",
                "24 Aralık günü 10'dan önce",
            ),
        ),
        (
            "pl",
            (
                "dzisiaj przed 17.00", "jutro przed 12.00", "w niedzielę przed 9.05", "we wtorek przed 16.30",
                "24 grudnia przed 10.00",
            ),
        ),
        (
            "ar",
            (
                "اليوم قبل 17:00", "غدًا قبل 12:00", "يوم الأحد قبل 9:05", "يوم الثلاثاء قبل 16:30",
                "يوم 24 ديسمبر قبل 10:00",
            ),
        ),
        (
            "uk",
            (
                "сьогодні до 17:00", "завтра до 12:00", "у неділю до 9:05", "у вівторок до 16:30",
                "24 грудня до 10:00",
            ),
        ),
    ],
)  # fmt: skip
def test_a_promise_is_told_in_the_language_of_the_tenant(language: str, texts: tuple[str, ...]) -> None:
    assert tuple(told(local, language) for local in MOMENTS) == texts


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "de",
            (
                "heute vor 17 Uhr", "morgen vor 12 Uhr", "am Sonntag vor 9 Uhr 5", "am Dienstag vor 16 Uhr 30",
                "am Donnerstag, 24. Dezember, vor 10 Uhr",
            ),
        ),
        (
            "fr",
            (
                "aujourd'hui avant 17 heures", "demain avant midi", "dimanche avant 9 heures 5",
                "mardi avant 16 heures 30", "jeudi 24 décembre avant 10 heures",
            ),
        ),
        (
            "tr",
            (
                "bugün saat on yediden önce", "yarın saat on ikiden önce", "pazar günü saat dokuz beşten önce",
                "salı günü saat on altı otuzdan önce", "24 Aralık perşembe günü saat ondan önce",
            ),
        ),
        (
            "pl",
            (
                "dzisiaj przed siedemnastą", "jutro przed dwunastą", "w niedzielę przed dziewiątą 05",
                "we wtorek przed szesnastą 30", "w czwartek 24 grudnia przed dziesiątą",
            ),
        ),
        (
            "ar",
            (
                "اليوم قبل الساعة الخامسة بعد الظهر", "غدًا قبل الساعة الثانية عشرة ظهرًا",
                "يوم الأحد قبل الساعة التاسعة و 5 دقائق صباحًا", "يوم الثلاثاء قبل الساعة الرابعة والنصف بعد الظهر",
                "يوم الخميس 24 ديسمبر قبل الساعة العاشرة صباحًا",
            ),
        ),
        (
            "uk",
            (
                "сьогодні до сімнадцятої", "завтра до дванадцятої", "у неділю до дев'ятої 05",
                "у вівторок до шістнадцятої 30", "у четвер 24 грудня до десятої",
            ),
        ),
    ],
)  # fmt: skip
def test_the_voice_says_a_time_as_it_is_spoken(language: str, said: tuple[str, ...]) -> None:
    assert tuple(told(local, language, Style.VOICE) for local in MOMENTS) == said


def told(local: str, language: str, style: Style = Style.TEXT) -> str:
    before = datetime.fromisoformat(local).replace(tzinfo=AMSTERDAM).astimezone(UTC)
    return when_words(before, NOW, AMSTERDAM, language, style)


@pytest.mark.parametrize(
    ("language", "texts", "said"),
    [
        ("de", "heute vor 24 Uhr", "heute vor 24 Uhr"),
        ("fr", "aujourd'hui avant 24 h", "aujourd'hui avant minuit"),
        ("tr", "bugün 24'ten önce", "bugün saat yirmi dörtten önce"),
        ("pl", "dzisiaj przed 24.00", "dzisiaj przed północą"),
        ("ar", "اليوم قبل 24:00", "اليوم قبل منتصف الليل"),
        ("uk", "сьогодні до 24:00", "сьогодні до півночі"),
    ],
)
def test_midnight_belongs_to_the_day_that_ends(language: str, texts: str, said: str) -> None:
    assert told("2026-11-27 00:00", language) == texts
    assert told("2026-11-27 00:00", language, Style.VOICE) == said


def test_the_first_of_a_month_has_a_name_of_its_own_in_french() -> None:
    assert told("2026-12-01 10:00", "fr") == "mardi avant 10 h"
    assert told("2027-01-01 10:00", "fr") == "le 1er janvier avant 10 h"


@pytest.mark.parametrize(
    ("hour", "ending"),
    [
        (1, "1'den"), (3, "3'ten"), (4, "4'ten"), (5, "5'ten"), (6, "6'dan"), (9, "9'dan"), (10, "10'dan"),
        (13, "13'ten"), (20, "20'den"), (23, "23'ten"),
    ],
)  # fmt: skip
def test_a_turkish_ending_follows_the_sound_of_the_number(hour: int, ending: str) -> None:
    assert told(f"2026-11-27 {hour:02}:00", "tr") == f"yarın {ending} önce"


@given(st.sampled_from(LANGUAGES), st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)), st.sampled_from(Style))  # noqa: DTZ001
def test_every_moment_can_be_told_in_every_language(language: str, moment: datetime, style: Style) -> None:
    assert len(when_words(moment.replace(tzinfo=UTC), NOW, AMSTERDAM, language, style).split()) >= 3


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
