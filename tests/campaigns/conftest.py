"""The line of tests/line.py, with a carrier that tells nothing by itself; and the visitors of tests/visitor.py."""

from __future__ import annotations

from tests.line import given, line
from tests.visitor import app, colleague, coordinator

__all__ = ["app", "colleague", "coordinator", "given", "line"]
