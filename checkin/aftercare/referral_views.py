"""Doorverwijzingen: which loops are open, and what a colleague knows of them without asking the tenant."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from http import HTTPStatus
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlmodel import col
from werkzeug.wrappers import Response
from wtforms import DateField
from wtforms.validators import InputRequired

from checkin.aftercare import queries
from checkin.aftercare import referrals as service
from checkin.aftercare.forms import ASKED_AT
from checkin.aftercare.models import Referral
from checkin.cases.forms import moment
from checkin.cases.service import open_case_of
from checkin.domain.errors import Refused
from checkin.domain.referrals import FOR_A_PERSON, ReferralAction, ReferralState
from checkin.staff.colleague import signed_in
from checkin.staff.permissions import Guard, may
from checkin.web.addresses import safe_next
from checkin.web.context import now, runtime, session
from checkin.web.forms import Form
from checkin.web.forms import _ as lazy
from checkin.web.refusals import refusal

LAST_PAGE = 10_000

referrals = Blueprint("referrals", __name__)


class Tab(StrEnum):
    """The parts of the list."""

    LOOK = "look"
    """A person looks at it."""
    WAITING = "waiting"
    DONE = "done"


IN_TAB = {
    Tab.LOOK: FOR_A_PERSON,
    Tab.WAITING: queries.WAITING,
    Tab.DONE: frozenset({ReferralState.HELPED, ReferralState.WITHDRAWN}),
}


class AgainForm(Form):
    """When to ask once more."""

    check_on = DateField(lazy("Dag"), validators=[InputRequired(lazy("Kies een dag."))])


@referrals.get("/referrals")
def show() -> ResponseReturnValue:
    """List referrals: one's own, or for a coordinator everybody's."""
    wanted = request.args.get("tab", "")
    tab = Tab(wanted) if wanted in set(Tab) else Tab.LOOK
    page = min(max(request.args.get("page", 1, type=int), 1), LAST_PAGE)
    everybody = may(signed_in().role, Guard.COORDINATE)
    whose: tuple[Any, ...] = () if everybody else (col(Referral.staff_id) == signed_in().id,)
    rows = queries.referrals(
        session(),
        col(Referral.state).in_(sorted(IN_TAB[tab])),
        *whose,
        limit=queries.PAGE + 1,
        offset=(page - 1) * queries.PAGE,
    )
    return render_template(
        "aftercare/referrals.html",
        rows=rows[: queries.PAGE],
        more=len(rows) > queries.PAGE,
        page=page,
        tab=tab,
        tabs=Tab,
        everybody=everybody,
        today_iso=now().astimezone(runtime().zone).date().isoformat(),
    )


@referrals.post("/referrals/<int:referral_id>/answer")
def answer(referral_id: int) -> ResponseReturnValue:
    """Write down that the organisation spoke to the tenant, or did not."""
    spoke = {"yes": ReferralAction.YES, "no": ReferralAction.NO, "stop": ReferralAction.WITHDRAW}
    action = spoke.get(request.form.get("spoke", ""))
    referral = _mine(referral_id)
    if action is not None:
        _do(referral, action)
    return _back()


def _do(referral: Referral, action: ReferralAction) -> None:
    try:
        found = service.locked(session(), referral.id or 0)
    except Refused as refused:
        flash(refusal(refused), "warning")
        return
    service.advance_to(session(), found, action, now=now(), staff_id=signed_in().id)
    flash(_("Opgeslagen. Dank u wel."))


@referrals.post("/referrals/<int:referral_id>/again")
def again(referral_id: int) -> ResponseReturnValue:
    """Have the tenant asked once more, at another moment."""
    referral, form = _mine(referral_id), AgainForm()
    if not form.accepted() or form.check_on.data is None:
        flash(_("Kies een dag."), "warning")
        return _back()
    at: datetime = moment(form.check_on.data, ASKED_AT, runtime().zone)
    try:
        service.plan_again(session(), referral_id=referral.id or 0, check_at=at, staff_id=signed_in().id, now=now())
    except Refused as refused:
        flash(refusal(refused), "warning")
    else:
        flash(_("Genoteerd. Wij vragen het de huurder dan."))
    return _back()


def _mine(referral_id: int) -> Referral:
    """Give a referral that this colleague made, or of the tenant in hand; a coordinator may touch everybody's."""
    me = signed_in()
    referral = session().get(Referral, referral_id) or abort(HTTPStatus.NOT_FOUND)
    case = open_case_of(session(), referral.tenant_id)
    in_hand = case is not None and case.claimed_by == me.id
    if referral.staff_id != me.id and not in_hand and not may(me.role, Guard.COORDINATE):
        abort(HTTPStatus.NOT_FOUND)
    return referral


def _back() -> Response:
    return redirect(safe_next(request.form.get("next")))
