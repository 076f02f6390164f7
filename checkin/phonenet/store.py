"""What survives a restart of the network, in one SQLite file."""

from __future__ import annotations

import json
import sqlite3
import threading
from pathlib import Path
from typing import Any

Json = dict[str, Any]


class Store:
    """Rows of JSON by kind and key, in the order in which they first came."""

    def __init__(self, path: Path) -> None:
        self._lock = threading.Lock()
        # Autocommit: each row stands by itself, and a killed network keeps what it accepted.
        self._connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        # Survives a killed process; only a power cut may lose the last moment. Ten times cheaper.
        self._connection.execute("PRAGMA synchronous = OFF")
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute(
            "CREATE TABLE IF NOT EXISTS record"
            " (kind TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, UNIQUE (kind, key))"
        )

    def put(self, kind: str, key: str, body: Json) -> None:
        with self._lock:
            self._connection.execute(
                "INSERT INTO record (kind, key, body) VALUES (?, ?, ?)"
                " ON CONFLICT (kind, key) DO UPDATE SET body = excluded.body",
                (kind, key, json.dumps(body)),
            )

    def drop(self, kind: str, key: str) -> None:
        with self._lock:
            self._connection.execute("DELETE FROM record WHERE kind = ? AND key = ?", (kind, key))

    def all(self, kind: str) -> list[Json]:
        with self._lock:
            rows = self._connection.execute("SELECT body FROM record WHERE kind = ? ORDER BY rowid", (kind,)).fetchall()
        return [json.loads(body) for (body,) in rows]

    def clear(self) -> None:
        with self._lock:
            self._connection.execute("DELETE FROM record")

    def close(self) -> None:
        with self._lock:
            self._connection.close()
