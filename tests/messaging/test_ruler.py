"""The ruler: what a text comes to once it is filled in, in the letters in which it travels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain import gsm
from checkin.domain.tongues import LANGUAGES
from checkin.messaging.house_words import ORIGINAL
from checkin.messaging.ruler import Measure, filled, measure, places, travelling


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Daniëlle", "nl", Measure(8, 160, 1, "")),
        ("Wałęsa…", "pl", Measure(9, 160, 1, "")),
        ("€", "tr", Measure(2, 160, 1, "")),
        ("a" * 161, "nl", Measure(161, 306, 2, "")),
        ("☎ ☎ Иван", "nl", Measure(8, 70, 1, "☎Иван")),
        ("Привіт", "uk", Measure(6, 70, 1, "")),
        ("я" * 71, "uk", Measure(71, 134, 2, "")),
        ("Hallo", "uk", Measure(5, 160, 1, "")),
        ("مرحبا 😀", "ar", Measure(6, 70, 1, "😀")),
        ("?", "nl", Measure(1, 160, 1, "")),
    ],
)
def test_a_text_is_measured_as_it_travels(text: str, language: str, expected: Measure) -> None:
    assert measure(text, language) == expected


@given(st.text(), st.sampled_from(LANGUAGES))
def test_what_travels_costs_what_was_measured(text: str, language: str) -> None:
    measured, sent = measure(text, language), travelling(text, language)
    assert measured.parts == gsm.parts(sent)
    assert (measured.odd == "") is (travelling(sent, language) == sent and not set(measured.odd) & set(text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sample_fills_every_place_that_we_know_and_leaves_the_rest_as_it_was(language: str) -> None:
    given = places(ORIGINAL, language, org="Eemland", phone="0318-123456")
    for lines in ORIGINAL.by_language[language].values():
        assert all("{" not in filled(line, given) for line in lines)
    assert filled("{org} {nobody} {", given) == "Eemland {nobody} {"
