"""A campaign's own ladder, climbed by real rows: in its order, in its time, and to its own end."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from checkin.campaigns.choosing import Choice
from checkin.campaigns.models import Campaign
from checkin.campaigns.planning import plan_batch
from checkin.db import unit_of_work
from checkin.domain.attempts import AskedBy, AttemptEnd
from checkin.domain.cases import CaseKind
from checkin.domain.checkins import CheckInState, EndReason
from checkin.groups.queries import Moment
from checkin.messaging.models import CallEnd
from checkin.outreach import service
from checkin.outreach.forgotten import forgotten
from checkin.outreach.models import CheckIn, Instructions
from checkin.tenants.models import Channel, Happening, Tenant
from checkin.visits.models import Visit
from tests import factories
from tests.line import Line
from workers.reconciler import take_up_forgotten

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def ask(line: Line, tenant: Tenant, **ladder: Any) -> None:
    """Ask a tenant in a campaign with a ladder of its own."""
    campaign_id = line.start(tenant)
    with unit_of_work(line.runtime) as session:
        session.merge(Instructions(campaign_id=campaign_id, ladder=ladder))
    line.work()


def nobody_picks_up(line: Line, tenant: Tenant, end: CallEnd = CallEnd.NO_ANSWER) -> None:
    line.ended(line.attempts(tenant)[-1].id, end)
    line.clock.advance(minutes=31)
    line.work()


def ways(line: Line, tenant: Tenant) -> list[tuple[AskedBy, str]]:
    return [(attempt.channel, attempt.number) for attempt in line.attempts(tenant)]


def test_a_campaign_that_only_rings_sends_no_text_and_ends_with_a_call_by_a_person(line: Line) -> None:
    linden = line.store(factories.tenant)
    ask(line, linden, mobile="voice_only", calls=2, after="personal_call")
    nobody_picks_up(line, linden)
    nobody_picks_up(line, linden, CallEnd.VOICEMAIL)
    assert ways(line, linden) == [(AskedBy.VOICE, linden.mobile)] * 2
    assert line.check_in(linden).reason is EndReason.NEVER_PICKED_UP
    assert [case.kind for case in line.cases(linden)] == [CaseKind.PERSONAL]


def test_the_second_number_then_the_caretaker_and_each_tenant_stands_on_the_list_once(line: Line) -> None:
    linden = line.store(factories.tenant, landline=factories.landline())
    rules = {"no_answer": "next_number"}
    ask(line, linden, mobile="voice_only", calls=2, rules=rules, after="caretaker")
    nobody_picks_up(line, linden)
    nobody_picks_up(line, linden)
    assert ways(line, linden) == [(AskedBy.VOICE, linden.mobile), (AskedBy.VOICE, linden.landline)]
    visits = line.rows(Visit)
    assert [(visit.tenant_id, visit.reason, visit.closed_at) for visit in visits] == [
        (linden.id, EndReason.NEVER_PICKED_UP, None)
    ]
    ask(line, linden, mobile="voice_only", calls=1, after="caretaker")
    nobody_picks_up(line, linden)
    assert len(line.rows(Visit)) == 1
    assert line.told(linden).count(Happening.VISIT_PLANNED) == 1


@SQLITE
def test_a_campaign_may_ring_who_did_not_answer_its_texts(line: Line) -> None:
    linden = line.store(factories.tenant)
    ask(line, linden, texts=1, rules={"delivered": "other_channel"})
    line.clock.advance(minutes=31)
    line.work()
    assert [channel for channel, _number in ways(line, linden)] == [AskedBy.TEXT, AskedBy.VOICE]


@SQLITE
def test_what_a_ladder_does_not_say_is_as_in_the_settings(line: Line) -> None:
    linden = line.store(factories.tenant)
    ask(line, linden, after="list")
    for _reminder in range(3):
        line.clock.advance(minutes=31)
        line.work()
    assert len(line.attempts(linden)) == line.runtime.settings.text_tries
    assert (line.check_in(linden).state, line.rows(Visit)) == (CheckInState.SILENT, [])


@SQLITE
def test_every_campaign_waits_as_its_own_ladder_says(line: Line) -> None:
    """The setting that speeds things up goes before every waiting time: here all wait half an hour."""
    linden, meijer = line.store(factories.tenant), line.store(factories.tenant, last_name="Meijer")
    ask(line, linden, reminder_days=9)
    line.ask(meijer)
    soon = line.clock() + timedelta(minutes=30)
    assert [line.check_in(one).next_at for one in (linden, meijer)] == [soon, soon]


class TestOnAnOrdinaryDay:
    """Hours as landlords have them. It is Monday, half past ten."""

    @pytest.fixture
    def given(self) -> dict[str, Any]:
        return {}

    @SQLITE
    def test_each_campaign_gives_its_texts_its_own_time(self, line: Line) -> None:
        linden, meijer = line.store(factories.tenant), line.store(factories.tenant, last_name="Meijer")
        ask(line, linden, reminder_days=1)
        line.ask(meijer)
        first, second = (line.check_in(one).next_at for one in (linden, meijer))
        assert first is not None
        assert second == first + timedelta(days=1)

    @SQLITE
    def test_a_busy_line_is_rung_again_soon_and_does_not_count(self, line: Line) -> None:
        yilmaz = line.store(factories.yilmaz)
        ask(line, yilmaz, calls=1, soon_minutes=10)
        for _busy in range(2):
            line.ended(line.attempts(yilmaz)[-1].id, CallEnd.BUSY)
            assert line.check_in(yilmaz).next_at == line.clock() + timedelta(minutes=10)
            line.clock.advance(minutes=10)
            line.work()
        line.ended(line.attempts(yilmaz)[-1].id, CallEnd.NO_ANSWER)
        line.clock.advance(minutes=5)
        line.work()
        assert (len(line.attempts(yilmaz)), line.check_in(yilmaz).reason) == (3, EndReason.NEVER_PICKED_UP)


# Nobody stays planned for ever.


def lose(line: Line, tenant: Tenant, **values: Any) -> None:
    """Leave a check-in as a defect or a restored backup might: nothing is due."""
    with unit_of_work(line.runtime) as session:
        check_in = session.get_one(CheckIn, line.check_in(tenant).id)
        check_in.next_at = None
        for name, value in values.items():
            setattr(check_in, name, value)


def lost(line: Line) -> list[int]:
    with unit_of_work(line.runtime) as session:
        return forgotten(session, now=line.clock())


def test_a_check_in_that_waits_for_nothing_is_taken_up_again(line: Line) -> None:
    never_asked, cut_off = line.store(factories.tenant), line.store(factories.yilmaz)
    line.start(never_asked)
    lose(line, never_asked)
    line.ask(cut_off)
    line.ended(line.attempts(cut_off)[0].id, CallEnd.NO_ANSWER)
    lose(line, cut_off)
    assert lost(line) == []  # too soon to say
    line.clock.advance(hours=2)
    assert len(lost(line)) == 2
    take_up_forgotten(line.runtime)
    line.work()
    assert lost(line) == []
    assert [len(line.attempts(one)) for one in (never_asked, cut_off)] == [1, 2]


@SQLITE
def test_who_waits_for_the_pace_or_for_a_colleague_is_not_forgotten(line: Line) -> None:
    paced, by_people = line.store(factories.tenant), line.store(factories.yilmaz)
    line.start(paced)
    lose(line, paced, waits=True)
    campaign_id = line.start(by_people)
    lose(line, by_people)
    with unit_of_work(line.runtime) as session:
        session.get_one(Campaign, campaign_id).robot = False
    line.clock.advance(hours=2)
    take_up_forgotten(line.runtime)
    assert [line.check_in(one).next_at for one in (paced, by_people)] == [None, None]


@SQLITE
def test_an_attempt_that_is_under_way_is_not_forgotten(line: Line) -> None:
    texted, rung = line.store(factories.tenant), line.store(factories.yilmaz)
    line.ask(texted, rung)
    line.clock.advance(hours=2)
    assert lost(line) == []
    line.settle()
    line.work()
    line.clock.advance(hours=2)
    assert lost(line) == []


@SQLITE
@pytest.mark.parametrize("end", [end for end in AttemptEnd if end is not AttemptEnd.ANSWERED])
def test_whatever_comes_of_an_attempt_its_check_in_is_never_forgotten(line: Line, end: AttemptEnd) -> None:
    linden = line.store(factories.tenant, landline=factories.landline())
    ask(line, linden, mobile="voice_then_text")
    with unit_of_work(line.runtime) as session:
        service.end_attempt(session, line.runtime, reference=line.attempts(linden)[0].id, how=end, now=line.clock())
    line.clock.advance(hours=2)
    assert lost(line) == []


# Who has no way to be asked at all.


def test_who_has_no_number_is_visited_when_the_ladder_ends_at_the_door_but_not_who_wants_post_only(line: Line) -> None:
    given: dict[str, Any] = {"mobile": None, "last_name": "Zonder"}
    nobody, post = line.store(factories.tenant, **given), line.store(factories.tenant, channel=Channel.NONE)
    linden = line.store(factories.tenant)
    with unit_of_work(line.runtime) as session:
        campaign = Campaign(name="Hittegolf", started_at=line.clock())
        session.add(campaign)
        session.flush()
        session.add(Instructions(campaign_id=campaign.id or 0, ladder={"after": "caretaker"}))
        chosen = Choice(tenant_ids=tuple(one.id for one in (nobody, post, linden)))
        plan_batch(session, campaign, chosen, Moment(line.clock(), line.runtime.zone))
    assert [(visit.tenant_id, visit.reason) for visit in line.rows(Visit)] == [(nobody.id, EndReason.NO_NUMBER)]
    assert line.told(nobody)[-1] is Happening.VISIT_PLANNED
