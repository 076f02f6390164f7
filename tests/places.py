"""Where databases of the tests live: in memory, where the machine has room there, for they outlive nothing."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

MEMORY = Path("/dev/shm")  # noqa: S108  each gets a new directory in it
ROOM = 2 * 1024**3
"""Bytes that are enough for the servers of several test processes."""


def new_directory(name: str) -> Path:
    """Make a directory for one database, or a server of them."""
    memory = MEMORY if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM else None
    # Not below the directories of pytest: PostgreSQL drops its rights, and other test runs close theirs to it.
    return Path(tempfile.mkdtemp(prefix=f"checkin-{name}-", dir=memory))
