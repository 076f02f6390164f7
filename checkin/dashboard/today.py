"""The first page: who waits, the one obvious button, and thanks for yesterday."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from http import HTTPStatus

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from checkin.aftercare import queries as aftercare
from checkin.aftercare.queries import FollowUpRow
from checkin.cases import queries as cases
from checkin.dashboard import queries
from checkin.dashboard.days import local_day
from checkin.dashboard.queries import Thanks
from checkin.domain.cases import CaseKind
from checkin.staff.colleague import signed_in
from checkin.staff.colleagues import HINTS
from checkin.staff.models import Staff
from checkin.staff.permissions import Guard, may
from checkin.staff.roster_queries import now_of
from checkin.tenants.naming import TenantName
from checkin.web.context import now, runtime, session

SHOWN = 6
LOOK_BACK_DAYS = 7

today = Blueprint("today", __name__)


@today.get("/")
def show() -> ResponseReturnValue:
    """Show who waits and what this colleague agreed to do today."""
    me, present = signed_in(), now()
    day, thanks = _last_talks()
    until = local_day(present, runtime().zone)[1]
    call_backs = cases.call_backs_of(session(), staff_id=me.id, until=until, now=present)
    agreed = {row.case_id for row in call_backs}
    account = session().get_one(Staff, me.id)
    return render_template(
        "dashboard/today.html",
        waiting=cases.waiting(session(), now=present),
        rows=cases.waiting_rows(session(), now=present, limit=SHOWN),
        held=cases.held_by(session(), staff_id=me.id, now=present),
        for_me=[row for row in cases.meant_for(session(), staff_id=me.id, now=present) if row.case_id not in agreed],
        agenda=_agenda(call_backs),
        talks_left=_talks_left(),
        duty=now_of(session(), staff_id=me.id, now=present, office=runtime().office_hours),
        day=day,
        thanks=thanks,
        attention=queries.attention(session(), now=present) if may(me.role, Guard.COORDINATE) else None,
        me=me.id,
        hints=account.hints_seen < HINTS,
        resting=account.rests_until if account.rests_until and account.rests_until > present else None,
    )


@dataclass(frozen=True)
class Appointment:
    """One call that this colleague agreed to make today."""

    at: datetime
    href: str
    name: TenantName
    kind: CaseKind | None
    """The kind of a case that waits for it; None for a follow-up that is not on the work list yet."""
    wish: str = ""


def _agenda(call_backs: Sequence[cases.WorkRow]) -> list[Appointment]:
    """List what this colleague agreed to do today, in order of time."""
    me, until = signed_in().id, local_day(now(), runtime().zone)[1]
    listed = [
        Appointment(row.call_at, url_for("people.case", case_id=row.case_id), row.name, row.kind)
        for row in call_backs
        if row.call_at is not None
    ]
    planned = [
        Appointment(row.at, _place_of(row), row.name, None, row.wish)
        for row in aftercare.planned_of(session(), staff_id=me, until=until)
    ]
    return sorted([*listed, *planned], key=lambda one: one.at)


def _place_of(row: FollowUpRow) -> str:
    if row.case_id is not None:
        return url_for("people.case", case_id=row.case_id)
    return url_for("people.tenant", tenant_id=row.tenant_id)


@today.get("/live")
def live() -> ResponseReturnValue:
    """Tell browsers whether anything happened since the version they know, for next to nothing."""
    version = queries.version(session())
    if request.args.get("v", type=int) == version:
        return "", HTTPStatus.NO_CONTENT
    return {"v": version, "version": version, "waiting": cases.waiting(session(), now=now()).count}


def _talks_left() -> int:
    """Count the talks for which there is time before the office closes today."""
    end = local_day(now(), runtime().zone)[1]
    return int(runtime().office_hours.working_minutes(now(), end) // runtime().settings.talk_minutes)


def _last_talks() -> tuple[date | None, Thanks | None]:
    """Give the last day before today on which the team spoke to tenants: after a weekend that is Friday."""
    present, zone = now(), runtime().zone
    since, until = local_day(present, zone, -LOOK_BACK_DAYS)[0], local_day(present, zone)[0]
    last = queries.last_talk(session(), since=since, until=until)
    if last is None:
        return None, None
    begin, end = local_day(last, zone)
    return last.astimezone(zone).date(), queries.thanks(session(), begin=begin, end=end)
