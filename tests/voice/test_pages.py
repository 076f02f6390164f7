"""The pages of the voice, and the address from which the provider fetches a recording."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest

from tests.sounds import mp3, wav
from tests.visitor import Visitor

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
SMALL: dict[str, Any] = {"header": b"\xff\xf3\x40\xc4", "length": 104, "samples": 576 / 22050}
"""A quarter of the bytes a second."""
QUESTION = "/voice/nl/question"
ADDRESS = re.compile(r'src="(/recordings/[A-Za-z0-9_-]{32}\.(?:wav|mp3))"')


def upload(browser: Visitor, content: bytes, path: str = QUESTION) -> int:
    return browser.post(path, file=(io.BytesIO(content), "vraag.wav")).status_code


def test_every_sentence_is_listed_with_its_text_and_who_says_it(coordinator: Visitor) -> None:
    page = coordinator.get("/voice").text
    assert "Wilt u een praatje met een collega? Toets een." in page
    assert "Na toets 1: praatje" in page
    assert "Begroeting, ochtend" in page
    assert page.count("Computerstem") == page.count('role="row"') - 1
    assert "Would you like a chat with a colleague?" in coordinator.get("/voice/en").text


def test_a_recording_is_uploaded_heard_put_aside_and_taken_back(coordinator: Visitor) -> None:
    assert upload(coordinator, wav()) == 302
    assert upload(coordinator, mp3(2.0)) == 302
    page = coordinator.get(QUESTION).text
    assert page.count("<audio controls") == 2
    assert page.count("Huurders horen deze") == 1
    assert "2 seconden" in page
    assert "Sanne" in page
    assert "Opname 2" in coordinator.get("/voice").text

    (older,) = re.findall(r'action="(/voice/nl/question/\d+/play)"', page)
    assert coordinator.post(older).status_code == 302
    assert "Opname 1" in coordinator.get("/voice").text
    assert coordinator.post(f"{QUESTION}/computer").status_code == 302
    assert "Opname" not in coordinator.get("/voice").text.partition("<tbody")[2]
    for erase in re.findall(r'action="(/voice/nl/question/\d+/erase)"', page):
        assert coordinator.post(erase).status_code == 302
    assert "<audio" not in coordinator.get(QUESTION).text
    assert coordinator.post(older, follow_redirects=True).status_code == 302
    assert "Deze opname is er niet meer." in coordinator.get(QUESTION).text


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"OggS and more", "Dit is geen WAV of MP3."),
        (wav(bits=8), "Bewaar de opname als WAV van 16 bits"),
        (wav()[:-9], "Dit bestand is niet heel."),
        (wav(0.2), "korter dan een halve seconde"),
        (mp3(61, **SMALL), "langer dan een minuut"),
    ],
)
def test_what_cannot_be_played_is_refused_in_plain_words(coordinator: Visitor, content: bytes, words: str) -> None:
    response = coordinator.post(QUESTION, file=(io.BytesIO(content), "vraag.wav"))
    assert response.status_code == 422
    assert words in response.text
    assert 'href="#file"' in response.text
    assert "<audio" not in coordinator.get(QUESTION).text


def test_nothing_chosen_is_asked_for(coordinator: Visitor) -> None:
    assert "Kies eerst een opname." in coordinator.post(QUESTION).text


def test_the_provider_fetches_a_recording_without_a_session(coordinator: Visitor, visitor: Visitor) -> None:
    upload(coordinator, wav())
    (address,) = ADDRESS.findall(coordinator.get(QUESTION).text)
    response = visitor.get(address)
    assert response.status_code == 200
    assert response.data == wav()
    assert response.headers["Content-Type"] == "audio/wav"
    assert response.headers["Content-Length"] == str(len(wav()))
    assert response.headers["Cache-Control"] == "public, max-age=86400, immutable"
    assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize(
    "file", ["A" * 32 + ".wav", "A" * 32, "1", "%00.wav", "A" * 5000 + ".mp3", "..%2f.wav", "é.wav"]
)
def test_any_other_address_gives_nothing(visitor: Visitor, file: str) -> None:
    response = visitor.get(f"/recordings/{file}")
    assert response.status_code == 404
    assert response.headers["Cache-Control"] == "no-store"


def test_the_address_of_another_kind_gives_nothing(coordinator: Visitor, visitor: Visitor) -> None:
    upload(coordinator, wav())
    (address,) = ADDRESS.findall(coordinator.get(QUESTION).text)
    assert visitor.get(address.replace(".wav", ".mp3")).status_code == 404


@pytest.mark.parametrize("path", ["/voice/fy", "/voice/nl/nothing", "/voice/fy/question", "/voice/nl/%00"])
def test_what_is_not_in_the_menu_is_not_found(coordinator: Visitor, path: str) -> None:
    assert coordinator.get(path).status_code == 404
