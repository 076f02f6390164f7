"""The texts: each fits in one message, holds no link, and says the same in both languages."""

from __future__ import annotations

import re
from itertools import product

import pytest

from checkin.domain import gsm
from checkin.messaging.wording import TEXTS, Wording, compose, placeholders

LONG = {"org": "Woonstichting Eemland", "phone": "0318-123456"}
SAMPLES = {
    "nl": {**LONG, "name": "mevrouw Van der Linden", "when": "vandaag voor 17 uur", "who": "Samira"},
    "en": {**LONG, "name": "Mrs Van der Linden", "when": "today before 5 pm", "who": "Samira"},
}
SAMPLES["nl"]["code_word"], SAMPLES["en"]["code_word"] = "paddenstoel", "lighthouse"
LENGTHS = {
    "nl": {
        "S0": 156, "S1": 155, "S2": 148, "S3": 135, "S4": 130, "S5": 114, "S6": 129, "S7": 121, "S7b": 144,
        "S8": 139, "S9": 134, "S10": 106, "S11": 138, "S12": 140, "S13": 119, "S14": 89, "S15": 136,
        "S16": 142, "S17": 140, "S18": 122,
    },
    "en": {
        "S0": 148, "S1": 149, "S2": 142, "S3": 132, "S4": 140, "S5": 110, "S6": 128, "S7": 123, "S7b": 142,
        "S8": 143, "S9": 125, "S10": 96, "S11": 137, "S12": 132, "S13": 129, "S14": 89, "S15": 134,
        "S16": 137, "S17": 140, "S18": 121,
    },
}  # fmt: skip
EVERY_TEXT = pytest.mark.parametrize(("language", "wording"), list(product(TEXTS, Wording)))


@EVERY_TEXT
def test_a_text_with_long_names_fits_in_one_message(language: str, wording: Wording) -> None:
    text = compose(wording, language, **SAMPLES[language])
    assert gsm.septets(text) == len(text) == LENGTHS[language][wording]
    assert gsm.parts(text) == 1


@EVERY_TEXT
def test_a_text_holds_no_link(language: str, wording: Wording) -> None:
    assert not re.search(r"https?:|www|://|\w\.\w", compose(wording, language, **SAMPLES[language]))


@pytest.mark.parametrize("wording", Wording)
def test_both_languages_are_filled_with_the_same(wording: Wording) -> None:
    assert placeholders(TEXTS["nl"][wording]) == placeholders(TEXTS["en"][wording])


@EVERY_TEXT
def test_a_text_without_a_name_still_reads_well(language: str, wording: Wording) -> None:
    text = compose(wording, language, **{**SAMPLES[language], "name": ""})
    assert "{" not in text
    assert not re.search(r"  | [,.]", text)


@EVERY_TEXT
def test_a_text_that_lacks_what_it_needs_is_not_made(language: str, wording: Wording) -> None:
    for field in placeholders(TEXTS[language][wording]) - {"name"}:
        with pytest.raises(ValueError, match=f"{wording} needs {field}"):
            compose(wording, language, **{**SAMPLES[language], field: ""})


@EVERY_TEXT
def test_any_moment_within_a_week_still_fits_once_the_name_is_dropped(language: str, wording: Wording) -> None:
    when = {"nl": "donderdag voor 16.30 uur", "en": "Wednesday before 12.30 pm"}[language]
    assert gsm.parts(compose(wording, language, **{**SAMPLES[language], "when": when})) == 1


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


def test_what_is_filled_in_stays_on_one_line_and_is_not_filled_again() -> None:
    text = compose(Wording.S1_CHECK_IN, "nl", **{**SAMPLES["nl"], "name": "A.\r\n{phone}"})
    assert text.startswith("Dag A. {phone}, hier")


def test_another_language_gets_dutch() -> None:
    assert compose(Wording.S5_FINE, "tr", **LONG) == compose(Wording.S5_FINE, "nl", **LONG)


def test_stop_and_start_name_each_other() -> None:
    for language in TEXTS:
        assert "START" in TEXTS[language][Wording.S6_STOPPED]
        assert "STOP" in TEXTS[language][Wording.S1_CHECK_IN]


LONGEST_CALLED = "x" * 40
"""As long as the directory allows an organisation to be called in a text."""


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("wording", [Wording.S17_REFERRAL, Wording.S18_REFERRAL_AGAIN])
def test_the_question_about_an_organisation_is_one_text_whatever_it_is_called(language: str, wording: Wording) -> None:
    assert gsm.parts(compose(wording, language, **{**SAMPLES[language], "who": LONGEST_CALLED})) == 1
