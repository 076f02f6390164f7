"""What was worked out before: in a list of tenants the same places, streets and surnames come back all the time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from checkin.tenants.cells import SEEN_BEFORE

Key = TypeVar("Key")
Found = TypeVar("Found")


class Seen(dict[Key, Found], Generic[Key, Found]):
    """Answers of a function without side effects, a few thousand of them: a look at one that is there costs no call."""

    def __init__(self, work_out: Callable[[Key], Found]) -> None:
        self._work_out = work_out

    def __missing__(self, key: Key) -> Found:
        if len(self) >= SEEN_BEFORE:
            self.clear()
        found = self[key] = self._work_out(key)
        return found
