"""What replies mean: what acts alone, what alarms, and what a person reads."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain import reply_words
from checkin.domain.replies import Meaning, Reading, read_key, read_text

ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=80)
REPLIES = [
    (row["text"], row["label"])
    for row in csv.DictReader((Path(__file__).parent / "data" / "replies_nl.csv").read_text("utf-8").splitlines())
]
"""Written for this project, none taken from people: hard on purpose."""
LABEL = {Meaning.YES: "chat", Meaning.WRONG_NUMBER: "wrong-number"}


def label(reading: Reading) -> str:
    return LABEL.get(reading.meaning, reading.meaning.value)


def sure(text: str) -> Meaning | None:
    reading = read_text(text)
    return reading.meaning if reading.sure else None


# Keys.


@pytest.mark.parametrize(
    ("digits", "meaning"),
    [
        ("1", Meaning.CHAT),
        ("2", Meaning.HELP),
        ("3", Meaning.FINE),
        ("9", Meaning.STOP),
        ("1#", Meaning.CHAT),
        (" 2 ", Meaning.HELP),
        ("33", Meaning.FINE),
        ("112", Meaning.URGENT),
        ("", None),
        ("0", None),
        ("4", None),
        ("#", None),
        ("*", None),
        ("12", None),
        ("1" * 15 + "2" * 15, None),
    ],
)
def test_a_key_means_what_the_menu_said(digits: str, meaning: Meaning | None) -> None:
    assert read_key(digits) is meaning


@given(ANY_TEXT)
def test_reading_keys_never_fails(digits: str) -> None:
    read_key(digits)


# Whole messages that act alone.


@pytest.mark.parametrize(
    ("meaning", "texts"),
    [
        (Meaning.CHAT, ["1", " 1 ", "1.", "１", "1️⃣", "①", "één", "een", "Een graag", "1 graag", "nr 1", "Nummer een alstublieft"]),  # noqa: E501
        (Meaning.CHAT, ["praatje", "Praatje aub", "Graag een praatje!", "1 praatje", "1 ja"]),
        (Meaning.HELP, ["2", "twee aub", "2 hulp", "HULP", "hulp graag", "help", "Ja hulp graag", "ik heb hulp nodig"]),
        (Meaning.YES, ["ja", "Ja!", "JAA", "Jaaaa", "jawel", "ja hoor", "Ja graag 😊", "graag", "doe maar"]),
        (Meaning.FINE, ["3", "drie", "optie 3", "3 alles goed", "3 dank u", "nee", "Neen", "NEEE", "nee dank u wel", "Nee hoor", "Alles goed 👍"]),  # noqa: E501
        (Meaning.STOP, ["STOP", "stop.", "STOP!!!", "Stop aub", "Stop maar", "stoppen graag", "AFMELDEN", "uitschrijven", "Unsubscribe", "9", "nummer 9"]),  # noqa: E501
        (Meaning.START, ["START", "start.", "aanmelden"]),
        (Meaning.YES, ["Ja\n\nVerzonden vanaf mijn iPhone", "ja\u200b", "\u202eja"]),
    ],
)  # fmt: skip
def test_a_short_whole_message_acts_alone(meaning: Meaning, texts: list[str]) -> None:
    assert {text: sure(text) for text in texts} == dict.fromkeys(texts, meaning)


@pytest.mark.parametrize(
    "text",
    [
        "", "   ", "?", "...", "0", "4", "12", "1 2", "1\n2", "1 of 2?", "111", "geen 1", "niet 2", "1 nee", "ja nee",
        "ik ben 91", "Ik heb geen 2 hulp nodig", "2 maar ook wel een praatje", "nee graag", "stop met roken gaat goed",
        "ok", "oke", "goed", "prima", "👍", "😀", "niet goed", "gaat niet", "alles goed 😢", "het gaat", "mwah",
        "gaat goed, maar wanneer komt de schilder?", "alles goed alleen de kraan drupt", "alles goed maar stop",
        "ja maar morgen", "ja maar is dit nep", "nee geen praatje, wel een monteur", "niet stoppen", "stop niet",
        "<b>1</b> of <i>2</i>", "{{7*7}}", "=cmd|'/c calc'!A1", "ja'; DROP TABLE tenant; --",
    ],
)  # fmt: skip
def test_anything_else_is_read_by_a_person(text: str) -> None:
    assert not read_text(text).sure


@pytest.mark.parametrize(
    ("text", "meaning", "because"),
    [
        ("de kraan lekt weer", Meaning.HELP, ("kraan", "lekt")),
        ("alles goed maar stop", Meaning.STOP, ("stop",)),
        ("ja maar morgen", Meaning.LATER, ("morgen",)),
        ("geen hulp nodig", Meaning.FINE, ("geen hulp",)),
        ("1 en 2", Meaning.HELP, ("1", "2")),
        ("ik woon hier niet meer", Meaning.WRONG_NUMBER, ("woon hier niet meer",)),
        ("asdfgh", Meaning.UNCLEAR, ()),
    ],
)
def test_a_suggestion_shows_the_words_that_led_to_it(text: str, meaning: Meaning, because: tuple[str, ...]) -> None:
    assert read_text(text) == Reading(meaning, because=because)


# Danger.


DANGER = [phrase for phrases in reply_words.DANGER.values() for phrase in phrases] + list(reply_words.DESPAIR)
DANGER_SAID = [
    " ".join(word.split("/")[0].rstrip("*") for word in phrase.split(" ") if word not in {"...", "^", "$"})
    for phrase in DANGER
    if "^" not in phrase and "$" not in phrase
]


@pytest.mark.parametrize(
    "text",
    [
        "112", "ik ben gevallen", "GEVALLEN HELP", "ben gevalle en kan nie meer omhoog", "🆘", "ik ruik gas",
        "alles goed, maar pijn op de borst", "3 gevallen", "nee ik krijg geen lucht", "stop ik word bedreigd",
        "I fell and can't get up", "düştüm", "Upadłam", "huis staat onder water", "mijn hart gaat zo raar",
    ],
)  # fmt: skip
def test_danger_alarms_and_says_why(text: str) -> None:
    reading = read_text(text)
    assert reading.meaning is Meaning.URGENT
    assert not reading.sure
    assert reading.because
    assert not reading.despair


@pytest.mark.parametrize(
    "text", ["ik wil niet meer leven", "Ik wil niet meer", "het hoeft voor mij niet meer", "I want to die"]
)
def test_despair_is_danger_of_its_own_kind(text: str) -> None:
    reading = read_text(text)
    assert (reading.meaning, reading.sure, reading.despair) == (Meaning.URGENT, False, True)


@pytest.mark.parametrize(
    "text",
    [
        "ik wil niet meer gebeld worden", "de kachel wil niet meer", "traplopen kan niet meer", "de lamp brandt niet",
        "de deur zit vast", "wat een toeval", "de klok slaat 12", "ik rook niet", "mijn bloeddruk is goed", "van harte",
        "het valt mee", "gas en licht is duur", "de lift is stuk", "lekker weer",
    ],
)  # fmt: skip
def test_everyday_words_do_not_alarm(text: str) -> None:
    assert read_text(text).meaning is not Meaning.URGENT


@given(
    st.sampled_from(DANGER_SAID),
    st.lists(st.sampled_from(["ja", "nee", "3", "alles goed", "stop", "dank u", "hoor", "1", "😊"]), max_size=4),
    st.lists(st.sampled_from(["nee", "alles goed", "3", "bedankt", "stop", "aub", "👍"]), max_size=4),
)
def test_no_word_around_danger_hides_it(danger: str, before: list[str], after: list[str]) -> None:
    assert read_text(" ".join([*before, danger, *after])).meaning is Meaning.URGENT


@given(st.sampled_from(DANGER_SAID), ANY_TEXT, ANY_TEXT)
def test_nothing_that_holds_danger_is_ever_sure(danger: str, before: str, after: str) -> None:
    assert not read_text(f"{before} {danger} {after}").sure


# Machines and doubts.


@pytest.mark.parametrize(
    "text", ["Ik rijd nu, ik bel u later.", "Automatisch antwoord: ik ben er niet", "I'm driving right now"]
)
def test_an_automatic_reply_is_recognised(text: str) -> None:
    reading = read_text(text)
    assert (reading.meaning, reading.automatic) == (Meaning.UNCLEAR, True)


def test_an_automatic_reply_with_danger_in_it_still_alarms_but_is_never_answered() -> None:
    reading = read_text("Automatisch antwoord. Bij spoed bel 112")
    assert (reading.meaning, reading.automatic) == (Meaning.URGENT, True)


@pytest.mark.parametrize("text", ["wie is dit?", "Is dit nep?", "phishing?", "Dit is oplichting!", "who is this"])
def test_whoever_doubts_us_hears_who_we_are(text: str) -> None:
    reading = read_text(text)
    assert (reading.meaning, reading.asks_who) == (Meaning.UNCLEAR, True)


@pytest.mark.parametrize("text", ["Vond “Bij gevaar: bel 112.” leuk", "Liked “Geen sms? Stuur STOP”"])
def test_a_heart_tapped_at_our_own_words_says_nothing(text: str) -> None:
    assert read_text(text) == Reading(Meaning.UNCLEAR)


# The list of replies.


def test_no_reply_of_another_kind_is_ever_closed_stopped_or_taken_off_by_itself() -> None:
    alone = [(text, wanted, label(read_text(text))) for text, wanted in REPLIES if read_text(text).sure]
    closing = {"fine", "stop", "wrong-number"}
    assert [one for one in alone if one[2] in closing and one[1] != one[2]] == []


def test_replies_that_act_alone_are_right() -> None:
    wrong = [text for text, wanted in REPLIES if read_text(text).sure and label(read_text(text)) != wanted]
    acting = sum(read_text(text).sure for text, _ in REPLIES)
    assert wrong == [], f"{acting} of {len(REPLIES)} act alone"


def test_danger_in_the_list_is_seen_and_rarely_seen_where_it_is_not() -> None:
    seen = Counter((wanted == "urgent", read_text(text).meaning is Meaning.URGENT) for text, wanted in REPLIES)
    figures = f"urgent: {seen[True, True]} seen, {seen[True, False]} missed; {seen[False, True]} false alarms"
    assert seen[True, False] <= 1, figures
    assert seen[False, True] <= 3, figures


def test_suggestions_are_right_often_enough_to_help_whoever_reads() -> None:
    right = sum(label(read_text(text)) == wanted for text, wanted in REPLIES)
    assert right / len(REPLIES) >= 0.9, f"{right} of {len(REPLIES)} right"


# Any text at all.


@given(ANY_TEXT)
def test_reading_never_fails_and_closes_nothing_by_accident(text: str) -> None:
    reading = read_text(text)
    assert reading.meaning is Meaning.UNCLEAR or reading.because


@given(ANY_TEXT | st.sampled_from([text for text, _ in REPLIES]))
def test_spaces_and_capitals_change_nothing(text: str) -> None:
    reading = read_text(text)
    assert read_text(f" \n{text}\t ") == reading
    assert read_text(text.upper()) == reading


@pytest.mark.parametrize(
    "text",
    [
        "\x00", "\ud83d", "\udc00ja", "a" * 3000, "1 " * 1500, "1 dag " * 500, "nee " * 750, "e" + "\u0301" * 1000,
        "kan niet " * 400, "\u202e" * 500, "ﷺ" * 100, "”" * 3000, "vond “" * 500,
    ],
)  # fmt: skip
def test_strange_and_long_texts_are_read_like_any_other(text: str) -> None:
    assert not read_text(text).sure or len(text) < 10


# The tables themselves.


def test_every_phrase_stands_in_the_tables_as_it_is_looked_for() -> None:
    """A capital or accent in a phrase would never match: replies are seen without them."""
    for phrase in [*DANGER, *reply_words.AUTOMATIC, *reply_words.ASKS_WHO, *reply_words.NOT_WANTED]:
        assert phrase == phrase.casefold().strip()
    for said in DANGER_SAID:
        assert read_text(said).meaning is Meaning.URGENT, said


def test_every_whole_message_means_what_its_table_says() -> None:
    wrong = {
        phrase: sure(phrase)
        for meaning, phrases in reply_words.WHOLE.items()
        for phrase in phrases
        if sure(phrase) is not meaning
    }
    assert wrong == {}
