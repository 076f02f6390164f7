"""The ladder of a promise: half-way, at the moment, and five seconds after it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.nudges import Rung, due, half_way, ring_before
from checkin.domain.office_hours import Calendar, Hours

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
OFFICE = Calendar(Hours.parse("mon-fri 09:00-17:00"), ZoneInfo("Europe/Amsterdam"))


@pytest.mark.parametrize(
    ("seconds", "rungs", "again"),
    [
        (-3600, (Rung.COLLEAGUE,), 0),
        (-1, (Rung.COLLEAGUE,), 0),
        (0, (Rung.TEAM,), 5),
        (4, (Rung.TEAM,), 5),
        (5, (Rung.TEAM, Rung.COORDINATOR), None),
        (3600, (Rung.TEAM, Rung.COORDINATOR), None),  # the service was away: all at once
        (13 * 3600, (), None),
    ],
)
def test_who_should_have_been_told(seconds: int, rungs: tuple[Rung, ...], again: int | None) -> None:
    found = due(NOON, NOON + timedelta(seconds=seconds))
    assert found.rungs == rungs
    assert found.look_again_at == (None if again is None else NOON + timedelta(seconds=again))


@pytest.mark.parametrize(
    ("first_rang_at", "agreed_at", "before"),
    [
        (None, None, NOON),
        (None, NOON + timedelta(hours=3), NOON),
        (NOON, None, None),
        (NOON, NOON + timedelta(hours=3), NOON + timedelta(hours=4)),
    ],
)
def test_before_when_somebody_should_ring(
    first_rang_at: datetime | None, agreed_at: datetime | None, before: datetime | None
) -> None:
    assert ring_before(first_rang_at=first_rang_at, promised=NOON, agreed_at=agreed_at) == before


def test_half_way_counts_office_time_only() -> None:
    friday = datetime(2026, 11, 27, 15, 0, tzinfo=UTC)  # four in the afternoon in Amsterdam
    monday = datetime(2026, 11, 30, 10, 0, tzinfo=UTC)
    assert half_way(friday, monday, OFFICE) == datetime(2026, 11, 30, 8, 30, tzinfo=UTC)


@given(st.integers(0, 60 * 24 * 20), st.integers(0, 60 * 24 * 20))
def test_half_way_is_never_after_the_promise(first: int, second: int) -> None:
    told, promised = NOON + timedelta(minutes=min(first, second)), NOON + timedelta(minutes=max(first, second))
    assert half_way(told, promised, OFFICE) <= promised
