"""The next tenant as the database finds it: the same as the rules choose, also when many wait."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlmodel import Session, col

from checkin.cases import picking, service
from checkin.cases.models import Case, CaseSkip, Contact
from checkin.db import reading, unit_of_work
from checkin.domain.cases import SPOKEN, CaseKind, CaseState, ContactOutcome
from checkin.domain.handing_on import SkipReason
from checkin.domain.next_case import choose
from checkin.runtime import Runtime
from checkin.staff import roster
from checkin.staff.models import Staff, Team
from checkin.staff.presence import on_duty
from checkin.tenants.models import Tenant
from tests import factories
from tests.conftest import MovableClock

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def some_town(session: Session, dice: random.Random, now: datetime) -> list[Staff]:
    """Fill the list with tenants of every kind, and give the colleagues."""
    teams = [factories._store(session, Team(name=name)) for name in ("Noord", "Zuid")]
    crew = [
        factories.staff(
            session,
            f"Collega{number}",
            team_id=dice.choice([None, *(team.id for team in teams)]),
            spoken_languages=dice.choice(["nl", "nl tr", "tr", "nl ar"]),
            last_seen_at=now - timedelta(minutes=dice.choice([1, 1, 300])),
            rests_until=dice.choice([None, None, None, now + timedelta(minutes=5)]),
        )
        for number in range(4)
    ]
    ids = [staff.id for staff in crew]
    hour = [now + timedelta(hours=number) for number in (-1, 0, 1, 2)]
    for _ in range(25):
        tenant = factories.tenant(session, language=dice.choice(["nl", "nl", "tr", "fr"]))
        case = factories.case(
            session,
            tenant_id=tenant.id,
            kind=dice.choice([CaseKind.CHAT, CaseKind.ROUND]),
            urgent=dice.random() < 0.1,
            promised_before=dice.choice([None, *hour]),
            call_at=dice.choice([None, None, *hour]),
            heard_at=dice.choice([None, None, now - timedelta(minutes=3)]),
            team_id=dice.choice([None, *(team.id for team in teams)]),
            meant_for=dice.choice([None, None, *ids]),
            kept_until=dice.choice([None, None, *hour]),
            state=dice.choice([CaseState.WAITING] * 4 + [CaseState.CLOSED]),
        )
        for staff_id in dice.sample(ids, dice.choice([0, 0, 1, 2])):
            session.add(
                CaseSkip(case_id=case.id, tenant_id=tenant.id, staff_id=staff_id, at=now, reason=SkipReason.HEAVY)
            )
        if dice.random() < 0.5:
            session.add(
                Contact(
                    case_id=case.id,
                    tenant_id=tenant.id,
                    staff_id=dice.choice(ids),
                    at=now - timedelta(days=dice.randrange(9)),
                    outcome=dice.choice([ContactOutcome.SPOKEN, ContactOutcome.NOT_REACHED]),
                )
            )
    session.flush()
    return crew


def chosen_by_the_rules(session: Session, runtime: Runtime, staff_id: int, now: datetime) -> int | None:
    """Let the rules look at everybody, without what SQL leaves out."""
    me = picking.caller(session, runtime, staff_id=staff_id, now=now)
    floor = picking.floor_around(on_duty(session, now=now, office=runtime.office_hours), staff_id)
    skipped = picking.skipped_today(session, staff_id=staff_id, now=now, office=runtime.office_hours)

    def everybody() -> Iterator[picking.WaitingCase]:
        rows = session.execute(
            select(Case, col(Tenant.language))
            .join(Tenant, col(Tenant.id) == col(Case.tenant_id))
            .where(service.is_waiting(now))
        ).all()
        for case, language in rows:
            talks = select(Contact).where(col(Contact.tenant_id) == case.tenant_id, col(Contact.outcome).in_(SPOKEN))
            last = max(session.execute(talks).scalars(), key=lambda one: (one.at, one.id), default=None)
            yield picking.waiting_case(case, language, last.staff_id if last else None, skipped=case.id in skipped)

    found = choose(everybody(), me, floor, now)
    return found.id if found else None


def test_the_database_brings_whom_the_rules_choose(runtime: Runtime, clock: MovableClock) -> None:
    for seed in range(6):
        with unit_of_work(runtime) as session:
            crew = some_town(session, random.Random(seed), clock())
            for staff in crew:
                chosen = picking.pick(session, runtime, staff_id=staff.id or 0, now=clock())
                assert chosen == chosen_by_the_rules(session, runtime, staff.id or 0, clock()), (seed, staff.name)
            session.rollback()


@SQLITE
def test_every_case_keeps_its_place_on_the_list_whatever_happens_to_it(session: Session, clock: MovableClock) -> None:
    case = factories.case(session, promised_before=clock() + timedelta(hours=2), told_at=clock())
    assert (case.lane, case.due_at) == (2, clock() + timedelta(hours=2))
    case.lapse_told_at = clock()
    session.flush()
    assert case.lane == 1
    case.urgent, case.heard_at = True, clock() + timedelta(hours=1)
    session.flush()
    assert (case.lane, case.due_at) == (0, clock() + timedelta(hours=1))
    of_a_round = factories.case(session, kind=CaseKind.ROUND)
    assert (of_a_round.lane, of_a_round.due_at) == (3, of_a_round.opened_at)


@SQLITE
def test_who_is_on_duty_follows_the_roster_and_without_one_who_is_on_screen(
    runtime: Runtime, session: Session, clock: MovableClock
) -> None:
    now, office = clock(), runtime.office_hours
    samira = factories.staff(session, "Samira", last_seen_at=now, spoken_languages="nl tr")
    factories.staff(session, "Ton")
    ans = factories.staff(session, "Ans", active=False, last_seen_at=now)
    assert [one.id for one in on_duty(session, now=now, office=office)] == [samira.id]
    assert on_duty(session, now=now, office=office)[0].languages == {"nl", "tr"}
    wim = factories.staff(session, "Wim")
    roster.set_hours(session, staff_id=wim.id or 0, hours=roster.Hours.parse("mon 09:00-12:00"), by=None, now=now)
    session.flush()
    assert [one.id for one in on_duty(session, now=now, office=office)] == [wim.id]
    roster.join(session, staff_id=samira.id or 0, now=now)
    roster.join(session, staff_id=ans.id or 0, now=now)
    roster.stop(session, staff_id=wim.id or 0, office=office, now=now)
    session.flush()
    assert [one.id for one in on_duty(session, now=now, office=office)] == [samira.id]


@SQLITE
def test_a_tenant_whose_list_names_a_team_is_of_that_team(session: Session, clock: MovableClock) -> None:
    north = factories._store(session, Team(name="Wijkteam Noord"))
    factories._store(session, Team(name="Opgeheven", active=False))

    def opened_for(team: str) -> int | None:
        tenant_id = factories.tenant(session, team=team).id or 0
        case = service.open_case(session, tenant_id=tenant_id, kind=CaseKind.CHAT, urgent=False, now=clock())
        return case.team_id

    assert opened_for(" wijkteam noord ") == north.id
    assert [opened_for(name) for name in ("", "Opgeheven", "Ton")] == [None, None, None]


# Claims never outlive their holder.


@pytest.mark.parametrize(
    ("what", "told"),
    [("stops", "left"), ("is disabled", "left"), ("goes away", "ran_out"), ("goes on", None), ("joins again", None)],
)
def test_what_a_colleague_holds_comes_back_when_she_is_not_there(
    runtime: Runtime, clock: MovableClock, what: str, told: str | None
) -> None:
    with unit_of_work(runtime) as session:
        samira, case = factories.samira(session), factories.case(session)
        roster.join(session, staff_id=samira.id or 0, now=clock())
        taken = service.claim_case(
            session, case_id=case.id or 0, staff_id=samira.id or 0, claim_minutes=30, now=clock()
        )
        assert taken
    clock.advance(minutes=5)
    with unit_of_work(runtime) as session:
        staff = session.get_one(Staff, samira.id)
        if what in {"stops", "joins again"}:
            roster.stop(session, staff_id=staff.id or 0, office=runtime.office_hours, now=clock())
        if what == "joins again":
            roster.join(session, staff_id=staff.id or 0, now=clock())
        staff.active = what != "is disabled"
    if what == "goes away":
        clock.advance(minutes=26)
    with unit_of_work(runtime) as session:
        assert service.anything_overdue(session, now=clock()) is (told is not None)
        assert service.expire_claims(session, now=clock()) == (1 if told else 0)
    with reading(runtime) as session:
        case = session.get_one(Case, case.id)
        assert case.state is (CaseState.WAITING if told else CaseState.CLAIMED)
        assert case.claimed_by == (None if told else samira.id)
