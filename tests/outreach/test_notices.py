"""A notice before the check-in: it leaves first, the check-in waits for it, and the call repeats its word."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import col

from checkin import flow
from checkin.campaigns import pacing
from checkin.campaigns.service import pause_campaign, resume_campaign, start_campaign, stop_campaign
from checkin.db import unit_of_work
from checkin.domain.attempts import AskedBy
from checkin.domain.checkins import CheckInState
from checkin.domain.code_words import DUTCH, ENGLISH, code_word
from checkin.domain.deliveries import DeliveryState
from checkin.domain.replies import Meaning
from checkin.messaging.callscript import Say, Script
from checkin.messaging.gateway import Accepted, Receipt
from checkin.outreach import notices
from checkin.outreach.forgotten import forgotten
from checkin.outreach.models import EngagedNumber
from checkin.outreach.notice_models import Notice, NoticeKind
from checkin.tenants.models import Channel, Tenant
from tests import factories
from tests.line import Line
from workers import reconciler

WEDNESDAY = datetime(2026, 11, 25, 23, tzinfo=UTC)
"""Three days after a Monday, as the day begins in Amsterdam: Thursday."""


def start(line: Line, *tenants: Tenant, kind: NoticeKind = NoticeKind.TEXT, days: int = 3, **more: Any) -> int:
    campaign = line.start(*tenants, **more)
    with unit_of_work(line.runtime) as session:
        notices.set_notice(session, campaign_id=campaign, kind=kind, days=days)
        notices.announce(session, line.runtime, campaign_id=campaign, now=line.clock())
    return campaign


def tick(line: Line) -> None:
    with unit_of_work(line.runtime) as session:
        if notices.anything_settled(session):
            notices.let_go_on(session, line.runtime, now=line.clock())


def notice(line: Line, tenant: Tenant) -> Notice:
    found: Notice = line.rows(Notice, col(Notice.check_in_id) == line.check_in(tenant).id)[0]
    return found


def said(script: Script) -> str:
    return " ".join(one for step in script.steps if isinstance(step, Say) for one in step.sentences)


def test_the_text_leaves_first_and_the_check_in_comes_days_later(line: Line) -> None:
    linden = line.store(factories.tenant)
    start(line, linden)
    line.work()
    word = notice(line, linden).code_word
    ((number, text),) = line.carrier.texts
    assert number == linden.mobile
    assert f"Codewoord: {word}." in text
    assert "STOP" in text
    assert line.check_in(linden).state is CheckInState.PLANNED
    assert line.check_in(linden).next_at is None

    tick(line)
    assert line.check_in(linden).next_at == WEDNESDAY
    line.clock.moment = WEDNESDAY - timedelta(minutes=1)
    line.work()
    assert len(line.carrier.texts) == 1
    line.clock.moment = WEDNESDAY
    line.work()
    assert [text.startswith("Dag mevrouw Van der Linden, hier ") for _, text in line.carrier.texts] == [False, True]
    assert line.check_in(linden).state is CheckInState.ASKED


def test_a_letter_gives_its_days_to_everyone_and_a_word_to_each(line: Line) -> None:
    linden, yilmaz = line.store(factories.tenant), line.store(factories.yilmaz)
    nobody = line.store(factories.yilmaz, landline=None)
    post = line.store(factories.tenant, channel=Channel.NONE)
    start(line, linden, yilmaz, nobody, post, kind=NoticeKind.LETTER)
    line.work()
    assert line.carrier.texts == line.carrier.calls == []
    assert line.check_in(linden).next_at == line.check_in(yilmaz).next_at == WEDNESDAY
    assert line.check_in(nobody).state is CheckInState.UNREACHABLE
    assert {notice(line, one).kind for one in (linden, yilmaz, nobody, post)} == {NoticeKind.LETTER}


def test_whoever_stopped_or_died_gets_no_letter_either(line: Line) -> None:
    stopped = line.store(factories.tenant, stopped_at=line.clock())
    dead = line.store(factories.tenant, deceased_at=line.clock())
    start(line, stopped, dead, kind=NoticeKind.LETTER)
    assert line.rows(Notice) == []


def test_without_a_mobile_or_rather_called_it_is_a_letter(line: Line) -> None:
    yilmaz, caller = line.store(factories.yilmaz), line.store(factories.tenant, channel=Channel.VOICE)
    start(line, yilmaz, caller)
    assert notice(line, yilmaz).kind is notice(line, caller).kind is NoticeKind.LETTER
    assert line.check_in(yilmaz).next_at == line.check_in(caller).next_at == WEDNESDAY


def test_it_is_announced_once_and_then_stays_as_it_is(line: Line) -> None:
    linden = line.store(factories.tenant)
    campaign = start(line, linden)
    with unit_of_work(line.runtime) as session:
        notices.set_notice(session, campaign_id=campaign, kind=NoticeKind.NONE, days=1)
        assert notices.announce(session, line.runtime, campaign_id=campaign, now=line.clock()) == 0
    assert notice(line, linden).days == 3


def test_a_campaign_without_a_notice_asks_at_once(line: Line) -> None:
    linden = line.store(factories.tenant)
    start(line, linden, kind=NoticeKind.NONE)
    line.work()
    assert line.check_in(linden).state is CheckInState.ASKED


def test_a_text_that_cannot_arrive_does_not_keep_the_check_in(line: Line) -> None:
    linden = line.store(factories.tenant)
    line.carrier.answers.append(Receipt(Accepted.NOT_SENT, error="1120", permanent=True))
    start(line, linden, channel=Channel.VOICE)
    line.work()
    tick(line)
    assert line.check_in(linden).next_at == line.clock()
    line.work()
    attempt = line.attempts(linden)[-1]
    assert attempt.channel is AskedBy.VOICE
    assert "codewoord" not in said(line.picked_up(attempt.id))


@pytest.mark.parametrize(("kind", "words"), [(NoticeKind.LETTER, "op uw kaart"), (NoticeKind.TEXT, "uit onze sms")])
def test_the_call_repeats_the_word_before_it_asks(line: Line, kind: NoticeKind, words: str) -> None:
    linden = line.store(factories.tenant)
    start(line, linden, kind=kind, channel=Channel.VOICE)
    line.work()
    tick(line)
    line.clock.moment = WEDNESDAY
    line.work()
    spoken = said(line.picked_up(line.attempts(linden)[-1].id))
    assert f"Het codewoord {words} is: {notice(line, linden).code_word}. Wij willen graag weten" in spoken


def test_stop_after_the_notice_ends_it_all(line: Line) -> None:
    linden = line.store(factories.tenant)
    start(line, linden)
    line.work()
    line.clock.advance(minutes=1)
    line.text(linden.mobile, "STOP")
    tick(line)
    assert line.check_in(linden).meaning is Meaning.STOP
    line.clock.moment = WEDNESDAY
    line.work()
    assert line.queued(linden.mobile) == ["S0", "S6"]


def test_stop_before_the_notice_takes_it_back(line: Line) -> None:
    linden = line.store(factories.tenant)
    start(line, linden)
    with unit_of_work(line.runtime) as session:
        flow.stop_tenant(session, session.get_one(Tenant, linden.id), now=line.clock(), how="staff")
    line.work()
    assert line.carrier.texts == []
    assert line.message(notice(line, linden).message_id or "").state is DeliveryState.CANCELLED


def test_a_key_in_answer_to_the_notice_is_an_answer(line: Line) -> None:
    linden = line.store(factories.tenant)
    start(line, linden)
    line.work()
    line.text(linden.mobile, "1")
    assert line.check_in(linden).state is CheckInState.ANSWERED
    assert line.check_in(linden).meaning is Meaning.CHAT
    assert len(line.cases(linden)) == 1


def test_any_other_answer_to_the_notice_is_read_before_anything_is_asked(line: Line) -> None:
    linden = line.store(factories.tenant)
    start(line, linden)
    line.work()
    line.text(linden.mobile, "Wie bent u eigenlijk, ik ben volgende week naar mijn dochter")
    (reply,) = line.replies()
    assert reply.to_read
    assert reply.tenant_id == linden.id
    tick(line)
    line.clock.moment = WEDNESDAY
    line.work()
    assert line.check_in(linden).state is CheckInState.PLANNED


def test_a_paused_campaign_gives_no_notice_and_a_stopped_one_never_will(line: Line) -> None:
    linden = line.store(factories.tenant)
    campaign = start(line, linden)
    with unit_of_work(line.runtime) as session:
        pause_campaign(session, campaign_id=campaign)
    line.work()
    assert line.carrier.texts == []
    with unit_of_work(line.runtime) as session:
        resume_campaign(session, campaign_id=campaign)
        stop_campaign(session, campaign_id=campaign, now=line.clock())
    line.clock.advance(hours=1)
    line.work()
    assert line.carrier.texts == []
    assert line.message(notice(line, linden).message_id or "").state is DeliveryState.CANCELLED


def test_no_notice_goes_into_another_conversation(line: Line) -> None:
    linden = line.store(factories.tenant)
    start(line, linden)
    with unit_of_work(line.runtime) as session:
        session.add(EngagedNumber(number=linden.mobile, tenant_id=linden.id))
    line.work()
    assert line.carrier.texts == []
    (told,) = line.rows(Notice)
    assert line.message(told.message_id).state is DeliveryState.QUEUED


def test_the_pace_lets_nobody_go_who_was_not_told_long_enough_ago(line: Line) -> None:
    people = [line.store(factories.tenant), line.store(factories.yilmaz)]
    with unit_of_work(line.runtime) as session:
        ids = [one.id for one in people]
        given: dict[str, Any] = {"name": "80+", "channel": Channel.AUTO, "created_by": None, "now": line.clock()}
        campaign = start_campaign(session, tenant_ids=ids, paced=True, **given).id or 0
        notices.set_notice(session, campaign_id=campaign, kind=NoticeKind.TEXT, days=3)
        notices.announce(session, line.runtime, campaign_id=campaign, now=line.clock())
    line.work()
    tick(line)
    assert len(line.carrier.texts) == 1
    for moment, gone in ((line.clock.moment, 0), (WEDNESDAY - timedelta(minutes=1), 0), (WEDNESDAY, 2)):
        line.clock.moment = moment
        with unit_of_work(line.runtime) as session:
            assert pacing.is_due(session, now=moment) == bool(gone)
            pacing.let_everybody_go(session, now=moment)
        assert [line.check_in(one).next_at for one in people].count(moment) == gone


def test_a_check_in_that_waits_for_its_notice_is_not_forgotten(line: Line) -> None:
    linden = line.store(factories.tenant)
    campaign = start(line, linden)
    with unit_of_work(line.runtime) as session:
        pause_campaign(session, campaign_id=campaign)
        assert forgotten(session, now=line.clock() + timedelta(days=9)) == []


def test_the_reconciler_lets_check_ins_go_on(line: Line) -> None:
    linden = line.store(factories.tenant)
    start(line, linden)
    line.work()
    reconciler.tick(line.runtime)
    assert line.check_in(linden).next_at == WEDNESDAY


@pytest.mark.parametrize("language", ["nl", "en", "fa"])
def test_words_are_many_easy_and_in_the_language_that_is_spoken(language: str) -> None:
    words = ENGLISH if language == "en" else DUTCH
    assert len(set(words)) == len(words) > 100
    assert all(word.isalpha() and word.isascii() and word.islower() and 3 <= len(word) <= 12 for word in words)
    assert code_word(language, max) == max(words)
