"""What a colleague fills in: how a call went, and a word when a case goes back."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from wtforms import BooleanField, DateField, HiddenField, RadioField, StringField, TextAreaField, TimeField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs
from wtforms.validators import InputRequired, Length, Optional

from checkin.cases.service import Destination, Record
from checkin.domain.cases import ContactOutcome
from checkin.domain.handing_on import SkipReason
from checkin.web.forms import Form, _, plain
from checkin.web.words import OUTCOMES, SKIP_REASONS

LONGEST_NOTE = 2000
ANOTHER_MOMENT = frozenset({ContactOutcome.CALL_BACK, ContactOutcome.SPOKEN_MORE})
"""Outcomes after which a moment that was agreed means something; the next try has fields of its own."""


class ContactForm(Form):
    """How a call went."""

    outcome = RadioField(
        _("Hoe ging het?"),
        choices=[SelectChoice(outcome.value, OUTCOMES[outcome]) for outcome in ContactOutcome],
        validators=[InputRequired(_("Kies hoe het gesprek ging."))],
    )
    day = DateField(_("Dag"), validators=[Optional()])
    at = TimeField(_("Tijd"), validators=[Optional()])
    next_day = DateField(_("Dag"), validators=[Optional()])
    next_at = TimeField(_("Tijd"), validators=[Optional()])
    text_missed = BooleanField(_("Stuur een sms dat wij belden"))
    note = TextAreaField(
        _("Notitie voor collega’s"),
        filters=[plain],
        validators=[Length(max=LONGEST_NOTE, message=_("Dit is te lang. Hoogstens 2.000 tekens."))],
    )
    tenant_note = TextAreaField(
        _("Wat de huurder mag lezen"),
        filters=[plain],
        validators=[Length(max=LONGEST_NOTE, message=_("Dit is te lang. Hoogstens 2.000 tekens."))],
    )
    form_token = HiddenField(validators=[Length(max=64)])

    def validate(self, extra_validators: Any = None) -> bool:
        """Ask for a day and a time when the tenant is to be rung at another moment."""
        fine = bool(super().validate(extra_validators))
        if self.outcome.data == ContactOutcome.CALL_BACK and not (self.day.data and self.at.data):
            wrong = self.at if self.day.data else self.day
            wrong.errors = [*wrong.errors, str(_("Kies een dag en een tijd om terug te bellen."))]
            return False
        return fine

    def record(self, zone: ZoneInfo) -> Record:
        """Give what was filled in; the moment is meant on the landlord's clock."""
        outcome = ContactOutcome(self.outcome.data)
        return Record(
            outcome=outcome,
            note=self.note.data or "",
            tenant_note=self.tenant_note.data or "",
            call_at=self._call_at(outcome, zone),
            form_token=self.form_token.data or None,
        )

    def _call_at(self, outcome: ContactOutcome, zone: ZoneInfo) -> datetime | None:
        day, at = (self.day.data, self.at.data) if outcome in ANOTHER_MOMENT else (None, None)
        if outcome is ContactOutcome.NOT_REACHED:
            day, at = self.next_day.data, self.next_at.data
        return moment(day, at, zone) if day and at else None


def moment(day: date, at: time, zone: ZoneInfo) -> datetime:
    """Give a moment on the local clock in UTC."""
    return datetime.combine(day, at, zone).astimezone(UTC)


class GiveBackForm(Form):
    """A word for the next colleague."""

    # The page holds another field of this name: labels find theirs by the id.
    note = StringField(_("Voor de volgende collega"), id="hand-over", filters=[plain], validators=[Length(max=300)])


class SkipForm(Form):
    """Why a tenant is left to another colleague."""

    reason = RadioField(
        _("Waarom slaat u deze huurder over?"),
        id="skip-reason",
        choices=[SelectChoice(reason.value, SKIP_REASONS[reason]) for reason in SkipReason],
        validators=[InputRequired(_("Kies waarom u deze huurder overslaat."))],
    )
    words = StringField(_("In uw eigen woorden"), id="skip-words", filters=[plain], validators=[Length(max=300)])


class ForwardForm(Form):
    """To whom a case goes, and why."""

    to = RadioField(_("Naar wie?"), choices=[], validators=[InputRequired(_("Kies een team of een collega."))])
    reason = TextAreaField(
        _("Waarom?"),
        filters=[plain],
        validators=[
            InputRequired(_("Schrijf kort waarom. De ander leest dit als eerste.")),
            Length(max=300, message=_("Dit is te lang. Hoogstens 300 tekens.")),
        ],
    )

    def destination(self) -> Destination:
        """Give where it goes; the choices are `team-3` and `staff-7`."""
        kind, _dash, number = str(self.to.data).partition("-")
        return Destination(team_id=int(number)) if kind == "team" else Destination(staff_id=int(number))
