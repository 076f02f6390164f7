"""Selectiebestanden: bringing one in with its purpose and legal ground, and erasing it; for coordinators alone."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlmodel import col

from checkin.domain.errors import Refused
from checkin.groups import queries, selections
from checkin.groups.forms import CAUSES, GROUNDS, SelectionForm
from checkin.groups.models import Selection
from checkin.groups.queries import Moment, SelectionLine
from checkin.groups.selections import Kept
from checkin.staff.colleague import signed_in
from checkin.tenants.refusals import FileRefused
from checkin.tenants.sentences import say
from checkin.web.context import now, runtime, session
from checkin.web.languages import language
from checkin.web.refusals import refusal

selection_files = Blueprint("selections", __name__, url_prefix="/selections")


@selection_files.get("")
def show_all() -> ResponseReturnValue:
    """List the selection files, without anybody who stands in them."""
    lines = queries.selection_lines(session())
    return render_template("groups/selections.html", lines=lines, causes=CAUSES, grounds=GROUNDS, kept=_days_kept())


@selection_files.get("/new")
def new() -> ResponseReturnValue:
    """Ask for a file, and first what it is for."""
    return _form_page(SelectionForm(formdata=None))


@selection_files.post("")
def keep() -> ResponseReturnValue:
    """Keep the references and days of a file, and nothing else of it."""
    form = SelectionForm()
    if not form.accepted():
        return _form_page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        kept = selections.keep_selection(
            session(),
            form.file.data.read(),
            form.wanted,
            staff_id=signed_in().id,
            now=now(),
            today=Moment(now(), runtime().zone).today,
        )
    except FileRefused as refused:
        form.file.errors = [say(refused.remark, language())]
        return _form_page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    except Refused as refused:
        form.file.errors = [refusal(refused)]
        return _form_page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    _say_what_was_kept(kept)
    round_ = _for_round()
    return redirect(url_for("builder.who", campaign_id=round_) if round_ else url_for("selections.show_all"))


@selection_files.get("/<int:selection_id>/erase")
def ask_erase(selection_id: int) -> ResponseReturnValue:
    """Show what erasing means, before it is done."""
    return render_template("groups/erase.html", line=_line(selection_id), causes=CAUSES)


@selection_files.post("/<int:selection_id>/erase")
def erase(selection_id: int) -> ResponseReturnValue:
    """Erase a selection file now."""
    _line(selection_id)
    selections.erase(session(), col(Selection.id) == selection_id, now=now())
    flash(_("Het selectiebestand is gewist."))
    return redirect(url_for("selections.show_all"))


def _line(selection_id: int) -> SelectionLine:
    lines = queries.selection_lines(session(), selection_id=selection_id)
    return next(iter(lines), None) or abort(HTTPStatus.NOT_FOUND)


def _form_page(form: SelectionForm) -> str:
    return render_template("groups/selection_new.html", form=form, kept=_days_kept(), round=_for_round())


def _for_round() -> int | None:
    """Give the draft for which somebody makes a selection file, to go back to."""
    return request.args.get("round", type=int)


def _days_kept() -> int:
    return selections.KEPT_UNUSED.days


def _say_what_was_kept(kept: Kept) -> None:
    found = kept.selection.tenants
    flash(
        ngettext(
            "%(num)s huurder staat klaar voor een belronde.", "%(num)s huurders staan klaar voor een belronde.", found
        )
    )
    left_out = kept.unknown + kept.earlier + kept.without_day
    if left_out:
        flash(
            _(
                "Niet bewaard: %(unknown)s onbekende nummers, %(earlier)s regels van eerder, %(without)s zonder dag.",
                unknown=kept.unknown, earlier=kept.earlier, without=kept.without_day,
            ),
            "warning",
        )  # fmt: skip
