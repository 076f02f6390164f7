"""What the contact centre fills in during a call: which of two wishes, and perhaps words and a moment."""

from __future__ import annotations

from wtforms import BooleanField, HiddenField, SelectField, TextAreaField
from wtforms.validators import AnyOf, Length

from checkin.domain.cases import CaseKind
from checkin.web.forms import Form, _, plain


class WishForm(Form):
    """A wish for contact. Its two buttons say which."""

    wants = HiddenField(
        validators=[AnyOf([CaseKind.CHAT.value, CaseKind.HELP.value], message=_("Kies een van de twee knoppen."))]
    )
    urgent = BooleanField(_("Spoed: er is nu iets aan de hand"))
    words = TextAreaField(
        _("Wat zei de huurder?"),
        filters=[plain],
        validators=[Length(max=500, message=_("Dit is te lang. Hoogstens 500 tekens."))],
    )
    when = SelectField(_("Wanneer belt u het liefst terug?"), choices=[], validate_choice=False)

    def kind(self) -> CaseKind:
        """Give the wish."""
        return CaseKind(self.wants.data or CaseKind.CHAT)
