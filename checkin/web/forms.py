"""What our own forms are built on: words translated when they are shown, and a base that says what it gives."""

from __future__ import annotations

from typing import Any, cast

from flask_babel import lazy_gettext
from flask_wtf import FlaskForm


def _(text: str) -> str:
    """Mark words for translation; typed as the text that they become."""
    return cast("str", lazy_gettext(text))


class Form(FlaskForm):
    """A form of ours."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)  # type: ignore[no-untyped-call]

    def accepted(self) -> bool:
        """Tell whether it was sent and everything in it is right."""
        return bool(self.validate_on_submit())  # type: ignore[no-untyped-call]


def plain(text: str | None) -> str:
    """Take away what no person types: the sign that PostgreSQL refuses, and white space around."""
    return (text or "").replace("\0", "").strip()
