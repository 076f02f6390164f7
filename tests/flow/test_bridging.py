"""Calls through the system: a colleague first, then the tenant; one call whoever clicks, one end whatever is told."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import permutations
from typing import Any

import pytest
from sqlmodel import col

from checkin import flow
from checkin.cases.claims import expire_claims, give_back, keep_claim
from checkin.cases.models import Case
from checkin.db import reading, unit_of_work
from checkin.domain.bridges import BridgeEnd, BridgeState
from checkin.domain.cases import CaseKind, CaseState
from checkin.domain.deliveries import DeliveryState
from checkin.domain.errors import Refused
from checkin.messaging.bridge_models import Bridge
from checkin.messaging.callscript import AskKey, PutThrough, Say, Script
from checkin.messaging.gateway import Accepted, Receipt
from checkin.messaging.models import Call, CallEnd, CallPurpose, EventKind
from checkin.staff.models import Staff
from checkin.tenants.models import Channel, Happening, Tenant, TimelineEntry
from tests import factories
from tests.line import Line
from workers.events import handle_open_events

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
TELEPHONE = "+31687650001"


class Desk:
    """Samira, whose telephone is known, and mevrouw Van der Linden, whom she is about to ring."""

    def __init__(self, line: Line, number: str = "", **case: Any) -> None:
        self.line = line
        self.samira: Staff = line.store(factories.staff, phone=TELEPHONE)
        self.linden: Tenant = line.store(factories.tenant, mobile=number or factories.mobile())
        self.case: Case = line.store(factories.case, tenant_id=self.linden.id, **self.claimed_by(self.samira), **case)

    def claimed_by(self, staff: Staff) -> dict[str, Any]:
        now = self.line.clock()
        return {
            "state": CaseState.CLAIMED,
            "claimed_by": staff.id,
            "claimed_at": now,
            "claim_ends_at": now + timedelta(minutes=30),
            "promised_before": now + timedelta(hours=2),
        }

    def click(self, staff: Staff | None = None, number: str = "", case: Case | None = None) -> str:
        with unit_of_work(self.line.runtime) as session:
            return flow.start_bridge(
                session,
                case_id=(case or self.case).id or 0,
                staff_id=(staff or self.samira).id or 0,
                number=number or self.linden.mobile or "",
                now=self.line.clock(),
            ).id

    def accept(self) -> str:
        """Click, pick up, press the key; give the reference of the call to the tenant."""
        reference = self.click()
        self.line.work()
        self.line.picked_up(reference)
        return connected(self.line.keys(reference, "1"))

    def bridge(self) -> Bridge:
        rows: list[Bridge] = self.line.rows(Bridge)
        return rows[-1]

    def told(self) -> list[tuple[str, str | None]]:
        entries = self.line.rows(TimelineEntry, col(TimelineEntry.happening) == Happening.BRIDGED)
        return [(one.details["what"], one.details["end"]) for one in sorted(entries, key=lambda one: one.id)]

    def fresh(self) -> Case:
        [case] = self.line.cases(self.linden)
        return case


@pytest.fixture
def desk(line: Line) -> Desk:
    return Desk(line)


def connected(script: Script) -> str:
    [step] = [step for step in script.steps if isinstance(step, PutThrough)]
    return step.reference


def said(script: Script | None) -> str:
    steps = script.steps if script else ()
    return " ".join(sentence for step in steps if isinstance(step, Say) for sentence in step.sentences)


def report(line: Line, call: str, action: str | None = None, end: CallEnd | None = None, **more: Any) -> None:
    """Bring one event of a call, as the web application stores it and the worker folds it."""
    given: dict[str, Any] = {"rang": False, "seconds": 0, "after": 0, **more}
    payload = {
        "provider_id": f"provider-{call}",
        "action": action,
        "end": end,
        "rang": given["rang"],
        "seconds": given["seconds"],
        "at": (given.get("began", line.clock()) + timedelta(seconds=given["after"])).isoformat(),
    }
    line.event(EventKind.CALL_EVENT, payload, reference=call)
    handle_open_events(line.runtime)


# Beginning.


def test_the_colleague_is_rung_and_hears_who_wants_what(line: Line, desk: Desk) -> None:
    reference = desk.click()
    line.work()
    assert (line.carrier.calls, line.carrier.purposes) == ([TELEPHONE], [CallPurpose.BRIDGE])
    assert said(line.picked_up(reference)) == (
        "Dag, dit is Woonstichting Eemland. Mevrouw Van der Linden wil graag een praatje. Toets een, en ik verbind u."
    )
    script = line.keys(reference, "1")
    assert said(script) == "Ik verbind u."
    [_said, step] = script.steps
    assert isinstance(step, PutThrough)
    assert step.number == desk.linden.mobile
    assert line.call(step.reference).state is DeliveryState.SENT
    assert line.carrier.calls == [TELEPHONE], "the provider rings the tenant, not a worker of ours"


@SQLITE
@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"kind": CaseKind.HELP}, "wil graag hulp"),
        ({"kind": CaseKind.LATER}, "wil graag gebeld worden"),
        ({"kind": CaseKind.CHAT, "urgent": True}, "heeft snel iemand nodig"),
        ({"kind": CaseKind.ROUND}, "U gaat bellen met mevrouw Van der Linden"),
    ],
)
def test_nobody_is_said_to_have_asked_for_what_they_did_not(line: Line, given: dict[str, Any], words: str) -> None:
    desk = Desk(line, **given)
    assert words in said(line.picked_up(desk.click()))


@SQLITE
def test_a_colleague_hears_her_own_language_and_not_the_tenants(line: Line, desk: Desk) -> None:
    desk.samira = line.store(factories.staff, name="Amy", phone="+31687650002", language="en")
    desk.linden = line.store(factories.tenant, language="tr")
    case = line.store(factories.case, tenant_id=desk.linden.id, **desk.claimed_by(desk.samira))
    assert "Mrs Van der Linden would like a chat." in said(line.picked_up(desk.click(case=case)))


def test_two_clicks_at_once_make_one_call(line: Line, desk: Desk) -> None:
    assert desk.click() == desk.click()
    line.work()
    assert (len(line.rows(Bridge)), line.carrier.calls) == (1, [TELEPHONE])
    assert desk.told() == [("started", None)]


def test_of_clicks_in_the_same_moment_one_rings_and_a_household_is_rung_by_one(line: Line, desk: Desk) -> None:
    ton = line.store(factories.staff, name="Ton", phone="+31687650002")
    mate = line.store(factories.tenant, mobile=desk.linden.mobile)
    his = line.store(factories.case, tenant_id=mate.id, **desk.claimed_by(ton))

    def click(turn: int) -> str:
        try:
            return desk.click() if turn % 2 else desk.click(ton, case=his)
        except Refused as refused:
            return refused.code

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(click, range(8)))
    [bridge] = line.rows(Bridge)
    assert sorted(set(answers) - {bridge.id}) == ["tenant_engaged"]
    assert len(line.rows(Call)) == 1


@SQLITE
def test_who_may_not_be_rung_this_way_is_not(line: Line, desk: Desk) -> None:
    ton, without = line.store(factories.ton), line.store(factories.staff, name="Zonder")
    for refused, staff, number in (
        ("not_yours", ton, ""),
        ("number_gone", desk.samira, "+31600000000"),
        ("no_telephone", without, ""),
    ):
        if staff is without:
            change(line, desk, claimed_by=without.id)
        with pytest.raises(Refused, match=refused):
            desk.click(staff, number)
    assert line.rows(Bridge) == line.rows(Call) == []


def change(line: Line, desk: Desk, **values: Any) -> None:
    with unit_of_work(line.runtime) as session:
        case = session.get_one(Case, desk.case.id)
        for name, value in values.items():
            setattr(case, name, value)
        session.add(case)


@SQLITE
def test_a_colleague_is_in_one_call_and_a_household_in_one(line: Line, desk: Desk) -> None:
    desk.click()
    neighbour, mate = line.store(factories.tenant), line.store(factories.tenant, mobile=desk.linden.mobile)
    hers = line.store(factories.case, tenant_id=neighbour.id, **desk.claimed_by(desk.samira))
    with pytest.raises(Refused, match="bridge_elsewhere"):
        desk.click(case=hers, number=neighbour.mobile or "")
    ton = line.store(factories.staff, name="Ton", phone="+31687650002")
    his = line.store(factories.case, tenant_id=mate.id, **desk.claimed_by(ton))
    with pytest.raises(Refused, match="tenant_engaged"):
        desk.click(ton, case=his)


@pytest.fixture
def rung(line: Line) -> str:
    """A telephone that two tenants share; the menu is ringing it for one of them."""
    mate: Tenant = line.store(factories.tenant)
    line.ask(mate, channel=Channel.VOICE)
    return mate.mobile or ""


@SQLITE
def test_nobody_rings_who_is_on_the_telephone_with_the_menu(line: Line, rung: str) -> None:
    desk = Desk(line, number=rung)
    with pytest.raises(Refused, match="tenant_engaged"):
        desk.click()
    [call] = line.rows(Call)
    line.ended(call.id, CallEnd.NO_ANSWER)
    desk.click()


@SQLITE
def test_no_machine_rings_who_is_about_to_be_rung_by_a_person(line: Line, rung: str) -> None:
    [call] = line.rows(Call)
    line.ended(call.id, CallEnd.NO_ANSWER)
    desk = Desk(line, number=rung)
    line.clock.advance(minutes=31)
    reference = desk.click()
    line.work()
    assert line.carrier.calls == [rung, TELEPHONE]
    line.ended(reference, CallEnd.NO_ANSWER)
    line.clock.advance(minutes=1)
    line.work()
    assert line.carrier.calls == [rung, TELEPHONE, rung], "the menu goes on when the colleague did not ring"


@SQLITE
def test_what_happened_between_the_click_and_the_key_counts(line: Line, desk: Desk) -> None:
    reference = desk.click()
    line.work()
    line.picked_up(reference)
    line.rings_us(desk.linden.mobile or "")
    script = line.keys(reference, "1")
    assert "is nu al met ons aan de telefoon" in said(script)
    assert (desk.bridge().end, desk.bridge().tenant_call_id) == (BridgeEnd.ENGAGED, None)
    report(line, reference, None, CallEnd.COMPLETED)
    assert desk.bridge().end is BridgeEnd.ENGAGED
    line.ended("", CallEnd.COMPLETED)


@SQLITE
def test_a_case_that_is_hers_no_longer_rings_nobody(line: Line, desk: Desk) -> None:
    reference = desk.click()
    line.work()
    change(line, desk, state=CaseState.CLOSED)
    assert "U hoeft niets te doen" in said(line.keys(reference, "1"))
    assert desk.bridge().end is BridgeEnd.WITHDRAWN


# The key.


@SQLITE
def test_a_key_that_is_brought_twice_connects_once_and_a_wrong_one_never(line: Line, desk: Desk) -> None:
    reference = desk.click()
    line.work()
    line.picked_up(reference)
    for key in "0234567890*#":
        assert any(isinstance(step, AskKey) for step in line.keys(reference, key).steps)
    assert desk.bridge().tenant_call_id is None
    first = line.keys(reference, "1")
    before = line.everything()
    assert line.keys(reference, "1") == first
    assert line.everything() == before


@SQLITE
def test_a_voicemail_never_gets_the_tenant(line: Line, desk: Desk) -> None:
    reference = desk.click()
    line.work()
    script, rounds = line.picked_up(reference), 0
    while steps := [step.step for step in script.steps if isinstance(step, AskKey)]:
        script, rounds = line.keys(reference, "", steps[0]), rounds + 1
    assert rounds == 3
    assert (desk.bridge().end, desk.bridge().tenant_call_id) == (BridgeEnd.NOT_ACCEPTED, None)
    assert desk.fresh().first_rang_at is None
    assert "U hoeft niets te doen" in said(line.keys(reference, "1")), "a key that comes after all is too late"


# What is reported.

RINGING = {"action": "accept", "rang": True, "after": 2}
ANSWERED = {"action": "deliver", "rang": True, "after": 10}
MACHINE = {"action": "deliver", "end": CallEnd.VOICEMAIL, "rang": True, "after": 13}
TALKED = {"action": "deliver", "end": CallEnd.COMPLETED, "rang": True, "seconds": 600, "after": 610}
OVER = {"end": CallEnd.COMPLETED, "after": 50}
NO_ANSWER = {"action": "fail", "end": CallEnd.NO_ANSWER, "rang": True, "after": 40}
BUSY = {"action": "fail", "end": CallEnd.BUSY, "after": 3}
STORIES: dict[str, tuple[tuple[dict[str, Any], ...], BridgeEnd, int, bool]] = {
    "spoken for ten minutes": ((RINGING, ANSWERED, TALKED), BridgeEnd.SPOKEN, 10, True),
    "only the end was reported": ((TALKED,), BridgeEnd.SPOKEN, 10, True),
    "not answered": ((RINGING, NO_ANSWER, OVER), BridgeEnd.NO_ANSWER, 0, True),
    "busy": ((BUSY, OVER), BridgeEnd.BUSY, 0, False),
    "voicemail": ((ANSWERED, MACHINE, TALKED), BridgeEnd.VOICEMAIL, 0, True),
}


@SQLITE
@pytest.mark.parametrize("story", STORIES)
def test_the_reports_about_the_tenants_call_may_come_in_any_order_and_twice(line: Line, story: str) -> None:
    reports, end, minutes, rang = STORIES[story]
    for order in permutations(reports):
        desk = Desk(line)
        desk.samira = line.store(factories.staff, name="Ton", phone=factories.mobile())
        change(line, desk, claimed_by=desk.samira.id)
        leg, began = desk.accept(), line.clock()
        line.clock.advance(minutes=11)
        for one in (*order, *order):
            report(line, leg, **one, began=began)
        bridge, case = desk.bridge(), desk.fresh()
        assert (bridge.state, bridge.end, bridge.minutes) == (BridgeState.OVER, end, minutes), order
        assert (bridge.rang_at is not None, case.first_rang_at is not None) == (rang, rang), order
        line.ended(bridge.id)


@SQLITE
def test_every_step_is_told_once_and_the_page_can_follow(line: Line, desk: Desk) -> None:
    leg = desk.accept()
    assert desk.bridge().state is BridgeState.ACCEPTED
    report(line, leg, **RINGING)
    assert desk.bridge().state is BridgeState.RINGING_TENANT
    report(line, leg, **ANSWERED)
    assert desk.bridge().state is BridgeState.TALKING
    line.clock.advance(minutes=11)
    report(line, leg, **{**TALKED, "after": 0})
    assert desk.told() == [
        ("started", None),
        ("accepted", None),
        ("rang", None),
        ("answered", None),
        ("over", BridgeEnd.SPOKEN),
    ]


@SQLITE
def test_the_promise_is_kept_when_the_tenants_telephone_rings_and_not_before(line: Line, desk: Desk) -> None:
    leg = desk.accept()
    line.clock.advance(seconds=5)
    assert desk.fresh().first_rang_at is None
    report(line, leg, **{**RINGING, "after": 0})
    assert desk.fresh().first_rang_at == line.clock()
    assert desk.fresh().state is CaseState.CLAIMED, "how it went the colleague fills in"


@SQLITE
def test_the_colleague_who_hangs_up_while_it_rings_reached_nobody(line: Line, desk: Desk) -> None:
    leg = desk.accept()
    report(line, leg, **RINGING)
    report(line, desk.bridge().id, **TALKED)
    assert desk.bridge().state is BridgeState.RINGING_TENANT, "the other call has not been reported on yet"
    report(line, leg, "fail", CallEnd.CANCELLED)
    assert desk.bridge().end is BridgeEnd.COLLEAGUE_LEFT


@SQLITE
@pytest.mark.parametrize(
    ("end", "words"),
    [
        (CallEnd.NO_ANSWER, "Mevrouw Van der Linden nam niet op."),
        (CallEnd.BUSY, "Mevrouw Van der Linden is in gesprek."),
        (CallEnd.FAILED, "Ik kreeg geen verbinding."),
        (CallEnd.COMPLETED, ""),
        (CallEnd.CANCELLED, ""),
    ],
)
def test_the_colleague_who_waits_hears_that_nobody_is_there(line: Line, desk: Desk, end: CallEnd, words: str) -> None:
    leg = desk.accept()
    with reading(line.runtime) as session:
        assert words in said(flow.call_not_put_through(session, line.runtime, reference=leg, end=end))
        assert flow.call_not_put_through(session, line.runtime, reference="unheard-of", end=end) is None


# The claim.


@SQLITE
def test_the_claim_lasts_as_long_as_the_call_and_a_page_beside_it_does_not_shorten_it(line: Line, desk: Desk) -> None:
    leg = desk.accept()
    with unit_of_work(line.runtime) as session:
        assert keep_claim(
            session, case_id=desk.case.id or 0, staff_id=desk.samira.id or 0, claim_minutes=30, now=line.clock()
        )
    report(line, leg, **ANSWERED)
    line.clock.advance(minutes=100)
    expire(line)
    assert desk.fresh().state is CaseState.CLAIMED
    report(line, leg, end=CallEnd.COMPLETED)
    line.clock.advance(minutes=29)
    expire(line)
    assert desk.fresh().state is CaseState.CLAIMED
    line.clock.advance(minutes=2)
    expire(line)
    assert desk.fresh().state is CaseState.WAITING


@SQLITE
def test_a_case_is_not_given_back_while_its_tenant_is_on_the_line(line: Line, desk: Desk) -> None:
    desk.accept()
    with pytest.raises(Refused, match="bridge_under_way"), unit_of_work(line.runtime) as session:
        give_back(session, case_id=desk.case.id or 0, staff_id=desk.samira.id or 0, note="", now=line.clock())


def expire(line: Line) -> None:
    with unit_of_work(line.runtime) as session:
        expire_claims(session, now=line.clock())


# What nobody reports on.


@SQLITE
def test_a_call_that_could_not_leave_is_given_up_and_never_rings_later(line: Line, desk: Desk) -> None:
    line.carrier.answers = [Receipt(Accepted.NOT_SENT, error="503", retry_after_seconds=300)]
    reference = desk.click()
    line.work()
    line.clock.advance(seconds=61)
    line.settle()
    assert (desk.bridge().end, line.call(reference).state) == (BridgeEnd.FAILED, DeliveryState.CANCELLED)
    line.clock.advance(minutes=10)
    line.work()
    assert line.carrier.calls == [TELEPHONE]


@SQLITE
def test_a_refused_number_of_a_colleague_ends_it_at_once(line: Line, desk: Desk) -> None:
    line.carrier.answers = [Receipt(Accepted.NOT_SENT, error="400", permanent=True)]
    desk.click()
    line.work()
    assert desk.bridge().end is BridgeEnd.NOT_PICKED_UP


@SQLITE
@pytest.mark.parametrize(
    ("moment", "end"),
    [
        ("the worker was killed", BridgeEnd.FAILED),
        ("it was picked up and only wrong keys came", BridgeEnd.NOT_ACCEPTED),
        ("the key came and nothing more", BridgeEnd.FAILED),
        ("the tenant's telephone rang and nothing more", BridgeEnd.NO_ANSWER),
        ("they spoke, and only the colleague's end came", BridgeEnd.SPOKEN),
    ],
)
def test_wherever_the_reports_stop_it_ends_and_the_case_is_free(
    line: Line, desk: Desk, moment: str, end: BridgeEnd
) -> None:
    if moment == "the worker was killed":
        line.carrier.answers = [KeyboardInterrupt()]
        reference = desk.click()
        with pytest.raises(KeyboardInterrupt):
            line.work()
    elif moment == "it was picked up and only wrong keys came":
        reference = desk.click()
        line.work()
        line.picked_up(reference)
    else:
        leg = desk.accept()
        if moment != "the key came and nothing more":
            report(line, leg, **RINGING)
        if moment.startswith("they spoke"):
            report(line, leg, **ANSWERED)
            report(line, desk.bridge().id, **OVER)
    for _minute in range(7):
        line.clock.advance(minutes=1)
        line.settle()
    assert (desk.bridge().state, desk.bridge().end) == (BridgeState.OVER, end)
    before = line.everything()
    line.settle()
    assert line.everything() == before
    line.clock.advance(minutes=40)
    expire(line)
    assert desk.fresh().state is CaseState.WAITING


@SQLITE
def test_a_word_that_comes_after_the_end_is_noted_and_opens_nothing(line: Line, desk: Desk) -> None:
    leg = desk.accept()
    report(line, leg, **RINGING)
    for _minute in range(3):
        line.clock.advance(minutes=1)
        line.settle()
    assert desk.bridge().end is BridgeEnd.NO_ANSWER
    report(line, leg, **MACHINE)
    assert (desk.bridge().state, desk.bridge().end) == (BridgeState.OVER, BridgeEnd.VOICEMAIL)
    assert desk.told()[-2:] == [("over", BridgeEnd.NO_ANSWER), ("over", BridgeEnd.VOICEMAIL)]
