"""A follow-up whose moment has come is on the work list by itself, for the colleague who agreed it."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from checkin.aftercare import follow_ups
from checkin.aftercare.models import FollowUp
from checkin.cases.models import Case
from checkin.domain.cases import CaseKind, CaseState
from checkin.domain.follow_ups import FollowUpAction, promised_before
from checkin.flow import asking
from checkin.flow.house import House
from checkin.tenants.models import Tenant


def take_up_follow_ups(session: Session, house: House, *, now: datetime) -> None:
    """Open a case for every follow-up whose moment has come; done twice, nothing happens twice.

    1. call it off when the tenant died or moved meanwhile
    2. open a case, or take the one that is open: the tenant waits for one call only
    3. it is meant for the colleague who agreed it; when that colleague is away, everybody is given it
       (`checkin/domain/next_case.py`)
    4. the agreed time is the promise
    """
    for follow_up in follow_ups.take_due(session, now=now):
        tenant = session.get_one(Tenant, follow_up.tenant_id)
        if tenant.deceased_at or tenant.lease_ended_on:
            follow_ups.advance_to(session, follow_up, FollowUpAction.CANCEL, now=now)
            continue
        case = asking.open_case(session, tenant_id=follow_up.tenant_id, kind=CaseKind.PERSONAL, now=now)
        follow_up.case_id = case.id
        follow_ups.advance_to(session, follow_up, FollowUpAction.TAKE_UP, now=now)
        _give(session, house, follow_up, case)


def _give(session: Session, house: House, follow_up: FollowUp, case: Case) -> None:
    if case.state is CaseState.WAITING:
        case.meant_for = case.meant_for or follow_up.staff_id
    if case.promised_before is None and follow_up.referral_id is None:
        case.call_at = follow_up.at
        # What was agreed on the telephone was told there.
        case.promised_before = promised_before(follow_up.at, house.office_hours)
        case.told_at = follow_up.created_at
    session.add(case)
