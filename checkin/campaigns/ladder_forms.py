"""The choices about its ladder that a coordinator makes for a campaign: the order, how often, and what comes last."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wtforms import IntegerField, RadioField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs
from wtforms.validators import InputRequired, NumberRange

from checkin.domain.attempts import AttemptEnd
from checkin.domain.ladder import LIMITS, After, Ladder, MobileOrder, Then
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
    """How often to try, in which order, and what comes last."""

    mobile = RadioField(
        _("Wie een mobiel heeft"), choices=[SelectChoice(order, words) for order, words in ORDERS.items()]
    )
    texts = _times(_("Hoogstens zoveel sms’en"), "texts")
    calls = _times(_("Hoogstens zoveel keer bellen"), "calls")
    after = RadioField(
        _("En als dat niet lukt?"), choices=[SelectChoice(one.value, words) for one, words in AFTERS.items()]
    )

    def show_ladder(self, stored: Mapping[str, Any]) -> None:
        """Fill in the ladder as it is."""
        ladder = Ladder.from_json(stored)
        self.mobile.data, self.after.data = order_of(ladder), ladder.after.value
        self.texts.data, self.calls.data = ladder.texts, ladder.calls

    def ladder(self, stored: Mapping[str, Any]) -> dict[str, Any]:
        """Give the ladder that was filled in; what this form does not ask stays as it was."""
        chosen = {"texts": self.texts.data, "calls": self.calls.data, "after": self.after.data}
        return Ladder.from_json({**in_order(str(self.mobile.data), stored), **chosen}).to_json()
