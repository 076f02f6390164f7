"""How a coordinator lets tenants know beforehand; also a part of the builder's own form."""

from __future__ import annotations

from typing import Any

from wtforms import IntegerField, RadioField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs
from wtforms.validators import InputRequired, NumberRange

from checkin.outreach.notice_models import NoticeKind
from checkin.web.forms import Form, _

USUAL_DAYS, MOST_DAYS = 3, 30


class NoticeForm(Form):
    """None, a text or a letter, and how many days before the check-in."""

    kind = RadioField(
        _("Hoe laat u het weten?"),
        choices=[
            SelectChoice(NoticeKind.NONE.value, _("Niet")),
            SelectChoice(NoticeKind.TEXT.value, _("Per sms, en een brief voor wie geen mobiel heeft")),
            SelectChoice(NoticeKind.LETTER.value, _("Per brief of kaart, die u zelf verstuurt")),
        ],
        default=NoticeKind.NONE.value,
        validators=[InputRequired(_("Kies hoe u het laat weten."))],
    )
    days = IntegerField(
        _("Hoeveel dagen van tevoren?"),
        default=USUAL_DAYS,
        validators=[
            InputRequired(_("Vul een aantal dagen in, bijvoorbeeld 3.")),
            NumberRange(1, MOST_DAYS, _("Kies 1 tot en met 30 dagen.")),
        ],
    )

    def validate(self, extra_validators: Any = None) -> bool:
        """Ask for the days only when there is something to say."""
        if self.kind.data == NoticeKind.NONE.value:
            self.days.data = self.days.data or USUAL_DAYS
            self.days.raw_data = [str(self.days.data)]
            self.days.process_errors = []
        return bool(super().validate(extra_validators))
