"""The visitors of tests/visitor.py."""

from tests.visitor import administrator, app, colleague, coordinator, samira, visitor

__all__ = ["administrator", "app", "colleague", "coordinator", "samira", "visitor"]
