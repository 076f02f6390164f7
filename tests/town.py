"""A whole town: the phone network, our web server, Valkey, a database and the workers, over real HTTP."""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import requests
import rq
from pydantic import SecretStr
from sqlalchemy import select
from sqlmodel import Session, col
from werkzeug.serving import WSGIRequestHandler, make_server

from checkin.campaigns.service import start_campaign
from checkin.clock import system_clock
from checkin.db import reading, unit_of_work
from checkin.jobs import Queue
from checkin.outreach.models import CheckIn
from checkin.phonenet.application import load_or_create
from checkin.phonenet.exchange import Addresses
from checkin.phonenet.network import Pace, PhoneNetwork
from checkin.runtime import Runtime
from checkin.settings import Settings
from checkin.tenants.models import Channel, Tenant
from tests.conftest import make_settings, make_test_runtime
from tests.engines import give_back
from tests.quick_app import quick_app
from tests.working import empty_queue
from workers import reconciler
from workers.scope import scope

PATIENCE_SECONDS = 60.0
TIME_SCALE = 5.0
"""How much faster than real the telephones are: quick, and slow enough for a machine that is busy."""
TICK_SECONDS = 0.2
"""Between two looks of the reconciler, which takes a second; what rings is done at once."""
ON_SQLITE, ON_POSTGRESQL = (
    pytest.mark.parametrize("database_url", [name], indirect=True) for name in ("sqlite", "postgresql")
)
"""A journey in which the two databases do the same work runs on one of them: about half of those on each."""
ALWAYS = "mon-sun 00:00-24:00"
QUICK = Pace(time_scale=TIME_SCALE, speech_rate=5000.0)


class Quiet(WSGIRequestHandler):
    """A server that keeps its lines to itself."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None: ...


@dataclass
class Telephone:
    """One handset of the phone network, as somebody holds it."""

    address: str

    def seen(self, **query: str) -> dict[str, Any]:
        """Give all that happened on it."""
        json = {"Accept": "application/json"}
        found: dict[str, Any] = requests.get(self.address, params=query, headers=json, timeout=5).json()
        return found

    def texts(self) -> list[str]:
        """Give the texts it got, oldest first."""
        return [text["text"] for text in self.seen()["texts"] if text["direction"] == "to_tenant"]

    def write(self, text: str) -> None:
        """Send the landlord a text."""
        requests.post(f"{self.address}/texts", json={"text": text}, timeout=5).raise_for_status()

    def calls(self) -> list[dict[str, Any]]:
        """Give its calls, oldest first."""
        found: list[dict[str, Any]] = self.seen()["calls"]
        return found

    def do(self, action: str, **body: str) -> None:
        """Work on the newest call: answer, keys, hangup, reject, voicemail."""
        uuid = self.calls()[-1]["uuid"]
        requests.post(f"{self.address}/calls/{uuid}/{action}", json=body, timeout=5).raise_for_status()

    def press(self, keys: str) -> None:
        """Press keys once somebody listens; on a real line too, a key before that is lost."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            call = self.seen(full="1")["calls"][-1]
            address = f"{self.address}/calls/{call['uuid']}/keys"
            if call["listening"] and requests.post(address, json={"digits": keys}, timeout=5).ok:
                return
            time.sleep(0.02)
        pytest.fail("nobody ever listened to the keys")

    def ring_landlord(self, number: str) -> None:
        """Ring the landlord."""
        requests.post(f"{self.address}/calls", json={"to": number}, timeout=5).raise_for_status()

    def heard(self) -> str:
        """Give all that the voice said in the newest call."""
        return " ".join(self.calls()[-1]["heard"])


@dataclass
class Town:
    """Everything that runs, and a way to wait until something has happened."""

    runtime: Runtime
    network: PhoneNetwork
    url: str
    alone: bool = False
    """Without Valkey: only the reconciler works."""

    def telephone(self, number: str | None) -> Telephone:
        """Pick up a tenant's telephone."""
        return Telephone(f"{self.network.url}/handset/{(number or '').lstrip('+')}")

    def work(self) -> None:
        """Let the reconciler look once, and the workers empty their queues."""
        reconciler.tick(self.runtime)
        self._empty_queues()

    def _empty_queues(self) -> None:
        for queue in () if self.alone else Queue:
            # A worker comes only when there is something for it.
            if rq.Queue(queue.value, connection=self.runtime.redis, serializer="json").count:
                empty_queue(self.connection(), queue)

    def later(self, **kwargs: float) -> None:
        """Let our clock run ahead, as `later(minutes=20)`; the network's own clock goes on as it was."""
        before, ahead = self.runtime.clock, timedelta(**kwargs)
        self.runtime.clock = lambda: before() + ahead

    def connection(self) -> Any:
        """Open a connection to Valkey as the workers have it."""
        return self._redis()

    def _redis(self) -> Any:
        return self.runtime.redis.__class__.from_url(self.runtime.settings.redis_url.get_secret_value())

    def until(self, holds: Callable[[], Any], what: str) -> Any:
        """Work until `holds` gives something; fail with `what` when it never does."""
        deadline, tick_at = time.monotonic() + PATIENCE_SECONDS, 0.0
        while time.monotonic() < deadline:
            if time.monotonic() >= tick_at:
                reconciler.tick(self.runtime)
                tick_at = time.monotonic() + TICK_SECONDS
            self._empty_queues()
            if found := holds():
                return found
            time.sleep(0.05)
        return pytest.fail(f"never happened: {what}")

    def start_round(self, *tenants: Tenant, channel: Channel = Channel.AUTO) -> int:
        """Start a campaign for these tenants."""
        with unit_of_work(self.runtime) as session:
            campaign = start_campaign(
                session,
                name="80+ najaar",
                channel=channel,
                tenant_ids=[tenant.id for tenant in tenants if tenant.id],
                created_by=None,
                now=self.runtime.now(),
            )
        return int(campaign.id or 0)

    def store(self, make: Callable[..., Any], **given: Any) -> Any:
        """Store somebody from the factories."""
        with unit_of_work(self.runtime) as session:
            return make(session, **given)

    def look(self, question: Callable[[Session], Any]) -> Any:
        """Ask the database something."""
        with reading(self.runtime) as session:
            return question(session)

    def check_in(self, tenant: Tenant) -> CheckIn:
        """Give a tenant's newest check-in."""
        query = select(CheckIn).where(col(CheckIn.tenant_id) == tenant.id).order_by(col(CheckIn.id).desc())
        found: CheckIn = self.look(lambda session: session.execute(query).scalars().first())
        return found

    @property
    def number(self) -> str:
        """The landlord's number."""
        return self.runtime.settings.organisation_number


@contextmanager
def open_town(
    database_url: str, redis_url: str, private_key: str, data: Path, pace: Pace = QUICK, **given: Any
) -> Iterator[Town]:
    """Start everything on free ports, and stop it again."""
    server = make_server("127.0.0.1", 0, _not_yet, threaded=True, request_handler=Quiet)
    url = f"http://127.0.0.1:{server.server_port}"
    network = PhoneNetwork(with_an_application(data / "phonenet"), addresses(url), pace=pace).start()
    settings = make_settings(database_url, redis_url, private_key, data, **account(network), public_url=url, **given)
    runtime = make_test_runtime(settings, system_clock)
    scope.use(runtime)
    server.app = quick_app(runtime)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield Town(runtime, network, url)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
        network.stop()
        give_back(runtime.engine)
        runtime.redis.close()


def with_an_application(data: Path) -> Path:
    """Give the network the one application of all towns: to find an RSA key takes longer than all the rest."""
    data.mkdir(exist_ok=True)
    (data / "application.json").write_text(_application())
    return data


@cache
def _application() -> str:
    with tempfile.TemporaryDirectory() as place:
        load_or_create(Path(place))
        return (Path(place) / "application.json").read_text()


def addresses(url: str) -> Addresses:
    """Give the webhooks of a landlord at `url`."""
    hooks = f"{url}/webhooks/vonage"
    return Addresses(
        answer=f"{hooks}/answer",
        event=f"{hooks}/event",
        inbound=f"{hooks}/inbound",
        status=f"{hooks}/status",
        fallback=f"{hooks}/fallback",
    )


def account(network: PhoneNetwork) -> dict[str, str]:
    """Give the settings of the account that the network made."""
    application = network.application
    return {
        "vonage_url": network.url,
        "vonage_application_id": application.application_id,
        "vonage_private_key": application.private_key,
        "vonage_signature_secret": application.signature_secret,
        "vonage_api_key": application.api_key,
        "organisation_number": application.numbers[0],
    }


def plain(settings: Settings) -> dict[str, str]:
    """Give settings as the environment variables of a process."""
    values = {name: getattr(settings, name) for name in type(settings).model_fields}
    return {f"CHECKIN_{name.upper()}": _text(value) for name, value in values.items() if value is not None}


def _text(value: Any) -> str:
    if isinstance(value, SecretStr):
        return value.get_secret_value()
    return ",".join(value) if isinstance(value, frozenset) else str(value)


def _not_yet(_environ: Any, start: Any) -> list[bytes]:
    start("503 Service Unavailable", [])
    return [b""]
