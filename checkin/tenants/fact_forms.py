"""What a colleague fills in about a tenant: numbers, how and when to ask, and how to speak."""

from __future__ import annotations

from wtforms import BooleanField, HiddenField, SelectField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs
from wtforms.validators import AnyOf, Length

from checkin.domain.tongues import LANGUAGES as SPOKEN
from checkin.tenants.candidates import LONGEST, Rules, Value
from checkin.tenants.cells import LANGUAGES
from checkin.tenants.changing import CHANGEABLE, read_facts, shown_numbers, version_of
from checkin.tenants.columns import PHONES
from checkin.tenants.models import Channel, Tenant
from checkin.tenants.sentences import say
from checkin.web.forms import Form, _
from checkin.web.languages import language, language_name

FACT_NAMES = {
    "mobile": _("mobiel nummer"),
    "landline": _("vast nummer"),
    "phone_2": _("tweede nummer"),
    "phone_note": _("notitie bij de nummers"),
    "email": _("e-mailadres"),
    "channel": _("hoe wij vragen"),
    "best_daypart": _("beste moment"),
    "slow_speech": _("hoort slecht"),
    "spoken_name": _("uitspraak van de naam"),
    "language": _("taal"),
}
"""How the timeline names what was changed."""
CHANNELS = {
    Channel.AUTO: _("Zoals de belronde het doet"),
    Channel.TEXT: _("Liever een sms"),
    Channel.VOICE: _("Liever een telefoontje"),
    Channel.NONE: _("Alleen post: geen sms en geen automatisch telefoontje"),
}
DAYPARTS = {
    "": _("Geen voorkeur"),
    "morning": _("In de ochtend"),
    "afternoon": _("In de middag"),
    "evening": _("In de avond"),
}
LONGEST_NUMBER, LONGEST_NOTE = 60, 80


def _text(label: str, most: int = LONGEST) -> StringField:
    return StringField(label, validators=[Length(max=most, message=_("Dit is te lang. Maak het korter."))])


class FactsForm(Form):
    """The facts of one tenant."""

    version = HiddenField()
    mobile = _text(_("Mobiel nummer"), LONGEST_NUMBER)
    landline = _text(_("Vast nummer"), LONGEST_NUMBER)
    phone_2 = _text(_("Tweede nummer"), LONGEST_NUMBER)
    phone_note = _text(_("Notitie bij de nummers"), LONGEST_NOTE)
    email = _text(_("E-mailadres"))
    channel = SelectField(
        _("Hoe vragen wij het liefst?"),
        choices=[SelectChoice(channel.value, words) for channel, words in CHANNELS.items()],
        validate_choice=False,
        validators=[AnyOf(list(Channel), message=_("Kies hoe wij het liefst vragen."))],
    )
    best_daypart = SelectField(
        _("Wanneer bellen wij het liefst?"),
        choices=[SelectChoice(part, words) for part, words in DAYPARTS.items()],
        validate_choice=False,
        validators=[AnyOf(list(DAYPARTS), message=_("Kies een deel van de dag."))],
    )
    slow_speech = BooleanField(_("Hoort slecht: wij spreken langzaam"))
    spoken_name = _text(_("Zo spreekt u de naam uit"))
    language = SelectField(
        _("Taal"),
        validate_choice=False,
        validators=[AnyOf(list(LANGUAGES), message=_("Deze taal kennen wij niet. Kies er een uit de lijst."))],
    )

    @classmethod
    def of(cls, tenant: Tenant, *, whole: bool) -> FactsForm:
        """Give the form with what we know; numbers are masked unless the tenant is this colleague's."""
        given = {name: getattr(tenant, name) for name in CHANGEABLE} | dict.fromkeys(PHONES, "")
        given |= shown_numbers(tenant, whole=whole) | {"channel": tenant.channel.value}
        return cls(formdata=None, version=version_of(tenant), **given).with_languages()

    @classmethod
    def sent(cls) -> FactsForm:
        """Give the form as it was filled in."""
        return cls().with_languages()

    def with_languages(self) -> FactsForm:
        """Offer the languages by their names: those in which we ask, and then the others, with what happens then."""
        others = sorted((code for code in LANGUAGES if code not in SPOKEN), key=language_name)
        asked_in_dutch = _("%(language)s: wij vragen in het Nederlands")
        self.language.choices = [
            *(SelectChoice(code, language_name(code)) for code in SPOKEN),
            *(SelectChoice(code, str(asked_in_dutch) % {"language": language_name(code)}) for code in others),
        ]
        return self

    def facts(self, tenant: Tenant, rules: Rules) -> dict[str, Value] | None:
        """Give the facts when all of them are right; None when the form now says what is wrong."""
        if not self.accepted():
            return None
        typed = {name: self[name].data or "" for name in WRITTEN}
        found = read_facts({**typed, "slow_speech": "ja" if self.slow_speech.data else ""}, tenant, rules)
        for name, remarks in found.faults.items():
            self[name].errors = [say(remark, language()) for remark in remarks]
        return None if found.faults else found.values


WRITTEN = tuple(name for name in CHANGEABLE if name != "slow_speech")
