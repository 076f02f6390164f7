"""Yes or no to “did the organisation speak to you?”, and everything that is neither."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.cases import CaseKind
from checkin.domain.medical_words import medical_words
from checkin.domain.referrals import NO_WORDS, YES_WORDS, ReferralAction, decide_answer, read_answer
from checkin.domain.replies import read_text
from checkin.domain.triage import Tell

YES = [
    "evet",
    "Tak!",
    "oui",
    "نعم",
    "так",
    "١",
    "1",
    "1.",
    " 1 ",
    "1️⃣",
    "een",
    "ja",
    "Ja hoor",
    "JA DANK U WEL",
    "jawel, bedankt",
    "1 ja",
    "yes please",
    "één",
]
NO = [
    "hayır",
    "nie",
    "nein, noch nicht",
    "non pas encore",
    "لا",
    "ні",
    "2",
    "nee",
    "Nee, nog niet",
    "nog niet",
    "2 nee",
    "twee",
    "neen mevrouw",
    "not yet",
]
NEITHER = [
    "3",
    "alles goed",
    "graag",
    "ja maar ze kwamen te laat en ik was er niet",
    "1 en 2",
    "ja nog niet",
    "",
    "hoezo?",
]


@pytest.mark.parametrize("text", YES)
def test_a_plain_yes_closes_the_loop(text: str) -> None:
    assert read_answer(text) is ReferralAction.YES
    decision = decide_answer(read_answer(text), read_text(text))
    assert decision is not None
    assert (decision.opens, decision.tell, decision.to_read) == (None, Tell.FINE, False)


@pytest.mark.parametrize("text", NO)
def test_a_plain_no_brings_a_colleague(text: str) -> None:
    assert read_answer(text) is ReferralAction.NO
    decision = decide_answer(read_answer(text), read_text(text))
    assert decision is not None
    assert (decision.opens, decision.to_read) == (CaseKind.HELP, False)


@pytest.mark.parametrize("text", [*NEITHER, "nee helaas niet"])
def test_anything_else_is_no_answer(text: str) -> None:
    assert read_answer(text) is None


@pytest.mark.parametrize("text", ["3", "alles goed", "graag", "1 praatje", "later"])
def test_what_answers_a_check_in_says_nothing_certain_here_and_is_read_by_a_person(text: str) -> None:
    reading = read_text(text)
    decision = decide_answer(read_answer(text), reading)
    if reading.sure:
        assert decision is not None
        assert decision.to_read
    else:
        assert decision is None


@pytest.mark.parametrize(
    "text", ["stop", "hulp", "praatje", "help ik ben gevallen", "nee ik lig op de grond", "ik rijd nu"]
)
def test_stop_wishes_danger_and_machines_are_as_in_any_text(text: str) -> None:
    assert decide_answer(read_answer(text), read_text(text)) is None


@given(st.lists(st.sampled_from(sorted(YES_WORDS | NO_WORDS | {"hoor", "dank", "u", "kraan"})), max_size=8))
def test_an_answer_is_never_both(words: list[str]) -> None:
    answer = read_answer(" ".join(words))
    if answer is ReferralAction.YES:
        assert not NO_WORDS & set(words)
    if answer is ReferralAction.NO:
        assert not YES_WORDS & set(words)
    if "kraan" in words:
        assert answer is None


def test_a_word_with_two_faces_is_read_by_a_person() -> None:
    assert read_answer("no") is ReferralAction.NO
    assert read_answer("no", "pl") is None


@given(st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    decide_answer(read_answer(text), read_text(text))
    medical_words(text)


@pytest.mark.parametrize(
    ("note", "found"),
    [
        ("Mevrouw heeft dementie en slikt medicijnen.", ("dementie", "medicijnen")),
        ("Haar DIABETES en nog eens diabetes", ("diabetes",)),
        ("Depressief geweest, psychiater", ("depressief", "psychiater")),
        ("De kraan drupt, zoon komt zondag. Gezellig.", ()),
        ("", ()),
    ],
)
def test_a_note_about_an_illness_is_noticed(note: str, found: tuple[str, ...]) -> None:
    assert medical_words(note) == found
