"""`checkin doctor`: each thing that can be wrong is found, and said with what to do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from checkin.clock import system_clock
from checkin.embedded import EmbeddedValkey
from checkin.migrations.run import downgrade, newest, upgrade
from checkin.runtime import Runtime
from tests.ops.conftest import Run

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


class Provider(HTTPServer):
    """Somebody who answers with a clock that may be wrong."""

    ahead = timedelta()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Answers(BaseHTTPRequestHandler):
    server: Provider

    def do_HEAD(self) -> None:
        self.send_response(404)
        self.end_headers()

    def date_time_string(self, timestamp: float | None = None) -> str:  # noqa: ARG002 - the library's own
        return format_datetime(system_clock() + self.server.ahead, usegmt=True)

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def provider() -> Iterator[Provider]:
    with Provider(("127.0.0.1", 0), Answers) as server:
        thread = Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def given(provider: Provider) -> dict[str, Any]:
    return {"vonage_url": provider.url}


@pytest.fixture
def kept_valkey(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Iterator[EmbeddedValkey]:
    """A Valkey that keeps its data, as the service needs it."""
    with EmbeddedValkey(tmp_path / "valkey") as server:
        monkeypatch.setenv("CHECKIN_REDIS_URL", server.url)
        yield server


def lines(output: str) -> dict[str, str]:
    return {line[7:19].strip(): f"{line[:5].strip()}: {line[20:]}" for line in output.splitlines()}


@pytest.mark.usefixtures("kept_valkey")
def test_a_healthy_house(run: Run) -> None:
    shown = run("doctor")
    assert lines(shown.output) == {
        "settings": "ok: complete",
        "database": f"ok: sqlite, version {newest()}",
        "queue": "ok: noeviction, every write kept",
        "provider key": "ok: a test token can be signed",
        "clock": "ok: agrees with the provider's",
    }
    assert shown.exit_code == 0


def test_missing_settings_are_the_only_finding(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHECKIN_SECRET_KEY")
    monkeypatch.delenv("CHECKIN_PUBLIC_URL")
    shown = run("doctor")
    assert shown.exit_code == 1
    assert lines(shown.output) == {"settings": "wrong: CHECKIN_PUBLIC_URL: is missing; CHECKIN_SECRET_KEY: is missing"}


@pytest.mark.usefixtures("kept_valkey")
def test_an_old_database(run: Run, runtime: Runtime) -> None:
    downgrade(runtime.engine, "base")
    shown = run("doctor")
    upgrade(runtime.engine)
    assert shown.exit_code == 1
    assert lines(shown.output)["database"].endswith("run: checkin db upgrade")


def test_a_queue_that_forgets(run: Run, valkey: EmbeddedValkey) -> None:
    assert "appendonly is off" in lines(run("doctor").output)["queue"]
    with valkey.client() as client:
        client.config_set("maxmemory-policy", "allkeys-lru")
        shown = run("doctor")
        client.config_set("maxmemory-policy", "noeviction")
    assert "set it to noeviction" in lines(shown.output)["queue"]


@pytest.mark.usefixtures("kept_valkey")
def test_everything_away(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, provider: Provider) -> None:
    monkeypatch.setenv("CHECKIN_DATABASE_URL", f"sqlite:///{tmp_path}/nowhere/checkin.db")
    monkeypatch.setenv("CHECKIN_REDIS_URL", f"unix://{tmp_path}/nobody.sock")
    monkeypatch.setenv("CHECKIN_VONAGE_PRIVATE_KEY", "no key at all")
    monkeypatch.setenv("CHECKIN_VONAGE_URL", "http://127.0.0.1:9")
    found = lines(run("doctor").output)
    assert "look at CHECKIN_DATABASE_URL" in found["database"]
    assert "look at CHECKIN_REDIS_URL" in found["queue"]
    assert "CHECKIN_VONAGE_PRIVATE_KEY" in found["provider key"]
    assert "the provider does not answer" in found["clock"]


@pytest.mark.usefixtures("kept_valkey")
def test_a_clock_that_is_wrong(run: Run, provider: Provider) -> None:
    provider.ahead = timedelta(minutes=3)
    shown = run("doctor")
    assert shown.exit_code == 1
    assert "have the machine keep time" in lines(shown.output)["clock"]
