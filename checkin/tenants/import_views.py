"""Huurders inlezen: a file in four steps, each of which changes nothing before somebody says so."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.exceptions import RequestEntityTooLarge

from checkin.domain.errors import Refused
from checkin.staff.colleague import signed_in
from checkin.tenants import forms, intakes
from checkin.tenants.choices import knows
from checkin.tenants.example import EXAMPLE
from checkin.tenants.importing import Result
from checkin.tenants.intake_models import Stage, TenantImport
from checkin.tenants.listing import ROWS
from checkin.tenants.reading import Table, corrected, read_table
from checkin.tenants.refusals import FileRefused
from checkin.tenants.sentences import Remark, say
from checkin.tenants.uploads import Uploads
from checkin.tenants.wrong_rows import XLSX, cells_of, wrong_rows
from checkin.web.context import now, runtime, session
from checkin.web.errors import error_page
from checkin.web.languages import language
from checkin.web.refusals import refusal

MOST_DRAINED = 200 * 1024 * 1024
REFRESH_SECONDS = 2
"""The browser asks again by itself, with or without script."""
RESULTS = tuple(result.value for result in reversed(Result))

imports = Blueprint("imports", __name__, url_prefix="/tenants/import")


@imports.get("")
def start() -> ResponseReturnValue:
    """Ask for a file."""
    return render_template("tenants/import_file.html", form=forms.UploadForm(formdata=None))


@imports.get("/voorbeeld.csv")
def example() -> Response:
    """Give a file to begin with."""
    headers = {"Content-Disposition": 'attachment; filename="voorbeeld-huurders.csv"'}
    return Response(EXAMPLE.encode("utf-8-sig"), mimetype="text/csv", headers=headers)


@imports.post("")
def upload() -> ResponseReturnValue:
    """Take a file in, without doing anything with it yet."""
    form = forms.UploadForm()
    uploads().sweep(now())
    intakes.sweep(session(), now=now())
    if form.accepted():
        try:
            table = read_table(form.file.data.read())
            return redirect(url_for("imports.show", token=taken_in(table, form.file.data.filename)))
        except FileRefused as refused:
            form.file.errors = [say(refused.remark, language())]
    return render_template("tenants/import_file.html", form=form), HTTPStatus.UNPROCESSABLE_ENTITY


def taken_in(table: Table, name: str) -> str:
    """Keep a file; a layout that somebody explained before is looked at right away."""
    token = uploads().keep(table)
    intake = intakes.begin(session(), token=token, name=name, table=table, staff_id=signed_in().id, now=now())
    if knows(session(), table):
        intakes.look(session(), intake)
    return token


@imports.get("/<token>")
def show(token: str) -> ResponseReturnValue:
    """Show how far an import is, and what there is to do."""
    intake = intakes.find(session(), token)
    if intake is None:
        flash(_("Dit bestand is er niet meer. Kies het opnieuw."), "warning")
        return redirect(url_for("imports.start"))
    if intake.stage in intakes.WORK:
        return render_template("tenants/import_busy.html", intake=intake), {"Refresh": str(REFRESH_SECONDS)}
    if intake.stage in intakes.CLOSED:
        return done_page(intake)
    if intake.stage is Stage.COLUMNS:
        return columns_page(intake)
    return check_page(intake)


@imports.get("/<token>/columns")
def columns(token: str) -> ResponseReturnValue:
    """Show what each column holds, to be changed."""
    return columns_page(waiting(token))


@imports.post("/<token>/columns")
def choose(token: str) -> ResponseReturnValue:
    """Note what each column holds, and have the file looked at."""
    intake, form = waiting(token), forms.ColumnsForm()
    if not form.accepted():
        abort(HTTPStatus.BAD_REQUEST)
    chosen = forms.chosen_columns(uploads().table(token), request.form)
    intakes.look(session(), intake, chosen, notes=bool(form.with_notes.data))
    return redirect(url_for("imports.show", token=token))


@imports.post("/<token>/cells")
def correct(token: str) -> ResponseReturnValue:
    """Put cells right, and have the file looked at again."""
    intake, form = waiting(token), forms.DecideForm()
    if not form.accepted():
        abort(HTTPStatus.BAD_REQUEST)
    intakes.correct(session(), intake, forms.corrected_cells(uploads().table(token), request.form))
    return redirect(url_for("imports.show", token=token))


@imports.post("/<token>")
def decide(token: str) -> ResponseReturnValue:
    """Import, look again, throw the file away, or take an import back."""
    intake, form = intakes.find(session(), token), forms.DecideForm()
    if not form.accepted():
        abort(HTTPStatus.BAD_REQUEST)
    if intake is None or intake.stage in intakes.WORK:
        return redirect(url_for("imports.show", token=token))
    if form.undo.data:
        try:
            intakes.take_back(session(), intake, now=now())
        except Refused as refused:
            flash(refusal(refused), "warning")
        return redirect(url_for("imports.show", token=token))
    if intake.stage is not Stage.CHECKED:
        return redirect(url_for("imports.show", token=token))
    return carry_out(intake, form)


def carry_out(intake: TenantImport, form: forms.DecideForm) -> ResponseReturnValue:
    """Do with a file that was looked at what somebody chose."""
    if form.forget.data:
        uploads().forget(intake.token)
        intakes.forget(session(), intake)
        flash(_("Het bestand is weggegooid. Er is niets ingelezen."))
        return redirect(url_for("imports.start"))
    if form.look.data:
        intakes.look(session(), intake)
    elif form.start.data and not intake.refusal:
        intakes.confirm(session(), intake, uploads().table(intake.token).headers, now=now())
    return redirect(url_for("imports.show", token=intake.token))


@imports.get("/<token>/fout.xlsx")
def wrong(token: str) -> Response:
    """Give only the rows that are wrong, as a spreadsheet that says what is wrong with each."""
    intake = waiting(token)
    said = intakes.every_row_of(session(), intake, Result.WRONG.value)
    words = {row["row"]: " ".join(sentence(one) for one in row.get("said", ())) for row in said}
    table = corrected(uploads().table(token), intake.corrections)
    content = wrong_rows(table, words, _("Wat is er mis"))
    return Response(content, mimetype=XLSX, headers={"Content-Disposition": 'attachment; filename="fout.xlsx"'})


def waiting(token: str) -> TenantImport:
    """Give a file that waits to be imported, or there is nothing here."""
    intake = intakes.find(session(), token)
    if intake is None or intake.stage not in (Stage.COLUMNS, Stage.CHECKED):
        abort(HTTPStatus.NOT_FOUND)
    return intake


def columns_page(intake: TenantImport) -> str:
    """Show the columns, each with three of its values."""
    mapped = {int(place): name for place, name in intake.columns.items()}
    return render_template(
        "tenants/import_columns.html",
        intake=intake,
        form=forms.ColumnsForm(formdata=None, with_notes=intake.with_notes),
        columns=forms.choices(uploads().table(intake.token), mapped),
        labels=forms.LABELS,
    )


def check_page(intake: TenantImport) -> str:
    """Show the counts, and the rows of one result."""
    counts = intake.counts
    usual = next((result for result in RESULTS if counts.get(result)), "new")
    tab = request.args.get("tab", usual)
    tab = tab if tab in RESULTS else usual
    last = max(1, -(-counts.get(tab, 0) // ROWS))
    page = min(max(request.args.get("page", 1, type=int), 1), last)
    rows = intakes.rows_of(session(), intake, tab, page)
    table = corrected(uploads().table(intake.token), intake.corrections)
    return render_template(
        "tenants/import_check.html",
        intake=intake,
        form=forms.DecideForm(formdata=None),
        counts=counts,
        results=RESULTS,
        tab=tab,
        page=page,
        last=last,
        rows=rows,
        cells=cells_of(table, {row["row"] for row in rows}) if tab == Result.WRONG.value else {},
        mapped={int(place) for place in intake.columns},
        labels=forms.LABELS,
        sentence=sentence,
        refusal=say(Remark(**intake.refusal), language()) if intake.refusal else "",
    )


def done_page(intake: TenantImport) -> str:
    """Show what an import did, and whether it can be taken back."""
    return render_template(
        "tenants/import_done.html",
        intake=intake,
        counts=intake.counts,
        form=forms.DecideForm(formdata=None),
        may_undo=intakes.may_be_undone(session(), intake, now=now()),
        refusal=say(Remark(**intake.refusal), language()) if intake.refusal else "",
    )


def sentence(said: tuple[str, int, str, dict[str, str | int]]) -> str:
    """Say one remark about a row in words."""
    _column, _place, code, values = said
    return say(Remark(code, values), language())


def uploads() -> Uploads:
    """Give the files that wait."""
    return Uploads(runtime().settings.data_directory)


@imports.errorhandler(RequestEntityTooLarge)
def too_large(_error: RequestEntityTooLarge) -> ResponseReturnValue:
    """Hear a file out that is too large: a browser whose upload is cut off shows no page at all."""
    stream, left = request.environ["wsgi.input"], min(request.content_length or 0, MOST_DRAINED)
    while left > 0 and (part := stream.read(min(left, 1024 * 1024))):
        left -= len(part)
    return error_page(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)


@imports.errorhandler(FileNotFoundError)
def gone(_error: FileNotFoundError) -> ResponseReturnValue:
    """Say that a file is not there any more: after a day it is thrown away."""
    flash(_("Dit bestand is er niet meer. Kies het opnieuw."), "warning")
    return redirect(url_for("imports.start"))
