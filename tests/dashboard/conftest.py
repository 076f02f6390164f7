"""An empty database and a story to tell in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import Session, SQLModel

from checkin.db import make_engine
from checkin.models import TABLES
from tests.cases.conftest import telling
from tests.screen_story import Story
from tests.visitor import administrator, app, colleague, coordinator, samira, visitor

__all__ = ["administrator", "app", "colleague", "coordinator", "samira", "telling", "visitor"]


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    assert TABLES
    engine = make_engine(f"sqlite:///{tmp_path}/story.db")
    SQLModel.metadata.create_all(engine)
    with Session(engine, expire_on_commit=False) as session:
        yield Story(session)
    engine.dispose()
