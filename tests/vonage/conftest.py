"""A landlord's settings, and both ends of the provider's wire."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from flask import Flask

from checkin.runtime import Runtime
from checkin.settings import Settings
from checkin.vonage.webhooks import vonage_webhooks
from tests.vonage.wire import API_KEY, APPLICATION, OURS, SECRET, Desk, DeskHandler, MakeSettings, Provider, Sample


@pytest.fixture(scope="session")
def signing_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 2048)


@pytest.fixture(scope="session")
def pem(signing_key: rsa.RSAPrivateKey) -> str:
    return signing_key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()


@pytest.fixture
def make_settings(tmp_path: Path, pem: str) -> MakeSettings:
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
def landlord(make_settings: MakeSettings) -> Settings:
    """Settings without any database or Valkey behind them."""
    return make_settings()


@pytest.fixture
def provider() -> Provider:
    return Provider()


@pytest.fixture
def application(runtime: Runtime) -> Flask:
    app = Flask("webhooks")
    app.extensions["checkin"] = runtime
    app.testing = True
    app.register_blueprint(vonage_webhooks)
    return app


@pytest.fixture
def wire(application: Flask, provider: Provider) -> Provider:
    """The provider, connected to the application."""
    provider.client = application.test_client()
    return provider


@pytest.fixture
def sample() -> Sample:
    """Read one of the recorded bodies."""
    folder = Path(__file__).parent.parent / "payloads"
    return lambda name: json.loads((folder / f"{name}.json").read_text("utf-8"))


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
