"""The job that handles what came in: texts, and the reports about texts and calls."""

from __future__ import annotations

from checkin.jobs import Queue
from workers.events import handle_open_events
from workers.hearing import heard
from workers.scope import scope


def handle_events() -> None:
    """Handle every stored webhook that nobody handled yet."""
    heard(scope.runtime, Queue.REPLIES)
    handle_open_events(scope.runtime)
