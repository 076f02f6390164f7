"""The state machines: every pair is a move, a declared repeat, or loud."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from types import ModuleType
from typing import Any

import pytest

from checkin.domain import bridges, cases, checkins, deliveries, follow_ups, gifts, referrals
from checkin.domain.errors import IllegalMove


@dataclass(frozen=True)
class Machine:
    module: ModuleType
    states: type[StrEnum]
    actions: type[StrEnum]
    start: StrEnum
    ends: frozenset[StrEnum]
    """States that nothing leaves."""

    @property
    def moves(self) -> Mapping[tuple[Any, Any], Any]:
        moves: Mapping[tuple[Any, Any], Any] = self.module.MOVES
        return moves

    @property
    def repeats(self) -> Mapping[tuple[Any, Any], str]:
        repeats: Mapping[tuple[Any, Any], str] = self.module.REPEATS
        return repeats


CHECK_IN = Machine(
    checkins,
    checkins.CheckInState,
    checkins.CheckInAction,
    checkins.CheckInState.PLANNED,
    frozenset({checkins.CheckInState.ANSWERED}),
)
CASE = Machine(cases, cases.CaseState, cases.CaseAction, cases.CaseState.WAITING, frozenset())
DELIVERY = Machine(
    deliveries,
    deliveries.DeliveryState,
    deliveries.DeliveryAction,
    deliveries.DeliveryState.QUEUED,
    frozenset({deliveries.DeliveryState.DELIVERED, deliveries.DeliveryState.CANCELLED}),
)
FOLLOW_UP = Machine(
    follow_ups,
    follow_ups.FollowUpState,
    follow_ups.FollowUpAction,
    follow_ups.FollowUpState.PLANNED,
    frozenset({follow_ups.FollowUpState.DONE, follow_ups.FollowUpState.CANCELLED}),
)
REFERRAL = Machine(
    referrals,
    referrals.ReferralState,
    referrals.ReferralAction,
    referrals.ReferralState.AGREED,
    frozenset({referrals.ReferralState.HELPED, referrals.ReferralState.WITHDRAWN}),
)
GIFT = Machine(
    gifts,
    gifts.GiftState,
    gifts.GiftAction,
    gifts.GiftState.PROPOSED,
    frozenset({gifts.GiftState.REFUSED, gifts.GiftState.CANCELLED}),
)
BRIDGE = Machine(
    bridges,
    bridges.BridgeState,
    bridges.BridgeAction,
    bridges.BridgeState.RINGING_COLLEAGUE,
    frozenset({bridges.BridgeState.OVER}),
)
MACHINES = pytest.mark.parametrize(
    "machine",
    [CHECK_IN, CASE, DELIVERY, FOLLOW_UP, REFERRAL, GIFT, BRIDGE],
    ids=["check-in", "case", "delivery", "follow-up", "referral", "gift", "bridge"],
)


@MACHINES
def test_every_pair_is_a_move_a_repeat_or_loud(machine: Machine) -> None:
    for state in machine.states:
        for action in machine.actions:
            if (state, action) in machine.moves:
                assert machine.module.advance(state, action) is machine.moves[state, action]
            elif (state, action) in machine.repeats:
                assert machine.module.advance(state, action) is state
            else:
                with pytest.raises(IllegalMove, match=f"{state} has no move {action}"):
                    machine.module.advance(state, action)


@MACHINES
def test_nothing_is_both_a_move_and_a_repeat_and_every_repeat_has_its_reason(machine: Machine) -> None:
    assert not machine.moves.keys() & machine.repeats.keys()
    assert all(reason.strip() for reason in machine.repeats.values())


@MACHINES
def test_every_move_changes_the_state(machine: Machine) -> None:
    assert [pair for pair, target in machine.moves.items() if pair[0] is target] == []


@MACHINES
def test_every_state_can_be_reached(machine: Machine) -> None:
    reached, frontier = {machine.start}, [machine.start]
    while frontier:
        state = frontier.pop()
        found = {target for (origin, _), target in machine.moves.items() if origin is state} - reached
        reached |= found
        frontier.extend(found)
    assert reached == set(machine.states)


@MACHINES
def test_only_the_ends_are_ends(machine: Machine) -> None:
    assert {
        state for state in machine.states if not any(origin is state for origin, _ in machine.moves)
    } == machine.ends


@MACHINES
def test_every_action_does_something_somewhere(machine: Machine) -> None:
    assert {action for _, action in machine.moves} == set(machine.actions)


def test_an_answer_is_welcome_in_every_state_of_a_check_in() -> None:
    for state in checkins.CheckInState:
        assert checkins.advance(state, checkins.CheckInAction.ANSWER) is checkins.CheckInState.ANSWERED


def test_a_check_in_that_is_not_open_is_never_asked_again() -> None:
    for state in set(checkins.CheckInState) - checkins.OPEN:
        assert checkins.advance(state, checkins.CheckInAction.ASK) is state


def test_what_may_have_left_is_never_claimed_again() -> None:
    """Only what never left, or was surely not taken, is claimed for sending: anything else could ring twice."""
    claimed = {state for state, action in deliveries.MOVES if action is deliveries.DeliveryAction.CLAIM}
    assert claimed == {deliveries.DeliveryState.QUEUED, deliveries.DeliveryState.FAILED_FOR_NOW}
    never_left = {origin for (origin, _), target in deliveries.MOVES.items() if target in claimed}
    assert never_left == {deliveries.DeliveryState.SENDING}


def test_a_report_from_the_provider_is_welcome_in_every_state() -> None:
    action = deliveries.DeliveryAction
    for state in deliveries.DeliveryState:
        for report in (action.ACCEPT, action.DELIVER, action.FAIL):
            deliveries.advance(state, report)


def test_what_was_delivered_stays_delivered_whatever_is_reported_later() -> None:
    reports = {"accept", "deliver", "fail", "lose_sight", "refuse", "refuse_for_now", "cancel"}
    delivered = deliveries.DeliveryState.DELIVERED
    for action in map(deliveries.DeliveryAction, sorted(reports)):
        assert deliveries.advance(delivered, action) is delivered


def test_every_outcome_of_a_talk_moves_a_claimed_case() -> None:
    assert set(cases.OUTCOME_ACTION) == set(cases.ContactOutcome)
    for action in cases.OUTCOME_ACTION.values():
        assert (cases.CaseState.CLAIMED, action) in cases.MOVES


def test_danger_comes_before_everything_else() -> None:
    assert min(cases.CaseKind, key=cases.URGENCY.__getitem__) is cases.CaseKind.URGENT


def test_an_answer_about_a_referral_is_welcome_as_long_as_nobody_knows() -> None:
    for state in referrals.LOOP_OPEN:
        assert referrals.advance(state, referrals.ReferralAction.YES) is referrals.ReferralState.HELPED
        assert referrals.advance(state, referrals.ReferralAction.NO) is referrals.ReferralState.NOT_HELPED


def test_what_stops_everything_is_welcome_in_every_state() -> None:
    """Whoever died or moved: nothing that is open stays open, and what is over does not complain."""
    for referral in referrals.ReferralState:
        assert referrals.advance(referral, referrals.ReferralAction.WITHDRAW) not in referrals.LOOP_OPEN
    for follow_up in follow_ups.FollowUpState:
        assert follow_ups.advance(follow_up, follow_ups.FollowUpAction.CANCEL) not in follow_ups.OPEN
    for gift in gifts.GiftState:
        assert gifts.advance(gift, gifts.GiftAction.CANCEL) not in gifts.OPEN


def test_nothing_is_sent_that_a_coordinator_has_not_seen_when_it_costs_more() -> None:
    assert gifts.first_state(Decimal("10.00"), Decimal(10)) is gifts.GiftState.TO_SEND
    assert gifts.first_state(Decimal("10.01"), Decimal(10)) is gifts.GiftState.PROPOSED
    assert {origin for (origin, action) in gifts.MOVES if action is gifts.GiftAction.SEND} == {gifts.GiftState.TO_SEND}
