"""Parts of the coming days in which a tenant may wish to be rung."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.office_hours import Calendar, Hours
from checkin.domain.wishes import OFFERED, slots

ZONE = ZoneInfo("Europe/Amsterdam")
OFFICE = Calendar(Hours.parse("mon-fri 09:00-12:30 13:00-17:00"), ZONE)
MONDAY = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def said(now: datetime, not_before: datetime) -> list[str]:
    found = slots(now, OFFICE, not_before=not_before)
    return [f"{slot.start.astimezone(ZONE):%a %H.%M}-{slot.end.astimezone(ZONE):%H.%M}" for slot in found]


@pytest.mark.parametrize(
    ("hours", "promised", "first"),
    [
        (0, 1, ["Mon 10.30-12.00", "Mon 12.00-17.00", "Tue 09.00-12.00"]),
        # Nobody is promised anything sooner than the queue allows.
        (0, 4, ["Mon 12.00-17.00", "Tue 09.00-12.00", "Tue 12.00-17.00"]),
        (0, 27, ["Tue 12.00-17.00", "Wed 09.00-12.00", "Wed 12.00-17.00"]),
        # What is nearly over is not offered any more, nor is the weekend.
        (6.2, 6.4, ["Tue 09.00-12.00", "Tue 12.00-17.00", "Wed 09.00-12.00"]),
        (4 * 24 + 7, 4 * 24 + 8, ["Mon 09.00-12.00", "Mon 12.00-17.00", "Tue 09.00-12.00"]),
    ],
)
def test_what_is_offered(hours: float, promised: float, first: list[str]) -> None:
    assert said(MONDAY + timedelta(hours=hours), MONDAY + timedelta(hours=promised))[:3] == first


@given(st.integers(0, 3 * 365 * 24 * 60), st.integers(0, 5 * 24 * 60))
def test_every_slot_is_to_come_and_can_be_kept(minutes: int, more: int) -> None:
    now = MONDAY + timedelta(minutes=minutes)
    soonest = now + timedelta(minutes=more)
    found = slots(now, OFFICE, not_before=soonest)
    assert len(found) == OFFERED
    assert all(now <= slot.start < slot.end and slot.end >= soonest for slot in found)
    assert found == sorted(found, key=lambda slot: slot.start)
    assert all(OFFICE.is_open(slot.start) or slot.start == now for slot in found)
