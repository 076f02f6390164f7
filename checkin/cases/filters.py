"""How tenants, their numbers and the time that is left are said in the templates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from flask_babel import get_locale, gettext, ngettext

from checkin.cases.models import Wish
from checkin.cases.queries import WorkRow
from checkin.domain.attempts import AskedBy
from checkin.domain.handing_on import OFTEN
from checkin.domain.office_hours import Daypart
from checkin.domain.spoken import Person, written_name
from checkin.domain.wishes import Slot
from checkin.tenants.phones import masked
from checkin.web.context import now
from checkin.web.filters import clock, day, duration, is_dutch, local, number, working_minutes_left
from checkin.web.forms import _
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


PARTS = {
    Daypart.MORNING: _("%(day)s in de ochtend, vóór %(time)s uur"),
    Daypart.AFTERNOON: _("%(day)s in de middag, vóór %(time)s uur"),
    Daypart.EVENING: _("%(day)s in de avond, vóór %(time)s uur"),
}


def before_words(moment: datetime) -> str:
    """Say a promise as one says it aloud: “vandaag vóór 17.00 uur”."""
    return gettext("%(day)s vóór %(time)s uur", day=day(moment), time=clock(moment))


def slot_words(slot: Slot) -> str:
    """Say a part of a day: “morgen in de ochtend, vóór 12.00 uur”."""
    return str(PARTS[slot.part]) % {"day": day(slot.end), "time": clock(slot.end)}


def wished_words(wish: Wish) -> str:
    """Say when a tenant likes to be rung."""
    if wish.wished_from is None or wish.wished_until is None:
        return ""
    return gettext("tussen %(start)s en %(end)s", start=call_moment(wish.wished_from), end=clock(wish.wished_until))


def at_most(count: int, most: int) -> str:
    """Say a count that was broken off at `most`: `1.000+`."""
    return f"{number(most)}+" if count > most else number(count)


def language_name(code: str) -> str:
    """Say a language: “Turks”."""
    locale = get_locale()
    return str(locale.languages.get(code, code)).capitalize() if locale else code


def row_marks(row: WorkRow, me: int, coordinates: bool) -> list[str]:  # noqa: FBT001  a filter of templates
    """Say what makes a row another than the rest: who rang again, for whom it is, how often it was skipped."""
    marks = []
    if row.heard_at is not None:
        when = call_moment(row.heard_at)
        wrote = row.heard_by is AskedBy.TEXT
        marks.append(
            gettext("schreef %(when)s", when=when) if wrote else gettext("belde zelf terug %(when)s", when=when)
        )
    if row.forwarded_by is not None:
        marks.append(_for_whom(row, me))
    elif row.meant_for == me and row.holder_id is None:
        marks.append(gettext("verwacht u"))
    if row.skips >= OFTEN and coordinates:
        marks.append(ngettext("%(num)s keer overgeslagen", "%(num)s keer overgeslagen", row.skips))
    return marks


def _heard(by: AskedBy | None, when: str) -> str:
    if by is AskedBy.TEXT:
        return gettext("schreef %(when)s", when=when)
    return gettext("belde zelf terug %(when)s", when=when)


def _for_whom(row: WorkRow, me: int) -> str:
    if row.meant_for == me:
        return gettext("voor u, van %(by)s", by=row.forwarded_by)
    if row.meant_for is not None:
        return gettext("voor een collega, van %(by)s", by=row.forwarded_by)
    return gettext("voor %(team)s, van %(by)s", team=row.team, by=row.forwarded_by)


def row_facts(row: WorkRow) -> list[str]:
    """Say which language a tenant speaks when it is another one, and whose team it is."""
    language = language_name(row.language) if row.language != "nl" else ""
    team = row.team if row.team and row.forwarded_by is None else ""
    return [fact for fact in (language, team) if fact]


FILTERS: dict[str, Callable[..., Any]] = {
    **WORDS,
    "at_most": at_most,
    "before_words": before_words,
    "call_moment": call_moment,
    "language_name": language_name,
    "masked_phone": masked,
    "minutes_since": minutes_since,
    "name_within": name_within,
    "row_facts": row_facts,
    "row_marks": row_marks,
    "screen_name": screen_name,
    "slot_words": slot_words,
    "time_left": time_left,
    "wished_words": wished_words,
}
