"""The job that looks at files of tenants, imports them and takes imports back: too long for a web request."""

from __future__ import annotations

import time
from datetime import datetime
from itertools import islice

from checkin.db import giving_way, reading, unit_of_work
from checkin.domain.errors import Refused
from checkin.jobs import Queue
from checkin.logs import logger
from checkin.runtime import Runtime
from checkin.tenants import intakes
from checkin.tenants.alone import alone
from checkin.tenants.intake_models import Stage, TenantImport
from checkin.tenants.listing import Listing
from checkin.tenants.planning import Plan, Step, without_collecting
from checkin.tenants.reading import Table, corrected
from checkin.tenants.refusals import FileRefused
from checkin.tenants.service import plan_table, portions, rules_for
from checkin.tenants.storing import Store
from checkin.tenants.undoing import undo
from checkin.tenants.uploads import Uploads
from workers.alive import say_alive
from workers.hearing import heard
from workers.scope import scope

log = logger(__name__)

PROGRESS_SECONDS = 1.0
PAGES = 50
"""Pages of a look at a file that are written down in one transaction."""


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
        _failed(runtime, intake)
    log.info("import worked on", import_id=import_id, stage=intake.stage.value)


def _refuse(runtime: Runtime, import_id: int, refused: FileRefused) -> None:
    with unit_of_work(runtime) as session:
        intakes.note_refusal(session, session.get_one(TenantImport, import_id), refused)


def _failed(runtime: Runtime, intake: TenantImport) -> None:
    """Say what went wrong: nothing was done, or a part of it."""
    import_id = intake.id or 0
    with reading(runtime) as session:
        begun = intakes.has_begun(session, import_id)
    if intake.stage is Stage.IMPORTING and begun:
        with unit_of_work(runtime) as session:
            intakes.note_half_done(session, session.get_one(TenantImport, import_id), now=runtime.now())
        Uploads(runtime.settings.data_directory).forget(intake.token)
    else:
        code = "undo_half_done" if intake.stage is Stage.UNDOING else "import_failed"
        _refuse(runtime, import_id, FileRefused(code))


def _check(runtime: Runtime, intake: TenantImport, now: datetime) -> None:
    table = _table(runtime, intake)
    listing = Listing({header: place for place, header in reversed(list(enumerate(table.headers)))})
    plan = _plan(runtime, intake, table, now, listing)
    with unit_of_work(runtime) as session:
        intakes.begin_check(session, intake)
    pages = listing.pages()
    while some := list(islice(pages, PAGES)):
        with giving_way(runtime) as session:
            intakes.note_pages(session, intake, some)
    with unit_of_work(runtime) as session:
        intakes.note_check(session, session.get_one(TenantImport, intake.id), plan)


def _import(runtime: Runtime, intake: TenantImport, now: datetime) -> None:
    with alone(runtime.engine), without_collecting():
        plan = _plan(runtime, intake, _table(runtime, intake), now, None)
        _store(runtime, intake, plan, now)
    with unit_of_work(runtime) as session:
        intakes.note_done(session, session.get_one(TenantImport, intake.id), now=now)
    Uploads(runtime.settings.data_directory).forget(intake.token)  # only when it is stored may the file go


def _store(runtime: Runtime, intake: TenantImport, plan: Plan, now: datetime) -> None:
    """Store a plan in portions. Another worker goes on where one died: what is stored is the same when it looks."""
    import_id, done = intake.id or 0, 0
    store = Store(now=now, staff_id=intake.staff_id, import_id=import_id)
    with unit_of_work(runtime) as session:
        if not intakes.has_begun(session, import_id):
            intakes.note_counts(session, import_id, plan.report)
    for portion in portions(plan, runtime.engine.dialect.name):
        with giving_way(runtime) as session:
            store.portion(session, portion)
            intakes.note_progress(session, import_id, done := done + len(portion), now=runtime.now())
        say_alive()


def _undo(runtime: Runtime, intake: TenantImport, now: datetime) -> None:
    left = True
    while left:
        with giving_way(runtime) as session:
            stored = session.get_one(TenantImport, intake.id)
            counts = undo(session, stored.id or 0, now=now)
            intakes.note_undoing(session, stored, counts)
        left = bool(counts)
        say_alive()
    with unit_of_work(runtime) as session:
        intakes.note_undone(session, session.get_one(TenantImport, intake.id))


def _table(runtime: Runtime, intake: TenantImport) -> Table:
    return corrected(Uploads(runtime.settings.data_directory).table(intake.token), intake.corrections)


def _plan(runtime: Runtime, intake: TenantImport, table: Table, now: datetime, listing: Listing | None) -> Plan:
    columns = {int(place): name for place, name in intake.columns.items()}
    told = listing.add if listing else lambda _candidate, _outcome: None
    rules = rules_for(runtime.settings, now, with_notes=intake.with_notes)
    with reading(runtime) as session:
        return plan_table(session, table, columns, rules=rules, progress=_Progress(runtime, intake), told=told)


class _Progress:
    """Writes down now and then how far a look at a file is, and says to whoever watches the worker that it works."""

    def __init__(self, runtime: Runtime, intake: TenantImport) -> None:
        self._runtime = runtime
        self._import_id = intake.id or 0
        self._shown = intake.stage is Stage.CHECKING  # of an import is shown how much of it is stored
        self._told_at = time.monotonic()

    def __call__(self, step: Step, done: int, _of: int) -> None:
        say_alive()
        if not self._shown or step is not Step.COMPARE or time.monotonic() - self._told_at < PROGRESS_SECONDS:
            return
        with unit_of_work(self._runtime) as session:
            intakes.note_progress(session, self._import_id, done, now=self._runtime.now())
        self._told_at = time.monotonic()
