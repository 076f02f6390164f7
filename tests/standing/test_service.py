"""Standing check-ins: asked at the moment that was agreed, once a day, and a person rings whoever was missed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from sqlmodel import col

from checkin import flow
from checkin.campaigns.models import Campaign, CampaignState
from checkin.campaigns.queries import campaign_rows
from checkin.campaigns.service import finish_campaigns
from checkin.db import reading, unit_of_work
from checkin.domain.cases import CaseKind
from checkin.domain.checkins import CheckInState, EndReason
from checkin.domain.errors import Refused
from checkin.domain.replies import Meaning
from checkin.domain.standing import Every, Rhythm
from checkin.messaging.models import CallEnd
from checkin.outreach.models import CheckIn
from checkin.outreach.standing_models import AskedHow, StandingCheckIn, StandingEnd, StandingRound
from checkin.standing import service
from checkin.tenants.models import Channel, Happening, Tenant
from tests import factories
from tests.line import Line
from workers import reconciler

TEN = datetime(2026, 11, 24, 9, tzinfo=UTC)
"""Tuesday, ten in the morning in Amsterdam; the clock of the tests stands at half past ten on Monday."""
DAILY = Rhythm(Every.DAY, time(10))


def begin(line: Line, tenant: Tenant, rhythm: Rhythm = DAILY, channel: Channel = Channel.AUTO) -> StandingCheckIn:
    with unit_of_work(line.runtime) as session:
        return service.start(
            session,
            line.runtime,
            tenant=session.get_one(Tenant, tenant.id),
            rhythm=rhythm,
            channel=channel,
            asked_how=AskedHow.PHONE,
            staff_id=None,
            now=line.clock(),
        )


def pause(line: Line, tenant: Tenant, first: date | None, last: date | None) -> None:
    with unit_of_work(line.runtime) as session:
        known = session.get_one(Tenant, tenant.id)
        days: dict[str, Any] = {"pause_from": first, "pause_until": last}
        service.pause(session, line.runtime, tenant=known, **days, staff_id=None, now=line.clock())


def at(line: Line, moment: datetime) -> None:
    """Let it be this moment, and let everybody do what is due then."""
    line.clock.moment = moment
    with unit_of_work(line.runtime) as session:
        if flow.anything_missed(session, line.runtime, now=moment):
            flow.ring_who_was_missed(session, line.runtime, now=moment)
        if service.anything_due(session, now=moment):
            service.plan_due(session, line.runtime, now=moment)
    line.work()


def standing(line: Line, tenant: Tenant) -> StandingCheckIn:
    found: StandingCheckIn = line.rows(StandingCheckIn, col(StandingCheckIn.tenant_id) == tenant.id)[-1]
    return found


def check_ins(line: Line, tenant: Tenant) -> list[CheckIn]:
    return sorted(line.rows(CheckIn, col(CheckIn.tenant_id) == tenant.id), key=lambda one: one.id or 0)


def test_everybody_is_asked_each_day_though_they_answered_the_day_before(line: Line) -> None:
    linden = line.store(factories.tenant)
    begin(line, linden)
    assert standing(line, linden).next_at == TEN
    at(line, TEN - timedelta(minutes=1))
    assert line.carrier.texts == []
    for day in range(3):
        at(line, TEN + timedelta(days=day))
        assert len(line.carrier.texts) == 1 + 2 * day
        line.text(linden.mobile, "3")
        line.work()
    assert [one.meaning for one in check_ins(line, linden)] == [Meaning.FINE] * 3
    assert len({one.campaign_id for one in check_ins(line, linden)}) == 3
    assert line.cases(linden) == []


def test_a_day_has_one_round_for_all_and_nobody_is_asked_twice_in_it(line: Line) -> None:
    linden, yilmaz = line.store(factories.tenant), line.store(factories.yilmaz)
    begin(line, linden)
    begin(line, yilmaz, Rhythm(Every.WEEK, time(11), weekday=1))
    at(line, TEN)
    line.text(linden.mobile, "3")
    with unit_of_work(line.runtime) as session:
        finish_campaigns(session, now=line.clock())
    (first,) = line.rows(Campaign)
    assert first.state is CampaignState.FINISHED
    begin(line, linden, Rhythm(Every.DAY, time(10, 30)))
    at(line, TEN + timedelta(hours=1))
    (again,) = line.rows(Campaign)
    assert again.state is CampaignState.RUNNING
    assert [one.day for one in line.rows(StandingRound)] == [TEN.date()]
    assert len(check_ins(line, linden)) == len(check_ins(line, yilmaz)) == 1
    with reading(line.runtime) as session:
        assert campaign_rows(session) == []
        assert len(campaign_rows(session, campaign_id=again.id)) == 1


def test_whoever_gave_no_answer_on_the_day_is_rung_by_a_person(line: Line) -> None:
    linden = line.store(factories.tenant)
    begin(line, linden)
    at(line, TEN)
    with reading(line.runtime) as session:
        assert not flow.anything_missed(session, line.runtime, now=datetime(2026, 11, 24, 22, 59, tzinfo=UTC))
    at(line, datetime(2026, 11, 24, 23, 0, tzinfo=UTC))
    (case,) = line.cases(linden)
    assert case.kind is CaseKind.PERSONAL
    (missed,) = check_ins(line, linden)
    assert (missed.state, missed.reason) == (CheckInState.SILENT, EndReason.NO_ANSWER_TO_TEXT)
    assert case.check_in_id == missed.id
    at(line, TEN + timedelta(days=1))
    # She waits for a colleague now: no machine asks her as well.
    assert check_ins(line, linden)[-1].reason is EndReason.ALREADY_WAITING


def test_a_telephone_that_is_never_picked_up_goes_up_the_ladder_and_then_to_a_person(line: Line) -> None:
    yilmaz = line.store(factories.yilmaz)
    begin(line, yilmaz)
    for minutes in (0, 31):
        at(line, TEN + timedelta(minutes=minutes))
        line.ended(line.attempts(yilmaz)[-1].id, CallEnd.NO_ANSWER)
    assert len(line.attempts(yilmaz)) == 2
    line.clock.advance(hours=2)
    line.work()
    (case,) = line.cases(yilmaz)
    assert case.kind is CaseKind.PERSONAL
    assert check_ins(line, yilmaz)[0].reason is EndReason.NEVER_PICKED_UP


def test_a_call_that_was_under_way_when_the_day_ended_was_not_a_text(line: Line) -> None:
    yilmaz = line.store(factories.yilmaz)
    begin(line, yilmaz)
    at(line, TEN)
    line.ended(line.attempts(yilmaz)[-1].id, CallEnd.NO_ANSWER)
    at(line, datetime(2026, 11, 25, 0, tzinfo=UTC))
    assert check_ins(line, yilmaz)[0].reason is EndReason.NEVER_PICKED_UP
    assert len(line.cases(yilmaz)) == 1


def test_in_a_pause_nobody_is_asked_and_afterwards_it_goes_on(line: Line) -> None:
    linden = line.store(factories.tenant)
    begin(line, linden)
    pause(line, linden, date(2026, 11, 24), date(2026, 11, 30))
    assert standing(line, linden).next_at == TEN + timedelta(days=7)
    at(line, TEN + timedelta(days=3))
    assert check_ins(line, linden) == []
    pause(line, linden, None, None)
    assert standing(line, linden).next_at == TEN + timedelta(days=4)
    pause(line, linden, date(2026, 11, 28), None)
    assert standing(line, linden).next_at is None
    assert line.told(linden) == [Happening.STANDING] * 4


def test_a_pause_that_ends_before_it_begins_is_refused(line: Line) -> None:
    linden = line.store(factories.tenant)
    with pytest.raises(Refused, match="standing_gone"):
        pause(line, linden, None, None)
    begin(line, linden)
    for first, last in ((date(2026, 12, 2), date(2026, 12, 1)), (date(2026, 11, 1), date(2026, 11, 2))):
        with pytest.raises(Refused, match="pause_wrong"):
            pause(line, linden, first, last)


def test_stop_ends_it_and_start_does_not_begin_it_again(line: Line) -> None:
    linden = line.store(factories.tenant)
    begin(line, linden)
    line.text(linden.mobile, "STOP")
    assert standing(line, linden).end is StandingEnd.STOPPED
    line.text(linden.mobile, "START")
    at(line, TEN)
    assert check_ins(line, linden) == []
    with unit_of_work(line.runtime) as session:
        assert service.end(session, tenant_id=linden.id or 0, why=StandingEnd.PERSON, now=line.clock()) is None
    begin(line, linden)
    assert len(line.rows(StandingCheckIn)) == 2


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"deceased_at": TEN}, StandingEnd.DECEASED),
        ({"lease_ended_on": date(2026, 11, 20)}, StandingEnd.LEASE_ENDED),
        ({"stopped_at": TEN}, StandingEnd.STOPPED),
    ],
)
def test_it_ends_with_whoever_is_no_tenant_any_more(line: Line, given: dict[str, Any], why: StandingEnd) -> None:
    linden = line.store(factories.tenant)
    begin(line, linden)
    with unit_of_work(line.runtime) as session:
        for name, value in given.items():
            setattr(session.get_one(Tenant, linden.id), name, value)
    at(line, TEN)
    assert standing(line, linden).end is why
    assert check_ins(line, linden) == []


@pytest.mark.parametrize(
    ("given", "channel", "code"),
    [
        ({"stopped_at": TEN}, Channel.AUTO, "standing_stopped"),
        ({"deceased_at": TEN}, Channel.AUTO, "standing_not_possible"),
        ({"lease_ended_on": date(2027, 1, 1)}, Channel.AUTO, "standing_not_possible"),
        ({"mobile": None}, Channel.AUTO, "standing_no_number"),
        ({"mobile": None, "landline": "+31318501234"}, Channel.TEXT, "standing_no_number"),
        ({"channel": Channel.NONE}, Channel.AUTO, "standing_no_number"),
    ],
)
def test_what_cannot_be_is_refused(line: Line, given: dict[str, Any], channel: Channel, code: str) -> None:
    linden = line.store(factories.tenant, **given)
    with pytest.raises(Refused, match=code):
        begin(line, linden, channel=channel)
    assert line.rows(StandingCheckIn) == []


def test_while_we_were_away_nobody_was_forgotten_and_nobody_is_asked_twice(line: Line) -> None:
    linden = line.store(factories.tenant)
    begin(line, linden)
    at(line, TEN + timedelta(days=5, hours=2))
    assert len(check_ins(line, linden)) == 1
    assert standing(line, linden).next_at == TEN + timedelta(days=6)


def test_another_conversation_goes_first(line: Line) -> None:
    linden = line.store(factories.tenant)
    begin(line, linden)
    line.ask(linden)
    at(line, TEN)
    assert [one.state for one in check_ins(line, linden)] == [CheckInState.ASKED, CheckInState.PLANNED]
    assert {attempt.check_in_id for attempt in line.attempts(linden)} == {check_ins(line, linden)[0].id}


def test_the_reconciler_plans_them(line: Line) -> None:
    linden = line.store(factories.tenant)
    begin(line, linden)
    line.clock.moment = TEN
    reconciler.tick(line.runtime)
    assert check_ins(line, linden)[0].state is CheckInState.PLANNED
