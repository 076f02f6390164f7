"""Asking: which way is tried first, when the next step is due, and that nothing is planned twice."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import update
from sqlmodel import col

from checkin.db import unit_of_work
from checkin.domain.attempts import AskedBy, AttemptEnd, Way
from checkin.domain.checkins import CheckInAction, CheckInState, EndReason
from checkin.domain.replies import Meaning
from checkin.messaging.models import CallEnd, Message
from checkin.outreach import release, service
from checkin.outreach.models import Attempt, CheckIn
from checkin.outreach.ways import ways
from checkin.tenants.models import Channel, Happening, Tenant
from tests import factories
from tests.conftest import MONDAY_MORNING
from tests.line import Line
from workers.release import release_due

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
MOBILE, LANDLINE, SECOND = "+31612345678", "+31318123456", "+31687654321"
TEXT, CALL = AskedBy.TEXT, AskedBy.VOICE


# Which ways.


def somebody(**given: Any) -> Tenant:
    values = {"mobile": MOBILE, "landline": LANDLINE, **given}
    return Tenant(last_name="Linden", created_at=MONDAY_MORNING, updated_at=MONDAY_MORNING, **values)


@pytest.mark.parametrize(
    ("own", "campaign", "expected"),
    [
        (Channel.AUTO, Channel.AUTO, [(TEXT, MOBILE), (CALL, MOBILE), (CALL, LANDLINE)]),
        (Channel.AUTO, Channel.TEXT, [(TEXT, MOBILE)]),
        (Channel.AUTO, Channel.VOICE, [(CALL, MOBILE), (CALL, LANDLINE)]),
        (Channel.VOICE, Channel.TEXT, [(CALL, MOBILE), (CALL, LANDLINE)]),
        (Channel.TEXT, Channel.VOICE, [(TEXT, MOBILE)]),
        (Channel.NONE, Channel.AUTO, []),
    ],
)
def test_a_tenants_own_wish_goes_before_that_of_the_campaign(
    own: Channel, campaign: Channel, expected: list[tuple[AskedBy, str]]
) -> None:
    assert ways(somebody(channel=own), campaign, ()) == tuple(Way(*way) for way in expected)


def test_a_number_that_may_not_be_used_is_left_out() -> None:
    assert ways(somebody(), Channel.AUTO, {MOBILE}) == (Way(CALL, LANDLINE),)


def test_a_number_that_stands_on_the_card_twice_is_one_way() -> None:
    tenant = somebody(landline=None, phone_2=MOBILE)
    assert ways(tenant, Channel.AUTO, ()) == (Way(TEXT, MOBILE), Way(CALL, MOBILE))


# The next step.


def step(line: Line, check_in_id: int) -> Any:
    with unit_of_work(line.runtime) as session:
        return release.take_steps(session, line.runtime, check_in_ids=[check_in_id], now=line.clock())


def test_a_step_is_taken_by_exactly_one_of_many_workers(line: Line) -> None:
    tenant = line.store(factories.tenant)
    line.start(tenant)
    check_in_id = line.check_in(tenant).id or 0
    together = threading.Barrier(6)

    def take(_number: int) -> None:
        together.wait()
        step(line, check_in_id)

    with ThreadPoolExecutor(6) as crew:
        list(crew.map(take, range(6)))
    assert len(line.attempts(tenant)) == len(line.rows(Message)) == 1


@SQLITE
@pytest.mark.parametrize(
    ("changed", "reason"),
    [("deceased_at", EndReason.DECEASED), ("stopped_at", EndReason.STOPPED)],
)
def test_what_became_known_since_the_planning_counts(line: Line, changed: str, reason: EndReason) -> None:
    tenant = line.store(factories.tenant)
    line.start(tenant)
    with unit_of_work(line.runtime) as session:
        setattr(session.get_one(Tenant, tenant.id), changed, line.clock())
    release_due(line.runtime)
    assert (line.check_in(tenant).state, line.check_in(tenant).reason) == (CheckInState.CANCELLED, reason)
    assert line.rows(Attempt) == []


@SQLITE
def test_a_check_in_that_is_not_due_is_left_alone(line: Line) -> None:
    tenant = line.store(factories.tenant)
    line.start(tenant)
    with unit_of_work(line.runtime) as session:
        release.put_off(session, check_in_id=line.check_in(tenant).id or 0, until=line.clock() + timedelta(hours=1))
    assert step(line, line.check_in(tenant).id or 0) == []
    assert release_due(line.runtime) == 0
    assert line.rows(Attempt) == []


@SQLITE
def test_a_reminder_is_another_text_than_the_question(line: Line) -> None:
    tenant = line.store(factories.tenant)
    line.ask(tenant)
    line.clock.advance(minutes=31)
    line.work()
    assert line.queued(tenant.mobile) == ["S1", "S2"]


@SQLITE
def test_a_tenant_is_asked_in_the_language_of_the_tenant(line: Line) -> None:
    line.ask(line.store(factories.tenant, language="en"))
    assert "How are you?" in line.carrier.texts[0][1]


class TestOnAnOrdinaryDay:
    """Office hours as landlords have them, and no fixed time between tries. It is Monday, half past ten."""

    @pytest.fixture
    def given(self) -> dict[str, Any]:
        return {}

    @SQLITE
    def test_a_reminder_comes_two_working_days_later_in_another_part_of_the_day(self, line: Line) -> None:
        tenant = line.store(factories.tenant)
        line.ask(tenant)
        assert line.check_in(tenant).next_at == datetime(2026, 11, 25, 11, 0, tzinfo=UTC)  # Wednesday at noon

    @SQLITE
    def test_a_call_that_nobody_picked_up_is_tried_on_another_part_of_the_day(self, line: Line) -> None:
        yilmaz = line.store(factories.yilmaz)
        line.ask(yilmaz)
        for due in (
            datetime(2026, 11, 23, 12, 30, tzinfo=UTC),  # half past one
            datetime(2026, 11, 23, 17, 30, tzinfo=UTC),  # half past six
        ):
            line.ended(line.attempts(yilmaz)[-1].id, CallEnd.NO_ANSWER)
            assert line.check_in(yilmaz).next_at == due
            line.clock.moment = due
            line.work()
        assert len(line.carrier.calls) == 3

    @SQLITE
    def test_a_number_that_does_not_exist_is_followed_by_the_next_at_once(self, line: Line) -> None:
        yilmaz = line.store(factories.yilmaz, phone_2=SECOND)
        line.ask(yilmaz, channel=Channel.VOICE)
        line.ended(line.attempts(yilmaz)[0].id, CallEnd.NUMBER_DEAD)
        assert line.check_in(yilmaz).next_at == line.clock()


# Ends.


@SQLITE
def test_an_end_is_told_once_and_keeps_its_first_reason(line: Line) -> None:
    tenant = line.store(factories.tenant)
    line.ask(tenant)
    for reason in (EndReason.CAMPAIGN_STOPPED, EndReason.DECEASED):
        with unit_of_work(line.runtime) as session:
            check_in = session.get_one(CheckIn, line.check_in(tenant).id)
            service.end(session, check_in, CheckInAction.CANCEL, now=line.clock(), reason=reason)
    assert line.check_in(tenant).reason is EndReason.CAMPAIGN_STOPPED
    assert line.told(tenant).count(Happening.CHECK_IN_ENDED) == 1


@SQLITE
@pytest.mark.parametrize("end", [end for end in AttemptEnd if end is not AttemptEnd.ANSWERED])
def test_every_end_of_an_attempt_leads_to_a_next_step_or_an_end(line: Line, end: AttemptEnd) -> None:
    """Never a row that waits for ever, whatever is reported."""
    tenant = line.store(factories.tenant)
    attempt = line.ask(tenant, channel=Channel.VOICE)
    for _try in range(12):
        with unit_of_work(line.runtime) as session:
            service.end_attempt(session, line.runtime, reference=attempt.id, how=end, now=line.clock())
        line.clock.advance(minutes=31)
        line.work()
        if line.check_in(tenant).state not in {CheckInState.PLANNED, CheckInState.ASKED}:
            break
        attempt = line.attempts(tenant)[-1]
    ended = line.check_in(tenant)
    assert ended.reason is not None
    assert (ended.next_at, ended.ended_at) == (None, line.clock())


@SQLITE
def test_an_end_that_is_reported_twice_changes_nothing(line: Line) -> None:
    yilmaz = line.store(factories.yilmaz)
    attempt = line.ask(yilmaz)
    for how in (AttemptEnd.NO_ANSWER, AttemptEnd.NO_ANSWER, AttemptEnd.BUSY):
        with unit_of_work(line.runtime) as session:
            service.end_attempt(session, line.runtime, reference=attempt.id, how=how, now=line.clock())
        line.clock.advance(minutes=1)
    assert line.attempts(yilmaz)[0].end is AttemptEnd.NO_ANSWER
    assert line.check_in(yilmaz).next_at == MONDAY_MORNING + timedelta(minutes=30)


@SQLITE
def test_a_late_report_may_correct_an_end_until_the_next_step_is_taken(line: Line) -> None:
    yilmaz = line.store(factories.yilmaz)
    attempt = line.ask(yilmaz)

    def report(how: AttemptEnd) -> AttemptEnd | None:
        with unit_of_work(line.runtime) as session:
            service.end_attempt(session, line.runtime, reference=attempt.id, how=how, now=line.clock(), correct=True)
        end: AttemptEnd | None = line.attempts(yilmaz)[0].end
        return end

    assert report(AttemptEnd.NO_ANSWER) is AttemptEnd.NO_ANSWER
    assert report(AttemptEnd.VOICEMAIL) is AttemptEnd.VOICEMAIL
    line.clock.advance(minutes=31)
    line.work()
    assert report(AttemptEnd.SILENT) is AttemptEnd.VOICEMAIL
    assert line.cases(yilmaz) == []


@SQLITE
def test_the_moment_of_the_first_answer_stays_and_a_wish_is_never_taken_back(line: Line) -> None:
    tenant = line.store(factories.tenant)
    line.ask(tenant)
    for meaning in (Meaning.FINE, Meaning.CHAT, Meaning.FINE):
        line.clock.advance(minutes=1)
        with unit_of_work(line.runtime) as session:
            check_in = session.get_one(CheckIn, line.check_in(tenant).id)
            service.answer(session, check_in, meaning, now=line.clock())
    answered = line.check_in(tenant)
    assert (answered.meaning, answered.answered_at) == (Meaning.CHAT, MONDAY_MORNING + timedelta(minutes=1))


@SQLITE
def test_nobody_waits_for_an_attempt_of_which_the_number_was_lost(line: Line) -> None:
    """A tenant whose number was taken off the card between the planning and the sending is asked on what is left."""
    tenant = line.store(factories.tenant, landline=factories.landline())
    line.start(tenant)
    with unit_of_work(line.runtime) as session:
        session.connection().execute(update(Tenant).where(col(Tenant.id) == tenant.id).values(mobile=None))
    line.work()
    assert line.carrier.calls == [tenant.landline]
