"""Changing what we know of a tenant: whoever rings the tenant may, and a coordinator always."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from checkin import flow
from checkin.cases.queries import HELD
from checkin.dashboard import queries
from checkin.dashboard.queries import Card
from checkin.domain.errors import Refused
from checkin.flow.facts import Changed
from checkin.staff.colleague import signed_in
from checkin.staff.permissions import Guard, may
from checkin.tenants.changing import version_of
from checkin.tenants.fact_forms import FactsForm
from checkin.tenants.naming import name_of
from checkin.tenants.service import rules_for
from checkin.web.context import now, runtime, session
from checkin.web.refusals import refusal, sentence

facts = Blueprint("facts", __name__)


def is_mine(card: Card) -> bool:
    """Tell whether the signed-in colleague has the case of a tenant in hand."""
    return card.case is not None and card.case.state in HELD and card.case.claimed_by == signed_in().id


def may_change(card: Card) -> bool:
    """Tell whether the signed-in colleague may change the facts of a tenant."""
    return is_mine(card) or may(signed_in().role, Guard.COORDINATE)


@facts.get("/tenants/<int:tenant_id>/facts")
def show(tenant_id: int) -> ResponseReturnValue:
    """Show what we know, to be changed."""
    card = _card(tenant_id)
    if not may_change(card):
        flash(sentence("facts_not_yours"), "warning")
        return redirect(url_for("people.tenant", tenant_id=tenant_id))
    return _page(card, FactsForm.of(card.tenant, whole=is_mine(card)))


@facts.post("/tenants/<int:tenant_id>/facts")
def change(tenant_id: int) -> ResponseReturnValue:
    """Change it; whatever is refused, what was typed stays on the page."""
    card, form = _card(tenant_id), FactsForm.sent()
    try:
        if (done := _change(card, form)) is not None:
            _say(done)
            return redirect(url_for("people.tenant", tenant_id=tenant_id))
    except Refused as refused:
        form.form_errors.append(refusal(refused))
        form.version.data = version_of(card.tenant)
        return _page(card, form), HTTPStatus.CONFLICT
    return _page(card, form), HTTPStatus.UNPROCESSABLE_ENTITY


def _change(card: Card, form: FactsForm) -> Changed | None:
    if not may_change(card):
        raise Refused("facts_not_yours")
    values = form.facts(card.tenant, rules_for(runtime().settings, now()))
    if values is None:
        return None
    return flow.change_facts(
        session(),
        runtime(),
        tenant_id=card.tenant.id or 0,
        values=values,
        seen=form.version.data or "",
        staff_id=signed_in().id,
        now=now(),
    )


def _say(done: Changed) -> None:
    flash(_("Bewaard.") if done.facts else _("Er is niets veranderd."))
    if done.stopped:
        words = _("Op het nieuwe nummer is om stoppen gevraagd. Deze huurder krijgt geen automatische berichten.")
        flash(words, "warning")
    if done.closed:
        words = _("Het nieuwe nummer bleek eerder niet van de huurder te zijn. Wij vragen daar niets automatisch.")
        flash(words, "warning")


def _card(tenant_id: int) -> Card:
    return queries.find_card(session(), tenant_id=tenant_id) or abort(HTTPStatus.NOT_FOUND)


def _page(card: Card, form: FactsForm) -> str:
    return render_template("cases/facts.html", card=card, name=name_of(card.tenant), form=form, whole=is_mine(card))
