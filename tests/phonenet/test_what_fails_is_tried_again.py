"""The retry rules of both kinds of webhook, with the clock running fast."""

from __future__ import annotations

from pathlib import Path

import pytest
import urllib3

from checkin.phonenet.network import Pace, PhoneNetwork
from checkin.phonenet.webhooks import waited
from checkin.phonenet.wire import Timeouts
from tests.phonenet.conftest import Build
from tests.phonenet.landlord import TENANT, Client, Conversation, Landlord, Reply, wait_for

FAST = Pace(time_scale=100, speech_rate=2000, calls_per_second=30)
WAIT = {"action": "wait", "timeout": 6000}
HELLO = [{"action": "talk", "text": "Dag"}, WAIT]


@pytest.fixture
def network(shared: Build) -> PhoneNetwork:
    return shared(pace=FAST, timeouts=Timeouts(message=0.5, answer=0.5, event=0.5))


def begin(client: Client, landlord: Landlord, **fields: object) -> Conversation:
    fields = {"answer_url": [f"{landlord.url}/answer"], "answer_method": "POST", **fields}
    call = Conversation(client, client.call(**fields).json()["uuid"])
    call.answer()
    return call


@pytest.mark.parametrize("reply", [Reply(status=503), Reply(status=500), Reply(status=429), Reply(drop=True)])
def test_a_message_webhook_is_tried_until_it_is_taken(network: PhoneNetwork, landlord: Landlord, reply: Reply) -> None:
    landlord.replies["/inbound"] = [reply, reply]
    network.handset(TENANT).send("1")
    heard = landlord.wait("/inbound", 3)
    assert len({one.content for one in heard}) == 1
    first, second = heard[1].at - heard[0].at, heard[2].at - heard[1].at
    assert (first > 0.04, second > 0.09) == (True, True)  # 5 and 10 seconds at a hundredth


def test_a_message_webhook_that_hangs_is_tried_again(network: PhoneNetwork, landlord: Landlord) -> None:
    landlord.replies["/inbound"] = [Reply(delay=1)]
    network.handset(TENANT).send("1")
    landlord.wait("/inbound", 2)


@pytest.mark.parametrize("status", [400, 401, 404, 422])
def test_any_other_refusal_throws_the_event_away(network: PhoneNetwork, landlord: Landlord, status: int) -> None:
    landlord.replies["/inbound"] = [Reply(status=status)]
    network.handset(TENANT).send("1")
    landlord.wait("/inbound")
    network.handset(TENANT).send("2")
    heard = landlord.wait("/inbound", 2)
    assert [one.body["text"] for one in heard] == ["1", "2"]


def test_waiting_doubles_to_a_quarter_of_an_hour_and_ends_after_a_day() -> None:
    assert [waited(tries) for tries in range(1, 6)] == [0, 5, 15, 35, 75]
    assert waited(30) - waited(29) == 15 * 60
    assert waited(105) > 24 * 3600


@pytest.mark.parametrize("reply", [Reply(status=503), Reply(status=504), Reply(status=429), Reply(delay=1)])
def test_the_answer_is_asked_for_once_more(client: Client, landlord: Landlord, reply: Reply) -> None:
    landlord.replies["/answer"] = [reply]
    landlord.always["/answer"] = Reply(body=HELLO)
    begin(client, landlord).wait_heard("Dag")
    assert len(landlord.on("/answer")) == 2


@pytest.mark.parametrize("status", [401, 404, 500])
def test_other_failures_of_the_answer_are_final(client: Client, landlord: Landlord, status: int) -> None:
    landlord.always["/answer"] = Reply(status=status)
    begin(client, landlord).wait_state("completed")
    assert len(landlord.on("/answer")) == 1


def test_without_a_fallback_two_failures_drop_the_call(client: Client, landlord: Landlord) -> None:
    landlord.always["/answer"] = Reply(status=503)
    begin(client, landlord).wait_state("completed")
    assert len(landlord.on("/answer")) == 2


@pytest.mark.parametrize("content_type", ["text/html", "text/plain"])
def test_a_wrong_content_type_is_a_dead_call(client: Client, landlord: Landlord, content_type: str) -> None:
    landlord.always["/answer"] = Reply(body=HELLO, content_type=content_type)
    call = begin(client, landlord)
    call.wait_state("completed")
    assert call.shown["heard"] == []
    assert len(landlord.on("/answer")) == 1


def test_the_fallback_hears_what_went_wrong(build: Build, pool: urllib3.PoolManager, landlord: Landlord) -> None:
    client = Client(build(pace=FAST, fallback=True), pool)
    landlord.always["/answer"] = Reply(status=503)
    landlord.replies["/fallback"] = [Reply(status=503)]
    landlord.always["/fallback"] = Reply(body=HELLO)
    call = begin(client, landlord)
    call.wait_heard("Dag")
    assert (len(landlord.on("/answer")), len(landlord.on("/fallback"))) == (2, 2)
    body = landlord.bodies("/fallback")[0]
    assert body["uuid"] == call.uuid
    assert body["original_request"] == {"url": f"{landlord.url}/answer", "type": "answer"}
    assert "503" in body["reason"]


def test_a_failed_input_asks_the_fallback_and_goes_on(
    build: Build, pool: urllib3.PoolManager, landlord: Landlord
) -> None:
    client = Client(build(pace=FAST, fallback=True), pool)
    landlord.always["/input"] = Reply(status=503)
    landlord.always["/fallback"] = Reply(status=503)
    listen = {"action": "input", "type": ["dtmf"], "dtmf": {"timeOut": 0}, "eventUrl": [f"{landlord.url}/input"]}
    landlord.always["/answer"] = Reply(body=[listen, {"action": "talk", "text": "En verder"}])
    begin(client, landlord).wait_heard("En verder")
    assert (len(landlord.on("/input")), len(landlord.on("/fallback"))) == (2, 2)


def test_an_event_is_tried_once_more_and_no_more(client: Client, landlord: Landlord) -> None:
    landlord.always["/event"] = Reply(status=503)
    client.call(ncco=HELLO)
    wait_for(lambda: len(landlord.on("/event")) == 4)
    assert landlord.statuses() == ["started", "started", "ringing", "ringing"]


def test_what_could_not_be_told_is_told_after_a_restart(
    build: Build, pool: urllib3.PoolManager, landlord: Landlord, tmp_path: Path
) -> None:
    data = tmp_path / "kept"
    landlord.always["/inbound"] = Reply(status=503)
    first = build(data=data)
    client = Client(first, pool)
    client.text(client_ref="attempt-1")
    made = client.call(ncco=[WAIT], to=[{"type": "phone", "number": "31687654321"}])
    first.handset(TENANT).send("Ja graag")
    landlord.wait("/inbound")
    landlord.wait("/status", 2)
    wait_for(lambda: first._store.all("webhook"))
    first.stop()
    landlord.always["/inbound"] = Reply()
    before = len(landlord.on("/inbound"))
    second = build(data=data)
    assert second.application == first.application
    landlord.wait("/inbound", before + 1)
    assert [text["text"] for text in second.handset(TENANT).texts] == ["Hoe gaat het met u?", "Ja graag"]
    assert second.handset("31687654321").calls[0]["uuid"] == made.json()["uuid"]
    assert second.handset("31687654321").calls[0]["state"] == "failed"
    Client(second, pool).text(client_ref="attempt-1")
    assert second.violations[0]["kind"] == "repeated_client_ref"
    second.stop()
    assert build(data=data).violations == second.violations


def test_receipts_that_were_due_come_after_a_restart(
    build: Build, pool: urllib3.PoolManager, landlord: Landlord, tmp_path: Path
) -> None:
    first = build(pace=Pace(time_scale=0.1), data=tmp_path / "kept")
    Client(first, pool).text()
    first.stop()
    assert landlord.statuses("/status") == []
    build(data=tmp_path / "kept")
    landlord.wait("/status", 2)
    assert landlord.statuses("/status") == ["submitted", "delivered"]
