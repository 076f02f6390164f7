"""A large import never holds up whoever else wants to write, can stop anywhere and go on, and goes back whole."""

from __future__ import annotations

import sqlite3
import threading
import time
from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlmodel import col, func, select

from checkin.db import reading, unit_of_work
from checkin.domain.errors import Refused
from checkin.runtime import Runtime
from checkin.tenants import intakes
from checkin.tenants.alone import alone
from checkin.tenants.candidates import Rules
from checkin.tenants.intake_models import ImportUndo, Stage, TenantImport
from checkin.tenants.models import Tenant
from checkin.tenants.planning import Plan
from checkin.tenants.reading import Table, read_table
from checkin.tenants.service import plan_file
from checkin.tenants.storing import Store
from checkin.tenants.uploads import Uploads
from tests.conftest import MONDAY_MORNING, MovableClock
from tests.workers.conftest import a_file_waits
from workers.imports import work_on_every_import

SQLITE_IS_ENOUGH = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
HEADER = "Relatienr.;Achternaam;Mobiel;Plaats;Niet bellen"


def people(count: int, *, city: str = "Eemstad") -> str:
    rows = (f"{n};Jansen;06{12000000 + n};{city};{'ja' if n % 500 == 7 else ''}" for n in range(count))
    return "\n".join([HEADER, *rows]) + "\n"


def planned(runtime: Runtime, table: Table) -> Plan:
    with reading(runtime) as session:
        return plan_file(session, table, rules=Rules(MONDAY_MORNING.date()))


def the_import(runtime: Runtime) -> TenantImport:
    with reading(runtime) as session:
        return session.exec(select(TenantImport).order_by(col(TenantImport.id).desc())).first()


def count(runtime: Runtime, kind: type[object]) -> int:
    with reading(runtime) as session:
        return session.exec(select(func.count()).select_from(kind)).one()


def take_back(runtime: Runtime) -> TenantImport:
    with unit_of_work(runtime) as session:
        intake = session.exec(select(TenantImport).order_by(col(TenantImport.id).desc())).first()
        intakes.take_back(session, intake, now=runtime.now())
    work_on_every_import(runtime)
    return the_import(runtime)


@SQLITE_IS_ENOUGH
def test_whoever_else_writes_on_sqlite_waits_no_more_than_a_moment(runtime: Runtime) -> None:
    a_file_waits(runtime, people(3000))
    database, waits, stop = str(runtime.engine.url.database), list[float](), threading.Event()

    def write() -> None:
        with sqlite3.connect(database, timeout=30, isolation_level=None) as connection:
            while not stop.is_set():
                began = time.monotonic()
                connection.execute("BEGIN IMMEDIATE")
                connection.execute("UPDATE staff SET name = name")
                connection.execute("COMMIT")
                waits.append(time.monotonic() - began)
                time.sleep(0.005)

    webhooks = threading.Thread(target=write)
    webhooks.start()
    work_on_every_import(runtime)
    assert take_back(runtime).stage is Stage.UNDONE
    stop.set()
    webhooks.join()
    assert len(waits) > 20
    assert max(waits) < 1


def test_an_import_whose_worker_died_is_finished_by_another_and_counts_as_one(
    runtime: Runtime, clock: MovableClock
) -> None:
    a_file_waits(runtime, people(1200))
    intake = the_import(runtime)
    plan = planned(runtime, read_table(people(1200).encode()))
    with unit_of_work(runtime) as session:
        assert intakes.take(session, intake.id, now=runtime.now())
        intakes.note_counts(session, intake.id, plan.report)
        Store(now=runtime.now(), import_id=intake.id).portion(session, next(plan.portions(700)))
    work_on_every_import(runtime)
    assert count(runtime, Tenant) == 700  # it may still be at work

    clock.advance(minutes=13)
    work_on_every_import(runtime)
    done = the_import(runtime)
    assert (done.stage, done.counts["new"], done.counts["same"]) == (Stage.DONE, 1200, 0)
    assert (count(runtime, Tenant), count(runtime, ImportUndo)) == (1200, 1200)
    assert take_back(runtime).undone == {"removed": 1197, "stayed": 3}  # who asked to be stopped stays
    assert count(runtime, ImportUndo) == 0


def test_an_undo_whose_worker_died_is_finished_by_another(runtime: Runtime) -> None:
    a_file_waits(runtime, people(10))
    work_on_every_import(runtime)
    a_file_waits(runtime, people(10, city="Amersfoort"))
    work_on_every_import(runtime)
    with unit_of_work(runtime) as session:
        intakes.note_undoing(session, session.get_one(TenantImport, 2), {"put_back": 5})
    assert take_back(runtime).undone == {"put_back": 15}
    with reading(runtime) as session:
        assert set(session.exec(select(Tenant.city))) == {"Eemstad"}


@SQLITE_IS_ENOUGH
def test_an_import_that_goes_wrong_halfway_says_so_and_can_be_taken_back_or_done_again(runtime: Runtime) -> None:
    no = "CREATE TRIGGER no BEFORE INSERT ON tenant WHEN NEW.external_ref = '1100' BEGIN SELECT RAISE(ABORT, 'no'); END"
    with runtime.engine.begin() as connection:
        connection.exec_driver_sql(no)
    a_file_waits(runtime, people(1200))
    work_on_every_import(runtime)
    half = the_import(runtime)
    assert (half.stage, half.refusal["code"]) == (Stage.DONE, "import_half_done")
    assert (half.counts["new"], half.counts["changed"], count(runtime, Tenant)) == (1000, 0, 1000)
    assert not list(Uploads(runtime.settings.data_directory).directory.iterdir())

    with runtime.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER no")
    a_file_waits(runtime, people(1200))
    work_on_every_import(runtime)
    assert the_import(runtime).counts["new"] == 200
    assert count(runtime, Tenant) == 1200


@SQLITE_IS_ENOUGH
def test_an_undo_that_goes_wrong_halfway_says_so_and_can_be_done_again(runtime: Runtime, clock: MovableClock) -> None:
    a_file_waits(runtime, people(1200))
    work_on_every_import(runtime)
    no = "CREATE TRIGGER no BEFORE DELETE ON tenant WHEN OLD.external_ref = '1100' BEGIN SELECT RAISE(ABORT, 'no'); END"
    with runtime.engine.begin() as connection:
        connection.exec_driver_sql(no)
    half = take_back(runtime)
    assert (half.stage, half.refusal["code"], half.undone["removed"]) == (Stage.DONE, "undo_half_done", 998)
    with runtime.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER no")
    clock.advance(minutes=1)
    done = take_back(runtime)
    assert (done.stage, done.undone, done.refusal) == (Stage.UNDONE, {"removed": 1197, "stayed": 3}, {})


def test_only_one_imports_at_a_time(runtime: Runtime) -> None:
    a_file_waits(runtime, people(3))
    with alone(runtime.engine):
        with pytest.raises(Refused, match="import_busy"), alone(runtime.engine):
            pass
        work_on_every_import(runtime)
    assert the_import(runtime).refusal["code"] == "import_busy"
    assert count(runtime, Tenant) == 0
    with alone(runtime.engine):
        pass


def test_a_worker_that_is_at_work_is_not_taken_for_dead(runtime: Runtime, clock: MovableClock) -> None:
    a_file_waits(runtime, people(3))
    with unit_of_work(runtime) as session:
        assert intakes.take(session, 1, now=runtime.now())
    clock.advance(minutes=11)
    with unit_of_work(runtime) as session:
        intakes.note_progress(session, 1, 2, now=runtime.now())
    clock.advance(minutes=11)
    with reading(runtime) as session:
        assert intakes.next_wanted(session, now=runtime.now()) is None
        later = runtime.now() + timedelta(minutes=2)
        assert intakes.next_wanted(session, now=later) == 1


def test_every_kind_of_text_is_stored_as_it_is(runtime: Runtime) -> None:
    names = ["a\\b", "\\N", "\\.", "null", "'; --", "Ñandú", "😀", "%s", "{0}", '"']
    rows = "".join(f'{n};"{name.replace(chr(34), chr(34) * 2)}";06{12345670 + n};;\n' for n, name in enumerate(names))
    a_file_waits(runtime, f"{HEADER}\n{rows}")
    work_on_every_import(runtime)
    with reading(runtime) as session:
        assert list(session.exec(select(Tenant.last_name).order_by(col(Tenant.id)))) == names
        said = session.connection().execute(sa.text("SELECT count(*) FROM imported_facts")).scalar_one()
    assert said == len(names)
