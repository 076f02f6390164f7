"""Hours in which somebody is rung about danger."""

from __future__ import annotations

from datetime import timedelta

from checkin.alarms import on_call
from checkin.domain.office_hours import Hours


def test_outside_office_hours_is_all_the_rest_of_the_week() -> None:
    office = Hours.parse("mon-thu 09:00-12:00 13:00-17:00; fri 09:00-24:00")
    rest = on_call.outside(office)
    assert rest.written().startswith("mon 00:00-09:00 12:00-13:00 17:00-24:00; tue")
    assert "fri 00:00-09:00; sat 00:00-24:00" in rest.written()
    assert rest.minutes_a_week() + office.minutes_a_week() == timedelta(days=7) / timedelta(minutes=1)
    assert on_call.kind_of(rest, office) == on_call.OUTSIDE
