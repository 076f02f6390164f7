"""What a campaign will cost and what it cost, as the database adds it up."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import Session

from checkin.campaigns import drafts, estimates, library
from checkin.campaigns.models import Campaign
from checkin.db import reading, unit_of_work
from checkin.domain import gsm
from checkin.groups.queries import Moment
from checkin.messaging.models import Call, Message
from checkin.runtime import Runtime
from checkin.tenants.models import Channel
from tests import factories
from tests.conftest import MONDAY_MORNING
from workers.release import release_due


@pytest.fixture
def given() -> dict[str, Any]:
    return {"price_text_part": "0.07", "price_call_minute": "0.02", "paced": False}


def draft_of(session: Session) -> Campaign:
    playbook = library.shipped()["how-are-you"]
    return drafts.new_draft(session, playbook=playbook, language="nl", staff_id=None, now=MONDAY_MORNING)


def test_the_estimate_counts_texts_and_calls_by_who_is_asked(runtime: Runtime) -> None:
    with unit_of_work(runtime) as session:
        factories.tenant(session)
        factories.yilmaz(session)
        draft, moment = draft_of(session), Moment(MONDAY_MORNING, runtime.zone)
        counts = estimates.counts_of(session, draft, runtime, moment)
        likely, most = estimates.cost_of(draft, counts, runtime)
    assert 0 < likely.amount < most.amount
    assert (most.text_parts, round(most.call_minutes, 1)) == (3, 2.4)


@pytest.mark.parametrize(("channel", "texted"), [(Channel.AUTO, 0), (Channel.TEXT, 1)])
def test_who_is_rung_first_by_the_ladder_is_counted_as_a_call(runtime: Runtime, channel: Channel, texted: int) -> None:
    with unit_of_work(runtime) as session:
        factories.tenant(session)
        draft = draft_of(session)
        draft.channel = channel
        draft.playbook = draft.playbook | {"ladder": {"version": 1, "mobile": "voice_then_text"}}
        counts = estimates.counts_of(session, draft, runtime, Moment(MONDAY_MORNING, runtime.zone))
    assert (sum(counts.texted.values()), sum(counts.rung.values())) == (texted, 1 - texted)


def test_a_language_outside_the_alphabet_costs_two_parts_before_and_after(runtime: Runtime) -> None:
    with unit_of_work(runtime) as session:
        for language in ("nl", "tr", "ar", "uk", "uk"):
            factories.tenant(session, language=language)
        campaign = draft_of(session)
        moment = Moment(MONDAY_MORNING, runtime.zone)
        counts = estimates.counts_of(session, campaign, runtime, moment)
        likely, most = estimates.cost_of(campaign, counts, runtime)
        assert estimates.others_of(campaign, counts).in_house_words == {"uk": 2, "ar": 1, "tr": 1}
        drafts.start(session, runtime, campaign, now=MONDAY_MORNING)
    assert most.text_parts == 2 * (2 + 1) + 3 * (2 * 2 + 2)
    assert likely.text_parts == round(2 * (1.6 + 0.4) + 3 * (2 * 1.6 + 2 * 0.4))
    release_due(runtime)
    with unit_of_work(runtime) as session:
        sent = session.execute(select(Message)).scalars().all()
        for message in sent:
            message.sent_at = MONDAY_MORNING
            session.add(message)
        expected = sum(gsm.parts(message.text) for message in sent)
    with reading(runtime) as session:
        assert estimates.real_cost(session, campaign.id or 0, runtime.settings).text_parts == expected == 8


def test_the_real_cost_is_the_parts_of_what_left_and_the_minutes_that_were_spoken(runtime: Runtime) -> None:
    with unit_of_work(runtime) as session:
        for _number in range(3):
            factories.tenant(session)
        factories.yilmaz(session)
        campaign = draft_of(session)
        drafts.start(session, runtime, campaign, now=MONDAY_MORNING)
        campaign_id = campaign.id or 0
    release_due(runtime)
    with unit_of_work(runtime) as session:
        long, short, unsent = session.execute(select(Message)).scalars()
        long.text, long.sent_at = "€" * 80 + "a", MONDAY_MORNING
        short.sent_at = MONDAY_MORNING
        (call,) = session.execute(select(Call)).scalars()
        call.answered_at, call.ended_at = MONDAY_MORNING, MONDAY_MORNING + timedelta(seconds=90)
        session.add_all([long, short, unsent, call])
        expected = gsm.parts(long.text) + gsm.parts(short.text)
    with reading(runtime) as session:
        spent = estimates.real_cost(session, campaign_id, runtime.settings)
    assert (spent.text_parts, spent.call_minutes) == (expected, 1.5) == (3, 1.5)
    assert spent.amount == Decimal("0.24")
