"""What became of a text, and what that means for the question it carried."""

from __future__ import annotations

from itertools import permutations

import pytest
from sqlmodel import col

from checkin.domain.attempts import AttemptEnd
from checkin.domain.cases import CaseKind
from checkin.domain.checkins import CheckInState, EndReason
from checkin.domain.deliveries import DeliveryAction, DeliveryState
from checkin.messaging.gateway import Accepted, Receipt
from checkin.tenants.models import Happening, PhoneNumber, Tenant
from tests import factories
from tests.line import Line

A = DeliveryAction
SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def linden(line: Line) -> Tenant:
    tenant: Tenant = line.store(factories.tenant, landline=factories.landline())
    return tenant


def test_a_question_that_may_not_have_arrived_is_rung_by_a_person_after_a_quarter_of_an_hour(
    line: Line, linden: Tenant
) -> None:
    line.carrier.answers = [Receipt(Accepted.UNKNOWN, error="timeout")]
    line.ask(linden)
    line.clock.advance(minutes=14)
    line.settle()
    line.work()
    assert (line.attempts(linden)[0].end, line.cases(linden)) == (None, [])
    line.clock.advance(minutes=2)
    line.settle()
    line.work()
    assert line.check_in(linden).reason is EndReason.OUTCOME_UNKNOWN
    assert [case.kind for case in line.cases(linden)] == [CaseKind.PERSONAL]
    assert len(line.carrier.texts) == 1
    assert line.told(linden).count(Happening.OUTCOME_UNKNOWN) == 1


def test_a_worker_that_died_while_sending_leaves_an_unknown_and_nothing_is_sent_again(
    line: Line, linden: Tenant
) -> None:
    line.carrier.answers = [SystemExit("killed")]
    with pytest.raises(SystemExit):
        line.ask(linden)
    line.clock.advance(seconds=61)
    line.settle()
    message = line.message(line.attempts(linden)[0].id)
    assert message.state is DeliveryState.UNKNOWN
    line.clock.advance(minutes=16)
    line.settle()
    line.work()
    assert len(line.carrier.texts) == 1
    assert [case.kind for case in line.cases(linden)] == [CaseKind.PERSONAL]


@SQLITE
@pytest.mark.parametrize("action", [A.ACCEPT, A.DELIVER, A.FAIL])
def test_a_report_settles_an_unknown_outcome(line: Line, linden: Tenant, action: DeliveryAction) -> None:
    line.carrier.answers = [Receipt(Accepted.UNKNOWN, error="timeout")]
    attempt = line.ask(linden)
    line.report(attempt.id, action)
    line.clock.advance(minutes=16)
    line.settle()
    assert line.attempts(linden)[0].end is (AttemptEnd.NOT_DELIVERED if action is A.FAIL else AttemptEnd.DELIVERED)


@SQLITE
@pytest.mark.parametrize("order", list(permutations([A.ACCEPT, A.DELIVER])))
def test_reports_in_any_order_end_in_delivered(line: Line, linden: Tenant, order: tuple[DeliveryAction, ...]) -> None:
    attempt = line.ask(linden)
    for action in (*order, *order):
        line.report(attempt.id, action)
    assert line.message(attempt.id).state is DeliveryState.DELIVERED
    assert line.told(linden).count(Happening.TEXT_DELIVERED) == 1


@SQLITE
def test_a_failure_after_delivery_changes_nothing(line: Line, linden: Tenant) -> None:
    attempt = line.ask(linden)
    line.report(attempt.id, A.DELIVER)
    before = line.everything()
    line.report(attempt.id, A.FAIL, error="1010", permanent=True)
    assert line.everything() == before


@SQLITE
def test_a_delivery_that_is_reported_after_a_failure_is_believed(line: Line, linden: Tenant) -> None:
    attempt = line.ask(linden)
    line.report(attempt.id, A.FAIL, error="1000")
    line.report(attempt.id, A.DELIVER)
    assert line.message(attempt.id).state is DeliveryState.DELIVERED


@SQLITE
def test_a_text_that_did_not_arrive_is_followed_by_a_call_at_once(line: Line, linden: Tenant) -> None:
    attempt = line.ask(linden)
    line.report(attempt.id, A.FAIL, error="1000")
    line.work()
    assert line.carrier.calls == [linden.mobile]
    assert [one.end for one in line.attempts(linden)] == [AttemptEnd.NOT_DELIVERED, None]


@SQLITE
def test_a_number_that_does_not_exist_is_closed_and_the_next_is_tried(line: Line, linden: Tenant) -> None:
    attempt = line.ask(linden)
    line.report(attempt.id, A.FAIL, error="1120", permanent=True)
    line.work()
    assert line.carrier.calls == [linden.landline]
    [closed] = line.rows(PhoneNumber, col(PhoneNumber.closed_at).is_not(None))
    assert (closed.number, closed.closed_reason) == (linden.mobile, "dead")


@SQLITE
def test_a_failure_of_the_first_text_that_comes_late_neither_hurries_nor_ends_the_second(
    line: Line, linden: Tenant
) -> None:
    first = line.ask(linden)
    line.clock.advance(minutes=31)
    line.work()
    second = line.attempts(linden)[-1]
    assert second.id != first.id
    waits_until = line.check_in(linden).next_at
    line.report(first.id, A.FAIL, error="1000")
    assert line.check_in(linden).next_at == waits_until
    line.work()
    assert (line.check_in(linden).state, line.cases(linden)) == (CheckInState.ASKED, [])
    assert [one.end for one in line.attempts(linden)] == [AttemptEnd.NOT_DELIVERED, AttemptEnd.DELIVERED]


@SQLITE
def test_a_report_about_a_text_that_we_do_not_know_changes_nothing(line: Line) -> None:
    before = line.everything()
    line.report("unheard-of", A.DELIVER)
    assert line.everything() == before


@SQLITE
def test_an_answer_that_overtakes_the_report_of_its_question_counts(line: Line, linden: Tenant) -> None:
    attempt = line.ask(linden)
    line.text(linden.mobile, "3")
    line.report(attempt.id, A.DELIVER)
    assert (line.check_in(linden).state, line.attempts(linden)[0].end) == (CheckInState.ANSWERED, AttemptEnd.ANSWERED)
