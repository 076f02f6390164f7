"""`checkin demo`: the whole system in one command, and nothing left of it after Ctrl-C but its data."""

from __future__ import annotations

import json
import os
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import psutil
import pytest
from click.testing import CliRunner

from checkin import cli

CHECKIN = Path(sys.executable).with_name("checkin")


def free_ports(count: int) -> list[int]:
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


class Demo:
    """One data directory, started and stopped as a newcomer does."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.port, self.phone_port = free_ports(2)
        self.process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        self.process = subprocess.Popen(
            [CHECKIN, "demo", "--data", self.data, "--port", str(self.port), "--phone-port", str(self.phone_port)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def words_until(self, word: str) -> str:
        assert self.process
        assert self.process.stdout
        said = ""
        for line in self.process.stdout:
            said += line
            if word in line:
                return said
        raise AssertionError(said)

    def page(self, path: str) -> int:
        with urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=5) as answer:
            return int(answer.status)

    def status(self) -> dict[str, Any]:
        command = [CHECKIN, "status", "--json", "--data", self.data]
        return dict(json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))

    def count(self, rows: str) -> int:
        with closing(sqlite3.connect(f"file:{self.data}/checkin.db?mode=ro", uri=True)) as database:
            return int(database.execute(f"SELECT count(*) FROM {rows}").fetchone()[0])  # noqa: S608 - our own words

    def stop(self) -> int:
        """Press Ctrl-C: everything that runs in the terminal hears it."""
        assert self.process
        os.killpg(self.process.pid, signal.SIGINT)
        try:
            return self.process.wait(timeout=20)
        finally:
            self.process.communicate()

    def left(self) -> list[str]:
        return [
            str(one.info["cmdline"])
            for one in psutil.process_iter(["cmdline"])
            if str(self.data) in str(one.info["cmdline"])
        ]


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Demo]:
    one = Demo(tmp_path / "data")
    yield one
    if one.process:
        if one.process.poll() is None:
            one.process.kill()
        one.process.communicate()


def until(true: Any, seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.2)


def test_the_demo_comes_alive_stops_cleanly_and_goes_on_where_it_was(demo: Demo) -> None:
    demo.start()
    first = demo.words_until("Ctrl-C")
    assert f"http://127.0.0.1:{demo.port}" in first
    assert f"http://127.0.0.1:{demo.phone_port}/handset" in first
    assert demo.page("/health") == 200
    until(lambda: demo.count("check_in WHERE state <> 'planned'") == 40)
    seen = demo.status()
    assert seen["tenants"] == sum(seen["check_ins"].values()) == 40
    assert seen["workers"] == 5
    assert demo.stop() == 0
    assert demo.left() == []
    with pytest.raises(URLError):
        demo.page("/health")
    for name in ("settings.env", "secrets.json", "phonenet/application.json"):
        assert stat.S_IMODE((demo.data / name).stat().st_mode) == 0o600, name
    assert stat.S_IMODE(demo.data.stat().st_mode) == 0o700

    replies = demo.count("reply")
    demo.start()
    again = demo.words_until("Ctrl-C")
    sign_ins = [line for line in first.splitlines() if "@demo.example" in line]
    assert len(sign_ins) == 2
    assert sign_ins == [line for line in again.splitlines() if "@demo.example" in line]
    assert (demo.count("tenant"), demo.count("staff"), demo.count("campaign")) == (40, 2, 1)
    assert demo.count("reply") >= replies
    refused = CliRunner().invoke(cli.main, ["demo", "--data", str(demo.data)])
    assert refused.exit_code == 2
    assert "a demo is running with the data in" in refused.stderr

    assert demo.process
    demo.process.kill()
    until(lambda: not demo.left(), 15)


def test_a_port_that_is_taken_is_named(demo: Demo) -> None:
    with socket.create_server(("127.0.0.1", demo.port)):
        refused = CliRunner().invoke(cli.main, ["demo", "--data", str(demo.data), "--port", str(demo.port)])
    assert refused.exit_code == 2
    assert f"port {demo.port} is taken" in refused.stderr
    assert not (demo.data / "checkin.db").exists()


def test_status_of_a_demo_that_never_ran_says_how_to_start_one(tmp_path: Path) -> None:
    refused = CliRunner().invoke(cli.main, ["status", "--json", "--data", str(tmp_path / "nowhere")])
    assert refused.exit_code == 2
    assert "make demo DATA=" in refused.stderr
