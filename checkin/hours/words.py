"""A change of the times in sentences: what it was, what it became, and what that means for a week."""

from __future__ import annotations

from collections.abc import Iterator

from flask_babel import format_decimal, gettext

from checkin.domain.holidays import Holiday
from checkin.domain.office_hours import Hours
from checkin.domain.opening_times import OpeningTimes
from checkin.hours.forms import ACTIVITY_NAMES, HOLIDAY_NAMES, closed_day_words
from checkin.hours.queries import Change
from checkin.web.clock_times import WEEKDAYS, hours_words


def change_words(change: Change) -> list[str]:
    """Say everything that one change changed; one sentence each."""
    before, after = change.before, change.after
    pairs = (
        (before.text_hours, after.text_hours),
        (before.call_hours, after.call_hours),
        (before.office_hours, after.office_hours),
    )
    told = [
        line
        for name, (old, new) in zip(ACTIVITY_NAMES.values(), pairs, strict=True)
        if old != new
        for line in _hours(str(name), old, new)
    ]
    return [*told, *_holidays(before, after), *_own_days(before, after)]


def _hours(name: str, old: Hours, new: Hours) -> Iterator[str]:
    alike: dict[tuple[str, str], list[str]] = {}
    for weekday, was, became in zip(WEEKDAYS, old.spans, new.spans, strict=True):
        if was != became:
            alike.setdefault((hours_words(was), hours_words(became)), []).append(str(weekday))
    for (was_words, became_words), days in alike.items():
        yield gettext(
            "%(what)s op %(day)s: %(became)s (was %(was)s)",
            what=name,
            day=", ".join(days),
            became=became_words or gettext("dicht"),
            was=was_words or gettext("dicht"),
        )
    yield gettext(
        "%(what)s: %(new)s uur per week (was %(old)s)",
        what=name,
        new=format_decimal(round(new.minutes_a_week() / 60, 1)),
        old=format_decimal(round(old.minutes_a_week() / 60, 1)),
    )


def _holidays(before: OpeningTimes, after: OpeningTimes) -> Iterator[str]:
    for one in Holiday:
        if one in after.holidays and one not in before.holidays:
            yield gettext("Dicht: %(day)s", day=HOLIDAY_NAMES[one])
        if one in before.holidays and one not in after.holidays:
            yield gettext("Weer open: %(day)s", day=HOLIDAY_NAMES[one])


def _own_days(before: OpeningTimes, after: OpeningTimes) -> Iterator[str]:
    for one in after.closed_days:
        if one not in before.closed_days:
            yield gettext("Dicht: %(day)s", day=closed_day_words(one))
    for one in before.closed_days:
        if one not in after.closed_days:
            yield gettext("Weer open: %(day)s", day=closed_day_words(one))
