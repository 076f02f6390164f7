"""The visitors of tests/visitor.py, and the line of tests/line.py with a carrier that tells nothing by itself."""

from __future__ import annotations

from tests.line import given, line
from tests.visitor import app, colleague, coordinator, samira, visitor

__all__ = ["app", "colleague", "coordinator", "given", "line", "samira", "visitor"]
