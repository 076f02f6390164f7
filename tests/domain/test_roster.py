"""The roster: weekly hours, days that are different and what a colleague says on the spot, cut by office hours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.duty import Duty
from checkin.domain.holidays import USUAL, Closures
from checkin.domain.office_hours import Calendar, Hours, read_spans, written_spans
from checkin.domain.roster import Member, SaidNow, duty_of, is_on_duty, joins, stops, without_roster

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
OFFICE = Calendar(Hours.parse("mon-fri 09:00-17:00"), AMSTERDAM, closes_at=Closures(USUAL))
MORNINGS = Hours.parse("mon 09:00-11:00; wed 09:00-11:00 14:00-16:00")
MONDAY = date(2026, 11, 23)


def local(text: str) -> datetime:
    """A moment by the clock in Amsterdam."""
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM).astimezone(UTC)


NOW = local("2026-11-23 09:30")


def people(duty: Duty, *moments: str) -> list[int]:
    return [duty.people_at(local(moment)) for moment in moments]


def test_weekly_hours_come_back_every_week() -> None:
    duty = duty_of([Member(MORNINGS), Member(MORNINGS), Member(Hours.parse("mon 10:00-12:00"))], now=NOW, office=OFFICE)
    assert people(duty, "2026-11-23 09:30", "2026-11-23 10:30", "2026-11-23 11:30", "2026-11-23 12:00") == [2, 3, 1, 0]
    assert people(duty, "2026-11-30 10:30", "2026-12-02 15:00", "2026-11-24 10:00") == [3, 2, 0]


def test_hours_outside_the_office_and_on_closed_days_do_not_count() -> None:
    always = Member(Hours.parse("mon-sun 00:00-24:00"))
    duty = duty_of([always], now=NOW, office=OFFICE)
    assert people(duty, "2026-11-23 08:59", "2026-11-23 09:00", "2026-11-23 17:00", "2026-11-28 10:00") == [0, 1, 0, 0]
    assert people(duty, "2026-12-24 11:59", "2026-12-24 12:00", "2026-12-25 10:00", "2026-12-28 10:00") == [1, 0, 0, 1]


def test_a_day_that_is_different_takes_the_place_of_every_week() -> None:
    other = Member(MORNINGS, {MONDAY: (), date(2026, 11, 25): ((600, 660),)})
    duty = duty_of([other, Member(MORNINGS)], now=NOW, office=OFFICE)
    assert people(duty, "2026-11-23 10:00", "2026-11-25 09:30", "2026-11-25 10:30", "2026-11-25 15:00") == [1, 1, 2, 1]
    assert people(duty, "2026-11-30 10:00") == [2]


def test_who_stops_does_not_count_from_that_moment_and_comes_back_for_the_next_hours() -> None:
    now = local("2026-11-25 10:00")
    said = stops(Member(MORNINGS), now=now, office=OFFICE)
    assert said == SaidNow(joins=False, since=now, until=local("2026-11-25 11:00"))
    duty = duty_of([Member(MORNINGS, said=said)], now=now, office=OFFICE)
    assert people(duty, "2026-11-25 09:59", "2026-11-25 10:00", "2026-11-25 14:00", "2026-11-30 09:00") == [1, 0, 1, 1]


def test_who_is_not_on_duty_cannot_stop() -> None:
    assert stops(Member(MORNINGS), now=local("2026-11-24 10:00"), office=OFFICE) is None


def test_who_joins_counts_for_two_hours_within_the_office() -> None:
    now = local("2026-11-24 15:30")
    duty = duty_of([Member(said=joins(now))], now=now, office=OFFICE)
    assert people(duty, "2026-11-24 15:29", "2026-11-24 15:30", "2026-11-24 16:59", "2026-11-24 17:00") == [0, 1, 1, 0]


def test_who_joins_within_her_own_hours_counts_once() -> None:
    now = local("2026-11-23 10:00")
    duty = duty_of([Member(MORNINGS, said=joins(now))], now=now, office=OFFICE)
    assert people(duty, "2026-11-23 09:30", "2026-11-23 10:30", "2026-11-23 11:30", "2026-11-23 12:00") == [1, 1, 1, 0]
    assert duty.minutes_between(local("2026-11-23 09:00"), local("2026-11-23 17:00")) == 180


def test_a_colleague_knows_until_when_she_is_on_duty() -> None:
    now = local("2026-11-23 10:00")
    member = Member(MORNINGS, said=joins(now))
    assert is_on_duty(member, now=now + timedelta(minutes=30), office=OFFICE) == (now, local("2026-11-23 12:00"))
    assert is_on_duty(member, now=local("2026-11-23 12:30"), office=OFFICE) is None


def test_without_a_roster_a_few_people_are_there_and_today_those_who_work() -> None:
    duty = without_roster(2, at_work=5, now=NOW, office=OFFICE)
    assert people(duty, "2026-11-23 10:00", "2026-11-23 18:00", "2026-11-24 10:00", "2026-11-28 10:00") == [5, 0, 2, 0]
    assert without_roster(2, at_work=0, now=NOW, office=OFFICE).people_at(NOW) == 2


@pytest.mark.parametrize("text", ["", "09:00-11:00", "09:00-11:00 13:00-14:30"])
def test_the_hours_of_a_day_are_written_as_they_are_read(text: str) -> None:
    assert written_spans(read_spans(text)) == text


MOMENTS = st.integers(0, 3 * 365 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
SPANS = st.sampled_from([(), ((540, 660),), ((480, 720), (780, 1080)), ((0, 1440),), ((130, 200),)])
OFFICES = st.sampled_from(["mon-fri 09:00-17:00", "mon-sun 00:00-24:00", "mon-sat 08:00-12:00 13:00-18:00"])


@st.composite
def members(draw: Callable[..., object], now: datetime) -> Member:
    """Any colleague: hours every week, different days near now, and perhaps something said within the last day."""
    weekly = Hours(tuple(draw(SPANS) for _ in range(7)))  # type: ignore[misc]
    days = draw(st.dictionaries(st.integers(-1, 4), SPANS, max_size=3))
    assert isinstance(days, dict)
    said = draw(st.none() | st.builds(SaidNow, st.booleans(), st.just(now), st.just(now + timedelta(hours=2))))
    assert said is None or isinstance(said, SaidNow)
    exceptions = {now.astimezone(AMSTERDAM).date() + timedelta(days=number): spans for number, spans in days.items()}
    return Member(weekly, exceptions, said)


@given(st.data(), MOMENTS, OFFICES)
def test_duty_is_what_each_colleague_says_of_each_minute(data: st.DataObject, now: datetime, hours: str) -> None:
    office = Calendar(Hours.parse(hours), AMSTERDAM, closes_at=Closures(USUAL))
    team = data.draw(st.lists(members(now), max_size=4))
    duty = duty_of(team, now=now, office=office, days=3)
    for minutes in range(-60, 2 * 24 * 60, 47):
        moment = now + timedelta(minutes=minutes)
        if moment.astimezone(AMSTERDAM).date() < now.astimezone(AMSTERDAM).date():
            continue
        assert duty.people_at(moment) == sum(is_there(one, moment) for one in team) * office.is_open(moment)


def is_there(member: Member, moment: datetime) -> bool:
    """Say it as a person does: she said so, or the clock on the wall is within the hours of her day."""
    said = member.said
    if said and said.since <= moment < said.until:
        return said.joins
    wall = moment.astimezone(AMSTERDAM)
    minute = wall.hour * 60 + wall.minute
    return any(start <= minute < end for start, end in member.hours_on(wall.date()))
