"""What is filled in about who is rung about danger."""

from __future__ import annotations

from typing import Any

from wtforms import RadioField, SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs
from wtforms.validators import InputRequired

from checkin.alarms.on_call import ALWAYS, OFFICE, OUTSIDE, OWN
from checkin.domain.office_hours import Hours
from checkin.staff.models import Staff
from checkin.staff.roster_forms import WeekForm
from checkin.web.forms import _

WHEN = {
    ALWAYS: _("Altijd, ook in de nacht"),
    OFFICE: _("In kantoortijd"),
    OUTSIDE: _("Buiten kantoortijd"),
    OWN: _("Op eigen tijden"),
}


class OnCallForm(WeekForm):
    """One more colleague who is rung; hours of one's own are those of a week."""

    staff = SelectField(_("Collega"), coerce=int, validators=[InputRequired(_("Kies een collega."))])
    when = RadioField(
        _("Wanneer bellen wij deze collega?"),
        choices=[SelectChoice(value, words) for value, words in WHEN.items()],
        default=ALWAYS,
        validators=[InputRequired(_("Kies wanneer wij bellen."))],
    )

    def __init__(self, *, people: list[Staff], **given: Any) -> None:
        super().__init__(**given)
        self.staff.choices = [SelectChoice(one.id, one.name) for one in people]

    def validate(self, extra_validators: Any = None) -> bool:
        """Ask for hours of one's own when those are meant."""
        fine = bool(super().validate(extra_validators))
        if fine and self.when.data == OWN and self.hours() is None:
            self.when.errors = [str(_("Vul de eigen tijden in, bijvoorbeeld 18.00-22.00."))]
            return False
        return fine

    def own(self) -> Hours | None:
        """Give the hours of one's own, when those are meant."""
        return self.hours() if self.when.data == OWN else None
