"""A promise that is about to lapse is told to those who can keep it, and one that was not kept to the coordinator."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlmodel import col

from checkin.alarms import nudging
from checkin.alarms.models import Nudge
from checkin.cases import service as cases
from checkin.cases.models import Case
from checkin.dashboard.queries import attention
from checkin.db import reading, unit_of_work
from checkin.domain.cases import ContactOutcome
from checkin.domain.nudges import AGREED_WITHIN, Rung
from checkin.domain.office_hours import Hours
from checkin.staff.models import Role, Staff
from checkin.staff.roster import set_hours
from tests import factories
from tests.line import Line
from workers import reconciler

ALL_DAY = Hours.parse("mon-sun 00:00-24:00")


def person(line: Line, name: str, role: Role = Role.STAFF, *, on_duty: bool = True) -> Staff:
    with unit_of_work(line.runtime) as session:
        found = factories.staff(session, name, role, phone=factories.mobile())
        if on_duty:
            set_hours(session, staff_id=found.id or 0, hours=ALL_DAY, by=None, now=line.clock())
    return found


def waits(line: Line) -> tuple[Case, datetime]:
    """A tenant who was told a time."""
    tenant = line.store(factories.tenant)
    line.text(tenant.mobile, "1")
    reconciler.tick(line.runtime)
    with unit_of_work(line.runtime) as session:
        case = session.execute(select(Case).where(col(Case.tenant_id) == tenant.id)).scalars().one()
        promised = cases.make_promise(session, line.runtime, case, now=line.clock())
        case.told_at = line.clock()
    return case, promised


def told(line: Line) -> list[tuple[Rung, int]]:
    with reading(line.runtime) as session:
        query = select(col(Nudge.rung), col(Nudge.staff_id)).order_by(col(Nudge.id))
        return [(rung, staff_id) for rung, staff_id in session.execute(query)]


def at(line: Line, moment: datetime) -> None:
    line.clock.moment = moment
    reconciler.tick(line.runtime)


def claim(line: Line, case: Case, staff: Staff) -> None:
    with unit_of_work(line.runtime) as session:
        cases.claim_case(session, case_id=case.id or 0, staff_id=staff.id or 0, claim_minutes=999, now=line.clock())


def test_half_way_the_one_who_has_it_then_the_team_then_the_coordinator_within_ten_seconds(line: Line) -> None:
    samira, ton = person(line, "Samira"), person(line, "Ton")
    sanne = person(line, "Sanne", Role.COORDINATOR, on_duty=False)
    begin = line.clock()
    case, promised = waits(line)
    claim(line, case, samira)
    at(line, begin + (promised - begin) / 2 - timedelta(seconds=1))
    assert told(line) == []
    at(line, begin + (promised - begin) / 2)
    assert told(line) == [(Rung.COLLEAGUE, samira.id)]
    assert line.queued(samira.phone) == ["C1"]
    at(line, promised)
    assert told(line)[1:] == [(Rung.TEAM, samira.id), (Rung.TEAM, ton.id)]
    assert line.queued(sanne.phone) == []
    for seconds in (2, 5, 8):
        at(line, promised + timedelta(seconds=seconds))
    assert told(line)[3:] == [(Rung.COORDINATOR, sanne.id)]
    assert line.queued(sanne.phone) == ["C3"]
    at(line, promised + timedelta(minutes=1))
    assert len([one for one in told(line) if one[0] is Rung.COORDINATOR]) == 1


def test_nobody_has_it_so_everybody_on_duty_is_told(line: Line) -> None:
    samira, ton = person(line, "Samira"), person(line, "Ton")
    person(line, "Els", on_duty=False)
    begin = line.clock()
    _case, promised = waits(line)
    at(line, begin + (promised - begin) / 2)
    assert told(line) == [(Rung.COLLEAGUE, samira.id), (Rung.COLLEAGUE, ton.id)]


def test_a_call_by_a_person_ends_the_ladder_and_takes_it_off_the_screens(line: Line) -> None:
    samira = person(line, "Samira")
    begin = line.clock()
    case, promised = waits(line)
    claim(line, case, samira)
    at(line, begin + (promised - begin) / 2)
    with reading(line.runtime) as session:
        (shown,) = nudging.shown_to(session, staff_id=samira.id or 0, limit=3)
    assert (shown.rung, shown.mine) == (Rung.COLLEAGUE, True)
    with unit_of_work(line.runtime) as session:
        record = cases.Record(ContactOutcome.NOT_REACHED, call_at=line.clock() + timedelta(days=1))
        cases.record_contact(session, case_id=case.id or 0, staff_id=samira.id or 0, record=record, now=line.clock())
    at(line, promised + timedelta(seconds=30))
    assert told(line) == [(Rung.COLLEAGUE, samira.id)]
    with reading(line.runtime) as session:
        assert nudging.shown_to(session, staff_id=samira.id or 0, limit=3) == []


def test_a_new_time_has_a_ladder_of_its_own(line: Line) -> None:
    samira = person(line, "Samira")
    case, promised = waits(line)
    at(line, promised + timedelta(seconds=6))  # also the apology with a new time
    assert line.rows(Case)[0].again_before is not None
    again = line.rows(Case)[0].again_before
    before = len(told(line))
    at(line, again + timedelta(seconds=6))
    assert told(line)[before:] == [(Rung.TEAM, samira.id)]
    assert case.id == line.rows(Nudge)[0].case_id


def test_an_agreed_moment_has_a_ladder_of_its_own_until_somebody_takes_it(line: Line) -> None:
    samira, ton = person(line, "Samira"), person(line, "Ton")
    sanne = person(line, "Sanne", Role.COORDINATOR, on_duty=False)
    case, _promised = waits(line)
    agreed = line.clock() + timedelta(days=1)
    record_by(line, case, samira, cases.Record(ContactOutcome.CALL_BACK, call_at=agreed))
    at(line, agreed - timedelta(minutes=1))
    assert told(line) == []
    at(line, agreed)
    assert told(line) == [(Rung.COLLEAGUE, samira.id)], "who agreed on it is the one who is expected"
    before = agreed + AGREED_WITHIN
    with reading(line.runtime) as session:
        (shown,) = nudging.shown_to(session, staff_id=samira.id or 0, limit=3)
    assert shown.promised == before
    for seconds in (0, 5):
        at(line, before + timedelta(seconds=seconds))
    assert told(line)[1:] == [(Rung.TEAM, samira.id), (Rung.TEAM, ton.id), (Rung.COORDINATOR, sanne.id)]
    with reading(line.runtime) as session:
        assert attention(session, now=line.clock()).late == 1
    claim(line, case, ton)
    with reading(line.runtime) as session:
        assert nudging.shown_to(session, staff_id=sanne.id or 0, limit=3) == []
        assert attention(session, now=line.clock()).late == 0


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("then", ["taken in time", "not reached"])
def test_nobody_is_alarmed_about_an_agreed_moment_that_was_kept(line: Line, then: str) -> None:
    samira = person(line, "Samira")
    case, _promised = waits(line)
    agreed = line.clock() + timedelta(days=1)
    record_by(line, case, samira, cases.Record(ContactOutcome.CALL_BACK, call_at=agreed))
    at(line, agreed + timedelta(minutes=5))
    again = agreed + timedelta(hours=4)
    if then == "taken in time":
        claim(line, case, samira)
    else:
        record_by(line, case, samira, cases.Record(ContactOutcome.NOT_REACHED, call_at=again))
    for hours in (1, 2, 6):
        at(line, agreed + timedelta(hours=hours))
    assert told(line) == [(Rung.COLLEAGUE, samira.id)]
    with reading(line.runtime) as session:
        assert nudging.shown_to(session, staff_id=samira.id or 0, limit=3) == []
        assert attention(session, now=line.clock()).late == 0


def record_by(line: Line, case: Case, staff: Staff, record: cases.Record) -> None:
    claim(line, case, staff)
    with unit_of_work(line.runtime) as session:
        cases.record_contact(session, case_id=case.id or 0, staff_id=staff.id or 0, record=record, now=line.clock())


def test_the_coordinator_hears_of_it_also_when_the_tenant_gets_a_new_time_in_the_same_second(line: Line) -> None:
    sanne = person(line, "Sanne", Role.COORDINATOR, on_duty=False)
    _case, promised = waits(line)
    for seconds in range(8):
        at(line, promised + timedelta(seconds=seconds))
    assert (Rung.COORDINATOR, sanne.id) in told(line)
    assert line.rows(Case)[0].again_before is not None


def test_many_promises_are_one_text_and_every_one_of_them_stands_on_screen(line: Line) -> None:
    samira = person(line, "Samira")
    promises = [waits(line)[1] for _ in range(4)]
    at(line, max(promises))
    with reading(line.runtime) as session:
        assert len(nudging.shown_to(session, staff_id=samira.id or 0, limit=10)) == 4
    assert line.queued(samira.phone).count("C2") == 1


def test_who_is_at_the_screen_gets_no_text_half_way(line: Line) -> None:
    samira = person(line, "Samira")
    begin = line.clock()
    case, promised = waits(line)
    claim(line, case, samira)
    half = begin + (promised - begin) / 2
    with unit_of_work(line.runtime) as session:
        session.get_one(Staff, samira.id).last_seen_at = half - timedelta(seconds=30)
    at(line, half)
    assert line.queued(samira.phone) == []
    assert told(line) == [(Rung.COLLEAGUE, samira.id)]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_two_reconcilers_tell_everybody_once(line: Line) -> None:
    person(line, "Samira")
    _case, promised = waits(line)
    line.clock.moment = promised
    for _ in range(2):
        with unit_of_work(line.runtime) as session:
            nudging.nudge(session, line.runtime, now=promised)
        with unit_of_work(line.runtime) as session:
            session.execute(select(Case)).scalars().one().next_nudge_at = promised
    assert len(told(line)) == 1
