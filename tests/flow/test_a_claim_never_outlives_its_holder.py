"""However a colleague is lost in the middle of her work, her tenant is back on the list in time and is rung once."""

from __future__ import annotations

import pytest
from sqlmodel import col

from checkin.cases.service import claim_case
from checkin.db import unit_of_work
from checkin.domain.cases import CaseState
from checkin.messaging.models import Call
from checkin.staff import roster
from checkin.staff.models import Staff
from tests import factories
from tests.flow.test_bridging import Desk, connected, said
from tests.line import Line
from workers import reconciler

TERM_MINUTES = 30
LET_GO_MINUTES = 5
"""So long a telephone that rings about the case keeps it: a key could still come."""

LOOKS_EVERY = 3


@pytest.fixture
def desk(line: Line) -> Desk:
    return Desk(line)


def is_back_within(line: Line, desk: Desk, minutes: int) -> bool:
    """Let the reconciler look now and then, until the looks after the term."""
    for _look in range(minutes // LOOKS_EVERY + 2):
        line.clock.advance(minutes=LOOKS_EVERY)
        reconciler.tick(line.runtime)
        if desk.fresh().state is CaseState.WAITING:
            return True
    return False


@pytest.mark.parametrize(
    ("lost", "within"),
    [
        ("she closes her browser", LET_GO_MINUTES + TERM_MINUTES),
        ("the worker is killed while it starts her call", LET_GO_MINUTES + TERM_MINUTES),
        ("she goes off duty", LET_GO_MINUTES),
        ("she loses her account", LET_GO_MINUTES),
    ],
)
def test_a_tenant_whose_colleague_is_lost_is_back_in_time_and_is_rung_once(
    line: Line, desk: Desk, lost: str, within: int
) -> None:
    with unit_of_work(line.runtime) as session:
        roster.join(session, staff_id=desk.samira.id or 0, now=line.clock())
    first = desk.click()
    if lost.startswith("the worker"):
        line.carrier.answers = [KeyboardInterrupt()]
        with pytest.raises(KeyboardInterrupt):
            line.work()
    else:
        line.work()
    line.clock.advance(seconds=5)
    with unit_of_work(line.runtime) as session:
        if lost == "she goes off duty":
            roster.stop(session, staff_id=desk.samira.id or 0, office=line.runtime.office_hours, now=line.clock())
        session.get_one(Staff, desk.samira.id).active = lost != "she loses her account"
    assert is_back_within(line, desk, within)
    line.work()
    assert line.carrier.calls.count(desk.samira.phone or "") == 1, "a call that may have left is not made again"

    ton = line.store(factories.staff, name="Ton", phone=factories.mobile())
    with unit_of_work(line.runtime) as session:
        taken = claim_case(
            session, case_id=desk.case.id or 0, staff_id=ton.id or 0, claim_minutes=TERM_MINUTES, now=line.clock()
        )
    assert taken
    second = desk.click(staff=ton)
    line.work()
    line.picked_up(second)
    connected(line.keys(second, "1"))
    line.picked_up(first)
    assert "verbind" not in said(line.keys(first, "1")), "her key comes too late"
    assert len(line.rows(Call, col(Call.number) == desk.linden.mobile)) == 1
    assert desk.fresh().claimed_by == ton.id
