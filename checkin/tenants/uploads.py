"""Files that wait until a coordinator has looked at them: private, nameless, and gone within a day."""

from __future__ import annotations

import json
import os
import re
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from checkin.tenants.reading import Table, plain_copy, read_table

DIRECTORY = "uploads"
KEPT_FOR = timedelta(hours=24)
TOKEN = re.compile(r"[A-Za-z0-9_-]{32}")


@dataclass(frozen=True)
class Waiting:
    """What was decided so far about a file, and after the import what it did."""

    name: str
    columns: Mapping[str, str] = field(default_factory=dict)
    """Which field each column holds, by the column's place."""
    with_notes: bool = False
    done: Mapping[str, int] | None = None

    @property
    def mapped(self) -> dict[int, str]:
        """Give the columns by their place as a number."""
        return {int(place): name for place, name in self.columns.items()}


class Uploads:
    """The files of one house. Columns that we refuse are not in them."""

    def __init__(self, data_directory: Path) -> None:
        self.directory = data_directory / DIRECTORY

    def keep(self, table: Table, waiting: Waiting) -> str:
        """Store a file under a random name, readable by nobody else, and give that name."""
        token = secrets.token_urlsafe(24)
        self.directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(self._file(token), plain_copy(table))
        self.note(token, waiting)
        return token

    def note(self, token: str, waiting: Waiting) -> None:
        """Remember what was decided about a file."""
        _write(self._note(token), json.dumps(asdict(waiting)).encode())

    def find(self, token: str) -> Waiting | None:
        """Give what was decided about a file; None when it is not there, or not a name of ours."""
        if not TOKEN.fullmatch(token) or not self._note(token).exists():
            return None
        return Waiting(**json.loads(self._note(token).read_bytes()))

    def table(self, token: str) -> Table:
        """Open a file that waits."""
        return read_table(self._file(token).read_bytes())

    def finish(self, token: str, counts: Mapping[str, int]) -> None:
        """Throw the file away and remember only what came of it."""
        waiting = self.find(token)
        if waiting is not None:
            self.note(token, replace(waiting, columns={}, done=dict(counts)))
        self._file(token).unlink(missing_ok=True)

    def forget(self, token: str) -> None:
        """Throw everything about a file away."""
        if TOKEN.fullmatch(token):
            self._file(token).unlink(missing_ok=True)
            self._note(token).unlink(missing_ok=True)

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

    def _note(self, token: str) -> Path:
        return self.directory / f"{token}.json"


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
