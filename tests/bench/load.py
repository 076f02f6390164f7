"""A small load generator: signed webhooks over kept-alive connections, as fast as it goes or at a given rate."""

from __future__ import annotations

import hashlib
import json
import socket
import threading
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

import jwt

BUFFER = 65536


@dataclass(frozen=True)
class Account:
    """Whose webhooks these are."""

    application_id: str
    api_key: str
    signature_secret: str

    def request(self, url: str, body: dict[str, object]) -> bytes:
        """Write one signed POST as it goes over the wire."""
        content = json.dumps(body, separators=(",", ":")).encode()
        claims = {
            "iat": int(time.time()),
            "jti": uuid.uuid4().hex,
            "iss": "Vonage",
            "payload_hash": hashlib.sha256(content).hexdigest(),
            "api_key": self.api_key,
            "application_id": self.application_id,
        }
        token = jwt.encode(claims, self.signature_secret, algorithm="HS256")
        address = urlsplit(url)
        path = f"{address.path}?{address.query}" if address.query else address.path
        head = (
            f"POST {path} HTTP/1.1\r\nHost: {address.netloc}\r\nContent-Type: application/json\r\n"
            f"Authorization: Bearer {token}\r\nContent-Length: {len(content)}\r\n\r\n"
        )
        return head.encode() + content


class Connection:
    """One kept-alive connection."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._socket = self._connect()

    def _connect(self) -> socket.socket:
        opened = socket.create_connection(("127.0.0.1", self._port), timeout=30)
        opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return opened

    def ask(self, request: bytes) -> int:
        """Send one request and give the status of its answer."""
        try:
            self._socket.sendall(request)
            return self._answer()
        except (ConnectionError, IndexError):
            # The server closes a connection that was quiet for a while; that is no failure.
            self._socket = self._connect()
            self._socket.sendall(request)
            return self._answer()

    def _answer(self) -> int:
        data = self._socket.recv(BUFFER)
        while b"\r\n\r\n" not in data:
            data += self._more()
        head, _, body = data.partition(b"\r\n\r\n")
        lower = head.lower()
        length = int(lower.split(b"content-length:")[1].split(b"\r\n")[0])
        received = len(body)
        while received < length:
            received += len(self._more())
        if b"connection: close" in lower:
            self._socket = self._connect()
        return int(head.split(b" ", 2)[1])

    def _more(self) -> bytes:
        data = self._socket.recv(BUFFER)
        if not data:
            raise ConnectionError
        return data


@dataclass(frozen=True)
class Result:
    """What a run of requests showed; seconds."""

    statuses: tuple[int, ...]
    latencies: tuple[float, ...]
    seconds: float

    @property
    def per_second(self) -> float:
        """Requests answered in a second."""
        return len(self.statuses) / self.seconds

    def percentile(self, percent: float) -> float:
        """Give a percentile of the latency in milliseconds."""
        ordered = sorted(self.latencies)
        return 1000 * ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]


def as_fast_as_it_goes(port: int, requests: Sequence[bytes], connections: int) -> Result:
    """Send every request over so many connections, each waiting for its answer before the next."""
    waiting = iter(requests)
    lock, found = threading.Lock(), list[tuple[int, float]]()

    def go() -> None:
        connection = Connection(port)
        while True:
            with lock:
                request = next(waiting, None)
            if request is None:
                return
            start = time.perf_counter()
            status = connection.ask(request)
            found.append((status, time.perf_counter() - start))

    start = time.perf_counter()
    _together(go, connections)
    return _result(found, time.perf_counter() - start)


def at_a_rate(port: int, requests: Sequence[bytes], per_second: float, connections: int = 16) -> Result:
    """Send each request at its own moment, whether or not earlier ones were answered; late answers count as slow."""
    lock, found, numbered = threading.Lock(), list[tuple[int, float]](), iter(enumerate(requests))
    start = time.perf_counter()

    def go() -> None:
        connection = Connection(port)
        while True:
            with lock:
                number, request = next(numbered, (0, None))
            if request is None:
                return
            moment = start + number / per_second
            time.sleep(max(0.0, moment - time.perf_counter()))
            status = connection.ask(request)
            found.append((status, time.perf_counter() - moment))

    _together(go, connections)
    return _result(found, time.perf_counter() - start)


def _together(go: object, count: int) -> None:
    threads = [threading.Thread(target=go) for _ in range(count)]  # type: ignore[arg-type]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _result(found: list[tuple[int, float]], seconds: float) -> Result:
    return Result(tuple(status for status, _ in found), tuple(latency for _, latency in found), seconds)
