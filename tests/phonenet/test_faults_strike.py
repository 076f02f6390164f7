"""Every fault switch does what it says, as often as it says."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
import urllib3

from checkin.phonenet.faults import BEHAVIOURS, NAMES, REQUEST_FAULTS, WEBHOOK_FAULTS
from checkin.phonenet.network import Pace
from tests.phonenet.conftest import Build
from tests.phonenet.landlord import TENANT, Client, Conversation, Json, Landlord, wait_for

WAIT = {"action": "wait", "timeout": 600}


def switch(client: Client, name: str, **fields: object) -> None:
    assert client.plain("PUT", "/faults", {"name": name, **fields}).status == 200


def test_a_dropped_answer_closes_the_connection_and_the_text_arrives(client: Client) -> None:
    switch(client, "drop", path="messages")
    with pytest.raises(urllib3.exceptions.ProtocolError, match="closed connection without response"):
        client.text(client_ref="a")
    assert [text["client_ref"] for text in client.network.handset(TENANT).texts] == ["a"]
    assert client.text(client_ref="b").status == 202


def test_a_connection_dropped_before_accepting_leaves_nothing(client: Client) -> None:
    switch(client, "drop_before_accepting", path="messages")
    with pytest.raises(urllib3.exceptions.ProtocolError):
        client.text()
    assert client.network.handset(TENANT).texts == []


@pytest.mark.parametrize("status", [401, 402, 422, 429, 500, 503])
def test_a_refusal_accepts_nothing(client: Client, status: int) -> None:
    switch(client, "refuse", value=status, number=TENANT)
    answer = client.text()
    assert answer.status == status
    assert {"type", "title", "detail", "instance"} <= answer.json().keys()
    assert "Retry-After" not in answer.headers
    assert client.network.handset(TENANT).texts == []
    assert client.text().status == 202


def test_a_refusal_may_say_when_to_come_back(client: Client) -> None:
    switch(client, "refuse", value={"status": 429, "retry_after": 7}, path="calls")
    answer = client.call(ncco=[WAIT])
    assert (answer.status, answer.headers["Retry-After"]) == (429, "7")


def test_an_error_after_accepting_and_an_empty_answer(client: Client) -> None:
    switch(client, "fail_after_accepting", path="calls")
    assert client.call(ncco=[WAIT]).status == 500
    switch(client, "empty_answer")
    answer = client.text()
    assert (answer.status, answer.data) == (202, b"")
    handset = client.network.handset(TENANT)
    assert (len(handset.texts), len(handset.calls)) == (1, 1)


def test_a_slow_answer(client: Client) -> None:
    switch(client, "slow", value=0.3)
    began = time.monotonic()
    assert client.text().status == 202
    assert time.monotonic() - began >= 0.3


def test_the_status_comes_before_the_answer(build: Build, pool: urllib3.PoolManager, landlord: Landlord) -> None:
    client = Client(build(pace=Pace(time_scale=0.1)), pool)
    switch(client, "status_before_answer")
    client.text()
    assert landlord.statuses("/status") == ["submitted"]


def test_webhooks_are_doubled(client: Client, landlord: Landlord) -> None:
    switch(client, "duplicate", path="inbound", value=3)
    client.network.handset(TENANT).send("1")
    heard = landlord.wait("/inbound", 3)
    assert len({one.content for one in heard}) == 1
    assert len({one.claims["jti"] for one in heard}) == 3


def test_webhooks_change_places(client: Client, landlord: Landlord) -> None:
    switch(client, "reorder", path="status")
    client.text()
    landlord.wait("/status", 2)
    assert landlord.statuses("/status") == ["delivered", "submitted"]


def test_webhooks_are_late_or_lost(client: Client, landlord: Landlord) -> None:
    faults = [{"name": "late", "path": "inbound", "value": 2}, {"name": "lose", "path": "status", "times": 2}]
    client.plain("PUT", "/faults", faults)
    client.network.handset(TENANT).send("1")
    client.text()
    time.sleep(0.2)
    assert landlord.heard == []
    landlord.wait("/inbound")
    assert client.plain("GET", "/faults").json() == []


def test_no_receipts_ever(client: Client, landlord: Landlord) -> None:
    switch(client, "no_receipts", number=TENANT)
    client.text()
    client.text(to="31687654321")
    landlord.wait("/status", 2)
    assert {body["to"] for body in landlord.bodies("/status")} == {"31687654321"}


def test_a_text_ends_as_asked(client: Client, landlord: Landlord) -> None:
    switch(client, "text_outcome", value={"status": "undeliverable", "code": "1260"})
    client.text()
    last = landlord.wait("/status", 2)[-1].body
    assert (last["status"], last["error"]["title"]) == ("undeliverable", "1260")


@pytest.mark.parametrize(
    ("fault", "dtmf"),
    [
        ("timed_out_with_digit", {"digits": "1", "timed_out": True}),
        ("null_digits", {"digits": None, "timed_out": False}),
        ("missing_dtmf", None),
    ],
)
def test_an_input_is_reported_oddly(
    client: Client, landlord: Landlord, converse: Callable[..., Conversation], fault: str, dtmf: Json | None
) -> None:
    switch(client, fault)
    url = [f"{landlord.url}/input"]
    call = converse({"action": "input", "type": ["dtmf"], "dtmf": {"maxDigits": 1}, "eventUrl": url})
    call.wait_listening()
    call.press("1")
    assert landlord.wait("/input")[0].body.get("dtmf") == dtmf


def test_an_unknown_status_and_a_missing_end(
    client: Client, landlord: Landlord, converse: Callable[..., Conversation]
) -> None:
    client.plain("PUT", "/faults", [{"name": "unknown_status"}, {"name": "completed_missing"}])
    converse({"action": "talk", "text": "Dag"}).wait_state("completed")
    wait_for(lambda: len(landlord.on("/event")) == 3)
    assert landlord.statuses() == ["quantum", "ringing", "answered"]


def test_a_machine_picks_up(client: Client, converse: Callable[..., Conversation]) -> None:
    switch(client, "call_outcome", value="machine")
    converse(WAIT, answer=False).wait_state("voicemail")


def test_a_chance_of_nought_never_strikes(client: Client) -> None:
    switch(client, "refuse", times=None, probability=0)
    assert client.text().status == 202
    assert len(client.plain("GET", "/faults").json()) == 1
    client.plain("PUT", "/faults", {})
    assert client.plain("GET", "/faults").json() == []


@pytest.mark.parametrize("wrong", [{"name": "sharknado"}, {"nome": "drop"}, "drop", [1]])
def test_an_unknown_fault_is_refused(client: Client, wrong: object) -> None:
    answer = client.plain("PUT", "/faults", wrong)
    assert answer.status == 422
    assert "fault" in answer.json()["error"]


def test_every_fault_is_described_once() -> None:
    assert len(NAMES) == len(REQUEST_FAULTS) + len(WEBHOOK_FAULTS) + len(BEHAVIOURS)


def test_the_rates_of_the_provider_hold(build: Build, pool: urllib3.PoolManager) -> None:
    client = Client(build(pace=Pace(time_scale=0.01)), pool)
    texts = [client.text() for _ in range(32)]
    assert [answer.status for answer in texts[:30]] == [202] * 30
    assert texts[-1].status == 429
    assert texts[-1].json()["type"].endswith("messages#1000")
    assert texts[-1].json()["title"] == "Rate Limit Hit"
    assert "Retry-After" not in texts[-1].headers
    calls = [client.call(ncco=[WAIT], to=[{"type": "phone", "number": f"3161234567{i}"}]) for i in range(4)]
    assert [answer.status for answer in calls] == [201, 201, 201, 429]
    others = [client.ask("GET", "/v1/calls") for _ in range(16)]
    assert [answer.status for answer in others] == [200] * 15 + [429]
