"""Who is on duty: kept in the database, seen at once by who changed it, and never nobody for want of a roster."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlmodel import Session

from checkin.cases import service as cases
from checkin.cases.models import Case
from checkin.db import unit_of_work
from checkin.domain.errors import Refused
from checkin.domain.office_hours import Hours
from checkin.runtime import Runtime
from checkin.staff import roster
from checkin.staff.models import Staff
from tests import factories
from tests.conftest import MovableClock

ALL_WEEK = Hours.parse("mon-fri 09:00-17:00")
SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def samira(runtime: Runtime) -> Staff:
    with unit_of_work(runtime) as session:
        return factories.samira(session)


@pytest.fixture
def ton(runtime: Runtime) -> Staff:
    with unit_of_work(runtime) as session:
        return factories.ton(session)


def keep(runtime: Runtime, staff: Staff, hours: Hours | None) -> None:
    with unit_of_work(runtime) as session:
        roster.set_hours(session, staff_id=staff.id or 0, hours=hours, by=None, now=runtime.now())


def test_hours_are_on_duty_at_once_and_can_be_taken_back(runtime: Runtime, samira: Staff, ton: Staff) -> None:
    keep(runtime, samira, ALL_WEEK)
    assert runtime.duty.people_at(runtime.now()) == 1
    keep(runtime, ton, Hours.parse("mon 10:00-11:00"))
    assert runtime.duty.people_at(runtime.now()) == 2
    keep(runtime, samira, None)
    assert runtime.duty.people_at(runtime.now()) == 1


def test_a_day_off_and_a_day_with_other_hours(runtime: Runtime, samira: Staff, clock: MovableClock) -> None:
    keep(runtime, samira, ALL_WEEK)
    today = clock.moment.date()
    for hours, people in (("", 0), ("10:00-11:00", 1), ("14:00-15:00", 0)):
        with unit_of_work(runtime) as session:
            roster.set_day(
                session, staff_id=samira.id or 0, day=today, hours=hours, by=samira.id, today=today, now=clock.moment
            )
        assert runtime.duty.people_at(clock.moment) == people
    with unit_of_work(runtime) as session:
        roster.forget_day(session, staff_id=samira.id or 0, day=today)
    assert runtime.duty.people_at(clock.moment) == 1


@SQLITE
@pytest.mark.parametrize(("day", "code"), [(date(2026, 11, 22), "day_past"), (date(2028, 11, 22), "day_far")])
def test_a_day_that_cannot_be_meant_is_refused(session: Session, runtime: Runtime, day: date, code: str) -> None:
    with pytest.raises(Refused) as refused:
        roster.set_day(session, staff_id=1, day=day, hours="", by=None, today=runtime.now().date(), now=runtime.now())
    assert refused.value.code == code


def test_joining_and_stopping_count_at_once(runtime: Runtime, samira: Staff, ton: Staff, clock: MovableClock) -> None:
    keep(runtime, ton, ALL_WEEK)
    keep(runtime, samira, Hours.parse("tue 09:00-11:00"))
    assert runtime.duty.people_at(clock.moment) == 1
    with unit_of_work(runtime) as session:
        roster.join(session, staff_id=samira.id or 0, now=clock.moment)
    assert runtime.duty.people_at(clock.moment) == 2
    for staff, left in ((ton, 1), (samira, 0), (samira, 0)):
        with unit_of_work(runtime) as session:
            roster.stop(session, staff_id=staff.id or 0, office=runtime.office_hours, now=clock.moment)
        assert runtime.duty.people_at(clock.moment) == left


def test_a_colleague_who_left_is_never_on_duty(runtime: Runtime, samira: Staff, ton: Staff) -> None:
    keep(runtime, samira, ALL_WEEK)
    keep(runtime, ton, ALL_WEEK)
    with unit_of_work(runtime) as session:
        session.get_one(Staff, ton.id).active = False
        session.info[roster.CHANGED] = True
    assert runtime.duty.people_at(runtime.now()) == 1


class TestWithoutARoster:
    @pytest.fixture
    def given(self) -> dict[str, int]:
        return {"people_at_work": 2}

    def test_a_few_are_taken_to_be_there(self, runtime: Runtime, samira: Staff) -> None:
        assert samira.last_seen_at is None
        assert runtime.duty.people_at(runtime.now()) == 2

    @SQLITE
    def test_today_it_is_as_many_as_are_at_work(self, runtime: Runtime, clock: MovableClock) -> None:
        with unit_of_work(runtime) as session:
            for name in ("Samira", "Ton", "Emma"):
                factories.staff(session, name, last_seen_at=clock.moment)
        clock.advance(minutes=1)
        assert runtime.duty.people_at(clock.moment) == 3
        assert runtime.duty.people_at(clock.moment + timedelta(days=1)) == 2

    @SQLITE
    def test_a_roster_that_names_nobody_in_the_coming_weeks_is_none(self, runtime: Runtime, samira: Staff) -> None:
        keep(runtime, samira, Hours.parse("sun 03:00-04:00"))
        assert runtime.duty.people_at(runtime.now()) == 2


@SQLITE
def test_duty_follows_the_clock_without_a_change(runtime: Runtime, samira: Staff, clock: MovableClock) -> None:
    keep(runtime, samira, ALL_WEEK)
    assert runtime.duty.people_at(clock.moment) == 1
    clock.advance(days=200)
    while not runtime.office_hours.is_open(clock.moment):
        clock.advance(hours=7)
    assert runtime.duty.people_at(clock.moment) == 1


@SQLITE
def test_the_promise_follows_from_who_is_on_duty(runtime: Runtime, samira: Staff, clock: MovableClock) -> None:
    keep(runtime, samira, Hours.parse("wed 13:00-15:00"))
    with unit_of_work(runtime) as session:
        first, second = factories.case(session), factories.case(session)
    with unit_of_work(runtime) as session:
        promised = cases.make_promise(session, runtime, session.get_one(Case, first.id), now=clock.moment)
    wednesday = clock.moment.replace(hour=13, minute=0) + timedelta(days=2)
    # On Wednesday between one and three, and with one other before this one: by two o'clock in Amsterdam at the latest.
    assert wednesday - timedelta(hours=1) < promised <= wednesday
    assert second.id
