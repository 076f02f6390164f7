"""Brings a database to a version: up, down, and whether it is there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import Script, ScriptDirectory
from sqlalchemy.engine import Connection, Engine
from sqlmodel import SQLModel

HERE = Path(__file__).parent
# Any number will do, so long as nothing else in the database takes the same advisory lock.
LOCK = 7_052_112


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the database up to a version. Several processes may do so at once: one works, the others wait."""
    with _alone(engine) as connection:
        command.upgrade(_config(connection), revision)


def downgrade(engine: Engine, revision: str) -> None:
    """Take the database back to a version, `base` for an empty one."""
    with _alone(engine) as connection:
        command.downgrade(_config(connection), revision)


def newest() -> str | None:
    """Name the newest version that this code knows."""
    return ScriptDirectory.from_config(_config()).get_current_head()


def current(engine: Engine) -> str | None:
    """Name the version that the database is at; None when it is empty."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def differences(engine: Engine) -> list[object]:
    """List what the models have and the database has not, or the other way round."""
    with engine.connect() as connection:
        return list(compare_metadata(MigrationContext.configure(connection), SQLModel.metadata))


def write_next(engine: Engine, what: str) -> Path:
    """Write the next migration: what the models have that this (newest) database has not yet."""
    scripts = ScriptDirectory.from_config(_config())
    number = 1 + len(list(scripts.walk_revisions()))
    with _alone(engine) as connection:
        written = command.revision(_config(connection), message=what, autogenerate=True, rev_id=f"{number:04d}")
    assert isinstance(written, Script)  # noqa: S101 - one base, one script
    path = Path(written.path)
    path.write_text("".join(line for line in path.read_text().splitlines(keepends=True) if "# ###" not in line))
    return path


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(HERE).replace("%", "%%"))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config


@contextmanager
def _alone(engine: Engine) -> Iterator[Connection]:
    """Open one transaction in which nobody else migrates."""
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            # A table that is made anew must not take the rows that point to it along. Only settable outside a
            # transaction, so before SQLAlchemy begins one; BEGIN IMMEDIATE then keeps other writers out.
            _pragma(connection, "foreign_keys=OFF")
            _pragma(connection, "busy_timeout=60000")
        else:
            connection.execute(sa.text("SET LOCAL statement_timeout = 0"))
            connection.execute(sa.text("SET LOCAL lock_timeout = 0"))
            connection.execute(sa.text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        try:
            yield connection
            connection.commit()
        finally:
            connection.rollback()
            connection.invalidate()  # nobody inherits what was set for this alone


def _pragma(connection: Connection, pragma: str) -> None:
    driver = connection.connection.driver_connection
    assert driver is not None  # noqa: S101 - an open connection has one
    driver.execute(f"PRAGMA {pragma}")
