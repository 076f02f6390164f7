"""The job that looks at files of tenants, imports them and takes imports back: too long for a web request."""

from __future__ import annotations

import time
from datetime import datetime

from checkin.db import reading, unit_of_work
from checkin.domain.errors import Refused
from checkin.jobs import Queue
from checkin.logs import logger
from checkin.runtime import Runtime
from checkin.tenants import intakes
from checkin.tenants.intake_models import Stage, TenantImport
from checkin.tenants.listing import Listing
from checkin.tenants.planning import Plan
from checkin.tenants.reading import Table, corrected
from checkin.tenants.refusals import FileRefused
from checkin.tenants.service import plan_table, rules_for, store_plan
from checkin.tenants.undoing import undo
from checkin.tenants.uploads import Uploads
from workers.alive import say_alive
from workers.hearing import heard
from workers.scope import scope

log = logger(__name__)

PROGRESS_SECONDS = 1.0


def work_on_imports() -> None:
    """Do everything that waits, one file after the other."""
    heard(scope.runtime, Queue.IMPORTS)
    work_on_every_import(scope.runtime)


def work_on_every_import(runtime: Runtime) -> None:
    """Take the oldest until nothing waits."""
    while not scope.stopping.is_set():
        with reading(runtime) as session:
            import_id = intakes.next_wanted(session, now=runtime.now())
        if import_id is None:
            return
        with unit_of_work(runtime) as session:
            mine = intakes.take(session, import_id, now=runtime.now())
        if mine:
            _work(runtime, import_id)


def _work(runtime: Runtime, import_id: int) -> None:
    with reading(runtime) as session:
        intake = session.get_one(TenantImport, import_id)
        session.expunge(intake)
    started = runtime.now()
    try:
        {Stage.CHECKING: _check, Stage.IMPORTING: _import, Stage.UNDOING: _undo}[intake.stage](runtime, intake, started)
    except FileNotFoundError:
        _refuse(runtime, import_id, FileRefused("file_gone"))
    except FileRefused as refused:
        _refuse(runtime, import_id, refused)
    except Refused as refused:
        _refuse(runtime, import_id, FileRefused(refused.code))
    except Exception as error:  # noqa: BLE001  the file waits for a person, and the next one for this worker
        log.error("import failed", import_id=import_id, error=type(error).__name__)  # noqa: TRY400  may hold a row
        _refuse(runtime, import_id, FileRefused("import_failed"))
    log.info("import worked on", import_id=import_id, stage=intake.stage.value)


def _refuse(runtime: Runtime, import_id: int, refused: FileRefused) -> None:
    with unit_of_work(runtime) as session:
        intakes.note_refusal(session, session.get_one(TenantImport, import_id), refused)


def _check(runtime: Runtime, intake: TenantImport, now: datetime) -> None:
    table = _table(runtime, intake)
    listing = Listing({header: place for place, header in reversed(list(enumerate(table.headers)))})
    plan = _plan(runtime, intake, table, now, listing)
    with unit_of_work(runtime) as session:
        intakes.note_check(session, session.get_one(TenantImport, intake.id), plan, listing)


def _import(runtime: Runtime, intake: TenantImport, now: datetime) -> None:
    plan = _plan(runtime, intake, _table(runtime, intake), now, None)
    with unit_of_work(runtime) as session:
        stored = session.get_one(TenantImport, intake.id)
        # How far it is cannot be written down meanwhile: SQLite has one writer, and that is this transaction.
        store_plan(session, plan, now=now, staff_id=intake.staff_id, import_id=intake.id, progress=_alive)
        intakes.note_done(session, stored, plan.report, now=now)
    Uploads(runtime.settings.data_directory).forget(intake.token)  # only when it is stored may the file go


def _alive(_done: int) -> None:
    say_alive()


def _undo(runtime: Runtime, intake: TenantImport, now: datetime) -> None:
    with unit_of_work(runtime) as session:
        stored = session.get_one(TenantImport, intake.id)
        intakes.note_undone(session, stored, undo(session, stored.id or 0, now=now))


def _table(runtime: Runtime, intake: TenantImport) -> Table:
    return corrected(Uploads(runtime.settings.data_directory).table(intake.token), intake.corrections)


def _plan(runtime: Runtime, intake: TenantImport, table: Table, now: datetime, listing: Listing | None) -> Plan:
    columns = {int(place): name for place, name in intake.columns.items()}
    told = listing.add if listing else lambda _candidate, _outcome: None
    rules = rules_for(runtime.settings, now, with_notes=intake.with_notes)
    with reading(runtime) as session:
        return plan_table(session, table, columns, rules=rules, progress=_Progress(runtime, intake.id or 0), told=told)


class _Progress:
    """Writes down now and then how far it is, and says to whoever watches the worker that it does not hang."""

    def __init__(self, runtime: Runtime, import_id: int) -> None:
        self._runtime = runtime
        self._import_id = import_id
        self._told_at = time.monotonic()

    def __call__(self, done: int) -> None:
        say_alive()
        if time.monotonic() - self._told_at < PROGRESS_SECONDS:
            return
        with unit_of_work(self._runtime) as session:
            intakes.note_progress(session, self._import_id, done)
        self._told_at = time.monotonic()
