"""What a coordinator changes in an own playbook: all that a campaign takes over from it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from wtforms import BooleanField, RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs
from wtforms.validators import InputRequired, Length

from checkin.campaigns.builder_forms import CHANNELS, HOUSE, NO_ROBOT, OWN, HoursFields, WordsForm, lines
from checkin.campaigns.ladder_forms import LadderFields
from checkin.campaigns.playbook import Playbook
from checkin.campaigns.words import tells_why
from checkin.domain.target_groups import GroupRule
from checkin.domain.tongues import LANGUAGES as TONGUES
from checkin.groups.forms import RuleFields
from checkin.messaging.own_words import LANGUAGES
from checkin.tenants.models import Channel
from checkin.web.forms import _, plain
from checkin.web.languages import language_name


class PlaybookForm(WordsForm, RuleFields, HoursFields, LadderFields):
    """Its name, for whom it is, its words and its talk guide, its hours, and its ladder."""

    title = StringField(
        _("Naam van het draaiboek"),
        filters=[plain],
        validators=[
            InputRequired(_("Geef het draaiboek een naam.")),
            Length(max=60, message=_("Houd de naam korter dan 60 tekens.")),
        ],
    )
    about = TextAreaField(
        _("Waarvoor is het?"),
        filters=[plain],
        validators=[Length(max=300, message=_("Houd het bij twee of drie zinnen."))],
    )
    needs_list = BooleanField(_("Alleen voor een eigen lijst of selectiebestand"))
    channel = RadioField(
        _("Hoe vraagt u het?"),
        choices=[*CHANNELS, SelectChoice(NO_ROBOT, _("Zonder robot: collega’s bellen iedereen zelf"))],
        validators=[InputRequired(_("Kies hoe u het vraagt."))],
    )
    hours = RadioField(
        _("Welke uren?"),
        choices=[
            SelectChoice(HOUSE, _("De uren die voor iedereen gelden")),
            SelectChoice(OWN, _("Minder uren, alleen voor dit draaiboek")),
        ],
        default=HOUSE,
        validators=[InputRequired(_("Kies welke uren gelden."))],
    )
    guide_nl = TextAreaField(_("Gesprekswijzer"), filters=[plain])
    guide_en = TextAreaField(_("Gesprekswijzer in het Engels"), filters=[plain])

    discreet = False
    """Colleagues who ring may not read in it why somebody was chosen."""

    def show(self, playbook: Playbook) -> None:
        """Fill in the playbook as it is."""
        dutch = playbook.described("nl")
        self.title.data, self.about.data, self.needs_list.data = dutch.title, dutch.about, playbook.needs_list
        self.channel.data = playbook.channel.value if playbook.robot else NO_ROBOT
        for language in LANGUAGES:
            self[f"guide_{language}"].data = "\n".join(playbook.described(language).talk_guide)
        self.show_words(playbook)
        self.show_rule(_rule_of(playbook))
        self.show_hours(playbook.text_hours, playbook.call_hours)
        self.show_ladder(playbook.ladder)

    def offer(self) -> None:
        """Fill what one chooses from: a playbook is for any landlord, so every language that we speak."""
        self.languages.offer(TONGUES, {code: language_name(code) for code in TONGUES})

    def validate(self, extra_validators: object = None) -> bool:
        """Ask for a talk guide that can be read at a glance, and look at the rule as a whole."""
        fine = bool(super().validate(extra_validators)) & self.fits()
        for language in LANGUAGES:
            field = self[f"guide_{language}"]
            guide = lines(field.data)
            if not 0 < len(guide) <= 12 or any(len(line) > 400 for line in guide):  # noqa: PLR2004  as `Described` holds it
                field.errors = [*field.errors, str(_("Schrijf één tot twaalf korte regels."))]
                fine = False
            if self.discreet and tells_why(*guide):
                words = _(
                    "Wie belt mag hier niet aan zien waarom iemand gekozen is. Laat geld, overlast en klachten weg."
                )
                field.errors = [*field.errors, str(words)]
                fine = False
        return fine

    def content(self, playbook: Playbook, hours: tuple[str, str]) -> dict[str, Any]:
        """Give the content of the playbook as it was filled in; an own playbook has one name in both languages."""
        robot, old = self.channel.data != NO_ROBOT, _rule_of(playbook)
        # What only the landlord who made it has, is not asked here and stays as it was.
        rule = replace(self.rule, neighbourhoods=old.neighbourhoods, complexes=old.complexes)
        content = playbook.as_json()
        for language, words in self.words().items():
            content["languages"][language] |= {
                "title": self.title.data,
                "about": self.about.data,
                "words": words,
                "talk_guide": list(lines(self[f"guide_{language}"].data)),
            }
        return content | {
            "group": rule.as_json(),
            "needs_list": bool(self.needs_list.data),
            "channel": self.channel.data if robot else Channel.AUTO.value,
            "robot": robot,
            "text_hours": hours[0],
            "call_hours": hours[1],
            "ladder": self.ladder(playbook.ladder),
        }


def _rule_of(playbook: Playbook) -> GroupRule:
    return GroupRule.from_json(playbook.group) if playbook.group else GroupRule()
