"""Calls to a colleague: whatever they are about, no rule for tenants comes near them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pytest
from sqlmodel import Session

from checkin import flow
from checkin.db import unit_of_work
from checkin.domain.deliveries import DeliveryState
from checkin.flow.calls import PURPOSES
from checkin.flow.colleagues import ToColleague, voice_for
from checkin.flow.house import House
from checkin.messaging import colleague_script
from checkin.messaging import service as messaging
from checkin.messaging.callscript import AskKey, Say, Script
from checkin.messaging.gateway import LONGEST_CALL
from checkin.messaging.models import Call, CallEnd, CallPurpose
from checkin.outreach.models import Attempt, Reply
from checkin.staff.models import Staff
from checkin.tenants.models import Tenant, TimelineEntry
from tests import factories
from tests.line import Line

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
TELEPHONE = "+31687650001"


@dataclass
class AnyQuestion:
    """A purpose that asks whether somebody is there; it notes what it is told."""

    told: list[tuple[bool, bool, CallEnd | None]] = field(default_factory=list)
    over: bool = False

    def question(self, session: Session, house: House, call: Call, *, now: datetime) -> Say | None:  # noqa: ARG002
        return None if self.over else Say(("Bent u daar?", "Toets een."), call.language)

    def pressed(self, session: Session, house: House, call: Call, *, key: str, now: datetime) -> Script | None:  # noqa: ARG002
        return Script((Say(("Mooi.",), call.language),)) if key == "1" else None

    def left_alone(self, session: Session, house: House, call: Call, *, now: datetime) -> Script:  # noqa: ARG002
        return colleague_script.too_late(voice_for(house, call))

    def folded(self, session: Session, house: House, call: Call, *, now: datetime) -> None:  # noqa: ARG002
        self.told.append((call.rang_at is not None, call.answered_at is not None, call.end))


@pytest.fixture
def purpose(monkeypatch: pytest.MonkeyPatch) -> AnyQuestion:
    about = AnyQuestion()
    monkeypatch.setitem(PURPOSES, CallPurpose.ALARM, ToColleague(about))
    return about


@pytest.fixture
def call(line: Line, purpose: AnyQuestion) -> str:
    samira: Staff = line.store(factories.samira)
    reference = messaging.new_reference()
    with unit_of_work(line.runtime) as session:
        messaging.queue_call(
            session,
            reference=reference,
            number=TELEPHONE,
            language="nl",
            tenant_id=None,
            staff_id=samira.id,
            due_at=line.clock(),
            now=line.clock(),
            automatic_check=False,
            purpose=CallPurpose.ALARM,
        )
    return reference


def said(script: Script) -> str:
    return " ".join(sentence for step in script.steps if isinstance(step, Say) for sentence in step.sentences)


def asks(script: Script) -> int | None:
    return next((step.step for step in script.steps if isinstance(step, AskKey)), None)


def moved(line: Line, call: str, **what: Any) -> None:
    given = {"rang": False, "answered": False, "machine": False, **what}
    with unit_of_work(line.runtime) as session:
        flow.call_moved(
            session, line.runtime, reference=call, provider_id="p", at=line.clock(), now=line.clock(), **given
        )


def test_it_leaves_as_what_it_is(line: Line, call: str) -> None:
    line.work()
    assert (line.carrier.calls, line.carrier.purposes) == ([TELEPHONE], [CallPurpose.ALARM])
    assert line.call(call).state is DeliveryState.SENT


def test_only_the_right_key_goes_on_and_a_wrong_one_asks_again_for_ever(line: Line, call: str) -> None:
    line.work()
    assert said(line.picked_up(call)) == "Dag, dit is Woonstichting Eemland. Bent u daar? Toets een."
    for key in "234567890*#" * 3:
        script = line.keys(call, key)
        assert asks(script) == 0
        assert "Bent u daar?" in said(script)
    assert said(line.keys(call, "1")) == "Mooi."
    assert said(line.keys(call, "1")) == "Mooi.", "the provider may bring a key twice"


def test_a_voicemail_is_left_alone(line: Line, call: str) -> None:
    line.work()
    step, rounds = asks(line.picked_up(call)), 0
    while step is not None:
        step, rounds = asks(line.keys(call, "", step)), rounds + 1
    assert rounds == 3


def test_who_comes_too_late_hears_so(line: Line, call: str, purpose: AnyQuestion) -> None:
    line.work()
    purpose.over = True
    for script in (line.picked_up(call), line.keys(call, "2"), line.keys(call, "")):
        assert said(script) == "Dit is al klaar. U hoeft niets te doen. Dag!"


@pytest.mark.parametrize("end", list(CallEnd))
def test_however_it_goes_no_reply_attempt_or_line_of_a_timeline_comes_of_it(
    line: Line, call: str, purpose: AnyQuestion, end: CallEnd
) -> None:
    # A colleague who rents here: her number is that of a tenant.
    tenant: Tenant = line.store(factories.tenant, mobile=TELEPHONE)
    line.work()
    moved(line, call, rang=True)
    line.picked_up(call)
    line.keys(call, "9")
    moved(line, call, answered=True, machine=True)
    line.ended(call, end)
    line.ended(call, CallEnd.NUMBER_DEAD)
    assert line.rows(Reply) + line.rows(Attempt) + line.rows(TimelineEntry) + line.cases(tenant) == []
    assert line.rows(Tenant)[0].stopped_at is None
    assert purpose.told[0] == (True, False, None)
    assert purpose.told[-1] == (True, True, CallEnd.VOICEMAIL)


def test_a_call_that_never_rang_is_told_as_well(line: Line, call: str, purpose: AnyQuestion) -> None:
    line.work()
    line.ended(call, CallEnd.BUSY)
    assert purpose.told == [(False, False, CallEnd.BUSY)]
    assert line.call(call).state is DeliveryState.FAILED


def test_a_call_of_which_no_end_is_told_is_over_when_it_cannot_last_any_longer(
    line: Line, call: str, purpose: AnyQuestion
) -> None:
    line.work()
    line.picked_up(call)
    line.clock.moment += LONGEST_CALL[CallPurpose.ALARM]
    line.settle()
    assert line.call(call).ended_at is None
    line.clock.advance(minutes=6)
    line.settle()
    assert line.call(call).end is CallEnd.COMPLETED
    assert purpose.told[-1][2] is CallEnd.COMPLETED
