"""The jobs that let texts and calls leave, at the provider's pace."""

from __future__ import annotations

from checkin.jobs import Queue
from workers.hearing import heard
from workers.scope import scope
from workers.sending import CALLS, TEXTS, send_due


def send_texts() -> None:
    """Send every text that is due, until there is none or this job's time is up."""
    heard(scope.runtime, Queue.TEXTS)
    send_due(scope.runtime, TEXTS)


def start_calls() -> None:
    """Start every call that is due, until there is none or this job's time is up."""
    heard(scope.runtime, Queue.CALLS)
    send_due(scope.runtime, CALLS)
