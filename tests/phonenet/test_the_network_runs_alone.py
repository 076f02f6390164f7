"""The network as a process of its own, and the file that it leaves for others."""

from __future__ import annotations

import json
import shutil
import signal
import stat
import subprocess
import sys
from pathlib import Path

import urllib3
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from checkin.phonenet.network import PhoneNetwork
from tests.phonenet.landlord import wait_for


def test_it_starts_writes_its_keys_and_ends_on_a_signal(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "checkin.phonenet", "--port", "0", "--data", str(tmp_path), "--time-scale", "10"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = process.stdout.readline().split()[-1].removesuffix("/handset")
        assert address.startswith("http://127.0.0.1:")
        with urllib3.PoolManager() as pool:
            assert pool.request("GET", f"{address}/health").json() == {"ok": True}
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=5) == 0
    path = tmp_path / "application.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    written = json.loads(path.read_text("utf-8"))
    assert list(written) == ["application_id", "private_key", "signature_secret", "api_key", "numbers"]
    assert written["private_key"].startswith("-----BEGIN PRIVATE KEY-----")
    key = load_pem_private_key(written["private_key"].encode(), password=None)
    assert key.key_size == 2048  # type: ignore[union-attr]
    assert len(written["numbers"]) == 2
    assert len(written["signature_secret"]) >= 32


def test_two_stops_and_a_restart_do_no_harm(tmp_path: Path, keys: Path) -> None:
    shutil.copy(keys, tmp_path)
    network = PhoneNetwork(tmp_path).start()
    network.stop()
    network.stop()
    with PhoneNetwork(tmp_path) as again:
        assert again.application == network.application
        wait_for(lambda: again.port)
