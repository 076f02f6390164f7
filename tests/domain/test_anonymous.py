"""A text that serves as an example tells nobody whose it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.anonymous import anonymised


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("1", "1"),
        ("2 aub", "2 aub"),
        ("bel 0612345678 maar", "bel [nummer] maar"),
        ("06-12 34 56 78", "[nummer]"),
        ("ik woon Kerkstraat 12a in Eemstad", "ik woon [adres] in Eemstad"),
        ("3901 AB", "[adres]"),
        ("geboren 12-03-1940", "geboren [nummer]"),
        ("mail naar a.linden@voorbeeld.nl", "mail naar [adres]"),
        ("mevrouw van der Linden hier", "mevrouw [naam] hier"),
        ("groet Ans linden", "groet [naam] [naam]"),
        ("de lindeboom bloeit", "de lindeboom bloeit"),
        ("na 14.00 uur", "na 14.00 uur"),
        ("pin 1234", "pin [nummer]"),
        ("123456782", "[nummer]"),
    ],
)
def test_names_numbers_and_addresses_are_gone_and_answers_stay(text: str, left: str) -> None:
    assert anonymised(text, names=["Linden", "Ans"]) == left


@given(st.text(max_size=80), st.from_regex(r"\A[A-Z][a-z]{3,10}\Z"))
def test_a_known_name_never_comes_through(text: str, name: str) -> None:
    assert name.lower() not in anonymised(f"{text} {name} {text}", names=[name]).lower().replace("[naam]", "").split()


@given(st.from_regex(r"\A0[1-9][0-9]{8}\Z"))
def test_a_telephone_number_never_comes_through(number: str) -> None:
    assert number not in anonymised(f"bel {number} aub")
