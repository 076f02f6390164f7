"""From a file to tenants in four steps: what waits, what was chosen and put right, and the work that a worker does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from checkin.db import claim
from checkin.domain.errors import Refused
from checkin.jobs import Queue, ring
from checkin.tenants.choices import choice_for, layout_key
from checkin.tenants.importing import Result
from checkin.tenants.intake_models import ColumnChoice, ImportPage, ImportUndo, Stage, TenantImport
from checkin.tenants.listing import Page
from checkin.tenants.planning import Plan
from checkin.tenants.reading import Table
from checkin.tenants.refusals import FileRefused
from checkin.tenants.report import ImportReport

KEPT_FOR = timedelta(hours=24)
LEASE = timedelta(minutes=12)
"""Longer than a worker may take; then it is dead, and another one begins again."""
WORK = (Stage.CHECKING, Stage.IMPORTING, Stage.UNDOING)
CLOSED = (Stage.DONE, Stage.UNDONE)
LONGEST_NAME = 100
AT_ONCE = 100


def begin(
    session: Session, *, token: str, name: str, table: Table, staff_id: int | None, now: datetime
) -> TenantImport:
    """Note a file that waits, with our guess of its columns, or what somebody chose for the same headers before."""
    choice = choice_for(session, table)
    intake = TenantImport(
        token=token,
        name=name[:LONGEST_NAME],
        staff_id=staff_id,
        columns={str(place): name for place, name in choice.columns.items()},
        with_notes=choice.with_notes,
        created_at=now,
    )
    session.add(intake)
    session.flush()
    return intake


def find(session: Session, token: str) -> TenantImport | None:
    """Give an import by its token."""
    return session.exec(select(TenantImport).where(TenantImport.token == token)).first()


def look(session: Session, intake: TenantImport, columns: dict[str, str] | None = None, *, notes: bool = False) -> None:
    """Have a file looked at, with other columns when they are given."""
    if columns is not None:
        intake.columns, intake.with_notes = columns, notes
    _want(session, intake, Stage.CHECKING)


def correct(session: Session, intake: TenantImport, cells: Mapping[tuple[int, int], str]) -> None:
    """Put cells right, and have the file looked at again."""
    corrections = {row: dict(places) for row, places in intake.corrections.items()}
    for (row, place), text in cells.items():
        corrections.setdefault(str(row), {})[str(place)] = text
    intake.corrections = corrections
    _want(session, intake, Stage.CHECKING)


def confirm(session: Session, intake: TenantImport, headers: Sequence[str], *, now: datetime) -> None:
    """Have a file imported, and remember for the next one what its columns hold."""
    key = layout_key(headers)
    choice = session.get(ColumnChoice, key) or ColumnChoice(layout=key, chosen_at=now)
    choice.columns, choice.with_notes, choice.chosen_at = dict(intake.columns), intake.with_notes, now
    session.add(choice)
    _want(session, intake, Stage.IMPORTING)


def take_back(session: Session, intake: TenantImport, *, now: datetime) -> None:
    """Have an import taken back. Raises Refused when it is too late, or a later one builds on it."""
    if not may_be_undone(session, intake, now=now):
        raise Refused("import_stays")
    _want(session, intake, Stage.UNDOING)


def may_be_undone(session: Session, intake: TenantImport, *, now: datetime) -> bool:
    """Tell whether an import can be taken back: within a day, and the last one first."""
    if intake.stage is not Stage.DONE or intake.finished_at is None or now - intake.finished_at >= KEPT_FOR:
        return False
    later = select(TenantImport.id).where(
        col(TenantImport.finished_at) > intake.finished_at, col(TenantImport.stage) != Stage.UNDONE
    )
    return bool(intake.counts.get("new") or intake.counts.get("changed")) and session.exec(later).first() is None


def _want(session: Session, intake: TenantImport, stage: Stage) -> None:
    intake.stage, intake.claimed_at, intake.rows_done = stage, None, 0
    session.add(intake)
    ring(session, Queue.IMPORTS)


def next_wanted(session: Session, *, now: datetime) -> int | None:
    """Give the oldest import that waits for a worker, or was left by one that died."""
    free = sa.or_(col(TenantImport.claimed_at).is_(None), col(TenantImport.claimed_at) < now - LEASE)
    return session.exec(
        select(TenantImport.id).where(col(TenantImport.stage).in_(WORK), free).order_by(col(TenantImport.id))
    ).first()


def take(session: Session, import_id: int, *, now: datetime) -> bool:
    """Take an import to work on; one worker wins."""
    free = sa.or_(col(TenantImport.claimed_at).is_(None), col(TenantImport.claimed_at) < now - LEASE)
    return claim(
        session,
        sa.update(TenantImport)
        .where(col(TenantImport.id) == import_id, col(TenantImport.stage).in_(WORK), free)
        .values(claimed_at=now, rows_done=0),
    )


def note_progress(session: Session, import_id: int, done: int, *, now: datetime) -> None:
    """Say how many rows are done, and that whoever does them is alive."""
    session.connection().execute(
        sa.update(TenantImport).where(col(TenantImport.id) == import_id).values(rows_done=done, claimed_at=now)
    )


def begin_check(session: Session, intake: TenantImport) -> None:
    """Throw away what an earlier look at the file showed."""
    _forget_pages(session, intake)


def note_pages(session: Session, intake: TenantImport, pages: Sequence[Page]) -> None:
    """Keep some pages of what a look at the file showed."""
    rows = [
        {"import_id": intake.id, "result": result, "page": page, "rows": content} for result, page, content in pages
    ]
    session.connection().execute(sa.insert(ImportPage), rows)


def note_check(session: Session, intake: TenantImport, plan: Plan) -> None:
    """Keep the counts of a look at the file."""
    intake.counts, intake.refusal = counted(plan.report), {}
    _settle(session, intake, Stage.CHECKED)


def note_refusal(session: Session, intake: TenantImport, refused: FileRefused) -> None:
    """Keep why the file cannot be imported as it is."""
    _forget_pages(session, intake)
    if intake.finished_at is None:
        intake.counts = {}
    intake.refusal = {"code": refused.code, "values": refused.values}
    _settle(session, intake, Stage.DONE if intake.finished_at else Stage.CHECKED)


def has_begun(session: Session, import_id: int) -> bool:
    """Tell whether something of an import was stored, by this worker or by one that died."""
    return session.exec(select(ImportUndo.tenant_id).where(ImportUndo.import_id == import_id)).first() is not None


def note_counts(session: Session, import_id: int, report: ImportReport) -> None:
    """Keep with the first portion what the whole import does: whoever goes on with it finds that portion the same."""
    session.connection().execute(
        sa.update(TenantImport).where(col(TenantImport.id) == import_id).values(counts=counted(report))
    )


def note_done(session: Session, intake: TenantImport, *, now: datetime) -> None:
    """Note that an import is done, and keep nothing of what the file held."""
    _forget_pages(session, intake)
    intake.corrections, intake.refusal, intake.finished_at = {}, {}, now
    _settle(session, intake, Stage.DONE)


def note_half_done(session: Session, intake: TenantImport, *, now: datetime) -> None:
    """Note that an import went wrong when a part was stored: that part is counted, and can be taken back."""
    nothing = sa.cast(col(ImportUndo.before), sa.Text) == "{}"
    query = sa.select(nothing, sa.func.count()).where(col(ImportUndo.import_id) == intake.id).group_by(nothing)
    stored = {"new" if added else "changed": count for added, count in session.connection().execute(query)}
    note_done(session, intake, now=now)
    intake.counts = {**dict.fromkeys(map(str, Result), 0), **stored}
    intake.refusal = {"code": "import_half_done", "values": {}}


def note_undoing(session: Session, intake: TenantImport, counts: Mapping[str, int]) -> None:
    """Keep what was taken back so far."""
    intake.undone = dict(Counter(intake.undone) + Counter(counts))
    session.add(intake)


def note_undone(session: Session, intake: TenantImport) -> None:
    """Note that all that could be taken back is."""
    intake.refusal = {}
    _settle(session, intake, Stage.UNDONE)


def _settle(session: Session, intake: TenantImport, stage: Stage) -> None:
    intake.stage, intake.claimed_at = stage, None
    session.add(intake)


def counted(report: ImportReport) -> dict[str, int]:
    """Give the counts of a report by the name of each result."""
    return {result.value: report.counts[result] for result in Result}


def rows_of(session: Session, intake: TenantImport, result: str, page: int) -> list[dict[str, Any]]:
    """Give one page of the rows with a result."""
    found = session.get(ImportPage, (intake.id, result, page))
    return found.rows if found else []


def every_row_of(session: Session, intake: TenantImport, result: str) -> list[dict[str, Any]]:
    """Give all rows with a result."""
    query = select(ImportPage).where(ImportPage.import_id == intake.id, ImportPage.result == result)
    return [row for page in session.exec(query.order_by(col(ImportPage.page))) for row in page.rows]


def forget(session: Session, intake: TenantImport) -> None:
    """Throw away all that is known about a file."""
    _forget_pages(session, intake)
    session.delete(intake)


def _forget_pages(session: Session, intake: TenantImport) -> None:
    session.connection().execute(sa.delete(ImportPage).where(col(ImportPage.import_id) == intake.id))


def anything_to_sweep(session: Session, *, now: datetime) -> bool:
    """Tell whether a day has passed for some file."""
    return session.exec(_old(now).limit(1)).first() is not None


def _old(now: datetime) -> SelectOfScalar[Any]:
    moment = sa.func.coalesce(col(TenantImport.finished_at), col(TenantImport.created_at))
    kept = sa.exists().where(col(ImportUndo.import_id) == col(TenantImport.id))
    return select(TenantImport.id).where(moment < now - KEPT_FOR, sa.or_(col(TenantImport.stage).not_in(CLOSED), kept))


def sweep(session: Session, *, now: datetime) -> int:
    """Erase after a day what files held and how tenants were before; only the counts remain."""
    ids = list(session.exec(_old(now).limit(AT_ONCE)))
    connection = session.connection()
    connection.execute(sa.delete(ImportPage).where(col(ImportPage.import_id).in_(ids)))
    connection.execute(sa.delete(ImportUndo).where(col(ImportUndo.import_id).in_(ids)))
    connection.execute(
        sa.delete(TenantImport).where(col(TenantImport.id).in_(ids), col(TenantImport.stage).not_in(CLOSED))
    )
    return len(ids)
