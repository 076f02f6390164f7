"""Storing very many rows, given a column at a time: COPY on PostgreSQL, one prepared statement on SQLite."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import NoneType
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

Bind = Callable[[Any], Any]
Columns = Sequence[Sequence[Any]]

SPECIAL = re.compile(r"[\\\t\n\r]")
NOTHING = r"\N"
PLAIN = frozenset({str, int, NoneType})
ESCAPES = {"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"}


def insert_columns(connection: Connection, table: sa.Table, names: Sequence[str], blocks: Iterable[Columns]) -> None:
    """Insert rows, a block of columns at a time: the database takes one in while the next is being made.

    A text for a column with JSON is JSON already.
    """
    binds = [_bind(table.c[name], connection) for name in names]
    if connection.dialect.name == "postgresql":
        driver: Any = connection.connection.driver_connection
        with driver.cursor() as cursor, cursor.copy(f"COPY {table.name} ({', '.join(names)}) FROM STDIN") as copy:
            for columns in blocks:
                copy.write(_lines(columns, binds))
        return
    places = ", ".join("?" * len(names))
    statement = f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({places})"  # noqa: S608 - our own names
    for columns in blocks:
        bound = [_bound(column, bind) for column, bind in zip(columns, binds, strict=True)]
        connection.exec_driver_sql(statement, list(zip(*bound, strict=True)))


def insert_many(
    connection: Connection, table: sa.Table, rows: Sequence[Mapping[str, Any]], usual: Mapping[str, Any]
) -> None:
    """Insert rows that say only what differs from `usual`, which names every column that is stored."""
    if rows:
        columns = [[row.get(name, value) for row in rows] for name, value in usual.items()]
        insert_columns(connection, table, tuple(usual), [columns])


def _bind(column: sa.Column[Any], connection: Connection) -> Bind:
    """Give what SQLAlchemy itself does with a value of this column."""
    if isinstance(column.type, sa.JSON):
        return lambda value: value if isinstance(value, str) else json.dumps(value)
    processor = column.type.dialect_impl(connection.dialect).bind_processor(connection.dialect)
    return processor or (lambda value: value)


def _bound(column: Sequence[Any], bind: Bind) -> Sequence[Any]:
    """Bind a column; texts and whole numbers are bound already."""
    return column if set(map(type, column)) <= PLAIN else _once_each(column, bind)


def _lines(columns: Columns, binds: Sequence[Bind]) -> str:
    """Write the lines of COPY ourselves: many times as fast as value by value."""
    written = [_texts(column, bind) for column, bind in zip(columns, binds, strict=True)]
    return "".join(["\t".join(row) + "\n" for row in zip(*written, strict=True)])


def _texts(column: Sequence[Any], bind: Bind) -> Sequence[str]:
    """Write a column as COPY reads it."""
    kinds = set(map(type, column))
    if kinds == {int}:
        return list(map(str, column))
    if kinds <= {str, NoneType} and not SPECIAL.search("".join(filter(None, column))):
        return column if kinds == {str} else [NOTHING if value is None else value for value in column]
    return _once_each(column, lambda value: _text(bind(value)))


def _once_each(column: Sequence[Any], work: Bind) -> Sequence[Any]:
    """Work on every value, and once on one that comes back."""
    if not {dict, list}.isdisjoint(map(type, column)):
        return [work(value) for value in column]
    done = {value: work(value) for value in set(column)}
    return [done[value] for value in column]


def _text(value: Any) -> str:
    """Write one value as COPY reads it."""
    if value is None:
        return NOTHING
    if value is True or value is False:
        return "t" if value else "f"
    text = str(value)
    return SPECIAL.sub(lambda sign: ESCAPES[sign.group()], text) if SPECIAL.search(text) else text
