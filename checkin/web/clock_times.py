"""Hours of a day as people type them: `9-12`, `9.30-12.00 en 13.30-17.00`; and as the screens write them back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from flask import Flask
from wtforms import Field
from wtforms.widgets import TextInput

from checkin.domain.office_hours import DAY_MINUTES
from checkin.web.filters import is_dutch
from checkin.web.forms import _

DaySpans = tuple[tuple[int, int], ...]
_CLOCK = r"(\d{1,2})(?:[.:](\d{2}))?(?:\s*(?:uur|u))?"
_SPAN = re.compile(rf"{_CLOCK}\s*(?:-|–|tot|to|until)\s*{_CLOCK}", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:en|and|,|;|\s)*", re.IGNORECASE)
LONGEST = 60

NOT_UNDERSTOOD = _("Schrijf de tijden als 9.00-12.00 en 13.30-17.00. Laat het vak leeg als er niets is.")
OVERLAP = _("Deze tijden lopen door elkaar. Noem elk uur één keer.")


def install(app: Flask) -> None:
    """Give the filters to the templates."""
    app.add_template_filter(minute_words, "minute_words")
    app.add_template_filter(hours_words, "hours_words")


class HoursField(Field):
    """The hours of one day; empty is none. Its data is spans of minutes after midnight."""

    widget = TextInput()
    data: DaySpans | None
    typed: str | None = None

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read what was typed. Raises ValueError with what is wrong."""
        self.typed = valuelist[0][:LONGEST] if valuelist else ""
        self.data = read_hours(self.typed)

    def _value(self) -> str:
        return self.typed if self.typed is not None else hours_words(self.data or ())


def read_hours(text: str) -> DaySpans:
    """Read the hours of a day. Raises ValueError in the words of the screen."""
    rest = _SPAN.sub("", text.strip())
    found = [_span(match) for match in _SPAN.finditer(text)]
    if not _BETWEEN.fullmatch(rest) or any(not 0 <= start < end <= DAY_MINUTES for start, end in found):
        raise ValueError(NOT_UNDERSTOOD)
    spans = tuple(sorted(found))
    if any(later[0] < earlier[1] for earlier, later in pairwise(spans)):
        raise ValueError(OVERLAP)
    return spans


def _span(match: re.Match[str]) -> tuple[int, int]:
    start_hour, start_minute, end_hour, end_minute = (int(part or 0) for part in match.groups())
    wrong = max(start_minute, end_minute) >= 60  # noqa: PLR2004  minutes in an hour
    return (-1, -1) if wrong else (start_hour * 60 + start_minute, end_hour * 60 + end_minute)


def minute_words(minutes: int) -> str:
    """Write a time of the day as the reader does: `9.30`, `9:30`."""
    return f"{minutes // 60}{'.' if is_dutch() else ':'}{minutes % 60:02}"


def hours_words(spans: Iterable[tuple[int, int]]) -> str:
    """Write the hours of a day: `9.00-12.00 13.30-17.00`."""
    return " ".join(f"{minute_words(start)}-{minute_words(end)}" for start, end in spans)


WEEKDAYS = (
    _("maandag"),
    _("dinsdag"),
    _("woensdag"),
    _("donderdag"),
    _("vrijdag"),
    _("zaterdag"),
    _("zondag"),
)
