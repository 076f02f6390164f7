"""Where a person takes over, the asking ends: in every campaign, on every channel, and at the doorbell."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from checkin.alarms.ringing import raise_alarm
from checkin.cases import service as cases
from checkin.cases.models import Case
from checkin.domain.cases import CaseKind
from checkin.domain.checkins import CheckInAction, EndReason
from checkin.outreach import service as outreach
from checkin.outreach.engaged import was_spoken_to
from checkin.visits import service as visits


def open_case(
    session: Session,
    *,
    tenant_id: int,
    kind: CaseKind,
    now: datetime,
    urgent: bool = False,
    check_in_id: int | None = None,
    reply_id: int | None = None,
    staff_id: int | None = None,
    call_at: datetime | None = None,
) -> Case:
    """Open a case, and end what other campaigns still wanted to ask: a person rings this tenant now.

    Danger rings somebody at once, at any hour.

    The check-in that the case came out of goes its own way: an answer ended it, or a text still waits to be read.
    """
    case = cases.open_case(
        session,
        tenant_id=tenant_id,
        kind=kind,
        urgent=urgent,
        check_in_id=check_in_id,
        reply_id=reply_id,
        staff_id=staff_id,
        call_at=call_at,
        now=now,
    )
    end_asking(session, tenant_id=tenant_id, reason=EndReason.ALREADY_WAITING, now=now, but=check_in_id)
    if urgent:
        raise_alarm(session, case=case, reply_id=reply_id, staff_id=staff_id, now=now)
    return case


def end_asking(session: Session, *, tenant_id: int, reason: EndReason, now: datetime, but: int | None = None) -> None:
    """End every open check-in of a tenant but one, and take the tenant off the caretaker's list."""
    for check_in in outreach.open_check_ins(session, tenant_id):
        if check_in.id != but:
            outreach.end(session, check_in, CheckInAction.CANCEL, now=now, reason=reason)
    visits.call_off(session, tenant_id=tenant_id, now=now)
    if reason is EndReason.SPOKEN_TO:
        was_spoken_to(session, tenant_id=tenant_id, now=now)
