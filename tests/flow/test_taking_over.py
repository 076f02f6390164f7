"""A human contact by any route ends the asking in every campaign; and what the caretaker finds at the door."""

from __future__ import annotations

import pytest

from checkin import flow
from checkin.campaigns.models import Campaign
from checkin.cases import service as cases
from checkin.cases.service import Record
from checkin.db import unit_of_work
from checkin.domain.cases import CaseKind, ContactOutcome
from checkin.domain.checkins import CheckInState, EndReason
from checkin.domain.errors import Refused
from checkin.domain.visits import VISITS_ALLOWED, VisitOutcome
from checkin.messaging.models import CallEnd
from checkin.outreach.models import CheckIn
from checkin.staff.models import Staff
from checkin.tenants.models import Happening, Tenant
from checkin.visits import service as visits
from checkin.visits.models import Visit
from tests import factories
from tests.line import Line

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
CANCELLED = CheckInState.CANCELLED


def also_chosen(line: Line, tenant: Tenant) -> int:
    """Choose a tenant for a second campaign, while the first still asks."""
    with unit_of_work(line.runtime) as session:
        campaign = Campaign(name="Hittegolf", started_at=line.clock())
        session.add(campaign)
        session.flush()
        check_in = CheckIn(campaign_id=campaign.id or 0, tenant_id=tenant.id or 0, planned_at=line.clock())
        check_in.next_at = line.clock.moment.replace(year=2027)
        session.add(check_in)
        session.flush()
        return check_in.id or 0


def on_the_list(line: Line, tenant: Tenant) -> int:
    with unit_of_work(line.runtime) as session:
        visits.plan_visit(
            session, tenant_id=tenant.id or 0, check_in_id=None, reason=EndReason.VOICEMAIL, now=line.clock()
        )
    return line.rows(Visit)[-1].id or 0


def became(line: Line, check_in_id: int) -> tuple[CheckInState, EndReason | None]:
    check_in = next(one for one in line.rows(CheckIn) if one.id == check_in_id)
    return check_in.state, check_in.reason


def still_to_visit(line: Line) -> list[Visit]:
    return [visit for visit in line.rows(Visit) if visit.closed_at is None]


@pytest.fixture
def samira(line: Line) -> Staff:
    stored: Staff = line.store(factories.staff)
    return stored


@pytest.mark.parametrize(
    ("outcome", "reason"),
    [
        (ContactOutcome.SPOKEN, EndReason.SPOKEN_TO),
        (ContactOutcome.SPOKEN_MORE, EndReason.SPOKEN_TO),
        (ContactOutcome.CALL_BACK, EndReason.ALREADY_WAITING),
    ],
)
@SQLITE
def test_a_contact_by_a_colleague_ends_the_asking_everywhere(
    line: Line, samira: Staff, outcome: ContactOutcome, reason: EndReason
) -> None:
    linden = line.store(factories.tenant)
    with unit_of_work(line.runtime) as session:
        case = cases.open_case(session, tenant_id=linden.id or 0, kind=CaseKind.CHAT, urgent=False, now=line.clock())
        cases.claim_case(session, case_id=case.id or 0, staff_id=samira.id or 0, claim_minutes=30, now=line.clock())
    both = [also_chosen(line, linden), also_chosen(line, linden)]
    on_the_list(line, linden)
    with unit_of_work(line.runtime) as session:
        flow.record_contact(
            session,
            line.runtime,
            case_id=case.id or 0,
            staff_id=samira.id or 0,
            record=Record(outcome, call_at=line.clock() if outcome is ContactOutcome.CALL_BACK else None),
            text_missed=False,
            now=line.clock(),
        )
    assert [became(line, one) for one in both] == [(CANCELLED, reason)] * 2
    assert still_to_visit(line) == []


def test_who_answers_that_a_call_is_welcome_is_asked_no_further_by_another_campaign(line: Line) -> None:
    linden = line.store(factories.tenant)
    line.ask(linden)
    other = also_chosen(line, linden)
    on_the_list(line, linden)
    line.text(linden.mobile, "1")
    assert became(line, other) == (CANCELLED, EndReason.ALREADY_WAITING)
    assert still_to_visit(line) == []


@SQLITE
def test_who_says_all_is_well_may_still_be_asked_something_else_and_needs_no_visit(line: Line) -> None:
    linden = line.store(factories.tenant)
    line.ask(linden)
    other = also_chosen(line, linden)
    on_the_list(line, linden)
    line.text(linden.mobile, "3")
    assert became(line, other) == (CheckInState.PLANNED, None)
    assert still_to_visit(line) == []


@SQLITE
def test_who_rings_us_and_chooses_nothing_is_rung_by_a_person_and_by_no_robot(line: Line) -> None:
    linden = line.store(factories.tenant)
    asked = line.ask(linden).check_in_id
    other = also_chosen(line, linden)
    line.rings_us(linden.mobile or "")
    with unit_of_work(line.runtime) as session:
        now = line.clock()
        flow.call_ended(
            session, line.runtime, reference=None, provider_id="inbound", end=CallEnd.COMPLETED, at=now, now=now
        )
    assert became(line, asked) == (CheckInState.SILENT, EndReason.PICKED_UP_SILENT)
    assert became(line, other) == (CANCELLED, EndReason.ALREADY_WAITING)
    assert [case.kind for case in line.cases(linden)] == [CaseKind.SILENT]


@SQLITE
def test_a_stop_holds_at_the_door_too(line: Line) -> None:
    linden = line.store(factories.tenant)
    on_the_list(line, linden)
    line.text(linden.mobile, "stop")
    assert still_to_visit(line) == []


# At the door.


def visit(line: Line, samira: Staff, visit_id: int, outcome: VisitOutcome) -> None:
    with unit_of_work(line.runtime) as session:
        flow.record_visit(session, visit_id=visit_id, outcome=outcome, staff_id=samira.id or 0, now=line.clock())


@pytest.mark.parametrize(
    ("outcome", "reason"),
    [
        (VisitOutcome.WELL, EndReason.SPOKEN_TO),
        (VisitOutcome.WANTS_CALL, EndReason.ALREADY_WAITING),
        (VisitOutcome.MOVED, EndReason.LEASE_ENDED),
    ],
)
def test_what_is_found_at_the_door_counts_for_every_campaign(
    line: Line, samira: Staff, outcome: VisitOutcome, reason: EndReason
) -> None:
    linden = line.store(factories.tenant)
    other = also_chosen(line, linden)
    visit_id = on_the_list(line, linden)
    visit(line, samira, visit_id, outcome)
    assert became(line, other) == (CANCELLED, reason)
    assert still_to_visit(line) == []
    assert Happening.VISITED in line.told(linden)
    opened = [case.kind for case in line.cases(linden)]
    assert opened == ([CaseKind.PERSONAL] if outcome is VisitOutcome.WANTS_CALL else [])
    moved = line.rows(Tenant)[0].lease_ended_on is not None
    assert moved is (outcome is VisitOutcome.MOVED)


@SQLITE
def test_nobody_home_is_tried_once_more_and_then_it_ends(line: Line, samira: Staff) -> None:
    linden = line.store(factories.tenant)
    visit_id = on_the_list(line, linden)
    for tries in range(1, VISITS_ALLOWED + 1):
        visit(line, samira, visit_id, VisitOutcome.NOT_HOME)
        assert len(still_to_visit(line)) == (tries < VISITS_ALLOWED)
    assert line.rows(Visit)[0].tries == VISITS_ALLOWED
    assert line.cases(linden) == []


@SQLITE
def test_an_address_that_is_done_is_not_written_down_twice(line: Line, samira: Staff) -> None:
    linden = line.store(factories.tenant)
    visit_id = on_the_list(line, linden)
    visit(line, samira, visit_id, VisitOutcome.WELL)
    with pytest.raises(Refused, match="visit_done"):
        visit(line, samira, visit_id, VisitOutcome.MOVED)
    with pytest.raises(Refused, match="visit_gone"):
        visit(line, samira, visit_id + 1, VisitOutcome.MOVED)
