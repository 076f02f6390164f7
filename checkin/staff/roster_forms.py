"""What is filled in about a colleague's hours: every week, and one day that is different."""

from __future__ import annotations

from typing import Any

from wtforms import DateField, RadioField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs
from wtforms.validators import InputRequired

from checkin.domain.office_hours import DAYS, Hours, written_spans
from checkin.web.clock_times import WEEKDAYS, HoursField
from checkin.web.forms import Form, _

ABSENT, OTHER = "absent", "other"


class WeekForm(Form):
    """The hours of every week."""

    def show(self, hours: Hours | None) -> None:
        """Fill in what holds now."""
        for day, spans in zip(DAYS, hours.spans if hours else ((),) * 7, strict=True):
            self[day].data = spans

    def hours(self) -> Hours | None:
        """Give what was filled in; None when it is nothing."""
        spans = tuple(self[day].data or () for day in DAYS)
        return Hours(spans) if any(spans) else None


for _day, _name in zip(DAYS, WEEKDAYS, strict=True):
    setattr(WeekForm, _day, HoursField(_name))


class DayForm(Form):
    """One day that is different."""

    day = DateField(_("Welke dag?"), validators=[InputRequired(_("Kies een dag."))])
    what = RadioField(
        _("Wat is er die dag?"),
        choices=[
            SelectChoice(ABSENT, _("Hele dag afwezig")),
            SelectChoice(OTHER, _("Andere tijden")),
        ],
        default=ABSENT,
        validators=[InputRequired(_("Kies wat er die dag is."))],
    )
    other = HoursField(_("Die dag van … tot …"))

    def validate(self, extra_validators: Any = None) -> bool:
        """Ask for the other hours when those are meant."""
        fine = bool(super().validate(extra_validators))
        if self.what.data == OTHER and not self.other.data and not self.other.errors:
            self.other.errors = [str(_("Vul de tijden van die dag in."))]
            return False
        return fine

    def hours(self) -> str:
        """Give the hours of that day; empty is absent."""
        return written_spans(self.other.data or ()) if self.what.data == OTHER else ""
