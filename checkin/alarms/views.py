"""Danger and promises on screen: raising an alarm, putting a notice away, and the list of who is rung."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from checkin.alarms import nudging, on_call, queries, ringing
from checkin.alarms.forms import WHEN, OnCallForm
from checkin.staff.colleague import signed_in
from checkin.staff.models import Staff
from checkin.web.addresses import safe_next
from checkin.web.clock_times import WEEKDAYS
from checkin.web.context import now, runtime, session

notices = Blueprint("notices_on_top", __name__)
alarms = Blueprint("alarms", __name__)


@notices.post("/notices/<int:case_id>/seen")
def put_away(case_id: int) -> ResponseReturnValue:
    """Take a promise off the top of this colleague's pages."""
    nudging.put_away(session(), case_id=case_id, staff_id=signed_in().id, now=now())
    return redirect(safe_next(request.form.get("next")))


@notices.post("/alarms/<int:alarm_id>/help")
def help_out(alarm_id: int) -> ResponseReturnValue:
    """Answer for an alarm of a colleague who has the tenant in hand herself."""
    row = queries.find(session(), alarm_id=alarm_id) or abort(HTTPStatus.NOT_FOUND)
    if ringing.help_out(session(), alarm_id=alarm_id, staff_id=signed_in().id, now=now()) is not None:
        flash(_("U helpt mee. Zoek nu contact met %(colleague)s.", colleague=row.holder))
    else:
        flash(_("Dit is al opgepakt. Dank u wel."), "warning")
    to_case = url_for("people.case", case_id=row.alarm.case_id) if row.alarm.case_id else url_for("today.show")
    return redirect(to_case)


@alarms.get("/on-call")
def show() -> ResponseReturnValue:
    """Show who is rung about danger, and the alarms of the last weeks."""
    return _page(_form(formdata=None))


@alarms.post("/on-call")
def add() -> ResponseReturnValue:
    """Put a colleague on the list."""
    form = _form()
    if not form.accepted():
        return _page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    office = runtime().times.office_hours
    hours = on_call.hours_of(form.when.data, form.own(), office)
    on_call.add(session(), staff_id=form.staff.data, hours=hours, by=signed_in().id, now=now())
    flash(_("Opgeslagen. Dank u wel."))
    return redirect(url_for("alarms.show"))


@alarms.post("/on-call/<int:staff_id>/up")
def move_up(staff_id: int) -> ResponseReturnValue:
    """Let a colleague be rung sooner."""
    on_call.move_up(session(), staff_id=staff_id, by=signed_in().id, now=now())
    return redirect(url_for("alarms.show"))


@alarms.post("/on-call/<int:staff_id>/remove")
def remove(staff_id: int) -> ResponseReturnValue:
    """Take a colleague off the list."""
    if session().get(Staff, staff_id) is None:
        abort(HTTPStatus.NOT_FOUND)
    on_call.take_off(session(), staff_id=staff_id)
    flash(_("Deze collega wordt niet meer gebeld bij spoed."))
    return redirect(url_for("alarms.show"))


def _form(**given: object) -> OnCallForm:
    return OnCallForm(people=on_call.may_be_added(session()), **given)


def _page(form: OnCallForm) -> str:
    office = runtime().times.office_hours
    return render_template(
        "alarms/on_call.html",
        form=form,
        rows=[(row, on_call.kind_of(row.hours, office)) for row in on_call.rows(session())],
        kinds=WHEN,
        without=on_call.without_telephone(session()),
        lately=queries.lately(session(), now=now()),
        minutes=runtime().settings.alarm_minutes,
        weekdays=WEEKDAYS,
    )
