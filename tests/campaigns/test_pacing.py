"""Check-ins leave no faster than colleagues can ring back whoever says yes."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import col

from checkin.campaigns import pacing
from checkin.campaigns.pace_notes import PaceNote
from checkin.campaigns.pacing import Workforce
from checkin.campaigns.service import pause_campaign, resume_campaign, start_campaign, stop_campaign
from checkin.db import unit_of_work
from checkin.domain.checkins import CheckInState
from checkin.domain.duty import Duty, Shift, Talk
from checkin.domain.pacing import Because
from checkin.messaging.models import Call, Message
from checkin.outreach.models import CheckIn
from checkin.tenants.models import Channel, Tenant
from tests import factories
from tests.conftest import MONDAY_MORNING
from tests.line import Line
from workers import reconciler

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
TALK = Talk(20, 10)
SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def on_duty(people: int, *, hours: float = 7, days: int = 10) -> Duty:
    """So many colleagues from this morning on, every day."""
    starts = [MONDAY_MORNING + timedelta(days=day) for day in range(days)]
    return Duty.of((Shift(start, start + timedelta(hours=hours), people) for start in starts), AMSTERDAM)


NOBODY = Duty.of((), AMSTERDAM)


def tenants(line: Line, count: int, **given: object) -> list[Tenant]:
    with unit_of_work(line.runtime) as session:
        return factories.tenants(session, count, **given)


def start(line: Line, people: list[Tenant], name: str = "80+") -> int:
    with unit_of_work(line.runtime) as session:
        campaign = start_campaign(
            session,
            name=name,
            channel=Channel.AUTO,
            tenant_ids=[tenant.id or 0 for tenant in people],
            created_by=None,
            now=line.clock(),
            paced=True,
        )
        return campaign.id or 0


def let_go(line: Line, duty: Duty, *, after: float = 5) -> int:
    line.clock.advance(seconds=after)
    runtime = line.runtime
    house = Workforce(runtime.settings, runtime.text_hours, runtime.call_hours, duty, TALK)
    with unit_of_work(runtime) as session:
        return pacing.let_go(session, house, now=line.clock())


def note(line: Line) -> PaceNote:
    [found] = line.rows(PaceNote)
    return found


def waiting(line: Line) -> int:
    return len(line.rows(CheckIn, col(CheckIn.waits), col(CheckIn.state) == CheckInState.PLANNED))


def test_nobody_is_asked_before_the_pace_has_room(line: Line) -> None:
    start(line, tenants(line, 3))
    line.work()
    assert line.rows(Message) == []
    assert let_go(line, on_duty(2)) == 3
    line.work()
    assert len(line.carrier.texts) == 3


def test_as_many_leave_as_colleagues_can_ring_back_in_time(line: Line) -> None:
    start(line, tenants(line, 200))
    few = let_go(line, on_duty(1, hours=2))
    assert 0 < few < 60
    assert waiting(line) == 200 - few
    assert let_go(line, on_duty(1, hours=2)) < few, "what was let go counts at once"
    assert note(line).because in {Because.FULL, Because.ROOM}
    assert note(line).planned == waiting(line)
    line.work()
    assert len(line.carrier.texts) >= few


@SQLITE
def test_more_colleagues_more_questions(line: Line) -> None:
    start(line, tenants(line, 200))
    few = let_go(line, on_duty(1, hours=2))
    assert let_go(line, on_duty(10, hours=2)) > few


@SQLITE
def test_nobody_on_duty_means_that_nothing_leaves_and_the_note_says_why(line: Line) -> None:
    start(line, tenants(line, 3))
    assert let_go(line, NOBODY) == 0
    assert (note(line).because, note(line).planned, note(line).people) == (Because.NOBODY, 3, 0)


@SQLITE
def test_who_waits_already_takes_the_room(line: Line) -> None:
    others = tenants(line, 40)
    line.ask(*others)
    for tenant in others:
        line.text(tenant.mobile, "1")
    start(line, tenants(line, 50))
    assert let_go(line, on_duty(1, hours=2)) == 0
    assert (note(line).because, note(line).waiting) == (Because.FULL, 40)


@SQLITE
def test_answers_that_come_faster_than_thought_slow_it_down(line: Line) -> None:
    people = tenants(line, 120)
    start(line, people)
    let_go(line, on_duty(1, hours=3))
    line.work()
    asked = [tenant for tenant in people if not line.check_in(tenant).waits]
    quiet = let_go(line, on_duty(1, hours=3), after=3600)
    for tenant in asked[: len(asked) * 2 // 3]:
        line.text(tenant.mobile, "2")
    assert let_go(line, on_duty(1, hours=3)) <= quiet
    assert note(line).waiting == len(asked) * 2 // 3


def test_it_is_worked_out_once_in_five_seconds_however_many_look(line: Line) -> None:
    start(line, tenants(line, 200))
    assert let_go(line, on_duty(1, hours=2))
    before = line.everything()
    assert let_go(line, on_duty(20), after=1) == 0
    assert line.everything() == before


def test_two_campaigns_take_turns(line: Line) -> None:
    first, second = start(line, tenants(line, 300), "eerst"), start(line, tenants(line, 300), "dan")
    for _turn in range(2):
        let_go(line, on_duty(1, hours=2), after=7200)
        line.work()
        for check_in in line.rows(CheckIn, col(CheckIn.state) == CheckInState.ASKED):
            with unit_of_work(line.runtime) as session:
                session.get_one(CheckIn, check_in.id).state = CheckInState.SILENT
    gone = {row.campaign_id for row in line.rows(CheckIn, col(CheckIn.waits).is_(False))}
    assert gone == {first, second}


@SQLITE
def test_no_more_leave_at_once_than_the_road_can_carry_in_a_few_seconds(line: Line) -> None:
    road = {"texts_per_second": 30.0, "calls_per_second": 3.0}
    line.runtime.settings = line.runtime.settings.model_copy(update=road)
    start(line, tenants(line, 1500))
    most = int((line.runtime.settings.texts_per_second + line.runtime.settings.calls_per_second) * 20)
    assert 0 < let_go(line, on_duty(2000)) <= most
    assert let_go(line, on_duty(2000)) <= 60, "those who were let go have not left yet"


@SQLITE
def test_a_campaign_that_is_held_waits_and_a_stopped_one_ends(line: Line) -> None:
    campaign_id = start(line, tenants(line, 3))
    with unit_of_work(line.runtime) as session:
        pause_campaign(session, campaign_id=campaign_id)
    assert let_go(line, on_duty(2)) == 0
    with unit_of_work(line.runtime) as session:
        resume_campaign(session, campaign_id=campaign_id)
    with unit_of_work(line.runtime) as session:
        stop_campaign(session, campaign_id=campaign_id, now=line.clock())
    assert let_go(line, on_duty(2)) == 0
    assert {check_in.state for check_in in line.rows(CheckIn)} == {CheckInState.CANCELLED}


@SQLITE
def test_who_writes_before_being_asked_waits_no_more(line: Line) -> None:
    [tenant] = people = tenants(line, 1)
    start(line, people)
    line.text(tenant.mobile, "1")
    assert len(line.cases(tenant)) == 1
    assert let_go(line, on_duty(2)) == 0
    line.work()
    assert line.rows(Call) == []
    assert line.check_in(tenant).state is CheckInState.ANSWERED


@SQLITE
def test_a_landline_is_counted_as_a_call(line: Line) -> None:
    people = [tenants(line, 1, mobile=None, landline=factories.landline())[0] for _number in range(2)]
    start(line, people)
    assert let_go(line, on_duty(3)) == 2
    line.work()
    assert (len(line.carrier.calls), line.carrier.texts) == (2, [])


def test_the_reconciler_lets_go_at_the_pace_of_the_roster(line: Line) -> None:
    """The landlord of the tests has no roster: one colleague in all office hours."""
    line.runtime.settings = line.runtime.settings.model_copy(update={"paced": True, "talk_minutes": 60})
    start(line, tenants(line, 400))
    reconciler.let_go(line.runtime)
    gone = 400 - waiting(line)
    assert 0 < gone < 400
    reconciler.let_go(line.runtime)
    assert 400 - waiting(line) == gone, "not worked out again within five seconds"


@SQLITE
def test_a_pace_that_was_switched_off_holds_nobody(line: Line) -> None:
    start(line, tenants(line, 40))
    reconciler.let_go(line.runtime)
    assert waiting(line) == 0
    line.work()
    assert len(line.carrier.texts) == 40
