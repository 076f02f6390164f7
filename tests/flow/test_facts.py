"""A colleague changes a number, a wish or a language: what has not left follows, and no old number is asked."""

from __future__ import annotations

from typing import Any

import pytest
from sqlmodel import col, select

from checkin import flow
from checkin.campaigns.service import pause_campaign
from checkin.db import reading, unit_of_work
from checkin.domain.attempts import AskedBy, AttemptEnd
from checkin.domain.checkins import CheckInState, EndReason
from checkin.domain.deliveries import DeliveryState
from checkin.domain.errors import Refused
from checkin.flow.facts import Changed
from checkin.flow.stops import mark_number
from checkin.messaging.models import Message
from checkin.messaging.service import queue_text
from checkin.messaging.wording import Wording
from checkin.outreach.models import CheckIn, EngagedNumber
from checkin.tenants.changing import CHANGEABLE, version_of
from checkin.tenants.models import Channel, Happening, Tenant, TimelineEntry
from tests import factories
from tests.line import Line
from workers.release import release_due


@pytest.fixture
def anna(line: Line) -> Tenant:
    tenant: Tenant = line.store(factories.tenant, landline=factories.landline())
    return tenant


def change(line: Line, tenant: Tenant, seen: str | None = None, **wanted: Any) -> Changed:
    with unit_of_work(line.runtime) as session:
        stored = session.get_one(Tenant, tenant.id)
        values = {name: getattr(stored, name) for name in CHANGEABLE} | wanted
        return flow.change_facts(
            session,
            line.runtime,
            tenant_id=stored.id or 0,
            values=values,
            seen=version_of(stored) if seen is None else seen,
            staff_id=None,
            now=line.clock(),
        )


def planned(line: Line, tenant: Tenant, channel: Channel = Channel.AUTO) -> int:
    """Plan a question that has not left."""
    campaign = line.start(tenant, channel=channel)
    release_due(line.runtime)
    assert line.attempts(tenant)[-1].end is None
    return campaign


def question(line: Line, tenant: Tenant) -> CheckIn:
    with reading(line.runtime) as session:
        return session.exec(select(CheckIn).where(CheckIn.tenant_id == tenant.id)).one()


def test_a_question_that_has_not_left_goes_to_the_new_number(line: Line, anna: Tenant) -> None:
    planned(line, anna)
    new = factories.mobile()
    assert change(line, anna, mobile=new).facts == ("mobile",)
    line.work()
    assert [number for number, _text in line.carrier.texts] == [new]
    first, second = line.attempts(anna)
    assert (first.end, second.number) == (AttemptEnd.CANCELLED, new)
    assert question(line, anna).state is CheckInState.ASKED


def test_a_call_that_waits_goes_to_another_number_too(line: Line, anna: Tenant) -> None:
    planned(line, anna, Channel.VOICE)
    change(line, anna, mobile=None)
    line.work()
    assert line.carrier.calls == [anna.landline]


@pytest.mark.parametrize(
    ("wish", "texts", "calls", "reason"),
    [(Channel.NONE, 0, 0, EndReason.POST_ONLY), (Channel.VOICE, 0, 1, None), (Channel.TEXT, 1, 0, None)],
)
def test_another_wish_holds_for_what_has_not_left(
    line: Line, anna: Tenant, wish: Channel, texts: int, calls: int, reason: EndReason | None
) -> None:
    planned(line, anna)
    change(line, anna, channel=wish)
    line.work()
    assert (len(line.carrier.texts), len(line.carrier.calls)) == (texts, calls)
    assert question(line, anna).reason is reason


def test_a_question_in_another_language_is_written_again(line: Line, anna: Tenant) -> None:
    planned(line, anna)
    change(line, anna, language="en")
    line.work()
    ((_number, text),) = line.carrier.texts
    assert "How are you?" in text


def test_other_facts_leave_a_question_alone(line: Line, anna: Tenant) -> None:
    planned(line, anna)
    change(line, anna, phone_note="dochter", spoken_name="Linde", email="a@voorbeeld.nl", best_daypart="morning")
    line.work()
    assert [number for number, _text in line.carrier.texts] == [anna.mobile]
    assert len(line.attempts(anna)) == 1


def test_what_left_already_is_not_asked_again_at_once(line: Line, anna: Tenant) -> None:
    line.ask(anna)
    new = factories.mobile()
    change(line, anna, mobile=new)
    line.work()
    assert [number for number, _text in line.carrier.texts] == [anna.mobile]
    line.clock.advance(days=7)
    line.work()
    assert [number for number, _text in line.carrier.texts] == [anna.mobile, new]


def test_a_paused_round_stays_paused(line: Line, anna: Tenant) -> None:
    campaign = planned(line, anna)
    with unit_of_work(line.runtime) as session:
        pause_campaign(session, campaign_id=campaign)
    change(line, anna, mobile=factories.mobile())
    line.work()
    assert line.carrier.texts == []


def test_without_any_number_the_check_in_says_so(line: Line, anna: Tenant) -> None:
    planned(line, anna)
    change(line, anna, mobile=None, landline=None)
    line.work()
    assert line.carrier.texts == []
    assert question(line, anna).reason is EndReason.NO_NUMBER


def test_a_confirmation_goes_to_the_new_mobile_or_not_at_all(line: Line, anna: Tenant) -> None:
    def confirm(wording: Wording, number: str) -> str:
        with unit_of_work(line.runtime) as session:
            return queue_text(
                session,
                number=number,
                wording=wording,
                text="Wij bellen.",
                language="nl",
                tenant_id=anna.id,
                now=line.clock(),
            )

    def text(reference: str) -> Message:
        with reading(line.runtime) as session:
            return session.get_one(Message, reference)

    promise, farewell = (confirm(one, str(anna.mobile)) for one in (Wording.S3_CHAT, Wording.S10_WRONG_NUMBER))
    new = factories.mobile()
    change(line, anna, mobile=new)
    assert text(promise).number == new
    assert text(farewell).number == anna.mobile, "it speaks to whoever has the old number"
    change(line, anna, mobile=None)
    assert text(promise).state is DeliveryState.CANCELLED
    assert text(farewell).state is DeliveryState.QUEUED


def test_a_tenant_who_stopped_stays_stopped_on_a_new_number(line: Line, anna: Tenant) -> None:
    with unit_of_work(line.runtime) as session:
        flow.stop_tenant(session, session.get_one(Tenant, anna.id), now=line.clock(), how="person")
    change(line, anna, mobile=factories.mobile())
    line.start(anna)
    line.work()
    assert line.carrier.texts == []


def test_a_stop_on_the_new_number_holds_for_the_tenant(line: Line, anna: Tenant) -> None:
    planned(line, anna)
    stopped = factories.mobile()
    with unit_of_work(line.runtime) as session:
        mark_number(session, stopped, stopped_at=line.clock())
    assert change(line, anna, mobile=stopped).stopped
    line.work()
    assert (line.carrier.texts, line.carrier.calls) == ([], [])
    assert question(line, anna).reason is EndReason.STOPPED


def test_a_closed_number_is_kept_and_never_asked_on(line: Line, anna: Tenant) -> None:
    planned(line, anna)
    dead = factories.mobile()
    with unit_of_work(line.runtime) as session:
        mark_number(session, dead, closed_at=line.clock(), closed_reason="dead")
    done = change(line, anna, mobile=dead)
    assert (done.stopped, done.closed) == (False, True)
    line.work()
    assert line.carrier.texts == []
    assert line.carrier.calls == [anna.landline]


def test_the_housemate_behind_a_new_number_is_left_alone_as_well(line: Line, anna: Tenant) -> None:
    line.ask(anna)
    bert = line.store(factories.tenant, last_name="Bakker")
    change(line, anna, phone_2=bert.mobile)
    line.start(bert)
    line.work()
    assert [number for number, _text in line.carrier.texts] == [anna.mobile]
    with reading(line.runtime) as session:
        held = session.exec(select(EngagedNumber.number).where(EngagedNumber.tenant_id == anna.id)).all()
    assert bert.mobile in held


def test_two_colleagues_at_once_do_not_write_over_each_other(line: Line, anna: Tenant) -> None:
    seen = version_of(anna)
    line.clock.advance(minutes=1)
    change(line, anna, seen=seen, phone_note="dochter")
    with pytest.raises(Refused, match="facts_changed"):
        change(line, anna, seen=seen, phone_note="zoon")


def test_the_timeline_names_the_facts_and_never_what_they_are(line: Line, anna: Tenant) -> None:
    change(line, anna, phone_2=factories.LANDLINE, language="tr")
    assert change(line, anna).facts == ()
    with reading(line.runtime) as session:
        told = session.exec(select(TimelineEntry).where(col(TimelineEntry.happening) == Happening.FACTS_CHANGED)).all()
    assert [one.details for one in told] == [{"facts": ["phone_2", "language"]}]


def test_a_call_waits_for_the_part_of_the_day_that_the_tenant_likes(line: Line, anna: Tenant) -> None:
    planned(line, anna, Channel.VOICE)
    change(line, anna, best_daypart="evening")
    release_due(line.runtime)
    first, second = line.attempts(anna)
    assert (first.end, second.channel) == (AttemptEnd.CANCELLED, AskedBy.VOICE)
