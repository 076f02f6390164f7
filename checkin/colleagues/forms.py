"""What is filled in to join, about oneself, to invite others, and about teams."""

from __future__ import annotations

from typing import Any

from flask_babel import get_locale
from wtforms import (
    EmailField,
    Field,
    IntegerField,
    PasswordField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TelField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from checkin.staff.colleagues import languages_of
from checkin.staff.invitations import MOST_AT_ONCE, Guest, read_guests
from checkin.staff.models import Role, Staff, Team
from checkin.staff.roster_forms import WeekForm
from checkin.staff.service import LONGEST_PASSWORD, SHORTEST_PASSWORD, password_problem
from checkin.tenants.phones import national, read_phone
from checkin.web.context import runtime
from checkin.web.forms import Form, _, plain
from checkin.web.refusals import sentence

LANGUAGES = ("nl", "en", "de", "fr", "tr", "pl", "ar", "uk", "es", "pt", "ro", "so", "ti", "fa", "pap")
"""What colleagues of Dutch landlords speak with tenants, Dutch first."""
LONGEST_NAME, LONGEST_NUMBER, LONGEST_LIST = 60, 40, 20_000
MOST_CASES = 20
NO_TEAM = 0
TOO_LONG = _("Dit is te lang. Maak het korter.")


class Ticks(SelectMultipleField):
    """Several choices as tick boxes."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


def language_choices() -> list[SelectChoice]:
    """Offer the languages by their names."""
    locale = get_locale()
    names = locale.languages if locale else {}
    return [SelectChoice(code, str(names.get(code, code)).capitalize()) for code in LANGUAGES]


def _number(field: Field) -> None:
    """Read the number on which the system may ring a colleague."""
    if not (field.data or "").strip():
        return
    found = read_phone(field.data, runtime().settings.phone_countries)
    if found.fault is not None or not found.phones:
        raise ValidationError(str(_("Dit nummer kunnen wij niet bellen. Schrijf het als 06 12345678 of 0318 123456.")))


class AboutForm(Form):
    """What somebody says about herself, on joining and afterwards."""

    name = StringField(
        _("Uw naam, zoals collega’s u noemen"),
        filters=[plain],
        validators=[DataRequired(_("Vul uw naam in.")), Length(max=LONGEST_NAME, message=TOO_LONG)],
        render_kw={"autocomplete": "name"},
    )
    languages = Ticks(_("In welke talen belt u?"), validate_choice=False)
    phone = TelField(
        _("Uw telefoon"),
        validators=[Length(max=LONGEST_NUMBER, message=TOO_LONG)],
        render_kw={"autocomplete": "tel"},
    )

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.languages.choices = language_choices()

    def validate_phone(self, field: Field) -> None:
        """Refuse a number that nobody can ring."""
        _number(field)

    def validate_languages(self, field: Field) -> None:
        """Ask for a language that we know."""
        if not field.data or set(field.data) - set(LANGUAGES):
            raise ValidationError(str(_("Kies minstens één taal.")))

    def number(self) -> str | None:
        """Give the number that was filled in, E.164; None when there is none."""
        if not (self.phone.data or "").strip():
            return None
        return read_phone(self.phone.data, runtime().settings.phone_countries).phones[0].number


class JoinForm(AboutForm, WeekForm):
    """Making an account with an invitation."""

    email = EmailField(
        _("E-mailadres van uw werk"),
        filters=[plain],
        validators=[InputRequired(_("Vul uw e-mailadres in.")), Length(max=254, message=TOO_LONG)],
        render_kw={"autocomplete": "username"},
    )
    password = PasswordField(
        _("Kies een wachtwoord"),
        validators=[InputRequired(_("Kies een wachtwoord.")), Length(max=LONGEST_PASSWORD, message=TOO_LONG)],
        render_kw={"autocomplete": "new-password", "minlength": SHORTEST_PASSWORD},
    )

    def validate_password(self, field: Field) -> None:
        """Say what is wrong with a password before anything is made."""
        if problem := password_problem(str(field.data), email=str(self.email.data).lower()):
            raise ValidationError(sentence(problem))


class ProfileForm(AboutForm):
    """What a colleague keeps about herself."""

    case_limit = IntegerField(
        _("Hoeveel huurders wilt u hoogstens tegelijk hebben?"),
        validators=[
            Optional(),
            NumberRange(1, MOST_CASES, message=_("Vul een getal van 1 tot en met 20 in, of laat het leeg.")),
        ],
        render_kw={"inputmode": "numeric"},
    )

    @classmethod
    def of(cls, staff: Staff) -> ProfileForm:
        """Give the form with what we know."""
        return cls(
            formdata=None,
            name=staff.name,
            languages=languages_of(staff),
            phone=national(staff.phone) if staff.phone else "",
            case_limit=staff.case_limit,
        )


def team_choices(teams: list[Team]) -> list[SelectChoice]:
    """Offer the teams, and none."""
    return [SelectChoice(NO_TEAM, _("Geen team")), *(SelectChoice(team.id, team.name) for team in teams)]


ROLES = {
    Role.STAFF: _("Medewerker: belt huurders terug"),
    Role.COORDINATOR: _("Coördinator: kiest wie er gevraagd wordt en bewaakt de beloften"),
    Role.ADMINISTRATOR: _("Beheerder: doet ook accounts en instellingen"),
}


class PlaceForm(Form):
    """Where a colleague belongs."""

    team = SelectField(_("Team"), coerce=int)
    role = RadioField(
        _("Wat doet deze collega?"),
        choices=[SelectChoice(role.value, words) for role, words in ROLES.items()],
        validators=[Optional()],
        validate_choice=False,
    )
    """Only an administrator is shown this; left out, the role stays."""

    def __init__(self, *, teams: list[Team], **given: Any) -> None:
        super().__init__(**given)
        self.team.choices = team_choices(teams)


LINK, LIST = "link", "list"


class InviteForm(Form):
    """Inviting colleagues: one link for everybody, or a list with a link for each."""

    how = RadioField(
        _("Hoe nodigt u uit?"),
        choices=[
            SelectChoice(LINK, _("Eén link voor iedereen, om zelf te delen")),
            SelectChoice(LIST, _("Een lijst met e-mailadressen: iedereen een eigen link")),
        ],
        default=LINK,
        validators=[InputRequired(_("Kies hoe u uitnodigt."))],
    )
    most = IntegerField(
        _("Hoeveel collega’s mogen met deze link meedoen?"),
        default=35,
        validators=[Optional(), NumberRange(1, MOST_AT_ONCE, message=_("Vul een getal van 1 tot en met 200 in."))],
        render_kw={"inputmode": "numeric"},
    )
    guests = TextAreaField(
        _("E-mailadressen, één op een regel"),
        filters=[plain],
        validators=[Length(max=LONGEST_LIST, message=TOO_LONG)],
    )
    team = SelectField(_("Team"), coerce=int, default=NO_TEAM)
    role = RadioField(
        _("Wat gaan zij doen?"),
        choices=[SelectChoice(role.value, words) for role, words in ROLES.items()],
        default=Role.STAFF.value,
    )

    def __init__(self, *, teams: list[Team], **given: Any) -> None:
        super().__init__(**given)
        self.team.choices = team_choices(teams)

    def validate(self, extra_validators: Any = None) -> bool:
        """Ask for what the chosen way needs."""
        fine = bool(super().validate(extra_validators))
        if not fine:
            return False
        if self.how.data == LINK:
            return bool(self.most.data) or _wrong(self.most, str(_("Vul een getal van 1 tot en met 200 in.")))
        guests, odd = read_guests(self.guests.data or "")
        if odd:
            return _wrong(self.guests, str(_("In deze regel staat geen e-mailadres: {line}")).format(line=odd[0][:60]))
        if not 0 < len(guests) <= MOST_AT_ONCE:
            return _wrong(self.guests, str(_("Vul 1 tot en met 200 e-mailadressen in.")))
        return True

    def invited(self) -> list[Guest | None]:
        """Give who is invited; one None is a link for a group."""
        return [None] if self.how.data == LINK else list(read_guests(self.guests.data or "")[0])


def _wrong(field: Field, words: str) -> bool:
    field.errors = [words]
    return False


class TeamForm(Form):
    """The name of a team."""

    name = StringField(
        _("Naam van het team"),
        filters=[plain],
        validators=[DataRequired(_("Vul een naam in.")), Length(max=LONGEST_NAME, message=TOO_LONG)],
    )
