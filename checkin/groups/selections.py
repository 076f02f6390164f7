"""Selection files: whom a campaign about nuisance or arrears means, for as long as that campaign needs it.

Of the file only the reference and the day are looked at. What we do not know, what is too long ago and every other
column are forgotten at once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from checkin.domain.errors import Refused
from checkin.groups.models import Cause, LegalGround, Selection, SelectionRow
from checkin.groups.queries import listed
from checkin.tenants.cells import date_of
from checkin.tenants.columns import field_of
from checkin.tenants.models import Tenant
from checkin.tenants.reading import Row, read_cells
from checkin.tenants.refusals import FileRefused

KEPT_UNUSED = timedelta(days=30)
"""A selection that no campaign began with is erased after this."""
DAY_HEADERS = frozenset({"datum", "date", "dag", "sinds", "since", "meldingsdatum", "datum melding", "datum overlast"})
HEADER_WITHIN = 10
AT_ONCE = 5000


@dataclass(frozen=True)
class Wanted:
    """What a coordinator says about a selection file before it is read."""

    cause: Cause
    since: date
    purpose: str
    legal_ground: LegalGround


@dataclass(frozen=True)
class Kept:
    """What was kept of a file; the counts are shown once and stored nowhere."""

    selection: Selection
    unknown: int
    """References that are nobody's here."""
    earlier: int
    """Rows about a day before the one that was chosen."""
    without_day: int


def keep_selection(
    session: Session, content: bytes, wanted: Wanted, *, staff_id: int | None, now: datetime, today: date
) -> Kept:
    """Read a file and keep the tenants and days that are meant. Raises FileRefused, and Refused("selection_empty")."""
    days: dict[str, date] = {}
    earlier = without_day = 0
    for reference, day in _rows(content, today):
        if day is None:
            without_day += 1
        elif day < wanted.since:
            earlier += 1
        else:
            days[reference] = max(day, days.get(reference, day))
    tenants = _tenants(session, days)
    if not tenants:
        raise Refused("selection_empty")
    selection = Selection(
        cause=wanted.cause, since=wanted.since, purpose=wanted.purpose, legal_ground=wanted.legal_ground,
        created_by=staff_id, created_at=now, tenants=len(tenants),
    )  # fmt: skip
    session.add(selection)
    session.flush()
    rows = [
        {"selection_id": selection.id, "tenant_id": tenant_id, "happened_on": days[reference]}
        for reference, tenant_id in tenants.items()
    ]
    for start in range(0, len(rows), AT_ONCE):
        session.connection().execute(sa.insert(SelectionRow), rows[start : start + AT_ONCE])
    return Kept(selection, len(days) - len(tenants), earlier, without_day)


def _tenants(session: Session, references: Collection[str]) -> dict[str, int]:
    if not references:
        return {}
    wanted = col(Tenant.external_ref).in_(listed(session, sorted(references)))
    rows = session.connection().execute(sa.select(col(Tenant.external_ref), col(Tenant.id)).where(wanted))
    return {reference: tenant_id for reference, tenant_id in rows if reference is not None and tenant_id is not None}


def _rows(content: bytes, today: date) -> Iterator[tuple[str, date | None]]:
    """Give the reference and the day of each row under the header; raises FileRefused when there is no such header."""
    cells = read_cells(content)
    reference_at, day_at = _header(cells)
    for _number, row in cells:
        reference = row[reference_at].strip().lstrip("'") if len(row) > reference_at else ""
        if reference:
            yield reference, date_of(row[day_at].strip(), today) if len(row) > day_at else None


def _header(cells: Iterator[Row]) -> tuple[int, int]:
    for number, row in cells:
        references = [place for place, cell in enumerate(row) if field_of(cell) == "external_ref"]
        days = [place for place, cell in enumerate(row) if cell.strip().lower() in DAY_HEADERS]
        if references and days:
            return references[0], days[0]
        if number >= HEADER_WITHIN:
            break
    raise FileRefused("selection_header")


def use_selection(session: Session, *, selection_id: int, campaign_id: int) -> None:
    """Tie a selection to the campaign that asks these tenants. Raises Refused("selection_gone")."""
    taken = (
        sa.update(Selection)
        .where(
            col(Selection.id) == selection_id,
            col(Selection.erased_at).is_(None),
            sa.or_(col(Selection.campaign_id).is_(None), col(Selection.campaign_id) == campaign_id),
        )
        .values(campaign_id=campaign_id)
        .execution_options(synchronize_session=False)
    )
    if session.connection().execute(taken).rowcount != 1:
        raise Refused("selection_gone")


def erase(session: Session, *conditions: Any, now: datetime) -> int:
    """Erase the rows of the selections that the conditions mean; give how many selections that were."""
    kept = sa.select(col(Selection.id)).where(col(Selection.erased_at).is_(None), *conditions)
    ids = list(session.connection().execute(kept).scalars())
    if ids:
        session.connection().execute(sa.delete(SelectionRow).where(col(SelectionRow.selection_id).in_(ids)))
        erased = sa.update(Selection).where(col(Selection.id).in_(ids)).values(erased_at=now)
        session.connection().execute(erased.execution_options(synchronize_session=False))
    return len(ids)


def cut_loose(session: Session, campaign_ids: Any) -> list[int]:
    """Forget which selections led to which of these campaigns; give the campaigns that had one.

    Else the list of a campaign beside the cause of its selection would go on telling whose it was.
    """
    cut = (
        sa.update(Selection)
        .where(col(Selection.campaign_id).in_(campaign_ids))
        .values(campaign_id=None)
        .execution_options(synchronize_session=False)
    )
    used = sa.select(col(Selection.campaign_id)).where(col(Selection.campaign_id).in_(campaign_ids))
    found = [one for one in session.connection().execute(used).scalars() if one is not None]
    if found:
        session.connection().execute(cut)
    return found


def never_used(now: datetime) -> Any:
    """Say in SQL that no campaign began with a selection for too long."""
    return sa.and_(col(Selection.campaign_id).is_(None), col(Selection.created_at) <= now - KEPT_UNUSED)
