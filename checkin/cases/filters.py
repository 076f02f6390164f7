"""How tenants, their numbers and the time that is left are said in the templates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from flask_babel import gettext

from checkin.domain.spoken import Person, written_name
from checkin.tenants.phones import masked
from checkin.web.context import now
from checkin.web.filters import clock, day, duration, is_dutch, local, working_minutes_left
from checkin.web.words import FILTERS as WORDS

MINUTE = 60


def name_within(person: Person) -> str:
    """Say a name within a sentence: “mevrouw Van der Linden”."""
    return written_name(person, "nl" if is_dutch() else "en")


def screen_name(person: Person) -> str:
    """Say a name at the start of a line: “Mevrouw Van der Linden”."""
    name = name_within(person)
    return name[:1].upper() + name[1:]


def minutes_since(moment: datetime) -> float:
    """Count the minutes since a moment."""
    return max(0.0, (now() - moment).total_seconds() / MINUTE)


def time_left(promised_before: datetime) -> str:
    """Say how much office time a promise has left, or how late it is."""
    left = working_minutes_left(promised_before)
    if promised_before < now():
        return gettext("%(late)s te laat", late=duration(-left))
    return gettext("nog %(left)s", left=duration(left))


def call_moment(moment: datetime) -> str:
    """Say when to ring: only the time when it is today."""
    today = local(moment).date() == local(now()).date()
    return clock(moment) if today else f"{day(moment)} {clock(moment)}"


FILTERS: dict[str, Callable[..., Any]] = {
    **WORDS,
    "call_moment": call_moment,
    "masked_phone": masked,
    "minutes_since": minutes_since,
    "name_within": name_within,
    "screen_name": screen_name,
    "time_left": time_left,
}
