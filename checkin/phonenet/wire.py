"""Carries one webhook over HTTP: its bytes, its signature, and what came back."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import urllib3

from checkin.phonenet.application import Application
from checkin.phonenet.faults import Fault, Faults
from checkin.phonenet.tokens import Signature, sign

Json = dict[str, Any]

MESSAGE_KINDS = frozenset({"status", "inbound"})
ANSWER_KINDS = frozenset({"answer", "input", "notify", "connect", "fallback"})


@dataclass
class Webhook:
    """One thing to tell the application; webhooks of one lane go out in order."""

    kind: str
    url: str
    body: Json
    method: str = "POST"
    lane: str = ""
    number: str = ""
    tries: int = 0
    key: str = field(default_factory=lambda: uuid.uuid4().hex)


@dataclass(frozen=True)
class Timeouts:
    """Seconds for connecting and reading (Vonage Application API, webhook timeouts)."""

    connect: float = 1.0
    message: float = 10.0
    answer: float = 5.0
    event: float = 10.0

    def of(self, kind: str) -> urllib3.Timeout:
        read = self.answer if kind in ANSWER_KINDS else self.event
        if kind in MESSAGE_KINDS:
            read = self.message
        return urllib3.Timeout(connect=self.connect, read=read)


@dataclass(frozen=True)
class Outcome:
    """What the application answered; status 0 when it did not."""

    status: int = 0
    content_type: str = ""
    content: bytes = b""
    reason: str = ""

    @property
    def is_good(self) -> bool:
        return str(self.status).startswith("2")


class Wire:
    """A pool of kept-alive connections that sign what goes over them."""

    def __init__(self, application: Application, faults: Faults, timeouts: Timeouts) -> None:
        self.application = application
        self._faults = faults
        self._timeouts = timeouts
        self._pool = urllib3.PoolManager(num_pools=20, maxsize=32, retries=False)
        self._last_token_id = str(uuid.uuid4())

    def carry(self, webhook: Webhook) -> Outcome:
        """Send a webhook once."""
        url, content, hashed = prepare(webhook)
        headers = {"User-Agent": "Apache-HttpAsyncClient/4.1 (Java)"}
        if content is not None:
            headers["Content-Type"] = "application/json"
        signature = self._signature(webhook)
        if signature.signed:
            headers["Authorization"] = f"Bearer {sign(hashed, self.application, signature)}"
            self._last_token_id = signature.token_id
        return self._exchange(webhook.method, url, content, headers, self._timeouts.of(webhook.kind))

    def fetch(self, url: str) -> Outcome:
        """Fetch something public, such as the sound of a stream action."""
        return self._exchange("GET", url, None, {}, self._timeouts.of("event"))

    def close(self) -> None:
        self._pool.clear()

    def _exchange(
        self,
        method: str,
        url: str,
        content: bytes | None,
        headers: Mapping[str, str],
        timeout: urllib3.Timeout,
    ) -> Outcome:
        try:
            answer = self._pool.request(method, url, body=content, headers=headers, timeout=timeout, redirect=False)
        except urllib3.exceptions.HTTPError as error:
            return Outcome(reason=type(error).__name__)
        return Outcome(
            status=answer.status,
            content_type=answer.headers.get("Content-Type", ""),
            content=answer.data,
            reason=f"HTTP {answer.status}",
        )

    def _signature(self, webhook: Webhook) -> Signature:
        def on(name: str) -> bool:
            return self._take(name, webhook) is not None

        age = 0.0
        if old := self._take("old_token", webhook):
            age = old.seconds(172_800)
        elif future := self._take("future_token", webhook):
            age = -future.seconds(3_600)
        return Signature(
            signed=not on("unsigned"),
            wrong_secret=on("wrong_secret"),
            wrong_hash=on("wrong_hash"),
            age=age,
            other_application=on("other_application"),
            token_id=self._last_token_id if on("replayed_token") else str(uuid.uuid4()),
        )

    def _take(self, name: str, webhook: Webhook) -> Fault | None:
        return self._faults.take(name, path=webhook.kind, number=webhook.number)


def prepare(webhook: Webhook) -> tuple[str, bytes | None, bytes]:
    """Return the address, the body, and the bytes that payload_hash is made of."""
    if webhook.method == "POST":
        content = _compact(webhook.body)
        return webhook.url, content, content
    query = urlencode({name: _flat(value) for name, value in webhook.body.items() if value is not None})
    url = f"{webhook.url}{'&' if '?' in webhook.url else '?'}{query}"
    return url, None, _compact(dict(parse_qsl(urlsplit(url).query, keep_blank_values=True)))


def _compact(value: Json) -> bytes:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()


def _flat(value: object) -> str:
    """Nested objects become JSON text in a query, as the provider does."""
    if isinstance(value, (dict, list)):
        return json.dumps(value, separators=(",", ":"), ensure_ascii=False)
    return str(value).lower() if isinstance(value, bool) else str(value)
