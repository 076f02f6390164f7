"""Doelgroepen: the list, making and changing one with its count, and deleting one after a check."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from checkin.campaigns import estimates
from checkin.campaigns.choosing import Choice
from checkin.campaigns.estimates import Counts
from checkin.domain.errors import Refused
from checkin.domain.target_groups import ELDERLY, GroupRule
from checkin.groups import queries, service
from checkin.groups.forms import GroupForm, filled_in
from checkin.groups.queries import GroupRow, Moment
from checkin.staff.colleague import signed_in
from checkin.web.context import now, runtime, session
from checkin.web.refusals import refusal

groups = Blueprint("groups", __name__, url_prefix="/groups")


@groups.get("")
def show_all() -> ResponseReturnValue:
    """List the target groups."""
    return render_template("groups/list.html", rows=queries.group_rows(session()))


@groups.get("/new")
def new() -> ResponseReturnValue:
    """Ask whom a new group means; one click away: everybody of eighty and over."""
    elderly = "elderly" in request.args
    name = _("80 jaar en ouder") if elderly else ""
    rule = GroupRule(age_from=ELDERLY) if elderly else GroupRule()
    return _form_page(_form({"name": name, **filled_in(rule)}), None, _count(rule))


@groups.post("")
def create() -> ResponseReturnValue:
    """Make a group; or, when that was asked, only count."""
    return _save(None)


@groups.get("/<int:group_id>")
def show(group_id: int) -> ResponseReturnValue:
    """Show a group as a form to change."""
    row = _row(group_id)
    return _form_page(_form({"name": row.name, **filled_in(row.rule)}, group_id), row, _count(row.rule))


@groups.post("/<int:group_id>")
def change(group_id: int) -> ResponseReturnValue:
    """Change a group; or, when that was asked, only count."""
    return _save(_row(group_id))


@groups.post("/count")
def count() -> ResponseReturnValue:
    """Count what stands in the form at this moment: the part of the page that follows what is filled in."""
    form = _form()
    fine = form.accepted() or set(form.errors) == {"name"}
    return render_template("groups/_count.html", counted=_count(form.rule) if fine else None)


@groups.get("/<int:group_id>/delete")
def ask_delete(group_id: int) -> ResponseReturnValue:
    """Show what deleting means, before it is done."""
    row = _row(group_id)
    return render_template("groups/delete.html", row=row, users=service.left_out_by(session(), group_id))


@groups.post("/<int:group_id>/delete")
def delete(group_id: int) -> ResponseReturnValue:
    """Delete a group."""
    row = _row(group_id)
    try:
        service.delete_group(session(), group_id=group_id)
    except Refused as refused:
        flash(refusal(refused), "warning")
        return redirect(url_for("groups.ask_delete", group_id=group_id))
    flash(_("Doelgroep “%(name)s” is verwijderd.", name=row.name))
    return redirect(url_for("groups.show_all"))


def _row(group_id: int) -> GroupRow:
    rows = queries.group_rows(session())
    return next((row for row in rows if row.id == group_id), None) or abort(HTTPStatus.NOT_FOUND)


def _form(filled: dict[str, Any] | None = None, group_id: int | None = None) -> GroupForm:
    form = GroupForm() if filled is None else GroupForm(formdata=None, data=filled)
    form.offer(queries.offered(session(), group_id=group_id))
    return form


def _save(row: GroupRow | None) -> ResponseReturnValue:
    form = _form(group_id=row.id if row else None)
    if "count" in request.form and (form.accepted() or set(form.errors) == {"name"}):
        form.name.errors = []
        return _form_page(form, row, _count(form.rule))
    if not form.accepted():
        return _form_page(form, row, None), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        service.save_group(
            session(),
            name=form.name.data or "",
            rule=form.rule,
            staff_id=signed_in().id,
            now=now(),
            group_id=row.id if row else None,
        )
    except Refused as refused:
        form.form_errors.append(refusal(refused))
        return _form_page(form, row, None), HTTPStatus.CONFLICT
    flash(_("De doelgroep is bewaard."))
    return redirect(url_for("groups.show_all"))


def _count(rule: GroupRule) -> Counts:
    house = runtime()
    choice = Choice(rule, quiet_days=house.settings.quiet_days)
    return estimates.count(session(), choice, Moment(now(), house.zone))


def _form_page(form: GroupForm, row: GroupRow | None, counted: Counts | None) -> str:
    return render_template("groups/form.html", form=form, row=row, counted=counted)
