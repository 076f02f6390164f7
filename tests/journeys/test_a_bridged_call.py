"""A colleague clicks *Bel via het systeem*: what the two telephones do is what the promise and the page follow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import Session, col

from checkin import flow
from checkin.cases.models import Case
from checkin.db import unit_of_work
from checkin.domain.bridges import BridgeEnd, BridgeState
from checkin.domain.cases import CaseState
from checkin.messaging.bridge_models import Bridge
from checkin.messaging.models import Call
from checkin.staff.models import Staff
from checkin.tenants.models import Happening, Tenant, TimelineEntry
from tests import factories
from tests.town import Telephone, Town

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""The journey over both databases is the first; how the telephones behave does not depend on them."""


@dataclass
class Desk:
    """Samira with a telephone, and mevrouw Van der Linden, whose case she has taken."""

    town: Town
    samira: Staff
    linden: Tenant
    case_id: int

    def click(self) -> None:
        with unit_of_work(self.town.runtime) as session:
            flow.start_bridge(
                session,
                case_id=self.case_id,
                staff_id=self.samira.id or 0,
                number=self.linden.mobile or "",
                now=self.town.runtime.now(),
            )

    @property
    def hers(self) -> Telephone:
        return self.town.telephone(self.samira.phone)

    @property
    def tenants(self) -> Telephone:
        return self.town.telephone(self.linden.mobile)

    def picks_up(self) -> None:
        self.click()
        self.town.until(self.hers.calls, "her telephone rings")
        self.hers.do("answer")

    def accepts(self) -> None:
        """Pick up, press 1, and wait until the tenant's telephone rings."""
        self.picks_up()
        self.hers.press("1")
        self.town.until(self.tenants.calls, "the tenant's telephone rings")

    def bridge(self) -> Bridge:
        return self.look(lambda session: session.execute(select(Bridge)).scalars().one())

    def case(self) -> Case:
        return self.look(lambda session: session.get_one(Case, self.case_id))

    def look(self, question: Callable[[Session], Any]) -> Any:
        return self.town.look(question)

    def until(self, state: BridgeState, what: str) -> Bridge:
        return self.town.until(lambda: (now := self.bridge()).state is state and now, what)

    def ends(self, end: BridgeEnd) -> Bridge:
        bridge = self.until(BridgeState.OVER, f"it ends as {end}")
        assert bridge.end is end
        return bridge

    def told(self) -> list[str]:
        bridged = col(TimelineEntry.happening) == Happening.BRIDGED
        query = select(col(TimelineEntry.details)).where(bridged).order_by(col(TimelineEntry.id))
        return [one["what"] for one in self.look(lambda session: list(session.execute(query).scalars()))]


@pytest.fixture
def desk(town: Town) -> Desk:
    samira = town.store(factories.staff, phone=factories.mobile())
    linden, now = town.store(factories.tenant), town.runtime.now()
    claimed = {"state": CaseState.CLAIMED, "claimed_by": samira.id, "claimed_at": now}
    until = {"claim_ends_at": now + timedelta(minutes=30), "promised_before": now + timedelta(hours=1)}
    case = town.store(factories.case, tenant_id=linden.id, now=now, **claimed, **until)
    return Desk(town, samira, linden, case.id or 0)


def test_she_accepts_the_tenant_answers_and_they_speak(desk: Desk) -> None:
    desk.accepts()
    assert "Mevrouw Van der Linden wil graag een praatje. Toets een, en ik verbind u." in desk.hers.heard()
    [rings] = desk.tenants.calls()
    assert rings["from"] == desk.town.number, "the tenant sees the landlord's number and never hers"
    desk.until(BridgeState.RINGING_TENANT, "the page says that it rings")
    assert desk.case().first_rang_at is not None
    desk.tenants.do("answer")
    talking = desk.until(BridgeState.TALKING, "the page says that they speak")
    assert talking.answered_at is not None
    desk.tenants.do("hangup")
    assert desk.ends(BridgeEnd.SPOKEN).minutes == 1
    desk.town.until(lambda: desk.hers.calls()[-1]["state"] == "completed", "her line is put down too")
    assert desk.told() == ["started", "accepted", "rang", "answered", "over"]
    assert desk.case().state is CaseState.CLAIMED


@SQLITE
@pytest.mark.usefixtures("short_ring")
def test_the_tenant_does_not_answer_and_she_hears_so(desk: Desk) -> None:
    desk.accepts()
    assert desk.ends(BridgeEnd.NO_ANSWER).rang_at is not None
    desk.town.until(lambda: "Mevrouw Van der Linden nam niet op." in desk.hers.heard(), "she hears it")
    desk.town.until(lambda: desk.hers.calls()[-1]["state"] == "completed", "and her call ends")


@SQLITE
def test_the_tenant_rejects_the_call(desk: Desk) -> None:
    desk.accepts()
    desk.tenants.do("reject")
    desk.ends(BridgeEnd.REJECTED)
    desk.town.until(lambda: "nam niet op" in desk.hers.heard(), "she hears it")


@SQLITE
def test_a_voicemail_of_the_tenant_is_nobody_reached_though_she_may_speak_to_it(desk: Desk) -> None:
    desk.accepts()
    desk.tenants.do("voicemail")
    desk.town.until(lambda: "machine" in _legs(desk), "the network says that it is a machine")
    assert desk.bridge().state is BridgeState.TALKING, "whoever is taken for a machine is not cut off"
    desk.hers.do("hangup")
    assert desk.ends(BridgeEnd.VOICEMAIL).minutes == 0


def _legs(desk: Desk) -> str:
    leg = desk.bridge().tenant_call_id
    call = desk.look(lambda session: session.get(Call, leg)) if leg else None
    return "machine" if call is not None and call.end == "voicemail" else ""


@pytest.fixture
def short_patience(given: dict[str, Any]) -> None:
    """Wait for a key for less than a second."""
    given["key_seconds"] = 3


@SQLITE
@pytest.mark.usefixtures("short_patience")
def test_her_own_voicemail_never_gets_the_tenant(desk: Desk) -> None:
    desk.click()
    desk.town.until(desk.hers.calls, "her telephone rings")
    desk.hers.do("voicemail")
    desk.ends(BridgeEnd.NOT_ACCEPTED)
    assert desk.hers.heard().count("Toets een, en ik verbind u.") == 3
    assert desk.tenants.calls() == []
    assert desk.case().first_rang_at is None


@SQLITE
def test_wrong_keys_ask_again_and_the_right_one_still_connects(desk: Desk) -> None:
    desk.picks_up()
    for turn, key in enumerate("379*", 1):
        desk.hers.press(key)
        desk.town.until(lambda: desk.hers.heard().count("Die toets ken ik niet.") == turn, "it is asked again")  # noqa: B023
    assert desk.tenants.calls() == []
    desk.hers.press("1")
    desk.town.until(desk.tenants.calls, "the tenant's telephone rings")


@SQLITE
def test_she_hangs_up_while_it_rings_and_the_tenants_telephone_stops(desk: Desk) -> None:
    desk.accepts()
    desk.hers.do("hangup")
    assert desk.ends(BridgeEnd.COLLEAGUE_LEFT).rang_at is not None
    assert desk.tenants.calls()[-1]["state"] == "cancelled"


@SQLITE
def test_she_does_not_pick_up(desk: Desk) -> None:
    desk.click()
    desk.town.until(desk.hers.calls, "her telephone rings")
    desk.hers.do("reject")
    desk.ends(BridgeEnd.NOT_PICKED_UP)
    assert desk.tenants.calls() == []


@SQLITE
def test_everything_that_is_brought_twice_happens_once(desk: Desk) -> None:
    twice = [{"name": "duplicate", "path": path, "times": None} for path in ("answer", "input", "event")]
    desk.town.network.faults.set(twice)
    desk.accepts()
    desk.tenants.do("answer")
    desk.until(BridgeState.TALKING, "they speak")
    desk.hers.do("hangup")
    desk.ends(BridgeEnd.SPOKEN)
    assert (len(desk.hers.calls()), len(desk.tenants.calls())) == (1, 1)
    assert desk.told() == ["started", "accepted", "rang", "answered", "over"]


@SQLITE
def test_a_web_server_that_is_killed_after_the_key_was_kept_connects_when_it_is_asked_again(desk: Desk) -> None:
    desk.picks_up()
    desk.town.until(lambda: "Toets een" in desk.hers.heard(), "she is asked")
    with unit_of_work(desk.town.runtime) as session:
        killed = {"reference": desk.bridge().id, "provider_id": desk.hers.calls()[-1]["uuid"], "number": ""}
        flow.call_keys(session, desk.town.runtime, step=0, digits="1", now=desk.town.runtime.now(), **killed)
    assert desk.bridge().state is BridgeState.ACCEPTED
    desk.hers.press("1")
    desk.town.until(desk.tenants.calls, "the tenant's telephone rings")
    desk.tenants.do("answer")
    desk.until(BridgeState.TALKING, "they speak")
    assert len(desk.look(lambda session: session.execute(select(Call)).scalars().all())) == 2


@SQLITE
def test_ends_that_are_never_told_leave_nobody_waiting_for_ever(desk: Desk) -> None:
    desk.accepts()
    desk.tenants.do("answer")
    desk.until(BridgeState.TALKING, "they speak")
    desk.town.network.faults.set([{"name": "completed_missing", "path": "event", "times": None}])
    desk.tenants.do("hangup")
    desk.town.until(lambda: desk.hers.calls()[-1]["state"] == "completed", "both have hung up")
    desk.town.later(hours=3)
    desk.ends(BridgeEnd.SPOKEN)
    desk.town.later(hours=1)
    desk.town.until(lambda: desk.case().state is CaseState.WAITING, "the case is back on the list")
