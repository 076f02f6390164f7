"""The telephone menu: the same script however often it is asked for, and one end however the reports are ordered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import permutations
from typing import Any

import pytest
from sqlmodel import col

from checkin.domain.attempts import AttemptEnd
from checkin.domain.cases import CaseKind
from checkin.domain.checkins import CheckInState, EndReason
from checkin.domain.deliveries import DeliveryState
from checkin.domain.replies import Meaning
from checkin.messaging.callscript import AskKey, Script
from checkin.messaging.models import CallEnd, EventKind, ProviderEvent
from checkin.tenants.models import Channel, Happening, PhoneNumber, Tenant
from tests import factories
from tests.line import Line
from workers.events import handle_open_events

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def yilmaz(line: Line) -> Tenant:
    tenant: Tenant = line.store(factories.yilmaz)
    return tenant


def said(script: Script) -> str:
    return " ".join(sentence for step in script.steps if not isinstance(step, AskKey) for sentence in step.sentences)


def asks(script: Script) -> bool:
    return any(isinstance(step, AskKey) for step in script.steps)


# The menu.


@pytest.mark.parametrize(
    ("digits", "kind", "meaning"),
    [
        ("1", CaseKind.CHAT, Meaning.CHAT),
        ("2", CaseKind.HELP, Meaning.HELP),
        ("3", None, Meaning.FINE),
        ("9", None, Meaning.STOP),
    ],
)
def test_a_key_that_comes_back_twice_gives_the_same_script_and_one_reply(
    line: Line, yilmaz: Tenant, digits: str, kind: CaseKind | None, meaning: Meaning
) -> None:
    call = line.ask(yilmaz).id
    assert asks(line.picked_up(call))
    first = line.keys(call, digits)
    before = line.everything()
    line.clock.advance(seconds=2)
    assert line.keys(call, digits) == first
    assert line.keys(call, "") == first, "a silence that comes after the choice changes nothing"
    assert line.everything() == before
    assert line.check_in(yilmaz).meaning is meaning
    assert [case.kind for case in line.cases(yilmaz)] == ([kind] if kind else [])


@SQLITE
def test_the_promise_that_is_spoken_is_the_one_on_the_work_list(line: Line, yilmaz: Tenant) -> None:
    call = line.ask(yilmaz).id
    line.picked_up(call)
    spoken = said(line.keys(call, "1"))
    [case] = line.cases(yilmaz)
    assert case.promised_before is not None
    assert case.told_at == line.clock()
    assert "vandaag" in spoken


@SQLITE
def test_the_first_words_are_the_same_when_they_are_asked_for_again(line: Line, yilmaz: Tenant) -> None:
    call = line.ask(yilmaz).id
    first = line.picked_up(call)
    before = line.everything()
    assert line.picked_up(call) == first
    assert line.everything() == before
    assert line.told(yilmaz).count(Happening.CALL_ANSWERED) == 1


@SQLITE
def test_who_stays_silent_in_the_menu_is_rung_by_a_person(line: Line, yilmaz: Tenant) -> None:
    call = line.ask(yilmaz).id
    script, step = line.picked_up(call), 0
    for _round in range(10):
        if not asks(script):
            break
        step = next(part.step for part in script.steps if isinstance(part, AskKey))
        line.clock.advance(seconds=15)
        script = line.keys(call, "", step)
    assert line.attempts(yilmaz)[0].end is AttemptEnd.SILENT
    line.ended(call)
    line.work()
    assert (line.check_in(yilmaz).state, line.check_in(yilmaz).reason) == (
        CheckInState.SILENT,
        EndReason.PICKED_UP_SILENT,
    )
    assert [case.kind for case in line.cases(yilmaz)] == [CaseKind.SILENT]


@SQLITE
def test_a_call_that_we_know_nothing_of_ends_politely(line: Line) -> None:
    for script in (line.picked_up("unheard-of"), line.keys("unheard-of", "1")):
        assert not asks(script)
        assert said(script)
    assert line.replies() == []


@SQLITE
def test_a_key_press_of_an_unknown_caller_is_read_by_a_person(line: Line) -> None:
    assert asks(line.rings_us("+31687654321"))
    line.keys(None, "1", provider_id="inbound")
    [reply] = line.replies()
    assert (reply.tenant_id, reply.to_read, reply.number) == (None, True, "+31687654321")


def test_a_tenant_who_rings_back_and_presses_one_is_put_on_the_list(line: Line, yilmaz: Tenant) -> None:
    call = line.ask(yilmaz).id
    line.ended(call, CallEnd.NO_ANSWER)
    line.rings_us(yilmaz.landline or "")
    line.rings_us(yilmaz.landline or "")
    line.keys(None, "1", provider_id="inbound")
    assert (line.check_in(yilmaz).state, len(line.cases(yilmaz))) == (CheckInState.ANSWERED, 1)
    assert line.told(yilmaz).count(Happening.CALLED_US) == 1


@SQLITE
def test_nobody_is_rung_while_ringing_us(line: Line, yilmaz: Tenant) -> None:
    line.rings_us(yilmaz.landline or "")
    line.ask(yilmaz)
    assert line.carrier.calls == []
    line.ended("", CallEnd.COMPLETED)
    line.clock.advance(minutes=16)
    line.work()
    assert line.carrier.calls == [yilmaz.landline]


# How it ends.


@pytest.mark.parametrize(
    ("end", "attempt", "state"),
    [
        (CallEnd.BUSY, AttemptEnd.BUSY, DeliveryState.FAILED),
        (CallEnd.NO_ANSWER, AttemptEnd.NO_ANSWER, DeliveryState.FAILED),
        (CallEnd.REJECTED, AttemptEnd.REJECTED, DeliveryState.FAILED),
        (CallEnd.FAILED, AttemptEnd.FAILED, DeliveryState.FAILED),
        (CallEnd.CANCELLED, AttemptEnd.NO_ANSWER, DeliveryState.FAILED),
        (CallEnd.NUMBER_DEAD, AttemptEnd.NUMBER_DEAD, DeliveryState.FAILED),
    ],
)
@SQLITE
def test_a_call_that_nobody_picked_up(
    line: Line, yilmaz: Tenant, end: CallEnd, attempt: AttemptEnd, state: DeliveryState
) -> None:
    call = line.ask(yilmaz).id
    line.ended(call, end)
    assert (line.attempts(yilmaz)[0].end, line.call(call).state) == (attempt, state)
    closed = line.rows(PhoneNumber, col(PhoneNumber.closed_at).is_not(None))
    assert [number.closed_reason for number in closed] == (["dead"] if end is CallEnd.NUMBER_DEAD else [])
    before = line.everything()
    line.ended(call, CallEnd.BUSY)
    assert line.everything() == before


@SQLITE
@pytest.mark.parametrize(
    ("seconds", "end"), [(2, AttemptEnd.HUNG_UP), (30, AttemptEnd.SILENT)], ids=["at once", "after listening"]
)
def test_who_hangs_up_at_once_did_not_hear_the_question(
    line: Line, yilmaz: Tenant, seconds: int, end: AttemptEnd
) -> None:
    call = line.ask(yilmaz).id
    line.picked_up(call)
    line.clock.advance(seconds=seconds)
    line.ended(call)
    assert line.attempts(yilmaz)[0].end is end


@SQLITE
def test_a_call_without_an_end_is_settled_after_a_while(line: Line, yilmaz: Tenant) -> None:
    silent, never = yilmaz, line.store(factories.yilmaz)
    line.picked_up(line.ask(silent).id)
    line.ask(never)
    line.clock.advance(minutes=14)
    line.settle()
    assert line.attempts(silent)[0].end is None
    line.clock.advance(minutes=2)
    line.settle()
    assert line.attempts(silent)[0].end is AttemptEnd.SILENT
    assert line.attempts(never)[0].end is AttemptEnd.NO_ANSWER
    before = line.everything()
    line.settle()
    assert line.everything() == before


# The order of reports.


@dataclass(frozen=True)
class Report:
    """One event of a call, as the web application stores it."""

    action: str | None
    end: CallEnd | None = None
    rang: bool = False
    seconds: int = 0
    after: int = 0
    """Seconds since the call began, by the provider's clock."""


STARTED = Report("accept")
RINGING = Report("accept", rang=True, after=2)
ANSWERED = Report("deliver", rang=True, after=20)
MACHINE = Report("deliver", CallEnd.VOICEMAIL, rang=True, after=22)
DONE = Report(None, CallEnd.COMPLETED, after=50)
DONE_AFTER_30 = Report("deliver", CallEnd.COMPLETED, rang=True, seconds=30, after=50)
DONE_AFTER_2 = Report("deliver", CallEnd.COMPLETED, rang=True, seconds=2, after=22)
BUSY = Report("fail", CallEnd.BUSY, rang=True, after=4)
DEAD = Report("fail", CallEnd.NUMBER_DEAD, after=1)

STORIES = {
    "answered and silent": ((RINGING, ANSWERED, DONE_AFTER_30), AttemptEnd.SILENT),
    "the report that it was answered is lost": ((STARTED, DONE_AFTER_30), AttemptEnd.SILENT),
    "hung up at once": ((ANSWERED, STARTED, DONE_AFTER_2), AttemptEnd.HUNG_UP),
    "voicemail": ((ANSWERED, MACHINE, DONE_AFTER_30), AttemptEnd.VOICEMAIL),
    "busy": ((RINGING, BUSY, DONE), AttemptEnd.BUSY),
    "a number that does not exist": ((DEAD, DONE), AttemptEnd.NUMBER_DEAD),
    "never picked up": ((RINGING, DONE), AttemptEnd.NO_ANSWER),
    "answered, and the end says nothing": ((RINGING, ANSWERED, DONE), AttemptEnd.SILENT),
}


def tell(line: Line, call: str, report: Report) -> None:
    at = line.clock() - timedelta(minutes=5) + timedelta(seconds=report.after)
    payload: dict[str, Any] = {
        "provider_id": f"provider-{call}",
        "action": report.action,
        "end": report.end,
        "rang": report.rang,
        "seconds": report.seconds,
        "at": at.isoformat(),
    }
    line.event(EventKind.CALL_EVENT, payload, reference=call)
    handle_open_events(line.runtime)


@SQLITE
@pytest.mark.parametrize("story", STORIES)
def test_the_reports_about_a_call_may_come_in_any_order(line: Line, story: str) -> None:
    reports, expected = STORIES[story]
    orders = list(permutations(reports))
    tenants = [line.store(factories.yilmaz) for _order in orders]
    line.ask(*tenants)
    line.clock.advance(minutes=5)
    ends = set()
    for tenant, order in zip(tenants, orders, strict=True):
        [attempt] = line.attempts(tenant)
        for report in order:
            tell(line, attempt.id, report)
        [attempt], row = line.attempts(tenant), line.call(attempt.id)
        ends.add((attempt.end, row.end, row.state, line.check_in(tenant).state, row.ended_at is not None))
    assert [end[0] for end in ends] == [expected], "the same end in every order"


@SQLITE
@pytest.mark.parametrize("story", ["answered and silent", "voicemail", "hung up at once"])
def test_a_report_that_comes_twice_changes_nothing(line: Line, yilmaz: Tenant, story: str) -> None:
    reports, expected = STORIES[story]
    call = line.ask(yilmaz).id
    line.clock.advance(minutes=5)
    for report in reports:
        tell(line, call, report)
    before = line.everything()
    for report in reports:
        tell(line, call, report)
    after = line.everything()
    assert before.pop("provider_event") != after.pop("provider_event")
    assert after == before
    assert line.attempts(yilmaz)[0].end is expected


@SQLITE
def test_a_key_that_was_pressed_stands_whatever_is_reported_later(line: Line, yilmaz: Tenant) -> None:
    call = line.ask(yilmaz).id
    line.picked_up(call)
    line.keys(call, "1")
    line.clock.advance(minutes=5)
    for report in (DONE_AFTER_30, MACHINE, BUSY, ANSWERED):
        tell(line, call, report)
    assert line.attempts(yilmaz)[0].end is AttemptEnd.ANSWERED
    assert line.check_in(yilmaz).meaning is Meaning.CHAT


@SQLITE
def test_a_late_word_about_a_first_call_does_not_hurry_the_second(line: Line, yilmaz: Tenant) -> None:
    first = line.ask(yilmaz, channel=Channel.VOICE).id
    line.clock.advance(minutes=5)
    tell(line, first, DONE)
    line.clock.advance(minutes=31)
    line.work()
    assert len(line.attempts(yilmaz)) == 2
    tell(line, first, MACHINE)
    line.work()
    assert [attempt.end for attempt in line.attempts(yilmaz)] == [AttemptEnd.NO_ANSWER, None]
    assert line.check_in(yilmaz).state is CheckInState.ASKED
    assert not line.rows(ProviderEvent, col(ProviderEvent.handled_at).is_(None))
