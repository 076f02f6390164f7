"""One import at a time: two that are planned from the same list of tenants would both add the same people."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from checkin.domain.errors import Refused

# Any number will do, so long as nothing else in the database takes the same advisory lock.
LOCK = 7_052_113


@contextmanager
def alone(engine: Engine) -> Iterator[None]:
    """Be the only one who imports, from the first look to the last row, over all transactions. Raises Refused.

    Whoever dies lets go.
    """
    with _on_postgresql(engine) if engine.dialect.name == "postgresql" else _on_sqlite(engine):
        yield


@contextmanager
def _on_postgresql(engine: Engine) -> Iterator[None]:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if not connection.execute(sa.select(sa.func.pg_try_advisory_lock(LOCK))).scalar_one():
            raise Refused("import_busy")
        try:
            yield
        finally:
            connection.execute(sa.select(sa.func.pg_advisory_unlock(LOCK)))


@contextmanager
def _on_sqlite(engine: Engine) -> Iterator[None]:
    """Lock a file beside the database: everybody who works with it is on the same machine."""
    # To lock it, somebody else's file need not be written to.
    file = os.open(f"{engine.url.database}-import", os.O_RDONLY | os.O_CREAT, 0o644)
    try:
        _lock(file)
        yield
    finally:
        os.close(file)


def _lock(file: int) -> None:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise Refused("import_busy") from None
