"""A house of its own for the provider's wire: settings by hand, an empty SQLite database, and no Valkey at all."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from flask import Flask
from flask.testing import FlaskClient
from redis import Redis
from redis.backoff import NoBackoff
from redis.retry import Retry
from sqlmodel import SQLModel
from werkzeug.test import TestResponse

import checkin.models  # noqa: F401  all tables
from checkin.runtime import Runtime, make_engine
from checkin.settings import Settings

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
APPLICATION = "3f1c7a52-8f5e-4a39-9c5b-1b2f8f2a7c11"
API_KEY = "a1b2c3d4"
SECRET = "a signature secret of more than thirty-two bytes"
OURS = "3197010520001"


@pytest.fixture(scope="session")
def signing_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 2048)


@pytest.fixture(scope="session")
def pem(signing_key: rsa.RSAPrivateKey) -> str:
    return signing_key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()


@pytest.fixture
def make_settings(tmp_path: Path, pem: str) -> Callable[..., Settings]:
    def make(**given: Any) -> Settings:
        values = {
            "database_url": f"sqlite:///{tmp_path}/checkin.db",
            "redis_url": f"unix://{tmp_path}/nobody-listens.sock",
            "public_url": "https://checkin.example.nl/",
            "secret_key": "x" * 40,
            "organisation": "Woonstichting Zuid",
            "organisation_phone": "0318-123456",
            "organisation_number": OURS,
            "vonage_application_id": APPLICATION,
            "vonage_private_key": pem,
            "vonage_signature_secret": SECRET,
            "vonage_api_key": API_KEY,
        }
        return Settings(_env_file=None, **{**values, **given})  # type: ignore[call-arg]

    return make


@pytest.fixture
def settings(make_settings: Callable[..., Settings]) -> Settings:
    return make_settings()


@pytest.fixture
def house(settings: Settings) -> Iterator[Runtime]:
    engine = make_engine(settings.database_url.get_secret_value())
    SQLModel.metadata.create_all(engine)
    redis = Redis.from_url(settings.redis_url.get_secret_value(), retry=Retry(NoBackoff(), 0))
    yield Runtime(settings, engine, redis, clock=lambda: NOW)
    engine.dispose()


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


@pytest.fixture
def provider() -> Provider:
    return Provider()


@pytest.fixture
def application(house: Runtime) -> Flask:
    from checkin.vonage.webhooks import vonage_webhooks  # noqa: PLC0415

    app = Flask("webhooks")
    app.extensions["checkin"] = house
    app.register_blueprint(vonage_webhooks)
    return app


@pytest.fixture
def wire(application: Flask, provider: Provider) -> Provider:
    """The provider, connected to the application."""
    provider.client = application.test_client()
    return provider


@pytest.fixture
def sample() -> Callable[[str], dict[str, Any]]:
    """Read one of the recorded bodies."""
    folder = Path(__file__).parent.parent / "payloads"
    return lambda name: json.loads((folder / f"{name}.json").read_text("utf-8"))


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


@pytest.fixture
def desk() -> Iterator[Desk]:
    found = Desk()
    handler = type("Handler", (DeskHandler,), {"desk": found})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    found.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield found
    server.shutdown()
    server.server_close()
    thread.join()
