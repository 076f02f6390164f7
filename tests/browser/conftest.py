"""A real Chromium, watched, before a landlord whose clock stands still and before a whole town."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from playwright.sync_api import Browser, BrowserContext, Page
from sqlmodel import col

from checkin.cases.models import Case
from checkin.db import unit_of_work
from checkin.domain.cases import CaseState
from checkin.embedded import EmbeddedValkey
from checkin.phonenet.network import Pace
from tests.browser.watching import Watched
from tests.chromium import PATIENCE
from tests.gallery import Door, House, open_house
from tests.lively import accounts
from tests.screen_story import Story
from tests.town import ALWAYS, Town, open_town

OPEN_ALL_DAY: dict[str, Any] = {
    "text_hours": ALWAYS,
    "call_hours": ALWAYS,
    "office_hours": ALWAYS,
    "dutch_holidays": False,
    "key_seconds": 10,
    "ring_seconds": 60,
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything here: it needs Chromium."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> Callable[[], Path]:
    """Give directories with an empty database in each."""

    def make() -> Path:
        directory = tmp_path_factory.mktemp("house")
        shutil.copy(sqlite_template, directory / "checkin.db")
        return directory

    return make


@pytest.fixture(scope="module")
def house(place: Callable[[], Path], valkey_server: EmbeddedValkey, private_key: str) -> Iterator[House]:
    """A landlord on a busy Wednesday morning."""
    data = place()
    with open_house(data / "checkin.db", valkey_server.url, private_key, data) as opened:
        yield opened


@pytest.fixture(scope="module")
def bare_house(place: Callable[[], Path], valkey_server: EmbeddedValkey, private_key: str) -> Iterator[House]:
    """A landlord on the first day: three accounts and nothing else."""
    data = place()
    with open_house(data / "checkin.db", valkey_server.url, private_key, data, lively=False) as opened:
        yield opened


@dataclass
class OpenTown:
    """A town and the door of its landlord."""

    town: Town
    door: Door


@pytest.fixture(scope="module")
def pace() -> Pace:
    """Telephones on which people take the time that people take; but what is said is said in no time."""
    return Pace(speech_rate=5000.0)


@pytest.fixture(scope="module")
def open_all_day(
    place: Callable[[], Path], valkey_server: EmbeddedValkey, private_key: str, pace: Pace
) -> Iterator[OpenTown]:
    """A whole town with Samira, Ton and Sanne at work."""
    data = place()
    url = f"sqlite:///{data / 'checkin.db'}"
    with open_town(url, valkey_server.url, private_key, data, pace, **OPEN_ALL_DAY) as town:
        with unit_of_work(town.runtime) as session:
            accounts(Story(session, town.runtime.now()))
        yield OpenTown(town, Door(town.url))
        assert town.network.violations == []


@pytest.fixture
def town(open_all_day: OpenTown) -> Iterator[Town]:
    """The town, in which nobody waits when a test begins."""
    yield open_all_day.town
    with unit_of_work(open_all_day.town.runtime) as session:
        ended = {"state": CaseState.CLOSED, "closed_at": open_all_day.town.runtime.now(), "claimed_by": None}
        session.execute(sa.update(Case).where(col(Case.state) != CaseState.CLOSED).values(**ended, claim_ends_at=None))


@pytest.fixture
def watched() -> Iterator[Watched]:
    """Watch every window of a test."""
    watcher = Watched()
    yield watcher
    assert watcher.problems == []


Opening = Callable[..., Page]


@pytest.fixture
def window(chromium: Browser, watched: Watched) -> Iterator[Opening]:
    """Open windows: `window(house.door, SAMIRA)`; all are closed in the end."""
    opened: list[BrowserContext] = []

    def show(door: Door, who: str = "", **options: Any) -> Page:
        context = door.enter(chromium, who, **options)
        opened.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        watched.watch(page)
        return page

    yield show
    for context in opened:
        context.close()
