"""Signalen: the short list of what may stand out in a talk, kept by a coordinator."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlmodel import col, select
from werkzeug.wrappers import Response

from checkin.aftercare import observations as service
from checkin.aftercare.models import ObservationKind
from checkin.domain.errors import Refused
from checkin.web.context import session
from checkin.web.forms import plain
from checkin.web.refusals import refusal, sentence

LONGEST_NAME = 40

observations = Blueprint("observations", __name__)


@observations.get("/observations")
def show() -> ResponseReturnValue:
    """Show the list, and the lines that are no longer offered."""
    gone = select(ObservationKind).where(col(ObservationKind.active).is_(False)).order_by(ObservationKind.name)
    return render_template(
        "aftercare/observations.html",
        rows=service.offered(session()),
        gone=session().exec(gone).all(),
        longest=LONGEST_NAME,
    )


@observations.post("/observations")
def add() -> ResponseReturnValue:
    """Add a line at the end."""
    return _do(lambda name: service.add(session(), name=name))


@observations.post("/observations/<int:kind_id>")
def change(kind_id: int) -> ResponseReturnValue:
    """Rename a line; or stop offering it, or offer it again."""
    do = request.form.get("do", "")
    if do == "up":
        service.move_up(session(), kind_id=kind_id)
        return _back()
    if do in {"stop", "offer"}:
        return _do(lambda _name: service.change(session(), kind_id=kind_id, active=do == "offer"), named=False)
    return _do(lambda name: service.change(session(), kind_id=kind_id, name=name))


def _do(act: Callable[[str], object], *, named: bool = True) -> ResponseReturnValue:
    name = " ".join(plain(request.form.get("name")).split())[:LONGEST_NAME]
    if named and not name:
        flash(sentence("name_missing"), "warning")
        return _back()
    try:
        act(name)
    except Refused as refused:
        flash(refusal(refused), "warning")
    else:
        flash(_("Bewaard."))
    return _back()


def _back() -> Response:
    return redirect(url_for("observations.show"))
