"""The work list, and taking, keeping and giving back a case."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from checkin.cases import queries, service
from checkin.cases.filters import FILTERS, language_name
from checkin.cases.forms import GiveBackForm
from checkin.cases.queries import Filter, Tab
from checkin.cases.undoing import undoable
from checkin.domain.errors import Refused
from checkin.domain.handing_on import UndoKind
from checkin.outreach.queries import count_unread
from checkin.staff.colleague import signed_in
from checkin.staff.models import Staff
from checkin.web.addresses import row_number
from checkin.web.context import now, runtime, session
from checkin.web.filters import clock
from checkin.web.refusals import refusal

LAST_PAGE = 10_000
LONGEST_SEARCH = 100
TRIES = 5
"""How often another case is tried when colleagues are faster each time."""

cases = Blueprint("cases", __name__)
for _name, _filter in FILTERS.items():
    cases.add_app_template_filter(_filter, _name)


@cases.get("/worklist")
def work_list() -> ResponseReturnValue:
    """Show one tab of the work list."""
    me, tab, page, chosen = signed_in().id, _tab(), _page(), queries.search_for(session(), _chosen())
    rows = queries.work_list(session(), tab=tab, staff_id=me, now=now(), chosen=chosen, page=page)
    choices = queries.choices(session())
    return render_template(
        "cases/work_list.html",
        rows=rows[: queries.PAGE],
        more=len(rows) > queries.PAGE,
        counts=queries.tab_counts(session(), staff_id=me, now=now(), chosen=chosen),
        most=queries.MOST_COUNTED,
        unread=count_unread(session())[0],
        tab=tab,
        page=page,
        chosen=chosen,
        kept=_kept(chosen),
        choices=choices,
        areas=[(name, name) for name in choices.neighbourhoods],
        spoken=[(code, language_name(code)) for code in choices.languages],
        me=me,
    )


def _chosen() -> Filter:
    given = {name: request.args.get(name, "").replace("\0", "").strip()[:LONGEST_SEARCH] for name in ("q", "area")}
    return Filter(
        search=given["q"],
        team_id=request.args.get("team", type=row_number),
        neighbourhood=given["area"],
        language=request.args.get("lang", "")[:8].replace("\0", ""),
        often_skipped="often" in request.args,
    )


def _kept(chosen: Filter) -> dict[str, str | int]:
    """Give what links to other tabs and pages take along."""
    given = {"q": chosen.search, "team": chosen.team_id, "area": chosen.neighbourhood, "lang": chosen.language}
    kept = {name: value for name, value in given.items() if value}
    return {**kept, "often": 1} if chosen.often_skipped else kept


def _tab() -> Tab:
    wanted = request.args.get("tab", "")
    return Tab(wanted) if wanted in set(Tab) else Tab.WAITING


def _page() -> int:
    return min(max(request.args.get("page", 1, type=int), 1), LAST_PAGE)


@cases.post("/cases/next")
def take_next() -> ResponseReturnValue:
    """Take the right next case and open it."""
    return open_next()


def open_next() -> ResponseReturnValue:
    """Take the right next case for this colleague and go there; when nobody waits, to the work list."""
    for _try in range(TRIES):
        case_id = service.next_case_id(session(), runtime(), staff_id=signed_in().id, now=now())
        if case_id is None:
            break
        if _claim(case_id):
            return redirect(url_for("people.case", case_id=case_id))
        _flash_beaten(case_id)
    flash(_why_nobody())
    return redirect(url_for("cases.work_list"))


def _why_nobody() -> str:
    """Say why there is no next tenant: nobody waits, she rests, or those who wait are for somebody else."""
    rests_until = session().get_one(Staff, signed_in().id).rests_until
    if rests_until is not None and rests_until > now():
        return _("U neemt rust tot %(time)s. Alleen bij spoed krijgt u een huurder.", time=clock(rests_until))
    if queries.waiting(session(), now=now()).count:
        return _(
            "Wie nu wacht, is voor een collega: om de taal, het team, of omdat u de huurder oversloeg. Zelf kiezen mag."
        )
    return _("Niemand wacht nu. Nieuwe antwoorden komen hier vanzelf.")


@cases.post("/cases/<int:case_id>/claim")
def take(case_id: int) -> ResponseReturnValue:
    """Take one case; when a colleague was just first, say who and give the next one."""
    try:
        if _claim(case_id):
            return redirect(url_for("people.case", case_id=case_id))
    except Refused as refused:
        if refused.code != "enough_open":
            raise
        flash(refusal(refused), "warning")
        return redirect(url_for("cases.work_list", tab=Tab.MINE.value))
    _flash_beaten(case_id)
    return open_next()


def _claim(case_id: int) -> bool:
    me, settings = signed_in().id, runtime().settings
    at_most = service.most_claims(runtime(), session().get(Staff, me))
    minutes = settings.claim_minutes
    with undoable(session(), UndoKind.CLAIM, case_id=case_id, staff_id=me, now=now()) as offer:
        taken = service.claim_case(
            session(), case_id=case_id, staff_id=me, claim_minutes=minutes, now=now(), at_most=at_most
        )
    if taken and offer.step_id:
        flash(_("U heeft deze huurder opgepakt."), offer.category)
    return taken


def _flash_beaten(case_id: int) -> None:
    by = queries.holder_of(session(), case_id=case_id) or _("Een collega")
    flash(_("%(by)s was u net voor. Dit is de volgende.", by=by), "warning")


@cases.post("/cases/<int:case_id>/release")
def give_back(case_id: int) -> ResponseReturnValue:
    """Put a case back on the list, with a word for the next colleague."""
    note = GiveBackForm().note.data or ""
    me = signed_in().id
    with undoable(session(), UndoKind.GIVE_BACK, case_id=case_id, staff_id=me, now=now()) as offer:
        service.give_back(session(), case_id=case_id, staff_id=me, note=note[:300], now=now())
    flash(_("Teruggezet op de lijst. Een collega neemt het over."), offer.category)
    return redirect(url_for("cases.work_list"))


@cases.post("/cases/<int:case_id>/keep")
def keep(case_id: int) -> ResponseReturnValue:
    """Extend the claim of a case whose page is still open; 409 when it is no longer this colleague's."""
    minutes = runtime().settings.claim_minutes
    kept = service.keep_claim(session(), case_id=case_id, staff_id=signed_in().id, claim_minutes=minutes, now=now())
    if kept:
        return "", HTTPStatus.NO_CONTENT
    return {"message": _lost(case_id)}, HTTPStatus.CONFLICT


def _lost(case_id: int) -> str:
    if by := queries.holder_of(session(), case_id=case_id):
        return _("%(by)s heeft dit overgenomen. Wat u typte, staat hier nog.", by=by)
    return _("Dit staat niet meer bij u. Wat u typte, staat hier nog.")


@cases.post("/cases/<int:case_id>/reopen")
def reopen(case_id: int) -> ResponseReturnValue:
    """Put a closed case back on the list."""
    try:
        service.reopen_case(session(), case_id=case_id, staff_id=signed_in().id, now=now())
    except Refused as refused:
        if refused.code != "already_waiting":
            raise
        flash(_("Deze huurder staat al op de werklijst."), "warning")
        return redirect(url_for("people.case", case_id=case_id))
    flash(_("Heropend. De huurder staat weer op de werklijst."))
    return redirect(url_for("people.case", case_id=case_id))
