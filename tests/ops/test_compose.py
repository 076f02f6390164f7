"""docker-compose.yml and Dockerfile, as far as they can be checked without Docker: all that they name exists."""

from __future__ import annotations

import importlib.util
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from checkin import cli
from checkin.embedded import EmbeddedValkey
from checkin.jobs import Queue
from checkin.settings import Settings, load_settings

ROOT = Path(__file__).parents[2]
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = {name: service for name, service in SERVICES.items() if service.get("build")}
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")
IMAGE_SETTINGS = set(re.findall(r"CHECKIN_\w+", DOCKERFILE))


def example() -> dict[str, str]:
    lines = (ROOT / "docs" / "example.env").read_text("utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


@pytest.mark.parametrize("name", OURS)
def test_every_command_exists(name: str) -> None:
    program, *rest = OURS[name]["command"]
    if program == "checkin":
        assert CliRunner().invoke(cli.main, [*rest, "--help"]).exit_code == 0
        return
    assert [program, *rest[:2]] == ["python", "-m", "workers"]
    assert importlib.util.find_spec("workers.__main__")
    assert rest[2] in [*Queue, "reconciler"]


def test_every_queue_has_a_worker_of_its_own_and_there_is_a_reconciler() -> None:
    workers = [
        service["command"][-1] for service in OURS.values() if service["command"][:3] == ["python", "-m", "workers"]
    ]
    assert sorted(workers) == sorted([*Queue, "reconciler"])


@pytest.mark.parametrize("name", OURS)
def test_every_setting_that_is_named_exists(name: str) -> None:
    named = {*OURS[name]["environment"], *OURS[name]["secrets"], *IMAGE_SETTINGS, *example()}
    assert {setting.lower().removeprefix("checkin_") for setting in named} <= set(Settings.model_fields)


def test_every_setting_that_is_needed_is_given(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    web = OURS["web"]
    monkeypatch.setenv("CHECKIN_ENV_FILE", str(ROOT / "docs" / "example.env"))
    for name, value in web["environment"].items():
        monkeypatch.setenv(name, value)
    secrets = {"database_url": "postgresql://checkin:word@database/checkin", "secret_key": "k" * 48}
    for name in web["secrets"]:
        (tmp_path / name).write_text(secrets.get(name.removeprefix("checkin_"), "made by the provider") + "\n")
    monkeypatch.setattr("checkin.settings.SECRETS_DIRECTORY", tmp_path)
    read = load_settings()
    assert read.secret_key.get_secret_value() == "k" * 48
    assert read.trusted_proxies == 1


def test_every_secret_comes_from_a_file() -> None:
    used = {secret for service in SERVICES.values() for secret in service.get("secrets", [])}
    assert used == set(COMPOSE["secrets"])
    assert all(set(secret) == {"file"} for secret in COMPOSE["secrets"].values())


def test_nothing_but_the_web_is_reachable_and_only_from_this_machine() -> None:
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["web"]
    assert all(port.startswith("127.0.0.1:") for port in SERVICES["web"]["ports"])
    assert COMPOSE["networks"]["inside"]["internal"] is True
    assert SERVICES["database"]["networks"] == ["inside"]
    assert SERVICES["valkey"]["network_mode"] == "none"


def test_every_image_is_pinned_to_a_version() -> None:
    bases = re.findall(r"^FROM (\S+)", DOCKERFILE, re.MULTILINE)
    images = [service["image"] for service in SERVICES.values()] + bases
    assert all(re.fullmatch(r"[a-z/]+:\d+\.\d+[\w.-]*", image) for image in images), images
    assert re.search(r"uv==\d+\.\d+\.\d+", DOCKERFILE)


def test_our_image_carries_our_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert {service["image"] for service in OURS.values()} == {f"checkin:{version}"}


def test_the_uv_of_the_image_is_the_uv_of_the_makefile() -> None:
    pinned = re.search(r"^UV_VERSION := (\S+)", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert pinned
    assert f"uv=={pinned[1]}" in DOCKERFILE


def test_every_service_comes_back_and_has_time_to_stop() -> None:
    for name, service in SERVICES.items():
        assert service["restart"] == ("no" if name == "upgrade" else "unless-stopped")
        assert "stop_grace_period" in service


def test_what_is_waited_for_says_when_it_is_healthy() -> None:
    for name in ("web", "database", "valkey"):
        assert SERVICES[name]["healthcheck"]["test"]


def test_every_volume_and_network_that_is_used_is_declared() -> None:
    for service in SERVICES.values():
        assert {volume.split(":")[0] for volume in service.get("volumes", [])} <= set(COMPOSE["volumes"])
        assert set(service.get("networks", [])) <= set(COMPOSE["networks"])


def test_valkey_there_keeps_its_data_as_the_embedded_one_does(tmp_path: Path) -> None:
    def pairs(command: list[str]) -> set[tuple[str, str]]:
        return {(command[at], command[at + 1]) for at in range(len(command) - 1) if command[at].startswith("--")}

    kept = {"--port", "--appendonly", "--appendfsync", "--maxmemory", "--maxmemory-policy"}
    embedded = {pair for pair in pairs(list(EmbeddedValkey(tmp_path).command)) if pair[0] in kept}
    assert embedded == {pair for pair in pairs(SERVICES["valkey"]["command"]) if pair[0] in kept}


def test_everything_that_stays_up_is_watched() -> None:
    """A worker that hangs is a tenant who waits; `upgrade` ends by itself."""
    assert {name for name, service in SERVICES.items() if "healthcheck" not in service} == {"upgrade"}
    checks = [SERVICES[name]["healthcheck"]["test"] for name in [*Queue, "reconciler"]]
    assert all(check == ["CMD", "python", "-m", "workers.alive"] for check in checks)
    assert importlib.util.find_spec("workers.alive")
