"""The line of tests/line.py, and the visitors of tests/visitor.py."""

from __future__ import annotations

from tests.line import given, line
from tests.visitor import app, colleague, coordinator, samira

__all__ = ["app", "colleague", "coordinator", "given", "line", "samira"]
