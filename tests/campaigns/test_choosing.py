"""Choosing: whom a rule means, and that the one query says what one could ask of each tenant in turn."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session, select

from checkin.campaigns.choosing import Choice, Preview, first_asked, preview
from checkin.campaigns.service import HOME, start_campaign
from checkin.cases.models import Contact
from checkin.domain.cases import CaseState, ContactOutcome
from checkin.domain.checkins import CheckInState, EndReason
from checkin.domain.target_groups import GroupRule
from checkin.flow import stops
from checkin.groups.models import TargetGroup
from checkin.groups.queries import Moment
from checkin.outreach.models import CheckIn
from checkin.outreach.ways import ways
from checkin.tenants.models import Channel, Tenant
from tests import factories
from tests.campaigns.whom import choose
from tests.conftest import MONDAY_MORNING

R = EndReason
SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
MOMENT = Moment(MONDAY_MORNING, HOME)


def chosen(session: Session, moment: Moment = MOMENT, **choice: Any) -> dict[int, EndReason | None]:
    return choose(session, Choice(**choice), moment)


def why(session: Session, tenant: Tenant, moment: Moment = MOMENT, **choice: Any) -> EndReason | None:
    return chosen(session, moment, **choice)[tenant.id or 0]


def talk(session: Session, tenant: Tenant, *, ago: timedelta, outcome: ContactOutcome = ContactOutcome.SPOKEN) -> None:
    case = factories.case(session, tenant_id=tenant.id, state=CaseState.CLOSED)
    staff = factories.samira(session)
    at = MONDAY_MORNING - ago
    session.add(Contact(case_id=case.id, tenant_id=tenant.id, staff_id=staff.id, at=at, outcome=outcome))
    session.flush()


# Whom a rule means.

PEOPLE: dict[str, Callable[[Session], Tenant]] = {
    "anna": lambda session: factories.tenant(session, birth_year=1946, neighbourhood="Parkwijk", complex="A", email=""),
    "bert": lambda session: factories.tenant(
        session, birth_year=1947, neighbourhood="Oud-Eem", complex="A", email="b@x"
    ),
    "cees": lambda session: factories.tenant(
        session, birth_year=None, neighbourhood="Zuid", complex="B", language="en"
    ),
    "dora": lambda session: factories.tenant(session, birth_year=1990, moved_in_on=date(2026, 11, 1), email="d@x"),
}


@pytest.mark.parametrize(
    ("rule", "names"),
    [
        (GroupRule(), "anna bert cees dora"),
        (GroupRule(age_from=80), "anna"),
        (GroupRule(age_to=79), "bert dora"),
        (GroupRule(age_from=36, age_to=79), "bert dora"),
        (GroupRule(moved_in_since=date(2026, 11, 1)), "dora"),
        (GroupRule(moved_in_since=date(2026, 11, 2)), ""),
        (GroupRule(moved_in_days=22), "dora"),
        (GroupRule(without_email=True), "anna cees"),
        (GroupRule(neighbourhoods=("Parkwijk", "Zuid")), "anna cees"),
        (GroupRule(complexes=("A",)), "anna bert"),
        (GroupRule(complexes=("A",), without_email=True), "anna"),
        (GroupRule(languages=("en",)), "cees"),
        (GroupRule(references=("E1", "E3", "nobody")), "anna cees"),
        (GroupRule(never_spoken=True), "bert cees dora"),
        (GroupRule(not_spoken_days=30), "anna bert cees dora"),
        (GroupRule(not_spoken_days=100), "bert cees dora"),
    ],
)
def test_a_rule_means_these_people(session: Session, rule: GroupRule, names: str) -> None:
    people = {name: make(session) for name, make in PEOPLE.items()}
    for place, tenant in enumerate(people.values(), start=1):
        tenant.external_ref = f"E{place}"
    talk(session, people["anna"], ago=timedelta(days=60))
    found = chosen(session, rule=rule)
    assert {name for name, tenant in people.items() if tenant.id in found} == set(names.split())


@SQLITE
def test_the_people_of_another_group_are_left_out_one_step_deep(session: Session) -> None:
    people = {name: make(session) for name, make in PEOPLE.items()}

    def group(name: str, rule: GroupRule) -> int:
        stored = TargetGroup(name=name, rule=rule.as_json(), created_at=MONDAY_MORNING, updated_at=MONDAY_MORNING)
        session.add(stored)
        session.flush()
        return stored.id or 0

    elderly = group("80+", GroupRule(age_from=80))
    complex_a = group("complex A", GroupRule(complexes=("A",), except_group=elderly))
    found = chosen(session, rule=GroupRule(except_group=elderly))
    assert set(found) == {people[name].id for name in ("bert", "cees", "dora")}, "an unknown age is not 80+"
    found = chosen(session, rule=GroupRule(except_group=complex_a))
    assert set(found) == {people[name].id for name in ("cees", "dora")}


@SQLITE
def test_a_very_long_list_of_references_and_ids_is_no_trouble(session: Session) -> None:
    tenant = factories.tenant(session, external_ref="E1")
    references = ("E1", *(f"X{number}" for number in range(40_000)))
    assert set(chosen(session, rule=GroupRule(references=references))) == {tenant.id}
    assert set(chosen(session, tenant_ids=(tenant.id, *range(10_000, 50_000)))) == {tenant.id}
    assert chosen(session, tenant_ids=()) == {}


# Who falls out.


@SQLITE
@pytest.mark.parametrize(
    ("ago", "outcome", "reason"),
    [
        (timedelta(days=6), ContactOutcome.SPOKEN, R.SPOKEN_TO),
        (timedelta(days=6), ContactOutcome.SPOKEN_MORE, R.SPOKEN_TO),
        (timedelta(days=6), ContactOutcome.NOT_REACHED, None),
        (timedelta(days=8), ContactOutcome.SPOKEN, None),
    ],
)
def test_who_was_spoken_to_last_week_is_left_alone(
    session: Session, ago: timedelta, outcome: ContactOutcome, reason: EndReason | None
) -> None:
    tenant = factories.tenant(session)
    talk(session, tenant, ago=ago, outcome=outcome)
    assert why(session, tenant) is reason
    assert why(session, tenant, quiet_days=0) is None


def answered(session: Session, tenant: Tenant, *, days_ago: int) -> None:
    start_campaign(session, name="eerder", channel=Channel.AUTO, tenant_ids=[tenant.id or 0], created_by=None,
                   now=MONDAY_MORNING - timedelta(days=days_ago))  # fmt: skip
    check_in = session.exec(select(CheckIn).where(CheckIn.tenant_id == tenant.id)).one()
    check_in.state, check_in.answered_at = CheckInState.ANSWERED, MONDAY_MORNING - timedelta(days=days_ago)
    session.flush()


@SQLITE
def test_who_answered_last_week_is_left_alone_and_so_is_a_housemate(session: Session) -> None:
    anna = factories.tenant(session)
    bert = factories.tenant(session, phone_2=anna.mobile)
    answered(session, anna, days_ago=3)
    assert chosen(session) == {anna.id: R.ALREADY_ASKED, bert.id: R.SAME_HOUSEHOLD}
    later = Moment(MONDAY_MORNING + timedelta(days=5), HOME)
    assert chosen(session, later) == {anna.id: None, bert.id: R.SAME_HOUSEHOLD}


@SQLITE
def test_who_shares_a_number_with_somebody_who_waits_or_is_asked_is_left_alone(session: Session) -> None:
    anna, cees = factories.tenant(session), factories.yilmaz(session)
    bert, dirk = factories.tenant(session, landline=anna.mobile), factories.tenant(session, phone_2=cees.landline)
    factories.case(session, tenant_id=anna.id)
    start_campaign(session, name="andere", channel=Channel.AUTO, tenant_ids=[cees.id or 0], created_by=None,
                   now=MONDAY_MORNING)  # fmt: skip
    assert chosen(session, tenant_ids=(bert.id, dirk.id)) == {bert.id: R.SAME_HOUSEHOLD, dirk.id: R.SAME_HOUSEHOLD}


@SQLITE
def test_a_number_that_is_nobodys_makes_no_household(session: Session) -> None:
    anna = factories.tenant(session, landline=factories.LANDLINE)
    bert = factories.tenant(session, landline=factories.LANDLINE)
    stops.close_number(session, factories.LANDLINE, reason="wrong_number", tenant_id=anna.id, now=MONDAY_MORNING)
    assert chosen(session) == {anna.id: None, bert.id: None}


@SQLITE
def test_who_is_not_asked_does_not_keep_a_housemate_from_being_asked(session: Session) -> None:
    anna = factories.tenant(session, deceased_at=MONDAY_MORNING)
    bert = factories.tenant(session, mobile=anna.mobile)
    assert chosen(session) == {anna.id: R.DECEASED, bert.id: None}


@SQLITE
def test_a_lease_ends_by_the_landlords_calendar(session: Session) -> None:
    """At half past midnight in Amsterdam it is still yesterday in UTC."""
    tenant = factories.tenant(session, lease_ended_on=date(2026, 11, 23))
    late_evening = datetime(2026, 11, 23, 22, 30, tzinfo=UTC)
    assert why(session, tenant, Moment(late_evening, HOME)) is None
    assert why(session, tenant, Moment(late_evening + timedelta(hours=1), HOME)) is R.LEASE_ENDED


@SQLITE
def test_the_first_who_are_asked_are_named_and_nobody_else(session: Session) -> None:
    for name, given in (("Aal", {"mobile": None}), ("Bos", {}), ("Cox", {}), ("Dik", {})):
        factories.tenant(session, last_name=name, **given)
    assert [name.last_name for name in first_asked(session, Choice(), MOMENT, limit=2)] == ["Bos", "Cox"]


MOBILES, LINES = ("+31612340001", "+31612340002", None), ("+31318500001", "+31318500002", None)
SPOILED = {"+31612340002": "dead", "+31318500002": "wrong_number"}


@SQLITE
def test_the_query_finds_a_way_wherever_the_ladder_does(session: Session) -> None:
    """Every combination of numbers, wish and channel, against the very function that the ladder of attempts uses."""
    for number, reason in SPOILED.items():
        stops.close_number(session, number, reason=reason, tenant_id=None, now=MONDAY_MORNING)
    # One at a time, by an id of its own: neighbours with the same number would be a household.
    combinations = itertools.product(MOBILES, LINES, (*MOBILES, "+31318500001"), Channel)
    tenants = [
        factories.tenant(session, mobile=mobile, landline=line, phone_2=second, channel=wish)
        for mobile, line, second, wish in combinations
    ]
    for channel in (Channel.AUTO, Channel.TEXT, Channel.VOICE):
        reached = {
            one for one, reason in chosen(session, channel=channel).items() if reason in {None, R.SAME_HOUSEHOLD}
        }
        assert reached == {tenant.id for tenant in tenants if ways(tenant, channel, SPOILED)}, channel


def test_a_preview_counts_what_a_choice_lists(session: Session) -> None:
    anna = factories.tenant(session)
    factories.tenant(session, phone_2=anna.mobile)
    factories.tenant(session, channel=Channel.NONE)
    factories.yilmaz(session, stopped_at=MONDAY_MORNING)
    session.flush()
    listed = list(choose(session, Choice(), MOMENT).values())
    left_out = {reason: listed.count(reason) for reason in listed if reason}
    assert preview(session, Choice(), MOMENT) == Preview({"nl": 1}, {}, left_out)
    assert listed == [None, R.SAME_HOUSEHOLD, R.POST_ONLY, R.STOPPED]
