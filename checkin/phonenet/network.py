"""The phone network as one thing: start it, use it, stop it."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from checkin.phonenet.application import load_or_create
from checkin.phonenet.call_events import CallEvents
from checkin.phonenet.clock import Clock
from checkin.phonenet.exchange import Addresses, Exchange
from checkin.phonenet.faults import Faults
from checkin.phonenet.handsets import Handset, Handsets
from checkin.phonenet.limits import RollingSecond
from checkin.phonenet.neighbours import Neighbours
from checkin.phonenet.store import Store
from checkin.phonenet.switchboard import Switchboard
from checkin.phonenet.texts import Texts
from checkin.phonenet.web import create_app
from checkin.phonenet.webhooks import Webhooks
from checkin.phonenet.wire import Timeouts, Wire
from checkin.phonenet.workers import Workers

Json = dict[str, Any]

WORKERS = 24


@dataclass(frozen=True)
class Pace:
    """How fast the network is, and how much it lets through each second."""

    time_scale: float = 1.0
    speech_rate: float = 200.0
    texts_per_second: int = 30
    calls_per_second: int = 3
    others_per_second: int = 15


@dataclass(frozen=True)
class Limits:
    """The rolling seconds of the provider."""

    texts: RollingSecond
    calls: RollingSecond
    others: RollingSecond

    def forget(self) -> None:
        for limit in (self.texts, self.calls, self.others):
            limit.forget()


class QuietHandler(WSGIRequestHandler):
    """Says nothing about each request: addresses hold telephone numbers."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None: ...


@dataclass
class PhoneNetwork:
    """The local phone network; `with PhoneNetwork(path) as network:` runs it on a free port."""

    data: Path
    urls: Addresses = field(default_factory=Addresses)
    neighbours_active: bool = False
    colleagues: frozenset[str] = frozenset()
    """Numbers of the landlord's own people: their neighbours pick up and press 1."""
    pace: Pace = field(default_factory=Pace)
    timeouts: Timeouts = field(default_factory=Timeouts)
    host: str = "127.0.0.1"

    def __post_init__(self) -> None:
        self.application = load_or_create(self.data)
        self.public_key = self.application.public_key()
        self.port = 0
        self.faults = Faults()
        self.limits = Limits(
            texts=RollingSecond(self.pace.texts_per_second),
            calls=RollingSecond(self.pace.calls_per_second),
            others=RollingSecond(self.pace.others_per_second),
        )
        self.clock = Clock(self.pace.time_scale)
        self._store = Store(self.data / "phonenet.sqlite3")
        self._workers = Workers(WORKERS)
        self._wire = Wire(self.application, self.faults, self.timeouts)
        self.webhooks = Webhooks(
            wire=self._wire,
            clock=self.clock,
            faults=self.faults,
            store=self._store,
            workers=self._workers,
        )
        self._connect_parts()
        self._server: BaseWSGIServer | None = None
        self._thread: threading.Thread | None = None

    def _connect_parts(self) -> None:
        self.exchange = Exchange(
            application=self.application,
            clock=self.clock,
            store=self._store,
            faults=self.faults,
            webhooks=self.webhooks,
            urls=self.urls,
            speech_rate=self.pace.speech_rate,
        )
        self.texts = Texts(self.exchange)
        self.switchboard = Switchboard(self.exchange, CallEvents(self.exchange, lambda: self.url))
        self.handsets = Handsets(self.exchange, self.texts, self.switchboard)
        self.neighbours = Neighbours(self.handsets, active=self.neighbours_active, colleagues=self.colleagues)
        self.neighbours.attach()

    @property
    def url(self) -> str:
        return f"http://{self.host}:{self.port}"

    @property
    def violations(self) -> list[Json]:
        """What would have bothered a tenant: repeated client_refs and second calls."""
        return list(self.exchange.violations)

    def handset(self, number: str) -> Handset:
        return self.handsets.find(number)

    def start(self, port: int = 0) -> Self:
        """Listen, and go on where an earlier run stopped."""
        self._server = make_server(self.host, port, create_app(self), threaded=True, request_handler=QuietHandler)
        self.port = self._server.server_port
        self._workers.start()
        self.clock.start()
        self.exchange.load()
        self.handsets.load()
        self.neighbours.load()
        self.texts.load()
        self.switchboard.load()
        self.webhooks.resume()
        self._thread = threading.Thread(
            target=self._server.serve_forever,
            kwargs={"poll_interval": 0.02},
            name="phonenet",
            daemon=True,
        )
        self._thread.start()
        return self

    def stop(self) -> None:
        """Stop listening; what could not be told yet is kept for the next run."""
        if self._server is None:
            return
        self._server.shutdown()
        self._server.server_close()
        self._server = None
        self.clock.stop()
        self.webhooks.keep_undelivered()
        self._workers.stop()
        self._wire.close()
        self._store.close()

    def reset(self) -> None:
        """Forget every text, call, violation and fault."""
        with self.exchange.lock:
            self.clock.forget()
            self.faults.set([])
            self.limits.forget()
            self.switchboard.forget()
            self.texts.forget()
            self.webhooks.forget()
            self.handsets.by_hand.clear()
            self.exchange.violations.clear()
            self._store.clear()
            self.neighbours.forget()

    def __enter__(self) -> Self:
        return self if self._server is not None else self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()
