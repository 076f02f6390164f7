"""What a coordinator changes in an own playbook."""

from __future__ import annotations

from wtforms import RadioField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from checkin.campaigns.builder_forms import CHANNELS, WordsForm, lines
from checkin.campaigns.playbook import Playbook, read_playbook
from checkin.messaging.own_words import LANGUAGES
from checkin.web.forms import _, plain


class PlaybookForm(WordsForm):
    """Its name, its words and its talk guide."""

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
    channel = RadioField(
        _("Hoe vraagt u het?"), choices=CHANNELS, validators=[InputRequired(_("Kies hoe u het vraagt."))]
    )
    guide_nl = TextAreaField(_("Gesprekswijzer"), filters=[plain])
    guide_en = TextAreaField(_("Gesprekswijzer in het Engels"), filters=[plain])

    def show(self, playbook: Playbook) -> None:
        """Fill in the playbook as it is."""
        dutch = playbook.described("nl")
        self.title.data, self.about.data, self.channel.data = dutch.title, dutch.about, playbook.channel.value
        for language in LANGUAGES:
            self[f"guide_{language}"].data = "\n".join(playbook.described(language).talk_guide)
        self.show_words(playbook)

    def validate(self, extra_validators: object = None) -> bool:
        """Ask for a talk guide that can be read at a glance."""
        fine = bool(super().validate(extra_validators))
        for language in LANGUAGES:
            field = self[f"guide_{language}"]
            guide = lines(field.data)
            if not 0 < len(guide) <= 12 or any(len(line) > 400 for line in guide):  # noqa: PLR2004  as `Described` holds it
                field.errors = [*field.errors, str(_("Schrijf één tot twaalf korte regels."))]
                fine = False
        return fine

    def described(self, playbook: Playbook) -> Playbook:
        """Give the playbook with what was changed beside its words; an own playbook has one name in both languages."""
        content = playbook.as_json()
        for language in LANGUAGES:
            content["languages"][language] |= {
                "title": self.title.data,
                "about": self.about.data,
                "talk_guide": list(lines(self[f"guide_{language}"].data)),
            }
        return read_playbook(content)
