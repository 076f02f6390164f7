"""Files that wait until a coordinator has looked at them: private, nameless, and gone within a day."""

from __future__ import annotations

import os
import re
import secrets
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from checkin.tenants.reading import Table, plain_copy, read_table

DIRECTORY = "uploads"
KEPT_FOR = timedelta(hours=24)
TOKEN = re.compile(r"[A-Za-z0-9_-]{32}")


class Uploads:
    """The files of one house. Columns that we refuse are not in them."""

    def __init__(self, data_directory: Path) -> None:
        self.directory = data_directory / DIRECTORY

    def keep(self, table: Table) -> str:
        """Store a file under a random name, readable by nobody else, and give that name."""
        token = secrets.token_urlsafe(24)
        self.directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(self._file(token), plain_copy(table))
        return token

    def table(self, token: str) -> Table:
        """Open a file that waits. Raises FileNotFoundError when it is not there, or not a name of ours."""
        if not TOKEN.fullmatch(token):
            raise FileNotFoundError
        return read_table(self._file(token).read_bytes())

    def forget(self, token: str) -> None:
        """Throw everything about a file away."""
        if TOKEN.fullmatch(token):
            self._file(token).unlink(missing_ok=True)

    def sweep(self, now: datetime) -> int:
        """Throw away what waits longer than a day; give how many files that were."""
        if not self.directory.is_dir():
            return 0
        before = (now - KEPT_FOR).timestamp()
        old = [path for path in self.directory.iterdir() if _older(path, before)]
        for path in old:
            path.unlink(missing_ok=True)
        return len(old)

    def _file(self, token: str) -> Path:
        return self.directory / f"{token}.csv"


def _older(path: Path, before: float) -> bool:
    with suppress(FileNotFoundError):  # another process swept it
        return path.stat().st_mtime < before
    return False


def _write(path: Path, content: bytes) -> None:
    """Write a file whole, or not at all, that only we can read."""
    beside = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
    beside.replace(path)
