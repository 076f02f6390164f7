"""Properties are checked without a stopwatch: a busy machine must not turn a true sentence into a failure."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("steady", deadline=None)
settings.load_profile("steady")
