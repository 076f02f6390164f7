"""The week: read it, copy two sentences, take it along as a file."""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from checkin.domain.errors import Refused
from checkin.reports.export import as_csv
from checkin.reports.labels import FILTERS
from checkin.reports.summary import Summary
from checkin.reports.weekly import iso_week_of, monday_of, summarise, week
from checkin.web.context import now, runtime, session

reports = Blueprint("reports", __name__)
for _name, _filter in FILTERS.items():
    reports.add_app_template_filter(_filter, _name)


def _this_week() -> str:
    return iso_week_of(now().astimezone(runtime().zone).date())


@reports.get("/week")
def this_week() -> ResponseReturnValue:
    """Go to the week that was asked for, or to this one."""
    return redirect(url_for("reports.show", iso_week=request.args.get("week") or _this_week()))


@reports.get("/week/<iso_week>")
def show(iso_week: str) -> ResponseReturnValue:
    """Show one week beside the week before it."""
    summary, current = _summary(iso_week), _this_week()
    monday = monday_of(iso_week)
    return render_template(
        "reports/week.html",
        week=summary,
        before=_summary(iso_week_of(monday - timedelta(days=7))),
        monday=monday,
        sunday=monday + timedelta(days=6),
        earlier=iso_week_of(monday - timedelta(days=7)),
        later=iso_week_of(monday + timedelta(days=7)) if iso_week < current else None,
        running=iso_week == current,
    )


def _summary(iso_week: str) -> Summary:
    try:
        return summarise(session(), iso_week=iso_week, zone=runtime().zone, now=now())
    except Refused:
        abort(HTTPStatus.NOT_FOUND)


@reports.get("/week/<iso_week>.csv")
def download(iso_week: str) -> ResponseReturnValue:
    """Give one week as a file for a spreadsheet."""
    try:
        whole = week(session(), iso_week=iso_week, zone=runtime().zone, now=now())
    except Refused:
        abort(HTTPStatus.NOT_FOUND)
    content = as_csv(whole, runtime().zone)
    disposition = f'attachment; filename="checkin-{whole.summary.iso_week}.csv"'
    return Response(content, mimetype="text/csv", headers={"Content-Disposition": disposition})
