"""What words of the house must keep, whoever changes them."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.tongues import LANGUAGES
from checkin.messaging.house_words import ORIGINAL
from checkin.messaging.ruler import places
from checkin.messaging.word_rules import Fault, faults, known_keys, needed_keys, needed_places, needed_words, places_of

HOUSE: dict[str, Any] = {"org": "Woonstichting Eemland", "phone": "0318-123456"}


def wrong(key: str, *lines: str, language: str = "nl") -> list[Fault]:
    return faults(key, language, lines, places(ORIGINAL, language, key=key, **HOUSE))


@pytest.mark.parametrize(("language", "key"), list(product(LANGUAGES, known_keys())))
def test_nothing_is_wrong_with_what_checkin_brings(language: str, key: str) -> None:
    assert wrong(key, *ORIGINAL.sentences(key, language), language=language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_must_stay_follows_from_the_original(language: str) -> None:
    assert needed_words("S1", language) == ("1", "2", "3", "STOP")
    assert needed_words("S7", language) == ("112",)
    assert needed_words("S7b", language) == ("112", "113")
    assert needed_keys("question", language) == (1, 2, 3)
    assert needed_places("S3", language) == {"org", "when"}
    assert needed_places("S1", language) == {"org"}
    assert needed_places("for whom", language) == {"name"}
    assert places_of("S1", language) == ["name", "org", "phone"]
    assert places_of("morning", language) == []


S1 = "Dag {name}, hier {org}. Gaat het? Stuur 1: praatje, 2: hulp, 3: goed. Geen sms? Stuur STOP"


@pytest.mark.parametrize(
    ("key", "lines", "expected"),
    [
        ("S1", (S1,), []),
        ("S1", (S1.replace("{name}, ", ""),), []),
        ("S1", (S1 + " Of bel {phone}.",), []),
        ("S1", (S1.replace("Gaat", "Gáát"),), []),
        ("S1", ("",), [Fault("empty")]),
        ("S1", ("   ",), [Fault("empty")]),
        ("S1", (S1 + " {",), [Fault("braces")]),
        ("S1", (S1.replace("{org}", "{org!r:>99999}"),), [Fault("braces")]),
        ("S1", (S1.replace("{org}", "wij"),), [Fault("missing_place", "org")]),
        ("S1", (S1 + " {when}",), [Fault("unknown_place", "when")]),
        ("S1", (S1 + " {0}",), [Fault("unknown_place", "0")]),
        ("S1", (S1.replace("STOP", "niets"),), [Fault("missing_word", "STOP")]),
        ("S1", (S1.replace("STOP", "STOPPEN"),), [Fault("missing_word", "STOP")]),
        ("S1", (S1.replace("2:", "twee:"),), [Fault("missing_word", "2")]),
        ("S1", (S1 + " En nog veel meer woorden dan er in een sms passen.",), [Fault("too_long")]),
        ("S1", (S1.replace("Dag", "☎"),), [Fault("odd_letters", "☎")]),
        ("S1", (S1 + " eemland.nl",), [Fault("link")]),
        ("S1", (S1.replace("Gaat het", "Uw huur"),), [Fault("painful")]),
        ("S3", ("Fijn! {org} belt.",), [Fault("missing_place", "when")]),
        ("S7", ("{org} belt u zo snel mogelijk.",), [Fault("missing_word", "112")]),
        ("S7b", ("{org} belt u. Bij gevaar: 112.",), [Fault("missing_word", "113")]),
        ("S7b", ("{org} belt u. Of bel 0800-0113. Gevaar: 112.",), [Fault("missing_word", "113")]),
        ("question", ("Hoe gaat het?", "Praatje: toets 1.", "Hulp: toets 2.", "Goed: toets drie."), []),
        ("question", ("Een praatje?", "Toets twee.", "Toets drie."), [Fault("missing_key", "1")]),
        ("help", ("Dank u.", "Wij bellen u {when}."), [Fault("missing_word", "112")]),
        ("help", ("Dank u.", "Wij bellen u {when}.", "Gevaar?", "Bel 112."), []),
        ("silent", ("woord " * 150,), [Fault("too_much")]),
        ("silent", ("Dag.",) * 13, [Fault("too_much")]),
        ("for whom", ("Wij bellen u.",), [Fault("missing_place", "name")]),
        ("morning", ("Goeie morgen",), []),
        ("morning", ("Goedemorgen {org}",), [Fault("unknown_place", "org")]),
        ("morning", ("Goede", "morgen"), [Fault("long_phrase")]),
        ("soon", ("zo snel als wij dat met elkaar maar kunnen doen",), [Fault("long_phrase")]),
    ],
)
def test_new_words_are_held_against_the_rules(key: str, lines: tuple[str, ...], expected: list[Fault]) -> None:
    assert wrong(key, *lines) == expected


def test_a_language_outside_the_alphabet_may_take_two_parts_and_no_more() -> None:
    text = ORIGINAL.text("S5", "uk")
    assert wrong("S5", text + " Дякуємо", language="uk") == []
    assert wrong("S5", text + " Дякуємо" * 4, language="uk") == [Fault("too_long")]
    assert wrong("S5", text + " 😀", language="uk") == [Fault("odd_letters", "😀")]


def test_a_landlord_with_a_long_name_may_take_what_the_original_takes() -> None:
    given = places(ORIGINAL, "nl", org="Stichting Woningcorporatie " * 3, phone="0318-123456")
    assert faults("S1", "nl", (S1,), given) == []
    assert faults("S1", "nl", (S1 + " x" * 100,), given) == [Fault("too_long")]


@given(st.sampled_from(LANGUAGES), st.sampled_from(known_keys()), st.lists(st.text(), max_size=4))
def test_no_words_at_all_break_the_rules_themselves(language: str, key: str, lines: list[str]) -> None:
    assert all(one.code for one in wrong(key, *lines, language=language))
