"""A value that is read from the database every few seconds, and not for every question that needs it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection

Value = TypeVar("Value")


class Kept(Generic[Value]):
    """Looks again when the value is too old. One thread looks; the others go on with what is known meanwhile.

    While the database is away the value of a moment ago is the best there is.
    """

    def __init__(self, look: Callable[[Value | None], Value], seconds: float) -> None:
        self._look_up = look
        self._seconds = seconds
        self._lock = threading.Lock()
        self._look_at = 0.0
        self._forgotten = 0
        self._known: Value | None = None

    def get(self) -> Value:
        """Give the value, at most some seconds old. Raises OperationalError when there never was one."""
        known = self._known
        if known is not None and (time.monotonic() < self._look_at or not self._lock.acquire(blocking=False)):
            return known
        if known is None:
            self._lock.acquire()
        try:
            return self._look()
        finally:
            self._lock.release()

    def forget(self) -> None:
        """Look again at the next question: this process changed what is behind the value."""
        self._forgotten += 1
        self._look_at = 0.0

    def _look(self) -> Value:
        forgotten = self._forgotten
        try:
            self._known = self._look_up(self._known)
        except (OperationalError, NoConnection):
            if self._known is None:
                raise
        if forgotten == self._forgotten:
            self._look_at = time.monotonic() + self._seconds
        return self._known
