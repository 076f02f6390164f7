"""Tenants ring us at any time: the open question, the chat line, a colleague now, and a call that broke off."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import col

from checkin import flow
from checkin.chat_line.models import ChatOffer, OfferCall
from checkin.db import reading, unit_of_work
from checkin.domain.cases import CaseKind, CaseState
from checkin.domain.offers import OfferState
from checkin.domain.office_hours import Hours
from checkin.domain.replies import Meaning
from checkin.messaging.callscript import AskKey, Join, Script
from checkin.messaging.models import Call, CallEnd, Direction
from checkin.staff.models import Staff
from checkin.staff.roster import set_hours
from checkin.tenants.models import Channel, Tenant
from tests import factories
from tests.line import ALWAYS, Line

OFFICE = {"office_hours": "mon-fri 09:00-17:00"}


@pytest.fixture
def given(request: pytest.FixtureRequest) -> dict[str, Any]:
    """Office hours, unless a test names other ones."""
    return {"text_hours": ALWAYS, "call_hours": ALWAYS, "dutch_holidays": False, **getattr(request, "param", OFFICE)}


def on_duty(line: Line, *names: str, **facts: Any) -> list[Staff]:
    with unit_of_work(line.runtime) as session:
        found = [factories.staff(session, name, phone=factories.mobile(), **facts) for name in names]
        for one in found:
            set_hours(session, staff_id=one.id or 0, hours=Hours.parse(ALWAYS), by=None, now=line.clock())
    return found


def heard(script: Script) -> str:
    return " ".join(sentence for step in script.steps if hasattr(step, "sentences") for sentence in step.sentences)


def asks(script: Script) -> AskKey:
    step = script.steps[-1]
    assert isinstance(step, AskKey)
    return step


def offered(line: Line) -> list[OfferCall]:
    with reading(line.runtime) as session:
        return list(session.execute(select(OfferCall).order_by(col(OfferCall.at))).scalars())


def offer(line: Line) -> ChatOffer:
    with reading(line.runtime) as session:
        return session.execute(select(ChatOffer)).scalars().one()


def press(line: Line, script: Script, digits: str) -> Script:
    answer: Script = line.keys(None, digits, step=asks(script).step, provider_id="inbound")
    return answer


def inbound(line: Line) -> str:
    """Our own id of the call in which somebody rang us."""
    with reading(line.runtime) as session:
        query = select(col(Call.id)).where(col(Call.direction) == Direction.INBOUND)
        return str(session.execute(query).scalars().first())


def test_in_the_middle_of_a_check_in_the_question_is_asked_again_and_the_answer_counts(line: Line) -> None:
    on_duty(line, "Samira")
    tenant: Tenant = line.store(factories.tenant)
    line.ask(tenant, channel=Channel.VOICE)
    script = line.rings_us(tenant.mobile or "")
    assert "Wij willen graag weten hoe het met u gaat." in heard(script)
    assert "Wilt u nu een collega spreken?" not in heard(script)
    press(line, script, "3")
    assert line.check_in(tenant).meaning is Meaning.FINE


def test_anybody_else_hears_the_chat_line_and_gets_a_promise(line: Line) -> None:
    tenant: Tenant = line.store(factories.tenant)
    script = line.rings_us(tenant.mobile or "")
    assert "Zullen wij u terugbellen voor een praatje?" in heard(script)
    assert "Wilt u nu een collega spreken?" not in heard(script)  # nobody is there
    assert "Linden" not in heard(script)
    said = heard(press(line, script, "1"))
    assert "Een collega belt u vandaag voor" in said
    (case,) = line.cases(tenant)
    assert (case.kind, case.told_at) == (CaseKind.CHAT, line.clock())


def test_outside_office_hours_other_words_and_the_same_listening(line: Line) -> None:
    on_duty(line, "Samira")
    tenant: Tenant = line.store(factories.tenant)
    line.clock.advance(hours=12)
    script = line.rings_us(tenant.mobile or "")
    assert "Ons kantoor is nu dicht." in heard(script)
    assert "Wilt u nu een collega spreken?" not in heard(script)
    assert "Een collega belt u morgen voor" in heard(press(line, script, "0"))
    assert line.cases(tenant)[0].kind is CaseKind.CHAT


def test_a_colleague_now_who_accepts_with_a_key_meets_the_tenant_in_one_room(line: Line) -> None:
    samira, ton = on_duty(line, "Samira", "Ton")
    tenant: Tenant = line.store(factories.tenant)
    script = line.rings_us(tenant.mobile or "")
    assert "Wilt u nu een collega spreken? Toets nul." in heard(script)
    waiting = press(line, script, "0")
    assert "Ik zoek een collega voor u." in heard(waiting)
    first, second = offered(line)
    assert {first.staff_id, second.staff_id} == {samira.id, ton.id}
    asked = line.picked_up(first.call_id)
    assert "Een huurder belt ons nu." in heard(asked)
    assert "Linden" not in heard(asked)
    assert "Die toets ken ik niet." in heard(line.keys(first.call_id, "5"))
    accepted = line.keys(first.call_id, "1")
    assert "U spreekt zo met mevrouw Van der Linden." in heard(accepted)
    assert "Dit is al klaar." in heard(line.picked_up(second.call_id))  # the first key wins
    waiting = press(line, waiting, "")
    assert "Daar is een collega." in heard(waiting)
    assert waiting.steps[-1] == accepted.steps[-1]
    assert isinstance(waiting.steps[-1], Join)
    (case,) = line.cases(tenant)
    assert (case.state, case.claimed_by, case.first_rang_at) == (CaseState.CLAIMED, first.staff_id, line.clock())
    line.clock.advance(minutes=6)
    line.ended(inbound(line), CallEnd.COMPLETED)
    line.ended(first.call_id, CallEnd.COMPLETED)
    assert (offer(line).state, offer(line).ended_at) == (OfferState.OVER, line.clock())
    assert len(line.cases(tenant)) == 1


def test_nobody_free_ends_in_a_promise_and_never_in_a_dead_line(line: Line) -> None:
    on_duty(line, "Samira")
    tenant: Tenant = line.store(factories.tenant)
    script = press(line, line.rings_us(tenant.mobile or ""), "0")
    began, said = line.clock(), ""
    while isinstance(script.steps[-1], AskKey):
        line.clock.advance(seconds=4)
        script = press(line, script, "")
        said += heard(script)
        assert line.clock() - began < timedelta(seconds=90)
    assert "Nog een ogenblik." in said
    assert "Er is nu niemand vrij. Fijn! Een collega belt u" in heard(script)
    assert line.cases(tenant)[0].kind is CaseKind.CHAT
    (made,) = offered(line)
    assert "Dit is al klaar." in heard(line.picked_up(made.call_id))


def test_who_rather_does_not_wait_presses_one(line: Line) -> None:
    on_duty(line, "Samira")
    tenant: Tenant = line.store(factories.tenant)
    script = press(line, line.rings_us(tenant.mobile or ""), "0")
    assert "Een collega belt u" in heard(press(line, script, "1"))
    assert offer(line).state is OfferState.MISSED
    assert line.cases(tenant)[0].promised_before is not None


def test_a_call_that_breaks_off_while_a_colleague_is_looked_for_becomes_a_case(line: Line) -> None:
    on_duty(line, "Samira")
    tenant: Tenant = line.store(factories.tenant)
    press(line, line.rings_us(tenant.mobile or ""), "0")
    line.ended(inbound(line), CallEnd.COMPLETED)
    (case,) = line.cases(tenant)
    assert (case.kind, case.state) == (CaseKind.CHAT, CaseState.WAITING)
    (made,) = offered(line)
    assert "Dit is al klaar." in heard(line.picked_up(made.call_id))


def test_hanging_up_without_a_word_is_a_missed_call_for_a_person(line: Line) -> None:
    tenant: Tenant = line.store(factories.tenant)
    line.rings_us(tenant.mobile or "")
    line.ended(inbound(line), CallEnd.COMPLETED)
    assert line.cases(tenant)[0].kind is CaseKind.SILENT


def test_a_stranger_hears_nothing_of_anybody_and_a_missed_call_is_looked_at_once_a_day(line: Line) -> None:
    for number in ("one", "two"):
        script = line.rings_us("+31687654321", provider_id=number)
        assert "Wilt u dat een collega u terugbelt?" in heard(script)
        with unit_of_work(line.runtime) as session:
            flow.call_ended(
                session, line.runtime, reference=None, provider_id=number, end=CallEnd.COMPLETED,
                at=line.clock(), now=line.clock(),
            )  # fmt: skip
    (reply,) = line.replies()
    assert (reply.tenant_id, reply.to_read, reply.text) == (None, True, "")


def test_several_people_behind_one_number_are_asked_who_before_any_name(line: Line) -> None:
    number = factories.landline()
    wife: Tenant = line.store(factories.tenant, mobile=None, landline=number, birth_year=1942)
    husband: Tenant = line.store(factories.tenant, mobile=None, landline=number, birth_year=1939)
    script = line.rings_us(number)
    assert "Toets de laatste twee cijfers van uw geboortejaar." in heard(script)
    assert asks(script).digits == 2
    assert "Dat jaar ken ik niet." in heard(press(line, script, "77"))
    chosen = press(line, script, "39")
    assert "Zullen wij u terugbellen voor een praatje?" in heard(chosen)
    press(line, chosen, "2")
    assert [case.kind for case in line.cases(husband)] == [CaseKind.HELP]
    assert line.cases(wife) == []


def test_who_cannot_be_told_apart_is_put_before_a_person(line: Line) -> None:
    number = factories.landline()
    line.store(factories.tenant, mobile=None, landline=number, birth_year=1942)
    line.store(factories.tenant, mobile=None, landline=number, birth_year=None)
    script = line.rings_us(number)
    assert "geboortejaar" not in heard(script)
    assert "Een collega belt u zo snel mogelijk terug." in heard(press(line, script, "1"))
    (reply,) = line.replies()
    assert (reply.tenant_id, reply.to_read) == (None, True)


def test_the_same_webhook_twice_rings_nobody_twice(line: Line) -> None:
    on_duty(line, "Samira", "Ton", "Els", "Fatma")
    tenant: Tenant = line.store(factories.tenant)
    script = line.rings_us(tenant.mobile or "")
    assert heard(line.rings_us(tenant.mobile or "")) == heard(script)
    first = press(line, script, "0")
    press(line, script, "0")
    assert len(offered(line)) == 3
    press(line, first, "")
    assert len(offered(line)) == 3


def test_who_rests_or_is_on_the_telephone_is_not_rung(line: Line) -> None:
    samira, ton = on_duty(line, "Samira", "Ton")
    with unit_of_work(line.runtime) as session:
        session.get_one(Staff, ton.id).rests_until = line.clock() + timedelta(minutes=10)
    tenant: Tenant = line.store(factories.tenant)
    press(line, line.rings_us(tenant.mobile or ""), "0")
    assert [one.staff_id for one in offered(line)] == [samira.id]
    other: Tenant = line.store(factories.tenant)
    script = line.rings_us(other.mobile or "", provider_id="second")
    assert "Wilt u nu een collega spreken?" not in heard(script)


def test_a_text_outside_any_round_is_read_like_a_reply(line: Line) -> None:
    tenant: Tenant = line.store(factories.tenant)
    line.text(tenant.mobile, "graag een praatje")
    assert line.cases(tenant)[0].kind is CaseKind.CHAT
