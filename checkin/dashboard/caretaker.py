"""The caretaker's list: whose doorbell to ring, on screen, on paper and as a spreadsheet, and what was found."""

from __future__ import annotations

import io
from collections.abc import Iterable

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from xlsxwriter import Workbook

from checkin import flow
from checkin.cases.filters import screen_name
from checkin.domain.errors import Refused
from checkin.domain.visits import VisitOutcome
from checkin.staff.colleague import signed_in
from checkin.visits import queries
from checkin.visits.queries import Address
from checkin.web.context import now, session
from checkin.web.refusals import refusal
from checkin.web.words import VISITS

PAGE = 100
LAST_PAGE = 10_000
MOST_LINES = 5000
"""More doors than all caretakers of a large landlord ring in a month."""
SHOWN_DONE = 20
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

caretaker = Blueprint("caretaker", __name__)


@caretaker.get("/caretaker")
def show() -> ResponseReturnValue:
    """Show whom to visit in the order in which one walks, and what was found lately."""
    page = min(max(request.args.get("page", 1, type=int), 1), LAST_PAGE)
    rows = queries.to_visit(session(), limit=PAGE + 1, offset=(page - 1) * PAGE)
    return render_template(
        "visits/list.html",
        rows=rows[:PAGE],
        more=len(rows) > PAGE,
        page=page,
        count=queries.count_to_visit(session()),
        done=queries.visited(session(), limit=SHOWN_DONE),
        outcomes=VISITS,
    )


@caretaker.post("/caretaker/<int:visit_id>")
def record(visit_id: int) -> ResponseReturnValue:
    """Write down what was found at one door."""
    outcome = request.form.get("outcome", "")
    if outcome not in set(VisitOutcome):
        flash(_("Kies eerst wat er aan de deur bleek."), "warning")
        return redirect(url_for("caretaker.show"))
    try:
        flow.record_visit(
            session(), visit_id=visit_id, outcome=VisitOutcome(outcome), staff_id=signed_in().id, now=now()
        )
    except Refused as refused:
        flash(refusal(refused), "warning")
    else:
        flash(_("Opgeslagen. Dank u wel."))
    return redirect(url_for("caretaker.show"))


@caretaker.get("/caretaker.xlsx")
def download() -> ResponseReturnValue:
    """Give the list as a spreadsheet, with a column to write in what was found."""
    content = as_xlsx(queries.to_visit(session(), limit=MOST_LINES))
    headers = {"Content-Disposition": 'attachment; filename="huismeester.xlsx"'}
    return Response(content, mimetype=XLSX, headers=headers)


def as_xlsx(rows: Iterable[Address]) -> bytes:
    """Write the list. Every cell is text, so that no name is ever run as a formula."""
    titles = (_("Wijk"), _("Complex"), _("Straat"), _("Nummer"), _("Postcode"), _("Plaats"), _("Naam"), _("Gevonden"))
    choices = {"validate": "list", "source": [str(words) for words in VISITS.values()]}
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        sheet, bold = book.add_worksheet(_("Huismeester")), book.add_format({"bold": True})
        for place, title in enumerate(titles):
            sheet.write_string(0, place, title, bold)
        for line, row in enumerate(rows, start=1):
            for place, text in enumerate(_cells(row)):
                sheet.write_string(line, place, text)
            sheet.data_validation(line, len(titles) - 1, line, len(titles) - 1, choices)
        sheet.freeze_panes(1, 0)
        sheet.autofit()
    return file.getvalue()


def _cells(row: Address) -> tuple[str, ...]:
    address = (row.street, row.house, row.postcode, row.city)
    return (row.neighbourhood, row.complex, *address, screen_name(row.name))
