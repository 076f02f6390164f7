"""Tijden en feestdagen: when texts leave, when calls ring and when colleagues ring back; every change kept."""

from __future__ import annotations

from datetime import date
from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from checkin.domain.errors import Refused
from checkin.domain.holidays import Holiday, days_of
from checkin.domain.opening_times import OpeningTimes
from checkin.hours import queries, service
from checkin.hours.forms import ACTIVITY_NAMES, HOLIDAY_NAMES, TimesForm
from checkin.hours.words import change_words
from checkin.staff.colleague import signed_in
from checkin.web.clock_times import WEEKDAYS
from checkin.web.context import now, runtime, session
from checkin.web.refusals import refusal

DAYS_SHOWN = 120

hours = Blueprint("hours", __name__)


@hours.get("/hours")
def show() -> ResponseReturnValue:
    """Show the times that hold now, and what changed in them."""
    form, newest = TimesForm(formdata=None), service.newest(session())
    form.show(service.times_of(newest, runtime().settings), (newest.id or 0) if newest else 0)
    return _page(form)


@hours.post("/hours")
def save() -> ResponseReturnValue:
    """Let new times hold from now on."""
    form = TimesForm()
    if not form.accepted() or not _possible(form):
        return _page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    times, me = form.times(), signed_in().id
    postponed = queries.put_off(session(), times.calendars(runtime().zone), now=now())
    try:
        follows = form.follows.data or 0
        service.change_times(session(), times=times, follows=follows, staff_id=me, now=now(), postponed=postponed)
    except Refused as refused:
        form.form_errors.append(refusal(refused))
        return _page(form), HTTPStatus.CONFLICT
    flash(_saved(postponed))
    return redirect(url_for("hours.show"))


def _possible(form: TimesForm) -> bool:
    if not form.times().rests_too_long(_today(), runtime().zone):
        return True
    form.form_errors.append(_("Zo is er langer dan twee maanden niets open. Kijk de dagen en tijden na."))
    return False


def _saved(postponed: int) -> str:
    words = _("Opgeslagen. De nieuwe tijden gelden vanaf nu.")
    if not postponed:
        return words
    later = ngettext(
        "%(num)s vraag die klaarstond, gaat later uit.", "%(num)s vragen die klaarstonden, gaan later uit.", postponed
    )
    return f"{words} {later}"


def _today() -> date:
    return now().astimezone(runtime().zone).date()


def _page(form: TimesForm) -> str:
    times = runtime().times
    return render_template(
        "hours/times.html",
        form=form,
        activities=ACTIVITY_NAMES,
        weekdays=WEEKDAYS,
        next_days={one.value: _next_day(one) for one in Holiday},
        resting=[(one, _why(times, one.day)) for one in times.resting(_today(), DAYS_SHOWN)],
        changes=[(one, change_words(one)) for one in queries.changes(session(), runtime().settings)],
    )


def _next_day(name: Holiday) -> date:
    this, following = days_of(_today().year)[name], days_of(_today().year + 1)[name]
    return this if this >= _today() else following


def _why(times: OpeningTimes, day: date) -> str:
    own = [one.why for one in times.closed_days if one.day == day and one.why]
    ticked = [str(HOLIDAY_NAMES[one]) for one in times.holidays if days_of(day.year)[one] == day]
    return ", ".join([*ticked, *own])
