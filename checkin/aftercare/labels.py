"""Address labels of gifts for a mail merge: an address and a name, and never why somebody gets something."""

from __future__ import annotations

import io
from collections.abc import Iterable

from xlsxwriter import Workbook

from checkin.aftercare.queries import GiftRow
from checkin.domain.gifts import GiftKind
from checkin.domain.spoken import written_name
from checkin.web.words import GIFTS

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
COLUMNS = ("Naam", "Aanhef", "Straat", "Huisnummer", "Postcode", "Plaats", "Soort")
"""The names that a mail merge fills in; Dutch whatever the screen says, as the post is."""


def as_xlsx(rows: Iterable[GiftRow]) -> bytes:
    """Write the labels. Every cell is text, so that no name is ever run as a formula."""
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        sheet, bold = book.add_worksheet("Etiketten"), book.add_format({"bold": True})
        for place, title in enumerate(COLUMNS):
            sheet.write_string(0, place, title, bold)
        for line, row in enumerate(rows, start=1):
            for place, text in enumerate(label(row)):
                sheet.write_string(line, place, text)
        sheet.freeze_panes(1, 0)
        sheet.autofit()
    return file.getvalue()


def label(row: GiftRow) -> tuple[str, ...]:
    """Give the cells of one label."""
    tenant, name = row.tenant, written_name(row.tenant, "nl")
    whole = name[:1].upper() + name[1:]
    of_family = row.gift.kind is GiftKind.CONDOLENCE
    house = f"{tenant.house_number}{tenant.house_letter} {tenant.house_addition}".strip()
    return (
        f"Familie van {name}" if of_family else whole,
        "Geachte familie" if of_family else f"Beste {name}",
        tenant.street,
        house,
        tenant.postcode,
        tenant.city,
        str(GIFTS[row.gift.kind]),
    )
