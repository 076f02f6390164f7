"""A phone network, an application that hears its webhooks, and a client that signs its requests."""

from __future__ import annotations

import json
import shutil
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import urllib3

from checkin.phonenet.application import load_or_create
from checkin.phonenet.exchange import Addresses
from checkin.phonenet.network import Pace, PhoneNetwork
from checkin.phonenet.wire import Timeouts
from tests.phonenet.landlord import Client, Conversation, Heard, Json, Landlord, pass_the_clock


@dataclass
class Street:
    """One server for the landlords of all tests; each has a path of its own, so nobody hears what is not his."""

    url: str = ""
    landlords: dict[str, Landlord] = field(default_factory=dict)

    def move_in(self) -> Landlord:
        name = uuid.uuid4().hex
        self.landlords[name] = Landlord(f"{self.url}/{name}")
        return self.landlords[name]


@pytest.fixture(scope="session")
def street() -> Iterator[Street]:
    built = Street()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self) -> None:
            name, _, rest = self.path[1:].partition("/")
            self.path, spoken = f"/{rest}", built.landlords[name]
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
    built.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield built
    server.shutdown()
    server.server_close()


@pytest.fixture
def landlord(street: Street) -> Landlord:
    return street.move_in()


Build = Callable[..., PhoneNetwork]
QUICK = Pace(time_scale=5, speech_rate=2000, calls_per_second=30, others_per_second=200)


def addresses(landlord: Landlord, *, fallback: bool = False) -> Addresses:
    return Addresses(
        answer=f"{landlord.url}/answer",
        event=f"{landlord.url}/event",
        inbound=f"{landlord.url}/inbound",
        status=f"{landlord.url}/status",
        fallback=f"{landlord.url}/fallback" if fallback else "",
    )


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One application for all tests: an RSA key takes long to find."""
    data = tmp_path_factory.mktemp("keys")
    load_or_create(data)
    return data / "application.json"


@pytest.fixture
def build(landlord: Landlord, tmp_path: Path, keys: Path) -> Iterator[Build]:
    """Make networks for one test; each is stopped at the end."""
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
            urls=addresses(landlord, fallback=fallback),
            neighbours_active=neighbours,
            pace=pace or QUICK,
            timeouts=timeouts or Timeouts(),
        )
        made.append(network.start())
        return network

    yield make
    for network in made:
        network.stop()


@pytest.fixture(scope="session")
def networks(tmp_path_factory: pytest.TempPathFactory, keys: Path) -> Iterator[dict[object, PhoneNetwork]]:
    """The networks that tests share, by what is special about them; `find` in `shared` makes them."""
    made: dict[object, PhoneNetwork] = {}
    yield made
    for network in made.values():
        network.stop()


@pytest.fixture
def shared(
    networks: dict[object, PhoneNetwork], landlord: Landlord, tmp_path_factory: pytest.TempPathFactory, keys: Path
) -> Iterator[Build]:
    """Lend a network that was reset: a start takes longer than most tests do."""
    lent: list[PhoneNetwork] = []

    def find(pace: Pace = QUICK, timeouts: Timeouts | None = None, *, neighbours: bool = False) -> PhoneNetwork:
        timeouts = timeouts or Timeouts()
        if (pace, timeouts) not in networks:
            data = tmp_path_factory.mktemp("net")
            shutil.copy(keys, data)
            networks[pace, timeouts] = PhoneNetwork(data, pace=pace, timeouts=timeouts).start()
        network = networks[pace, timeouts]
        network.exchange.urls = addresses(landlord)
        network.neighbours.switch(active=neighbours)
        lent.append(network)
        return network

    yield find
    for network in lent:
        network.clock.time_scale = network.pace.time_scale
        network.reset()
        pass_the_clock(network)


@pytest.fixture
def network(shared: Build) -> PhoneNetwork:
    return shared()


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
