"""Works out the moment at which a tenant wishes to be rung: “morgen na tienen”, “over een uurtje”."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from checkin.domain.replies.words import moments

EARLIEST, LATEST = 8, 20
"""Nobody wishes to be rung before or after these hours: “na 2 uur” is in the afternoon."""
A_LITTLE_LATER = timedelta(minutes=30)
"""Who says “vanmiddag” in the afternoon."""
NOBODY_WAITS = timedelta(days=92)
"""A moment further away than this was not meant as one."""


@dataclass(frozen=True)
class _Said:
    """The words of a text, as spelled and as meant."""

    words: Sequence[str]
    symbols: Sequence[str]

    def at(self, place: int) -> str:
        if not 0 <= place < len(self.symbols):
            return ""
        return self.symbols[place] if self.symbols[place] in _KNOWN else self.words[place]

    def has(self, *words: str) -> bool:
        return any(word in self.symbols or word in self.words for word in words)


_KNOWN = frozenset(
    {
        *moments.DAYS_AHEAD,
        *moments.PARTS,
        *moments.HOURS,
        *(names[0] for names in moments.WEEKDAYS),
        "week",
        "uur",
        "voor",
    }
)


def wished_moment(words: Sequence[str], symbols: Sequence[str], now: datetime, zone: ZoneInfo) -> datetime | None:
    """Give the moment from which a tenant wishes to be rung; None when no day or time is named."""
    said, local = _Said(words, symbols), now.astimezone(zone)
    ahead = _ahead(said)
    if ahead is not None and ahead < timedelta(days=1):
        return (now + ahead).astimezone(zone)
    day = local.date() + ahead if ahead is not None else _day(said, local)
    clock = _clock(said)
    if day is None and clock is None:
        return None
    moment = datetime.combine(day or local.date(), clock or moments.MORNING, zone)
    ahead_of_now = moment if moment > local else _next(moment, local, named=day is not None, timed=clock is not None)
    return ahead_of_now if ahead_of_now and ahead_of_now - local < NOBODY_WAITS else None


def _next(moment: datetime, local: datetime, *, named: bool, timed: bool) -> datetime | None:
    """Put a moment that is past later: an hour is tomorrow's, the rest of a day that was named is still ahead."""
    if not named:
        return moment + timedelta(days=1)
    if moment.date() == local.date() and (not timed or moment.hour >= moments.AFTERNOON.hour):
        return (local.astimezone(UTC) + A_LITTLE_LATER).astimezone(local.tzinfo) if local.hour < LATEST else None
    return None


def _ahead(said: _Said) -> timedelta | None:
    """Read “over een uurtje”, “binnen een half uur”, “over twee weken”."""
    for place in range(len(said.words)):
        if said.at(place) in {"over", "binnen", "in", "uurtje", "halfuurtje", "half"}:
            found = _amount(said, place)
            if found is not None:
                return found
    return None


def _amount(said: _Said, place: int) -> timedelta | None:
    amount, counted = 1.0, said.at(place) in {"uurtje", "halfuurtje", "half"}
    if said.at(place - 1) == "kwart":
        return None
    for word in (said.at(next_one) for next_one in range(place + (not counted), min(place + 4, len(said.words)))):
        if word in moments.MINUTES:
            return timedelta(minutes=amount * moments.MINUTES[word])
        if word in moments.DAYS and not counted:
            return timedelta(days=int(amount * moments.DAYS[word]))
        if word.isdigit() and len(word) < len("999"):
            amount = float(word)
        elif word in moments.AMOUNTS or word in moments.HOURS:
            amount *= moments.AMOUNTS.get(word, moments.HOURS.get(word, 1.0))
        elif word not in {"n", "de", "nog", "ongeveer"}:
            return None
    return None


# The day.


def _day(said: _Said, local: datetime) -> date | None:
    today = local.date()
    weekday = _weekday(said)
    next_week = any(said.at(place) in moments.NEXT and said.at(place + 1) == "week" for place in range(len(said.words)))
    if weekday is not None:
        return _on_weekday(said, today, weekday, next_week=next_week)
    ahead = next(
        (moments.DAYS_AHEAD[said.at(place)] for place in range(len(said.words)) if _names_day(said, place)), None
    )
    if ahead is not None:
        return today + timedelta(days=ahead)
    if next_week or said.has("weekend", "weekeinde"):
        return today + timedelta(days=7 - today.weekday())
    return _in_calendar(said, today)


def _names_day(said: _Said, place: int) -> bool:
    """Tell tomorrow from “in de morgen” and “goede morgen”."""
    if said.at(place) == "morgen" and said.at(place - 1) in {"de", "s", "goede", "goeie", "in"}:
        return False
    return said.at(place) in moments.DAYS_AHEAD


def _weekday(said: _Said) -> int | None:
    for word in (said.at(place) for place in range(len(said.words))):
        for number, names in enumerate(moments.WEEKDAYS):
            if word in names or word.startswith(names[0]):
                return number
    return None


def _on_weekday(said: _Said, today: date, weekday: int, *, next_week: bool) -> date:
    until = next((place for place, word in enumerate(said.words) if word in {"tot", "until"}), None)
    if next_week:
        return today + timedelta(days=7 - today.weekday() + weekday)
    day = today + timedelta(days=(weekday - today.weekday()) % 7 or 7)
    return day + timedelta(days=1) if until is not None else day


def _in_calendar(said: _Said, today: date) -> date | None:
    if said.has("volgende", "next") and said.has("maand", "month"):
        return _first_of_next_month(today)
    if said.has("eind", "einde", "end"):
        if said.has("week"):
            return today + timedelta(days=(4 - today.weekday()) % 7)
        if said.has("maand"):
            return today.replace(day=calendar.monthrange(today.year, today.month)[1])
    for word, (month, day) in moments.FEASTS.items():
        if said.has(word) and (word != "jaar" or said.has("nieuwe", "volgend")):
            return _coming(today, month, day)
    return _date(said, today)


def _first_of_next_month(today: date) -> date:
    return (today.replace(day=1) + timedelta(days=32)).replace(day=1)


def _date(said: _Said, today: date) -> date | None:
    """Read “5 december” and “in januari”."""
    for place, word in enumerate(said.words):
        month = next((number for number, names in enumerate(moments.MONTHS, start=1) if word in names), None)
        before = said.words[place - 1] if place else ""
        if month is not None and before.isdigit():
            found = _coming(today, month, int(before))
            away = found is not None and said.words[place - 2] in {"tot", "until"}
            return found + timedelta(days=1) if found is not None and away else found
        if month is not None and before in {"in", "begin", "eind"}:
            return _coming(today, month, 1)
    return None


def _coming(today: date, month: int, day: int) -> date | None:
    for year in (today.year, today.year + 1):
        try:
            found = date(year, month, day)
        except ValueError:
            return None
        if found >= today:
            return found
    return None


# The hour.


def _clock(said: _Said) -> time | None:
    part = _part(said)
    for place in range(len(said.words)):
        hour = _hour(said, place)
        if hour is not None:
            return _in_daytime(*hour, part)
    if said.has("eind", "einde", "end") and part is not None:
        return moments.ENDS[part]
    for place, word in enumerate(said.words):
        if word in {"na", "after"}:
            after = next(
                (moments.AFTER[one] for one in said.words[place + 1 : place + 3] if one in moments.AFTER), None
            )
            if after is not None:
                return after
    return part


def _part(said: _Said) -> time | None:
    """Give the beginning of the part of the day that is named; “tussen de middag” is noon."""
    if said.has("tussen") and said.has("middag"):
        return moments.NOON
    for place, written in enumerate(said.words):
        word = said.at(place)
        if word in moments.PARTS:
            return moments.MORNING if said.at(place - 2) in moments.BEFORE else moments.PARTS[word]
        if word == "morgen" and not _names_day(said, place) and said.at(place - 1) in {"de", "s", "in"}:
            return moments.MORNING
        ending = next((part for name, part in _ENDINGS.items() if written.endswith(name)), None)
        if ending is not None and "dag" in written:
            return ending
    return None


_ENDINGS = {
    "ochtend": moments.MORNING,
    "morgen": moments.MORNING,
    "namiddag": moments.AFTERNOON,
    "middag": moments.AFTERNOON,
    "avond": moments.EVENING,
}


def _hour(said: _Said, place: int) -> tuple[int, int] | None:
    """Read an hour at a place: “na tienen”, “14.00”, “half drie”, “kwart over 2”, “3 uur”."""
    word = said.at(place)
    if ":" in word or "." in word:
        return _numbers(*word.replace(".", ":").split(":"))
    hour = int(word) if word.isdigit() and len(word) < len("999") else moments.HOURS.get(word)
    if hour is None or hour > 24 or any(said.at(place + 1) in names for names in moments.MONTHS):  # noqa: PLR2004
        return None
    return _part_of_hour(said, place, hour) or _whole_hour(said, place, hour)


def _part_of_hour(said: _Said, place: int, hour: int) -> tuple[int, int] | None:
    before = said.at(place - 1)
    if before == "half":
        return (hour - 1) % 24, 30
    if said.at(place - 2) == "kwart" and before in {"over", "voor"}:
        return (hour, 15) if before == "over" else ((hour - 1) % 24, 45)
    return None


def _whole_hour(said: _Said, place: int, hour: int) -> tuple[int, int] | None:
    before, word = said.at(place - 1), said.at(place)
    if before in moments.BEFORE:
        return (hour % 24, 0) if said.at(place - 2) in {"niet", "not"} else (moments.MORNING.hour, 0)
    named = said.at(place + 1) in moments.IS_HOUR or (word.endswith("en") and word not in moments.PLAIN_EN)
    return (hour % 24, 0) if before in moments.FROM or named else None


def _numbers(hour: str, minute: str) -> tuple[int, int] | None:
    if not (hour.isdigit() and minute.isdigit()):
        return None
    return (int(hour), int(minute)) if int(hour) < 24 and int(minute) < 60 else None  # noqa: PLR2004


def _in_daytime(hour: int, minute: int, part: time | None) -> time:
    """Choose between morning and afternoon: an hour of the clock at which people ring."""
    later = hour + 12
    evening = part is not None and part.hour >= moments.AFTERNOON.hour
    if hour < 12 and (hour < EARLIEST or (evening and later <= 22)):  # noqa: PLR2004
        hour = hour if part == moments.MORNING and hour else later
    return time(hour % 24, minute)
