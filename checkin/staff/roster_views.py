"""Rooster: who rings back when, for the coordinator; and everybody's own hours with “Ik doe nu mee / Ik stop”."""

from __future__ import annotations

from datetime import date, timedelta
from http import HTTPStatus

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from checkin.domain.errors import Refused
from checkin.staff import roster as service
from checkin.staff import roster_queries as queries
from checkin.staff.colleague import signed_in
from checkin.staff.models import Staff
from checkin.staff.roster_forms import DayForm, WeekForm
from checkin.web.addresses import safe_next
from checkin.web.clock_times import WEEKDAYS
from checkin.web.context import now, runtime, session
from checkin.web.filters import clock
from checkin.web.refusals import refusal

FURTHEST_WEEKS = 52

roster = Blueprint("roster", __name__)
my_hours = Blueprint("my_hours", __name__)


def _today() -> date:
    return now().astimezone(runtime().zone).date()


@roster.get("/roster")
def show() -> ResponseReturnValue:
    """Show one week of everybody; `w` counts weeks from this one."""
    weeks = max(-FURTHEST_WEEKS, min(request.args.get("w", 0, type=int), FURTHEST_WEEKS))
    monday = _today() - timedelta(days=_today().weekday()) + timedelta(weeks=weeks)
    week = queries.week_of(session(), monday=monday, office=runtime().office_hours)
    return render_template("staff/roster.html", week=week, weeks=weeks, weekdays=WEEKDAYS, people=runtime().settings)


@roster.get("/roster/<int:staff_id>")
def person(staff_id: int) -> ResponseReturnValue:
    """Show one colleague's hours."""
    return _page(_colleague(staff_id))


@roster.post("/roster/<int:staff_id>")
def save(staff_id: int) -> ResponseReturnValue:
    """Keep one colleague's hours of every week."""
    return _save_week(_colleague(staff_id))


@roster.post("/roster/<int:staff_id>/days")
def add_day(staff_id: int) -> ResponseReturnValue:
    """Keep a day on which a colleague has other hours, or none."""
    return _save_day(_colleague(staff_id))


@roster.post("/roster/<int:staff_id>/days/remove")
def remove_day(staff_id: int) -> ResponseReturnValue:
    """Let a day be as every week again."""
    return _remove_day(_colleague(staff_id))


@my_hours.get("/my-hours")
def show_mine() -> ResponseReturnValue:
    """Show one's own hours."""
    return _page(_colleague(signed_in().id))


@my_hours.post("/my-hours")
def save_mine() -> ResponseReturnValue:
    """Keep one's own hours of every week."""
    return _save_week(_colleague(signed_in().id))


@my_hours.post("/my-hours/days")
def add_my_day() -> ResponseReturnValue:
    """Keep a day on which one has other hours, or none."""
    return _save_day(_colleague(signed_in().id))


@my_hours.post("/my-hours/days/remove")
def remove_my_day() -> ResponseReturnValue:
    """Let a day of one's own be as every week again."""
    return _remove_day(_colleague(signed_in().id))


@my_hours.post("/my-hours/join")
def join() -> ResponseReturnValue:
    """Count among those who ring back, from now on."""
    me, office = signed_in().id, runtime().office_hours
    service.join(session(), staff_id=me, now=now())
    until = queries.now_of(session(), staff_id=me, now=now(), office=office).until
    if until is None:
        flash(_("Het kantoor is nu dicht. U telt nu niet mee in het rooster."))
    else:
        flash(_("Fijn! U belt mee tot %(time)s uur.", time=clock(until)))
    return redirect(safe_next(request.form.get("next")))


@my_hours.post("/my-hours/stop")
def stop() -> ResponseReturnValue:
    """Count no more, from this moment."""
    service.stop(session(), staff_id=signed_in().id, office=runtime().office_hours, now=now())
    flash(_("U bent gestopt. Dank u wel!"))
    return redirect(safe_next(request.form.get("next")))


def _colleague(staff_id: int) -> Staff:
    found = session().get(Staff, staff_id)
    return found if found is not None and found.active else abort(HTTPStatus.NOT_FOUND)


def _mine() -> bool:
    return request.blueprint == my_hours.name


def _here(staff: Staff) -> str:
    return url_for("my_hours.show_mine") if _mine() else url_for("roster.person", staff_id=staff.id)


def _save_week(staff: Staff) -> ResponseReturnValue:
    form = WeekForm()
    if not form.accepted():
        return _page(staff, week=form), HTTPStatus.UNPROCESSABLE_ENTITY
    service.set_hours(session(), staff_id=staff.id or 0, hours=form.hours(), by=signed_in().id, now=now())
    flash(_("Opgeslagen. De nieuwe tijden gelden vanaf nu."))
    return redirect(_here(staff))


def _save_day(staff: Staff) -> ResponseReturnValue:
    form = DayForm()
    if not form.accepted():
        return _page(staff, day=form), HTTPStatus.UNPROCESSABLE_ENTITY
    day, hours, me = form.day.data or _today(), form.hours(), signed_in().id
    try:
        service.set_day(session(), staff_id=staff.id or 0, day=day, hours=hours, by=me, today=_today(), now=now())
    except Refused as refused:
        form.day.errors = [*form.day.errors, refusal(refused)]
        return _page(staff, day=form), HTTPStatus.UNPROCESSABLE_ENTITY
    flash(_("Opgeslagen."))
    return redirect(_here(staff))


def _remove_day(staff: Staff) -> ResponseReturnValue:
    day = request.form.get("day", type=date.fromisoformat)
    if day is not None:
        service.forget_day(session(), staff_id=staff.id or 0, day=day)
        flash(_("Deze dag is weer zoals elke week."))
    return redirect(_here(staff))


def _page(staff: Staff, *, week: WeekForm | None = None, day: DayForm | None = None) -> str:
    if week is None:
        week = WeekForm(formdata=None)
        week.show(service.member(session(), staff_id=staff.id or 0, now=now()).weekly)
    return render_template(
        "staff/hours.html",
        colleague=staff,
        mine=_mine(),
        week=week,
        day=day or DayForm(formdata=None),
        others=queries.other_days(session(), staff_id=staff.id or 0, today=_today()),
        duty=queries.now_of(session(), staff_id=staff.id or 0, now=now(), office=runtime().office_hours),
        today=_today(),
    )
