"""The line of tests/line.py."""

from tests.line import line

__all__ = ["line"]
