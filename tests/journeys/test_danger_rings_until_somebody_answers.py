"""Danger in a text rings one colleague after the other; a promise that lapses reaches the coordinator in seconds."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import Session, col

from checkin.alarms.models import Alarm, OnCallHours
from checkin.cases.models import Case
from checkin.db import unit_of_work
from checkin.domain.alarms import AlarmState
from checkin.domain.cases import CaseState
from checkin.domain.office_hours import Hours
from checkin.staff.models import Role, Staff
from checkin.staff.roster import set_hours
from checkin.tenants.models import Happening, TimelineEntry
from tests import factories
from tests.town import ALWAYS, Town

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""The steps themselves are tested on both databases in tests/alarms."""


@pytest.fixture
def given(given: dict[str, Any]) -> dict[str, Any]:
    """A telephone that nobody picks up rings for seconds."""
    return {**given, "ring_seconds": 8, "alarm_minutes": 1}


def colleague(town: Town, name: str, role: Role = Role.STAFF, *, on_call: int | None = None) -> Staff:
    with unit_of_work(town.runtime) as session:
        made = factories.staff(session, name, role, phone=factories.mobile())
        set_hours(session, staff_id=made.id or 0, hours=Hours.parse(ALWAYS), by=None, now=town.runtime.now())
        if on_call is not None:
            session.add(OnCallHours(staff_id=made.id or 0, position=on_call, changed_at=town.runtime.now()))
    return made


def alarm(session: Session) -> Alarm | None:
    return session.execute(select(Alarm)).scalars().first()


def only_case(session: Session) -> Case | None:
    return session.execute(select(Case)).scalars().first()


@SQLITE
def test_no_key_rings_the_next_who_answers_and_has_the_case(town: Town) -> None:
    ton, samira = colleague(town, "Ton", on_call=1), colleague(town, "Samira", on_call=2)
    linden = town.store(factories.tenant)
    telephone = town.telephone(linden.mobile)
    telephone.write("help ik ben gevallen en kan niet opstaan")
    town.until(telephone.texts, "she reads at once where to find help")
    assert "Bel 112" in telephone.texts()[0]
    tons, samiras = town.telephone(ton.phone), town.telephone(samira.phone)
    town.until(lambda: tons.calls() and tons.calls()[-1]["state"] == "ringing", "Ton's telephone rings")
    assert samiras.calls() == []
    tons.do("voicemail")
    town.until(lambda: "Wij bellen nu iemand anders." in tons.heard(), "a voicemail answers for nothing")
    town.later(seconds=20)
    town.until(lambda: samiras.calls() and samiras.calls()[-1]["state"] == "ringing", "Samira's telephone rings")
    samiras.do("answer")
    samiras.press("7")
    town.until(lambda: "Die toets ken ik niet." in samiras.heard(), "a wrong key repeats the question")
    assert "Linden" not in samiras.heard()
    samiras.press("1")
    town.until(lambda: "mevrouw Van der Linden" in samiras.heard(), "she hears whom it is about")
    case = town.look(only_case)
    assert (case.state, case.claimed_by, case.urgent) == (CaseState.CLAIMED, samira.id, True)
    assert town.look(alarm).state is AlarmState.ANSWERED
    mine = col(TimelineEntry.case_id) == case.id
    query = select(col(TimelineEntry.happening)).where(mine).order_by(col(TimelineEntry.id))
    told = town.look(lambda session: list(session.execute(query).scalars()))
    steps = [one for one in told if one.value.startswith("alarm_")]
    assert steps == [Happening.ALARM_RAISED, Happening.ALARM_RANG, Happening.ALARM_RANG, Happening.ALARM_ANSWERED]
    assert len(tons.calls()) == 1


@SQLITE
def test_a_promise_that_lapses_nudges_then_alarms_within_ten_seconds_and_the_tenant_hears_sorry(town: Town) -> None:
    samira, sanne = colleague(town, "Samira"), colleague(town, "Sanne", Role.COORDINATOR)
    linden = town.store(factories.tenant)
    telephone = town.telephone(linden.mobile)
    telephone.write("1")
    town.until(telephone.texts, "she is told when")
    case = town.look(only_case)
    promised: datetime = case.promised_before
    half = (promised - town.runtime.now()) / 2
    town.later(seconds=half.total_seconds() + 5)
    samiras, sannes = town.telephone(samira.phone), town.telephone(sanne.phone)
    town.until(samiras.texts, "Samira is reminded")
    assert "een huurder verwacht een telefoontje" in samiras.texts()[0]
    assert "Linden" not in samiras.texts()[0]
    town.later(seconds=(promised - town.runtime.now()).total_seconds())
    town.until(lambda: any("belofte aan een huurder" in text for text in sannes.texts()), "the coordinator knows")
    assert (town.runtime.now() - promised).total_seconds() < 10
    town.until(lambda: any(text.startswith("Sorry") for text in telephone.texts()), "the tenant hears sorry")
    after = town.look(only_case)
    assert after.promised_before == promised
    assert after.again_before > promised
