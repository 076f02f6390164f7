"""Hours within hours: never a minute outside the landlord's, and never none at all."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.narrowing import ever_open, meet, narrowed
from checkin.domain.office_hours import Calendar, Hours

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
LANDLORD = Calendar(Hours.parse("mon-fri 09:00-12:00 13:00-19:00; sat 10:00-12:00"), AMSTERDAM)
MONDAY = datetime(2026, 11, 23, tzinfo=UTC)

moments = st.integers(0, 14 * 24 * 60).map(lambda minutes: MONDAY + timedelta(minutes=minutes))
clock = st.integers(0, 23)


@given(first=clock, length=st.integers(1, 12), moment=moments)
def test_a_narrowed_calendar_is_open_only_when_both_are(first: int, length: int, moment: datetime) -> None:
    wanted = f"mon-sat {first:02}:00-{min(first + length, 24):02}:00"
    own = Calendar(Hours.parse(wanted), AMSTERDAM)
    both = narrowed(LANDLORD, wanted)
    if ever_open(meet(LANDLORD.hours, own.hours)):
        assert both.is_open(moment) == (LANDLORD.is_open(moment) and own.is_open(moment))
    else:
        assert both == LANDLORD


def test_no_hours_of_its_own_means_the_landlords() -> None:
    assert narrowed(LANDLORD, "") is LANDLORD


def test_hours_that_are_never_open_together_leave_the_landlords() -> None:
    assert narrowed(LANDLORD, "sun 10:00-12:00") == LANDLORD
