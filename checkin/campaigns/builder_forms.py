"""What a coordinator fills in at each step of the builder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from flask_babel import lazy_ngettext
from wtforms import (
    DateField,
    IntegerField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
    TimeField,
)
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from checkin.campaigns.ladder_forms import LadderFields
from checkin.campaigns.models import Campaign
from checkin.campaigns.playbook import Playbook
from checkin.campaigns.who import Who
from checkin.campaigns.words import tells_why, wrong_with_speech, wrong_with_text
from checkin.domain.narrowing import ever_open, meet
from checkin.domain.office_hours import DAYS, Hours
from checkin.domain.target_groups import GroupRule
from checkin.domain.tongues import FALLBACK
from checkin.domain.tongues import LANGUAGES as SPOKEN
from checkin.groups.forms import HereFields
from checkin.groups.queries import Offered
from checkin.messaging.own_words import LANGUAGES
from checkin.tenants.models import Channel
from checkin.web.forms import Form, TickBoxes, _, plain
from checkin.web.languages import language_name

RULE, LIST = "rule", "list"
GROUP, SELECTION = "group-", "selection-"
NO_ROBOT = "people"
NOW, LATER = "now", "later"
HOUSE, OWN = "house", "own"

Named = Sequence[tuple[int, str]]


def _whole(label: str, least: int, most: int, *, needed: bool = True) -> IntegerField:
    words = _("Vul een getal in van %(least)s tot en met %(most)s.", least=least, most=most)
    first = InputRequired(words) if needed else Optional()
    return IntegerField(label, validators=[first, NumberRange(least, most, message=words)])


class WhoForm(HereFields):
    """Step 1: whom to ask."""

    name = StringField(
        _("Naam van de belronde"),
        filters=[plain],
        validators=[
            InputRequired(_("Geef de belronde een naam.")),
            Length(max=80, message=_("Houd de naam korter dan 80 tekens.")),
        ],
    )
    who = RadioField(_("Wie vraagt u?"), validators=[InputRequired(_("Kies wie u vraagt."))])
    only_selections = False
    """Of tenants after nuisance or arrears nothing but a selection file may say who they are."""

    def offer_all(self, offered: Offered, groups: Named, selections: Named) -> None:
        """Fill the lists from which one chooses."""
        self.offer(offered)
        files = [
            SelectChoice(f"{SELECTION}{id_}", _("Selectiebestand: %(purpose)s") % {"purpose": purpose})
            for id_, purpose in selections
        ]
        others = [
            *(SelectChoice(f"{GROUP}{id_}", _("Doelgroep: %(name)s") % {"name": name}) for id_, name in groups),
            SelectChoice(RULE, _("Zelf kiezen")),
            SelectChoice(LIST, _("Een lijst met huurdernummers")),
        ]
        self.who.choices = files if self.only_selections else [*others, *files]

    @property
    def chosen(self) -> bool:
        """Tell whether one of the choices was made; where only a selection file may be chosen there may be none."""
        return not self.only_selections or str(self.who.data).startswith(SELECTION)

    def show(self, campaign: Campaign, *, needs_list: bool, newest: int | None = None) -> None:
        """Fill in what the draft means now; the newest selection file where there must be one."""
        who = Who.from_json(campaign.who)
        self.name.data = campaign.name
        self.who.data = LIST if needs_list or who.rule == GroupRule(references=who.rule.references or ("",)) else RULE
        if who.group_id is not None:
            self.who.data = f"{GROUP}{who.group_id}"
        if who.selection_id is not None:
            self.who.data = f"{SELECTION}{who.selection_id}"
        elif self.only_selections:
            self.who.data = f"{SELECTION}{newest}" if newest else None
        self.show_rule(who.rule)

    def validate(self, extra_validators: Any = None) -> bool:
        """Look at the rule as a whole when one is made here, and ask for the list that was meant."""
        fine = bool(super().validate(extra_validators))
        if self.who.data == RULE:
            fine = self.fits() and fine
        of_a_selection = self.only_selections or str(self.who.data).startswith(SELECTION)
        if of_a_selection and tells_why(self.name.data or ""):
            words = _(
                "Collega’s die bellen zien deze naam. Kies een naam waaraan niemand ziet waarom dit de huurders zijn."
            )
            self.name.errors = [*self.name.errors, str(words)]
            fine = False
        if self.who.data == LIST and not self.listed():
            self.references.errors = [*self.references.errors, str(_("Vul één of meer huurdernummers in."))]
            return False
        return fine

    def refuse_unknown(self, unknown: list[str]) -> None:
        """Say which numbers of the list are nobody's."""
        words = lazy_ngettext(
            "Dit nummer kennen wij niet: %(shown)s.",
            "%(num)s nummers kennen wij niet, zoals %(shown)s.",
            len(unknown),
            shown=", ".join(unknown[:10]),
        )
        self.references.errors = [*self.references.errors, str(words)]

    def meant(self) -> Who:
        """Give whom the form means."""
        chosen = str(self.who.data)
        if chosen.startswith(GROUP):
            return Who(group_id=int(chosen.removeprefix(GROUP)))
        if chosen.startswith(SELECTION):
            return Who(selection_id=int(chosen.removeprefix(SELECTION)))
        return Who(GroupRule(references=self.listed()) if chosen == LIST else self.rule)


WRONG_WORDS: Mapping[str, str] = {
    "empty": _("Vul deze tekst in."),
    "places": _("Gebruik alleen {name}, {org} en {phone}, elk tussen accolades."),
    "odd_letters": _("Er staat een teken in dat een sms duur maakt. Haal het weg of schrijf het anders."),
    "too_long": _("Deze tekst past niet in één sms. Maak hem korter."),
    "no_sender": _("Zet {org} erin: de huurder moet weten van wie dit is."),
    "no_answers": _("Noem de antwoorden 1, 2 en 3."),
    "no_stop": _("Zeg erbij dat de huurder STOP kan sturen."),
    "link": _("Zet geen link in een sms: wij vragen niemand om ergens op te klikken."),
    "painful": _("Er staat een woord in over huur, geld of klachten. Houd het bij hoe het gaat."),
    "no_keys": _("Noem de toetsen een, twee en drie."),
    "too_much": _("Dit is te lang om naar te luisteren. Houd het onder een minuut."),
}
"""What is wrong with words of one's own, by the codes of `checkin/campaigns/words.py`."""

PARTS = ("S1", "S2", "greeting", "question")


class WordsForm(Form):
    """The words of a campaign or playbook, in both languages."""

    S1_nl = TextAreaField(_("Sms met de vraag"), filters=[plain])
    S2_nl = TextAreaField(_("Sms als herinnering"), filters=[plain])
    greeting_nl = TextAreaField(_("Begin van het telefoontje"), filters=[plain])
    question_nl = TextAreaField(_("De vraag en de toetsen"), filters=[plain])
    S1_en = TextAreaField(_("Engelse sms met de vraag"), filters=[plain])
    S2_en = TextAreaField(_("Engelse sms als herinnering"), filters=[plain])
    greeting_en = TextAreaField(_("Engels begin van het telefoontje"), filters=[plain])
    question_en = TextAreaField(_("Engelse vraag en toetsen"), filters=[plain])

    def show_words(self, playbook: Playbook) -> None:
        """Fill in the words as they are."""
        for language in LANGUAGES:
            words = playbook.described(language).words
            for part in PARTS:
                value = getattr(words, part)
                self[f"{part}_{language}"].data = value if isinstance(value, str) else "\n".join(value)

    def validate(self, extra_validators: Any = None) -> bool:
        """Look at every text with the rules of our own."""
        fine = bool(super().validate(extra_validators))
        for language in LANGUAGES:
            for part in PARTS:
                fine = self._judge(part, language) and fine
        return fine

    def _judge(self, part: str, language: str) -> bool:
        field = self[f"{part}_{language}"]
        if part in ("S1", "S2"):
            codes = wrong_with_text(part, field.data or "", language)
        else:
            codes = wrong_with_speech(part, lines(field.data), language)
        field.errors = [*field.errors, *(str(WRONG_WORDS[code]) for code in codes)]
        return not codes

    def words(self) -> dict[str, dict[str, Any]]:
        """Give the words as a playbook holds them, by language."""
        return {
            language: {
                part: self[f"{part}_{language}"].data
                if part in ("S1", "S2")
                else list(lines(self[f"{part}_{language}"].data))
                for part in PARTS
            }
            for language in LANGUAGES
        }


def lines(text: str | None) -> tuple[str, ...]:
    """Split a text area in its lines, without empty ones: one sentence, one breath."""
    return tuple(filter(None, (line.strip() for line in (text or "").splitlines())))


CHANNELS = [
    SelectChoice(Channel.AUTO.value, _("Automatisch: sms naar een mobiel, bellen naar een vast nummer")),
    SelectChoice(Channel.TEXT.value, _("Alleen sms")),
    SelectChoice(Channel.VOICE.value, _("Alleen bellen")),
]


class HowForm(WordsForm):
    """Step 2: the channel and the words."""

    channel = RadioField(
        _("Hoe vraagt u het?"),
        choices=[*CHANNELS, SelectChoice(NO_ROBOT, _("Zonder robot: collega’s bellen iedereen zelf"))],
        validators=[InputRequired(_("Kies hoe u het vraagt."))],
    )
    portion = _whole(_("Zoveel huurders tegelijk op de werklijst"), 1, 200)
    refill_below = _whole(_("Nieuwe huurders erbij als er minder wachten dan"), 1, 200)

    def show(self, campaign: Campaign, playbook: Playbook) -> None:
        """Fill in what the draft says now."""
        self.channel.data = campaign.channel.value if campaign.robot else NO_ROBOT
        self.portion.data, self.refill_below.data = campaign.portion, campaign.refill_below
        self.show_words(playbook)


DAY_NAMES = (_("maandag"), _("dinsdag"), _("woensdag"), _("donderdag"), _("vrijdag"), _("zaterdag"), _("zondag"))


class HoursFields(Form):
    """Own hours within the landlord's: the days, and from when to when."""

    hours = RadioField(
        _("Welke uren?"),
        choices=[
            SelectChoice(HOUSE, _("De uren die voor iedereen gelden")),
            SelectChoice(OWN, _("Minder uren, alleen voor deze belronde")),
        ],
        default=HOUSE,
        validators=[InputRequired(_("Kies welke uren gelden."))],
    )
    days = TickBoxes(
        _("Op welke dagen?"),
        choices=[SelectChoice(day, name) for day, name in zip(DAYS, DAY_NAMES, strict=True)],
        validators=[Optional()],
    )
    texts_from = TimeField(_("Sms vanaf"), validators=[Optional()])
    texts_until = TimeField(_("Sms tot"), validators=[Optional()])
    calls_from = TimeField(_("Bellen vanaf"), validators=[Optional()])
    calls_until = TimeField(_("Bellen tot"), validators=[Optional()])

    def show_hours(self, text_hours: str, call_hours: str) -> None:
        """Fill in the hours as they are."""
        self.hours.data = OWN if text_hours or call_hours else HOUSE
        known = [Hours.parse(hours) for hours in (text_hours, call_hours) if hours]
        open_days = [any(one.spans[number] for one in known) for number in range(len(DAYS))] if known else []
        self.days.data = [day for day, open_ in zip(DAYS, open_days, strict=False) if open_] or list(DAYS[:5])
        for prefix, hours in (("texts", text_hours), ("calls", call_hours)):
            spans = [span for day in Hours.parse(hours).spans for span in day] if hours else []
            if spans:
                self[f"{prefix}_from"].data = _clock(min(start for start, _end in spans))
                self[f"{prefix}_until"].data = _clock(max(end for _start, end in spans))

    def own_hours(self, prefix: str, house: Hours) -> str:
        """Give the hours of texts or calls that were filled in; empty for the landlord's. Raises ValueError."""
        if self.hours.data != OWN:
            return ""
        begin, end = self[f"{prefix}_from"].data or time(0), self[f"{prefix}_until"].data or time(23, 59)
        written = "; ".join(f"{day} {begin:%H:%M}-{end:%H:%M}" for day in self.days.data or ())
        both = meet(house, Hours.parse(written))
        if not ever_open(both):
            raise ValueError(written)
        return written

    def accept_hours(self, text_hours: Hours, call_hours: Hours) -> tuple[str, str] | None:
        """Give the hours when they lie within the landlord's; say what is wrong otherwise."""
        found: list[str] = []
        for prefix, house in (("texts", text_hours), ("calls", call_hours)):
            try:
                found.append(self.own_hours(prefix, house))
            except ValueError:
                field = self[f"{prefix}_from"]
                words = _("Dan mag het nooit: kies dagen en tijden binnen de uren van uw organisatie.")
                field.errors = [*field.errors, str(words)]
        return (found[0], found[1]) if len(found) == 2 else None  # noqa: PLR2004  texts and calls


def _clock(minutes: int) -> time:
    return time(min(minutes, 24 * 60 - 1) // 60, minutes % 60 if minutes < 24 * 60 else 59)


class WhenForm(HoursFields, LadderFields):
    """Step 3: when it starts, in which hours, and how often it tries."""

    start = RadioField(
        _("Wanneer begint het?"),
        choices=[SelectChoice(NOW, _("Zodra ik op Start druk")), SelectChoice(LATER, _("Op een moment dat ik kies"))],
        validators=[InputRequired(_("Kies wanneer het begint."))],
    )
    day = DateField(_("Dag"), validators=[Optional()])
    at = TimeField(_("Tijd"), validators=[Optional()])

    def show(self, campaign: Campaign, playbook: Playbook, zone: ZoneInfo) -> None:
        """Fill in what the draft says now."""
        self.start.data = LATER if campaign.starts_at else NOW
        if campaign.starts_at:
            local = campaign.starts_at.astimezone(zone)
            self.day.data, self.at.data = local.date(), local.time().replace(second=0, microsecond=0)
        self.show_hours(playbook.text_hours, playbook.call_hours)
        self.show_ladder(playbook.ladder)

    def starts_at(self, zone: ZoneInfo, now: datetime) -> datetime | None:
        """Give the moment that was chosen. Raises ValueError when it is missing or past."""
        if self.start.data != LATER:
            return None
        if self.day.data is None or self.at.data is None:
            raise ValueError("no moment")
        moment = datetime.combine(self.day.data, self.at.data, zone)
        if moment <= now:
            raise ValueError("past")
        return moment

    def accept_start(self, zone: ZoneInfo, now: datetime) -> bool:
        """Tell whether the moment can be kept; say what is wrong otherwise."""
        try:
            self.starts_at(zone, now)
        except ValueError:
            self.day.errors = [*self.day.errors, str(_("Kies een dag en een tijd die nog komen."))]
            return False
        return True


class PeopleForm(Form):
    """Step 4: who rings back, and for how long."""

    people = _whole(_("Hoeveel collega’s bellen terug?"), 1, 2000)
    hours = _whole(_("Hoeveel uur per week, per collega?"), 1, 40)


class TrialForm(Form):
    """Proef op mezelf: a number of one's own."""

    number = StringField(_("Uw eigen nummer"), filters=[plain], validators=[InputRequired(_("Vul uw nummer in."))])
    by = RadioField(
        _("Wat wilt u proberen?"),
        choices=[SelectChoice("text", _("De sms")), SelectChoice("voice", _("Het telefoontje"))],
        default="text",
        validators=[InputRequired(_("Kies sms of bellen."))],
    )
    language = SelectField(_("Taal"), default=FALLBACK)

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.language.choices = [SelectChoice(code, language_name(code)) for code in SPOKEN]


def named(rows: Iterable[tuple[int | None, str]]) -> list[tuple[int, str]]:
    """Give rows with their names, for a list of choices."""
    return [(id_ or 0, name) for id_, name in rows]
