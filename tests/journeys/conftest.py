"""Journeys: whole stories over the real wire, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from checkin.embedded import EmbeddedValkey
from tests.town import ALWAYS, Town, open_town


@pytest.fixture
def given() -> dict[str, Any]:
    """Open all day, and telephones that ring for a minute."""
    return {
        "text_hours": ALWAYS,
        "call_hours": ALWAYS,
        "office_hours": ALWAYS,
        "dutch_holidays": False,
        "retry_minutes": 30,
        "key_seconds": 10,
        "ring_seconds": 60,
    }


@pytest.fixture
def impatient(given: dict[str, Any]) -> dict[str, Any]:
    """Try again at once instead of on another part of the day, and wait for keys that nobody will press a moment."""
    given |= {"retry_minutes": 0.005, "key_seconds": 3}
    return given


@pytest.fixture
def short_ring(given: dict[str, Any]) -> dict[str, Any]:
    """Let telephones that nobody touches ring for less than a second."""
    given["ring_seconds"] = 8
    return given


@pytest.fixture
def town(
    database_url: str, valkey: EmbeddedValkey, private_key: str, tmp_path: Path, given: dict[str, Any]
) -> Iterator[Town]:
    """Open the town; when it closes no telephone may have been bothered twice."""
    with open_town(database_url, valkey.url, private_key, tmp_path, **given) as opened:
        yield opened
        assert opened.network.violations == []
