"""The texts: each as short as its language allows, without a link, and the same in every language."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from checkin.domain import gsm
from checkin.domain.code_words import WORDS
from checkin.domain.spoken import when_words
from checkin.domain.tongues import LANGUAGES, TONGUES
from checkin.domain.words import placeholders
from checkin.messaging.house_words import ORIGINAL
from checkin.messaging.ruler import LONGEST_NAMES
from checkin.messaging.wording import LEFT_TO_RIGHT, Wording, compose, most_parts

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MONDAY = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
LONG = {"org": "Woonstichting Eemland", "phone": "0318-123456", "words": ORIGINAL}
ROOM = {False: 160, True: 134}
"""One text message, or two of 67 letters in a language that is outside the alphabet."""


def said_at(moment: datetime, language: str) -> str:
    return when_words(moment, MONDAY, AMSTERDAM, language)


SAMPLES: dict[str, dict[str, Any]] = {
    language: {
        **LONG,
        "name": LONGEST_NAMES[language],
        "when": said_at(MONDAY + timedelta(hours=6), language),
        "who": "Samira",
        "code_word": max(WORDS[language], key=len),
    }
    for language in LANGUAGES
}
LENGTHS = {
    "nl": {
        "S0": 156, "S1": 155, "S2": 148, "S3": 138, "S4": 133, "S5": 114, "S6": 129, "S7": 121, "S7b": 144,
        "S8": 139, "S9": 137, "S10": 106, "S11": 141, "S12": 140, "S13": 122, "S15": 136,
        "S16": 145, "S17": 140, "S18": 122,
    },
    "en": {
        "S0": 148, "S1": 149, "S2": 142, "S3": 135, "S4": 143, "S5": 110, "S6": 128, "S7": 123, "S7b": 142,
        "S8": 143, "S9": 128, "S10": 96, "S11": 140, "S12": 132, "S13": 132, "S15": 134,
        "S16": 140, "S17": 140, "S18": 121,
    },
}  # fmt: skip
EVERY_TEXT = pytest.mark.parametrize(("language", "wording"), list(product(LANGUAGES, Wording)))
EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)


@EVERY_TEXT
def test_a_text_with_long_names_fits(language: str, wording: Wording) -> None:
    text = compose(wording, language, **SAMPLES[language])
    wide = TONGUES[language].wide
    assert gsm.is_gsm(text) is (not wide)
    assert (gsm.units(text) if wide else gsm.septets(text)) == len(text) <= ROOM[wide]
    assert gsm.parts(text) <= most_parts(language)
    assert len(text) == LENGTHS.get(language, {}).get(wording, len(text))


@EVERY_TEXT
def test_a_text_holds_no_link(language: str, wording: Wording) -> None:
    assert not re.search(r"https?:|www|://|[a-z]\.[a-z]", compose(wording, language, **SAMPLES[language]))


@EVERY_TEXT
def test_every_language_is_filled_with_the_same(language: str, wording: Wording) -> None:
    assert placeholders(ORIGINAL.text(wording, language)) == placeholders(ORIGINAL.text(wording, "nl"))


@EVERY_TEXT
def test_a_text_without_a_name_still_reads_well(language: str, wording: Wording) -> None:
    text = compose(wording, language, **{**SAMPLES[language], "name": ""})
    assert "{" not in text
    assert not re.search(r"  | [,.،]|,!", text)


@EVERY_TEXT
def test_a_text_that_lacks_what_it_needs_is_not_made(language: str, wording: Wording) -> None:
    for field in placeholders(ORIGINAL.text(wording, language)) - {"name"}:
        with pytest.raises(ValueError, match=f"{wording} needs {field}"):
            compose(wording, language, **{**SAMPLES[language], field: ""})


@EVERY_TEXT
def test_any_day_still_fits_once_the_name_is_dropped(language: str, wording: Wording) -> None:
    half_past_four = datetime(2026, 11, 23, 15, 30, tzinfo=UTC)
    for days in (*range(7), 35, 360):
        when = said_at(half_past_four + timedelta(days=days), language)
        assert gsm.parts(compose(wording, language, **{**SAMPLES[language], "when": when})) <= most_parts(language)


@EVERY_LANGUAGE
def test_the_digits_and_the_words_that_we_understand_stand_in_every_language(language: str) -> None:
    def says(wording: Wording, *wanted: str) -> bool:
        return all(re.search(rf"(?<!\w){one}(?!\w)", ORIGINAL.text(wording, language)) for one in wanted)

    assert says(Wording.S0_NOTICE, "STOP")
    assert says(Wording.S1_CHECK_IN, "1", "2", "3", "STOP")
    assert says(Wording.S2_REMINDER, "1", "2", "3")
    assert says(Wording.S6_STOPPED, "START")
    assert says(Wording.S8_UNCLEAR, "1", "2", "3")
    for wording in (Wording.S5_FINE, Wording.S15_STARTED):
        assert says(wording, "1", "2")
    for wording in (Wording.S4_HELP, Wording.S7_DANGER, Wording.S7B_DESPAIR, Wording.S13_CLOSED):
        assert says(wording, "112")
    assert says(Wording.S7B_DESPAIR, "113", "0800-0113")


@pytest.mark.parametrize(
    ("language", "dutch", "english"),
    [
        ("de", "Niederländisch", "Englisch"),
        ("fr", "néerlandais", "anglais"),
        ("tr", "Hollandaca", "İngilizce"),
        ("pl", "niderlandzku", "angielsku"),
        ("ar", "بالهولندية", "الإنجليزية"),
        ("uk", "нідерландською", "англійською"),
    ],
)
def test_whoever_is_told_of_113_hears_in_which_languages_it_listens(language: str, dutch: str, english: str) -> None:
    text = ORIGINAL.text(Wording.S7B_DESPAIR, language)
    assert dutch in text
    assert english in text


def test_a_name_that_makes_the_text_too_long_is_dropped_and_nothing_is_cut() -> None:
    name = "mevrouw Van Voorst tot Voorst-Schimmelpenninck"
    text = compose(Wording.S1_CHECK_IN, "nl", **{**SAMPLES["nl"], "name": name})
    assert text.startswith("Dag, hier Woonstichting Eemland.")
    assert text.endswith("Geen sms? Stuur STOP")


def test_a_text_that_stays_too_long_is_kept_whole() -> None:
    text = compose(Wording.S11_NOT_REACHED, "nl", **{**SAMPLES["nl"], "who": "Wilhelmina " * 10})
    assert gsm.parts(text) == 2
    assert text.endswith("Of bel ons: 0318-123456")


def test_names_are_folded_and_one_that_cannot_be_is_dropped() -> None:
    folded = compose(Wording.S1_CHECK_IN, "nl", **{**SAMPLES["nl"], "name": "Daniëlle d’Hondt"})
    assert folded.startswith("Dag Danielle d'Hondt, hier")
    dropped = compose(Wording.S1_CHECK_IN, "nl", **{**SAMPLES["nl"], "name": "Иван"})
    assert dropped.startswith("Dag, hier")


@pytest.mark.parametrize(
    ("language", "name", "begins"),
    [
        ("de", "Frau Müller", "Guten Tag Frau Müller, hier"),
        ("fr", "Madame Benoît", "Bonjour Madame Benoit, ici"),
        ("tr", "Sayın Ayşe Yıldız", "Iyi günler Sayin Ayse Yildiz, burasi"),
        ("pl", "Pani Wałęsa", "Dzien dobry Pani Walesa, tu"),
        ("ar", "السيدة Çelik", "مرحبا السيدة Çelik، هنا"),
        ("uk", "пані Шевченко", "Вітаємо, пані Шевченко! Це"),
        ("uk", "", "Вітаємо! Це"),
        ("ar", "", "مرحبا، هنا"),
    ],
)
def test_words_and_names_travel_as_people_text_them(language: str, name: str, begins: str) -> None:
    assert compose(Wording.S1_CHECK_IN, language, **{**SAMPLES[language], "name": name}).startswith(begins)


def test_a_telephone_number_among_arabic_letters_keeps_its_order() -> None:
    text = compose(Wording.S9_LATER, "ar", **SAMPLES["ar"])
    assert f"{LEFT_TO_RIGHT}0318-123456{LEFT_TO_RIGHT}" in text
    assert f"{LEFT_TO_RIGHT}0800-0113" in compose(Wording.S7B_DESPAIR, "ar", **SAMPLES["ar"])


def test_what_is_filled_in_stays_on_one_line_and_is_not_filled_again() -> None:
    text = compose(Wording.S1_CHECK_IN, "nl", **{**SAMPLES["nl"], "name": "A.\r\n{phone}"})
    assert text.startswith("Dag A. {phone}, hier")


def test_a_language_that_we_do_not_speak_gets_dutch() -> None:
    assert compose(Wording.S5_FINE, "fa", **LONG) == compose(Wording.S5_FINE, "nl", **LONG)


LONGEST_CALLED = "x" * 40
"""As long as the directory allows an organisation to be called in a text."""


@EVERY_LANGUAGE
@pytest.mark.parametrize("wording", [Wording.S17_REFERRAL, Wording.S18_REFERRAL_AGAIN])
def test_the_question_about_an_organisation_fits_whatever_it_is_called(language: str, wording: Wording) -> None:
    text = compose(wording, language, **{**SAMPLES[language], "who": LONGEST_CALLED})
    assert gsm.parts(text) <= most_parts(language)
