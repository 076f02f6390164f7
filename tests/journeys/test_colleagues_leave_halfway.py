"""Outreach paced by people: when colleagues leave halfway nothing more goes out, and a missed time is answered for."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import col, select

from checkin.campaigns.service import start_campaign
from checkin.cases import service as cases
from checkin.cases.models import Case
from checkin.dashboard.queries import attention
from checkin.db import unit_of_work
from checkin.domain.cases import ContactOutcome
from checkin.domain.checkins import CheckInState
from checkin.domain.office_hours import Hours
from checkin.flow import record_contact
from checkin.messaging.models import Message
from checkin.messaging.wording import Wording
from checkin.outreach.models import CheckIn
from checkin.staff import roster
from checkin.staff.models import Role
from checkin.tenants.models import Channel, Tenant
from tests import factories
from tests.town import ON_SQLITE, Town

TENANTS = 30
MORNING, SHIFT = time(10), "mon-sun 09:30-10:30"
ENOUGH_SECONDS = 60
"""The pace follows within a minute."""


@pytest.fixture
def given(given: dict[str, Any]) -> dict[str, Any]:
    return given | {"paced": True, "promise_minutes": 30, "retry_minutes": None}


def until_ten_in_the_morning(town: Town) -> None:
    now = town.runtime.now().astimezone(town.runtime.zone)
    ten = datetime.combine(now.date() + timedelta(days=1), MORNING, town.runtime.zone)
    town.later(seconds=(ten - now).total_seconds())


def colleagues(town: Town) -> list[int]:
    """Samira and Ton ring back one hour a day."""
    with unit_of_work(town.runtime) as session:
        people = [factories.staff(session, name, Role.STAFF) for name in ("Samira", "Ton")]
        for one in people:
            hours = Hours.parse(SHIFT)
            roster.set_hours(session, staff_id=one.id or 0, hours=hours, by=None, now=town.runtime.now())
        return [one.id or 0 for one in people]


def start(town: Town) -> list[Tenant]:
    tenants = [town.store(factories.tenant) for _number in range(TENANTS)]
    with unit_of_work(town.runtime) as session:
        ids = [tenant.id or 0 for tenant in tenants]
        start_campaign(
            session,
            name="80+",
            channel=Channel.AUTO,
            tenant_ids=ids,
            created_by=None,
            now=town.runtime.now(),
            paced=True,
        )
    return tenants


def asked(town: Town) -> int:
    query = select(sa.func.count()).select_from(CheckIn).where(col(CheckIn.asked_at).is_not(None))
    return int(town.look(lambda session: session.exec(query).one()))


def all_cases(town: Town) -> list[Case]:
    return list(town.look(lambda session: session.exec(select(Case).order_by(col(Case.id))).all()))


def say_yes(town: Town, tenants: list[Tenant]) -> int:
    """Everybody who was asked writes back; give how many did."""
    yes = 0
    for tenant in tenants:
        if town.check_in(tenant).state is CheckInState.ASKED:
            town.telephone(tenant.mobile).write("1")
            yes += 1
    return yes


def stop_for_today(town: Town, staff_ids: list[int]) -> None:
    with unit_of_work(town.runtime) as session:
        for staff_id in staff_ids:
            office = town.runtime.office_hours
            assert roster.stop(session, staff_id=staff_id, office=office, now=town.runtime.now())


def ring_back(town: Town, case: Case, staff_id: int) -> None:
    with unit_of_work(town.runtime) as session:
        now = town.runtime.now()
        assert cases.claim_case(session, case_id=case.id or 0, staff_id=staff_id, claim_minutes=30, now=now)
        record = cases.Record(outcome=ContactOutcome.SPOKEN, form_token=f"talk-{case.id}")
        record_contact(
            session, town.runtime, case_id=case.id or 0, staff_id=staff_id, record=record, text_missed=False, now=now
        )


def apologies(town: Town, tenant_id: int) -> list[str]:
    query = select(Message.text).where(Message.tenant_id == tenant_id, Message.wording == Wording.S16_SORRY.value)
    return list(town.look(lambda session: session.exec(query).all()))


@ON_SQLITE
def test_when_colleagues_leave_nothing_more_goes_out_and_every_missed_time_is_answered_for(town: Town) -> None:
    until_ten_in_the_morning(town)
    staff = colleagues(town)
    tenants = start(town)
    town.until(lambda: asked(town) > 3, "the first questions leave")
    for _look in range(10):
        town.work()
    first = asked(town)
    assert first < TENANTS, "no more than two colleagues can ring back in time"

    yes = say_yes(town, tenants)
    told = town.until(lambda: [one for one in all_cases(town) if one.told_at], "the first hears when she is called")
    town.until(lambda: len([one for one in all_cases(town) if one.told_at]) == yes, "everybody heard a time")
    assert told

    # Both leave. Within a minute nothing more goes out, however many still wait to be asked.
    stop_for_today(town, staff)
    left = asked(town)
    for _step in range(4):
        town.later(seconds=ENOUGH_SECONDS / 4)
        town.work()
    assert asked(town) == left

    # Samira comes back for one tenant; the others' moments pass.
    spoken, *missed = [one for one in all_cases(town) if one.told_at]
    ring_back(town, spoken, staff[0])
    last = max(one.promised_before for one in missed if one.promised_before)
    town.later(seconds=(last - town.runtime.now()).total_seconds() + 60)
    town.until(
        lambda: all(len(apologies(town, one.tenant_id)) == 1 for one in missed),
        "everybody whose time was missed hears sorry and a new time",
    )
    assert apologies(town, spoken.tenant_id) == []
    alarm = town.look(lambda session: attention(session, now=town.runtime.now()))
    assert alarm.late == len(missed)
    for _look in range(5):
        town.work()
    assert all(len(apologies(town, one.tenant_id)) == 1 for one in missed), "once for each"
