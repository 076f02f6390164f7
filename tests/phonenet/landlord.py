"""The two sides of a phone network in tests: an application that hears webhooks, and a client that signs."""

from __future__ import annotations

import base64
import json
import threading
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import jwt
import urllib3
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from checkin.phonenet.network import PhoneNetwork

Json = dict[str, Any]


@dataclass
class Heard:
    """One webhook as it arrived."""

    path: str
    method: str
    content: bytes
    headers: dict[str, str]
    at: float

    @property
    def body(self) -> Json:
        read: Json = json.loads(self.content)
        return read

    @property
    def claims(self) -> Json:
        """The claims of the token, read without any library of the provider."""
        middle = self.headers["authorization"].removeprefix("Bearer ").split(".")[1]
        read: Json = json.loads(base64.urlsafe_b64decode(middle + "=" * (-len(middle) % 4)))
        return read


@dataclass
class Reply:
    """What the application answers."""

    status: int = 200
    body: object = None
    content_type: str = "application/json"
    delay: float = 0.0
    drop: bool = False


@dataclass
class Landlord:
    """The application under the webhooks: remembers everything, answers as it is told."""

    url: str = ""
    heard: list[Heard] = field(default_factory=list)
    replies: dict[str, list[Reply]] = field(default_factory=dict)
    always: dict[str, Reply] = field(default_factory=dict)

    def reply_to(self, path: str) -> Reply:
        name = path.partition("?")[0]
        queue = self.replies.get(name)
        return queue.pop(0) if queue else self.always.get(name, Reply())

    def on(self, path: str) -> list[Heard]:
        return [one for one in list(self.heard) if one.path.partition("?")[0] == path]

    def bodies(self, path: str) -> list[Json]:
        return [one.body for one in self.on(path)]

    def statuses(self, path: str = "/event") -> list[str]:
        return [str(body.get("status")) for body in self.bodies(path)]

    def wait(self, path: str, count: int = 1) -> list[Heard]:
        wait_for(lambda: len(self.on(path)) >= count)
        return self.on(path)


def wait_for(condition: Callable[[], object], seconds: float = 20.0) -> None:
    """Wait until something is so, and fail when it never becomes so."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it never became so"
        time.sleep(0.005)


def pass_the_clock(network: PhoneNetwork) -> None:
    """Wait until whatever the clock of a network was doing is done: it does one thing after another."""
    passed = threading.Event()
    network.clock.after(0, passed.set)
    assert passed.wait(20)


@cache
def parsed_key(text: str) -> RSAPrivateKey:
    """Parse a key once: it takes 40 ms."""
    key = load_pem_private_key(text.encode(), password=None)
    assert isinstance(key, RSAPrivateKey)
    return key


@dataclass
class Client:
    """Speaks to a network as an application does, with PyJWT alone."""

    network: PhoneNetwork
    pool: urllib3.PoolManager

    def token(self, **changed: object) -> str:
        now = int(time.time())
        application = self.network.application
        claims = {"application_id": application.application_id, "iat": now, "exp": now + 900, "jti": str(uuid.uuid4())}
        given = {name: value for name, value in {**claims, **changed}.items() if value is not None}
        return jwt.encode(given, parsed_key(application.private_key), algorithm="RS256")

    def ask(self, method: str, path: str, body: object = None, *, token: str | None = None) -> urllib3.BaseHTTPResponse:
        headers = {"Authorization": f"Bearer {token or self.token()}", "Content-Type": "application/json"}
        content = body if isinstance(body, bytes) else None if body is None else json.dumps(body)
        return self.pool.request(method, self.network.url + path, body=content, headers=headers, retries=False)

    def text(self, **changed: object) -> urllib3.BaseHTTPResponse:
        body: Json = {
            "channel": "sms",
            "message_type": "text",
            "to": "31612345678",
            "from": self.network.application.numbers[0],
            "text": "Hoe gaat het met u?",
        }
        return self.ask("POST", "/v1/messages", {name: v for name, v in {**body, **changed}.items() if v is not None})

    def call(self, **changed: object) -> urllib3.BaseHTTPResponse:
        body: Json = {
            "to": [{"type": "phone", "number": "31612345678"}],
            "from": {"type": "phone", "number": self.network.application.numbers[0]},
        }
        return self.ask("POST", "/v1/calls", {name: v for name, v in {**body, **changed}.items() if v is not None})

    def plain(self, method: str, path: str, body: object = None, **headers: str) -> urllib3.BaseHTTPResponse:
        """Ask what needs no token: telephones and switches."""
        content = None if body is None else json.dumps(body)
        sent = {"Content-Type": "application/json", **headers}
        url = self.network.url + path
        return self.pool.request(method, url, body=content, headers=sent, retries=False, redirect=False)


TENANT = "31612345678"


@dataclass
class Conversation:
    """One call to the tenant's telephone, from the tenant's side."""

    client: Client
    uuid: str

    @property
    def shown(self) -> Json:
        calls = self.client.network.handset(TENANT).calls
        return next(call for call in calls if call["uuid"] == self.uuid)

    def answer(self) -> None:
        self.client.network.handset(TENANT).answer(self.uuid)

    def press(self, digits: str) -> None:
        self.client.network.handset(TENANT).press(self.uuid, digits)

    def wait_state(self, state: str) -> None:
        wait_for(lambda: self.shown["state"] == state)

    def wait_heard(self, sentence: str) -> None:
        wait_for(lambda: sentence in self.shown["heard"])

    def wait_listening(self) -> None:
        wait_for(lambda: self.shown["listening"])
