"""People who sign in."""

from __future__ import annotations

from tests.visitor import app, colleague, coordinator, samira

__all__ = ["app", "colleague", "coordinator", "samira"]
