"""What a coordinator fills in to make a target group, and about a selection file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from flask_wtf.file import FileField, FileRequired
from wtforms import (
    BooleanField,
    DateField,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs
from wtforms.validators import InputRequired, Length, NumberRange, Optional
from wtforms.widgets import CheckboxInput, TextInput

from checkin.domain.target_groups import ELDERLY, GroupRule
from checkin.groups.models import Cause, LegalGround
from checkin.groups.queries import Offered
from checkin.groups.selections import Wanted
from checkin.web.forms import Form, _, plain
from checkin.web.languages import language_name

LONGEST_LIST = 200_000
OLDEST, LONGEST_AGO = 120, 3650
ANYBODY, NEVER, NOT_LATELY = "anybody", "never", "not_lately"
CAUSES = {
    Cause.NUISANCE_REPORTED: _("Zij meldden overlast"),
    Cause.NUISANCE_CAUSED: _("Zij veroorzaakten overlast"),
    Cause.ARREARS: _("Zij hadden een betalingsachterstand"),
}
GROUNDS = {
    LegalGround.LEGITIMATE_INTEREST: _(
        "Gerechtvaardigd belang: wij hebben een goede reden, en het schaadt de huurder niet"
    ),
    LegalGround.PUBLIC_TASK: _("Taak van algemeen belang: de wet geeft ons deze taak"),
    LegalGround.CONSENT: _("Toestemming: de huurder vond dit goed"),
    LegalGround.LEGAL_DUTY: _("Wettelijke plicht: wij moeten dit van de wet"),
}


def _whole(label: str, most: int) -> IntegerField:
    words = _("Vul een heel getal in.")
    return IntegerField(
        label,
        validators=[Optional(), NumberRange(min=0, max=most, message=words)],
        widget=TextInput(),
        render_kw={"inputmode": "numeric", "size": 5, "autocomplete": "off"},
    )


class Ticks(SelectMultipleField):
    """Several values of one field, each a tick box."""

    option_widget = CheckboxInput()

    def offer(self, names: Iterable[str], words: dict[str, str] | None = None) -> None:
        """Offer these, and what was chosen before though it is not there any more."""
        known = {**dict.fromkeys(names), **dict.fromkeys(self.data or ())}
        self.choices = [SelectChoice(name, (words or {}).get(name, name)) for name in known]


class RuleFields(Form):
    """Whom a rule means: everything that is filled in holds at the same time."""

    elderly = BooleanField(_("80 jaar en ouder"))
    age_from = _whole(_("Vanaf leeftijd"), OLDEST)
    age_to = _whole(_("Tot en met leeftijd"), OLDEST)
    moved_in_since = DateField(_("Sinds deze dag of later"), validators=[Optional()])
    moved_in_days = _whole(_("Of: in zoveel laatste dagen"), LONGEST_AGO)
    without_email = BooleanField(_("Van wie wij geen e-mailadres kennen"))
    spoken = RadioField(
        _("Contact met een collega"),
        choices=[
            SelectChoice(ANYBODY, _("Maakt niet uit")),
            SelectChoice(NEVER, _("Nog nooit gesproken")),
            SelectChoice(NOT_LATELY, _("Een tijd niet gesproken")),
        ],
        default=ANYBODY,
        validators=[Optional()],
    )
    not_spoken_days = _whole(_("Zoveel dagen niet gesproken"), LONGEST_AGO)
    languages = Ticks(_("Taal"), validate_choice=False)

    def show_rule(self, rule: GroupRule) -> None:
        """Fill in a rule as it is."""
        for name, value in filled_in(rule).items():
            if name in self:
                self[name].data = value

    def fits(self) -> bool:
        """Ask for the days that were meant, and for ages in the right order; tell whether that is so."""
        if self.spoken.data == NOT_LATELY and self.not_spoken_days.data is None and not self.not_spoken_days.errors:
            self.not_spoken_days.errors = [str(_("Vul in hoeveel dagen."))]
            return False
        if None not in {self._from, self.age_to.data} and int(self._from or 0) > int(self.age_to.data or 0):
            self.age_to.errors = [*self.age_to.errors, str(_("Deze leeftijd is lager dan de eerste."))]
            return False
        return True

    @property
    def _from(self) -> int | None:
        return ELDERLY if self.elderly.data else self.age_from.data

    @property
    def rule(self) -> GroupRule:
        """Give what was filled in as a rule."""
        return GroupRule(
            age_from=self._from,
            age_to=self.age_to.data,
            moved_in_since=self.moved_in_since.data,
            moved_in_days=self.moved_in_days.data,
            without_email=bool(self.without_email.data),
            languages=tuple(self.languages.data or ()),
            never_spoken=self.spoken.data == NEVER,
            not_spoken_days=self.not_spoken_days.data if self.spoken.data == NOT_LATELY else None,
        )


class HereFields(RuleFields):
    """A rule with what only this landlord has: its neighbourhoods and complexes, its numbers of tenants, its groups."""

    neighbourhoods = Ticks(_("Wijk"), validate_choice=False)
    complexes = Ticks(_("Complex"), validate_choice=False)
    references = TextAreaField(
        _("Alleen deze huurdernummers"),
        filters=[plain],
        validators=[Length(max=LONGEST_LIST, message=_("Deze lijst is te lang. Maak er twee doelgroepen van."))],
    )
    except_group = SelectField(_("Zonder de huurders van deze doelgroep"), coerce=int, default=0)

    def offer(self, offered: Offered) -> None:
        """Fill what one chooses from."""
        self.neighbourhoods.offer(offered.neighbourhoods)
        self.complexes.offer(offered.complexes)
        self.languages.offer(offered.languages, {code: language_name(code) for code in offered.languages})
        nobody = SelectChoice(0, _("Laat niemand weg"))
        self.except_group.choices = [nobody, *(SelectChoice(one, name) for one, name in offered.others)]

    def listed(self) -> tuple[str, ...]:
        """Give the numbers of the list: one on a line, or with commas or semicolons between."""
        text = (self.references.data or "").replace(";", "\n").replace(",", "\n")
        return tuple(dict.fromkeys(filter(None, map(str.strip, text.splitlines()))))

    @property
    def rule(self) -> GroupRule:
        """Give what was filled in as a rule."""
        return replace(
            super().rule,
            neighbourhoods=tuple(self.neighbourhoods.data or ()),
            complexes=tuple(self.complexes.data or ()),
            references=self.listed(),
            except_group=self.except_group.data or None,
        )


class GroupForm(HereFields):
    """A target group that is saved under a name."""

    name = StringField(
        _("Naam van de doelgroep"),
        filters=[plain],
        validators=[
            InputRequired(_("Geef de doelgroep een naam.")),
            Length(max=80, message=_("Houd de naam korter dan 80 tekens.")),
        ],
    )

    def validate(self, extra_validators: Any = None) -> bool:
        """Look at the rule as a whole too."""
        return bool(super().validate(extra_validators)) & self.fits()


def filled_in(rule: GroupRule) -> dict[str, Any]:
    """Give a rule as what stands in the form."""
    elderly = rule.age_from == ELDERLY
    spoken = NEVER if rule.never_spoken else NOT_LATELY if rule.not_spoken_days is not None else ANYBODY
    return {
        "elderly": elderly,
        "age_from": None if elderly else rule.age_from,
        "age_to": rule.age_to,
        "moved_in_since": rule.moved_in_since,
        "moved_in_days": rule.moved_in_days,
        "without_email": rule.without_email,
        "neighbourhoods": list(rule.neighbourhoods),
        "complexes": list(rule.complexes),
        "languages": list(rule.languages),
        "spoken": spoken,
        "not_spoken_days": rule.not_spoken_days,
        "references": "\n".join(rule.references),
        "except_group": rule.except_group or 0,
    }


class SelectionForm(Form):
    """A selection file, with what it is for and on what ground: without these it is not read."""

    cause = RadioField(
        _("Waarom staan deze huurders in het bestand?"),
        choices=[SelectChoice(one.value, words) for one, words in CAUSES.items()],
        validators=[InputRequired(_("Kies waarom deze huurders in het bestand staan."))],
    )
    since = DateField(_("Sinds welke dag?"), validators=[InputRequired(_("Kies sinds welke dag."))])
    purpose = TextAreaField(
        _("Waarvoor gebruikt u het?"),
        filters=[plain],
        validators=[
            InputRequired(_("Schrijf op waarvoor u het bestand gebruikt.")),
            Length(min=10, max=500, message=_("Schrijf het doel op in 10 tot 500 tekens.")),
        ],
    )
    legal_ground = RadioField(
        _("Waarom mag dat van de privacywet (AVG)?"),
        choices=[SelectChoice(one.value, words) for one, words in GROUNDS.items()],
        validators=[InputRequired(_("Kies waarom het mag. Vraag het na bij uw functionaris gegevensbescherming."))],
    )
    file = FileField(_("Bestand"), validators=[FileRequired(_("Kies een bestand."))])

    @property
    def wanted(self) -> Wanted:
        """Give what was said about the file."""
        assert self.since.data is not None  # noqa: S101  it was checked
        return Wanted(
            cause=Cause(self.cause.data),
            since=self.since.data,
            purpose=self.purpose.data or "",
            legal_ground=LegalGround(self.legal_ground.data),
        )
