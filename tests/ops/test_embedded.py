"""The embedded Valkey: a real server that keeps what it was given."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from checkin.embedded import LONGEST_SOCKET_PATH, EmbeddedValkey, NoValkey


def test_what_was_written_survives_a_power_cut(tmp_path: Path) -> None:
    with EmbeddedValkey(tmp_path) as valkey:
        valkey.client().set("bell", "rung")
        time.sleep(1.1)  # it writes to disk every second
        valkey.kill()
        valkey.start()
        assert valkey.client().get("bell") == b"rung"


def test_it_can_be_started_empty(tmp_path: Path) -> None:
    with EmbeddedValkey(tmp_path) as valkey:
        valkey.client().set("bell", "rung")
        valkey.kill()
        valkey.forget()
        valkey.start()
        assert valkey.client().get("bell") is None


def test_a_server_for_tests_writes_nothing(tmp_path: Path) -> None:
    with EmbeddedValkey(tmp_path, durable=False) as valkey:
        valkey.client().set("bell", "rung")
        valkey.kill()
        valkey.start()
        assert valkey.client().get("bell") is None


def test_only_we_can_reach_it_and_nothing_is_ever_thrown_away(tmp_path: Path) -> None:
    with EmbeddedValkey(tmp_path / "valkey") as valkey:
        assert stat.S_IMODE(valkey.socket.stat().st_mode) == 0o700
        assert stat.S_IMODE(valkey.directory.stat().st_mode) == 0o700
        assert valkey.client().info("memory")["maxmemory_policy"] == "noeviction"
        assert valkey.client().info("server")["tcp_port"] == 0


def test_a_deep_directory_gets_its_socket_in_a_short_place(tmp_path: Path) -> None:
    deep = tmp_path / ("a" * 60) / ("b" * 60)
    with EmbeddedValkey(deep) as valkey:
        assert len(os.fsencode(valkey.socket)) <= LONGEST_SOCKET_PATH
        assert valkey.client().ping()
        assert EmbeddedValkey(deep).url == valkey.url
        assert EmbeddedValkey(deep / "other").url != valkey.url
    valkey.socket.parent.rmdir()


def test_a_server_that_cannot_start_says_why(tmp_path: Path) -> None:
    (tmp_path / "appendonlydir").write_text("not a directory")
    with pytest.raises(NoValkey, match="did not start"):
        EmbeddedValkey(tmp_path).start()


def test_it_goes_when_the_process_that_started_it_is_killed(tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from checkin.embedded import EmbeddedValkey;"
        "v = EmbeddedValkey(Path(sys.argv[1])); v.start(); print('ready', flush=True); time.sleep(60)"
    )
    parent = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert parent.stdout
    assert parent.stdout.readline() == "ready\n"
    (server,) = psutil.Process(parent.pid).children()
    parent.send_signal(signal.SIGKILL)
    parent.communicate()
    server.wait(timeout=10)
