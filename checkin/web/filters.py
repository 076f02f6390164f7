"""How times, durations and numbers are said on screen: as a person says them, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Any

from flask import Flask
from flask_babel import format_date, format_datetime, format_decimal, get_locale, gettext, ngettext

from checkin.web.context import now, runtime

MINUTE = 60
HOUR = 60 * MINUTE
HOURS_IN_MINUTES = 90
"""Up to this many minutes are said as minutes; above it as hours."""


def install(app: Flask) -> None:
    """Give the filters to the templates."""
    for name, filter_ in FILTERS.items():
        app.add_template_filter(filter_, name)


def is_dutch() -> bool:
    """Tell whether the page is in Dutch: Dutch writes 14.10, English 14:10."""
    locale = get_locale()
    return locale is None or locale.language == "nl"


def local(moment: datetime) -> datetime:
    """Give a moment on the landlord's own clock."""
    return moment.astimezone(runtime().zone)


def clock(moment: datetime) -> str:
    """Say a time of the day without a word: `14.10`."""
    return local(moment).strftime("%H.%M" if is_dutch() else "%H:%M")


def clock_time(moment: datetime) -> str:
    """Say a time of the day: `14.10 uur`."""
    return gettext("%(time)s uur", time=clock(moment))


def day(moment: datetime | date) -> str:
    """Say a day: `vandaag`, `gisteren`, `morgen`, `maandag 3 november`, with the year when it is another one."""
    wanted = local(moment).date() if isinstance(moment, datetime) else moment
    today = local(now()).date()
    near = {
        today: gettext("vandaag"),
        today - timedelta(days=1): gettext("gisteren"),
        today + timedelta(days=1): gettext("morgen"),
    }
    if wanted in near:
        return near[wanted]
    pattern = "d MMMM" if wanted.year == today.year else "d MMMM y"
    return str(format_date(wanted, pattern))  # type: ignore[no-untyped-call]


def day_time(moment: datetime) -> str:
    """Say a day and a time: `vandaag 10.41`, `gisteren 14.30`, `3 november 9.15`."""
    return f"{day(moment)} {clock(moment)}"


def person_time(moment: datetime) -> str:
    """Say when, as a person does: `over 35 minuten`, `12 minuten geleden`, `vandaag 10.41`, `gisteren 14.10`."""
    seconds = (moment - now()).total_seconds()
    minutes = round(abs(seconds) / MINUTE)
    if minutes == 0:
        return gettext("nu")
    if minutes >= HOUR / MINUTE:
        return day_time(moment)
    if seconds > 0:
        return ngettext("over %(num)s minuut", "over %(num)s minuten", minutes)
    return ngettext("%(num)s minuut geleden", "%(num)s minuten geleden", minutes)


def full_time(moment: datetime) -> str:
    """Say a moment in full, for on hover: `maandag 23 november 2026 om 14.05 uur`."""
    pattern = "EEEE d MMMM y, HH.mm" if is_dutch() else "EEEE d MMMM y, HH:mm"
    return str(format_datetime(moment, pattern))  # type: ignore[no-untyped-call]


def duration(minutes: float) -> str:
    """Say a duration in short: `12 min`, `1 u 50`, `3 uur`."""
    whole = max(0, round(minutes))
    if whole < HOURS_IN_MINUTES:
        return gettext("%(minutes)s min", minutes=whole)
    hours, rest = divmod(whole, 60)
    if rest == 0:
        return ngettext("%(num)s uur", "%(num)s uur", hours)
    return gettext("%(hours)s u %(minutes)02d", hours=hours, minutes=rest)


def working_minutes_left(moment: datetime) -> float:
    """Count the office minutes until a promised moment; below zero it is late, by as many office minutes."""
    hours = runtime().office_hours
    present = now()
    if moment >= present:
        return hours.working_minutes(present, moment)
    return -hours.working_minutes(moment, present)


def working_minutes_between(later: datetime, earlier: datetime) -> float:
    """Count the office minutes between two moments."""
    return runtime().office_hours.working_minutes(earlier, later)


def is_past(moment: datetime) -> bool:
    """Tell whether a moment has gone by."""
    return moment < now()


def promise_words(moment: datetime) -> str:
    """Say a promise with the office time that is left: `bellen vóór 17.00 uur, nog 2 uur`, or how late it is."""
    left = working_minutes_left(moment)
    if moment < now():
        return gettext("bellen vóór %(when)s, %(late)s te laat", when=_when(moment), late=duration(-left))
    return gettext("bellen vóór %(when)s, nog %(left)s", when=_when(moment), left=duration(left))


def _when(moment: datetime) -> str:
    same_day = local(moment).date() == local(now()).date()
    return clock_time(moment) if same_day else f"{day(moment)} {clock_time(moment)}"


def weekday_short(moment: date) -> str:
    """Name a weekday in two letters: `ma`."""
    return str(format_date(moment, "EEEEEE"))  # type: ignore[no-untyped-call]  # Flask-Babel's own


def number(value: float) -> str:
    """Write a number with the reader's own separators: `2.000`."""
    return str(format_decimal(value))


def percent(part: float, whole: float) -> str:
    """Say a share in whole percents: `98 %`; a dash when there is nothing to share."""
    return f"{round(100 * part / whole)} %" if whole else "–"


def languages_named(codes: Iterable[str]) -> str:
    """Name languages in the reader's own: `Nederlands, Turks`."""
    locale = get_locale()
    names = locale.languages if locale else {}
    return ", ".join(str(names.get(code, code)) for code in codes)


FILTERS: dict[str, Callable[..., Any]] = {
    "clock": clock,
    "clock_time": clock_time,
    "day": day,
    "day_time": day_time,
    "duration": duration,
    "full_time": full_time,
    "is_past": is_past,
    "iso": lambda moment: local(moment).isoformat(timespec="minutes"),
    "languages_named": languages_named,
    "number": number,
    "percent": percent,
    "person_time": person_time,
    "promise_words": promise_words,
    "weekday_short": weekday_short,
    "when_short": _when,
    "working_minutes_between": working_minutes_between,
    "working_minutes_left": working_minutes_left,
}
