"""The playbooks that come with checkin, and what a playbook file may hold."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session

from checkin.campaigns import library
from checkin.campaigns.playbook import Playbook, read_file
from checkin.campaigns.words import PAINFUL, sample
from checkin.domain.errors import Refused
from checkin.domain.office_hours import Hours
from checkin.messaging.house_words import ORIGINAL
from checkin.messaging.own_words import LANGUAGES
from checkin.messaging.ruler import measure
from tests.conftest import MONDAY_MORNING

NINE = {
    "80+", "Net verhuisd", "Na overlast", "Na betalingsachterstand", "Geen e-mailadres", "Hittegolf", "Storing",
    "Feestdagen", "Kletslijn aankondigen",
}  # fmt: skip
everyone = pytest.mark.parametrize("key", library.SHIPPED)
spoken_in = pytest.mark.parametrize("language", LANGUAGES)


def test_nine_playbooks_come_with_checkin_and_the_ordinary_question() -> None:
    assert {one.described("nl").title for one in library.shipped().values()} == NINE | {"Hoe gaat het?"}


def test_the_ordinary_question_is_in_the_words_of_the_house() -> None:
    for language in LANGUAGES:
        words = library.shipped()["how-are-you"].described(language).words
        assert (ORIGINAL.text("S1", language), ORIGINAL.text("S2", language)) == (words.S1, words.S2)
        assert words.greeting == ORIGINAL.sentences("greeting", language)
        assert words.question == ORIGINAL.sentences("question", language)


@everyone
@spoken_in
@pytest.mark.parametrize("part", ["S1", "S2"])
def test_every_text_is_one_plain_message_even_with_the_longest_names(key: str, language: str, part: str) -> None:
    words = library.shipped()[key].described(language).words
    measured = measure(sample(getattr(words, part), language), language)
    assert (measured.parts, measured.odd) == (1, "")
    assert 100 < measured.length <= 160


@everyone
@spoken_in
def test_no_playbook_speaks_of_money_or_complaints_to_tenants_or_names_them_to_those_who_ring(
    key: str, language: str
) -> None:
    described = library.shipped()[key].described(language)
    words = described.words
    for said in (words.S1, words.S2, *words.greeting, *words.question, described.round_name):
        assert not PAINFUL.search(said)


@everyone
@spoken_in
def test_every_menu_says_who_rings_and_the_three_keys(key: str, language: str) -> None:
    words = library.shipped()[key].described(language).words
    assert "{org}" in " ".join(words.greeting)
    assert [one for one in words.question if one.startswith(("Toets", "Press"))] == {
        "nl": ["Toets een.", "Toets twee.", "Toets drie."],
        "en": ["Press one.", "Press two.", "Press three."],
    }[language]


@everyone
def test_every_talk_guide_says_what_to_do_in_danger_and_hours_are_readable(key: str) -> None:
    playbook = library.shipped()[key]
    for language in LANGUAGES:
        guide = " ".join(playbook.described(language).talk_guide)
        assert "112" in guide
        assert "113" in guide
        assert "{name}" in guide
    for hours in filter(None, (playbook.text_hours, playbook.call_hours)):
        Hours.parse(hours)


def test_without_an_e_mail_address_the_colleague_asks_for_it() -> None:
    guide = library.shipped()["no-email"].described("nl").talk_guide
    assert any("e-mailadres" in line for line in guide)


def test_groups_that_only_a_list_can_name_say_so() -> None:
    for needs in ("needs_list", "needs_selection"):
        found = {key for key, one in library.shipped().items() if getattr(one, needs)}
        assert found == {"after-nuisance", "after-arrears"}


@spoken_in
def test_those_who_ring_cannot_tell_from_the_talk_guide_why_somebody_was_chosen(language: str) -> None:
    guides = {
        library.shipped()[key].described(language).talk_guide for key in ("after-nuisance", "after-arrears", "80-plus")
    }
    assert len(guides) == 1


@everyone
def test_a_playbook_goes_to_another_landlord_and_comes_back_the_same(key: str) -> None:
    playbook = library.shipped()[key]
    assert read_file(playbook.as_file().encode()) == playbook


def changed(**how: Any) -> bytes:
    return json.dumps(library.shipped()["80-plus"].as_json() | how).encode()


def worded(part: str, text: Any) -> bytes:
    content = library.shipped()["80-plus"].as_json()
    content["languages"]["nl"]["words"][part] = text
    return json.dumps(content).encode()


def guided(line: str) -> bytes:
    content = library.shipped()["after-arrears"].as_json()
    content["languages"]["nl"]["talk_guide"].append(line)
    return json.dumps(content).encode()


S1 = library.shipped()["80-plus"].described("nl").words.S1


@pytest.mark.parametrize(
    ("content", "code", "what"),
    [
        (b"", "playbook_no_file", ""),
        (b"\xff\xfe\x00", "playbook_no_file", ""),
        (b"[]", "playbook_no_file", ""),
        (b'{"format": "something else"}', "playbook_no_file", ""),
        (b"x" * 100_001, "playbook_large", ""),
        (b"[" * 90_000, "playbook_no_file", ""),
        (changed(version=2), "playbook_newer", ""),
        (changed(secret=1), "playbook_wrong", "secret"),
        (changed(key="../../etc"), "playbook_wrong", "key"),
        (changed(call_hours="every day"), "playbook_wrong", "call_hours"),
        (changed(group={"version": 1, "rich": True}), "playbook_wrong", "rich"),
        (changed(ladder={"version": 1, "calls": 99}), "playbook_wrong", "calls"),
        (changed(channel="pigeon"), "playbook_wrong", "channel"),
        (changed(languages={}), "playbook_wrong", "nothing in en, nl"),
        (changed(group={"version": 1, "references": ["E1"]}), "playbook_wrong", "holds no tenants"),
        (worded("S1", S1 + " En nog veel meer woorden dan erbij passen."), "playbook_wrong", "too_long"),
        (worded("S1", S1.replace("hier", "☎")), "playbook_wrong", "odd_letters"),
        (worded("S1", S1.replace("STOP", "niets")), "playbook_wrong", "no_stop"),
        (worded("S1", S1.replace("{org}", "wij")), "playbook_wrong", "no_sender"),
        (worded("S1", S1.replace("3:", "")), "playbook_wrong", "no_answers"),
        (worded("S1", "{org.__class__} 1 2 3 STOP"), "playbook_wrong", "places"),
        (worded("S1", "{org!r:>9999999} 1 2 3 STOP"), "playbook_wrong", "places"),
        (worded("S1", "{org} 1 2 3 STOP {"), "playbook_wrong", "places"),
        (worded("S1", "{org} 1 2 3 STOP kijk op eemland.nl"), "playbook_wrong", "link"),
        (worded("S1", "{org}: uw huur! 1 2 3 STOP"), "playbook_wrong", "painful"),
        (worded("question", ["Toets een."]), "playbook_wrong", "no_keys"),
        (worded("greeting", ["Hallo."]), "playbook_wrong", "no_sender"),
        (guided("Vraag wanneer de huurder de achterstand betaalt."), "playbook_wrong", "why somebody was chosen"),
    ],
)
def test_a_bad_file_is_refused_with_what_is_wrong(content: bytes, code: str, what: str) -> None:
    with pytest.raises(Refused) as refused:
        read_file(content)
    assert refused.value.code == code
    assert what in str(refused.value.details.get("what", ""))


@given(st.binary(max_size=200))
def test_no_file_at_all_breaks_the_reader(content: bytes) -> None:
    with pytest.raises(Refused):
        read_file(content)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_an_own_playbook_is_kept_changed_and_taken_away(session: Session) -> None:
    first = library.shipped()["heatwave"]
    key = library.add(session, first, staff_id=None, now=MONDAY_MORNING)
    assert library.find(session, key) == first
    assert next(iter(library.everything(session))) == key
    cold = Playbook.model_validate(first.as_json() | {"call_hours": "mon-fri 10:00-12:00"})
    library.change(session, key, cold, now=MONDAY_MORNING)
    assert library.find(session, key) == cold
    library.remove(session, key)
    assert library.find(session, key) is None
    for gone in (key, "own-", "own-x", "own-99999999999999999999", "nothing"):
        assert library.find(session, gone) is None
        with pytest.raises(Refused, match="playbook_gone"):
            library.remove(session, gone)
