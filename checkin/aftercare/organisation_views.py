"""Organisaties: the landlord's own directory of who can help a tenant."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms import BooleanField, SelectField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs
from wtforms.validators import AnyOf, InputRequired, Length

from checkin.aftercare import organisations as service
from checkin.aftercare.models import Organisation
from checkin.domain.errors import Refused
from checkin.domain.referrals import OrganisationKind
from checkin.web.context import session
from checkin.web.forms import Form, plain
from checkin.web.forms import _ as lazy
from checkin.web.refusals import refusal
from checkin.web.words import ORGANISATIONS

LONGEST_NAME = 40
"""What fits in the text that asks whether it spoke to the tenant, beside the longest landlord."""
LONGEST = 200

organisations = Blueprint("organisations", __name__)


class OrganisationForm(Form):
    """One line of the directory."""

    name = StringField(
        lazy("Naam"),
        filters=[plain],
        validators=[
            InputRequired(lazy("Vul een naam in.")),
            Length(max=LONGEST_NAME, message=lazy("Dit is te lang voor een sms. Hoogstens 40 tekens.")),
        ],
    )
    kind = SelectField(
        lazy("Soort"),
        choices=[SelectChoice(kind.value, ORGANISATIONS[kind]) for kind in OrganisationKind],
        validate_choice=False,
        validators=[AnyOf(list(OrganisationKind), message=lazy("Kies een soort."))],
    )
    called = StringField(
        lazy("Zo noemt de sms haar"),
        filters=[plain],
        validators=[Length(max=LONGEST_NAME, message=lazy("Dit is te lang voor een sms. Hoogstens 40 tekens."))],
    )
    phone = StringField(lazy("Telefoon"), filters=[plain], validators=[Length(max=LONGEST)])
    note = StringField(lazy("Voor collega’s"), filters=[plain], validators=[Length(max=LONGEST)])
    active = BooleanField(lazy("Collega’s kunnen haar kiezen"), default=True)

    def fill(self, organisation: Organisation) -> Organisation:
        """Write what was filled in."""
        for name in ("name", "called", "phone", "note"):
            setattr(organisation, name, self[name].data or "")
        organisation.kind, organisation.active = OrganisationKind(self.kind.data), bool(self.active.data)
        return organisation


@organisations.get("/organisations")
def show_all() -> ResponseReturnValue:
    """Show the directory."""
    return render_template("aftercare/organisations.html", rows=service.all_of_them(session()))


@organisations.get("/organisations/new")
def new() -> ResponseReturnValue:
    """Show an empty line."""
    return _page(OrganisationForm(formdata=None), None)


@organisations.post("/organisations/new")
def add() -> ResponseReturnValue:
    """Add an organisation."""
    return _save(OrganisationForm(), None)


@organisations.get("/organisations/<int:organisation_id>")
def show(organisation_id: int) -> ResponseReturnValue:
    """Show one line, to be changed."""
    found = session().get(Organisation, organisation_id) or abort(HTTPStatus.NOT_FOUND)
    given = {name: getattr(found, name) for name in ("name", "called", "phone", "note", "active")}
    return _page(OrganisationForm(formdata=None, kind=found.kind.value, **given), found)


@organisations.post("/organisations/<int:organisation_id>")
def change(organisation_id: int) -> ResponseReturnValue:
    """Change one line."""
    found = session().get(Organisation, organisation_id, with_for_update=True) or abort(HTTPStatus.NOT_FOUND)
    return _save(OrganisationForm(), found)


def _save(form: OrganisationForm, known: Organisation | None) -> ResponseReturnValue:
    if not form.accepted():
        return _page(form, known), HTTPStatus.UNPROCESSABLE_ENTITY
    kept = known or Organisation(kind=OrganisationKind.OTHER, name="")
    try:
        with session().no_autoflush:
            service.store(session(), form.fill(kept))
    except Refused as refused:
        form.form_errors.append(refusal(refused))
        return _page(form, known), HTTPStatus.CONFLICT
    flash(_("Bewaard."))
    return redirect(url_for("organisations.show_all"))


def _page(form: OrganisationForm, known: Organisation | None) -> str:
    return render_template("aftercare/organisation.html", form=form, known=known)
