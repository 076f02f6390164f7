"""The JSON of a telephone has the keys that scripts in any language build on, and no others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.phonenet.landlord import TENANT, Client, Conversation, Landlord, Reply

TEXT = {"from", "to", "text", "at", "direction"}
CALL = {"uuid", "from", "to", "state", "heard", "keys", "at"}
MENU = (
    '<speak><prosody rate="slow">Goedemorgen.<break time="700ms"/>Dit is Zuid, uw verhuurder.'
    '<break time="1200ms"/>Toets een.</prosody></speak>'
)
WAIT = {"action": "wait", "timeout": 600}


@pytest.fixture
def used(client: Client, converse: Callable[..., Conversation]) -> Client:
    """A telephone with a text each way, and a call."""
    client.text(client_ref="attempt-1")
    client.network.handset(TENANT).send("JA")
    converse({"action": "talk", "text": MENU, "language": "nl-NL"}, WAIT).wait_heard("Toets een.")
    return client


def test_a_telephone_shows_exactly_what_was_promised(used: Client) -> None:
    shown = used.plain("GET", f"/handset/{TENANT}").json()
    assert shown.keys() == {"number", "texts", "calls"}
    assert [text.keys() for text in shown["texts"]] == [TEXT, TEXT]
    assert [text["direction"] for text in shown["texts"]] == ["to_tenant", "from_tenant"]
    assert [call.keys() for call in shown["calls"]] == [CALL]
    assert shown["calls"][0]["heard"] == ["Goedemorgen.", "Dit is Zuid, uw verhuurder.", "Toets een."]


def test_the_page_is_told_more(used: Client) -> None:
    shown = used.plain("GET", f"/handset/{TENANT}?full=1").json()
    assert shown.keys() == {"number", "texts", "calls", "version"}
    assert shown["texts"][0].keys() == TEXT | {"uuid", "status", "client_ref"}
    assert shown["calls"][0].keys() == CALL | {"direction", "languages", "listening"}
    assert shown["calls"][0]["languages"] == ["nl-NL"] * 3


def test_what_a_telephone_does_is_answered_in_the_same_shape(used: Client, landlord: Landlord) -> None:
    sent = used.plain("POST", f"/handset/{TENANT}/texts", {"text": "dank u"})
    assert (sent.status, sent.json().keys()) == (201, TEXT)
    call = used.plain("GET", f"/handset/{TENANT}").json()["calls"][0]["uuid"]
    for action, body in (("keys", {"digits": "1"}), ("hangup", {})):
        done = used.plain("POST", f"/handset/{TENANT}/calls/{call}/{action}", body)
        assert (done.status, done.json().keys()) == (200, CALL)
    landlord.always["/answer"] = Reply(body=[WAIT])
    rung = used.plain("POST", f"/handset/{TENANT}/calls", {"to": used.network.application.numbers[0]})
    assert (rung.status, rung.json().keys()) == (201, CALL)
