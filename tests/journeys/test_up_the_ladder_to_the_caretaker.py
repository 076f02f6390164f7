"""A campaign's own ladder over the real wire: busy and again, voicemail and the other number, then the caretaker."""

from __future__ import annotations

from typing import Any

import pytest
from sqlmodel import col, select

from checkin import flow
from checkin.cases.models import Case
from checkin.db import unit_of_work
from checkin.domain.attempts import AttemptEnd
from checkin.domain.cases import CaseKind
from checkin.domain.checkins import CheckInState, EndReason
from checkin.domain.visits import VisitOutcome
from checkin.outreach.models import Attempt, CheckIn, Instructions
from checkin.tenants.models import Tenant
from checkin.visits import queries as visits
from tests import factories
from tests.town import ON_POSTGRESQL, Town

pytestmark = ON_POSTGRESQL

LADDER = {"mobile": "voice_only", "calls": 2, "rules": {"voicemail": "next_number"}, "after": "caretaker"}


def tried(town: Town, tenant: Tenant) -> list[tuple[str, AttemptEnd | None]]:
    query = select(Attempt).where(Attempt.tenant_id == tenant.id).order_by(col(Attempt.ordinal))
    return [(one.number, one.end) for one in town.look(lambda session: session.exec(query).all())]


def ends(number: str, outcome: str) -> dict[str, Any]:
    """Let the next call to a number end like this, without anybody touching the telephone."""
    return {"name": "call_outcome", "value": outcome, "number": number.lstrip("+"), "times": 1}


def machine_picks_up(town: Town, tenant: Tenant) -> bool:
    """Let voicemail answer when the mobile rings; tell whether the asking is over."""
    telephone = town.telephone(tenant.mobile)
    if any(call["state"] == "ringing" for call in telephone.calls()[-1:]):
        telephone.do("voicemail")
    return town.check_in(tenant).state is CheckInState.UNREACHABLE


@pytest.mark.usefixtures("impatient")
def test_busy_and_again_voicemail_and_the_other_number_then_a_doorbell(town: Town) -> None:
    linden = town.store(factories.tenant, landline=factories.landline())
    town.network.faults.set([ends(linden.mobile, "busy"), ends(linden.landline, "unanswered")])
    campaign_id = town.start_round(linden)
    with unit_of_work(town.runtime) as session:
        session.merge(Instructions(campaign_id=campaign_id, ladder=LADDER))
    town.until(lambda: machine_picks_up(town, linden), "the last try is over")
    assert tried(town, linden) == [
        (linden.mobile, AttemptEnd.BUSY),  # it did not ring, and does not count
        (linden.mobile, AttemptEnd.VOICEMAIL),
        (linden.landline, AttemptEnd.NO_ANSWER),
    ]
    assert town.check_in(linden).reason is EndReason.NEVER_PICKED_UP

    (address,) = town.look(lambda session: visits.to_visit(session, limit=10))
    assert (address.tenant_id, address.street, address.reason) == (linden.id, linden.street, EndReason.NEVER_PICKED_UP)
    samira = town.store(factories.samira)
    with unit_of_work(town.runtime) as session:
        flow.record_visit(
            session,
            visit_id=address.visit_id,
            outcome=VisitOutcome.WANTS_CALL,
            staff_id=samira.id,
            now=town.runtime.now(),
        )
    town.work()
    case = town.look(lambda session: session.exec(select(Case)).one())
    assert (case.tenant_id, case.kind) == (linden.id, CaseKind.PERSONAL)
    assert case.promised_before is not None
    assert town.look(lambda session: session.exec(select(CheckIn.next_at)).all()) == [None]
