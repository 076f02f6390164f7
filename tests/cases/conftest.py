"""The visitors of tests/visitor.py, and a story that they find in the database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

from checkin.db import unit_of_work
from checkin.runtime import Runtime
from tests.screen_story import Story
from tests.visitor import administrator, app, colleague, coordinator, samira, visitor

__all__ = ["administrator", "app", "colleague", "coordinator", "samira", "visitor"]

Telling = Callable[[], AbstractContextManager[Story]]


@pytest.fixture
def telling(runtime: Runtime) -> Telling:
    """Open a unit of work and tell a part of the story in it: `with telling() as story:`."""

    @contextmanager
    def tell() -> Iterator[Story]:
        with unit_of_work(runtime) as session:
            yield Story(session, runtime.now())

    return tell
