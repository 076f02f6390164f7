"""Writing down how a call went: the form with its lists and proposals, and all that one press of a button does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from flask import flash
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from checkin import flow
from checkin.aftercare import observations, organisations
from checkin.aftercare.forms import OutcomeForm
from checkin.aftercare.talks import Aftermath
from checkin.cases.models import Case
from checkin.cases.queries import missed_at
from checkin.cases.service import Record
from checkin.cases.undoing import Offer, undoable
from checkin.dashboard.facts import is_mine
from checkin.dashboard.queries import Card
from checkin.domain.cases import CaseState, ContactOutcome
from checkin.domain.handing_on import UndoKind
from checkin.domain.medical_words import medical_words
from checkin.flow.contacts import numbers_to_ring
from checkin.staff.colleague import signed_in
from checkin.tenants.candidates import Value
from checkin.tenants.changing import version_of
from checkin.tenants.heard import EMAIL, NUMBER, heard
from checkin.tenants.phones import national
from checkin.tenants.sentences import say
from checkin.tenants.service import rules_for
from checkin.web.context import now, runtime, session
from checkin.web.languages import language

CHECK_AFTER = timedelta(days=14)
"""Within two weeks an organisation should have spoken to somebody."""

NEXT_TRY = frozenset({"next_day", "next_at"})


def form_for(card: Card, typed: Iterable[Sequence[str]]) -> OutcomeForm:
    """Give the form with what was typed before and not recorded, or else with what is proposed."""
    pairs = [(name, value) for name, value in typed]
    form = OutcomeForm(formdata=MultiDict(pairs) if pairs else None)
    if form.next_day.data and form.next_day.data < now().astimezone(runtime().zone).date():
        # It was kept on an earlier day: that try has passed.
        form = OutcomeForm(formdata=MultiDict([one for one in pairs if one[0] not in NEXT_TRY]))
    if card.case is not None and not form.next_day.data:
        form.propose(_next_try(card.case), form.check_on.data or _check_on())
    return _offer(form, card)


def sent_form(card: Card) -> OutcomeForm:
    """Give the form as it was filled in."""
    return _offer(OutcomeForm(), card)


def _offer(form: OutcomeForm, card: Card) -> OutcomeForm:
    return form.offer(
        organisations=organisations.offered(session()),
        observations=observations.offered(session()),
        numbers=numbers_to_ring(session(), card.tenant),
        whole=is_mine(card),
    )


def _next_try(case: Case) -> datetime:
    """Propose the next try: a part of the day in which nobody picked up yet."""
    office, present = runtime().office_hours, now()
    tried = {office.daypart(moment) for moment in missed_at(session(), case_id=case.id or 0)}
    return office.next_other_daypart(present, frozenset({*tried, office.daypart(present)})).astimezone(runtime().zone)


def _check_on() -> date:
    """Propose the day on which to ask about a referral: in two weeks, on a day that is open."""
    later = runtime().text_hours.next_open(now() + CHECK_AFTER)
    return later.astimezone(runtime().zone).date()


def new_facts(card: Card, form: OutcomeForm) -> dict[str, Value] | None:
    """Give the facts with the number and address that were heard; None when the form now says what is wrong."""
    number, email = form.new_number.data or "", form.new_email.data or ""
    if not number and not email:
        return {}
    wrong = form.wrong_number.data if form.outcome.data == ContactOutcome.WRONG_NUMBER else None
    rules = rules_for(runtime().settings, now())
    found = heard(card.tenant, number=number, email=email, instead_of=wrong, rules=rules)
    for name, field in ((NUMBER, form.new_number), (EMAIL, form.new_email)):
        field.errors = [*field.errors, *(say(remark, language()) for remark in found.faults.get(name, ()))]
    return None if found.faults else found.values


@dataclass(frozen=True)
class Saved:
    """What became of it."""

    offer: str
    """How `flash` is told that it can be undone."""
    next_number: str | None = None
    """The number was wrong: this one is to be rung now."""
    rests_until: datetime | None = None


def save(card: Card, form: OutcomeForm, facts: dict[str, Value]) -> Saved:
    """Write down the call and do what follows. Raises Refused."""
    me, present = signed_in(), now()
    record, aftermath = _with_next_try(form.record(runtime().zone), card), form.aftermath(runtime().zone)
    case_id = card.case.id or 0 if card.case else 0
    with undoable(session(), UndoKind.CONTACT, case_id=case_id, staff_id=me.id, now=present, wide=True) as offer:
        case = flow.record_contact(
            session(),
            runtime(),
            case_id=case_id,
            staff_id=me.id,
            record=record,
            text_missed=bool(form.text_missed.data),
            aftermath=aftermath,
            now=present,
        )
        if facts:
            flow.change_facts(
                session(),
                runtime(),
                tenant_id=case.tenant_id,
                values=facts,
                seen=version_of(card.tenant),
                staff_id=me.id,
                now=present,
            )
    return _saved(card, case, record, aftermath, offer)


def _with_next_try(record: Record, card: Card) -> Record:
    if record.outcome is ContactOutcome.NOT_REACHED and record.call_at is None and card.case is not None:
        return replace(record, call_at=_next_try(card.case))
    return record


def _saved(card: Card, case: Case, record: Record, aftermath: Aftermath, offer: Offer) -> Saved:
    rests = now() + timedelta(minutes=aftermath.rest_minutes) if aftermath.rest_minutes else None
    goes_on = record.outcome is ContactOutcome.WRONG_NUMBER and case.state is not CaseState.CLOSED
    numbers = numbers_to_ring(session(), card.tenant) if goes_on else []
    return Saved(offer.category, next(iter(numbers), None), rests)


def say_saved(saved: Saved, form: OutcomeForm) -> None:
    """Say what was done, and gently what does not belong in a note."""
    if saved.next_number is not None:
        flash(_("Dat nummer gebruiken wij niet meer. Bel nu %(number)s.", number=national(saved.next_number)))
    elif saved.rests_until is not None:
        flash(_("Opgeslagen. Neem even rust, u krijgt nu niemand nieuw. Dank u wel."), saved.offer)
    else:
        flash(_("Opgeslagen. Dank u wel."), saved.offer)
    if words := medical_words("\n".join(form.written())):
        sentence = _(
            "In uw notitie staat “%(words)s”. Laat medische details de volgende keer liever weg.", words=words[0]
        )
        flash(sentence, "warning")
