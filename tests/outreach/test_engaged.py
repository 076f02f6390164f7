"""One conversation per household: who else waits, for how long, and with which reason it ends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError
from sqlmodel import col

from checkin.campaigns.models import Campaign
from checkin.cases.service import Record
from checkin.db import unit_of_work
from checkin.domain.attempts import AttemptEnd
from checkin.domain.cases import CaseKind, CaseState, ContactOutcome
from checkin.domain.checkins import CheckInState, EndReason
from checkin.flow import record_contact, stops
from checkin.messaging.models import Message
from checkin.outreach import service
from checkin.outreach.models import CheckIn, EngagedNumber
from checkin.tenants.models import Channel, Tenant
from tests import factories
from tests.line import Line
from workers import reconciler
from workers.release import release_due

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
WEEK = timedelta(days=7)
S = CheckInState
Sharing = tuple[dict[str, Any], dict[str, Any]]


@pytest.fixture
def given(given: dict[str, Any]) -> dict[str, Any]:
    """One text, and then it is over."""
    return {**given, "text_tries": 1}


def plan_unseen(line: Line, *tenants: Tenant) -> None:
    """Plan a check-in for each as a round does that did not see any other round: the worst that could happen."""
    with unit_of_work(line.runtime) as session:
        campaign = Campaign(name="tegelijk", started_at=line.clock())
        session.add(campaign)
        session.flush()
        row = {"campaign_id": campaign.id, "channel": Channel.AUTO, "state": S.PLANNED,
               "planned_at": line.clock(), "next_at": line.clock()}  # fmt: skip
        session.connection().execute(insert(CheckIn), [row | {"tenant_id": tenant.id} for tenant in tenants])


def standing(line: Line, tenant: Tenant) -> list[tuple[CheckInState, EndReason | None]]:
    found = line.rows(CheckIn, col(CheckIn.tenant_id) == tenant.id)
    return [(check_in.state, check_in.reason) for check_in in sorted(found, key=lambda one: one.id)]


def asked(line: Line) -> int:
    """Count every text and call with a question that left."""
    return len(line.carrier.texts) + len(line.carrier.calls)


SHARED = factories.LANDLINE
HOUSEHOLDS: dict[str, Sharing] = {
    "the same mobile": ({"mobile": factories.MOBILE}, {"mobile": factories.MOBILE}),
    "a landline beside their own mobiles": ({"landline": SHARED}, {"landline": SHARED}),
    "a landline that is the other's second number": ({"landline": SHARED}, {"phone_2": SHARED}),
}


@pytest.mark.parametrize("sharing", HOUSEHOLDS)
def test_two_behind_one_number_are_asked_one_at_a_time(line: Line, sharing: str) -> None:
    anna, bert = (line.store(factories.tenant, **given) for given in HOUSEHOLDS[sharing])
    plan_unseen(line, anna, bert)
    line.work()
    line.work()
    assert asked(line) == 1
    assert (standing(line, anna), standing(line, bert)) == ([(S.ASKED, None)], [(S.PLANNED, None)])


@SQLITE
def test_one_tenant_in_two_rounds_is_asked_once_and_the_other_round_says_why(line: Line) -> None:
    """Two rounds that start in the same moment: the second question does not leave after the first was answered."""
    anna = line.store(factories.tenant)
    plan_unseen(line, anna)
    plan_unseen(line, anna)
    line.work()
    line.text(anna.mobile, "3")
    for _day in range(3):
        line.clock.advance(days=1)
        line.work()
    assert standing(line, anna) == [(S.ANSWERED, None), (S.CANCELLED, EndReason.ALREADY_ASKED)]
    assert len(line.carrier.texts) == 2, "the question and the thanks"


@SQLITE
@pytest.mark.parametrize("released", [False, True])
def test_when_one_of_a_household_answers_the_other_is_not_asked(line: Line, released: bool) -> None:
    """Whether the other's question was only planned, or written down to leave already."""
    anna, bert = line.store(factories.tenant, landline=SHARED), line.store(factories.tenant, landline=SHARED)
    plan_unseen(line, anna, bert)
    if released:
        release_due(line.runtime)
        assert len(line.rows(Message)) == 2
    line.work()
    line.text(anna.mobile, "3")
    line.clock.advance(hours=2)
    line.work()
    assert standing(line, bert) == [(S.CANCELLED, EndReason.SAME_HOUSEHOLD)]
    assert line.queued(bert.mobile) in ([], ["S1"])
    assert bert.mobile not in [number for number, _words in line.carrier.texts]


@SQLITE
def test_when_one_of_a_household_is_silent_the_other_has_a_turn(line: Line) -> None:
    anna, bert = line.store(factories.tenant, landline=SHARED), line.store(factories.tenant, landline=SHARED)
    plan_unseen(line, anna, bert)
    line.work()
    line.clock.advance(hours=2)
    line.work()
    line.work()
    assert standing(line, anna) == [(S.SILENT, EndReason.NO_ANSWER_TO_TEXT)]
    assert standing(line, bert) == [(S.ASKED, None)]


def speaks(line: Line, tenant: Tenant) -> None:
    samira = line.store(factories.samira)
    case = line.store(factories.case, tenant_id=tenant.id, state=CaseState.CLAIMED, claimed_by=samira.id)
    with unit_of_work(line.runtime) as session:
        record_contact(
            session, line.runtime, case_id=case.id, staff_id=samira.id, record=Record(ContactOutcome.SPOKEN),
            text_missed=False, now=line.clock(),
        )  # fmt: skip


def waits(line: Line, tenant: Tenant) -> None:
    line.store(factories.case, tenant_id=tenant.id, kind=CaseKind.PERSONAL)


@SQLITE
@pytest.mark.parametrize(
    ("happens", "reasons"),
    [
        (speaks, (EndReason.SPOKEN_TO, EndReason.SAME_HOUSEHOLD)),
        (waits, (EndReason.ALREADY_WAITING, None)),
    ],
)
def test_who_is_in_touch_with_a_colleague_is_not_asked_as_well(
    line: Line, happens: Callable[[Line, Tenant], None], reasons: tuple[EndReason, EndReason | None]
) -> None:
    anna, bert = line.store(factories.tenant, landline=SHARED), line.store(factories.tenant, landline=SHARED)
    happens(line, anna)
    plan_unseen(line, anna, bert)
    line.work()
    assert tuple(standing(line, one)[0][1] for one in (anna, bert)) == reasons


@SQLITE
def test_a_week_after_an_answer_the_numbers_are_forgotten_and_free(line: Line) -> None:
    anna, bert = line.store(factories.tenant, landline=SHARED), line.store(factories.tenant, landline=SHARED)
    plan_unseen(line, anna)
    line.work()
    line.text(anna.mobile, "3")
    line.clock.advance(days=6, hours=23)
    reconciler.tick(line.runtime)
    assert {one.number for one in line.rows(EngagedNumber)} == {anna.mobile, SHARED}
    line.clock.advance(hours=2)
    plan_unseen(line, bert)
    line.work()
    assert standing(line, bert) == [(S.ASKED, None)], "also before anybody swept"
    line.text(bert.mobile, "3")
    line.clock.advance(days=8)
    reconciler.tick(line.runtime)
    assert line.rows(EngagedNumber) == []


def test_the_database_refuses_a_second_conversation_with_a_household(line: Line) -> None:
    """Whatever else went wrong: the primary key stands."""
    anna, bert = line.store(factories.tenant, landline=SHARED), line.store(factories.tenant, landline=SHARED)
    plan_unseen(line, anna, bert)
    release_due(line.runtime)
    references = [line.attempts(tenant)[0].id for tenant in (anna, bert)]

    def ask(*questions: str) -> None:
        with unit_of_work(line.runtime) as session:
            service.mark_asked(session, references=questions, now=line.clock(), quiet=WEEK)

    with pytest.raises(IntegrityError):
        ask(*references)
    ask(references[0])
    ask(references[0])
    with pytest.raises(IntegrityError):
        ask(references[1])
    assert {one.tenant_id for one in line.rows(EngagedNumber)} == {anna.id}


@SQLITE
def test_a_group_in_which_two_are_of_one_household_still_leaves_without_the_second(line: Line) -> None:
    anna, bert, cees = (line.store(factories.tenant, landline=number) for number in (SHARED, SHARED, None))
    plan_unseen(line, anna, bert, cees)
    release_due(line.runtime)
    line.work()
    assert sorted(number for number, _words in line.carrier.texts) == sorted([anna.mobile, cees.mobile])


@SQLITE
def test_a_next_attempt_of_the_same_check_in_is_no_other_conversation(line: Line) -> None:
    yilmaz = line.store(factories.yilmaz)
    attempt = line.ask(yilmaz)
    with unit_of_work(line.runtime) as session:
        service.end_attempt(session, line.runtime, reference=attempt.id, how=AttemptEnd.NO_ANSWER, now=line.clock())
    line.clock.advance(minutes=31)
    line.work()
    assert line.carrier.calls == [yilmaz.landline] * 2


@SQLITE
def test_a_number_that_is_somebody_elses_keeps_nobody_waiting(line: Line) -> None:
    anna, bert = line.store(factories.tenant, landline=SHARED), line.store(factories.tenant, landline=SHARED)
    with unit_of_work(line.runtime) as session:
        stops.close_number(session, SHARED, reason="wrong_number", tenant_id=anna.id, now=line.clock())
    plan_unseen(line, anna, bert)
    line.work()
    assert len(line.carrier.texts) == 2
