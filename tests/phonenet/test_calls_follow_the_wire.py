"""The network against the facts of the Voice API: requests, refusals, events."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from checkin.phonenet.call_requests import read_call_request
from checkin.phonenet.network import PhoneNetwork
from checkin.phonenet.problems import Problem
from tests.phonenet.landlord import TENANT, Client, Conversation, Json, Landlord, Reply, wait_for

Converse = Callable[..., Conversation]
TALK = {"action": "talk", "text": "Goedendag", "language": "nl-NL"}
WAIT = {"action": "wait", "timeout": 600}


def test_a_call_goes_from_started_to_completed(client: Client, landlord: Landlord, converse: Converse) -> None:
    call = converse(TALK)
    call.wait_state("completed")
    wait_for(lambda: landlord.statuses() == ["started", "ringing", "answered", "completed"])
    for body in landlord.bodies("/event"):
        assert body["uuid"] == call.uuid
        assert (body["direction"], body["to"]) == ("outbound", TENANT)
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", body["timestamp"])
    answered, completed = landlord.bodies("/event")[2:]
    assert (answered["start_time"], answered["rate"], answered["network"]) == (None, None, None)
    for name in ("duration", "rate", "price", "network", "start_time", "end_time"):
        assert isinstance(completed[name], str)
    assert completed["disconnected_by"] == "platform"
    assert call.shown["heard"] == ["Goedendag"]
    assert call.shown["languages"] == ["nl-NL"]


def test_the_answer_to_a_new_call_has_four_fields(client: Client) -> None:
    answer = client.call(ncco=[TALK])
    assert answer.status == 201
    assert answer.json().keys() == {"uuid", "status", "direction", "conversation_uuid"}
    assert answer.json()["status"] == "started"
    assert answer.json()["conversation_uuid"].startswith("CON-")


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        ({}, "ncco"),
        ({"ncco": [TALK], "answer_url": ["http://127.0.0.1/x"]}, "ncco"),
        ({"ncco": [{"action": "sing"}]}, "ncco"),
        ({"ncco": []}, "ncco"),
        ({"ncco": [TALK], "from": {"type": "phone", "number": "31600000001"}}, "from.number"),
        ({"ncco": [TALK], "from": None}, "from"),
        ({"ncco": [TALK], "to": [{"type": "phone", "number": "+31612345678"}]}, "to.number"),
        ({"ncco": [TALK], "to": []}, "to"),
        ({"ncco": [TALK], "to": [{"type": "sip", "uri": "sip:x"}]}, "to.type"),
        ({"ncco": [TALK], "ringing_timer": 121}, "ringing_timer"),
        ({"ncco": [TALK], "length_timer": 0}, "length_timer"),
        ({"ncco": [TALK], "event_url": "http://127.0.0.1/x"}, "event_url"),
        ({"answer_url": ["nowhere"]}, "answer_url"),
        ({"ncco": [TALK], "event_method": "PATCH"}, "event_method"),
        ({"ncco": [TALK], "machine_detection": "guess"}, "machine_detection"),
    ],
)
def test_what_the_provider_refuses_is_refused_by_name(changed: Json, name: str) -> None:
    good = {"to": [{"type": "phone", "number": TENANT}], "from": {"type": "phone", "number": "3197010520001"}}
    body = {field: value for field, value in {**good, **changed}.items() if value is not None}
    with pytest.raises(Problem) as refused:
        read_call_request(body, ("3197010520001", "3197010520002"))
    assert refused.value.status == 400
    assert refused.value.body["type"] == 400
    assert refused.value.body["title"] == "Bad Request"
    assert refused.value.body["invalid_parameters"][0]["name"] == name


def test_a_refusal_goes_over_the_wire_and_nobody_is_rung(client: Client) -> None:
    answer = client.call(ncco=[TALK], **{"from": {"type": "phone", "number": "31600000001"}})
    assert answer.status == 400
    assert answer.json()["invalid_parameters"][0]["name"] == "from.number"
    assert "x-nexmo-trace-id" in answer.headers
    assert client.plain("GET", "/handset").json() == []


def test_a_body_that_is_not_json_is_refused(client: Client) -> None:
    assert client.ask("POST", "/v1/calls", b"{").status == 400


def test_any_number_of_the_account_may_be_chosen(client: Client) -> None:
    answer = client.call(ncco=[TALK], random_from_number=True, **{"from": None})
    assert answer.status == 201


def test_an_unknown_call_is_not_found(client: Client) -> None:
    for method, path in (
        ("GET", ""),
        ("PUT", ""),
        ("PUT", "/talk"),
        ("DELETE", "/talk"),
        ("PUT", "/stream"),
        ("PUT", "/dtmf"),
    ):
        assert client.ask(method, f"/v1/calls/none{path}", {"action": "hangup"}).status == 404


def test_nothing_can_be_said_into_a_call_that_is_not_answered(client: Client, converse: Converse) -> None:
    call = converse(WAIT, answer=False)
    for path, body in (
        ("talk", {"text": "Dag"}),
        ("stream", {"stream_url": ["http://127.0.0.1/x"]}),
        ("dtmf", {"digits": "1"}),
    ):
        assert client.ask("PUT", f"/v1/calls/{call.uuid}/{path}", body).status == 400
    mute = client.ask("PUT", f"/v1/calls/{call.uuid}", {"action": "mute"})
    assert mute.status == 400
    assert mute.json() == {"type": "BAD_REQUEST", "error_title": "Bad Request"}


def test_things_can_be_said_and_done_in_an_answered_call(client: Client, converse: Converse) -> None:
    call = converse(WAIT)
    said = '<speak>Nog even.<break time="700ms"/>Tot zo.</speak>'
    talk = client.ask("PUT", f"/v1/calls/{call.uuid}/talk", {"text": said, "language": "nl-NL"})
    assert (talk.status, talk.json()) == (200, {"message": "Talk started", "uuid": call.uuid})
    assert client.ask("DELETE", f"/v1/calls/{call.uuid}/talk").json()["message"] == "Talk stopped"
    assert client.ask("PUT", f"/v1/calls/{call.uuid}/dtmf", {"digits": "12#"}).status == 200
    stream = client.ask("PUT", f"/v1/calls/{call.uuid}/stream", {"stream_url": ["http://127.0.0.1/x.mp3"]})
    assert stream.json()["message"] == "Stream started"
    for action in ("mute", "unmute", "earmuff", "unearmuff"):
        answer = client.ask("PUT", f"/v1/calls/{call.uuid}", {"action": action})
        assert (answer.status, answer.data) == (204, b"")
    assert client.ask("PUT", f"/v1/calls/{call.uuid}", {"action": "sing"}).status == 400
    assert call.shown["heard"] == ["Nog even.", "Tot zo.", "[tones 12#]", "[audio http://127.0.0.1/x.mp3]"]
    assert call.shown["languages"] == ["nl-NL", "nl-NL", "", ""]


def test_a_call_is_hung_up_before_and_after_it_is_answered(
    client: Client, landlord: Landlord, converse: Converse
) -> None:
    call = converse(WAIT, answer=False)
    assert client.ask("PUT", f"/v1/calls/{call.uuid}", {"action": "hangup"}).status == 204
    call.wait_state("cancelled")
    other = converse(WAIT)
    assert client.ask("PUT", f"/v1/calls/{other.uuid}", {"action": "hangup"}).status == 204
    other.wait_state("completed")
    assert client.ask("PUT", f"/v1/calls/{other.uuid}", {"action": "hangup"}).status == 400
    wait_for(lambda: landlord.statuses().count("completed") == 2)


def test_a_transfer_replaces_what_is_said(client: Client, landlord: Landlord, converse: Converse) -> None:
    call = converse(WAIT)
    landlord.always["/new"] = Reply(body=[{"action": "talk", "text": "Van het adres"}, WAIT])
    destination = {"type": "ncco", "ncco": [{"action": "talk", "text": "Nieuw"}, WAIT]}
    body = {"action": "transfer", "destination": destination}
    assert client.ask("PUT", f"/v1/calls/{call.uuid}", body).status == 204
    call.wait_heard("Nieuw")
    body = {"action": "transfer", "destination": {"type": "ncco", "url": [f"{landlord.url}/new"]}}
    assert client.ask("PUT", f"/v1/calls/{call.uuid}", body).status == 204
    call.wait_heard("Van het adres")
    wait_for(lambda: any(body.get("type") == "transfer" for body in landlord.bodies("/event")))
    event = next(body for body in landlord.bodies("/event") if body.get("type") == "transfer")
    assert "status" not in event
    assert {"conversation_uuid_from", "conversation_uuid_to", "uuid", "timestamp"} <= event.keys()


def test_calls_are_listed_with_figures_that_are_strings(client: Client, converse: Converse) -> None:
    call = converse(TALK)
    call.wait_state("completed")
    listed = client.ask("GET", "/v1/calls?status=completed&page_size=5").json()
    assert (listed["count"], listed["page_size"], listed["record_index"]) == (1, 5, 0)
    (one,) = listed["_embedded"]["calls"]
    assert one == client.ask("GET", f"/v1/calls/{call.uuid}").json()
    assert one["to"] == {"type": "phone", "number": TENANT}
    assert one["_links"]["self"]["href"].endswith(call.uuid)
    assert all(isinstance(one[name], str) for name in ("rate", "price", "duration", "network"))
    assert client.ask("GET", "/v1/calls?status=ringing").json()["count"] == 0


@pytest.mark.parametrize(
    ("act", "state", "events"),
    [
        ("reject", "rejected", ["started", "ringing", "rejected"]),
        ("voicemail", "completed", ["started", "ringing", "answered", "completed"]),
    ],
)
def test_a_telephone_may_be_rejected_or_left_to_the_machine(
    client: Client, landlord: Landlord, converse: Converse, act: str, state: str, events: list[str]
) -> None:
    call = converse(TALK, answer=False)
    wait_for(lambda: landlord.statuses() == ["started", "ringing"])
    assert client.plain("POST", f"/handset/{TENANT}/calls/{call.uuid}/{act}").status == 200
    call.wait_state(state)
    wait_for(lambda: landlord.statuses() == events)


@pytest.mark.parametrize(
    ("outcome", "extra"),
    [
        ("busy", {"sip_code": 486}),
        ("failed", {"sip_code": 404, "detail": "number_out_of_service"}),
        ("unanswered", {"sip_code": 480, "detail": "unavailable"}),
        ("timeout", {}),
        ("cancelled", {}),
    ],
)
def test_an_outcome_can_be_asked_for(
    client: Client, landlord: Landlord, converse: Converse, outcome: str, extra: Json
) -> None:
    client.plain("PUT", "/faults", {"name": "call_outcome", "value": outcome, "number": TENANT})
    call = converse(TALK, answer=False)
    call.wait_state(outcome)
    wait_for(lambda: landlord.statuses() == ["started", "ringing", outcome, "completed"])
    assert extra.items() <= landlord.bodies("/event")[2].items()
    assert landlord.bodies("/event")[3]["duration"] == "0"


def test_a_number_that_is_declared_dead_fails_and_no_other_does(
    client: Client, landlord: Landlord, converse: Converse
) -> None:
    dead = "31612345679"
    client.plain("PUT", "/faults", {"name": "call_outcome", "value": "failed", "number": dead, "times": None})
    for _ in range(2):
        client.call(ncco=[TALK], to=[{"type": "phone", "number": dead}])
        wait_for(lambda: [call["state"] for call in client.network.handset(dead).calls][-1] == "failed")
    converse(TALK).wait_state("completed")
    wait_for(lambda: landlord.statuses().count("failed") == 2)


@pytest.mark.parametrize("number", ["31612340000", "31612345607"])
def test_without_neighbours_no_number_is_dead(client: Client, landlord: Landlord, number: str) -> None:
    call = client.call(ncco=[TALK], to=[{"type": "phone", "number": number}]).json()["uuid"]
    wait_for(lambda: landlord.statuses() == ["started", "ringing"])
    assert client.plain("POST", f"/handset/{number}/calls/{call}/answer").status == 200
    wait_for(lambda: client.network.handset(number).calls[0]["state"] == "completed")


def test_nobody_picks_up_until_the_ringing_timer_runs_out(landlord: Landlord, converse: Converse) -> None:
    call = converse(TALK, answer=False, ringing_timer=1)
    call.wait_state("timeout")
    wait_for(lambda: landlord.statuses() == ["started", "ringing", "timeout", "completed"])


def test_the_length_timer_ends_a_call(landlord: Landlord, converse: Converse) -> None:
    converse(WAIT, length_timer=1).wait_state("completed")


def test_the_tenant_hangs_up(client: Client, landlord: Landlord, converse: Converse) -> None:
    call = converse(WAIT)
    assert client.plain("POST", f"/handset/{TENANT}/calls/{call.uuid}/hangup").status == 200
    wait_for(lambda: "completed" in landlord.statuses())
    assert landlord.bodies("/event")[-1]["disconnected_by"] == "user"


def test_machines_are_reported_only_when_asked_for(client: Client, landlord: Landlord, converse: Converse) -> None:
    client.network.clock.time_scale = 20
    call = converse(WAIT, answer=False, machine_detection="continue")
    client.network.handset(TENANT).voicemail(call.uuid)
    assert call.shown["state"] == "voicemail"
    wait_for(lambda: "machine" in landlord.statuses())
    event = landlord.bodies("/event")[-1]
    assert event["call_uuid"] == call.uuid
    client.ask("PUT", f"/v1/calls/{call.uuid}", {"action": "hangup"})
    hung_up = converse(WAIT, answer=False, advanced_machine_detection={"behavior": "hangup", "mode": "detect"})
    client.network.handset(TENANT).voicemail(hung_up.uuid)
    hung_up.wait_state("completed")
    converse(WAIT, machine_detection="hangup")
    wait_for(lambda: "human" in landlord.statuses())


def test_a_second_call_while_the_first_is_not_over_is_a_violation(
    client: Client, landlord: Landlord, converse: Converse
) -> None:
    converse(WAIT)
    second = converse(WAIT, answer=False)
    second.wait_state("busy")
    (violation,) = client.network.violations
    assert (violation["kind"], violation["number"]) == ("second_call", TENANT)
    assert second.uuid in violation["detail"]


def test_calls_one_after_another_are_none(client: Client, converse: Converse) -> None:
    for _ in range(2):
        converse(TALK).wait_state("completed")
    assert client.network.violations == []


def test_actions_that_make_no_sense_say_why(client: Client, converse: Converse) -> None:
    call = converse(WAIT, answer=False)
    address = f"/handset/{TENANT}/calls/{call.uuid}"
    keys = client.plain("POST", f"{address}/keys", {"digits": "1"})
    assert (keys.status, keys.json()["error"]) == (409, "nobody hears keys: the call is ringing")
    assert client.plain("POST", f"{address}/hangup").status == 409
    assert client.plain("POST", f"{address}/answer").status == 200
    assert client.plain("POST", f"{address}/answer").status == 409
    assert client.plain("POST", f"{address}/keys", {"digits": "x"}).status == 409
    assert client.plain("POST", f"{address}/dance").status == 404
    assert client.plain("POST", f"/handset/{TENANT}/calls/none/answer").status == 404
    assert client.plain("POST", f"/handset/31687654321/calls/{call.uuid}/answer").status == 404


def test_a_tenant_rings_the_landlord(client: Client, landlord: Landlord) -> None:
    landlord.always["/answer"] = Reply(body=[{"action": "talk", "text": "Welkom bij de kletslijn"}, WAIT])
    number = client.network.application.numbers[0]
    answer = client.plain("POST", f"/handset/{TENANT}/calls", {"to": number})
    assert answer.status == 201
    shown = answer.json()
    assert re.fullmatch("[0-9a-f]{32}", shown["uuid"])
    heard = landlord.wait("/answer")[0]
    assert heard.method == "POST"
    assert heard.body["from"] == TENANT
    assert heard.body["to"] == number
    assert heard.body.keys() == {"to", "from", "uuid", "conversation_uuid", "region_url", "endpoint_type"}
    wait_for(lambda: landlord.statuses() == ["started", "ringing", "answered"])
    assert {body["direction"] for body in landlord.bodies("/event")} == {"inbound"}
    assert client.plain("POST", f"/handset/{TENANT}/calls", {"to": number}).status == 409
    assert client.plain("POST", f"/handset/{TENANT}/calls/{shown['uuid']}/hangup").status == 200
    assert client.plain("POST", f"/handset/{TENANT}/calls", {"to": "31600000009"}).status == 404


def test_a_recording_takes_a_token_to_hear(client: Client, network: PhoneNetwork) -> None:
    assert client.plain("GET", "/v1/files/x").status == 401
    assert client.ask("GET", "/v1/files/x").data[:4] == b"RIFF"
