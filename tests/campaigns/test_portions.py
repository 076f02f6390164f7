"""A campaign without a robot: portions on the work list, below who asked, and an end for everybody."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from itertools import pairwise
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlmodel import Session, col

from checkin import flow
from checkin.aftercare.models import Gift
from checkin.aftercare.talks import Aftermath, AfterTries
from checkin.campaigns import drafts, library, portions, service
from checkin.campaigns.models import Campaign, CampaignState
from checkin.cases import service as cases
from checkin.cases.models import Case
from checkin.cases.service import Record
from checkin.dashboard.funnel import Step, funnel
from checkin.db import reading, unit_of_work
from checkin.domain.cases import CaseKind, CaseState, ContactOutcome
from checkin.domain.checkins import CheckInState, EndReason
from checkin.domain.deliveries import DeliveryState
from checkin.domain.replies import Meaning
from checkin.messaging.models import Call, Message
from checkin.outreach import notices
from checkin.outreach.models import CheckIn
from checkin.outreach.notice_models import Notice, NoticeKind
from checkin.reports.export import as_csv, as_dict
from checkin.reports.weekly import week
from checkin.runtime import Runtime
from checkin.staff.models import Staff
from checkin.tenants.models import Tenant
from checkin.visits.models import Visit
from tests import factories
from tests.adding_up import adds_up, of_csv, of_json
from tests.conftest import MONDAY_MORNING, MovableClock
from tests.visitor import Visitor
from workers import reconciler
from workers.release import release_due

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def start_by_hand(runtime: Runtime, tenants: int, **given: Any) -> int:
    with unit_of_work(runtime) as session:
        factories.tenants(session, tenants)
        playbook = library.shipped()["how-are-you"]
        draft = drafts.new_draft(session, playbook=playbook, language="nl", staff_id=None, now=runtime.now())
        draft.robot = False
        notices.set_notice(session, campaign_id=draft.id or 0, kind=given.pop("notice", NoticeKind.NONE), days=3)
        for name, value in {"portion": 2, "refill_below": 1, **given}.items():
            setattr(draft, name, value)
        drafts.start(session, runtime, draft, now=runtime.now())
        return draft.id or 0


def open_cases(session: Session) -> list[Case]:
    return list(
        session.execute(select(Case).where(col(Case.state) != CaseState.CLOSED).order_by(col(Case.id))).scalars()
    )


def look(runtime: Runtime, clock: MovableClock) -> list[Case]:
    clock.advance(minutes=1)
    reconciler.tick(runtime)
    with reading(runtime) as session:
        return open_cases(session)


def take(runtime: Runtime, case: Case) -> Staff:
    with unit_of_work(runtime) as session:
        samira = factories.samira(session)
        now = runtime.now()
        assert cases.claim_case(session, case_id=case.id or 0, staff_id=samira.id or 0, claim_minutes=30, now=now)
        return samira


def ring(
    runtime: Runtime, case: Case, outcome: ContactOutcome, then: AfterTries = AfterTries.CALL, **record: Any
) -> None:
    write_down(runtime, case, take(runtime, case), Record(outcome, **record), then)


def write_down(runtime: Runtime, case: Case, by: Staff, record: Record, then: AfterTries = AfterTries.CALL) -> None:
    with unit_of_work(runtime) as session:
        now, ids = runtime.now(), {"case_id": case.id or 0, "staff_id": by.id or 0}
        aftermath = Aftermath(after_tries=then)
        flow.record_contact(session, runtime, **ids, record=record, text_missed=False, now=now, aftermath=aftermath)


def check_in_of(session: Session, case: Case) -> CheckIn:
    return session.get_one(CheckIn, case.check_in_id)


def test_tenants_come_in_portions_and_nobody_is_texted_or_promised(runtime: Runtime, clock: MovableClock) -> None:
    campaign_id = start_by_hand(runtime, 5)
    seen = look(runtime, clock)
    assert [(case.kind, case.promised_before, case.urgent) for case in seen] == [(CaseKind.ROUND, None, False)] * 2
    assert len(look(runtime, clock)) == 2
    for case in seen:
        ring(runtime, case, ContactOutcome.SPOKEN)
    assert len(look(runtime, clock)) == 2
    for _portion in range(2):
        for case in look(runtime, clock):
            ring(runtime, case, ContactOutcome.SPOKEN)
    assert look(runtime, clock) == []
    with reading(runtime) as session:
        assert session.execute(select(Message)).first() is None
        assert session.execute(select(Call)).first() is None
        assert {one.state for one in session.execute(select(CheckIn)).scalars()} == {CheckInState.ANSWERED}
        assert session.get_one(Campaign, campaign_id).state is CampaignState.FINISHED
        counts = {step.step: step.count for step in funnel(session, campaign_id=campaign_id)}
    assert counts == dict.fromkeys(Step, 5)


@SQLITE
@pytest.mark.parametrize("kind", [NoticeKind.TEXT, NoticeKind.LETTER])
def test_who_is_told_beforehand_is_rung_days_later_by_a_colleague_who_sees_the_word(
    visitor: Visitor, colleague: Callable[..., Staff], runtime: Runtime, clock: MovableClock, kind: NoticeKind
) -> None:
    start_by_hand(runtime, 1, notice=kind)
    assert look(runtime, clock) == []
    with unit_of_work(runtime) as session:
        for message in session.execute(select(Message)).scalars():
            assert "Codewoord: " in message.text
            message.state, message.sent_at = DeliveryState.DELIVERED, clock()
        word = session.execute(select(col(Notice.code_word))).scalars().one()
    assert look(runtime, clock) == []
    assert release_due(runtime) == 0, "no machine asks"
    clock.advance(days=3)
    assert release_due(runtime) == 0
    (case,) = look(runtime, clock)
    visitor.sign_in(colleague().email)
    assert f">{word}</b>" not in visitor.get(f"/cases/{case.id}").text, "nobody sees it before it is theirs"
    visitor.post(f"/cases/{case.id}/claim")
    page = unescape(visitor.get(f"/cases/{case.id}").text)
    assert f">{word}</b>" in page
    assert ("uit de sms" if kind is NoticeKind.TEXT else "uit de brief") in page


@SQLITE
def test_who_asked_for_a_call_comes_first(runtime: Runtime, clock: MovableClock) -> None:
    start_by_hand(runtime, 2)
    look(runtime, clock)
    clock.advance(minutes=30)
    with unit_of_work(runtime) as session:
        asked = factories.case(session, now=clock(), promised_before=clock.moment.replace(hour=16))
        samira = factories.samira(session)
        assert cases.next_case_id(session, runtime, staff_id=samira.id or 0, now=clock()) == asked.id


@SQLITE
@pytest.mark.parametrize(
    ("outcome", "state", "reason", "meaning"),
    [
        (ContactOutcome.SPOKEN, CheckInState.ANSWERED, None, Meaning.YES),
        (ContactOutcome.SPOKEN_MORE, CheckInState.ANSWERED, None, Meaning.YES),
        (ContactOutcome.WRONG_NUMBER, CheckInState.UNREACHABLE, EndReason.WRONG_NUMBER, None),
        (ContactOutcome.MOVED, CheckInState.CANCELLED, EndReason.LEASE_ENDED, None),
        (ContactOutcome.DECEASED, CheckInState.CANCELLED, EndReason.DECEASED, None),
        (ContactOutcome.NO_MORE, CheckInState.ANSWERED, EndReason.STOPPED, Meaning.STOP),
        (ContactOutcome.NOT_REACHED, CheckInState.ASKED, None, None),
    ],
)
def test_a_call_ends_the_check_in_it_was_for(
    runtime: Runtime,
    clock: MovableClock,
    outcome: ContactOutcome,
    state: CheckInState,
    reason: EndReason | None,
    meaning: Meaning | None,
) -> None:
    start_by_hand(runtime, 1)
    (case,) = look(runtime, clock)
    ring(runtime, case, outcome)
    with reading(runtime) as session:
        ended = check_in_of(session, case)
        assert (ended.state, ended.reason, ended.meaning) == (state, reason, meaning)


@SQLITE
def test_after_three_tries_nobody_rings_any_more_and_the_reason_is_known(runtime: Runtime, clock: MovableClock) -> None:
    start_by_hand(runtime, 1)
    (case,) = look(runtime, clock)
    for _try in range(3):
        ring(runtime, case, ContactOutcome.NOT_REACHED)
    with reading(runtime) as session:
        assert session.get_one(Case, case.id).state is CaseState.CLOSED
        ended = check_in_of(session, case)
        assert (ended.state, ended.reason) == (CheckInState.UNREACHABLE, EndReason.NEVER_PICKED_UP)


@SQLITE
@pytest.mark.parametrize("tries_before", [0, 2])
@pytest.mark.parametrize("then", [AfterTries.CARD, AfterTries.DOOR])
def test_a_card_or_a_ring_at_the_door_is_the_end_of_ringing(
    runtime: Runtime, clock: MovableClock, then: AfterTries, tries_before: int
) -> None:
    start_by_hand(runtime, 1)
    (case,) = look(runtime, clock)
    for _try in range(tries_before):
        ring(runtime, case, ContactOutcome.NOT_REACHED)
    ring(runtime, case, ContactOutcome.NOT_REACHED, then)
    with reading(runtime) as session:
        ended = check_in_of(session, case)
        assert (ended.state, ended.reason) == (CheckInState.UNREACHABLE, EndReason.NEVER_PICKED_UP)
        kind: Any = Gift if then is AfterTries.CARD else Visit
        assert session.execute(select(kind.tenant_id)).scalars().all() == [case.tenant_id]
    look(runtime, clock)
    with reading(runtime) as session:
        assert session.execute(select(col(Campaign.state))).scalars().one() is CampaignState.FINISHED


@SQLITE
@pytest.mark.parametrize(
    ("known", "reason"),
    [
        ({"stopped_at": MONDAY_MORNING}, EndReason.STOPPED),
        ({"deceased_at": MONDAY_MORNING}, EndReason.DECEASED),
        ({"lease_ended_on": MONDAY_MORNING.date() - timedelta(days=1)}, EndReason.LEASE_ENDED),
    ],
)
def test_who_a_file_says_is_not_to_be_rung_leaves_the_list_but_not_the_hands_of_a_colleague(
    runtime: Runtime, clock: MovableClock, known: dict[str, Any], reason: EndReason
) -> None:
    start_by_hand(runtime, 2)
    in_hand, waiting = look(runtime, clock)
    samira = take(runtime, in_hand)
    with unit_of_work(runtime) as session:
        session.execute(update(Tenant).values(**known))
    reconciler.take_up_forgotten(runtime)
    with reading(runtime) as session:
        assert [case.id for case in open_cases(session)] == [in_hand.id]
        assert check_in_of(session, waiting).reason is reason
    write_down(runtime, in_hand, samira, Record(ContactOutcome.NOT_REACHED))
    reconciler.take_up_forgotten(runtime)
    with reading(runtime) as session:
        assert open_cases(session) == []
        assert {one.reason for one in session.execute(select(CheckIn)).scalars()} == {reason}


@SQLITE
def test_nobody_is_asked_for_ever_whose_case_is_closed(runtime: Runtime, clock: MovableClock) -> None:
    start_by_hand(runtime, 1)
    (case,) = look(runtime, clock)
    with unit_of_work(runtime) as session:
        cases.take_off_the_list(session, now=clock())
    reconciler.take_up_forgotten(runtime)
    with reading(runtime) as session:
        ended = check_in_of(session, case)
        assert (ended.state, ended.reason) == (CheckInState.UNREACHABLE, EndReason.OUTCOME_UNKNOWN)


@SQLITE
def test_who_asks_for_a_call_meanwhile_is_promised_one(runtime: Runtime, clock: MovableClock) -> None:
    start_by_hand(runtime, 1)
    (case,) = look(runtime, clock)
    with unit_of_work(runtime) as session:
        number = session.get_one(Tenant, case.tenant_id).mobile or ""
        flow.text_received(session, runtime, external_id="1", number=number, text="1", received_at=clock(), now=clock())
    with unit_of_work(runtime) as session:
        flow.offer_case(session, runtime, case_id=case.id or 0, now=clock())
    with reading(runtime) as session:
        raised = session.get_one(Case, case.id)
        assert raised.kind is CaseKind.CHAT
        assert raised.promised_before is not None
        assert check_in_of(session, case).meaning is Meaning.CHAT


@SQLITE
def test_pause_keeps_them_off_the_telephone_and_stop_takes_them_off_the_list(
    runtime: Runtime, clock: MovableClock
) -> None:
    campaign_id = start_by_hand(runtime, 4)
    look(runtime, clock)
    with unit_of_work(runtime) as session:
        service.pause_campaign(session, campaign_id=campaign_id)
        samira = factories.samira(session)
        assert cases.next_case_id(session, runtime, staff_id=samira.id or 0, now=clock()) is None
    assert len(look(runtime, clock)) == 2
    with unit_of_work(runtime) as session:
        service.stop_campaign(session, campaign_id=campaign_id, now=clock())
    assert look(runtime, clock) == []
    with reading(runtime) as session:
        assert {one.reason for one in session.execute(select(CheckIn)).scalars()} == {EndReason.CAMPAIGN_STOPPED}


@SQLITE
def test_whom_a_colleague_had_taken_up_does_not_come_back_after_the_round_was_stopped(
    runtime: Runtime, clock: MovableClock
) -> None:
    campaign_id = start_by_hand(runtime, 2)
    given_back, not_reached = look(runtime, clock)
    samira, ton = take(runtime, given_back), take(runtime, not_reached)
    with unit_of_work(runtime) as session:
        service.stop_campaign(session, campaign_id=campaign_id, now=clock())
    with unit_of_work(runtime) as session:
        cases.give_back(session, case_id=given_back.id or 0, staff_id=samira.id or 0, note="", now=clock())
    write_down(runtime, not_reached, ton, Record(ContactOutcome.NOT_REACHED))
    reconciler.take_up_forgotten(runtime)
    with reading(runtime) as session:
        assert open_cases(session) == []


@SQLITE
def test_another_moment_that_was_agreed_on_holds_when_the_round_stands_still_or_is_stopped(
    runtime: Runtime, clock: MovableClock
) -> None:
    campaign_id = start_by_hand(runtime, 2)
    agreed, other = look(runtime, clock)
    ring(runtime, agreed, ContactOutcome.CALL_BACK, call_at=clock() + timedelta(hours=2))
    with unit_of_work(runtime) as session:
        service.pause_campaign(session, campaign_id=campaign_id)
    clock.advance(hours=2)
    with unit_of_work(runtime) as session:
        samira = factories.samira(session)
        assert cases.next_case_id(session, runtime, staff_id=samira.id or 0, now=clock()) == agreed.id
        service.stop_campaign(session, campaign_id=campaign_id, now=clock())
    reconciler.take_up_forgotten(runtime)
    with reading(runtime) as session:
        assert [case.id for case in open_cases(session)] == [agreed.id]
        assert session.get_one(Case, other.id).state is CaseState.CLOSED
    ring(runtime, agreed, ContactOutcome.SPOKEN)
    with reading(runtime) as session:
        assert check_in_of(session, agreed).meaning is Meaning.YES


@SQLITE
def test_who_stops_is_not_rung_by_a_person_either(runtime: Runtime, clock: MovableClock) -> None:
    start_by_hand(runtime, 1)
    (case,) = look(runtime, clock)
    with unit_of_work(runtime) as session:
        tenant = session.get_one(Tenant, case.tenant_id)
        flow.stop_tenant(session, tenant, now=clock(), how="text")
    assert look(runtime, clock) == []


@SQLITE
def test_who_died_or_waits_already_before_the_next_portion_is_passed_over(
    runtime: Runtime, clock: MovableClock
) -> None:
    campaign_id = start_by_hand(runtime, 3)
    with unit_of_work(runtime) as session:
        first, second, _third = session.execute(select(Tenant).order_by(col(Tenant.id))).scalars()
        first.deceased_at = MONDAY_MORNING
        factories.case(session, tenant_id=second.id)
        session.add(first)
    look(runtime, clock)
    with reading(runtime) as session:
        reasons = session.execute(select(col(CheckIn.reason)).order_by(col(CheckIn.id))).scalars().all()
        assert reasons == [EndReason.DECEASED, EndReason.ALREADY_WAITING, None]
    assert len(look(runtime, clock)) == 2
    with reading(runtime) as session:
        assert portions.waiting_of(session, campaign_id) == 1


@SQLITE
def test_a_tenant_without_any_number_is_on_no_list(runtime: Runtime, clock: MovableClock) -> None:
    with unit_of_work(runtime) as session:
        factories.tenant(session, mobile=None)
    start_by_hand(runtime, 1)
    assert len(look(runtime, clock)) == 1
    with reading(runtime) as session:
        assert session.execute(select(col(CheckIn.reason)).order_by(col(CheckIn.id)).limit(1)).scalar() == "no_number"


@SQLITE
def test_the_colleague_reads_the_talk_guide_of_the_round(
    runtime: Runtime, clock: MovableClock, samira: Visitor
) -> None:
    start_by_hand(runtime, 1)
    (case,) = look(runtime, clock)
    page = unescape(samira.get(f"/cases/{case.id}").text)
    assert "“Goedemorgen mevrouw Van der Linden, u spreekt met Samira van Woonstichting Eemland." in page
    assert page.count("<li>“Hoe gaat het met u?” Laat een stilte vallen.</li>") == 1


@SQLITE
def test_a_round_that_stands_still_is_on_the_coordinators_page(runtime: Runtime, coordinator: Visitor) -> None:
    campaign_id = start_by_hand(runtime, 1)
    with unit_of_work(runtime) as session:
        service.pause_campaign(session, campaign_id=campaign_id)
    for page in ("/", "/overview"):
        assert "Er gaat niets uit tot u deze belronde verder laat gaan." in unescape(coordinator.get(page).text)


def test_the_funnel_and_the_week_of_a_round_by_hand_add_up(runtime: Runtime, clock: MovableClock) -> None:
    with unit_of_work(runtime) as session:
        factories.tenant(session, mobile=None)
    campaign_id = start_by_hand(runtime, 10, portion=9, refill_below=9)
    many, back, more, wrong, dead, no_more, busy, waits, _next = look(runtime, clock)
    for _try in range(3):
        ring(runtime, many, ContactOutcome.NOT_REACHED)
    ring(runtime, back, ContactOutcome.CALL_BACK, call_at=clock() + timedelta(hours=1))
    ring(runtime, more, ContactOutcome.SPOKEN_MORE)
    ring(runtime, wrong, ContactOutcome.WRONG_NUMBER)
    ring(runtime, dead, ContactOutcome.DECEASED)
    ring(runtime, no_more, ContactOutcome.NO_MORE)
    take(runtime, busy)
    ring(runtime, waits, ContactOutcome.NOT_REACHED)
    clock.advance(hours=2)
    ring(runtime, back, ContactOutcome.SPOKEN)
    with reading(runtime) as session:
        steps = funnel(session, campaign_id=campaign_id)
        assert [step.count for step in steps] == [11, 9, 7, 3, 2, 2, 2]
        for before, after in pairwise(steps):
            assert before.count - sum(after.fell_out.values()) == after.count
        found = week(session, iso_week="2026-W48", zone=runtime.zone)
    for sheet in (of_csv(as_csv(found, runtime.zone)), of_json(json.loads(json.dumps(as_dict(found, runtime.zone))))):
        adds_up(sheet)
    summary = found.summary
    assert (summary.chosen, summary.asked, summary.arrived, summary.answered, summary.wanted) == (11, 9, 7, 3, 2)
    assert (summary.opened, summary.promises) == ({CaseKind.ROUND: 9}, {})
