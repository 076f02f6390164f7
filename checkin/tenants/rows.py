"""Reading the rows of a landlord's file, one by one, into what each says about a tenant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checkin.tenants.candidates import Barrier, Candidate, Layout, RowInHand, Rules
from checkin.tenants.cells import clean_row
from checkin.tenants.columns import PHONES, simplified
from checkin.tenants.facts import PLAIN, Step, steps_for
from checkin.tenants.plain_rows import PlainRows
from checkin.tenants.reading import Row, Table
from checkin.tenants.refusals import FileRefused

SURNAME_ONLY = frozenset({"achternaam", "geslachtsnaam", "familienaam", "lastname", "surname", "familyname"})


def layout_of(table: Table, mapped: Mapping[int, str], rules: Rules) -> Layout:
    """Say where a file keeps which facts. Raises FileRefused when it has no names or no numbers."""
    columns: dict[str, tuple[int, ...]] = {}
    for place, name in sorted(mapped.items()):
        columns[name] = (*columns.get(name, ()), place)
    found = " · ".join(header for header in table.headers if header)[:200]
    if "last_name" not in columns:
        raise FileRefused("no_last_name", found=found)
    if columns.keys().isdisjoint(PHONES):
        raise FileRefused("no_phone_column", found=found)
    surname_only = any(simplified(table.headers[place]) in SURNAME_ONLY for place in columns["last_name"])
    whole_name = not surname_only and columns.keys().isdisjoint({"initials", "first_name"})
    return Layout(table.headers, columns, rules, whole_name, tuple(name for name in PLAIN if name in columns))


def read_rows(table: Table, layout: Layout) -> Iterator[Candidate]:
    """Read every row of a table. Raises FileRefused at a row that cannot be read at all."""
    steps, plain = steps_for(layout.columns), PlainRows(layout)
    for row in table.rows():
        yield plain.read(*row) or read_row(row, layout, steps)


def read_row(row: Row, layout: Layout, steps: Sequence[Step]) -> Candidate:
    """Read one row; what is odd about it becomes a remark, and nothing in it can raise."""
    number, cells = row
    hand = RowInHand(layout, number, clean_row(cells, len(layout.headers)))
    if len(cells) > len(layout.headers) and any(cell.strip() for cell in cells[len(layout.headers) :]):
        hand.refuse(Barrier.WRONG, "", "row_too_long")
        return hand.candidate()
    for step in steps:
        step(hand)
    hand.check_lengths()
    return hand.candidate()
