"""Sla alarm: a colleague who hears danger in a talk has somebody rung at once."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from checkin import flow
from checkin.staff.colleague import signed_in
from checkin.web.context import now, runtime, session

danger = Blueprint("danger", __name__)


@danger.post("/cases/<int:case_id>/alarm")
def raise_alarm(case_id: int) -> ResponseReturnValue:
    """Raise an alarm about a tenant; the page stays, with all that was typed."""
    flow.raise_by_colleague(
        session(),
        runtime(),
        case_id=case_id,
        staff_id=signed_in().id,
        despair=request.form.get("what") == "despair",
        now=now(),
    )
    flash(_("Alarm geslagen. Wij bellen nu iemand die meehelpt. Is er levensgevaar? Bel zelf 112."))
    return redirect(url_for("people.case", case_id=case_id))
