"""What a coordinator fills in about the landlord's times: hours by weekday, tick boxes, and days of its own."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from wtforms import IntegerField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs
from wtforms.validators import InputRequired, Length
from wtforms.widgets import HiddenInput

from checkin.domain.holidays import ClosedDay, Holiday
from checkin.domain.office_hours import DAY_MINUTES, DAYS, Hours
from checkin.domain.opening_times import OpeningTimes
from checkin.web.clock_times import WEEKDAYS, HoursField, minute_words
from checkin.web.filters import is_dutch
from checkin.web.forms import Form, TickBoxes, _, plain

ACTIVITIES = ("text", "call", "office")
MOST_DAYS = 100
LONGEST_WHY = 60
_LINE = re.compile(
    r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:\s+(?:vanaf|from)\s+(\d{1,2})(?:[.:](\d{2}))?(?:\s*uur)?)?\s*(.*)"
)

HOLIDAY_NAMES: dict[Holiday, str] = {
    Holiday.NEW_YEAR: _("Nieuwjaarsdag"),
    Holiday.GOOD_FRIDAY: _("Goede Vrijdag"),
    Holiday.EASTER: _("Eerste Paasdag"),
    Holiday.EASTER_MONDAY: _("Tweede Paasdag"),
    Holiday.KINGS_DAY: _("Koningsdag"),
    Holiday.REMEMBRANCE: _("Dodenherdenking, vanaf 18.30 uur"),
    Holiday.LIBERATION: _("Bevrijdingsdag"),
    Holiday.ASCENSION: _("Hemelvaartsdag"),
    Holiday.PENTECOST: _("Eerste Pinksterdag"),
    Holiday.PENTECOST_MONDAY: _("Tweede Pinksterdag"),
    Holiday.CHRISTMAS_EVE: _("Dag voor Kerst, vanaf 12.00 uur"),
    Holiday.CHRISTMAS: _("Eerste Kerstdag"),
    Holiday.BOXING_DAY: _("Tweede Kerstdag"),
    Holiday.NEW_YEARS_EVE: _("Oudejaarsdag, vanaf 12.00 uur"),
}
ACTIVITY_NAMES = {"text": _("Sms"), "call": _("Automatisch bellen"), "office": _("Terugbellen door collega’s")}


class TimesForm(Form):
    """All times at once; `follows` says which times were on the screen."""

    follows = IntegerField(widget=HiddenInput(), validators=[InputRequired()])
    holidays = TickBoxes(
        _("Vrije dagen"),
        choices=[SelectChoice(one.value, HOLIDAY_NAMES[one]) for one in Holiday],
    )
    closed_days = TextAreaField(
        _("Eigen dagen dat u dicht bent"),
        filters=[plain],
        validators=[Length(max=MOST_DAYS * 100, message=_("Houd het bij 100 dagen."))],
    )

    def show(self, times: OpeningTimes, follows: int) -> None:
        """Fill in the times that hold now."""
        self.follows.data = follows
        for activity, hours in zip(ACTIVITIES, _hours_of(times), strict=True):
            for day, spans in zip(DAYS, hours.spans, strict=True):
                self[f"{activity}_{day}"].data = spans
        self.holidays.data = [one.value for one in times.holidays]
        self.closed_days.data = "\n".join(closed_day_words(one) for one in times.closed_days)

    def row(self, day: int) -> list[Any]:
        """Give the three fields of one weekday."""
        return [self[f"{activity}_{DAYS[day]}"] for activity in ACTIVITIES]

    def validate(self, extra_validators: Any = None) -> bool:
        """Read the days of the landlord's own too, and ask for some hours for each activity."""
        fine = bool(super().validate(extra_validators))
        for activity in ACTIVITIES:
            if not any(self[f"{activity}_{day}"].data for day in DAYS):
                first = self[f"{activity}_{DAYS[0]}"]
                if not first.errors:
                    first.errors = [str(_("Vul op minstens één dag tijden in."))]
                fine = False
        problem = next((line for line in self._lines() if _closed_day(line) is None), None)
        if problem is not None:
            words = _("Deze regel begrijpen wij niet: %(line)s. Schrijf bijvoorbeeld 28-12-2026 Inventarisatie.")
            self.closed_days.errors = [*self.closed_days.errors, str(words) % {"line": problem}]
            fine = False
        return fine

    def _lines(self) -> list[str]:
        return [line.strip() for line in (self.closed_days.data or "").splitlines() if line.strip()]

    def times(self) -> OpeningTimes:
        """Give what was filled in."""
        text, call, office = (
            Hours(tuple(self[f"{activity}_{day}"].data or () for day in DAYS)) for activity in ACTIVITIES
        )
        days = filter(None, (_closed_day(line) for line in self._lines()))
        ticked = frozenset(Holiday(name) for name in self.holidays.data or ())
        return OpeningTimes(text, call, office, ticked, tuple(sorted(days, key=lambda one: (one.day, one.from_minute))))


for _activity in ACTIVITIES:
    for _day, _name in zip(DAYS, WEEKDAYS, strict=True):
        setattr(TimesForm, f"{_activity}_{_day}", HoursField(_name))


def _hours_of(times: OpeningTimes) -> tuple[Hours, Hours, Hours]:
    return times.text_hours, times.call_hours, times.office_hours


def _closed_day(line: str) -> ClosedDay | None:
    match = _LINE.fullmatch(line)
    if match is None:
        return None
    day, month, year, hour, minute, why = match.groups()
    from_minute = int(hour or 0) * 60 + int(minute or 0)
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    if from_minute >= DAY_MINUTES or int(minute or 0) >= 60:  # noqa: PLR2004  minutes in an hour
        return None
    return ClosedDay(found, from_minute, why[:LONGEST_WHY])


def closed_day_words(one: ClosedDay) -> str:
    """Write a day of the landlord's own as it is typed."""
    since = f" {'vanaf' if is_dutch() else 'from'} {minute_words(one.from_minute)}" if one.from_minute else ""
    return f"{one.day:%d-%m-%Y}{since} {one.why}".strip()
