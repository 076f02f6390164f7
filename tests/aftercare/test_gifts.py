"""A card or flowers: who approves, what was sent, and what it costs a month."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checkin.aftercare import gifts
from checkin.aftercare.gifts import GiftWish
from checkin.aftercare.models import Gift
from checkin.db import unit_of_work
from checkin.domain.errors import Refused
from checkin.domain.gifts import GiftAction, GiftKind, GiftState
from checkin.staff.models import Staff
from checkin.tenants.models import Happening, Tenant
from tests import factories
from tests.line import Line


@pytest.fixture
def linden(line: Line) -> Tenant:
    return line.store(factories.tenant)


@pytest.fixture
def sanne(line: Line) -> Staff:
    return line.store(factories.sanne)


def ask(line: Line, tenant: Tenant, staff: Staff, kind: GiftKind, amount: Decimal | None = None) -> int:
    with unit_of_work(line.runtime) as session:
        wish, by = (
            GiftWish(kind, "Zestig jaar getrouwd", amount),
            {"tenant_id": tenant.id or 0, "staff_id": staff.id or 0},
        )
        return gifts.ask(session, line.runtime.settings, wish=wish, **by, now=line.clock()).id or 0


def decide(line: Line, gift_id: int, action: GiftAction, staff: Staff) -> None:
    with unit_of_work(line.runtime) as session:
        gifts.decide(session, gift_id=gift_id, action=action, staff_id=staff.id or 0, now=line.clock())


def states(line: Line) -> list[GiftState]:
    return [gift.state for gift in sorted(line.rows(Gift), key=lambda gift: gift.id)]


@pytest.mark.parametrize(
    ("kind", "amount", "first"),
    [
        (GiftKind.CARD, None, GiftState.TO_SEND),
        (GiftKind.FLOWERS, None, GiftState.PROPOSED),
        (GiftKind.FLOWERS, Decimal(10), GiftState.TO_SEND),
        (GiftKind.CARD, Decimal("10.01"), GiftState.PROPOSED),
    ],
)
def test_what_costs_more_than_the_setting_waits_for_a_coordinator(
    line: Line, linden: Tenant, sanne: Staff, kind: GiftKind, amount: Decimal | None, first: GiftState
) -> None:
    ask(line, linden, sanne, kind, amount)
    assert states(line) == [first]


def test_flowers_that_came_back_are_sent_again(line: Line, linden: Tenant, sanne: Staff) -> None:
    gift = ask(line, linden, sanne, GiftKind.FLOWERS)
    for action in (GiftAction.APPROVE, GiftAction.SEND, GiftAction.RETURN, GiftAction.SEND_AGAIN, GiftAction.SEND):
        decide(line, gift, action, sanne)
    assert states(line) == [GiftState.SENT]
    assert line.told(linden) == [Happening.GIFT] * 6


def test_a_second_coordinator_hears_that_it_moved_on(line: Line, linden: Tenant, sanne: Staff) -> None:
    gift = ask(line, linden, sanne, GiftKind.FLOWERS)
    decide(line, gift, GiftAction.REFUSE, sanne)
    with pytest.raises(Refused, match="gift_moved_on"):
        decide(line, gift, GiftAction.APPROVE, sanne)
    assert states(line) == [GiftState.REFUSED]


def test_what_was_called_off_meanwhile_is_not_noted_as_sent(line: Line, linden: Tenant, sanne: Staff) -> None:
    ids = [ask(line, linden, sanne, GiftKind.CARD) for _gift in range(3)]
    decide(line, ids[1], GiftAction.CANCEL, sanne)
    for expected in (2, 0):
        with unit_of_work(line.runtime) as session:
            assert gifts.send_all(session, gift_ids=ids, staff_id=sanne.id or 0, now=line.clock()) == expected
    assert states(line) == [GiftState.SENT, GiftState.CANCELLED, GiftState.SENT]
