"""Alembic's door: runs the migrations on the connection that checkin/migrations/run.py hands over."""

from __future__ import annotations

from typing import Any, Literal

import sqlalchemy as sa
from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

from checkin import models
from checkin.db import Named

assert models.TABLES  # noqa: S101 - importing it fills the metadata


def in_plain_words(kind: str, thing: Any, _context: AutogenContext) -> str | Literal[False]:
    """Write our own column types as SQLAlchemy's, so that a migration never depends on today's classes."""
    if kind != "type":
        return False
    if isinstance(thing, Named):
        return "sa.String(length=40)"
    if isinstance(thing, UTCDateTime):
        return "sa.DateTime(timezone=True)"
    if isinstance(thing, AutoString):
        return f"sa.String(length={thing.length})" if thing.length else "sa.String()"
    return False


connection: sa.Connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=SQLModel.metadata,
    render_as_batch=True,  # SQLite changes a table by making a new one
    render_item=in_plain_words,
    transactional_ddl=True,  # we open the transaction ourselves, on SQLite too: all of a migration or nothing
)
with context.begin_transaction():
    context.run_migrations()
