"""Whether the organisation spoke to the tenant: asked once by text, never beside another question, and followed up."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from checkin import flow
from checkin.aftercare import referrals
from checkin.aftercare.models import FollowUp, Referral
from checkin.aftercare.talks import Aftermath, Handover
from checkin.db import unit_of_work
from checkin.domain.cases import CaseKind, CaseState, ContactOutcome
from checkin.domain.checkins import CheckInState
from checkin.domain.deliveries import DeliveryAction
from checkin.domain.errors import Refused
from checkin.domain.follow_ups import FollowUpState
from checkin.domain.referrals import ReferralAction, ReferralState
from checkin.domain.replies import Meaning
from checkin.messaging.models import Message
from checkin.outreach.models import EngagedNumber
from checkin.staff.models import Staff
from checkin.tenants.models import Channel, Tenant
from tests import factories
from tests.aftercare.talking import home_care, talk, tick
from tests.line import Line

LATER = timedelta(days=14)


@pytest.fixture
def linden(line: Line) -> Tenant:
    return line.store(factories.tenant)


@pytest.fixture
def samira(line: Line) -> Staff:
    return line.store(factories.samira)


def hand_on(line: Line, tenant: Tenant, staff: Staff, **given: Any) -> int:
    """Refer a tenant to home care; give the case."""
    organisation = line.store(home_care)
    values = {"organisation_id": organisation.id, "agreed": "Zij bellen u", "consent": True}
    handover = Handover(**{**values, "check_at": line.clock() + LATER, **given})
    return talk(line, tenant, staff, aftermath=Aftermath(handover=handover)).id or 0


def asked(line: Line, tenant: Tenant, staff: Staff) -> int:
    """Refer a tenant, and let the question leave two weeks later; give the case."""
    case_id = hand_on(line, tenant, staff)
    line.clock.advance(days=14)
    tick(line)
    assert referral(line).state is ReferralState.ASKED
    return case_id


def referral(line: Line) -> Referral:
    return line.rows(Referral)[0]


def test_yes_closes_the_loop_and_nobody_rings(line: Line, linden: Tenant, samira: Staff) -> None:
    asked(line, linden, samira)
    number, text = line.carrier.texts[-1]
    assert number == linden.mobile
    assert text.startswith("Dag mevrouw Van der Linden, heeft Thuiszorg Eemdal u gesproken? Stuur 1: ja, 2: nee.")
    line.text(linden.mobile, "1")
    assert referral(line).state is ReferralState.HELPED
    assert line.replies()[-1].meaning is Meaning.FINE
    assert [case.state for case in line.cases(linden)] == [CaseState.CLOSED]
    assert line.queued(linden.mobile) == ["S17", "S5"]


def test_no_brings_the_case_back_with_the_words_for_the_same_colleague(
    line: Line, linden: Tenant, samira: Staff
) -> None:
    case_id = asked(line, linden, samira)
    line.text(linden.mobile, "Nee, nog niet")
    assert referral(line).state is ReferralState.NOT_HELPED
    (case,) = line.cases(linden)
    assert (case.id, case.state, case.kind) == (case_id, CaseState.WAITING, CaseKind.HELP)
    assert (case.reply_id, case.meant_for) == (line.replies()[-1].id, samira.id)
    with unit_of_work(line.runtime) as session:
        flow.offer_case(session, line.runtime, case_id=case_id, now=line.clock())
    assert line.queued(linden.mobile) == ["S17", "S4"]


def test_no_answer_within_the_term_is_listed_for_a_person_and_a_late_yes_still_counts(
    line: Line, linden: Tenant, samira: Staff
) -> None:
    asked(line, linden, samira)
    assert line.rows(EngagedNumber)
    line.clock.advance(days=5)
    tick(line)
    assert referral(line).state is ReferralState.UNANSWERED
    assert line.rows(EngagedNumber) == []
    line.clock.advance(days=3)
    line.text(linden.mobile, "ja hoor")
    assert referral(line).state is ReferralState.HELPED


def test_who_has_no_mobile_is_asked_in_a_call_by_the_same_colleague(line: Line, samira: Staff) -> None:
    yilmaz = line.store(factories.yilmaz)
    hand_on(line, yilmaz, samira)
    line.clock.advance(days=14)
    tick(line)
    tick(line)
    assert referral(line).state is ReferralState.CALLING
    (call,) = line.rows(FollowUp)
    assert (call.state, call.staff_id, call.referral_id) == (FollowUpState.LISTED, samira.id, referral(line).id)
    assert line.carrier.texts == []
    talk(line, yilmaz, samira)
    tick(line)
    assert referral(line).state is ReferralState.UNANSWERED


@pytest.mark.parametrize("wish", [Channel.NONE, Channel.VOICE])
def test_who_wants_no_texts_is_asked_in_a_call(line: Line, linden: Tenant, samira: Staff, wish: Channel) -> None:
    with unit_of_work(line.runtime) as session:
        session.get_one(Tenant, linden.id).channel = wish
    hand_on(line, linden, samira)
    line.clock.advance(days=14)
    tick(line)
    assert referral(line).state is ReferralState.CALLING
    assert line.carrier.texts == []


def test_a_text_that_does_not_arrive_becomes_a_call(line: Line, linden: Tenant, samira: Staff) -> None:
    asked(line, linden, samira)
    line.report(referral(line).message_id or "", DeliveryAction.FAIL, error="1340", permanent=True)
    tick(line)
    assert referral(line).state is ReferralState.CALLING
    assert line.rows(EngagedNumber) == []


def test_stop_holds_for_the_question_before_and_after_it_leaves(line: Line, linden: Tenant, samira: Staff) -> None:
    hand_on(line, linden, samira)
    line.text(linden.mobile, "STOP")
    line.clock.advance(days=14)
    tick(line)
    assert line.carrier.texts == [text for text in line.carrier.texts if "Thuiszorg" not in text[1]]
    assert referral(line).state is ReferralState.UNANSWERED
    second = line.store(factories.tenant)
    hand_on_again = Handover(referral(line).organisation_id, "", consent=True, check_at=line.clock() + LATER)
    talk(line, second, samira, aftermath=Aftermath(handover=hand_on_again))
    line.clock.advance(days=14)
    tick(line)
    line.text(second.mobile, "stop")
    found = [one for one in line.rows(Referral) if one.tenant_id == second.id]
    assert [one.state for one in found] == [ReferralState.UNANSWERED]
    assert line.queued(second.mobile)[-1] == "S6"


def test_a_question_never_crosses_a_check_in_and_a_check_in_never_crosses_it(
    line: Line, linden: Tenant, samira: Staff
) -> None:
    hand_on(line, linden, samira)
    line.clock.advance(days=14)
    line.ask(linden)
    assert line.check_in(linden).state is CheckInState.ASKED
    tick(line)
    assert referral(line).state is ReferralState.AGREED
    line.text(linden.mobile, "3")
    assert line.check_in(linden).meaning is Meaning.FINE
    line.clock.advance(hours=2)
    tick(line)
    assert referral(line).state is ReferralState.ASKED

    assert line.check_in(linden).meaning is Meaning.FINE


def test_a_check_in_waits_until_the_question_is_answered(line: Line, linden: Tenant, samira: Staff) -> None:
    asked(line, linden, samira)
    line.start(linden)
    line.work()
    assert line.check_in(linden).state is CheckInState.PLANNED
    line.text(linden.mobile, "1")
    assert referral(line).state is ReferralState.HELPED
    assert line.check_in(linden).state is not CheckInState.ANSWERED
    line.clock.advance(days=8)
    line.work()
    assert line.check_in(linden).state is CheckInState.ASKED


def test_a_digit_answers_the_newest_question(line: Line, linden: Tenant, samira: Staff) -> None:
    asked(line, linden, samira)
    line.clock.advance(days=5)
    tick(line)
    line.ask(linden)
    line.text(linden.mobile, "1")
    assert line.check_in(linden).meaning is Meaning.CHAT
    assert referral(line).state is ReferralState.UNANSWERED


def test_a_word_after_a_promise_is_no_answer_to_the_question_before_it(
    line: Line, linden: Tenant, samira: Staff
) -> None:
    asked(line, linden, samira)
    with unit_of_work(line.runtime) as session:
        session.add(
            Message(
                id="later",
                tenant_id=linden.id,
                number=linden.mobile or "",
                text="",
                wording="S11",
                state="sent",
                due_at=line.clock(),
                sent_at=line.clock.advance(minutes=5),
                created_at=line.clock(),
            )
        )
    line.text(linden.mobile, "ja")
    assert referral(line).state is ReferralState.ASKED
    line.text(linden.mobile, "2")
    assert referral(line).state is ReferralState.NOT_HELPED


@pytest.mark.parametrize(("words", "to_read"), [("alles goed", True), ("er kwam iemand maar die ging weer", True)])
def test_what_is_not_plain_is_read_by_a_person_who_can_answer_for_the_tenant(
    line: Line, linden: Tenant, samira: Staff, words: str, to_read: bool
) -> None:
    asked(line, linden, samira)
    line.text(linden.mobile, words)
    reply = line.replies()[-1]
    assert (reply.to_read, reply.check_in_id) == (to_read, None)
    assert referral(line).state is ReferralState.ASKED
    with unit_of_work(line.runtime) as session:
        flow.read_reply(
            session,
            line.runtime,
            reply_id=reply.id or 0,
            meaning=Meaning.FINE,
            staff_id=samira.id or 0,
            tenant_id=None,
            now=line.clock(),
        )
    assert referral(line).state is ReferralState.HELPED


def test_a_text_that_nobody_understands_gets_the_question_again_once(line: Line, linden: Tenant, samira: Staff) -> None:
    asked(line, linden, samira)
    line.text(linden.mobile, "wat bedoelt u")
    line.text(linden.mobile, "ik snap het niet")
    assert line.queued(linden.mobile) == ["S17", "S18"]


def test_danger_in_the_answer_alarms_as_always(line: Line, linden: Tenant, samira: Staff) -> None:
    asked(line, linden, samira)
    line.text(linden.mobile, "nee ik ben gevallen en lig op de grond")
    assert any(case.urgent for case in line.cases(linden))


def test_a_wish_for_something_else_is_no_answer(line: Line, linden: Tenant, samira: Staff) -> None:
    asked(line, linden, samira)
    line.text(linden.mobile, "ik wil graag hulp")
    assert referral(line).state is ReferralState.ASKED
    assert line.cases(linden)[-1].kind is CaseKind.HELP


def test_nobody_is_asked_while_a_colleague_rings_them_anyway(line: Line, linden: Tenant, samira: Staff) -> None:
    hand_on(line, linden, samira)
    line.clock.advance(days=14)
    line.store(factories.case, tenant_id=linden.id, now=line.clock())
    tick(line)
    assert line.carrier.texts == []
    talk(line, linden, samira)
    tick(line)
    assert referral(line).state is ReferralState.ASKED


def test_a_housemate_is_not_asked_meanwhile(line: Line, linden: Tenant, samira: Staff) -> None:
    asked(line, linden, samira)
    housemate = line.store(factories.tenant, mobile=linden.mobile, last_name="Bakker")
    line.start(housemate)
    line.work()
    assert line.check_in(housemate).state is CheckInState.PLANNED


@pytest.mark.parametrize("outcome", [ContactOutcome.DECEASED, ContactOutcome.MOVED, ContactOutcome.NO_MORE])
def test_whoever_died_moved_or_wants_no_more_is_asked_nothing(
    line: Line, linden: Tenant, samira: Staff, outcome: ContactOutcome
) -> None:
    hand_on(line, linden, samira)
    talk(line, linden, samira, outcome)
    line.clock.advance(days=14)
    tick(line)
    assert referral(line).state is ReferralState.WITHDRAWN
    assert line.carrier.texts == []


def test_without_consent_nothing_is_written_down(line: Line, linden: Tenant, samira: Staff) -> None:
    with pytest.raises(Refused, match="consent_needed"):
        hand_on(line, linden, samira, consent=False)
    assert line.rows(Referral) == []
    assert all(case.state is not CaseState.CLOSED for case in line.cases(linden))


def test_a_colleague_may_answer_for_the_tenant_or_have_it_asked_again(
    line: Line, linden: Tenant, samira: Staff
) -> None:
    asked(line, linden, samira)
    number = referral(line).id or 0
    line.clock.advance(days=5)
    tick(line)
    with unit_of_work(line.runtime) as session:
        again = {"check_at": line.clock() + timedelta(days=7), "staff_id": samira.id or 0, "now": line.clock()}
        referrals.plan_again(session, referral_id=number, **again)
    line.clock.advance(days=7)
    tick(line)
    assert line.queued(linden.mobile) == ["S17", "S17"]
    assert referral(line).state is ReferralState.ASKED
    with unit_of_work(line.runtime) as session:
        found = referrals.locked(session, number)
        referrals.advance_to(session, found, ReferralAction.YES, now=line.clock(), staff_id=samira.id)
    assert referral(line).state is ReferralState.HELPED
    assert all(row.ended_at for row in line.rows(EngagedNumber))
