"""The network's clock: one thread and a heap, so that thousands of waits cost nothing."""

from __future__ import annotations

import heapq
import itertools
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime

import structlog

log = structlog.get_logger(__name__)


class Timer:
    """One action in the future, which can be called off."""

    __slots__ = ("action",)

    def __init__(self, action: Callable[[], None]) -> None:
        self.action: Callable[[], None] | None = action

    def cancel(self) -> None:
        self.action = None


class Clock:
    """Runs actions after network seconds: real seconds divided by the time scale."""

    def __init__(self, time_scale: float = 1.0) -> None:
        self.time_scale = time_scale
        self._heap: list[tuple[float, int, Timer]] = []
        self._order = itertools.count()
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._stopped = False

    @staticmethod
    def now() -> float:
        return time.time()

    def after(self, seconds: float, action: Callable[[], None]) -> Timer:
        timer = Timer(action)
        due = time.monotonic() + max(seconds, 0.0) / self.time_scale
        with self._changed:
            heapq.heappush(self._heap, (due, next(self._order), timer))
            if self._heap[0][2] is timer:
                self._changed.notify()
        return timer

    def start(self) -> None:
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name="phonenet-clock", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        with self._changed:
            self._stopped = True
            self._heap.clear()
            self._changed.notify()
        if self._thread is not None:
            self._thread.join(timeout=5)

    def forget(self) -> None:
        """Call off everything that waits."""
        with self._changed:
            self._heap.clear()

    def _run(self) -> None:
        while (timer := self._next()) is not None:
            action = timer.action
            if action is None:
                continue
            try:
                action()
            except Exception:  # one broken action must not stop the clock of all telephones
                log.exception("phonenet.action_failed")

    def _next(self) -> Timer | None:
        with self._changed:
            while not self._stopped:
                if not self._heap:
                    self._changed.wait()
                    continue
                left = self._heap[0][0] - time.monotonic()
                if left <= 0:
                    return heapq.heappop(self._heap)[2]
                self._changed.wait(left)
        return None


def webhook_time(moment: float) -> str:
    """Write a moment as voice webhooks do: 2020-01-01T12:00:00.000Z."""
    return datetime.fromtimestamp(moment, UTC).isoformat(timespec="milliseconds")[:-6] + "Z"


def message_time(moment: float) -> str:
    """Write a moment as message webhooks do: 2025-02-03T12:14:25Z."""
    return datetime.fromtimestamp(moment, UTC).isoformat(timespec="seconds")[:-6] + "Z"
