"""The line of tests/line.py, the visitors of tests/visitor.py, and short ways to do what a colleague does."""

from __future__ import annotations

from tests.cases.conftest import telling
from tests.line import given, line
from tests.visitor import app, colleague, coordinator, samira

__all__ = ["app", "colleague", "coordinator", "given", "line", "samira", "telling"]
