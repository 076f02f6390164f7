"""A sign of life for whoever watches from outside: `python -m workers.alive` fails when this machine's worker hangs.

A file with a time is all that is needed: each container runs one worker, and asks neither Redis nor the database.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

SECONDS = 90
"""Three times as long as a job may take."""


def _file() -> Path:
    return Path(tempfile.gettempdir()) / "checkin-alive"


def say_alive() -> None:
    """Leave a sign of life; a full disk is no reason to stop working."""
    try:
        _file().touch()
    except OSError:
        return


def is_alive() -> bool:
    """Tell whether the last sign of life is young enough."""
    try:
        return time.time() - _file().stat().st_mtime < SECONDS
    except FileNotFoundError:
        return False


if __name__ == "__main__":
    sys.exit(0 if is_alive() else 1)
