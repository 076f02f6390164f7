"""Huurders: the list with its search, and bringing in a landlord's file after a look at what it would do."""

from __future__ import annotations

from contextlib import suppress
from http import HTTPStatus

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.exceptions import RequestEntityTooLarge

from checkin.staff.colleague import signed_in
from checkin.tenants import forms
from checkin.tenants.columns import mapping, recognise
from checkin.tenants.example import EXAMPLE
from checkin.tenants.importing import Result
from checkin.tenants.phones import masked
from checkin.tenants.queries import search_tenants
from checkin.tenants.reading import read_table
from checkin.tenants.refusals import FileRefused
from checkin.tenants.report import ImportReport
from checkin.tenants.sentences import say
from checkin.tenants.service import import_table, rules_for
from checkin.tenants.uploads import Uploads, Waiting
from checkin.web.context import now, runtime, session
from checkin.web.errors import error_page
from checkin.web.languages import language
from checkin.web.transaction import transaction

LONGEST_SEARCH = 100
LAST_PAGE = 100_000
SHOWN_ROWS = 200
MOST_DRAINED = 200 * 1024 * 1024

tenants = Blueprint("tenants", __name__, url_prefix="/tenants")
tenants.add_app_template_filter(masked, "masked_number")


@tenants.get("")
def tenant_list() -> ResponseReturnValue:
    """List the tenants, or those who answer to a search."""
    search = request.args.get("q", "").replace("\0", "").strip()[:LONGEST_SEARCH]
    wanted = min(max(request.args.get("page", 1, type=int), 1), LAST_PAGE)
    return render_template("tenants/list.html", found=search_tenants(session(), search, wanted), search=search)


@tenants.get("/import")
def import_start() -> ResponseReturnValue:
    """Ask for a file."""
    uploads().sweep(now())
    return render_template("tenants/import_file.html", form=forms.UploadForm(formdata=None))


@tenants.get("/import/voorbeeld.csv")
def import_example() -> Response:
    """Give a file to begin with."""
    headers = {"Content-Disposition": 'attachment; filename="voorbeeld-huurders.csv"'}
    return Response(EXAMPLE.encode("utf-8-sig"), mimetype="text/csv", headers=headers)


@tenants.post("/import")
def import_upload() -> ResponseReturnValue:
    """Take a file in, without doing anything with it yet."""
    form = forms.UploadForm()
    if form.accepted():
        try:
            table = read_table(form.file.data.read())
            mapped = {str(place): name for place, name in mapping(recognise(table.headers)).items()}
            token = uploads().keep(table, Waiting(form.file.data.filename[:100], mapped))
            return redirect(url_for("tenants.import_check", token=token))
        except FileRefused as refused:
            form.file.errors = [say(refused.remark, language())]
    return render_template("tenants/import_file.html", form=form), HTTPStatus.UNPROCESSABLE_ENTITY


@tenants.get("/import/<token>")
def import_check(token: str) -> ResponseReturnValue:
    """Show what an import would do; or, afterwards, what it did."""
    waiting = uploads().find(token)
    if waiting is None:
        flash(_("Dit bestand is er niet meer. Kies het opnieuw."), "warning")
        return redirect(url_for("tenants.import_start"))
    if waiting.done is not None:
        return render_template("tenants/import_done.html", waiting=waiting, counts=waiting.done)
    return check_page(token, waiting)


@tenants.post("/import/<token>")
def import_decide(token: str) -> ResponseReturnValue:
    """Look again with other columns, import, or throw the file away."""
    waiting = uploads().find(token)
    if waiting is None or waiting.done is not None:
        return redirect(url_for("tenants.import_check", token=token))
    form = forms.ColumnsForm()
    if not form.accepted():
        abort(HTTPStatus.BAD_REQUEST)
    if form.forget.data:
        uploads().forget(token)
        flash(_("Het bestand is weggegooid. Er is niets ingelezen."))
        return redirect(url_for("tenants.import_start"))
    return look_or_import(token, waiting, form)


def look_or_import(token: str, waiting: Waiting, form: forms.ColumnsForm) -> ResponseReturnValue:
    """Import exactly what the page showed; when something else was chosen, show that first."""
    table = uploads().table(token)
    wanted = Waiting(waiting.name, forms.chosen_columns(table, request.form), bool(form.with_notes.data))
    if wanted != waiting:
        uploads().note(token, wanted)
        if form.start.data:
            flash(_("De kolommen zijn veranderd. Kijk nog één keer of het klopt."), "warning")
    elif form.start.data:
        with suppress(FileRefused):  # the page itself says why
            report = run_import(token, waiting, dry_run=False)
            transaction().keep()  # only when it is stored may the file go
            uploads().finish(token, {result.value: report.counts[result] for result in Result})
    return redirect(url_for("tenants.import_check", token=token))


def run_import(token: str, waiting: Waiting, *, dry_run: bool) -> ImportReport:
    """Import a file that waits, or only say what that would do. Raises FileRefused."""
    return import_table(
        session(),
        uploads().table(token),
        waiting.mapped,
        rules=rules_for(runtime().settings, now(), with_notes=waiting.with_notes),
        now=now(),
        dry_run=dry_run,
        staff_id=signed_in().id,
    )


def check_page(token: str, waiting: Waiting) -> str:
    """Show the columns, the counts, and every row with something to say."""
    report, refusal = ImportReport(), ""
    try:
        report = run_import(token, waiting, dry_run=True)
    except FileRefused as refused:
        refusal = say(refused.remark, language())
    rows = [row for result in reversed(Result) for row in report.of(result)]
    return render_template(
        "tenants/import_check.html",
        token=token,
        waiting=waiting,
        form=forms.ColumnsForm(formdata=None, with_notes=waiting.with_notes),
        columns=forms.choices(uploads().table(token), waiting.mapped),
        labels=forms.LABELS,
        counts={result.value: report.counts[result] for result in Result},
        rows=[(row, say(row.remark, language())) for row in rows[:SHOWN_ROWS]],
        not_shown=len(rows) - len(rows[:SHOWN_ROWS]),
        refusal=refusal,
    )


def uploads() -> Uploads:
    """Give the files that wait."""
    return Uploads(runtime().settings.data_directory)


@tenants.errorhandler(RequestEntityTooLarge)
def too_large(_error: RequestEntityTooLarge) -> ResponseReturnValue:
    """Hear a file out that is too large: a browser whose upload is cut off shows no page at all."""
    stream, left = request.environ["wsgi.input"], min(request.content_length or 0, MOST_DRAINED)
    while left > 0 and (part := stream.read(min(left, 1024 * 1024))):
        left -= len(part)
    return error_page(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
