"""What every job shares: one runtime for the process, built before the first job."""

from __future__ import annotations

import threading
import time

from checkin import logs
from checkin.runtime import Runtime, make_runtime
from checkin.settings import load_settings

LOOK_SECONDS = 0.05


class Quiet:
    """Tells a job whether to look once more: it stays a moment, because a job for each small thing costs far more."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._since = time.monotonic()

    def over(self, *, busy: bool) -> bool:
        """Tell whether nothing has happened for long enough; wait a little when it has not."""
        now = time.monotonic()
        if busy:
            self._since = now
            return False
        if now - self._since >= self._seconds:
            return True
        self.gather()
        return False

    def gather(self, seconds: float = LOOK_SECONDS) -> None:
        """Let a few more come in, so that one look finds them all; at once when nobody lingers."""
        time.sleep(min(seconds, self._seconds))


class Scope:
    """Holds the runtime of this worker process; tests put their own in."""

    def __init__(self) -> None:
        self._runtime: Runtime | None = None
        self.stopping = threading.Event()
        """Set when this process was asked to stop: finish what is under way, take nothing new."""
        self.linger_seconds = 0.0
        """How long a job stays after its last piece of work; a worker process sets it."""

    def use(self, runtime: Runtime) -> None:
        """Work with this runtime from here on."""
        self._runtime = runtime

    def quiet(self) -> Quiet:
        """Begin to watch for quiet."""
        return Quiet(self.linger_seconds)

    @property
    def runtime(self) -> Runtime:
        """Give the runtime, made from the settings when nobody gave one."""
        if self._runtime is None:
            settings = load_settings()
            logs.configure(settings.log_level)
            self._runtime = make_runtime(settings)
        return self._runtime


scope = Scope()
