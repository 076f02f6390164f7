"""Mijn gegevens: what a colleague says about herself, a rest after a heavy talk, and the hints of a first day."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from checkin.colleagues.forms import ProfileForm
from checkin.staff import colleagues as service
from checkin.staff.colleague import signed_in
from checkin.staff.models import Staff, Team
from checkin.web.addresses import safe_next
from checkin.web.context import now, session
from checkin.web.filters import clock

profile = Blueprint("profile", __name__)


@profile.get("/me")
def show() -> ResponseReturnValue:
    """Show what this colleague keeps about herself."""
    return _page(ProfileForm.of(_me()))


@profile.post("/me")
def save() -> ResponseReturnValue:
    """Keep it."""
    form = ProfileForm()
    if not form.accepted():
        return _page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    service.change_own(
        session(),
        staff_id=signed_in().id,
        name=form.name.data or "",
        languages=form.languages.data or (),
        phone=form.number(),
        case_limit=form.case_limit.data,
    )
    flash(_("Opgeslagen. Dank u wel."))
    return redirect(url_for("profile.show"))


@profile.post("/me/rest")
def rest() -> ResponseReturnValue:
    """Offer this colleague nothing new for a while."""
    asked = request.form.get("minutes", type=int)
    minutes = asked if asked in service.RESTS else service.RESTS[0]
    until = service.rest(session(), staff_id=signed_in().id, minutes=minutes, now=now())
    flash(_("Neem rustig de tijd. Tot %(time)s uur krijgt u niemand nieuw.", time=clock(until)))
    return redirect(safe_next(request.form.get("next")))


@profile.post("/me/rest/end")
def end_rest() -> ResponseReturnValue:
    """Note that this colleague is there again."""
    service.end_rest(session(), staff_id=signed_in().id)
    flash(_("Fijn dat u er weer bent."))
    return redirect(safe_next(request.form.get("next")))


@profile.post("/me/hints")
def read_hints() -> ResponseReturnValue:
    """Put the hints of a first day away for good."""
    service.read_hints(session(), staff_id=signed_in().id)
    return redirect(safe_next(request.form.get("next")))


def _me() -> Staff:
    return session().get_one(Staff, signed_in().id)


def _page(form: ProfileForm) -> str:
    me = _me()
    team = session().get(Team, me.team_id) if me.team_id else None
    resting = me.rests_until if me.rests_until and me.rests_until > now() else None
    return render_template("colleagues/profile.html", form=form, me=me, team=team, resting=resting, rests=service.RESTS)
