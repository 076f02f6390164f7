"""The pages of telephones: titles, labels, forms without script, a strict content policy."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from checkin.phonenet.words import DUTCH, ENGLISH
from tests.phonenet.landlord import TENANT, Client, Conversation, Landlord, Reply, wait_for

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Accept-Language": "nl,en;q=0.5"}
WAIT = {"action": "wait", "timeout": 600}


class Outline(HTMLParser):
    """What a page must have, and must not."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def open_page(client: Client, path: str, language: str = "nl") -> tuple[str, Outline]:
    answer = client.plain("GET", path, **{**BROWSER, "Accept-Language": language})
    assert answer.status == 200
    page = answer.data.decode()
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Content-Type"].startswith("text/html")
    return page, Outline(page)


def post_form(client: Client, path: str, fields: dict[str, str]) -> int:
    url = client.network.url + path
    answer = client.pool.request(
        "POST", url, fields=fields, encode_multipart=False, headers=BROWSER, redirect=False, retries=False
    )
    return answer.status


@pytest.fixture
def busy(client: Client, converse: Callable[..., Conversation]) -> Client:
    """A network with a thread, a ringing telephone, a call and a violation."""
    client.text(client_ref="a", text="Hoe gaat het? <b>Druk 1</b>")
    client.text(client_ref="a")
    converse({"action": "talk", "text": "Dag & welkom", "language": "nl-NL"}, WAIT)
    client.call(ncco=[WAIT], to=[{"type": "phone", "number": "31687654321"}])
    return client


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_is_whole(busy: Client, language: str) -> None:
    for path in ("/handset", f"/handset/{TENANT}", "/handset/31687654321", "/violations"):
        check_page(busy, path, language)


def check_page(busy: Client, path: str, language: str) -> None:
    page, outline = open_page(busy, path, language)
    assert outline.all("html")[0]["lang"] == language
    assert re.search(r"<title>[^<]+</title>", page)
    assert len(outline.all("h1")) == 1
    assert len(outline.all("main")) == 1
    for tag, attributes in outline.tags:
        assert not [name for name in attributes if name == "style" or name.startswith("on")]
        assert tag != "style"
    assert all(script.get("src", "").startswith("/static/") for script in outline.all("script"))  # type: ignore[union-attr]
    labelled = {label["for"] for label in outline.all("label")}
    for box in [*outline.all("input"), *outline.all("textarea")]:
        assert box["id"] in labelled
    ids = [attributes["id"] for _, attributes in outline.tags if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_words_of_others_are_escaped(busy: Client) -> None:
    page, _ = open_page(busy, f"/handset/{TENANT}")
    assert "<b>Druk" not in page
    assert "&lt;b&gt;Druk 1" in page
    assert "Dag &amp; welkom" in page


def test_a_whole_call_goes_by_plain_forms(client: Client, landlord: Landlord) -> None:
    call = client.call(ncco=[WAIT]).json()["uuid"]
    page, _ = open_page(client, f"/handset/{TENANT}")
    assert DUTCH["rings_now"] in page
    for action, fields in (("answer", {}), ("keys", {"digits": "1"}), ("hangup", {})):
        path = f"/handset/{TENANT}/calls/{call}/{action}"
        assert path in open_page(client, f"/handset/{TENANT}")[0]
        assert post_form(client, path, fields) == 303
    assert client.network.handset(TENANT).calls[0]["state"] == "completed"
    assert post_form(client, f"/handset/{TENANT}/texts", {"text": "Dank u"}) == 303
    assert "Dank u" in open_page(client, f"/handset/{TENANT}")[0]
    landlord.always["/answer"] = Reply(body=[WAIT])
    assert post_form(client, f"/handset/{TENANT}/calls", {}) == 303
    wait_for(lambda: client.network.handset(TENANT).calls[-1]["state"] == "answered")


def test_what_is_not_possible_is_explained_on_a_page(client: Client) -> None:
    assert post_form(client, f"/handset/{TENANT}/texts", {"text": ""}) == 409
    answer = client.plain("GET", "/handset/nobody", **BROWSER)
    assert answer.status == 404
    assert DUTCH["not_possible"] in answer.data.decode()


def test_numbers_lead_to_one_address(client: Client) -> None:
    answer = client.plain("GET", "/handset/0612345678", **BROWSER)
    assert answer.headers["Location"] == f"/handset/{TENANT}"
    asked = client.plain("GET", "/handset?number=06+12+34+56+78", **BROWSER)
    assert asked.headers["Location"] == f"/handset/{TENANT}"
    assert client.plain("GET", "/", **BROWSER).headers["Location"] == "/handset"


def test_a_voice_takes_its_time_for_a_person(client: Client) -> None:
    call = client.call(ncco=[WAIT]).json()["uuid"]
    post_form(client, f"/handset/{TENANT}/calls/{call}/answer", {"pace": "natural"})
    live = client.network.switchboard.book.find(call)
    assert live is not None
    assert live.live.speech_rate == 14


def test_neighbours_are_silenced_by_a_form(client: Client) -> None:
    client.network.neighbours.active = True
    assert post_form(client, "/neighbours", {"active": "false"}) == 303
    assert client.network.neighbours.active is False


def test_another_website_presses_no_keys(client: Client) -> None:
    answer = client.plain("POST", f"/handset/{TENANT}/texts", {"text": "1"}, **{"Sec-Fetch-Site": "cross-site"})
    assert answer.status == 403
    assert client.network.handset(TENANT).texts == []


def test_what_pages_need_is_here(client: Client) -> None:
    font = "atkinson-hyperlegible-next-latin-wght-normal.woff2"
    for name in ("phone.css", "phone.js", "list.js", "phone.svg", font):
        assert client.plain("GET", f"/static/{name}").status == 200


def test_both_languages_have_every_word() -> None:
    assert DUTCH.keys() == ENGLISH.keys()
