"""What a campaign costs and asks of people: sums that a coordinator can check on paper."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.costs import Prices, Texted, cost, expected_cost
from checkin.domain.expected_work import expected_work

PRICES = Prices(Decimal("0.07"), Decimal("0.02"))


def test_parts_and_minutes_times_their_price() -> None:
    assert cost(100, 30, PRICES).amount == Decimal("7.60")
    assert cost(0, 0, PRICES).amount == 0


def test_nothing_is_known_without_a_price() -> None:
    assert not Prices(Decimal(0), Decimal(0)).known
    assert Prices(Decimal(0), Decimal("0.01")).known


@given(
    texted=st.integers(0, 5000),
    rung=st.integers(0, 5000),
    texts=st.integers(1, 5),
    calls=st.integers(1, 10),
    parts=st.integers(1, 4),
)
def test_what_is_likely_never_costs_more_than_the_most(
    texted: int, rung: int, texts: int, calls: int, parts: int
) -> None:
    groups = [Texted(texted, parts), Texted(rung, 2, answer_parts=2)]
    likely, most = expected_cost(texted=groups, rung=rung, texts=texts, calls=calls, prices=PRICES)
    assert 0 <= likely.amount <= most.amount
    assert likely.text_parts >= texted * parts + rung * 2


def test_the_work_of_two_hundred_tenants() -> None:
    work = expected_work(asked=200, wanting=0.2, talk_minutes=20, hours_a_week=10)
    assert (work.talks, round(work.hours_needed, 1), round(work.weeks or 0, 2)) == (40, 13.3, 1.33)
    assert work.ask_a_day == 30


def test_without_a_robot_every_tenant_is_a_talk() -> None:
    work = expected_work(asked=200, wanting=0.2, talk_minutes=20, hours_a_week=10, robot=False)
    assert (work.talks, work.ask_a_day) == (200, 6)


@pytest.mark.parametrize("hours", [0, 1000])
def test_nobody_and_everybody_ringing_back(hours: float) -> None:
    work = expected_work(asked=50, wanting=0.2, talk_minutes=20, hours_a_week=hours)
    assert (work.weeks is None) == (hours == 0)
    assert work.ask_a_day == (50 if hours else 0)
