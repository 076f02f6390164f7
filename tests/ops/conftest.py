"""What the tests of running the service need: commands that find their settings."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pydantic import SecretStr

from checkin import cli
from checkin.settings import Settings

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def logs_as_they_were() -> Iterator[None]:
    """Give the logs back: a command sends them to its own standard error."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture
def run(settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run `checkin …` with the settings of the test, as variables."""
    monkeypatch.setenv("CHECKIN_ENV_FILE", str(tmp_path / "no.env"))
    for name in sorted(settings.model_fields_set):
        value = getattr(settings, name)
        text = value.get_secret_value() if isinstance(value, SecretStr) else str(value)
        monkeypatch.setenv(f"CHECKIN_{name.upper()}", ",".join(value) if isinstance(value, frozenset) else text)
    return lambda *arguments, **given: CliRunner().invoke(cli.main, [str(one) for one in arguments], **given)
