"""Opening hours by weekday: whether it is time, when it is time again, and how far some working minutes reach."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_CLOCK = r"([0-9]{2}):([0-5][0-9])"
_SPAN = re.compile(f"{_CLOCK}-{_CLOCK}")
_DAYS = re.compile(rf"({'|'.join(DAYS)})(?:-({'|'.join(DAYS)}))?")
DAY_MINUTES = 24 * 60
LOOK_AHEAD_DAYS = 400
"""No landlord is closed for longer; a search that finds nothing has been given no hours at all."""

Minutes = int
Span = tuple[datetime, datetime]
Closed = Callable[[date], bool]
ClosesAt = Callable[[date], Minutes]


class Daypart(StrEnum):
    """The parts of a day on which people are reached, or not."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


DAYPARTS = {
    Daypart.MORNING: (0, 12 * 60),
    Daypart.AFTERNOON: (12 * 60, 18 * 60),
    Daypart.EVENING: (18 * 60, DAY_MINUTES),
}
"""From and until which minute of the local day each part lasts."""

PERSONAL = {
    Daypart.MORNING: (8 * 60, 12 * 60),
    Daypart.AFTERNOON: (12 * 60, 18 * 60),
    Daypart.EVENING: (18 * 60, 20 * 60),
}
"""What a tenant means who says “best in the morning”: nobody rings before eight or after eight in the evening."""


@dataclass(frozen=True)
class Hours:
    """Spans of minutes after midnight, local time, for each weekday (Monday first)."""

    spans: tuple[tuple[tuple[Minutes, Minutes], ...], ...]

    @classmethod
    def parse(cls, text: str) -> Hours:
        """Read `mon-fri 09:00-12:00 13:00-17:00; sat 10:00-12:00`. Raises ValueError with what is wrong."""
        days: list[list[tuple[Minutes, Minutes]]] = [[] for _ in DAYS]
        for rule in filter(None, (part.strip() for part in text.lower().split(";"))):
            which, *spans = rule.split()
            found = [_span(span) for span in spans]
            if not found:
                message = f"“{rule}” has no hours; write mon-fri 09:00-17:00"
                raise ValueError(message)
            for day in _weekdays(which):
                days[day].extend(found)
        if not any(days):
            message = "there are no hours; write mon-fri 09:00-17:00"
            raise ValueError(message)
        return cls(tuple(_in_order(DAYS[number], day) for number, day in enumerate(days)))

    def written(self) -> str:
        """Write the hours as `parse` reads them, each weekday by itself."""
        days = zip(DAYS, self.spans, strict=True)
        return "; ".join(f"{name} {written_spans(spans)}" for name, spans in days if spans)

    def dayparts(self) -> frozenset[Daypart]:
        """Tell in which parts of the day these hours are ever open."""
        spans = [span for day in self.spans for span in day]
        return frozenset(
            part
            for part, (begin, finish) in DAYPARTS.items()
            if any(start < finish and begin < end for start, end in spans)
        )

    def minutes_a_week(self) -> Minutes:
        """Count the minutes of an ordinary week."""
        return sum(end - start for day in self.spans for start, end in day)


def written_spans(spans: Iterable[tuple[Minutes, Minutes]]) -> str:
    """Write the hours of one day: `09:00-12:00 13:00-17:00`."""
    return " ".join(f"{_clock(start)}-{_clock(end)}" for start, end in spans)


def read_spans(text: str) -> tuple[tuple[Minutes, Minutes], ...]:
    """Read the hours of one day; none when there are none. Raises ValueError with what is wrong."""
    return _in_order("this day", [_span(span) for span in text.split()])


def _clock(minutes: Minutes) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _span(text: str) -> tuple[Minutes, Minutes]:
    match = _SPAN.fullmatch(text)
    start, end = (int(match[1]) * 60 + int(match[2]), int(match[3]) * 60 + int(match[4])) if match else (0, 0)
    if not 0 <= start < end <= DAY_MINUTES:
        message = f"“{text}” is not a span of hours; write 09:00-17:00"
        raise ValueError(message)
    return start, end


def _in_order(name: str, day: list[tuple[Minutes, Minutes]]) -> tuple[tuple[Minutes, Minutes], ...]:
    """Sort a day's spans. Spans that overlap are refused: their minutes would count double."""
    spans = sorted(day)
    if any(following[0] < span[1] for span, following in pairwise(spans)):
        message = f"the hours of {name} overlap; name each hour once"
        raise ValueError(message)
    return tuple(spans)


def _weekdays(text: str) -> range:
    match = _DAYS.fullmatch(text)
    if match is None or (match[2] and DAYS.index(match[2]) < DAYS.index(match[1])):
        message = f"“{text}” is not a weekday or a row of weekdays; write mon or mon-fri"
        raise ValueError(message)
    return range(DAYS.index(match[1]), DAYS.index(match[2] or match[1]) + 1)


@lru_cache(maxsize=4096)
def _stretches(day: date, zone: ZoneInfo) -> tuple[tuple[datetime, datetime, timedelta], ...]:
    """Give the stretches of a local day on which its clock runs straight: from, until, and how far it is from UTC.

    There is one, and there are two on a day on which the clock changes.
    """
    begin, finish = _midnight(day, zone), _midnight(day + timedelta(days=1), zone)
    before, after = _offset(begin, zone), _offset(finish - timedelta(minutes=1), zone)
    if before == after:
        return ((begin, finish, before),)
    low, high = 0, int((finish - begin) / timedelta(minutes=1))
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _offset(begin + timedelta(minutes=middle), zone) == before else (low, middle)
    change = begin + timedelta(minutes=high)
    return ((begin, change, before), (change, finish, after))


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    """Give the first moment of a local day."""
    moment = datetime.combine(day, time(), zone).astimezone(UTC)
    while (moment - timedelta(minutes=1)).astimezone(zone).date() >= day:
        # Midnight itself was skipped: the day begins at the jump.
        moment -= timedelta(minutes=1)
    return moment


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def on_the_clock(day: date, zone: ZoneInfo, spans: tuple[tuple[Minutes, Minutes], ...]) -> Iterator[Span]:
    """Turn spans of a local day, in order, into UTC; what touches becomes one, and empty ones are left out."""
    midnight = datetime.combine(day, time(), UTC)
    held: Span | None = None
    for begin, finish, offset in _stretches(day, zone):
        clock_zero = midnight - offset
        for start, end in spans:
            opens = max(begin, clock_zero + timedelta(minutes=start))
            closes = min(finish, clock_zero + timedelta(minutes=end))
            if opens >= closes:
                continue
            if held and held[1] == opens:
                held = (held[0], closes)
                continue
            if held:
                yield held
            held = (opens, closes)
    if held:
        yield held


@dataclass(frozen=True)
class Calendar:
    """The hours of one activity at one place, with the days on which it rests.

    A moment lies within the hours when the landlord's own clock shows a time within them: an hour that summer time
    skips is not there, and one that comes twice counts twice.
    """

    hours: Hours
    zone: ZoneInfo
    closed: Closed = lambda _day: False
    """Days on which nothing is done at all."""
    closes_at: ClosesAt = lambda _day: DAY_MINUTES
    """From which minute of a day everything rests: 0 is all day."""

    def spans(self, day: date) -> Iterator[Span]:
        """Give the open spans of a local day in UTC, in order; none overlap."""
        closes_at = 0 if self.closed(day) else self.closes_at(day)
        if not closes_at:
            return
        hours = ((start, min(end, closes_at)) for start, end in self.hours.spans[day.weekday()])
        yield from on_the_clock(day, self.zone, tuple(hours))

    def _moment(self, day: date, minutes: Minutes) -> datetime:
        """Turn a local clock time into UTC: the first of two, and for one that summer time skips the jump itself."""
        whole_days, rest = divmod(minutes, DAY_MINUTES)
        stretches = _stretches(day + timedelta(days=whole_days), self.zone)
        midnight = datetime.combine(day + timedelta(days=whole_days), time(), UTC)
        for begin, finish, offset in stretches:
            moment = max(begin, midnight - offset + timedelta(minutes=rest))
            if moment < finish:
                return moment
        return stretches[-1][1]

    def is_open(self, now: datetime) -> bool:
        """Tell whether `now` is within the hours."""
        return any(start <= now < end for start, end in self.spans(self._local_day(now)))

    def next_open(self, now: datetime) -> datetime:
        """Give the first moment from `now` on that is within the hours. Raises ValueError when there is none."""
        for start, _ in self._from(now):
            return max(now, start)
        message = "these hours are never open"
        raise ValueError(message)

    def after_working(self, now: datetime, minutes: float) -> datetime:
        """Give the moment at which `minutes` of these hours have passed since `now`."""
        left = timedelta(minutes=minutes)
        for start, end in self._from(now):
            begin = max(now, start)
            if left <= end - begin:
                return begin + left
            left -= end - begin
        message = "these hours are never open long enough"
        raise ValueError(message)

    def working_minutes(self, begin: datetime, end: datetime) -> float:
        """Count the minutes of these hours between two moments; zero when `end` is not after `begin`."""
        first = self._local_day(begin)
        days = (self._local_day(end) - first).days + 1
        spans = (span for offset in range(days) for span in self.spans(first + timedelta(days=offset)))
        open_times = (min(finish, end) - max(start, begin) for start, finish in spans)
        return sum((max(open_time, timedelta()) for open_time in open_times), timedelta()) / timedelta(minutes=1)

    def daypart(self, moment: datetime) -> Daypart:
        """Tell the part of the local day: morning before 12, afternoon before 18, then evening."""
        local = moment.astimezone(self.zone)
        minutes = local.hour * 60 + local.minute
        return next(part for part, (begin, finish) in DAYPARTS.items() if begin <= minutes < finish)

    def parts(self, day: date) -> Iterator[tuple[Daypart, datetime, datetime]]:
        """Give the open stretches of a local day, cut where another part of the day begins."""
        for start, end in self.spans(day):
            cuts = [start, *(cut for cut in self._starts_of_parts(start) if cut < end), end]
            for begin, finish in pairwise(cuts):
                yield self.daypart(begin), begin, finish

    def next_other_daypart(self, tried: datetime, avoid: frozenset[Daypart]) -> datetime:
        """Give the next open moment in a part of the day not in `avoid`; when all were tried, the next day's first."""
        wanted = self.hours.dayparts() - avoid
        for start, end in self._from(tried) if wanted else ():
            begin = max(tried, start)
            for moment in (begin, *self._starts_of_parts(begin)):
                if moment < end and self.daypart(moment) in wanted:
                    return moment
        return self.next_open(self._moment(self._local_day(tried), DAY_MINUTES))

    def _starts_of_parts(self, moment: datetime) -> list[datetime]:
        """Give the moments after `moment` on its local day at which another part of the day begins."""
        day = self._local_day(moment)
        starts = (self._moment(day, begin) for begin, _ in DAYPARTS.values())
        return [start for start in starts if start > moment]

    def _local_day(self, moment: datetime) -> date:
        return moment.astimezone(self.zone).date()

    def _from(self, moment: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Give the spans that end after `moment`, in order."""
        first = self._local_day(moment)
        for offset in range(LOOK_AHEAD_DAYS):
            for start, end in self.spans(first + timedelta(days=offset)):
                if end > moment:
                    yield start, end
