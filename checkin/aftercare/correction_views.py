"""Correcties: what tenants said of their numbers and addresses, as a file for the landlord's primary system."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from checkin.aftercare import correction_file, corrections
from checkin.aftercare.labels import XLSX
from checkin.aftercare.models import CorrectionFile
from checkin.domain.errors import Refused
from checkin.staff.colleague import signed_in
from checkin.web.context import now, runtime, session
from checkin.web.refusals import refusal

PAGE = 50
LAST_PAGE = 10_000
MOST_LINES = 50_000
correcting = Blueprint("corrections", __name__)


@correcting.get("/corrections")
def show() -> ResponseReturnValue:
    """Show what is new, and the files that were made."""
    page, files_page = _page("page"), _page("files")
    rows = correction_file.lines(session(), file_id=None, limit=PAGE + 1, offset=(page - 1) * PAGE)
    files = correction_file.files(session(), limit=PAGE + 1, offset=(files_page - 1) * PAGE)
    return render_template(
        "aftercare/corrections.html",
        rows=rows[:PAGE],
        more=len(rows) > PAGE,
        page=page,
        files=files[:PAGE],
        more_files=len(files) > PAGE,
        files_page=files_page,
    )


def _page(name: str) -> int:
    return min(max(request.args.get(name, 1, type=int), 1), LAST_PAGE)


@correcting.post("/corrections/files")
def close() -> ResponseReturnValue:
    """Take everything that is new into one file."""
    try:
        corrections.close_file(session(), staff_id=signed_in().id, now=now())
    except Refused as refused:
        flash(refusal(refused), "warning")
    else:
        flash(_("Het bestand staat hieronder klaar. U kunt het zo vaak ophalen als u wilt."))
    return redirect(url_for("corrections.show"))


@correcting.get("/corrections/<int:file_id>.xlsx")
def as_xlsx(file_id: int) -> ResponseReturnValue:
    """Give one file as a spreadsheet; made again, it holds the same lines."""
    content = correction_file.as_xlsx(_lines(file_id), runtime().zone)
    headers = {"Content-Disposition": f'attachment; filename="correcties-{file_id}.xlsx"'}
    return Response(content, mimetype=XLSX, headers=headers)


@correcting.get("/corrections/<int:file_id>.csv")
def as_csv(file_id: int) -> ResponseReturnValue:
    """Give one file as text with columns."""
    content = correction_file.as_csv(_lines(file_id), runtime().zone)
    headers = {"Content-Disposition": f'attachment; filename="correcties-{file_id}.csv"'}
    return Response(content, mimetype="text/csv", headers=headers)


def _lines(file_id: int) -> list[correction_file.Line]:
    file = session().get(CorrectionFile, file_id) or abort(HTTPStatus.NOT_FOUND)
    return correction_file.lines(session(), file_id=file.id, limit=MOST_LINES)
