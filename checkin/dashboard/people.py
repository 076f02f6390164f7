"""One tenant: the card, what happened, and how the call went."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _

from checkin import flow
from checkin.aftercare.forms import OutcomeForm
from checkin.aftercare.queries import details_of, open_for
from checkin.campaigns.queries import talk_guide_of
from checkin.cases.draft_models import ContactDraft
from checkin.cases.drafts import find_draft
from checkin.cases.forms import GiveBackForm, SkipForm
from checkin.cases.handed import handed
from checkin.cases.views import open_next
from checkin.dashboard import outcome, queries
from checkin.dashboard.calling import Calling, calling_for
from checkin.dashboard.facts import is_mine, may_change
from checkin.dashboard.happenings import timeline_of
from checkin.dashboard.queries import Card
from checkin.domain.cases import CaseKind, CaseState
from checkin.domain.errors import Refused
from checkin.domain.medical_words import STEMS
from checkin.domain.spoken import written_name
from checkin.outreach.notice_models import NoticeKind
from checkin.outreach.notices import code_word_of_check_in
from checkin.outreach.ways import usable_mobile
from checkin.staff.colleague import signed_in
from checkin.tenants.models import Channel, Tenant
from checkin.tenants.naming import name_of
from checkin.tenants.numbers import closed_among
from checkin.tenants.phones import masked, national
from checkin.tenants.queries import housemates
from checkin.web.context import now, runtime, session
from checkin.web.forms import _ as lazy
from checkin.web.languages import language_name
from checkin.web.refusals import refusal, sentence

PLACE = re.compile(r"\{\w+\}")
TRIES = 3
"""After so many calls without reaching anybody, a card or the caretaker is a better idea than a fourth."""

people = Blueprint("people", __name__)


@dataclass(frozen=True)
class Line:
    """One telephone number on the card; without `e164` it is masked and cannot be rung."""

    shown: str
    e164: str | None
    closed: str = ""
    """Why nobody rings it any more."""


@people.get("/cases/<int:case_id>")
def case(case_id: int) -> ResponseReturnValue:
    """Show a tenant with one case."""
    card = queries.find_card(session(), case_id=case_id) or abort(HTTPStatus.NOT_FOUND)
    return _page(card)


@people.get("/tenants/<int:tenant_id>")
def tenant(tenant_id: int) -> ResponseReturnValue:
    """Show a tenant, with the open case when there is one."""
    card = queries.find_card(session(), tenant_id=tenant_id) or abort(HTTPStatus.NOT_FOUND)
    return _page(card)


@people.post("/cases/<int:case_id>/contact")
def contact(case_id: int) -> ResponseReturnValue:
    """Record how a call went; whatever is refused, what was typed stays on the page."""
    card = queries.find_card(session(), case_id=case_id) or abort(HTTPStatus.NOT_FOUND)
    form = outcome.sent_form(card)
    if not form.accepted() or (facts := outcome.new_facts(card, form)) is None:
        return _page(card, form), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        saved = outcome.save(card, form, facts)
    except Refused as refused:
        form.form_errors.append(_in_words(refused))
        return _page(card, form), HTTPStatus.CONFLICT
    outcome.say_saved(saved, form)
    if saved.rests_until is not None:
        return redirect(url_for("today.show"))
    goes_on = request.form.get("then") == "next" and saved.next_number is None
    return open_next() if goes_on else redirect(url_for("people.case", case_id=case_id))


def _in_words(refused: Refused) -> str:
    """Say what was refused; a case that nobody holds any more is not somebody else's."""
    return sentence("no_longer_yours") if refused.details == {"by": ""} else refusal(refused)


@people.post("/tenants/<int:tenant_id>/case")
def wants_contact(tenant_id: int) -> ResponseReturnValue:
    """Note that a tenant would like a talk or some help, said in any other way than by answering a check-in."""
    if queries.find_card(session(), tenant_id=tenant_id) is None:
        abort(HTTPStatus.NOT_FOUND)
    opened = flow.open_case(session(), tenant_id=tenant_id, kind=CaseKind.PERSONAL, staff_id=signed_in().id, now=now())
    flash(_("Genoteerd. De huurder staat op de werklijst."))
    return redirect(url_for("people.case", case_id=opened.id))


@people.post("/tenants/<int:tenant_id>/stop")
def stop(tenant_id: int) -> ResponseReturnValue:
    """Stop all texts and automatic calls to a tenant who asks for that in any other way than by STOP."""
    card = queries.find_card(session(), tenant_id=tenant_id) or abort(HTTPStatus.NOT_FOUND)
    flow.stop_tenant(session(), card.tenant, now=now(), how="person", staff_id=signed_in().id)
    flash(_("Gestopt. Deze huurder krijgt geen sms en geen automatisch telefoontje meer."))
    return redirect(url_for("people.tenant", tenant_id=tenant_id))


@people.post("/tenants/<int:tenant_id>/start")
def start(tenant_id: int) -> ResponseReturnValue:
    """Take back a stop when the tenant says so."""
    card = queries.find_card(session(), tenant_id=tenant_id) or abort(HTTPStatus.NOT_FOUND)
    flow.start_tenant(session(), card.tenant, now=now(), staff_id=signed_in().id)
    flash(_("Deze huurder kan weer gevraagd worden hoe het gaat."))
    return redirect(url_for("people.tenant", tenant_id=tenant_id))


def _page(card: Card, sent: OutcomeForm | None = None) -> str:
    """Show a tenant; with the form that was just refused, or with what was typed about the talk and not recorded."""
    mine = is_mine(card)
    calling, draft = _calling(card) if mine else None, _draft(card) if mine else None
    form = sent or outcome.form_for(card, draft.fields if draft else [])
    if calling and not sent and not form.outcome.data:
        form.outcome.data = calling.proposes or None
    if not form.form_token.data:
        form.form_token.data = secrets.token_urlsafe(16)
    tenant_id = card.tenant.id or 0
    return render_template(
        "cases/person.html",
        card=card,
        case=card.case,
        mine=mine,
        calling=calling,
        draft_version=draft.version if draft else "",
        restored=draft is not None and not sent and bool(form.written()),
        may_change=may_change(card),
        may_text=mine and usable_mobile(session(), card.tenant) is not None,
        wishes=list(_wishes(card.tenant)),
        free=card.case is not None and card.case.state is CaseState.WAITING,
        name=name_of(card.tenant),
        lines=_lines(card.tenant, mine=mine),
        housemates=housemates(session(), card.tenant),
        spoken_language=language_name(card.tenant.language),
        age=_age(card.tenant, now()),
        talks=queries.talks_with(session(), tenant_id=tenant_id),
        opened=open_for(session(), tenant_id=tenant_id),
        details=details_of(session(), tenant_id=tenant_id),
        timeline=timeline_of(session(), tenant_id=tenant_id, viewer_id=signed_in().id),
        form=form,
        medical_stems="|".join(STEMS),
        approval_above=float(runtime().settings.gift_approval_above),
        typed=form.written() if form.errors and not mine else [],
        give_back=GiveBackForm(formdata=None),
        skip_form=SkipForm(formdata=None),
        handed=handed(session(), card.case) if card.case else None,
        tries=TRIES,
        today_iso=now().astimezone(runtime().zone).date().isoformat(),
        colleague=signed_in().name,
        guide=_talk_guide(card),
        told=_told(card) if mine else None,
    )


def _calling(card: Card) -> Calling | None:
    if card.case is None:
        return None
    return calling_for(session(), case=card.case, tenant=card.tenant, staff_id=signed_in().id, present=now())


def _draft(card: Card) -> ContactDraft | None:
    return find_draft(session(), case_id=card.case.id or 0, staff_id=signed_in().id) if card.case else None


def _told(card: Card) -> tuple[NoticeKind, str] | None:
    """Give how the tenant was told beforehand, and the word by which they know us."""
    check_in_id = card.case.check_in_id if card.case else None
    return code_word_of_check_in(session(), check_in_id) if check_in_id else None


def _talk_guide(card: Card) -> list[str]:
    """Give the talk guide of the campaign that led to the case, filled in; empty for the one of the house."""
    if card.case is None or card.case.check_in_id is None:
        return []
    lines = talk_guide_of(session(), check_in_id=card.case.check_in_id, language=_reader())
    given = {
        "{name}": written_name(card.tenant, _reader()),
        "{colleague}": signed_in().name,
        "{org}": runtime().settings.organisation,
    }
    return [PLACE.sub(lambda found: given.get(found[0], found[0]), line) for line in lines]


def _reader() -> str:
    locale = get_locale()
    return "en" if locale is not None and locale.language == "en" else "nl"


def _lines(tenant: Tenant, *, mine: bool) -> list[Line]:
    numbers = dict.fromkeys(number for number in (tenant.mobile, tenant.landline, tenant.phone_2) if number)
    closed = closed_among(session(), numbers)
    rung = [number for number in numbers if number not in closed]
    lines = [Line(national(number), number) if mine else Line(masked(number), None) for number in rung]
    return [*lines, *(Line(masked(number), None, CLOSED[reason]) for number, reason in closed.items())]


CLOSED = {
    "wrong_number": lazy("is van iemand anders, niet meer bellen"),
    "dead": lazy("werkt niet meer"),
}
"""Why a number of a tenant is on the card, and is not rung."""
WISHES = {
    Channel.TEXT: lazy("Liever een sms dan een telefoontje"),
    Channel.VOICE: lazy("Liever gebeld dan een sms"),
    Channel.NONE: lazy("Alleen post"),
    "morning": lazy("Liefst in de ochtend"),
    "afternoon": lazy("Liefst in de middag"),
    "evening": lazy("Liefst in de avond"),
}
"""What a tenant likes, in the words of the card."""


def _wishes(tenant: Tenant) -> Iterator[str]:
    """Say what a colleague should know before ringing, as far as it is known."""
    if tenant.spoken_name:
        yield _("Spreek uit: %(name)s", name=tenant.spoken_name)
    for wish in (tenant.channel, tenant.best_daypart):
        if wish in WISHES:
            yield WISHES[wish]
    if tenant.email:
        yield _("E-mail bekend")


def _age(tenant: Tenant, today: datetime) -> int | None:
    return today.year - tenant.birth_year if tenant.birth_year else None
