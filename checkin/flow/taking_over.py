"""After the last step of a ladder a person takes over; and what the caretaker found at the door."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from checkin.domain.attempts import PersonRings
from checkin.domain.cases import CaseKind
from checkin.domain.checkins import EndReason
from checkin.domain.climbing import RingDoorbell
from checkin.domain.visits import ENDS_ASKING, VisitOutcome
from checkin.flow import asking
from checkin.flow.endings import stop_everything
from checkin.outreach.models import CheckIn
from checkin.outreach.standing_models import StandingEnd
from checkin.tenants.models import Tenant
from checkin.visits import service as visits


def take_over(session: Session, *, check_in: CheckIn, step: PersonRings | RingDoorbell, now: datetime) -> None:
    """Let a person go on where the robot stops: a colleague rings, or the caretaker goes by."""
    if isinstance(step, PersonRings):
        kind = CaseKind.SILENT if step.reason is EndReason.PICKED_UP_SILENT else CaseKind.PERSONAL
        asking.open_case(session, tenant_id=check_in.tenant_id, kind=kind, check_in_id=check_in.id, now=now)
        return
    visits.plan_visit(session, tenant_id=check_in.tenant_id, check_in_id=check_in.id, reason=step.reason, now=now)


def record_visit(session: Session, *, visit_id: int, outcome: VisitOutcome, staff_id: int, now: datetime) -> None:
    """Write down what was found at the door and do what follows from it.

    1. record the visit (`checkin/visits/service.py`)
    2. a tenant who wants a call stands on the work list; one who moved is no tenant any more
    3. whoever was seen is asked no further, in any campaign

    Raises Refused: see `visits.record_visit`.
    """
    visit = visits.record_visit(session, visit_id=visit_id, outcome=outcome, staff_id=staff_id, now=now)
    if outcome is VisitOutcome.WANTS_CALL:
        asking.open_case(
            session,
            tenant_id=visit.tenant_id,
            kind=CaseKind.PERSONAL,
            check_in_id=visit.check_in_id,
            staff_id=staff_id,
            now=now,
        )
    elif outcome is VisitOutcome.MOVED:
        tenant = session.get_one(Tenant, visit.tenant_id)
        tenant.lease_ended_on, tenant.updated_at = tenant.lease_ended_on or now.date(), now
        session.add(tenant)
        stop_everything(session, tenant_id=visit.tenant_id, why=StandingEnd.LEASE_ENDED, now=now, staff_id=staff_id)
    if reason := ENDS_ASKING.get(outcome):
        asking.end_asking(session, tenant_id=visit.tenant_id, reason=reason, now=now)
