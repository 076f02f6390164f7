"""What the measures of a week are called in the reader's own language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from flask_babel import format_date, gettext

from checkin.web.forms import _
from checkin.web.words import KINDS, MEANINGS, OUTCOMES, PROMISES, REASONS, counted

SUMMARY: Mapping[str, str] = {
    "chosen": _("Gekozen"),
    "asked": _("Gevraagd"),
    "arrived": _("Aangekomen"),
    "answered": _("Antwoord"),
    "wanted_contact": _("Wil contact"),
    "rang": _("Voor het eerst gebeld door een collega"),
    "spoken": _("Gesproken"),
    "promises_kept_percentage": _("Beloftes gehouden, in procenten"),
    "median_minutes_to_talk": _("Van antwoord tot gesprek: de helft binnen (minuten)"),
    "nine_in_ten_minutes_to_talk": _("Van antwoord tot gesprek: 90 % binnen (minuten)"),
    "talks_timed": _("Gesprekken waarvan de tijd bekend is"),
}
STOCK: Mapping[str, str] = {
    "open_before": _("Open aan het begin van de week"),
    "opened": _("Erbij gekomen"),
    "closed": _("Gesloten"),
    "open_after": _("Open aan het eind van de week"),
}
LABELS: Mapping[str, Mapping[str, str]] = {
    "summary": SUMMARY,
    "answered": MEANINGS,
    "not_answered": REASONS,
    "replies": MEANINGS,
    "opened": KINDS,
    "promises": PROMISES,
    "contacts": OUTCOMES,
    "stock": STOCK,
    "cases": STOCK,
}
NEIGHBOURHOOD: Mapping[str, str] = {
    "neighbourhood_asked": _("Gevraagd in %(place)s"),
    "neighbourhood_answered": _("Antwoord in %(place)s"),
    "neighbourhood_wanted": _("Wil contact in %(place)s"),
    "neighbourhood_spoken": _("Gesproken in %(place)s"),
}


def say(section: str, measure: str) -> str:
    """Give the words for one measure of the export."""
    if section in NEIGHBOURHOOD:
        return str(NEIGHBOURHOOD[section]) % {"place": measure or gettext("onbekend")}
    return str(LABELS[section].get(measure, measure))


def short_day(day: date) -> str:
    """Say a day without its year: `16 november`."""
    return str(format_date(day, "d MMMM"))  # type: ignore[no-untyped-call]


def long_day(day: date) -> str:
    """Say a day with its year: `22 november 2026`."""
    return str(format_date(day, "d MMMM y"))  # type: ignore[no-untyped-call]


MOST_IN_A_LINE = 3
FILTERS: dict[str, Callable[..., Any]] = {
    "kinds_line": lambda counts: counted(counts, KINDS, MOST_IN_A_LINE).lower(),
    "long_day": long_day,
    "meanings_line": lambda counts: counted(counts, MEANINGS, MOST_IN_A_LINE).lower(),
    "reasons_line": lambda counts: counted(counts, REASONS, MOST_IN_A_LINE),
    "short_day": short_day,
}
