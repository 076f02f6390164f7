"""One engine for each database in a process: what SQLAlchemy compiled for one test serves the next one too."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import Engine

from checkin.db import make_engine
from tests.postgresql import KEPT

_engines: dict[str, Engine] = {}


def lend_engine(url: str) -> Engine:
    """Lend the engine of a database; `give_back` it."""
    if url not in _engines:
        _engines[url] = _open(url)
    # Of one's own, over the same connections: what a test hangs onto it is gone with it.
    return _engines[url].execution_options()


def give_back(engine: Engine) -> None:
    """Close what was opened; but to PostgreSQL, which starts a process for each connection, it is kept."""
    if engine.dialect.name == "sqlite" or engine.pool.checkedout():  # type: ignore[attr-defined]
        engine.dispose()


def _open(url: str) -> Engine:
    if not url.startswith("sqlite"):
        return make_engine(
            sa.make_url(url).update_query_dict({"application_name": KEPT}).render_as_string(hide_password=False)
        )
    engine = make_engine(url)
    event.listen(engine, "connect", _never_mind_a_power_cut)
    return engine


def _never_mind_a_power_cut(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA synchronous=OFF")
