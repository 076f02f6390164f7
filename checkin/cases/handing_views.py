"""Leaving a tenant to somebody else, and undoing what was just done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from checkin.cases import service
from checkin.cases.forms import ForwardForm, SkipForm
from checkin.cases.handed import name_of_case
from checkin.cases.models import Case
from checkin.cases.receivers import Receivers, receivers
from checkin.cases.undoing import undo, undoable
from checkin.cases.views import open_next
from checkin.domain.errors import Refused
from checkin.domain.handing_on import SkipReason, UndoKind, Unseen, first_there, refuse_colleague, refuse_team
from checkin.staff.colleague import signed_in
from checkin.web.context import now, runtime, session
from checkin.web.filters import day_time
from checkin.web.refusals import refusal, sentence
from checkin.web.words import UNSEEN

handing = Blueprint("handing", __name__)


@handing.post("/cases/<int:case_id>/skip")
def skip(case_id: int) -> ResponseReturnValue:
    """Leave a tenant to a colleague, and open the next one."""
    form, me = SkipForm(), signed_in().id
    if not form.accepted():
        flash(str(next(iter(form.reason.errors), "")) or sentence("skip_words_needed"), "warning")
        return redirect(url_for("people.case", case_id=case_id))
    try:
        with undoable(session(), UndoKind.SKIP, case_id=case_id, staff_id=me, now=now()) as offer:
            service.skip(
                session(),
                case_id=case_id,
                staff_id=me,
                reason=SkipReason(form.reason.data),
                words=form.words.data or "",
                now=now(),
            )
    except Refused as refused:
        return _refused(case_id, refused)
    flash(_("Overgeslagen. Een collega belt deze huurder."), offer.category)
    return open_next()


def _refused(case_id: int, refused: Refused) -> ResponseReturnValue:
    flash(refusal(refused), "warning")
    return redirect(url_for("people.case", case_id=case_id))


@handing.get("/cases/<int:case_id>/forward")
def choose(case_id: int) -> ResponseReturnValue:
    """Show to whom a tenant may be forwarded, and who is there when."""
    return _page(_open_case(case_id), ForwardForm(formdata=None))


@handing.post("/cases/<int:case_id>/forward")
def forward(case_id: int) -> ResponseReturnValue:
    """Forward a tenant; whatever is refused, what was typed stays on the page."""
    case, form, me = _open_case(case_id), ForwardForm(), signed_in().id
    form.to.choices = [(one.value, one.name) for one in _choices(case)]
    if not form.accepted():
        return _page(case, form), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        with undoable(session(), UndoKind.FORWARD, case_id=case_id, staff_id=me, now=now()) as offer:
            service.forward(
                session(),
                runtime(),
                case_id=case_id,
                staff_id=me,
                to=form.destination(),
                reason=form.reason.data or "",
                now=now(),
            )
    except Refused as refused:
        form.form_errors.append(refusal(refused))
        return _page(case, form), HTTPStatus.CONFLICT
    flash(_("Doorgestuurd. De belofte aan de huurder gaat mee."), offer.category)
    return redirect(url_for("cases.work_list"))


def _open_case(case_id: int) -> Case:
    case = session().get(Case, case_id)
    return case if case is not None else abort(HTTPStatus.NOT_FOUND)


@dataclass(frozen=True)
class Choice:
    """One team or colleague on the page."""

    value: str
    name: str
    is_team: bool
    open: int
    there_at: datetime | None
    """From when somebody is there; in the past or now is now."""
    refused: str | None
    """Why it cannot go there, in words."""


def _choices(case: Case) -> list[Choice]:
    found = receivers(session(), office=runtime().office_hours, now=now())
    promised = service.pending_promise(case)
    return [*_teams(found, promised), *_people(found, promised)]


def _teams(found: Receivers, promised: datetime | None) -> list[Choice]:
    choices = []
    for team in found.teams:
        members = [one.receiver for one in found.people if one.team_id == team.id]
        why = refuse_team(members, active=True, promised_before=promised, now=now())
        there_at = first_there(members)
        choices.append(Choice(f"team-{team.id}", team.name, True, team.open, there_at, _in_words(why, there_at)))
    return choices


def _people(found: Receivers, promised: datetime | None) -> list[Choice]:
    me = signed_in().id
    choices = []
    for one in found.people:
        if one.receiver.id == me:
            continue
        why = refuse_colleague(one.receiver, by=me, promised_before=promised, now=now())
        there_at = one.receiver.there_at
        choices.append(
            Choice(f"staff-{one.receiver.id}", one.name, False, one.open, there_at, _in_words(why, there_at))
        )
    return sorted(choices, key=lambda choice: (choice.refused is not None, choice.there_at or now(), choice.name))


def _in_words(why: Unseen | None, there_at: datetime | None) -> str | None:
    if why in {Unseen.TOO_LATE, Unseen.TEAM_TOO_LATE} and there_at is not None:
        return _("is er pas %(when)s, na de belofte", when=day_time(there_at))
    return str(UNSEEN[why]) if why else None


def _page(case: Case, form: ForwardForm) -> str:
    return render_template(
        "cases/forward.html",
        case=case,
        form=form,
        choices=_choices(case),
        name=name_of_case(session(), case_id=case.id or 0),
        promised=service.pending_promise(case),
        now=now(),
    )


@handing.post("/undo/<int:step_id>")
def undo_step(step_id: int) -> ResponseReturnValue:
    """Put everything back as it was before a step."""
    minutes = runtime().settings.claim_minutes
    try:
        step = undo(session(), step_id=step_id, staff_id=signed_in().id, claim_minutes=minutes, now=now())
    except Refused as refused:
        flash(refusal(refused), "warning")
        return redirect(url_for("cases.work_list"))
    flash(_("Ongedaan gemaakt."))
    return redirect(url_for("people.case", case_id=step.case_id))
