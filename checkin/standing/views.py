"""Vaste check-ins: the list, and those of one tenant: begin, change, pause and end."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.wrappers import Response
from wtforms import Form as AnyForm

from checkin.domain.errors import Refused
from checkin.outreach.standing_models import AskedHow, StandingEnd
from checkin.staff.colleague import signed_in
from checkin.staff.guards import needs
from checkin.staff.permissions import Guard
from checkin.standing import queries, service
from checkin.standing.forms import HOW, WEEKDAYS, PauseForm, StandingForm
from checkin.tenants.models import Channel, Tenant
from checkin.tenants.naming import name_of
from checkin.web.context import now, runtime, session
from checkin.web.refusals import refusal

PAGE = 50
LAST_PAGE = 10_000
SHOWN_DAYS = 14

standing = Blueprint("standing", __name__)


@standing.get("/standing")
@needs(Guard.COORDINATE)
def show_all() -> ResponseReturnValue:
    """List everybody who is asked again and again, and what came of the last days."""
    page = min(max(request.args.get("page", 1, type=int), 1), LAST_PAGE)
    rows = queries.standing_rows(session(), limit=PAGE + 1, offset=(page - 1) * PAGE)
    days = queries.days(session(), limit=SHOWN_DAYS)
    return render_template(
        "standing/list.html", rows=rows[:PAGE], more=len(rows) > PAGE, page=page, days=days, weekdays=WEEKDAYS
    )


@standing.get("/tenants/<int:tenant_id>/standing")
def show(tenant_id: int) -> ResponseReturnValue:
    """Show the standing check-in of one tenant."""
    return _page(_tenant(tenant_id))


@standing.post("/tenants/<int:tenant_id>/standing")
def start(tenant_id: int) -> ResponseReturnValue:
    """Begin it, or change what holds."""
    tenant, form = _tenant(tenant_id), StandingForm()
    try:
        if form.accepted():
            service.start(
                session(),
                runtime(),
                tenant=tenant,
                rhythm=form.rhythm(),
                channel=Channel(form.channel.data),
                asked_how=AskedHow(form.asked_how.data),
                staff_id=signed_in().id,
                now=now(),
            )
            return _saved(tenant_id)
    except Refused as refused:
        form.form_errors.append(refusal(refused))
    return _page(tenant, form=form), HTTPStatus.UNPROCESSABLE_ENTITY


@standing.post("/tenants/<int:tenant_id>/standing/pause")
def pause(tenant_id: int) -> ResponseReturnValue:
    """Let it rest for a while."""
    tenant, form = _tenant(tenant_id), PauseForm()
    try:
        if form.accepted():
            days = {"pause_from": form.pause_from.data, "pause_until": form.pause_until.data}
            service.pause(session(), runtime(), tenant=tenant, **days, staff_id=signed_in().id, now=now())
            return _saved(tenant_id)
    except Refused as refused:
        form.form_errors.append(refusal(refused))
    return _page(tenant, pause_form=form), HTTPStatus.UNPROCESSABLE_ENTITY


@standing.post("/tenants/<int:tenant_id>/standing/resume")
def resume(tenant_id: int) -> ResponseReturnValue:
    """Go on after a pause."""
    days = {"pause_from": None, "pause_until": None}
    try:
        service.pause(session(), runtime(), tenant=_tenant(tenant_id), **days, staff_id=signed_in().id, now=now())
    except Refused as refused:
        flash(refusal(refused), "warning")
        return redirect(url_for("standing.show", tenant_id=tenant_id))
    return _saved(tenant_id)


@standing.post("/tenants/<int:tenant_id>/standing/end")
def end(tenant_id: int) -> ResponseReturnValue:
    """End it at the tenant's wish."""
    tenant = _tenant(tenant_id)
    service.end(session(), tenant_id=tenant.id or 0, why=StandingEnd.PERSON, now=now(), staff_id=signed_in().id)
    flash(_("Gestopt. Deze huurder krijgt geen vaste check-in meer."))
    return redirect(url_for("standing.show", tenant_id=tenant_id))


def _saved(tenant_id: int) -> Response:
    flash(_("Bewaard."))
    return redirect(url_for("standing.show", tenant_id=tenant_id))


def _tenant(tenant_id: int) -> Tenant:
    return session().get(Tenant, tenant_id) or abort(HTTPStatus.NOT_FOUND)


def _page(tenant: Tenant, *, form: StandingForm | None = None, pause_form: PauseForm | None = None) -> str:
    found = queries.standing_of(session(), tenant.id or 0)
    holds, by = found or (None, None)
    today = now().astimezone(runtime().zone)
    wrong: AnyForm | None = form or pause_form
    return render_template(
        "standing/one.html",
        tenant=tenant,
        name=name_of(tenant),
        standing=holds,
        by=by,
        how=HOW,
        weekdays=WEEKDAYS,
        form=form or StandingForm.of(holds),
        pause_form=pause_form or PauseForm.of(holds, today),
        wrong=wrong or StandingForm(formdata=None),
        paused=holds is not None and holds.pause_from is not None and service.rhythm_of(holds).paused(today.date()),
    )
