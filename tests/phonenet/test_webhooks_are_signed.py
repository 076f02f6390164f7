"""Every webhook is signed, and the signature is worked out here without the network's own code."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable
from urllib.parse import parse_qsl

import jwt
import pytest

from tests.phonenet.landlord import Client, Conversation, Heard, Landlord, Reply, wait_for

TALK = {"action": "talk", "text": "Dag"}


def is_signed(heard: Heard, secret: str) -> bool:
    head, middle, end = heard.headers["authorization"].removeprefix("Bearer ").split(".")
    made = hmac.new(secret.encode(), f"{head}.{middle}".encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(made).rstrip(b"=").decode() == end


def test_a_post_carries_the_hash_of_its_exact_bytes(client: Client, landlord: Landlord) -> None:
    client.text(text="Hoe gaat het, mevrouw Citroën? €", client_ref="a-1")
    heard = landlord.wait("/status")[0]
    application = client.network.application
    assert is_signed(heard, application.signature_secret)
    assert heard.claims["payload_hash"] == hashlib.sha256(heard.content).hexdigest()
    assert heard.claims["iss"] == "Vonage"
    assert heard.claims["api_key"] == application.api_key
    assert heard.claims["application_id"] == application.application_id
    assert abs(heard.claims["iat"] - time.time()) < 5
    assert heard.headers["content-type"] == "application/json"
    assert b": " not in heard.content
    token = heard.headers["authorization"].removeprefix("Bearer ")
    assert jwt.get_unverified_header(token) == {"alg": "HS256", "typ": "JWT"}


def test_each_webhook_has_a_token_of_its_own(client: Client, landlord: Landlord) -> None:
    client.text()
    first, second = landlord.wait("/status", 2)
    assert first.claims["jti"] != second.claims["jti"]


def test_a_get_carries_the_hash_of_its_query(
    client: Client, landlord: Landlord, converse: Callable[..., Conversation]
) -> None:
    landlord.always["/answer"] = Reply(body=[TALK])
    converse(answer_url=[f"{landlord.url}/answer?attempt=12"])
    heard = landlord.wait("/answer")[0]
    assert heard.method == "GET"
    query = dict(parse_qsl(heard.path.partition("?")[2]))
    assert query["attempt"] == "12"
    compact = json.dumps(query, separators=(",", ":"), ensure_ascii=False).encode()
    assert heard.claims["payload_hash"] == hashlib.sha256(compact).hexdigest()
    assert is_signed(heard, client.network.application.signature_secret)


@pytest.mark.parametrize(
    ("fault", "check"),
    [
        ("wrong_hash", lambda one: one.claims["payload_hash"] != hashlib.sha256(one.content).hexdigest()),
        ("old_token", lambda one: one.claims["iat"] < time.time() - 100_000),
        ("future_token", lambda one: one.claims["iat"] > time.time() + 1_000),
        ("unsigned", lambda one: "authorization" not in one.headers),
    ],
)
def test_a_fault_spoils_the_token_once(
    client: Client, landlord: Landlord, fault: str, check: Callable[[Heard], bool]
) -> None:
    client.plain("PUT", "/faults", {"name": fault, "path": "status"})
    client.text()
    first, second = landlord.wait("/status", 2)
    assert check(first)
    assert not check(second)


def test_a_wrong_secret_another_application_and_a_replayed_token(client: Client, landlord: Landlord) -> None:
    faults = [{"name": name, "path": "inbound"} for name in ("wrong_secret", "other_application")]
    client.plain("PUT", "/faults", [faults[0]])
    client.network.handset("0612345678").send("1")
    assert not is_signed(landlord.wait("/inbound")[0], client.network.application.signature_secret)
    client.plain("PUT", "/faults", [faults[1]])
    client.network.handset("0612345678").send("2")
    strange = landlord.wait("/inbound", 2)[1]
    assert strange.claims["application_id"] != client.network.application.application_id
    client.plain("PUT", "/faults", {"name": "replayed_token"})
    client.network.handset("0612345678").send("3")
    assert landlord.wait("/inbound", 3)[2].claims["jti"] == strange.claims["jti"]


def test_an_unsigned_webhook_is_signed_when_it_is_tried_again(client: Client, landlord: Landlord) -> None:
    landlord.replies["/inbound"] = [Reply(status=503)]
    client.plain("PUT", "/faults", {"name": "unsigned", "path": "inbound"})
    client.network.clock.time_scale = 100
    client.network.handset("0612345678").send("1")
    wait_for(lambda: len(landlord.on("/inbound")) == 2)
    first, second = landlord.on("/inbound")
    assert "authorization" not in first.headers
    assert "authorization" in second.headers
    assert first.content == second.content
