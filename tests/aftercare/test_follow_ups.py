"""A call that was agreed on the telephone: back on the list by itself, for the colleague who agreed it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from checkin.aftercare import follow_ups
from checkin.aftercare.models import FollowUp
from checkin.aftercare.talks import Aftermath, Appointment
from checkin.cases.models import Case
from checkin.cases.picking import next_case_id
from checkin.db import unit_of_work
from checkin.domain.cases import CaseState, ContactOutcome
from checkin.domain.errors import Refused
from checkin.domain.follow_ups import FollowUpState
from checkin.staff.models import Staff
from checkin.tenants.models import Happening, Tenant
from tests import factories
from tests.aftercare.talking import talk, tick
from tests.line import Line


@pytest.fixture
def linden(line: Line) -> Tenant:
    return line.store(factories.tenant)


@pytest.fixture
def samira(line: Line) -> Staff:
    return line.store(factories.samira)


def agreed(line: Line, days: int = 14) -> tuple[datetime, Aftermath]:
    at = line.clock() + timedelta(days=days)
    return at, Aftermath(appointment=Appointment(at, "Hoe het met de knie van haar zus gaat"))


def follow_up(line: Line) -> FollowUp:
    return line.rows(FollowUp)[0]


def seen(line: Line, staff: Staff) -> None:
    with unit_of_work(line.runtime) as session:
        session.get_one(Staff, staff.id).last_seen_at = line.clock()


def open_case(line: Line, tenant: Tenant) -> Case:
    return next(case for case in line.cases(tenant) if case.state is not CaseState.CLOSED)


def test_it_comes_back_by_itself_for_the_same_colleague_with_the_agreed_time_as_the_promise(
    line: Line, linden: Tenant, samira: Staff
) -> None:
    at, aftermath = agreed(line)
    first = talk(line, linden, samira, aftermath=aftermath)
    line.clock.moment = at - timedelta(minutes=1)
    tick(line)
    assert [case.id for case in line.cases(linden)] == [first.id]

    line.clock.moment = at
    seen(line, samira)
    tick(line)
    tick(line)
    case = open_case(line, linden)
    assert (case.meant_for, case.told_at is not None) == (samira.id, True)
    assert case.promised_before == at + timedelta(minutes=30)
    assert (follow_up(line).state, follow_up(line).case_id) == (FollowUpState.LISTED, case.id)

    talk(line, linden, samira)
    tick(line)
    assert follow_up(line).state is FollowUpState.DONE
    assert line.told(linden).count(Happening.FOLLOW_UP) == 3


def test_others_are_given_it_only_when_the_colleague_is_away(line: Line, linden: Tenant, samira: Staff) -> None:
    at, aftermath = agreed(line)
    ton = line.store(factories.ton)
    talk(line, linden, samira, aftermath=aftermath)
    line.clock.moment = at
    tick(line)

    def given(to: Staff) -> int | None:
        with unit_of_work(line.runtime) as session:
            return next_case_id(session, line.runtime, staff_id=to.id or 0, now=line.clock())

    case = open_case(line, linden)
    assert given(ton) == case.id
    seen(line, samira)
    assert given(samira) == case.id
    assert given(ton) is None
    line.clock.advance(minutes=61)
    seen(line, samira)
    assert given(ton) == case.id


def test_who_waits_already_is_rung_once(line: Line, linden: Tenant, samira: Staff) -> None:
    at, aftermath = agreed(line)
    talk(line, linden, samira, aftermath=aftermath)
    line.clock.moment = at
    waiting = line.store(factories.case, tenant_id=linden.id, now=at - timedelta(hours=1), promised_before=at)
    tick(line)
    assert len(line.cases(linden)) == 2
    case = open_case(line, linden)
    assert (case.id, case.promised_before) == (waiting.id, at)
    assert follow_up(line).case_id == waiting.id


def test_it_may_be_moved_and_called_off_until_it_is_due(line: Line, linden: Tenant, samira: Staff) -> None:
    at, aftermath = agreed(line)
    talk(line, linden, samira, aftermath=aftermath)
    made = follow_up(line)
    given = {"follow_up_id": made.id or 0, "staff_id": samira.id or 0, "now": line.clock()}
    with unit_of_work(line.runtime) as session:
        follow_ups.move(session, at=at + timedelta(days=1), **given)
        for wrong in (line.clock() - timedelta(minutes=1), line.clock() + timedelta(days=400)):
            with pytest.raises(Refused):
                follow_ups.move(session, at=wrong, **given)
    line.clock.moment = at
    tick(line)
    assert follow_up(line).state is FollowUpState.PLANNED
    with unit_of_work(line.runtime) as session:
        follow_ups.call_off(session, **given)
        with pytest.raises(Refused):
            follow_ups.call_off(session, **given)
    line.clock.moment = at + timedelta(days=2)
    tick(line)
    assert follow_up(line).state is FollowUpState.CANCELLED


@pytest.mark.parametrize("outcome", [ContactOutcome.DECEASED, ContactOutcome.MOVED, ContactOutcome.NO_MORE])
def test_whoever_died_moved_or_wants_no_more_is_not_rung(
    line: Line, linden: Tenant, samira: Staff, outcome: ContactOutcome
) -> None:
    at, aftermath = agreed(line)
    talk(line, linden, samira, aftermath=aftermath)
    talk(line, linden, samira, outcome)
    line.clock.moment = at
    tick(line)
    assert follow_up(line).state is FollowUpState.CANCELLED
    assert all(case.state is CaseState.CLOSED for case in line.cases(linden))


def test_a_tenant_who_died_according_to_a_file_is_not_rung_either(line: Line, linden: Tenant, samira: Staff) -> None:
    _at, aftermath = agreed(line)
    talk(line, linden, samira, aftermath=aftermath)
    with unit_of_work(line.runtime) as session:
        session.get_one(Tenant, linden.id).deceased_at = line.clock()
    tick(line)
    assert follow_up(line).state is FollowUpState.CANCELLED


def test_two_reconcilers_open_one_case(line: Line, linden: Tenant, samira: Staff) -> None:
    at, aftermath = agreed(line)
    talk(line, linden, samira, aftermath=aftermath)
    line.clock.moment = at
    for _reconciler in range(2):
        tick(line)
    assert len(line.cases(linden)) == 2
