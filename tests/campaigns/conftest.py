"""The line of tests/line.py, with a carrier that tells nothing by itself."""

from __future__ import annotations

from tests.line import given, line

__all__ = ["given", "line"]
