"""The network against the facts of the Messages API 1.11."""

from __future__ import annotations

import time

import pytest

from checkin.phonenet.network import PhoneNetwork
from checkin.phonenet.problems import Problem
from checkin.phonenet.text_messages import parts
from checkin.phonenet.text_requests import check_text
from tests.phonenet.landlord import TENANT, Client, Landlord, wait_for

GOOD = {"channel": "sms", "message_type": "text", "to": TENANT, "from": "3197010520001", "text": "Dag"}


def test_a_text_is_accepted_and_reported_until_it_is_delivered(client: Client, landlord: Landlord) -> None:
    answer = client.text(client_ref="attempt-7")
    assert answer.status == 202
    assert list(answer.json()) == ["message_uuid"]
    landlord.wait("/status", 2)
    first, second = landlord.bodies("/status")
    assert (first["status"], second["status"]) == ("submitted", "delivered")
    for body in (first, second):
        assert body["message_uuid"] == answer.json()["message_uuid"]
        assert body["client_ref"] == "attempt-7"
        assert body["channel"] == "sms"
        assert body["to"] == TENANT
        assert body["usage"] == {"currency": "EUR", "price": "0.0718"}
        assert body["sms"] == {"count_total": "1"}
        assert body["timestamp"].endswith("Z")
        assert len(body["timestamp"]) == len("2025-02-03T12:14:25Z")


def test_the_telephone_shows_the_text(client: Client, network: PhoneNetwork) -> None:
    client.text()
    shown = client.plain("GET", "/handset/0612345678").json()
    assert shown["number"] == TENANT
    assert shown["texts"][0]["text"] == "Hoe gaat het met u?"
    assert shown["texts"][0]["direction"] == "to_tenant"
    assert shown["texts"][0]["from"] == network.application.numbers[0]
    assert client.plain("GET", "/handset").json() == [TENANT]


def test_a_reply_reaches_the_number_that_texted_last(client: Client, landlord: Landlord) -> None:
    second = client.network.application.numbers[1]
    client.text(**{"from": second})
    answer = client.plain("POST", "/handset/+31612345678/texts", {"text": "Ja graag, bel mij"})
    assert answer.status == 201
    body = landlord.wait("/inbound")[0].body
    assert body["to"] == second
    assert body["from"] == TENANT
    assert body["text"] == "Ja graag, bel mij"
    assert body["sms"] == {"num_messages": "1", "total_count": "1", "keyword": "JA"}
    assert body["usage"] == {"currency": "EUR", "price": "0.0333"}
    assert body["origin"] == {"network_code": "20404"}
    assert (body["channel"], body["message_type"]) == ("sms", "text")


def test_a_text_may_be_sent_by_a_plain_form(client: Client, landlord: Landlord) -> None:
    url = f"{client.network.url}/handset/{TENANT}/texts"
    answer = client.pool.request("POST", url, fields={"text": "één"}, encode_multipart=False)
    assert answer.status == 201
    assert landlord.wait("/inbound")[0].body["text"] == "één"


def test_a_webhook_url_in_the_request_wins(client: Client, landlord: Landlord) -> None:
    client.text(webhook_url=f"{landlord.url}/elsewhere")
    landlord.wait("/elsewhere", 2)
    assert not landlord.on("/status")


def test_a_number_that_is_declared_dead_is_rejected_with_a_code(client: Client, landlord: Landlord) -> None:
    client.plain("PUT", "/faults", {"name": "text_outcome", "value": "rejected", "number": TENANT})
    client.text()
    last = landlord.wait("/status", 2)[-1].body
    assert last["status"] == "rejected"
    assert last["error"]["title"] == "1190"
    assert last["error"]["type"].endswith("#1190")


@pytest.mark.parametrize("number", ["31612340000", "31612345607"])
def test_without_neighbours_no_number_is_dead(client: Client, landlord: Landlord, number: str) -> None:
    client.text(to=number)
    landlord.wait("/status", 2)
    assert landlord.statuses("/status") == ["submitted", "delivered"]


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"channel": "whatsapp"}, "1100"),
        ({"channel": None}, "1100"),
        ({"message_type": "image"}, "1140"),
        ({"from": "+3197010520001"}, "1120"),
        ({"from": "Veel te lange naam"}, "1120"),
        ({"client_ref": "x" * 101}, "1060"),
        ({"client_ref": ""}, "1060"),
        ({"to": "+31612345678"}, "1150"),
        ({"to": "0612345678"}, "1150"),
        ({"to": 31612345678}, "1150"),
        ({"text": ""}, "1150"),
        ({"text": "x" * 1001}, "1150"),
        ({"ttl": 19}, "1150"),
        ({"ttl": 604801}, "1150"),
        ({"webhook_url": "ftp://x"}, "1150"),
        ({"sms": {"encoding_type": "morse"}}, "1150"),
    ],
)
def test_what_the_provider_refuses_is_refused_with_its_code(changed: dict[str, object], code: str) -> None:
    with pytest.raises(Problem) as refused:
        check_text({name: value for name, value in {**GOOD, **changed}.items() if value is not None})
    assert refused.value.status == 422
    problem = refused.value.body
    assert problem["type"].endswith(f"#{code}")
    assert {"type", "title", "detail", "instance"} <= problem.keys()
    assert ("invalid_parameters" in problem) == (code == "1150")


def test_a_refusal_goes_over_the_wire_and_nothing_is_kept(client: Client) -> None:
    answer = client.text(to="+31612345678")
    assert answer.status == 422
    assert answer.json()["type"] == "https://developer.vonage.com/api-errors/messages#1150"
    assert answer.json()["invalid_parameters"] == [{"name": "to", "reason": "must be 7 to 15 digits, without + or 00"}]
    assert client.plain("GET", "/handset").json() == []


def test_a_body_that_is_no_json_object_is_refused(client: Client) -> None:
    for content in (b"not json", b"[1]", b'"text"'):
        answer = client.ask("POST", "/v1/messages", content)
        assert answer.status == 422
        assert answer.json()["type"].endswith("#invalid-json")


def test_without_a_good_token_nothing_is_accepted(client: Client) -> None:
    now = int(time.time())
    for token in (
        "nonsense",
        client.token(exp=now - 10),
        client.token(application_id="another"),
    ):
        answer = client.ask("POST", "/v1/messages", {}, token=token)
        assert answer.status == 401
        assert answer.json()["type"].endswith("#unathorized")
        assert answer.json()["title"] == "You did not provide correct credentials."
    bare = client.plain("POST", "/v1/messages", {})
    assert bare.status == 401


@pytest.mark.parametrize("missing", ["application_id", "iat", "jti"])
def test_a_token_says_whose_it_is_and_when_it_was_made(client: Client, missing: str) -> None:
    assert client.ask("GET", "/v1/calls", token=client.token(**{missing: None})).status == 401


def test_a_token_may_leave_open_when_it_ends(client: Client) -> None:
    assert client.ask("GET", "/v1/calls", token=client.token(exp=None)).status == 200


@pytest.mark.parametrize(("ahead", "status"), [(20, 200), (60, 401), ("soon", 401)])
def test_a_clock_may_be_half_a_minute_ahead(client: Client, ahead: int | str, status: int) -> None:
    issued = ahead if isinstance(ahead, str) else int(time.time()) + ahead
    assert client.ask("GET", "/v1/calls", token=client.token(iat=issued)).status == status


def test_the_same_client_ref_twice_is_a_violation(client: Client) -> None:
    client.text(client_ref="attempt-1")
    assert client.network.violations == []
    client.text(client_ref="attempt-1")
    client.text(client_ref="attempt-2")
    (violation,) = client.plain("GET", "/violations").json()
    assert violation["kind"] == "repeated_client_ref"
    assert violation["number"] == TENANT
    assert violation["client_ref"] == "attempt-1"


def test_a_refused_text_with_the_same_client_ref_is_none(client: Client) -> None:
    client.text(client_ref="attempt-1", text="")
    client.text(client_ref="attempt-1")
    assert client.network.violations == []


@pytest.mark.parametrize(
    ("text", "count"),
    [("a" * 160, 1), ("a" * 161, 2), ("€" * 80, 1), ("€" * 81, 2), ("ë" * 70, 1), ("ë" * 71, 2), ("👍" * 36, 2)],
)
def test_parts_are_counted_as_operators_count_them(text: str, count: int) -> None:
    assert parts(text) == count


def test_impossible_texts_from_a_telephone_are_explained(client: Client) -> None:
    empty = client.plain("POST", f"/handset/{TENANT}/texts", {"text": " "})
    assert (empty.status, empty.json()["error"]) == (409, "an empty text is not sent")
    stranger = client.plain("POST", f"/handset/{TENANT}/texts", {"text": "JA", "to": "31612345679"})
    assert stranger.status == 404
    assert client.plain("GET", "/handset/abc").status == 404


def test_reset_forgets_everything(client: Client, landlord: Landlord) -> None:
    client.text(client_ref="a")
    client.text(client_ref="a")
    wait_for(lambda: len(landlord.on("/status")) == 4)
    client.plain("PUT", "/faults", {"name": "lose"})
    assert client.plain("POST", "/reset").json() == {"ok": True}
    assert client.plain("GET", "/handset").json() == []
    assert client.plain("GET", "/violations").json() == []
    assert client.plain("GET", "/faults").json() == []
    client.text(client_ref="a")
    assert client.network.violations == []


def test_health_answers(client: Client) -> None:
    assert client.plain("GET", "/health").json() == {"ok": True}
