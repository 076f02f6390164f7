"""What a colleague fills in after a talk beside its outcome: each part only where it applies, all may be empty."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from wtforms import BooleanField, DateField, RadioField, SelectField, StringField, TextAreaField, TimeField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs
from wtforms.validators import AnyOf, Length, NumberRange, Optional

from checkin.aftercare.gifts import GiftWish
from checkin.aftercare.impressions import HowItWas
from checkin.aftercare.models import ObservationKind, Organisation
from checkin.aftercare.talks import Aftermath, AfterTries, Appointment, Handover
from checkin.cases.forms import ContactForm, moment
from checkin.domain.cases import ContactOutcome
from checkin.domain.feelings import Feeling, Reaction
from checkin.domain.gifts import GiftKind
from checkin.staff.colleagues import RESTS
from checkin.tenants.phones import masked, national
from checkin.web.forms import Euros, TickBoxes, _, plain
from checkin.web.words import FEELINGS, GIFTS, ORGANISATIONS, REACTIONS

LONGEST_LINE = 200
LONGEST_AGREED = 500
DEAREST = 500
ASKED_AT = time(10)
"""The question about an organisation leaves in the morning."""
ADVICE, TO_ORGANISATION = "advice", "organisation"
SPOKEN_WITH = frozenset({ContactOutcome.SPOKEN, ContactOutcome.SPOKEN_MORE})
"""Outcomes after which something can have been agreed or noticed."""
AFTER_TRIES = {
    AfterTries.CALL: _("Nog een keer bellen"),
    AfterTries.CARD: _("Stuur een kaart, en dan is het klaar"),
    AfterTries.DOOR: _("De huismeester belt aan"),
}
NO_REST = "0"


def _choice(label: str, choices: Sequence[tuple[str, str]], first: str = "") -> RadioField:
    """Make radio buttons of which none need be chosen."""
    known = [value for value, _words in choices]
    return RadioField(
        label,
        choices=[SelectChoice(value, words) for value, words in choices],
        default=first,
        validate_choice=False,
        validators=[Optional(), AnyOf(known, message=_("Kies een van de mogelijkheden."))],
    )


def _line(label: str, most: int = LONGEST_LINE) -> StringField:
    words = _("Dit is te lang. Hoogstens %(most)s tekens.", most=most)
    return StringField(label, filters=[plain], validators=[Length(max=most, message=words)])


class OutcomeForm(ContactForm):
    """How a call went and what follows from it."""

    after_tries = _choice(
        _("En nu?"), [(one.value, words) for one, words in AFTER_TRIES.items()], first=AfterTries.CALL.value
    )
    wrong_number = RadioField(_("Welk nummer was verkeerd?"), validate_choice=False, validators=[Optional()])
    condole = BooleanField(_("Stuur de familie een condoleancekaart"), default=True)
    follow_day = DateField(_("Dag van de afspraak"), validators=[Optional()])
    follow_at = TimeField(_("Tijd van de afspraak"), validators=[Optional()])
    follow_wish = _line(_("Waar wil de huurder het over hebben?"))
    refer = _choice(
        _("Naar een organisatie?"),
        [
            ("", _("Niet nodig")),
            (ADVICE, _("Ik gaf advies: de huurder regelt het zelf")),
            (TO_ORGANISATION, _("Ik geef het door aan een organisatie")),
        ],
    )
    organisation = SelectField(_("Welke organisatie?"), validate_choice=False, validators=[Optional()])
    agreed = TextAreaField(
        _("Wat spraken jullie af?"),
        filters=[plain],
        validators=[Length(max=LONGEST_AGREED, message=_("Dit is te lang. Hoogstens 500 tekens."))],
    )
    consent = BooleanField(
        _("De huurder vindt het goed dat wij dit doorgeven, en dat wij er later per sms naar vragen")
    )
    check_on = DateField(_("Wanneer vragen wij of het gelukt is?"), validators=[Optional()])
    gift = _choice(
        _("Een attentie?"),
        [("", _("Geen")), *((kind.value, GIFTS[kind]) for kind in (GiftKind.CARD, GiftKind.FLOWERS))],
    )
    gift_reason = _line(_("Waarom?"))
    gift_amount = Euros(
        _("Bedrag in euro’s, als het anders is dan gewoonlijk"),
        validators=[
            Optional(),
            NumberRange(min=0, max=DEAREST, message=_("Vul een bedrag in van 0 tot en met 500 euro.")),
        ],
    )
    observed = TickBoxes(_("Wat viel op?"), validate_choice=False, validators=[Optional()])
    reaction = _choice(_("Hoe was het voor de huurder?"), [(one.value, REACTIONS[one]) for one in Reaction])
    feeling = _choice(_("En voor u?"), [(one.value, FEELINGS[one]) for one in Feeling])
    rest = _choice(
        _("Even rust?"),
        [
            (NO_REST, _("Nee, ik ga door")),
            *((str(minutes), _("%(minutes)s minuten", minutes=minutes)) for minutes in RESTS),
        ],
        first=NO_REST,
    )
    quote = _line(_("Een mooie zin van de huurder"))
    quote_allowed = BooleanField(_("De huurder vindt het goed dat wij deze zin zonder naam gebruiken"))
    wants_to_talk = BooleanField(_("Ik wil graag over dit gesprek praten"))
    new_number = _line(_("Nieuw telefoonnummer"), 60)
    new_email = _line(_("E-mailadres"))

    def offer(
        self,
        *,
        organisations: Sequence[Organisation],
        observations: Sequence[ObservationKind],
        numbers: Collection[str],
        whole: bool,
    ) -> OutcomeForm:
        """Offer what the landlord's lists and the tenant's card hold now."""
        self.organisation.choices = list(_by_kind(organisations))
        self.observed.choices = [SelectChoice(str(one.id), one.name) for one in observations]
        write = national if whole else masked
        self.wrong_number.choices = [SelectChoice(number, write(number)) for number in numbers]
        if self.wrong_number.data not in numbers:
            self.wrong_number.data = next(iter(numbers), None)
        return self

    def propose(self, next_try: datetime, check_on: date) -> OutcomeForm:
        """Fill in what is proposed: the next try, and the day on which to ask whether an organisation came."""
        self.next_day.data, self.next_at.data = next_try.date(), next_try.time()
        self.check_on.data = check_on
        return self

    # What is missing.

    def validate(self, extra_validators: Any = None) -> bool:
        """Ask for what a part needs once it was begun, and refuse a part that does not go with this outcome."""
        fine = bool(super().validate(extra_validators))
        problems = [*self._about_follow_up(), *self._about_referral(), *self._about_the_rest(), *self._out_of_place()]
        for field, words in problems:
            field.errors = [*field.errors, str(words)]
        return fine and not problems

    def _about_follow_up(self) -> Iterator[tuple[Any, str]]:
        if any(self.filled("follow")) and not (self.follow_day.data and self.follow_at.data):
            missing = self.follow_at if self.follow_day.data else self.follow_day
            yield missing, _("Kies een dag en een tijd voor de vervolgafspraak.")

    def _about_referral(self) -> Iterator[tuple[Any, str]]:
        if self.refer.data != TO_ORGANISATION:
            return
        if not (self.organisation.data or "").isdecimal():
            yield self.organisation, _("Kies een organisatie.")
        if not self.check_on.data:
            yield self.check_on, _("Kies een dag waarop wij vragen of het gelukt is.")
        if not self.consent.data:
            yield (
                self.consent,
                _("Vraag of de huurder het goed vindt. Zo niet, kies dan dat u advies gaf: dan leggen wij niets vast."),
            )

    def _about_the_rest(self) -> Iterator[tuple[Any, str]]:
        if self.gift.data and not self.gift_reason.data:
            yield self.gift_reason, _("Schrijf kort waarom. Dat leest wie de attentie verstuurt.")
        if self.quote.data and not self.quote_allowed.data:
            yield self.quote_allowed, _("Vraag of wij deze zin mogen gebruiken, of haal hem weg.")

    def _out_of_place(self) -> Iterator[tuple[Any, str]]:
        if not self.outcome.data or self.outcome.data in SPOKEN_WITH:
            return
        words = _("Dit hoort bij een gesprek. Kies “Gesproken”, of haal het hier weg.")
        for part in PARTS:
            if field := next(iter(self.filled(part)), None):
                yield field, words

    def filled(self, part: str) -> list[Any]:
        """List the fields of one part that hold something."""
        return [self[name] for name in PARTS[part] if self[name].data]

    # What was filled in.

    def aftermath(self, zone: ZoneInfo) -> Aftermath:
        """Give what follows from the talk."""
        return Aftermath(
            appointment=self._appointment(zone),
            handover=self._handover(zone),
            gift=self._gift(),
            observed=tuple(int(one) for one in self.observed.data or () if one.isdecimal()),
            how=self._how(),
            rest_minutes=int(self.rest.data or NO_REST) if self.feeling.data == Feeling.HEAVY else 0,
            wrong_number=self.wrong_number.data or None,
            condole=bool(self.condole.data),
            after_tries=AfterTries(self.after_tries.data or AfterTries.CALL),
        )

    def _appointment(self, zone: ZoneInfo) -> Appointment | None:
        day, at = self.follow_day.data, self.follow_at.data
        return Appointment(moment(day, at, zone), self.follow_wish.data or "") if day and at else None

    def _handover(self, zone: ZoneInfo) -> Handover | None:
        if self.refer.data != TO_ORGANISATION or self.check_on.data is None:
            return None
        return Handover(
            organisation_id=int(self.organisation.data),
            agreed=self.agreed.data or "",
            consent=bool(self.consent.data),
            check_at=moment(self.check_on.data, ASKED_AT, zone),
        )

    def _gift(self) -> GiftWish | None:
        if not self.gift.data:
            return None
        return GiftWish(GiftKind(self.gift.data), self.gift_reason.data or "", self.gift_amount.data)

    def _how(self) -> HowItWas:
        return HowItWas(
            reaction=Reaction(self.reaction.data) if self.reaction.data else None,
            feeling=Feeling(self.feeling.data) if self.feeling.data else None,
            quote=self.quote.data or "",
            advised=self.refer.data == ADVICE,
            wants_to_talk=bool(self.wants_to_talk.data),
        )

    def written(self) -> list[str]:
        """List everything that was written in free words."""
        talk = (self.note, self.tenant_note, self.follow_wish, self.agreed, self.gift_reason, self.quote)
        fields = (*talk, self.new_number, self.new_email)
        return [field.data for field in fields if field.data]


PARTS: Mapping[str, tuple[str, ...]] = {
    "observed": ("observed",),
    "follow": ("follow_day", "follow_at", "follow_wish"),
    "refer": ("refer",),
    "gift": ("gift", "gift_reason", "gift_amount"),
    "how": ("reaction", "quote"),
}
"""The parts that go with a talk, by their fields."""


def _by_kind(organisations: Sequence[Organisation]) -> Iterator[SelectChoice]:
    yield SelectChoice("", _("Kies een organisatie"))
    for one in organisations:
        yield SelectChoice(str(one.id), one.name, optgroup=str(ORGANISATIONS[one.kind]))
