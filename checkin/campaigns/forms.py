"""What a coordinator fills in to start a campaign."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_ngettext
from wtforms import BooleanField, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs
from wtforms.validators import InputRequired, Length, Optional

from checkin.campaigns.queries import Places
from checkin.tenants.models import Channel
from checkin.web.forms import Form, _, plain

EVERYONE, NEIGHBOURHOOD, COMPLEX, LIST = "everyone", "neighbourhood", "complex", "list"
LONGEST_LIST = 200_000


def _offered(empty: str, names: tuple[str, ...]) -> list[SelectChoice]:
    return [SelectChoice("", empty), *(SelectChoice(name, name) for name in names)]


class CampaignForm(Form):
    """Whom to ask, and how."""

    name = StringField(
        _("Naam van de belronde"),
        filters=[plain],
        validators=[
            InputRequired(_("Geef de belronde een naam.")),
            Length(max=80, message=_("Houd de naam korter dan 80 tekens.")),
        ],
    )
    who = RadioField(
        _("Wie vraagt u?"),
        choices=[
            SelectChoice(EVERYONE, _("Alle huurders")),
            SelectChoice(NEIGHBOURHOOD, _("Eén wijk")),
            SelectChoice(COMPLEX, _("Eén complex")),
            SelectChoice(LIST, _("Een lijst met huurdernummers")),
        ],
        default=EVERYONE,
        validators=[InputRequired(_("Kies wie u vraagt."))],
    )
    neighbourhood = SelectField(_("Wijk"), validators=[Optional()])
    complex = SelectField(_("Complex"), validators=[Optional()])
    references = TextAreaField(
        _("Huurdernummers"),
        filters=[plain],
        validators=[Length(max=LONGEST_LIST, message=_("Deze lijst is te lang. Maak er twee belrondes van."))],
    )
    elderly = BooleanField(_("Alleen huurders van 80 jaar en ouder"))
    channel = RadioField(
        _("Hoe vraagt u het?"),
        choices=[
            SelectChoice(Channel.AUTO.value, _("Automatisch: sms naar een mobiel, bellen naar een vast nummer")),
            SelectChoice(Channel.TEXT.value, _("Alleen sms")),
            SelectChoice(Channel.VOICE.value, _("Alleen bellen")),
        ],
        default=Channel.AUTO.value,
        validators=[InputRequired(_("Kies hoe u het vraagt."))],
    )

    def offer(self, places: Places) -> None:
        """Fill the lists from which one chooses."""
        self.neighbourhood.choices = _offered(_("Kies een wijk"), places.neighbourhoods)
        self.complex.choices = _offered(_("Kies een complex"), places.complexes)

    def validate(self, extra_validators: Any = None) -> bool:
        """Ask for the neighbourhood, complex or list that was meant."""
        fine = bool(super().validate(extra_validators))
        needed = {
            NEIGHBOURHOOD: (self.neighbourhood, _("Kies een wijk.")),
            COMPLEX: (self.complex, _("Kies een complex.")),
            LIST: (self.references, _("Vul één of meer huurdernummers in.")),
        }
        field, message = needed.get(self.who.data, (None, ""))
        if field is not None and not field.data:
            field.errors = [*field.errors, str(message)]
            return False
        return fine

    def listed(self) -> list[str]:
        """Give the numbers of the list: one on a line, or with commas or semicolons between."""
        text = (self.references.data or "").replace(";", "\n").replace(",", "\n")
        return list(dict.fromkeys(filter(None, (line.strip() for line in text.splitlines()))))

    def refuse_unknown(self, unknown: list[str]) -> None:
        """Say which numbers of the list are nobody's."""
        shown = ", ".join(unknown[:10])
        words = lazy_ngettext(
            "Dit nummer kennen wij niet: %(shown)s.",
            "%(num)s nummers kennen wij niet, zoals %(shown)s.",
            len(unknown),
            shown=shown,
        )
        self.references.errors = [*self.references.errors, str(words)]
