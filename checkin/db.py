"""The database: engine, unit of work, column types and the one way to claim a row."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from functools import lru_cache
from typing import Any, Protocol

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection, Dialect, Engine
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlmodel import Session, SQLModel

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
SQLModel.metadata.naming_convention = NAMING

# Long enough for a writer to wait its turn, short enough that a webhook answers 503 within the provider's patience.
SQLITE_BUSY_MILLISECONDS = 4000
WRITING = "BEGIN IMMEDIATE"
TURN = "checkin_turn"
POSTGRESQL_TIMEOUTS = "-c statement_timeout=15000 -c lock_timeout=4000 -c timezone=UTC"

MOST_ROOM = 0.5
"""Seconds."""

INSERTS: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


class Named(sa.types.TypeDecorator[StrEnum]):
    """A StrEnum stored by its value in a plain text column, on every database."""

    impl = sa.String
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__(length=40)
        self.kind = kind

    def __repr__(self) -> str:
        return "sa.String(length=40)"

    def process_bind_param(self, value: StrEnum | str | None, dialect: Dialect) -> str | None:  # noqa: ARG002  SQLAlchemy's signature
        return None if value is None else self.kind(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:  # noqa: ARG002
        return None if value is None else self.kind(value)


class SecondsBetween(FunctionElement[float]):
    """Seconds from the second moment to the first, in SQL, on every database."""

    name = "seconds_between"
    type = sa.Float()
    inherit_cache = True


@compiles(SecondsBetween, "postgresql")
def _seconds_on_postgresql(element: SecondsBetween, compiler: Any, **given: Any) -> str:
    later, earlier = (compiler.process(clause, **given) for clause in element.clauses)
    return f"CAST(extract(epoch FROM {later} - {earlier}) AS FLOAT)"


@compiles(SecondsBetween, "sqlite")
def _seconds_on_sqlite(element: SecondsBetween, compiler: Any, **given: Any) -> str:
    later, earlier = (compiler.process(clause, **given) for clause in element.clauses)
    return f"(julianday({later}) - julianday({earlier})) * 86400.0"


class Base(Protocol):
    """What a unit of work needs: where to store, and what to do once it is stored."""

    @property
    def engine(self) -> Engine: ...

    def after_commit(self, noted: dict[str, Any]) -> None: ...


def make_engine(url: str) -> Engine:
    """Open SQLite (WAL, full sync) or PostgreSQL with the same promises: durable, and never waiting for ever."""
    if url.startswith("sqlite"):
        return _sqlite(url)
    return sa.create_engine(
        url.replace("postgresql://", "postgresql+psycopg://", 1),
        # An error must not carry a number or a text into a log, or into Redis with a failed job.
        hide_parameters=True,
        pool_pre_ping=True,
        pool_size=8,
        max_overflow=8,
        pool_timeout=4,
        connect_args={"options": POSTGRESQL_TIMEOUTS, "connect_timeout": 4},
    )


def _sqlite(url: str) -> Engine:
    engine = sa.create_engine(
        url,
        hide_parameters=True,
        connect_args={"timeout": SQLITE_BUSY_MILLISECONDS / 1000, "check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        # We open transactions ourselves: the driver would start them too late to take the write lock first.
        connection.isolation_level = None
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            f"busy_timeout={SQLITE_BUSY_MILLISECONDS}",
        ):
            connection.execute(f"PRAGMA {pragma}")

    take_turn = _one_writer_at_a_time(engine)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A writer takes its lock at once: two that read first and write later would fail each other.
        how = connection.get_execution_options().get("sqlite_begin", WRITING)
        if how == WRITING:
            take_turn(connection.info)
        connection.exec_driver_sql(how)

    return engine


def _one_writer_at_a_time(engine: Engine) -> Callable[[dict[Any, Any]], None]:
    """Let writers of this program stand in line, so that only one of them waits for SQLite itself.

    Who waits for SQLite does not stand in line but looks again after an ever longer pause: of many threads at once some
    found it taken each time until their patience ended.
    """
    turn = threading.Lock()

    def take(info: dict[Any, Any]) -> None:
        if TURN in info:
            return
        if not turn.acquire(timeout=SQLITE_BUSY_MILLISECONDS / 1000):
            raise sa.exc.OperationalError(WRITING, (), sqlite3.OperationalError("database is locked"))
        info[TURN] = True

    def pass_on(_dbapi: Any, record: Any, _error: Any = None) -> None:
        # Not at "commit": that is told before it is done.
        if record.info.pop(TURN, None):
            turn.release()

    event.listen(engine, "checkin", pass_on)
    event.listen(engine, "invalidate", pass_on)
    return take


@contextmanager
def unit_of_work(base: Base) -> Iterator[Session]:
    """Open one transaction: commit at the end, roll back on any error, then ring for the work that was noted."""
    with Session(base.engine, expire_on_commit=False) as session:
        with session.begin():
            yield session
        base.after_commit(dict(session.info))


@contextmanager
def reading(base: Base) -> Iterator[Session]:
    """Open a session that only reads: it never waits for a writer and leaves nothing behind."""
    with Session(base.engine.execution_options(sqlite_begin="BEGIN DEFERRED"), expire_on_commit=False) as session:
        yield session


def take_time(session: Session, patience: str) -> None:
    """Let the statements of this transaction take longer than a web request usually may; SQLite has no such limit."""
    if session.get_bind().dialect.name == "postgresql":
        session.connection().execute(sa.select(sa.func.set_config("statement_timeout", patience, sa.true())))


@contextmanager
def giving_way(base: Base) -> Iterator[Session]:
    """Open one of very many transactions in a row, and leave as much time after it as it took.

    SQLite has one writer, and who waits for it does not stand in line but looks again every now and then, at last every
    tenth of a second: without room between them nobody else would get a turn.
    """
    began = time.monotonic()
    with unit_of_work(base) as session:
        yield session
    if base.engine.dialect.name == "sqlite":
        time.sleep(min(time.monotonic() - began, MOST_ROOM))


def claim(session: Session, statement: Any) -> bool:
    """Run an `UPDATE … WHERE id AND state` and tell whether this caller is the one who changed the row."""
    return bool(session.connection().execute(statement).rowcount == 1)


def insert_once(session: Session | Connection, table: Any, row: dict[str, Any]) -> Any | None:
    """Insert `row` unless a unique key says it is there already; give its new key, or None when it was seen before.

    One statement, the same on SQLite and PostgreSQL.
    """
    connection = session if isinstance(session, Connection) else session.connection()
    return connection.execute(_insert_once(connection.dialect.name, table), row).scalar_one_or_none()


@lru_cache
def _insert_once(dialect: str, table: Any) -> Any:
    # Building the statement anew for every webhook costs a sixth of the whole webhook (own measurement).
    return INSERTS[dialect](table).on_conflict_do_nothing().returning(*table.primary_key.columns)
