"""The tables as the migrations make them, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from multiprocessing import get_context
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import SQLModel

from checkin import models
from checkin.db import make_engine
from checkin.migrations.run import current, differences, downgrade, newest, upgrade


@pytest.fixture(scope="module")
def postgresql(postgresql_server: Callable[[str], str]) -> Iterator[Engine]:
    engine = make_engine(postgresql_server("migrations"))
    yield engine
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database without any table, on each kind of server."""
    if request.param == "sqlite":
        engine = make_engine(f"sqlite:///{tmp_path}/empty.db")
        yield engine
        engine.dispose()
        return
    engine = request.getfixturevalue("postgresql")
    with engine.begin() as connection:
        connection.execute(sa.text("DROP SCHEMA public CASCADE"))
        connection.execute(sa.text("CREATE SCHEMA public"))
    yield engine


INDEXES = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name",
    "postgresql": "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY indexname",
}


def indexes(engine: Engine) -> dict[str, str]:
    with engine.connect() as connection:
        rows = connection.execute(sa.text(INDEXES[engine.dialect.name])).all()
    return {name: definition for name, definition in rows if not name.startswith("alembic")}


def columns(engine: Engine) -> dict[str, list[tuple[str, str, bool]]]:
    inspector = sa.inspect(engine)
    return {
        table: sorted((c["name"], str(c["type"]), c["nullable"]) for c in inspector.get_columns(table))
        for table in inspector.get_table_names()
        if table != "alembic_version"
    }


def test_up_down_and_up_again_leaves_the_newest_version(empty: Engine) -> None:
    upgrade(empty)
    assert current(empty) == newest()
    downgrade(empty, "base")
    assert sa.inspect(empty).get_table_names() == ["alembic_version"]
    upgrade(empty)
    assert current(empty) == newest()


def test_the_migrations_make_the_tables_of_the_models(empty: Engine) -> None:
    upgrade(empty)
    assert differences(empty) == []
    migrated = columns(empty), indexes(empty)
    downgrade(empty, "base")
    SQLModel.metadata.create_all(empty)
    assert migrated == (columns(empty), indexes(empty))
    assert len(migrated[0]) == len(models.TABLES)


def test_every_open_index_is_partial_on_both_servers(empty: Engine) -> None:
    upgrade(empty)
    found = indexes(empty)
    for name in ("uq_check_in_live", "uq_case_open", "ix_reply_unread", "ix_provider_event_open"):
        assert " WHERE " in found[name], name


def upgrade_by_itself(url: str) -> None:
    upgrade(make_engine(url))


def test_several_processes_may_upgrade_at_once(empty: Engine) -> None:
    url = empty.url.render_as_string(hide_password=False)
    both = [get_context("fork").Process(target=upgrade_by_itself, args=(url,)) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join(60)
    assert [one.exitcode for one in both] == [0, 0]
    assert current(empty) == newest()


def test_rows_survive_going_to_the_newest_version_twice(empty: Engine) -> None:
    upgrade(empty)
    with empty.begin() as connection:
        connection.execute(sa.text("INSERT INTO pace (channel, next_at) VALUES ('text', '2026-11-23 09:00:00+00')"))
    upgrade(empty)
    with empty.connect() as connection:
        assert connection.execute(sa.text("SELECT count(*) FROM pace")).scalar_one() == 1


def test_foreign_keys_are_on_again_after_a_migration(empty: Engine) -> None:
    upgrade(empty)
    with pytest.raises(sa.exc.IntegrityError), empty.begin() as connection:
        connection.execute(
            sa.text(
                "INSERT INTO attempt (id, check_in_id, tenant_id, ordinal, channel, number, created_at)"
                " VALUES ('a', 1, 1, 1, 'text', '+31612345678', '2026-11-23 09:00:00+00')"
            )
        )
