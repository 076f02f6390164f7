"""An empty database and a story to tell in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import Session

from tests.cases.conftest import telling
from tests.conftest import fresh_sqlite
from tests.engines import give_back, lend_engine
from tests.ops.conftest import logs_as_they_were, run
from tests.screen_story import Story
from tests.visitor import app, colleague, coordinator

__all__ = ["app", "colleague", "coordinator", "logs_as_they_were", "run", "telling"]


@pytest.fixture
def story(sqlite_template: Path) -> Iterator[Story]:
    engine = lend_engine(fresh_sqlite(sqlite_template, "story.db"))
    with Session(engine, expire_on_commit=False) as session:
        yield Story(session)
    give_back(engine)
