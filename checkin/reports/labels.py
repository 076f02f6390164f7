"""What the measures of a week are called in the reader's own language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from flask_babel import format_date, gettext

from checkin.reports.queries import TO_READ
from checkin.web.forms import _
from checkin.web.words import FELL_OUT, KINDS, MEANINGS, OUTCOMES, PROMISES, REASONS, counted

SUMMARY: Mapping[str, str] = {
    "chosen": _("Gekozen (check-ins)"),
    "asked": _("Gevraagd (check-ins)"),
    "arrived": _("Aangekomen (check-ins)"),
    "answered": _("Antwoord (check-ins)"),
    "wanted_contact": _("Wil contact (check-ins)"),
    "wanted_no_contact": _("Antwoord zonder wens voor contact (check-ins)"),
    "not_answered": _("Gevraagd en zonder antwoord geëindigd (check-ins)"),
    "not_asked": _("Geëindigd voordat er gevraagd was (check-ins)"),
    "cases_opened": _("Geopend (terugbelverzoeken)"),
    "rang": _("Voor het eerst gebeld door een collega (terugbelverzoeken)"),
    "spoken": _("Voor het eerst gesproken (terugbelverzoeken)"),
    "promises_kept_percentage": _("Beloftes gehouden, in procenten"),
    "median_minutes_to_talk": _("Van antwoord tot gesprek: de helft binnen (minuten)"),
    "nine_in_ten_minutes_to_talk": _("Van antwoord tot gesprek: 90 % binnen (minuten)"),
    "talks_timed": _("Gesprekken waarvan de tijd bekend is"),
}
CHECK_IN_STOCK: Mapping[str, str] = {
    "open_before": _("Check-ins open aan het begin van de week"),
    "chosen": _("Erbij: check-ins gekozen"),
    "answered_after_end": _("Erbij: check-ins die al geëindigd waren (antwoordde alsnog)"),
    "answered": _("Eraf: check-ins met een antwoord"),
    "not_answered": _("Eraf: check-ins gevraagd en zonder antwoord geëindigd"),
    "not_asked": _("Eraf: check-ins geëindigd voordat er gevraagd was"),
    "open_after": _("Check-ins open aan het eind van de week"),
}
CASE_STOCK: Mapping[str, str] = {
    "open_before": _("Terugbelverzoeken open aan het begin van de week"),
    "opened": _("Erbij: terugbelverzoeken geopend"),
    "closed": _("Eraf: terugbelverzoeken gesloten"),
    "open_after": _("Terugbelverzoeken open aan het eind van de week"),
}
CASES: Mapping[str, str] = {
    "open_before": _("Terugbelverzoek, open aan het begin van de week"),
    "opened": _("Terugbelverzoek, geopend in de week"),
}
TENANTS: Mapping[str, str] = {
    "asked": _("Huurders gevraagd, ieder één keer geteld"),
    "answered": _("Huurders met een antwoord, ieder één keer geteld"),
    "wanted": _("Huurders die contact willen, ieder één keer geteld"),
    "spoken": _("Huurders gesproken, ieder één keer geteld"),
}
WHOLE: Mapping[str, Mapping[str, str]] = {
    "summary": SUMMARY,
    "check_in_stock": CHECK_IN_STOCK,
    "stock": CASE_STOCK,
    "cases": CASES,
    "tenants": TENANTS,
}
"""Measures that have words of their own."""
STANDINGS: Mapping[str, str] = {
    "planned": FELL_OUT["planned"],
    "asked": FELL_OUT["no_answer_yet"],
    "to_read": FELL_OUT["to_read"],
}
REPLIES: Mapping[str, str] = {**MEANINGS, TO_READ: _("Nog te lezen")}
PARTS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "answered": (_("Check-ins met een antwoord: %(what)s"), MEANINGS),
    "not_answered": (_("Check-ins gevraagd en zonder antwoord geëindigd: %(what)s"), REASONS),
    "not_asked": (_("Check-ins geëindigd voordat er gevraagd was: %(what)s"), REASONS),
    "check_ins_open_after": (_("Check-ins open aan het eind van de week: %(what)s"), STANDINGS),
    "opened": (_("Terugbelverzoeken geopend: %(what)s"), KINDS),
    "replies": (_("Berichten en toetsen ontvangen: %(what)s"), REPLIES),
    "promises": (_("Beloftes voor een moment in deze week: %(what)s"), PROMISES),
    "contacts": (_("Contactmomenten door collega’s: %(what)s"), OUTCOMES),
    "observed": (_("Wat opviel in gesprekken: %(what)s"), {}),
}
"""Measures that are parts of one whole, which is named before each."""
NEIGHBOURHOOD: Mapping[str, str] = {
    "neighbourhood_asked": _("Gevraagd in %(place)s (check-ins)"),
    "neighbourhood_answered": _("Antwoord in %(place)s (check-ins)"),
    "neighbourhood_wanted": _("Wil contact in %(place)s (check-ins)"),
    "neighbourhood_spoken": _("Voor het eerst gesproken in %(place)s (terugbelverzoeken)"),
}


def say(section: str, measure: str) -> str:
    """Give the words for one measure: what is counted, and which of them."""
    if section in NEIGHBOURHOOD:
        return str(NEIGHBOURHOOD[section]) % {"place": measure or gettext("onbekend")}
    if section in PARTS:
        whole, parts = PARTS[section]
        return str(whole) % {"what": parts.get(measure, measure)}
    return str(WHOLE[section].get(measure, measure))


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
    "measure": lambda measure, section: say(section, measure),
    "meanings_line": lambda counts: counted(counts, MEANINGS, MOST_IN_A_LINE).lower(),
    "outcomes_line": lambda counts: counted(counts, OUTCOMES, MOST_IN_A_LINE).lower(),
    "promises_line": lambda counts: counted(counts, PROMISES),
    "reasons_line": lambda counts: counted(counts, REASONS, MOST_IN_A_LINE),
    "replies_line": lambda counts: counted(counts, REPLIES, MOST_IN_A_LINE).lower(),
    "short_day": short_day,
    "standings_line": lambda counts: counted(counts, STANDINGS),
}
