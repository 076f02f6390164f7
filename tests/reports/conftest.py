"""An empty database and a story to tell in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import Session, SQLModel

from checkin.db import make_engine
from checkin.models import TABLES
from tests.cases.conftest import telling
from tests.ops.conftest import logs_as_they_were, run
from tests.screen_story import Story
from tests.visitor import app, colleague, coordinator

__all__ = ["app", "colleague", "coordinator", "logs_as_they_were", "run", "telling"]


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    assert TABLES
    engine = make_engine(f"sqlite:///{tmp_path}/story.db")
    SQLModel.metadata.create_all(engine)
    with Session(engine, expire_on_commit=False) as session:
        yield Story(session)
    engine.dispose()
