"""A phone network, an application that hears its webhooks, and a client that signs its requests."""

from __future__ import annotations

import json
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import urllib3

from checkin.phonenet.application import load_or_create
from checkin.phonenet.exchange import Addresses
from checkin.phonenet.network import Pace, PhoneNetwork
from checkin.phonenet.wire import Timeouts
from tests.phonenet.landlord import Client, Conversation, Heard, Json, Landlord


@pytest.fixture
def landlord() -> Iterator[Landlord]:
    spoken = Landlord()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self) -> None:
            content = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            headers = {name.lower(): value for name, value in self.headers.items()}
            spoken.heard.append(Heard(self.path, self.command, content, headers, time.monotonic()))
            reply = spoken.reply_to(self.path)
            time.sleep(reply.delay)
            self.close_connection = self.close_connection or reply.drop
            if reply.drop:
                return
            out = reply.body if isinstance(reply.body, bytes) else b""
            if reply.body is not None and not isinstance(reply.body, bytes):
                out = json.dumps(reply.body).encode()
            try:
                self.send_response(reply.status)
                self.send_header("Content-Type", reply.content_type)
                self.send_header("Content-Length", str(len(out)))
                self.end_headers()
                self.wfile.write(out)
            except OSError:
                self.close_connection = True

        do_GET = do_POST = answer  # noqa: N815 - the names that http.server looks for

        def log_message(self, *_arguments: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    spoken.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield spoken
    server.shutdown()
    server.server_close()


Build = Callable[..., PhoneNetwork]


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One application for all tests: an RSA key takes long to find."""
    data = tmp_path_factory.mktemp("keys")
    load_or_create(data)
    return data / "application.json"


@pytest.fixture
def build(landlord: Landlord, tmp_path: Path, keys: Path) -> Iterator[Build]:
    """Make networks; each is stopped at the end."""
    made: list[PhoneNetwork] = []

    def make(
        *,
        pace: Pace | None = None,
        data: Path | None = None,
        fallback: bool = False,
        neighbours: bool = False,
        timeouts: Timeouts | None = None,
    ) -> PhoneNetwork:
        data = data or tmp_path / "net"
        data.mkdir(exist_ok=True)
        shutil.copy(keys, data)
        network = PhoneNetwork(
            data,
            urls=Addresses(
                answer=f"{landlord.url}/answer",
                event=f"{landlord.url}/event",
                inbound=f"{landlord.url}/inbound",
                status=f"{landlord.url}/status",
                fallback=f"{landlord.url}/fallback" if fallback else "",
            ),
            neighbours_active=neighbours,
            pace=pace or Pace(time_scale=5, speech_rate=2000, calls_per_second=30, others_per_second=200),
            timeouts=timeouts or Timeouts(),
        )
        made.append(network.start())
        return network

    yield make
    for network in made:
        network.stop()


@pytest.fixture
def network(build: Build) -> PhoneNetwork:
    return build()


@pytest.fixture
def pool() -> Iterator[urllib3.PoolManager]:
    pool = urllib3.PoolManager()
    yield pool
    pool.clear()


@pytest.fixture
def client(network: PhoneNetwork, pool: urllib3.PoolManager) -> Client:
    return Client(network, pool)


@pytest.fixture
def converse(client: Client) -> Callable[..., Conversation]:
    """Ring the tenant with an NCCO or whatever else a call may carry, and pick up."""

    def begin(*actions: Json, answer: bool = True, **fields: object) -> Conversation:
        made = client.call(ncco=list(actions) or None, **fields)
        assert made.status == 201, made.data
        conversation = Conversation(client, made.json()["uuid"])
        if answer:
            conversation.answer()
        return conversation

    return begin
