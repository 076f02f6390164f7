"""A bridged call: what is known of both calls says where it stands, in whatever order it was reported."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.bridges import (
    NOT_REACHED,
    BridgeAction,
    BridgeEnd,
    BridgeState,
    Leg,
    advance,
    end_of,
    happened,
    minutes_of,
)

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def after(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


RINGS = Leg(rang_at=NOON)
ANSWERED = Leg(rang_at=NOON, answered_at=after(10))
STATES = [
    ("it rings at the colleague's", RINGS, None, BridgeState.RINGING_COLLEAGUE),
    ("the colleague listens", ANSWERED, None, BridgeState.RINGING_COLLEAGUE),
    ("nobody picked up", replace(RINGS, ended_at=after(25)), None, BridgeState.OVER),
    ("the key was pressed", ANSWERED, Leg(), BridgeState.ACCEPTED),
    ("it rings at the tenant's", ANSWERED, RINGS, BridgeState.RINGING_TENANT),
    ("they speak", ANSWERED, ANSWERED, BridgeState.TALKING),
    ("nobody said that it rang", ANSWERED, Leg(answered_at=after(10)), BridgeState.TALKING),
    ("the tenant hung up", ANSWERED, replace(ANSWERED, ended_at=after(70)), BridgeState.OVER),
    ("a busy line", ANSWERED, Leg(ended_at=after(1), unanswered=BridgeEnd.BUSY), BridgeState.OVER),
    ("the colleague is gone, the tenant not yet", replace(ANSWERED, ended_at=after(60)), ANSWERED, BridgeState.TALKING),
]  # fmt: skip
ENDS = [
    (Leg(ended_at=NOON), None, BridgeEnd.NOT_PICKED_UP),
    (Leg(ended_at=NOON, unanswered=BridgeEnd.BUSY), None, BridgeEnd.NOT_PICKED_UP),
    (Leg(ended_at=NOON, unanswered=BridgeEnd.FAILED), None, BridgeEnd.FAILED),
    (replace(ANSWERED, ended_at=NOON), None, BridgeEnd.NOT_ACCEPTED),
    (replace(ANSWERED, ended_at=NOON, machine=True), None, BridgeEnd.NOT_ACCEPTED),
    (ANSWERED, replace(ANSWERED, ended_at=NOON), BridgeEnd.SPOKEN),
    (ANSWERED, replace(ANSWERED, ended_at=NOON, machine=True), BridgeEnd.VOICEMAIL),
    *((ANSWERED, Leg(ended_at=NOON, unanswered=end), end) for end in sorted(NOT_REACHED)),
]


def stands(colleague: Leg, tenant: Leg | None, state: BridgeState = BridgeState.RINGING_COLLEAGUE) -> BridgeState:
    for action in happened(colleague, tenant):
        state = advance(state, action)
    return state


@pytest.mark.parametrize(("colleague", "tenant", "state"), [one[1:] for one in STATES], ids=[one[0] for one in STATES])
def test_both_calls_together_say_where_it_stands(colleague: Leg, tenant: Leg | None, state: BridgeState) -> None:
    assert stands(colleague, tenant) is state
    assert stands(colleague, tenant, state) is state, "told again, nothing moves"


@pytest.mark.parametrize(("colleague", "tenant", "end"), ENDS)
def test_why_it_is_over(colleague: Leg, tenant: Leg | None, end: BridgeEnd) -> None:
    assert end_of(colleague, tenant) is end


@pytest.mark.parametrize(("seconds", "minutes"), [(0, 1), (20, 1), (89, 1), (91, 2), (12 * 60, 12)])
def test_a_talk_is_counted_in_whole_minutes(seconds: float, minutes: int) -> None:
    talk = Leg(answered_at=NOON, ended_at=after(seconds))
    assert minutes_of(talk) == minutes
    assert (
        minutes_of(replace(talk, machine=True)) == minutes_of(replace(talk, answered_at=None)) == minutes_of(None) == 0
    )


FACTS: list[dict[str, Any]] = [
    {"rang_at": after(1)},
    {"answered_at": after(9)},
    {"machine": True},
    {"ended_at": after(40)},
]


@given(st.lists(st.tuples(st.booleans(), st.sampled_from(FACTS)), max_size=16))
def test_whatever_is_reported_first_it_only_goes_forward_and_ends_the_same(
    told: list[tuple[bool, dict[str, Any]]],
) -> None:
    order = list(BridgeState)
    colleague, tenant, state = ANSWERED, Leg(), BridgeState.ACCEPTED
    for of_tenant, fact in told:
        colleague, tenant = (colleague, replace(tenant, **fact)) if of_tenant else (replace(colleague, **fact), tenant)
        following = stands(colleague, tenant, state)
        assert order.index(following) >= order.index(state)
        state = following
    assert state is stands(colleague, tenant)
    assert (state is BridgeState.OVER) == (tenant.ended_at is not None)


def test_the_tenant_is_never_rung_before_the_key() -> None:
    for colleague in (RINGS, ANSWERED, replace(ANSWERED, ended_at=after(30))):
        assert set(happened(colleague, None)) <= {BridgeAction.END}
