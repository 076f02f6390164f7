"""Graag kletsen: the contact centre notes, during any call, that a tenant would like a chat or needs help."""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from checkin import flow
from checkin.cases import service as cases
from checkin.cases.handed import wish_of
from checkin.cases.models import Case
from checkin.cases.queries import holder_of
from checkin.dashboard import queries
from checkin.dashboard.queries import Card
from checkin.dashboard.wish_form import WishForm
from checkin.domain.errors import Refused
from checkin.domain.wishes import Slot, slots
from checkin.staff.colleague import signed_in
from checkin.tenants.naming import name_of
from checkin.tenants.queries import search_tenants
from checkin.web.context import now, runtime, session
from checkin.web.refusals import refusal

FOUND = 10
LONGEST_SEARCH = 100

wishes = Blueprint("wishes", __name__, url_prefix="/wishes")


@wishes.get("")
def search() -> ResponseReturnValue:
    """Find the tenant who is on the line; the only one found is shown at once."""
    words = request.args.get("q", "").replace("\0", "").strip()[:LONGEST_SEARCH]
    found = search_tenants(session(), words) if words else None
    if found is not None and found.total == 1:
        return redirect(url_for("wishes.choose", tenant_id=found.tenants[0].id))
    return render_template(
        "wishes/search.html",
        search=words,
        found=found.tenants[:FOUND] if found else (),
        total=found.total if found else 0,
    )


@wishes.get("/<int:tenant_id>")
def choose(tenant_id: int) -> ResponseReturnValue:
    """Show the tenant with the two buttons."""
    return _page(_card(tenant_id), WishForm(formdata=None))


@wishes.post("/<int:tenant_id>")
def note(tenant_id: int) -> ResponseReturnValue:
    """Note what was heard, and go to what may be said aloud."""
    card, form = _card(tenant_id), WishForm()
    offered = _slots(card)
    form.when.choices = [(_value(slot), "") for slot in offered]
    if not form.accepted():
        return _page(card, form), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        noted = flow.note_wish(
            session(),
            runtime(),
            tenant_id=tenant_id,
            kind=form.kind(),
            urgent=bool(form.urgent.data),
            words=form.words.data or "",
            slot=next((slot for slot in offered if _value(slot) == form.when.data), None),
            staff_id=signed_in().id,
            now=now(),
        )
    except Refused as refused:
        flash(refusal(refused), "warning")
        return redirect(url_for("wishes.search"))
    return redirect(url_for("wishes.noted", case_id=noted.case.id))


@wishes.get("/noted/<int:case_id>")
def noted(case_id: int) -> ResponseReturnValue:
    """Show what may be said to the tenant, who is still on the line."""
    card = queries.find_card(session(), case_id=case_id) or abort(HTTPStatus.NOT_FOUND)
    case = card.case or abort(HTTPStatus.NOT_FOUND)
    wish = wish_of(session(), case)
    return render_template(
        "wishes/noted.html",
        case=case,
        name=name_of(card.tenant),
        promised=_said_aloud(case, wish.wished_until if wish else None),
        wish=wish,
        holder=holder_of(session(), case_id=case_id),
    )


def _said_aloud(case: Case, wished_until: datetime | None) -> datetime | None:
    """Give the moment to say: what was wished, else what was promised and is still to come."""
    pending = cases.pending_promise(case)
    return wished_until or (pending if pending is not None and pending > now() else None)


def _slots(card: Card) -> list[Slot]:
    return slots(now(), runtime().office_hours, not_before=_soonest(card))


def _soonest(card: Card) -> datetime:
    """Give what is said without a wish: what was promised before, or else what the queue allows."""
    pending = cases.pending_promise(card.case) if card.case else None
    if pending is not None and pending > now():
        return pending
    return cases.likely_promise(session(), runtime(), card.case, now=now(), urgent=False)


def _value(slot: Slot) -> str:
    return slot.end.isoformat()


def _card(tenant_id: int) -> Card:
    return queries.find_card(session(), tenant_id=tenant_id) or abort(HTTPStatus.NOT_FOUND)


def _page(card: Card, form: WishForm) -> str:
    return render_template(
        "wishes/one.html",
        card=card,
        name=name_of(card.tenant),
        form=form,
        slots=[(_value(slot), slot) for slot in _slots(card)],
        soonest=_soonest(card),
    )
