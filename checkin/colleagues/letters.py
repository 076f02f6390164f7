"""The links of invitations as a spreadsheet, for whoever mails them to colleagues."""

from __future__ import annotations

import io
from collections.abc import Iterable

from flask_babel import gettext as _
from xlsxwriter import Workbook

from checkin.staff.models import Invitation
from checkin.web.filters import day


def links_as_xlsx(rows: Iterable[tuple[Invitation, str, str]]) -> bytes:
    """Write one row for each link; every cell as text, so that no formula runs."""
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet, bold = book.add_worksheet(), book.add_format({"bold": True})
        for place, text in enumerate((_("Naam"), _("E-mailadres"), _("Team"), _("Link"), _("Geldig tot"))):
            sheet.write_string(0, place, text, bold)
        for line, (invitation, team, link) in enumerate(rows, start=1):
            cells = (invitation.name, invitation.email, team, link, day(invitation.ends_at))
            for place, text in enumerate(cells):
                sheet.write_string(line, place, text)
        sheet.set_column(0, 2, 24)
        sheet.set_column(3, 3, 90)
    return file.getvalue()
