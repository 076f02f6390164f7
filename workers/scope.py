"""What every job shares: one runtime for the process, built before the first job."""

from __future__ import annotations

import threading

from checkin import logs
from checkin.runtime import Runtime, make_runtime
from checkin.settings import load_settings


class Scope:
    """Holds the runtime of this worker process; tests put their own in."""

    def __init__(self) -> None:
        self._runtime: Runtime | None = None
        self.stopping = threading.Event()
        """Set when this process was asked to stop: finish what is under way, take nothing new."""

    def use(self, runtime: Runtime) -> None:
        """Work with this runtime from here on."""
        self._runtime = runtime

    @property
    def runtime(self) -> Runtime:
        """Give the runtime, made from the settings when nobody gave one."""
        if self._runtime is None:
            settings = load_settings()
            logs.configure(settings.log_level)
            self._runtime = make_runtime(settings)
        return self._runtime


scope = Scope()
