"""Rate limits over a rolling second, as the provider counts them."""

from __future__ import annotations

import threading
import time
from collections import deque


class RollingSecond:
    """Lets through so many requests in any one second; refused ones do not count."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.refused = 0
        self._passed: deque[float] = deque()
        self._lock = threading.Lock()

    def allows(self) -> bool:
        now = time.monotonic()
        with self._lock:
            while self._passed and self._passed[0] <= now - 1.0:
                self._passed.popleft()
            if len(self._passed) >= self.limit:
                self.refused += 1
                return False
            self._passed.append(now)
            return True

    def forget(self) -> None:
        with self._lock:
            self._passed.clear()
            self.refused = 0
