"""The call on the page of a tenant: ringing through the system, where it stands, and what is typed meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from http import HTTPStatus

import sqlalchemy as sa
from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from sqlmodel import Session, col

from checkin import flow
from checkin.cases import drafts
from checkin.cases.models import Case, Contact
from checkin.domain.bridges import NOT_REACHED, BridgeEnd, BridgeState
from checkin.domain.cases import ContactOutcome
from checkin.domain.errors import Refused
from checkin.messaging import bridges
from checkin.messaging.bridge_models import Bridge
from checkin.messaging.models import Call, CallEnd
from checkin.staff.colleague import signed_in
from checkin.staff.models import Staff
from checkin.tenants.models import Tenant
from checkin.tenants.numbers import closed_among
from checkin.tenants.phones import national
from checkin.web.context import now, session
from checkin.web.refusals import refusal

SHOWN_FOR = timedelta(hours=4)

calling = Blueprint("calling", __name__)


@calling.post("/cases/<int:case_id>/call")
def ring(case_id: int) -> ResponseReturnValue:
    """Ring the signed-in colleague, to be put through to the tenant."""
    try:
        flow.start_bridge(
            session(), case_id=case_id, staff_id=signed_in().id, number=request.form.get("number", ""), now=now()
        )
        drafts.call_again(session(), case_id=case_id, staff_id=signed_in().id, now=now())
    except Refused as refused:
        flash(refusal(refused), "warning")
    return redirect(url_for("people.case", case_id=case_id, _anchor="call"))


@calling.post("/cases/<int:case_id>/draft")
def keep_draft(case_id: int) -> ResponseReturnValue:
    """Keep the form about a talk as it is now; 409 when the case is no longer this colleague's."""
    fields, token = list(request.form.items(multi=True)), request.form.get("form_token", "")
    try:
        version = drafts.keep_draft(
            session(), case_id=case_id, staff_id=signed_in().id, fields=fields, form_token=token, now=now()
        )
    except Refused:
        return "", HTTPStatus.CONFLICT
    return {"version": version}


@dataclass(frozen=True)
class Calling:
    """What the page says about ringing a tenant through the system."""

    number: str
    """Where the colleague is rung; empty when that is not known."""
    lines: tuple[tuple[str, str], ...]
    """The tenant's numbers that may be rung: as they are sent, and as they are shown."""
    state: BridgeState | None = None
    answered_at: datetime | None = None
    end: BridgeEnd | None = None
    minutes: int = 0
    voicemail: bool = False
    """A machine picked up at the tenant's, while the colleague is still on the line."""
    reference: str = ""

    @property
    def under_way(self) -> bool:
        """Tell whether somebody is being rung or spoken to."""
        return self.state not in {None, BridgeState.OVER}

    @property
    def proposes(self) -> str:
        """Give the outcome that is chosen beforehand; the colleague decides."""
        return ContactOutcome.NOT_REACHED.value if self.end in NOT_REACHED or self.voicemail else ""


def calling_for(open_session: Session, *, case: Case, tenant: Tenant, staff_id: int, present: datetime) -> Calling:
    """Say where ringing the tenant of one's own case stands."""
    staff = open_session.get_one(Staff, staff_id)
    idle = Calling(national(staff.phone) if staff.phone else "", tuple(_lines(open_session, tenant)))
    since = max(case.claimed_at or case.opened_at, present - SHOWN_FOR, _last_contact(open_session, case))
    going_on = bridges.of_staff(open_session, staff_id)
    mine = going_on if going_on is not None and going_on.case_id == case.id else None
    bridge = mine or bridges.latest(open_session, case_id=case.id or 0, staff_id=staff_id, since=since)
    if bridge is None:
        return idle
    return replace(
        idle,
        state=bridge.state,
        answered_at=bridge.answered_at,
        end=bridge.end,
        minutes=bridge.minutes,
        voicemail=_voicemail(open_session, bridge),
        reference=bridge.id,
    )


def _lines(open_session: Session, tenant: Tenant) -> list[tuple[str, str]]:
    numbers = dict.fromkeys(number for number in (tenant.mobile, tenant.landline, tenant.phone_2) if number)
    closed = closed_among(open_session, numbers)
    return [(number, national(number)) for number in numbers if number not in closed]


def _last_contact(open_session: Session, case: Case) -> datetime:
    query = sa.select(sa.func.max(col(Contact.at))).where(col(Contact.case_id) == case.id)
    return open_session.execute(query).scalar() or case.opened_at


def _voicemail(open_session: Session, bridge: Bridge) -> bool:
    if bridge.state is not BridgeState.TALKING or bridge.tenant_call_id is None:
        return False
    return open_session.get_one(Call, bridge.tenant_call_id).end is CallEnd.VOICEMAIL
