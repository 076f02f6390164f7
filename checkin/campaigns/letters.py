"""The letter list of a campaign: one line per tenant who is told by post, for a mail merge."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlmodel import Session, col, select
from xlsxwriter import Workbook

from checkin.domain.checkins import CheckInState
from checkin.domain.spoken import written_name
from checkin.domain.tongues import FALLBACK, tongue
from checkin.outreach.models import CheckIn
from checkin.outreach.notice_models import Notice, NoticeKind
from checkin.tenants.models import Tenant

COLUMNS = (
    "Relatienummer", "Naam", "Voorletters", "Straat", "Huisnummer", "Postcode", "Plaats", "Taal", "Codewoord", "Bellen",
)  # fmt: skip
"""The names that a mail merge fills in; Dutch whatever the screen says, as the letter itself is the landlord's."""
BATCH = 1000
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Letter:
    """What one letter or card needs."""

    reference: str
    name: str
    initials: str
    street: str
    house_number: str
    postcode: str
    city: str
    language: str
    code_word: str
    rings: bool
    """Whether somebody will ring or text; if not, the letter is all, and should give the landlord's number."""


def letters(session: Session, *, campaign_id: int) -> Iterator[Letter]:
    """Give everyone who is told by letter, in the order of their addresses as a postman walks."""
    statement = (
        select(Tenant, Notice.code_word, CheckIn.state)
        .join(Notice, col(Notice.check_in_id) == col(CheckIn.id))
        .join(Tenant, col(Tenant.id) == col(CheckIn.tenant_id))
        .where(
            Notice.campaign_id == campaign_id,
            Notice.kind == NoticeKind.LETTER,
            col(Tenant.stopped_at).is_(None),
            col(Tenant.deceased_at).is_(None),
        )
        .order_by(col(Tenant.postcode), col(Tenant.street), col(Tenant.house_number), col(Tenant.id))
        .execution_options(yield_per=BATCH)
    )
    for tenant, word, state in session.exec(statement):
        yield _letter(tenant, word, CheckInState(state))


def _letter(tenant: Tenant, word: str, state: CheckInState) -> Letter:
    # A letter is in Latin script: a title in another one would stand in the middle of its first line.
    language = FALLBACK if tongue(tenant.language).wide else tenant.language
    number = f"{tenant.house_number}{tenant.house_letter} {tenant.house_addition}".strip()
    return Letter(
        tenant.external_ref or "",
        written_name(tenant, language),
        tenant.initials,
        tenant.street,
        number,
        tenant.postcode,
        tenant.city,
        tenant.language,
        word,
        rings=state not in {CheckInState.UNREACHABLE, CheckInState.CANCELLED},
    )


def as_xlsx(rows: Iterable[Letter]) -> bytes:
    """Write the list. Every cell is text, so that no name is ever run as a formula."""
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True, "constant_memory": False}) as book:
        sheet = book.add_worksheet("Brieven")
        bold = book.add_format({"bold": True})
        for place, name in enumerate(COLUMNS):
            sheet.write_string(0, place, name, bold)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(COLUMNS) - 1, 16)
        for line, row in enumerate(rows, 1):
            for place, text in enumerate(_cells(row)):
                sheet.write_string(line, place, text)
    return file.getvalue()


def _cells(row: Letter) -> tuple[str, ...]:
    rings = "ja" if row.rings else "nee"
    address = (row.street, row.house_number, row.postcode, row.city)
    return (row.reference, row.name, row.initials, *address, row.language, row.code_word, rings)
