"""Undoing a step: what it changed is kept beside it, and put back as long as nobody did anything since.

A step is photographed: the rows of the tenant before it and after it. Whatever a step may come to mean one day, what
differs between the two pictures is what it did.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, SQLModel, col, delete, select

from checkin.cases.models import Case, UndoStep
from checkin.domain.cases import CaseState
from checkin.domain.errors import Refused
from checkin.domain.handing_on import UNDO_SECONDS, UndoKind
from checkin.staff.models import Staff
from checkin.tenants.models import Happening, Tenant, TimelineEntry
from checkin.tenants.numbers import NUMBERS, numbers_of
from checkin.tenants.timeline import tell

NEVER = frozenset({"timeline", "undo_step", "provider_event"})
"""What happened has happened: the timeline tells that it was undone."""
MOVES_BY_ITSELF = {"case": frozenset({"claim_ends_at", "next_nudge_at"})}
"""An open page extends its claim: that is no later step."""
SHOWN_SECONDS = 10
LEAVES = frozenset({"message", "call"})
OURS = {"message": ("state", "cancelled"), "call": ("state", "cancelled"), "attempt": ("end", "cancelled")}
"""Of what goes out a step only calls off what had not left; the rest is what workers did in the same moment."""

Key = tuple[str, tuple[Any, ...]]
Picture = dict[Key, dict[str, Any]]


@dataclass
class Offer:
    """What a page offers to undo."""

    kind: UndoKind
    step_id: int | None = None

    @property
    def category(self) -> str:
        """Name the offer for `flash`: `undo:12`, and for what one may do in passing the seconds that it is shown."""
        if self.step_id is None:
            return "message"
        return f"undo:{self.step_id}" + (f":{SHOWN_SECONDS}" if self.kind is not UndoKind.CONTACT else "")


@contextmanager
def undoable(
    session: Session, kind: UndoKind, *, case_id: int, staff_id: int, now: datetime, wide: bool = False
) -> Iterator[Offer]:
    """Keep what the step within changes; `wide` when it may change anything about the tenant and the household."""
    offer, where = Offer(kind), _where(session, case_id, wide=wide)
    before = _picture(session, where)
    yield offer
    session.flush()
    changes = list(_differences(before, _picture(session, where)))
    if changes:
        until = now + timedelta(seconds=UNDO_SECONDS[kind])
        step = UndoStep(staff_id=staff_id, case_id=case_id, kind=kind, at=now, until=until, changes=changes)
        session.add(step)
        session.flush()
        offer.step_id = step.id


def _where(session: Session, case_id: int, *, wide: bool) -> dict[str, Any]:
    """Say which rows of which tables are photographed."""
    tables = SQLModel.metadata.tables
    case = session.get(Case, case_id)
    if not wide or case is None:
        return {"case": tables["case"].c.id == case_id, "case_skip": tables["case_skip"].c.case_id == case_id}
    tenant = session.get_one(Tenant, case.tenant_id)
    numbers = numbers_of(tenant)
    ids = {tenant.id, *session.execute(sa.select(col(Tenant.id)).where(_any_number(numbers))).scalars()}
    found: dict[str, Any] = {}
    for name, table in tables.items():
        if name in NEVER:
            continue
        if "tenant_id" in table.c:
            found[name] = table.c.tenant_id.in_(ids)
        elif "case_id" in table.c:
            found[name] = table.c.case_id == case_id
    found["tenant"] = tables["tenant"].c.id.in_(ids)
    found["phone_number"] = tables["phone_number"].c.number.in_(numbers)
    return found


def _any_number(numbers: Collection[str]) -> Any:
    return sa.or_(*(column.in_(numbers) for column in NUMBERS))


def _picture(session: Session, where: Mapping[str, Any]) -> Picture:
    picture: Picture = {}
    for name, condition in where.items():
        table = SQLModel.metadata.tables[name]
        for row in session.connection().execute(sa.select(table).where(condition)).mappings():
            key = tuple(row[column.name] for column in table.primary_key)
            picture[name, key] = {column: _frozen(value) for column, value in row.items()}
    return picture


def _differences(before: Picture, after: Picture) -> Iterator[dict[str, Any]]:
    for key in sorted({*before, *after}, key=str):
        old, new = before.get(key), after.get(key)
        if old == new:
            continue
        table, values = key
        change: dict[str, Any] = {"table": table, "key": list(values)}
        if old is None or new is None:
            yield {**change, "before": old, "after": None if new is None else _digest(new)}
            continue
        if table in OURS and new[OURS[table][0]] != OURS[table][1]:
            continue
        columns = [column for column in old if old[column] != new[column]]
        if not set(columns) - MOVES_BY_ITSELF.get(table, frozenset()):
            continue
        yield {**change, "before": {one: old[one] for one in columns}, "after": {one: new[one] for one in columns}}


def undo(session: Session, *, step_id: int, staff_id: int, claim_minutes: int, now: datetime) -> UndoStep:
    """Put everything back as it was before a step, and tell it.

    Raises Refused: "undo_gone" when it is not hers, was undone or is too long ago; "undo_left" when something has left
    that cannot be called back; "undo_followed" (with `by`) when somebody did something since.
    """
    step = session.get(UndoStep, step_id, with_for_update=True)
    if step is None or step.staff_id != staff_id or step.undone_at is not None or step.until < now:
        raise Refused("undo_gone")
    session.get_one(Case, step.case_id, with_for_update=True)
    _refuse_what_followed(session, step)
    _refuse_what_differs(session, step)
    try:
        with session.begin_nested():
            _put_back(session, step)
    except IntegrityError:
        raise Refused("undo_followed", by="") from None
    step.undone_at = now
    session.add(step)
    session.flush()
    session.expire_all()
    case = session.get_one(Case, step.case_id)
    if case.state is CaseState.CLAIMED and case.claimed_by == staff_id:
        case.claim_ends_at = now + timedelta(minutes=claim_minutes)
        session.add(case)
    what = step.kind.value
    tell(session, Happening.UNDONE, tenant_id=case.tenant_id, now=now, case_id=case.id, staff_id=staff_id, what=what)
    return step


def _refuse_what_followed(session: Session, step: UndoStep) -> None:
    later = select(UndoStep.id).where(
        UndoStep.case_id == step.case_id, col(UndoStep.id) > step.id, col(UndoStep.undone_at).is_(None)
    )
    others = (
        select(Staff.name)
        .join(TimelineEntry, col(TimelineEntry.staff_id) == col(Staff.id))
        .where(
            TimelineEntry.case_id == step.case_id, TimelineEntry.at >= step.at, TimelineEntry.staff_id != step.staff_id
        )
        .limit(1)
    )
    by = session.exec(others).first()
    if by is not None or session.exec(later.limit(1)).first() is not None:
        raise Refused("undo_followed", by=by or "")


def _refuse_what_differs(session: Session, step: UndoStep) -> None:
    for change in step.changes:
        table = SQLModel.metadata.tables[change["table"]]
        found = session.connection().execute(sa.select(table).where(_is(table, change))).mappings().first()
        now = {column: _frozen(value) for column, value in found.items()} if found else None
        if not _is_as_it_was_left(change, now):
            raise Refused("undo_left") if change["table"] in LEAVES else Refused("undo_followed", by="")


def _is_as_it_was_left(change: dict[str, Any], now: dict[str, Any] | None) -> bool:
    after = change["after"]
    if after is None or now is None:
        return after is None and now is None
    if isinstance(after, str):
        return after == _digest(now)
    free = MOVES_BY_ITSELF.get(change["table"], frozenset())
    return all(now[column] == value for column, value in after.items() if column not in free)


def _put_back(session: Session, step: UndoStep) -> None:
    """Take out what came, change back what changed, put in what went: children before parents, and the other way."""
    connection, order = session.connection(), [table.name for table in SQLModel.metadata.sorted_tables]
    changes = sorted(step.changes, key=lambda change: order.index(change["table"]))
    for change in reversed(changes):
        table = SQLModel.metadata.tables[change["table"]]
        if change["before"] is not None and change["after"] is not None:
            connection.execute(sa.update(table).where(_is(table, change)).values(_thawed(change["before"])))
    for change in reversed(changes):
        table = SQLModel.metadata.tables[change["table"]]
        if change["before"] is None:
            connection.execute(sa.delete(table).where(_is(table, change)))
    for change in changes:
        if change["after"] is None:
            table = SQLModel.metadata.tables[change["table"]]
            connection.execute(sa.insert(table).values(_thawed(change["before"])))


def _is(table: sa.Table, change: dict[str, Any]) -> Any:
    return sa.and_(*(column == value for column, value in zip(table.primary_key, change["key"], strict=True)))


def _digest(row: dict[str, Any]) -> str:
    """Stand for a row without keeping what is in it."""
    return hashlib.sha256(json.dumps(row, sort_keys=True).encode()).hexdigest()


def _frozen(value: Any) -> Any:
    """Write a value of a column as JSON."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, datetime):
        return {"at": value.isoformat()}
    if isinstance(value, date):
        return {"on": value.isoformat()}
    return {"amount": str(value)} if isinstance(value, Decimal) else value


READ: dict[str, Any] = {"at": datetime.fromisoformat, "on": date.fromisoformat, "amount": Decimal}


def _thawed(row: dict[str, Any]) -> dict[str, Any]:
    def read(value: Any) -> Any:
        if isinstance(value, dict) and len(value) == 1 and (kind := next(iter(value))) in READ:
            return READ[kind](value[kind])
        return value

    return {column: read(value) for column, value in row.items()}


def sweep(session: Session, *, now: datetime) -> None:
    """Forget what cannot be undone any more: it holds what was before."""
    session.connection().execute(delete(UndoStep).where(col(UndoStep.until) < now))


def anything_to_sweep(session: Session, *, now: datetime) -> bool:
    """Tell whether a step can no longer be undone."""
    return session.exec(select(UndoStep.id).where(UndoStep.until < now).limit(1)).first() is not None
