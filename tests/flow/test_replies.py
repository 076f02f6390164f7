"""What a text brings about: for whom it is, how often it counts, and that nobody's answer is dropped."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from checkin import flow
from checkin.db import unit_of_work
from checkin.domain.attempts import AttemptEnd
from checkin.domain.cases import CaseKind, CaseState
from checkin.domain.checkins import CheckInState, EndReason
from checkin.domain.deliveries import DeliveryAction, DeliveryState
from checkin.domain.errors import Refused
from checkin.domain.replies import Meaning
from checkin.flow import stops
from checkin.jobs import OutboxEntry
from checkin.messaging import service as messaging
from checkin.messaging.models import Message
from checkin.tenants.models import Channel, Happening, PhoneNumber, Tenant
from tests import factories
from tests.line import Line
from workers.release import release_due

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def linden(line: Line) -> Tenant:
    tenant: Tenant = line.store(factories.tenant)
    return tenant


def offer(line: Line, case_id: int | None) -> None:
    with unit_of_work(line.runtime) as session:
        flow.offer_case(session, line.runtime, case_id=case_id or 0, now=line.clock())


# Once.


def test_a_yes_answers_the_question_and_opens_a_case(line: Line, linden: Tenant) -> None:
    line.ask(linden)
    line.text(linden.mobile, "Ja graag")
    check_in, [case] = line.check_in(linden), line.cases(linden)
    assert (check_in.state, check_in.meaning) == (CheckInState.ANSWERED, Meaning.YES)
    assert (case.kind, case.check_in_id, case.reply_id) == (CaseKind.YES, check_in.id, line.replies()[0].id)
    assert line.attempts(linden)[0].end is AttemptEnd.ANSWERED


def test_the_same_text_delivered_twice_changes_nothing(line: Line, linden: Tenant) -> None:
    line.ask(linden)
    line.text(linden.mobile, "1", "message-1")
    before = line.everything()
    line.text(linden.mobile, "1", "message-1")
    assert line.everything() == before


def test_a_case_is_offered_once_however_often_its_job_runs(line: Line, linden: Tenant) -> None:
    line.ask(linden)
    line.text(linden.mobile, "2")
    [case] = line.cases(linden)
    offer(line, case.id)
    [offered] = line.cases(linden)
    assert offered.promised_before is not None
    assert (offered.told_at, offered.offered_at) == (line.clock(), line.clock())
    assert all(entry.done_at for entry in line.rows(OutboxEntry))
    before = line.everything()
    line.clock.advance(minutes=5)
    offer(line, case.id)
    assert line.everything() == before
    assert line.queued(linden.mobile) == ["S1", "S4"]


@SQLITE
def test_a_case_that_was_closed_meanwhile_is_not_promised(line: Line, linden: Tenant) -> None:
    line.text(linden.mobile, "1")
    [case] = line.cases(linden)
    with unit_of_work(line.runtime) as session:
        session.merge(case).state = CaseState.CLOSED
    offer(line, case.id)
    offer(line, 999_999)
    assert (line.cases(linden)[0].promised_before, line.queued(linden.mobile)) == (None, [])


# For whom.


@SQLITE
def test_of_two_behind_one_number_the_answer_is_of_the_one_who_was_asked(line: Line) -> None:
    anna = line.store(factories.tenant)
    bert = line.store(factories.tenant, mobile=anna.mobile)
    line.ask(bert)
    line.text(anna.mobile, "1")
    assert (len(line.cases(anna)), len(line.cases(bert))) == (0, 1)


@SQLITE
def test_of_two_behind_one_number_who_were_not_asked_nobody_is_guessed(line: Line) -> None:
    anna = line.store(factories.tenant)
    line.store(factories.tenant, mobile=anna.mobile)
    line.text(anna.mobile, "1")
    [reply] = line.replies()
    assert (reply.tenant_id, reply.to_read) == (None, True)


def test_stop_on_a_shared_number_stops_both(line: Line) -> None:
    anna, bert = line.store(factories.tenant, landline=factories.landline()), line.store(factories.tenant)
    line.ask(bert)
    line.start(anna)
    # Anna was chosen before the landlord's list told that the two share a number.
    with unit_of_work(line.runtime) as session:
        anna = session.get_one(Tenant, anna.id)
        anna.mobile = bert.mobile
    line.text(anna.mobile, "STOP")
    assert [person.stopped_at for person in line.rows(Tenant)] == [line.clock()] * 2
    assert {row.number: row.stopped_at for row in line.rows(PhoneNumber)} == dict.fromkeys(
        [anna.mobile, anna.landline], line.clock()
    )
    assert (line.check_in(bert).state, line.check_in(bert).meaning) == (CheckInState.ANSWERED, Meaning.STOP)
    assert (line.check_in(anna).state, line.check_in(anna).reason) == (CheckInState.CANCELLED, EndReason.STOPPED)
    line.carrier.texts.clear()
    line.work()
    assert [words.split(".")[0] for _number, words in line.carrier.texts] == [
        "U krijgt van ons geen sms en automatisch telefoontje meer"
    ]


@SQLITE
def test_start_takes_a_stop_back_for_everybody_behind_the_number(line: Line) -> None:
    anna = line.store(factories.tenant, landline=factories.landline())
    line.store(factories.tenant, mobile=anna.mobile)
    line.text(anna.mobile, "stop")
    line.text(anna.mobile, "start")
    assert [person.stopped_at for person in line.rows(Tenant)] == [None, None]
    assert [row.stopped_at for row in line.rows(PhoneNumber)] == [None, None]
    assert line.told(anna) == [Happening.STOPPED, Happening.STARTED]


@SQLITE
def test_a_stop_by_somebody_unknown_holds_for_the_number(line: Line) -> None:
    line.text("+31687654321", "STOP")
    [row] = line.rows(PhoneNumber)
    assert (row.number, row.stopped_at) == ("+31687654321", line.clock())
    assert line.queued("+31687654321") == ["S6"]


@SQLITE
def test_a_text_from_an_unknown_number_is_kept_and_read_but_not_answered(line: Line) -> None:
    line.text("+31687654321", "1")
    [reply] = line.replies()
    assert (reply.tenant_id, reply.to_read, reply.meaning, reply.suggestion) == (
        None,
        True,
        Meaning.UNCLEAR,
        Meaning.CHAT,
    )
    assert line.queued("+31687654321") == []


@SQLITE
def test_danger_from_an_unknown_number_is_answered_and_put_first(line: Line) -> None:
    line.text("+31687654321", "Ik ben gevallen en kan niet meer opstaan")
    [reply] = line.replies()
    assert (reply.urgent, reply.to_read) == (True, True)
    assert line.queued("+31687654321") == ["S7"]


@SQLITE
def test_danger_from_somebody_who_said_stop_is_still_answered_with_where_to_find_help(
    line: Line, linden: Tenant
) -> None:
    line.text(linden.mobile, "stop")
    line.text(linden.mobile, "ik ben gevallen, help")
    line.work()
    assert any("Bel 112" in text for _number, text in line.carrier.texts)
    assert line.cases(linden)[0].urgent


# A wrong number.


def says_wrong_number(line: Line, number: str | None) -> None:
    """Somebody texts it, and Samira reads it: a machine alone never closes a number."""
    line.text(number, "Dit is het nummer van een kapsalon")
    read(line, line.store(factories.staff).id, Meaning.WRONG_NUMBER)


@SQLITE
def test_a_wrong_number_is_never_used_again_and_the_next_one_is_tried(line: Line) -> None:
    tenant = line.store(factories.tenant, landline=factories.landline())
    line.ask(tenant)
    says_wrong_number(line, tenant.mobile)
    line.work()
    first, second = line.attempts(tenant)
    assert (first.end, second.number) == (AttemptEnd.NUMBER_DEAD, tenant.landline)
    assert line.carrier.calls == [tenant.landline]
    [closed] = line.rows(PhoneNumber)
    assert (closed.number, closed.closed_reason) == (tenant.mobile, "wrong_number")
    assert line.queued(tenant.mobile) == ["S1", "S8", "S10"]


@SQLITE
def test_a_tenant_whose_only_number_is_wrong_ends_with_that_reason(line: Line, linden: Tenant) -> None:
    line.ask(linden)
    says_wrong_number(line, linden.mobile)
    line.work()
    assert (line.check_in(linden).state, line.check_in(linden).reason) == (
        CheckInState.UNREACHABLE,
        EndReason.WRONG_NUMBER,
    )


@SQLITE
def test_a_question_to_a_number_that_turned_out_wrong_meanwhile_never_leaves_and_waits_for_nothing(line: Line) -> None:
    """Bert's question is planned when a colleague hears that the number is not his."""
    bert = line.store(factories.tenant, landline=factories.landline())
    line.start(bert)
    release_due(line.runtime)
    with unit_of_work(line.runtime) as session:
        stops.close_number(session, bert.mobile, reason="wrong_number", tenant_id=None, now=line.clock())
    for _round in range(2):
        line.work()
    assert [attempt.end for attempt in line.attempts(bert)] == [AttemptEnd.CANCELLED, None]
    assert line.carrier.calls == [bert.landline]


# How many texts.


@SQLITE
def test_a_number_gets_five_automatic_answers_a_day_and_what_matters_for_safety_always(line: Line) -> None:
    number = line.store(factories.tenant).mobile
    for _time in range(8):
        line.clock.advance(minutes=1)
        line.text(number, "3")
    assert line.queued(number) == ["S5"] * messaging.TEXTS_A_DAY
    line.text(number, "ik wil dood")
    line.text(number, "STOP")
    assert line.queued(number)[messaging.TEXTS_A_DAY :] == ["S7b", "S6"]
    assert len(line.replies()) == 10
    line.clock.advance(days=1, minutes=1)
    line.text(number, "start")
    assert line.queued(number)[-1] == "S15"


@SQLITE
def test_a_landline_that_texts_gets_no_text_back(line: Line) -> None:
    yilmaz = line.store(factories.yilmaz)
    line.text(yilmaz.landline, "1")
    assert (line.queued(yilmaz.landline), len(line.cases(yilmaz))) == ([], 1)


@SQLITE
def test_what_is_not_understood_is_answered_once_per_question(line: Line, linden: Tenant) -> None:
    line.ask(linden)
    line.text(linden.mobile, "de schilder is geweest")
    line.text(linden.mobile, "en de kat ook")
    assert line.queued(linden.mobile) == ["S1", "S8"]
    assert [reply.to_read for reply in line.replies()] == [True, True]


# While a text waits to be read.


def test_nothing_automatic_goes_out_while_a_text_waits_to_be_read(line: Line) -> None:
    tenant = line.store(factories.tenant, landline=factories.landline())
    attempt = line.ask(tenant)
    line.text(tenant.mobile, "de schilder is geweest")
    line.report(attempt.id, DeliveryAction.FAIL, error="1000")
    line.clock.advance(days=3)
    line.work()
    assert len(line.attempts(tenant)) == 1
    with unit_of_work(line.runtime) as session:
        samira = factories.samira(session)
    read(line, samira.id or 0, Meaning.UNCLEAR)
    assert line.check_in(tenant).state is CheckInState.ANSWERED


def read(line: Line, staff_id: int, meaning: Meaning, tenant_id: int | None = None) -> None:
    with unit_of_work(line.runtime) as session:
        flow.read_reply(
            session,
            line.runtime,
            reply_id=line.replies()[0].id or 0,
            meaning=meaning,
            staff_id=staff_id,
            tenant_id=tenant_id,
            now=line.clock(),
        )


def test_a_person_who_reads_decides_and_the_second_hears_who_was_first(line: Line, linden: Tenant) -> None:
    line.ask(linden)
    line.text(linden.mobile, "goh, een babbeltje lijkt me wel wat eigenlijk")
    samira, ton = line.store(factories.staff, name="Samira"), line.store(factories.staff, name="Ton")
    read(line, samira.id, Meaning.CHAT)
    assert [case.kind for case in line.cases(linden)] == [CaseKind.CHAT]
    before = line.everything()
    with pytest.raises(Refused) as refused:
        read(line, ton.id, Meaning.FINE)
    assert (refused.value.code, refused.value.details) == ("already_read", {"by": "Samira"})
    assert line.everything() == before


@SQLITE
@pytest.mark.parametrize("meaning", Meaning)
def test_whatever_a_person_reads_in_it_the_text_is_no_longer_waiting(
    line: Line, linden: Tenant, meaning: Meaning
) -> None:
    line.ask(linden)
    line.text(linden.mobile, "de schilder is geweest")
    samira = line.store(factories.staff)
    read(line, samira.id, meaning)
    [reply] = line.replies()
    assert (reply.meaning, reply.read_by, reply.read_at) == (meaning, samira.id, line.clock())
    assert Happening.READ in line.told(linden)


@SQLITE
def test_a_text_of_nobody_needs_a_tenant_before_somebody_can_ring(line: Line, linden: Tenant) -> None:
    line.text("+31687654321", "bel mij even")
    samira = line.store(factories.staff)
    with pytest.raises(Refused, match="tenant_needed"):
        read(line, samira.id, Meaning.CHAT)
    read(line, samira.id, Meaning.CHAT, tenant_id=linden.id)
    assert [case.kind for case in line.cases(linden)] == [CaseKind.CHAT]


@SQLITE
def test_a_text_that_is_gone_is_refused(line: Line) -> None:
    with unit_of_work(line.runtime) as session, pytest.raises(Refused, match="reply_gone"):
        flow.read_reply(
            session, line.runtime, reply_id=9, meaning=Meaning.CHAT, staff_id=1, tenant_id=None, now=line.clock()
        )


# Late, and unexpected.


@SQLITE
def test_an_answer_after_the_end_still_counts(line: Line, linden: Tenant) -> None:
    line.ask(linden)
    for _text in range(2):
        line.clock.advance(minutes=31)
        line.work()
    assert line.check_in(linden).reason is EndReason.NO_ANSWER_TO_TEXT
    line.clock.advance(days=20)
    line.text(linden.mobile, "ja")
    assert line.check_in(linden).state is CheckInState.ANSWERED
    assert len(line.cases(linden)) == 1


@SQLITE
def test_a_wish_after_all_is_well_opens_a_case_and_moves_the_meaning_on(line: Line, linden: Tenant) -> None:
    line.ask(linden)
    line.text(linden.mobile, "3")
    line.text(linden.mobile, "2")
    assert line.check_in(linden).meaning is Meaning.HELP
    assert [case.kind for case in line.cases(linden)] == [CaseKind.HELP]


@SQLITE
def test_a_stop_after_a_yes_keeps_the_case_and_ends_the_texts(line: Line, linden: Tenant) -> None:
    line.ask(linden)
    line.text(linden.mobile, "1")
    line.text(linden.mobile, "stop")
    offer(line, line.cases(linden)[0].id)
    line.carrier.texts.clear()
    line.work()
    assert [number for number, words in line.carrier.texts if "praatje" in words] == []
    waiting = [message for message in line.rows(Message) if message.state is DeliveryState.QUEUED]
    assert waiting == [], "nothing waits for ever behind a stop"
    assert line.cases(linden)[0].state is CaseState.WAITING


@SQLITE
def test_a_tenant_who_is_asked_by_telephone_may_answer_by_text(line: Line, linden: Tenant) -> None:
    line.ask(linden, channel=Channel.VOICE)
    line.text(linden.mobile, "1")
    assert line.check_in(linden).state is CheckInState.ANSWERED


# A moment that is wished, and a death that is told.


def tomorrow_at_eleven(line: Line) -> datetime:
    tomorrow = line.clock().astimezone(line.runtime.zone) + timedelta(days=1)
    return tomorrow.replace(hour=11, minute=0, second=0, microsecond=0)


@SQLITE
def test_a_wish_for_a_moment_is_promised_after_it_and_waits_until_then(line: Line, linden: Tenant) -> None:
    line.ask(linden)
    line.text(linden.mobile, "morgen na elven graag")
    [case] = line.cases(linden)
    assert case.kind is CaseKind.LATER
    assert case.call_at == tomorrow_at_eleven(line)
    offer(line, case.id)
    [offered] = line.cases(linden)
    assert offered.promised_before is not None
    assert offered.promised_before > case.call_at


@SQLITE
def test_who_waits_and_names_a_better_moment_is_promised_that_one(line: Line, linden: Tenant) -> None:
    line.ask(linden)
    line.text(linden.mobile, "1")
    offer(line, line.cases(linden)[0].id)
    before = line.cases(linden)[0].promised_before
    line.text(linden.mobile, "liever morgen na elven")
    [case] = line.cases(linden)
    offer(line, case.id)
    [offered] = line.cases(linden)
    assert offered.kind is CaseKind.CHAT
    assert offered.call_at == tomorrow_at_eleven(line)
    assert before is not None
    assert offered.promised_before is not None
    assert offered.promised_before > max(before, offered.call_at)


@SQLITE
def test_a_death_stops_everything_at_once_without_an_answer_and_a_person_reads_it(line: Line, linden: Tenant) -> None:
    line.ask(linden)
    line.work()
    sent = len(line.queued(linden.mobile))
    line.text(linden.mobile, "Mevrouw is vorige week overleden")
    [reply] = line.replies()
    [person] = line.rows(Tenant)
    assert (reply.to_read, reply.suggestion) == (True, Meaning.WRONG_NUMBER)
    assert person.stopped_at == line.clock()
    assert len(line.queued(linden.mobile)) == sent


@SQLITE
@pytest.mark.parametrize(("meaning", "stopped"), [(Meaning.CHAT, False), (Meaning.WRONG_NUMBER, True)])
def test_a_person_who_reads_that_somebody_else_died_takes_the_stop_back(
    line: Line, linden: Tenant, meaning: Meaning, stopped: bool
) -> None:
    line.ask(linden)
    line.text(linden.mobile, "mijn moeder is overleden")
    read(line, line.store(factories.staff).id, meaning)
    assert (line.rows(Tenant)[0].stopped_at is not None) is stopped
