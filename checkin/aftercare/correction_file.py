"""Corrections as a file for the landlord's primary system: who, what it is now, who heard it and when."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select
from xlsxwriter import Workbook

from checkin.aftercare.corrections import DECEASED, MOVED, WRONG_NUMBER
from checkin.aftercare.models import Correction, CorrectionFile
from checkin.domain.spoken import full_name
from checkin.staff.models import Staff
from checkin.tenants.cells import LANGUAGES
from checkin.tenants.models import Channel, Tenant
from checkin.tenants.naming import TenantName, name_of
from checkin.tenants.phones import national
from checkin.web.spreadsheets import guarded

COLUMNS = ("Relatienummer", "VHE", "Naam", "Gegeven", "Nieuwe waarde", "Gehoord op", "Door")
"""Dutch whatever the screen says, as the system that reads it is."""
FACTS = {
    "mobile": "Mobiel nummer",
    "landline": "Vast nummer",
    "phone_2": "Tweede nummer",
    "phone_note": "Notitie bij telefoon",
    "email": "E-mailadres",
    "language": "Voorkeurstaal",
    "channel": "Communicatievoorkeur",
    WRONG_NUMBER: "Nummer is van iemand anders",
    MOVED: "Verhuisd, volgens het gesprek",
    DECEASED: "Overleden, volgens het gesprek",
}

ISO_LETTERS = 3
NUMBERS = frozenset({"mobile", "landline", "phone_2", WRONG_NUMBER})
"""Written as people here write them: a plus in front would be taken for a formula."""
CODES = {
    **{
        code: next(name.upper() for name in names.split() if len(name) == ISO_LETTERS)
        for code, names in LANGUAGES.items()
    },
    Channel.TEXT: "MOB",
    Channel.VOICE: "TEL",
    Channel.NONE: "POS",
    Channel.AUTO: "",
}
"""What VERA calls a language (ISO 639-3) and a wish for one way."""


@dataclass(frozen=True)
class Line:
    """One correction."""

    tenant_id: int
    reference: str
    unit: str
    name: TenantName
    fact: str
    value: str
    at: datetime
    colleague: str


def lines(session: Session, *, file_id: int | None, limit: int, offset: int = 0) -> list[Line]:
    """List the corrections of one file, or those that none took along yet, oldest first."""
    of_file = col(Correction.file_id).is_(None) if file_id is None else col(Correction.file_id) == file_id
    statement = (
        select(Correction, Tenant, Staff.name)
        .join(Tenant, col(Tenant.id) == col(Correction.tenant_id))
        .join(Staff, col(Staff.id) == col(Correction.staff_id), isouter=True)
        .where(of_file)
        .order_by(col(Correction.at), col(Correction.id))
        .limit(limit)
        .offset(offset)
    )
    return [
        Line(
            one.tenant_id,
            tenant.external_ref or "",
            tenant.unit_ref,
            name_of(tenant),
            one.fact,
            one.value,
            one.at,
            by or "",
        )
        for one, tenant, by in session.exec(statement)
    ]


def files(session: Session, *, limit: int, offset: int = 0) -> list[tuple[CorrectionFile, str]]:
    """List the files that were made, newest first, with who made them."""
    statement = (
        select(CorrectionFile, Staff.name)
        .join(Staff, col(Staff.id) == col(CorrectionFile.staff_id), isouter=True)
        .order_by(col(CorrectionFile.id).desc())
        .limit(limit)
        .offset(offset)
    )
    return [(file, by or "") for file, by in session.exec(statement)]


def as_csv(found: Iterable[Line], zone: ZoneInfo) -> bytes:
    """Write the lines so that Dutch Excel opens them with a double click, and takes nothing for a formula."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for line in found:
        writer.writerow([guarded(cell) for cell in cells(line, zone)])
    return file.getvalue().encode("utf-8-sig")


def as_xlsx(found: Iterable[Line], zone: ZoneInfo) -> bytes:
    """Write the lines. Every cell is text, so that nothing is ever run as a formula and no zero is lost."""
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        sheet, bold = book.add_worksheet("Correcties"), book.add_format({"bold": True})
        for place, title in enumerate(COLUMNS):
            sheet.write_string(0, place, title, bold)
        for row, line in enumerate(found, start=1):
            for place, text in enumerate(cells(line, zone)):
                sheet.write_string(row, place, text)
        sheet.freeze_panes(1, 0)
        sheet.autofit()
    return file.getvalue()


def cells(line: Line, zone: ZoneInfo) -> Iterator[str]:
    """Give the cells of one line."""
    value = line.value
    if line.fact in NUMBERS and value:
        value = national(value)
    elif line.fact in {"language", "channel"}:
        value = CODES.get(value, value)
    yield from (line.reference, line.unit, full_name(line.name), FACTS.get(line.fact, line.fact), value)
    yield line.at.astimezone(zone).strftime("%Y-%m-%d %H:%M")
    yield line.colleague
