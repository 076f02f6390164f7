"""What a colleague does, in one line: take a case, and write down the talk with what follows from it."""

from __future__ import annotations

from typing import Any

from checkin import flow
from checkin.aftercare.models import Organisation
from checkin.aftercare.talks import Aftermath
from checkin.cases import service as cases
from checkin.cases.models import Case
from checkin.cases.service import Record
from checkin.db import unit_of_work
from checkin.domain.cases import ContactOutcome
from checkin.domain.referrals import OrganisationKind
from checkin.staff.models import Staff
from checkin.tenants.models import Tenant
from tests import factories
from tests.line import Line


def talk(
    line: Line,
    tenant: Tenant,
    staff: Staff,
    outcome: ContactOutcome = ContactOutcome.SPOKEN,
    *,
    aftermath: Aftermath | None = None,
    text_missed: bool = False,
    **record: Any,
) -> Case:
    """Let a colleague take the tenant's case, a new one when there is none, and write down the talk."""
    with unit_of_work(line.runtime) as session:
        now = line.clock()
        case = cases.open_case_of(session, tenant.id or 0) or factories.case(session, tenant_id=tenant.id, now=now)
        cases.claim_case(session, case_id=case.id or 0, staff_id=staff.id or 0, claim_minutes=30, now=now)
        return flow.record_contact(
            session,
            line.runtime,
            case_id=case.id or 0,
            staff_id=staff.id or 0,
            record=Record(outcome, **record),
            text_missed=text_missed,
            aftermath=aftermath or Aftermath(),
            now=now,
        )


def tick(line: Line) -> None:
    """Let the reconciler look at what follows from talks, and the workers send what is due."""
    with unit_of_work(line.runtime) as session:
        if flow.aftercare_is_due(session, now=line.clock()):
            flow.keep_aftercare_going(session, line.runtime, now=line.clock())
    line.work()


def home_care(session: Any) -> Organisation:
    """Store an organisation that is on no first list."""
    kind = OrganisationKind.HOME_CARE
    organisation = Organisation(kind=kind, name="Thuiszorg Eemdal", called="Thuiszorg Eemdal", phone="0318-500500")
    session.add(organisation)
    session.flush()
    return organisation
