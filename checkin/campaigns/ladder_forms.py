"""The choices about its ladder that a coordinator makes for a campaign: the order, how often, and what comes last."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wtforms import IntegerField, RadioField, SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs
from wtforms.validators import InputRequired, NumberRange

from checkin.domain.attempts import AttemptEnd
from checkin.domain.ladder import ALLOWED, LIMITS, RULES, After, Ladder, MobileOrder, Then
from checkin.web.forms import Form, _

TEXT_ELSE_VOICE = "text_else_voice"
"""Text first, and ring only when the text cannot arrive: whoever does not answer it is left alone by the robot."""
ORDERS = {
    TEXT_ELSE_VOICE: _("Eerst sms. Bellen als de sms niet aankomt"),
    MobileOrder.TEXT_THEN_VOICE.value: _("Eerst sms. Bellen als er geen antwoord komt"),
    MobileOrder.VOICE_THEN_TEXT.value: _("Eerst bellen. Sms als niemand opneemt"),
    MobileOrder.TEXT_ONLY.value: _("Alleen sms"),
    MobileOrder.VOICE_ONLY.value: _("Alleen bellen"),
}
AFTERS = {
    After.LIST: _("Zet de huurder op de lijst “niet bereikt”"),
    After.PERSONAL_CALL: _("Een collega belt zelf"),
    After.CARETAKER: _("De huismeester gaat langs"),
}


ENDS = {
    AttemptEnd.BUSY: _("Als het nummer in gesprek is"),
    AttemptEnd.NO_ANSWER: _("Als niemand opneemt"),
    AttemptEnd.VOICEMAIL: _("Als de voicemail opneemt"),
    AttemptEnd.REJECTED: _("Als het telefoontje wordt weggedrukt"),
    AttemptEnd.HUNG_UP: _("Als de huurder meteen ophangt"),
    AttemptEnd.NOT_DELIVERED: _("Als de sms niet aankomt"),
    AttemptEnd.NUMBER_DEAD: _("Als het nummer niet meer bestaat"),
}
"""What follows a text that arrived and was not answered is said by the order."""
THENS = {
    Then.AGAIN_SOON: _("Straks nog eens"),
    Then.OTHER_DAYPART: _("Op een ander deel van de dag"),
    Then.OTHER_DAY: _("Op een andere dag"),
    Then.NEXT_NUMBER: _("Op een ander nummer van de huurder"),
    Then.OTHER_CHANNEL: _("Op een andere manier: bellen of juist een sms"),
    Then.END: _("Niet meer proberen"),
}


def _follows(end: AttemptEnd) -> SelectField:
    choices = [SelectChoice(then.value, THENS[then]) for then in ALLOWED[end]]
    return SelectField(ENDS[end], choices=choices, default=RULES[end].value)


def order_of(ladder: Ladder) -> str:
    """Name the order of a ladder as the form does."""
    if ladder.mobile is MobileOrder.TEXT_THEN_VOICE and ladder.rules[AttemptEnd.DELIVERED] is Then.END:
        return TEXT_ELSE_VOICE
    return ladder.mobile.value


def in_order(order: str, stored: Mapping[str, Any]) -> dict[str, Any]:
    """Give a stored ladder with this order, and with what the order means for a text that nobody answers."""
    goes_on = Then.OTHER_CHANNEL if order == MobileOrder.TEXT_THEN_VOICE else Then.END
    mobile = MobileOrder.TEXT_THEN_VOICE.value if order == TEXT_ELSE_VOICE else order
    return {**stored, "mobile": mobile, "rules": {**stored.get("rules", {}), AttemptEnd.DELIVERED.value: goes_on.value}}


def _times(label: str, name: str) -> IntegerField:
    least, most = LIMITS[name]
    words = _("Vul een getal in van %(least)s tot en met %(most)s.", least=least, most=most)
    return IntegerField(label, validators=[InputRequired(words), NumberRange(least, most, message=words)])


class LadderFields(Form):
    """How often to try, in which order, what follows each end, and what comes last."""

    mobile = RadioField(
        _("Wie een mobiel heeft"), choices=[SelectChoice(order, words) for order, words in ORDERS.items()]
    )
    texts = _times(_("Hoogstens zoveel sms’en"), "texts")
    calls = _times(_("Hoogstens zoveel keer bellen"), "calls")
    reminder_days = _times(_("Zoveel werkdagen wachten op antwoord"), "reminder_days")
    then_busy = _follows(AttemptEnd.BUSY)
    then_no_answer = _follows(AttemptEnd.NO_ANSWER)
    then_voicemail = _follows(AttemptEnd.VOICEMAIL)
    then_rejected = _follows(AttemptEnd.REJECTED)
    then_hung_up = _follows(AttemptEnd.HUNG_UP)
    then_not_delivered = _follows(AttemptEnd.NOT_DELIVERED)
    then_number_dead = _follows(AttemptEnd.NUMBER_DEAD)
    after = RadioField(
        _("En als dat niet lukt?"), choices=[SelectChoice(one.value, words) for one, words in AFTERS.items()]
    )

    def show_ladder(self, stored: Mapping[str, Any]) -> None:
        """Fill in the ladder as it is."""
        ladder = Ladder.from_json(stored)
        self.mobile.data, self.after.data = order_of(ladder), ladder.after.value
        self.texts.data, self.calls.data, self.reminder_days.data = ladder.texts, ladder.calls, ladder.reminder_days
        for end in ENDS:
            self[f"then_{end.value}"].data = ladder.rules[end].value

    @property
    def thens(self) -> list[Any]:
        """Give the fields that say what follows each end."""
        return [self[f"then_{end.value}"] for end in ENDS]

    @property
    def changed_thens(self) -> bool:
        """Tell whether any of them says something else than the house does."""
        return any(self[f"then_{end.value}"].data != RULES[end].value for end in ENDS)

    def ladder(self, stored: Mapping[str, Any]) -> dict[str, Any]:
        """Give the ladder that was filled in; what this form does not ask stays as it was."""
        chosen = {name: self[name].data for name in ("texts", "calls", "reminder_days", "after")}
        rules = {end.value: self[f"then_{end.value}"].data for end in ENDS}
        follows = {**stored, "rules": {**stored.get("rules", {}), **rules}}
        return Ladder.from_json({**in_order(str(self.mobile.data), follows), **chosen}).to_json()
