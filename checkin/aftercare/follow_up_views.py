"""Vervolgafspraken: the calls that were agreed, one's own or everybody's, moved or called off."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, abort, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlmodel import col
from werkzeug.wrappers import Response
from wtforms import DateField, TimeField
from wtforms.validators import InputRequired

from checkin.aftercare import follow_ups as service
from checkin.aftercare import queries
from checkin.aftercare.models import FollowUp
from checkin.cases.forms import moment
from checkin.domain.errors import Refused
from checkin.staff.colleague import signed_in
from checkin.staff.permissions import Guard, may
from checkin.web.addresses import safe_next
from checkin.web.context import now, runtime, session
from checkin.web.forms import Form
from checkin.web.forms import _ as lazy
from checkin.web.refusals import refusal

LAST_PAGE = 10_000

follow_ups = Blueprint("follow_ups", __name__)


class MoveForm(Form):
    """Another moment."""

    day = DateField(lazy("Dag"), validators=[InputRequired(lazy("Kies een dag en een tijd."))])
    at = TimeField(lazy("Tijd"), validators=[InputRequired(lazy("Kies een dag en een tijd."))])


@follow_ups.get("/follow-ups")
def show() -> ResponseReturnValue:
    """List the calls that are agreed: one's own, or for a coordinator everybody's."""
    page = min(max(request.args.get("page", 1, type=int), 1), LAST_PAGE)
    coordinates = may(signed_in().role, Guard.COORDINATE)
    everybody = coordinates and request.args.get("who") == "all"
    whose = () if everybody else (col(FollowUp.staff_id) == signed_in().id,)
    offset = (page - 1) * queries.PAGE
    rows = queries.follow_ups(session(), *whose, limit=queries.PAGE + 1, offset=offset)
    return render_template(
        "aftercare/follow_ups.html",
        rows=rows[: queries.PAGE],
        more=len(rows) > queries.PAGE,
        page=page,
        everybody=everybody,
        coordinates=coordinates,
        today_iso=now().astimezone(runtime().zone).date().isoformat(),
    )


@follow_ups.post("/follow-ups/<int:follow_up_id>/move")
def move(follow_up_id: int) -> ResponseReturnValue:
    """Agree on another moment."""
    _mine(follow_up_id)
    form = MoveForm()
    if not form.accepted() or form.day.data is None or form.at.data is None:
        flash(_("Kies een dag en een tijd."), "warning")
        return _back()
    at = moment(form.day.data, form.at.data, runtime().zone)
    try:
        service.move(session(), follow_up_id=follow_up_id, at=at, staff_id=signed_in().id, now=now())
    except Refused as refused:
        flash(refusal(refused), "warning")
    else:
        flash(_("Verzet. Laat het de huurder ook weten."))
    return _back()


@follow_ups.post("/follow-ups/<int:follow_up_id>/cancel")
def call_off(follow_up_id: int) -> ResponseReturnValue:
    """Call an agreed call off."""
    _mine(follow_up_id)
    try:
        service.call_off(session(), follow_up_id=follow_up_id, staff_id=signed_in().id, now=now())
    except Refused as refused:
        flash(refusal(refused), "warning")
    else:
        flash(_("Afgezegd. Laat het de huurder ook weten."))
    return _back()


def _mine(follow_up_id: int) -> FollowUp:
    """Give an agreed call of this colleague; a coordinator may touch everybody's."""
    follow_up = session().get(FollowUp, follow_up_id) or abort(HTTPStatus.NOT_FOUND)
    if follow_up.staff_id != signed_in().id and not may(signed_in().role, Guard.COORDINATE):
        abort(HTTPStatus.NOT_FOUND)
    return follow_up


def _back() -> Response:
    return redirect(safe_next(request.form.get("next")))
