"""The times in the database hold at once: here when this process changed them, elsewhere within seconds."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from checkin import kept
from checkin.db import make_engine, unit_of_work
from checkin.domain.errors import Refused
from checkin.domain.holidays import USUAL, ClosedDay, Holiday
from checkin.domain.office_hours import Hours
from checkin.hours import clockwork
from checkin.hours.service import change_times, first_times, newest, times_of
from checkin.runtime import Runtime
from checkin.settings import Settings
from tests import factories
from tests.conftest import MovableClock, make_test_runtime

SUNDAYS = Hours.parse("sun 13:00-14:00")
SUNDAY = datetime(2026, 11, 29, 12, 30, tzinfo=UTC)


def change(runtime: Runtime, follows: int = 0, **parts: Any) -> None:
    with unit_of_work(runtime) as session:
        times = replace(times_of(newest(session), runtime.settings), **parts)
        change_times(session, times=times, follows=follows, staff_id=None, now=runtime.now())


def test_to_begin_with_the_settings_hold(runtime: Runtime) -> None:
    assert runtime.times == first_times(runtime.settings)
    assert runtime.text_hours.hours == Hours.parse(runtime.settings.text_hours)
    assert runtime.times.holidays == USUAL


class TestOtherSettings:
    @pytest.fixture
    def given(self) -> dict[str, Any]:
        return {"dutch_holidays": False, "closed_days": "2026-12-28,2026-12-29"}

    @pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
    def test_the_settings_say_which_days_are_closed_first(self, runtime: Runtime) -> None:
        assert runtime.times.holidays == frozenset()
        assert [one.day for one in runtime.times.closed_days] == [date(2026, 12, 28), date(2026, 12, 29)]


def test_a_change_holds_at_once_for_who_made_it(runtime: Runtime) -> None:
    assert not runtime.call_hours.is_open(SUNDAY)
    change(runtime, call_hours=SUNDAYS)
    assert runtime.call_hours.is_open(SUNDAY)
    assert not runtime.text_hours.is_open(SUNDAY)
    tick = frozenset({Holiday.LIBERATION})
    change(runtime, 1, holidays=tick, closed_days=(ClosedDay(SUNDAY.date(), 0, "Inventaris"),))
    assert not runtime.call_hours.is_open(SUNDAY)
    assert runtime.times.holidays == tick
    assert not runtime.calendar("mon-sun 00:00-24:00").is_open(SUNDAY)


def test_another_process_follows_within_seconds(
    runtime: Runtime, settings: Settings, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = make_test_runtime(settings, clock)
    assert not other.call_hours.is_open(SUNDAY)
    change(runtime, call_hours=SUNDAYS)
    assert not other.call_hours.is_open(SUNDAY)
    later = kept.time.monotonic() + clockwork.KEEP_SECONDS
    monkeypatch.setattr(kept.time, "monotonic", lambda: later)
    assert other.call_hours.is_open(SUNDAY)
    other.engine.dispose()
    other.redis.close()


def test_many_questions_cost_one_look(runtime: Runtime) -> None:
    looks: list[str] = []
    event.listen(runtime.engine, "before_cursor_execute", lambda *given: looks.append(given[2]))
    for _ in range(500):
        runtime.text_hours.is_open(runtime.now())
        runtime.call_hours.next_open(runtime.now())
    assert len([one for one in looks if "times_change" in one]) == 1


def test_when_the_database_is_away_the_last_times_hold(
    runtime: Runtime, settings: Settings, clock: MovableClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(runtime, call_hours=SUNDAYS)
    assert runtime.call_hours.is_open(SUNDAY)
    runtime.engine.dispose()
    here, runtime.engine = runtime.engine, make_engine(f"sqlite:///{tmp_path}/nowhere/checkin.db")
    later = kept.time.monotonic() + clockwork.KEEP_SECONDS
    monkeypatch.setattr(kept.time, "monotonic", lambda: later)
    assert runtime.call_hours.is_open(SUNDAY)
    fresh = make_test_runtime(settings, clock)
    fresh.engine.dispose()
    fresh.engine = runtime.engine
    with pytest.raises(OperationalError):
        fresh.call_hours.is_open(SUNDAY)
    fresh.redis.close()
    runtime.engine = here


def test_two_people_cannot_change_the_same_times(runtime: Runtime) -> None:
    change(runtime, call_hours=SUNDAYS)
    with pytest.raises(Refused) as refused:
        change(runtime, 0, call_hours=Hours.parse("mon 09:00-10:00"))
    assert refused.value.code == "times_changed"
    assert runtime.call_hours.hours == SUNDAYS


def test_every_change_stays_with_who_and_when(session: Session, runtime: Runtime) -> None:
    sanne = factories.sanne(session)
    first = first_times(runtime.settings)
    change_times(session, times=first, follows=0, staff_id=sanne.id, now=runtime.now(), postponed=3)
    second = replace(first, text_hours=SUNDAYS)
    change_times(session, times=second, follows=1, staff_id=sanne.id, now=runtime.now() + timedelta(minutes=1))
    last = newest(session)
    assert last is not None
    assert (last.follows, last.staff_id, last.postponed) == (1, sanne.id, 0)
    assert times_of(last, runtime.settings) == second
