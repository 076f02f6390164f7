"""The line of tests/line.py, and the visitors of tests/visitor.py."""

from tests.line import given, line
from tests.visitor import administrator, app, colleague, coordinator, samira, visitor

__all__ = ["administrator", "app", "colleague", "coordinator", "given", "line", "samira", "visitor"]
