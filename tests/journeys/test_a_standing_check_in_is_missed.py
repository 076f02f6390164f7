"""Somebody asked to be texted every day: one answer is enough, and a day without one brings a colleague."""

from __future__ import annotations

from datetime import time

from sqlalchemy import select
from sqlmodel import Session, col

from checkin.cases.models import Case
from checkin.domain.cases import CaseKind
from checkin.domain.checkins import CheckInState
from checkin.domain.standing import Every, Rhythm
from checkin.outreach.standing_models import AskedHow
from checkin.standing import service
from checkin.tenants.models import Channel, Tenant
from tests import factories
from tests.town import Town


def agree(session: Session, *, town: Town, tenant_id: int) -> None:
    service.start(
        session,
        town.runtime,
        tenant=session.get_one(Tenant, tenant_id),
        rhythm=Rhythm(Every.DAY, time(10)),
        channel=Channel.TEXT,
        asked_how=AskedHow.PAPER,
        staff_id=None,
        now=town.runtime.now(),
    )


def test_answered_on_one_day_and_missed_on_the_next(town: Town) -> None:
    linden = town.store(factories.tenant)
    telephone = town.telephone(linden.mobile)
    town.store(agree, town=town, tenant_id=linden.id)
    town.work()
    assert telephone.texts() == []

    town.later(days=1)
    town.until(lambda: len(telephone.texts()) == 1, "the first day asks")
    telephone.write("3")
    town.until(lambda: town.check_in(linden).state is CheckInState.ANSWERED, "she is fine")
    first = town.check_in(linden).id

    town.later(days=1)
    town.until(lambda: town.check_in(linden).id != first, "the second day is planned")
    town.until(lambda: town.check_in(linden).state is CheckInState.ASKED, "the second day asks")
    town.later(days=1)
    query = select(Case).where(col(Case.tenant_id) == linden.id)
    case = town.until(lambda: town.look(lambda session: session.execute(query).scalars().first()), "she is missed")
    assert case.kind is CaseKind.PERSONAL
