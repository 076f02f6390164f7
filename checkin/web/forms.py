"""What our own forms are built on: words translated when they are shown, and a base that says what it gives."""

from __future__ import annotations

from typing import Any, cast

from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from wtforms import DecimalField, SelectMultipleField
from wtforms.widgets import CheckboxInput, ListWidget


def _(text: str, **values: object) -> str:
    """Mark words for translation, filled in when they are shown; typed as the text that they become."""
    return cast("str", lazy_gettext(text, **values))


class Form(FlaskForm):
    """A form of ours."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)  # type: ignore[no-untyped-call]

    def accepted(self) -> bool:
        """Tell whether it was sent and everything in it is right."""
        return bool(self.validate_on_submit())  # type: ignore[no-untyped-call]


class TickBoxes(SelectMultipleField):
    """Several choices, each with its own tick box."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class Euros(DecimalField):
    """An amount as Dutch people write it, `12,50`, or with a point."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        try:
            super().process_formdata([str(one).strip().replace(",", ".") for one in valuelist])
        except ValueError:
            raise ValueError(_("Vul een bedrag in, zoals 12,50.")) from None


def plain(text: str | None) -> str:
    """Take away what no person types: the sign that PostgreSQL refuses, and white space around."""
    return (text or "").replace("\0", "").strip()
