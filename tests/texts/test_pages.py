"""Teksten: a coordinator changes a sentence, sees what it comes to, and loses nothing that was typed."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
from sqlalchemy import select

from checkin.campaigns.models import Campaign
from checkin.db import reading
from checkin.domain.tongues import LANGUAGES
from checkin.messaging.house_words import MENU, ORIGINAL
from checkin.runtime import Runtime
from tests.sounds import wav
from tests.visitor import Visitor
from tests.voice.test_pages import upload

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
DANGER = "/texts/nl/S7"
QUESTION = "/texts/nl/question"


def read(response: Any, status: int = 200) -> str:
    assert response.status_code == status
    assert response.text.count("<h1") == 1
    return unescape(response.text)


def save(browser: Visitor, path: str, words: str, follows: int = 0, **more: Any) -> Any:
    browser.get(path)
    return browser.post(path, words=words, follows=follows, **more)


def test_every_text_and_sentence_is_listed_in_every_language(coordinator: Visitor) -> None:
    page = read(coordinator.get("/texts"))
    assert "Dag mevrouw Van der Linden, hier Woonstichting Eemland." in page
    assert "Wilt u een praatje met een collega? Toets een." in page
    assert "Goedenavond" in page
    assert "heeft Stichting Maatschappelijk Werk Eemland u gesproken?" in page
    assert "for whom" not in page
    assert "Aangepast" not in page
    for language in LANGUAGES:
        page = read(coordinator.get(f"/texts/{language}"))
        assert page.count("<tr role") - 3 == len(MENU) + 18 + 1 + 4
    assert '<td role="cell" lang="ar" dir="rtl">' in read(coordinator.get("/texts/ar"))


def test_a_text_is_changed_seen_by_tenants_and_put_back(runtime: Runtime, coordinator: Visitor) -> None:
    page = read(coordinator.get(DANGER))
    assert "121 van 160" in page
    assert "{org}" in page
    assert "de naam van uw organisatie, moet erin blijven" in page
    assert save(coordinator, DANGER, "Gevaar? Bel 112.\n{org} belt u zo snel mogelijk.").status_code == 302
    assert runtime.words.text("S7", "nl") == "Gevaar? Bel 112. {org} belt u zo snel mogelijk."
    page = read(coordinator.get(DANGER))
    assert "Versie 1" in page
    assert "Sanne" in page
    assert "Gevaar? Bel 112. Woonstichting Eemland belt u zo snel mogelijk." in page
    assert "Aangepast" in read(coordinator.get("/texts"))
    assert "Aangepast" not in read(coordinator.get("/texts/en"))
    assert save(coordinator, DANGER, "Bel 112 bij gevaar. {org} belt u.", follows=1).status_code == 302
    assert coordinator.post(f"{DANGER}/1/back", follows=2).status_code == 302
    assert runtime.words.text("S7", "nl").startswith("Gevaar? Bel 112.")
    assert coordinator.post(f"{DANGER}/original", follows=3).status_code == 302
    assert runtime.words == ORIGINAL
    page = read(coordinator.get(DANGER))
    assert "Versie 4" in page
    assert "Aangepast" not in read(coordinator.get("/texts"))


@pytest.mark.parametrize(
    ("path", "words", "says"),
    [
        (DANGER, "{org} belt u zo snel mogelijk.", "Zet 112 er weer in: daar vindt iemand in nood meteen hulp."),
        ("/texts/tr/S7b", "{org} sizi arayacak. 112", "Zet 113 er weer in: daar vindt iemand in nood meteen hulp."),
        ("/texts/nl/S1", "Dag, hier {org}. Stuur 1, 2 of 3.", "Zet STOP er weer in: de huurder moet weten"),
        ("/texts/nl/S3", "Fijn! {org} belt u.", "Zet {when} er weer in: wanneer een collega belt."),
        ("/texts/nl/S3", "Fijn! {org} belt {wie} {when}.", "{wie} kennen wij hier niet."),
        ("/texts/nl/S3", "Fijn! {org} belt u {when", "Er staat een accolade te veel of te weinig."),
        ("/texts/nl/S3", "Fijn! {org} belt u {when} " * 5, "Deze tekst past niet in één sms."),
        ("/texts/uk/S3", "Чудово! {org} {when} " * 4, "Deze tekst past niet in twee sms’en."),
        ("/texts/nl/S3", "☎ {org} belt u {when}", "Dit kan niet in een sms: ☎."),
        ("/texts/nl/S17", "Sprak {org} u? 1: ja, 2: nee. STOP", "{who} er weer in: de organisatie waarnaar"),
        ("/texts/nl/S3", "", "Vul deze tekst in."),
        (QUESTION, "Praatje?\nToets twee.\nToets drie.", "Noem toets 1, zo: “toets een”."),
        ("/texts/ar/question", "كيف حالكم؟", "Noem toets 1, zo: “اضغطوا على الرقم واحد”."),
        ("/texts/nl/evening", "Goedenavond\nallemaal", "Houd het bij een paar woorden op één regel."),
        ("/texts/nl/S5", "x" * 3000, "Deze tekst is veel te lang."),
    ],
)
def test_what_must_stay_is_said_and_what_was_typed_stays(
    runtime: Runtime, coordinator: Visitor, path: str, words: str, says: str
) -> None:
    response = save(coordinator, path, words)
    page = read(response, 422)
    assert says in page
    assert words.strip() in page
    assert runtime.words == ORIGINAL


def test_measuring_changes_nothing(runtime: Runtime, coordinator: Visitor) -> None:
    response = save(coordinator, DANGER, "Gevaar? Bel 112. {org} belt.", then="measure")
    page = read(response)
    assert "Gevaar? Bel 112. Woonstichting Eemland belt." in page
    assert runtime.words == ORIGINAL


def test_the_second_of_two_coordinators_sees_what_the_first_wrote(runtime: Runtime, coordinator: Visitor) -> None:
    assert save(coordinator, DANGER, "Gevaar? Bel 112. {org} belt.").status_code == 302
    page = read(save(coordinator, DANGER, "Bel 112! {org} belt u.", follows=0), 409)
    assert "Een collega veranderde deze tekst net ook." in page
    assert "Gevaar? Bel 112. {org} belt." in page
    assert "Bel 112! {org} belt u." in page
    assert 'name="follows" type="hidden" value="1"' in page
    page = read(coordinator.post(f"{DANGER}/original", follows=0), 409)
    assert page.count("Gevaar? Bel 112. {org} belt.") == 2
    assert runtime.words.text("S7", "nl").startswith("Gevaar?")


def test_a_menu_is_changed_and_its_recording_no_longer_fits(runtime: Runtime, coordinator: Visitor) -> None:
    assert upload(coordinator, wav()) == 302
    page = read(coordinator.get(QUESTION))
    assert 'data-listen="words" data-language="nl"' in page
    assert "Is dit ingesproken?" in page
    words = "Hoe gaat het?\n\nEen praatje? Toets een.\nHulp? Toets twee.\nAlles goed? Toets drie."
    assert save(coordinator, QUESTION, words).status_code == 302
    assert runtime.words.sentences("question", "nl")[0] == "Hoe gaat het?"
    voices = read(coordinator.get("/voice"))
    assert "Hoe gaat het? Een praatje? Toets een." in voices
    assert "Opname past niet meer" in voices


def test_a_new_round_begins_with_the_words_of_the_house(runtime: Runtime, coordinator: Visitor) -> None:
    text = "Dag {name}, {org} hier. Gaat het? Stuur 1: praatje, 2: hulp, 3: goed. Geen sms? Stuur STOP"
    assert "gaan die voor" in read(coordinator.get("/texts/nl/S1"))
    assert save(coordinator, "/texts/nl/S1", text).status_code == 302
    for playbook, begins in (("how-are-you", text), ("heatwave", "Dag {name}, hier {org}. Het is erg warm.")):
        coordinator.get("/campaigns/new")
        draft = coordinator.post("/campaigns/new", playbook=playbook).location.removesuffix("/who")
        assert begins in read(coordinator.get(f"{draft}/how"))
    with reading(runtime) as session:
        first = session.execute(select(Campaign)).scalars().first()
        assert first is not None
        assert first.playbook["languages"]["en"]["words"]["S1"] == ORIGINAL.text("S1", "en")


@pytest.mark.parametrize("path", ["/texts/xx", "/texts/nl/S99", "/texts/nl/S14", "/texts/xx/S1", "/texts/nl/%00"])
def test_what_the_house_does_not_say_is_not_found(coordinator: Visitor, path: str) -> None:
    assert coordinator.get(path).status_code == 404


def test_a_version_that_never_was_is_not_found(coordinator: Visitor) -> None:
    coordinator.get(DANGER)
    assert coordinator.post(f"{DANGER}/7/back", follows=0).status_code == 404


def test_a_colleague_who_rings_cannot_change_texts(samira: Visitor) -> None:
    assert samira.get("/texts").status_code == 403
    assert samira.post(DANGER).status_code == 403
