"""A worker leaves signs of life, and whoever watches it finds out when they stop."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from checkin.jobs import Queue
from checkin.runtime import Runtime
from checkin.tenants.example import EXAMPLE
from tests.workers.conftest import a_file_waits
from workers import alive, reconciler
from workers.imports import work_on_every_import
from workers.rq_worker import make_worker

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture(autouse=True)
def own_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))


def watched(directory: Path) -> int:
    environment = {**os.environ, "TMPDIR": str(directory)}
    return subprocess.run([sys.executable, "-m", "workers.alive"], check=False, env=environment).returncode


def test_a_worker_that_never_started_is_not_alive(runtime: Runtime, tmp_path: Path) -> None:
    assert runtime.settings
    assert watched(tmp_path) == 1


def test_the_worker_of_a_queue_leaves_signs_of_life(runtime: Runtime, tmp_path: Path) -> None:
    make_worker(runtime.redis, Queue.TEXTS).work(burst=True, logging_level="ERROR")
    assert watched(tmp_path) == 0


def test_the_reconciler_leaves_signs_of_life_and_they_grow_old(runtime: Runtime, tmp_path: Path) -> None:
    stop = threading.Event()
    thread = threading.Thread(target=reconciler.run, args=(runtime, stop))
    thread.start()
    deadline = time.monotonic() + 10
    while not alive.is_alive() and time.monotonic() < deadline:
        time.sleep(0.01)
    stop.set()
    thread.join()
    assert watched(tmp_path) == 0
    [file] = tmp_path.glob("checkin-alive")
    long_ago = time.time() - alive.SECONDS - 1
    os.utime(file, (long_ago, long_ago))
    assert watched(tmp_path) == 1


def test_an_import_leaves_signs_of_life_however_long_it_takes(runtime: Runtime, tmp_path: Path) -> None:
    a_file_waits(runtime, EXAMPLE)
    work_on_every_import(runtime)
    assert watched(tmp_path) == 0
