"""Danger rings people, one after the other, until somebody answers with a key or takes the case."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select, update
from sqlmodel import col

from checkin import flow
from checkin.alarms.models import Alarm, AlarmCall, OnCallHours
from checkin.cases import service as cases
from checkin.cases.models import Case
from checkin.db import reading, unit_of_work
from checkin.domain.alarms import AlarmState
from checkin.domain.cases import CaseState, ContactOutcome
from checkin.messaging.callscript import AskKey, Script
from checkin.messaging.models import CallEnd, Message
from checkin.staff.models import Role, Staff
from checkin.tenants.models import Happening, Tenant, TimelineEntry
from tests import factories
from tests.line import Line
from workers import reconciler

HELP = "ik ben gevallen en lig op de grond"


def people(line: Line, *names: str, role: Role = Role.STAFF) -> list[Staff]:
    """Colleagues with a telephone, in the order in which they are set to be rung."""
    with unit_of_work(line.runtime) as session:
        found = [factories.staff(session, name, role, phone=factories.mobile()) for name in names]
        for position, one in enumerate(found if role is Role.STAFF else ()):
            session.add(OnCallHours(staff_id=one.id, position=position, changed_at=line.clock()))
    return found


def alarm(line: Line) -> Alarm:
    with reading(line.runtime) as session:
        return session.execute(select(Alarm)).scalars().one()


def rung(line: Line) -> list[int]:
    """Who was rung, in order."""
    with reading(line.runtime) as session:
        query = select(col(AlarmCall.staff_id)).order_by(col(AlarmCall.at), col(AlarmCall.call_id))
        return list(session.execute(query).scalars())


def newest_call(line: Line) -> str:
    with reading(line.runtime) as session:
        query = select(col(AlarmCall.call_id)).order_by(col(AlarmCall.at).desc()).limit(1)
        return str(session.execute(query).scalar_one())


def heard(script: Script) -> str:
    return " ".join(sentence for step in script.steps if hasattr(step, "sentences") for sentence in step.sentences)


def told(line: Line, happening: Happening) -> int:
    with reading(line.runtime) as session:
        return len(session.execute(select(TimelineEntry).where(col(TimelineEntry.happening) == happening)).all())


def tick(line: Line, **later: float) -> None:
    line.clock.advance(**later)
    reconciler.tick(line.runtime)


def danger(line: Line) -> Tenant:
    tenant: Tenant = line.store(factories.tenant)
    line.text(tenant.mobile, HELP)
    tick(line)
    return tenant


def test_the_first_in_line_is_rung_at_once_and_takes_the_case_with_a_key(line: Line) -> None:
    ton, samira = people(line, "Ton", "Samira")
    tenant = danger(line)
    assert rung(line) == [ton.id]
    call = newest_call(line)
    asked = line.picked_up(call)
    assert "Er is spoed. Een huurder vraagt om hulp." in heard(asked)
    assert "Linden" not in heard(asked)  # whoever picks up may be anybody
    assert isinstance(asked.steps[-1], AskKey)
    assert "Die toets ken ik niet." in heard(line.keys(call, "7"))
    assert "Het gaat om mevrouw Van der Linden." in heard(line.keys(call, "1"))
    (case,) = line.cases(tenant)
    assert (case.state, case.claimed_by, case.urgent) == (CaseState.CLAIMED, ton.id, True)
    assert (alarm(line).state, alarm(line).answered_by) == (AlarmState.ANSWERED, ton.id)
    tick(line, minutes=10)
    assert rung(line) == [ton.id]
    assert samira.id not in rung(line)
    assert [told(line, one) for one in (Happening.ALARM_RAISED, Happening.ALARM_RANG, Happening.ALARM_ANSWERED)] == [
        1
    ] * 3


def test_no_key_within_a_few_minutes_rings_the_next_and_then_the_coordinator(line: Line) -> None:
    ton, samira = people(line, "Ton", "Samira")
    (sanne,) = people(line, "Sanne", role=Role.COORDINATOR)
    danger(line)
    tick(line, minutes=2, seconds=50)
    assert rung(line) == [ton.id]
    tick(line, seconds=11)
    assert rung(line) == [ton.id, samira.id]
    tick(line, minutes=3, seconds=1)
    assert rung(line) == [ton.id, samira.id, sanne.id]
    # A key that comes late still counts.
    with reading(line.runtime) as session:
        first = session.execute(select(col(AlarmCall.call_id)).where(col(AlarmCall.staff_id) == ton.id)).scalar_one()
    line.picked_up(first)
    assert "Het gaat om" in heard(line.keys(first, "1"))
    assert alarm(line).answered_by == ton.id
    call = newest_call(line)
    assert "Dit is al klaar." in heard(line.picked_up(call))


def test_a_call_that_ends_without_a_key_rings_the_next_within_seconds(line: Line) -> None:
    ton, samira = people(line, "Ton", "Samira")
    danger(line)
    line.ended(newest_call(line), CallEnd.BUSY)
    tick(line, seconds=16)
    assert rung(line) == [ton.id, samira.id]


def test_a_voicemail_is_asked_a_few_times_and_then_somebody_else_is_rung(line: Line) -> None:
    ton, samira = people(line, "Ton", "Samira")
    danger(line)
    call = newest_call(line)
    script = line.picked_up(call)
    for _ in range(5):
        if not isinstance(script.steps[-1], AskKey):
            break
        script = line.keys(call, "", step=script.steps[-1].step)
    assert "Wij bellen nu iemand anders." in heard(script)
    tick(line, seconds=16)
    assert rung(line) == [ton.id, samira.id]


def test_after_the_last_round_coordinators_get_a_text_and_it_stays_open(line: Line) -> None:
    (sanne,) = people(line, "Sanne", role=Role.COORDINATOR)
    danger(line)
    for _ in range(4):
        tick(line, minutes=3, seconds=1)
    assert rung(line) == [sanne.id] * 3
    assert alarm(line).state is AlarmState.UNANSWERED
    assert line.queued(sanne.phone)[-1] == "C5"
    tick(line, hours=5)
    assert len(rung(line)) == 3


def test_taking_the_case_on_screen_answers_and_speaking_closes(line: Line) -> None:
    ton, samira = people(line, "Ton", "Samira")
    tenant = danger(line)
    (case,) = line.cases(tenant)
    with unit_of_work(line.runtime) as session:
        cases.claim_case(session, case_id=case.id or 0, staff_id=samira.id or 0, claim_minutes=30, now=line.clock())
    tick(line)
    assert (alarm(line).state, alarm(line).answered_by) == (AlarmState.ANSWERED, samira.id)
    with unit_of_work(line.runtime) as session:
        record = cases.Record(ContactOutcome.SPOKEN)
        cases.record_contact(session, case_id=case.id or 0, staff_id=samira.id or 0, record=record, now=line.clock())
    tick(line)
    assert alarm(line).state is AlarmState.CLOSED
    assert "Dit is al klaar." in heard(line.picked_up(newest_call(line)))
    assert rung(line) == [ton.id]


def test_who_answered_and_let_it_go_without_ringing_is_not_the_end_of_it(line: Line) -> None:
    ton, samira = people(line, "Ton", "Samira")
    tenant = danger(line)
    line.picked_up(newest_call(line))
    line.keys(newest_call(line), "1")
    tick(line, minutes=31)  # the claim runs out
    tick(line)
    assert line.cases(tenant)[0].state is CaseState.WAITING
    assert alarm(line).state is AlarmState.RINGING
    assert rung(line) == [ton.id, samira.id]


def test_words_of_danger_twice_ring_once(line: Line) -> None:
    (ton,) = people(line, "Ton")
    tenant = danger(line)
    line.text(tenant.mobile, "help, kom snel")
    tick(line)
    assert rung(line) == [ton.id]
    assert told(line, Happening.ALARM_RAISED) == 1


def test_danger_of_somebody_we_do_not_know_rings_until_the_text_is_read(line: Line) -> None:
    ton, samira = people(line, "Ton", "Samira")
    line.text("+31687654321", HELP)
    tick(line)
    assert rung(line) == [ton.id]
    line.picked_up(newest_call(line))
    assert "Het bericht staat boven aan bij Even lezen." in heard(line.keys(newest_call(line), "1"))
    reply = line.replies()[0]
    with unit_of_work(line.runtime) as session:
        session.execute(update(type(reply)).values(read_at=line.clock(), read_by=samira.id))
    tick(line)
    assert alarm(line).state is AlarmState.CLOSED
    assert samira.id not in rung(line)


def test_a_colleague_raises_an_alarm_in_the_middle_of_her_talk(line: Line) -> None:
    ton, samira = people(line, "Ton", "Samira")
    tenant: Tenant = line.store(factories.tenant)
    case: Case = line.store(factories.case, tenant_id=tenant.id)
    with unit_of_work(line.runtime) as session:
        cases.claim_case(session, case_id=case.id or 0, staff_id=samira.id or 0, claim_minutes=30, now=line.clock())
        flow.raise_by_colleague(
            session, line.runtime, case_id=case.id or 0, staff_id=samira.id or 0, despair=True, now=line.clock()
        )
    tick(line)
    assert rung(line) == [ton.id]
    assert line.queued(tenant.mobile) == ["S7b"]
    line.picked_up(newest_call(line))
    said = heard(line.keys(newest_call(line), "1"))
    assert "Uw collega Samira spreekt nu met mevrouw Van der Linden." in said
    assert line.cases(tenant)[0].claimed_by == samira.id


def test_texts_about_danger_hold_no_name_and_nothing_a_tenant_wrote(line: Line) -> None:
    (ton,) = people(line, "Ton")
    danger(line)
    texts: list[Any] = line.rows(Message, col(Message.staff_id) == ton.id)
    assert [text.wording for text in texts] == ["C4"]
    assert "Linden" not in texts[0].text
    assert "gevallen" not in texts[0].text


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_outside_office_hours_it_rings_who_is_set_to_be_rung(line: Line) -> None:
    ton, _samira = people(line, "Ton", "Samira")
    with unit_of_work(line.runtime) as session:
        session.get_one(OnCallHours, ton.id).hours = "mon-fri 09:00-17:00"
    line.clock.advance(hours=12)
    danger(line)
    assert rung(line) == [_samira.id]
