"""Both ends of the provider's wire, made by hand: who signs and brings webhooks, and who answers our requests."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import socket
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from checkin.settings import Settings

APPLICATION = "3f1c7a52-8f5e-4a39-9c5b-1b2f8f2a7c11"
API_KEY = "a1b2c3d4"
SECRET = "a signature secret of more than thirty-two bytes"
OURS = "3197010520001"

MakeSettings = Callable[..., Settings]
Sample = Callable[[str], dict[str, Any]]


def _part(content: bytes) -> bytes:
    return base64.urlsafe_b64encode(content).rstrip(b"=")


@dataclass
class Provider:
    """Signs webhooks as the provider does, and brings them to the application."""

    client: FlaskClient | None = None
    secret: str = SECRET

    def claims(self, content: bytes, **changed: Any) -> dict[str, Any]:
        claims = {
            "iat": int(time.time()),
            "jti": "0a5b6f9e-5c4a-4c69-9a6f-6a0d1f2b3c4d",
            "iss": "Vonage",
            "payload_hash": hashlib.sha256(content).hexdigest(),
            "api_key": API_KEY,
            "application_id": APPLICATION,
            **changed,
        }
        return {name: value for name, value in claims.items() if value is not None}

    def token(self, content: bytes, **changed: Any) -> str:
        return self.sign(json.dumps(self.claims(content, **changed)).encode())

    def sign(self, claims: bytes) -> str:
        """Write an HS256 token by hand, so that it is no library's own work that is checked."""
        signed = b".".join(_part(part) for part in (b'{"alg":"HS256","typ":"JWT"}', claims))
        return (signed + b"." + _part(hmac.digest(self.secret.encode(), signed, "sha256"))).decode()

    def post(self, path: str, body: object = None, *, content: bytes | None = None, **changed: Any) -> TestResponse:
        """Bring a signed body: `content` as it is, or `body` as compact JSON."""
        assert self.client is not None
        if content is None:
            content = json.dumps(body, separators=(",", ":"), ensure_ascii=False).encode()
        headers = {"Authorization": f"Bearer {self.token(content, **changed)}"}
        address = f"/webhooks/vonage/{path}"
        return self.client.post(address, data=content, content_type="application/json", headers=headers)


@dataclass
class Desk:
    """A server that does with a request what the test asks of it, and keeps what it was sent."""

    url: str = ""
    behaviour: str = "answer"
    status: int = 202
    headers: dict[str, str] = field(default_factory=dict)
    content: bytes = b'{"message_uuid":"aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab"}'
    requests: list[tuple[str, dict[str, str], dict[str, Any]]] = field(default_factory=list)

    def answers(self, status: int, body: object, **headers: str) -> None:
        self.status, self.content = status, json.dumps(body).encode()
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


class DeskHandler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    desk: Desk

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.desk.requests.append((self.path, dict(self.headers), body))
        getattr(self, self.desk.behaviour)()

    def do_GET(self) -> None:
        self.desk.requests.append((self.path, dict(self.headers), {}))
        self.answer()

    def answer(self) -> None:
        self.send_response(self.desk.status)
        for name, value in self.desk.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(self.desk.content)))
        self.end_headers()
        self.wfile.write(self.desk.content)

    def answer_and_close(self) -> None:
        self.answer()
        self.close_connection = True

    def drop(self) -> None:
        self.close_connection = True

    def reset(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        self.close_connection = True

    def stop_halfway(self) -> None:
        self.wfile.write(b"HTTP/1.1 202 Accepted\r\nContent-Length: 400\r\n\r\n{")
        self.close_connection = True

    def wait(self) -> None:
        time.sleep(1.6)
        self.close_connection = True

    def finish(self) -> None:
        try:
            super().finish()
        except (OSError, ValueError):
            return

    def log_message(self, *_given: Any) -> None: ...
