"""What a colleague fills in for a standing check-in, and for a pause in it."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from wtforms import DateField, RadioField, SelectField, TimeField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs
from wtforms.validators import InputRequired, Optional

from checkin.domain.standing import Every, Rhythm
from checkin.outreach.standing_models import AskedHow, StandingCheckIn
from checkin.tenants.models import Channel
from checkin.web.forms import Form, _

WEEKDAYS = (
    _("maandag"), _("dinsdag"), _("woensdag"), _("donderdag"), _("vrijdag"), _("zaterdag"), _("zondag"),
)  # fmt: skip
HOW = {AskedHow.PHONE: _("Aan de telefoon"), AskedHow.TEXT: _("Per sms"), AskedHow.PAPER: _("Op papier")}


class StandingForm(Form):
    """How often, when, how; and how the tenant asked for it."""

    every = RadioField(
        _("Hoe vaak?"),
        choices=[SelectChoice(Every.DAY.value, _("Elke dag")), SelectChoice(Every.WEEK.value, _("Elke week"))],
        default=Every.WEEK.value,
        validators=[InputRequired(_("Kies hoe vaak."))],
    )
    weekday = SelectField(
        _("Op welke dag?"),
        choices=[SelectChoice(str(number), name) for number, name in enumerate(WEEKDAYS)],
        validators=[InputRequired(_("Kies een dag."))],
    )
    at = TimeField(_("Hoe laat?"), default=time(10), validators=[InputRequired(_("Vul een tijd in, zoals 10:00."))])
    channel = RadioField(
        _("Hoe vragen wij het?"),
        choices=[
            SelectChoice(Channel.AUTO.value, _("Sms naar een mobiel, anders een telefoontje")),
            SelectChoice(Channel.TEXT.value, _("Sms")),
            SelectChoice(Channel.VOICE.value, _("Een automatisch telefoontje")),
        ],
        default=Channel.AUTO.value,
        validators=[InputRequired(_("Kies hoe wij het vragen."))],
    )
    asked_how = RadioField(
        _("Hoe vroeg de huurder erom?"),
        choices=[SelectChoice(how.value, words) for how, words in HOW.items()],
        validators=[InputRequired(_("Kies hoe de huurder erom vroeg."))],
    )

    @classmethod
    def of(cls, standing: StandingCheckIn | None) -> StandingForm:
        """Give the form with what holds now, or empty."""
        if standing is None:
            return cls(formdata=None)
        return cls(
            formdata=None,
            every=standing.every.value,
            weekday=str(standing.weekday),
            at=standing.at,
            channel=standing.channel.value,
            asked_how=standing.asked_how.value,
        )

    def rhythm(self) -> Rhythm:
        """Give what was filled in."""
        return Rhythm(Every(self.every.data), self.at.data or time(10), int(self.weekday.data))


class PauseForm(Form):
    """From when until when; without an end until somebody says so."""

    pause_from = DateField(_("Eerste dag"), validators=[InputRequired(_("Kies de eerste dag."))])
    pause_until = DateField(_("Laatste dag"), validators=[Optional()])

    @classmethod
    def of(cls, standing: StandingCheckIn | None, now: datetime) -> PauseForm:
        """Give the form with the pause that holds, or with today."""
        given: dict[str, Any] = {"pause_from": now.date()}
        if standing is not None and standing.pause_from is not None:
            given = {"pause_from": standing.pause_from, "pause_until": standing.pause_until}
        return cls(formdata=None, **given)
