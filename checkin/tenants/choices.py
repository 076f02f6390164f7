"""What the columns of a file hold: as somebody chose for the same headers before, else as we recognise them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sqlmodel import Session

from checkin.tenants.columns import fields, mapping, recognise
from checkin.tenants.intake_models import ColumnChoice
from checkin.tenants.marks import fingerprint
from checkin.tenants.reading import Table


class Choice(NamedTuple):
    """Which field each column holds, by the column's place, and whether notes are wanted."""

    columns: dict[int, str]
    with_notes: bool = False


def choice_for(session: Session, table: Table) -> Choice:
    """Give what somebody chose for columns with these headers, or our guess."""
    chosen = session.get(ColumnChoice, layout_key(table.headers))
    if chosen is None:
        return Choice(mapping(recognise(table.headers)))
    return Choice(_still_allowed(chosen.columns, table), chosen.with_notes)


def knows(session: Session, table: Table) -> bool:
    """Tell whether somebody chose before what columns with these headers hold."""
    return session.get(ColumnChoice, layout_key(table.headers)) is not None


def layout_key(headers: Sequence[str]) -> str:
    """Name a layout by its headers, in their order."""
    return fingerprint("\x1f".join(headers))


def _still_allowed(columns: Mapping[str, str], table: Table) -> dict[int, str]:
    free = {one.place for one in recognise(table.headers) if not one.refused and not one.of_others}
    return {int(place): name for place, name in columns.items() if int(place) in free and name in fields()}
