"""Attenties: what waits for approval, what is to be sent with its labels, and what was spent this month."""

from __future__ import annotations

from datetime import UTC, datetime, time
from http import HTTPStatus
from typing import Any

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlmodel import col

from checkin.aftercare import gifts as service
from checkin.aftercare import queries
from checkin.aftercare.filters import FILTERS
from checkin.aftercare.labels import XLSX, as_xlsx
from checkin.aftercare.models import Gift
from checkin.domain.errors import Refused
from checkin.domain.gifts import GiftAction, GiftKind, GiftState
from checkin.staff.colleague import signed_in
from checkin.tenants.models import Tenant
from checkin.web.addresses import safe_next
from checkin.web.context import now, runtime, session
from checkin.web.refusals import refusal

LAST_PAGE = 10_000
MOST_LABELS = 5000
TABS = (GiftState.PROPOSED, GiftState.TO_SEND, GiftState.SENT, GiftState.RETURNED)
NOT_FOR_THE_DEAD: Any = (col(Tenant.deceased_at).is_(None)) | (col(Gift.kind) == GiftKind.CONDOLENCE)
"""What was asked for before somebody died is never sent, whatever second it is called off."""

gifts = Blueprint("gifts", __name__)
for _name, _filter in FILTERS.items():
    gifts.add_app_template_filter(_filter, _name)


@gifts.get("/gifts")
def show() -> ResponseReturnValue:
    """List the gifts of one state."""
    counts = queries.gift_counts(session())
    tab, page = _tab(counts), min(max(request.args.get("page", 1, type=int), 1), LAST_PAGE)
    rows = queries.gifts(session(), col(Gift.state) == tab, limit=queries.PAGE + 1, offset=(page - 1) * queries.PAGE)
    begin, end = _month(now())
    return render_template(
        "aftercare/gifts.html",
        rows=rows[: queries.PAGE],
        more=len(rows) > queries.PAGE,
        page=page,
        tab=tab,
        tabs=TABS,
        counts=counts,
        possible=service.possible(tab),
        spending=queries.spending(session(), begin=begin, end=end),
        budget=int(runtime().settings.gift_budget_month * service.CENTS),
        month=begin.astimezone(runtime().zone),
    )


def _tab(counts: dict[GiftState, int]) -> GiftState:
    wanted = request.args.get("tab", "")
    if wanted in set(TABS):
        return GiftState(wanted)
    return GiftState.PROPOSED if counts.get(GiftState.PROPOSED) else GiftState.TO_SEND


def _month(present: datetime) -> tuple[datetime, datetime]:
    zone = runtime().zone
    first = present.astimezone(zone).date().replace(day=1)
    following = first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1)
    begin, end = (datetime.combine(day, time(), zone).astimezone(UTC) for day in (first, following))
    return begin, end


@gifts.post("/gifts/<int:gift_id>")
def decide(gift_id: int) -> ResponseReturnValue:
    """Approve, refuse, send, call off, or note that it came back."""
    action = request.form.get("action", "")
    if action not in set(GiftAction) or session().get(Gift, gift_id) is None:
        abort(HTTPStatus.NOT_FOUND)
    try:
        service.decide(session(), gift_id=gift_id, action=GiftAction(action), staff_id=signed_in().id, now=now())
    except Refused as refused:
        flash(refusal(refused), "warning")
    else:
        flash(_("Opgeslagen. Dank u wel."))
    return redirect(safe_next(request.form.get("next")))


def _to_send() -> list[queries.GiftRow]:
    return queries.gifts(session(), col(Gift.state) == GiftState.TO_SEND, NOT_FOR_THE_DEAD, limit=MOST_LABELS)


@gifts.get("/gifts/labels.xlsx")
def labels() -> ResponseReturnValue:
    """Give the address labels of everything that is to be sent."""
    headers = {"Content-Disposition": 'attachment; filename="etiketten.xlsx"'}
    return Response(as_xlsx(_to_send()), mimetype=XLSX, headers=headers)


@gifts.post("/gifts/sent")
def sent() -> ResponseReturnValue:
    """Note that everything on the list was sent; what came onto it since the page was shown stays."""
    shown = {int(one) for one in request.form.getlist("gift") if one.isdecimal()}
    ids = [row.gift.id for row in _to_send() if row.gift.id in shown]
    count = service.send_all(session(), gift_ids=[one for one in ids if one], staff_id=signed_in().id, now=now())
    flash(ngettext("%(num)s attentie verstuurd.", "%(num)s attenties verstuurd.", count))
    return redirect(url_for("gifts.show", tab=GiftState.TO_SEND.value))
