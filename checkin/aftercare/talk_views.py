"""Om te bespreken: the calls that colleagues would like to talk about, for coordinators only."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from checkin.aftercare import impressions, queries
from checkin.domain.errors import Refused
from checkin.staff.colleague import signed_in
from checkin.web.context import now, session
from checkin.web.refusals import refusal

LAST_PAGE = 10_000

talks = Blueprint("talks", __name__)


@talks.get("/talks")
def show() -> ResponseReturnValue:
    """List the calls to talk about, or those that were talked about."""
    done = request.args.get("tab") == "done"
    page = min(max(request.args.get("page", 1, type=int), 1), LAST_PAGE)
    offset = (page - 1) * queries.PAGE
    rows = queries.talks_to_discuss(session(), done=done, limit=queries.PAGE + 1, offset=offset)
    return render_template(
        "aftercare/talks.html", rows=rows[: queries.PAGE], more=len(rows) > queries.PAGE, page=page, done=done
    )


@talks.post("/talks/<int:contact_id>/done")
def talked(contact_id: int) -> ResponseReturnValue:
    """Note that the coordinator and the colleague talked about a call."""
    try:
        impressions.talked_about(session(), contact_id=contact_id, staff_id=signed_in().id, now=now())
    except Refused as refused:
        flash(refusal(refused), "warning")
    else:
        flash(_("Genoteerd. Fijn dat u er de tijd voor nam."))
    return redirect(url_for("talks.show"))
