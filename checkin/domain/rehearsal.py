"""The rehearsal: a whole round in virtual time, by the rules of the service, before a real telephone rings.

The same neighbours are asked three times: at the pace of the service, everything at once, and by hand without a robot.
A fourth time, with more colleagues than anybody has, tells how long the answers and the ladder of attempts take alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from math import ceil
from zoneinfo import ZoneInfo

from checkin.domain.climbing import Clocks
from checkin.domain.duty import MINUTE, Duty, Shift
from checkin.domain.errors import CheckinError
from checkin.domain.ladder import Ladder
from checkin.domain.neighbours import Customs, Neighbour, neighbourhood
from checkin.domain.office_hours import Calendar, Hours, Span
from checkin.domain.virtual_outcome import Outcome
from checkin.domain.virtual_round import play
from checkin.domain.virtual_time import Setting, Way

ZONE = ZoneInfo("Europe/Amsterdam")
TUESDAY = date(2027, 1, 12)
"""Rehearsals begin on this Tuesday, at nine: a Monday is busy enough, and no holiday is near."""
TEXT_HOURS = "mon-fri 09:00-19:00"
CALL_HOURS = "mon-fri 09:30-12:00 13:30-17:00 18:30-19:30"
OFFICE_HOURS = "mon-fri 09:00-17:00"
BEGINS, ENDS = 9 * 60, 17 * 60
WORKDAYS = (2, 0, 3, 1, 4)
"""One colleague rings on Wednesdays; the second on Mondays, and so on."""
STARTS = (10 * 60, 13 * 60, 15 * 60, 9 * 60)
"""At these times of the day colleagues begin, in turn."""
LONGEST_AT_A_STRETCH = 4 * 60
"""Nobody rings for longer on one day, unless the week would be too short."""
MOST_HOURS = 40
MOST_YEARS = 10
"""What would take longer cannot finish at all: nobody waits for it."""
ANSWER, SILENT = 0.7, 0.05
"""Roughly the tenants who make a choice, and those who pick up and say nothing: to see whether a round can end."""
SPARE_MINUTES = 5
SPARE_WEEKS = 12
DAYS_OF_ALL = 365
WEEK = timedelta(days=7)
DAY = timedelta(days=1)


class NeverEnds(CheckinError):
    """The people on duty could not ring everyone back within years."""

    def __init__(self, years: float | None) -> None:
        takes = "longer than the roster reaches" if years is None else f"some {years:.0f} years"
        super().__init__(
            f"this round cannot finish: ringing back would take {takes}; ask fewer tenants, or find more hours"
        )


@dataclass(frozen=True)
class Plan:
    """What is rehearsed. The builder of a campaign gives its own roster, hours and ladder; a command gives none."""

    tenants: int
    staff: int
    hours_per_week: float
    yes_rate: float = 0.2
    minutes: float = 20.0
    seed: int = 1
    start: datetime = field(default_factory=lambda: datetime.combine(TUESDAY, time(9), ZONE).astimezone(UTC))
    duty: Duty | None = None
    clocks: Clocks | None = None
    ladder: Ladder = field(default_factory=Ladder)
    promise_minutes: int = 240
    texts_per_second: float = 30.0
    calls_per_second: float = 3.0

    def __post_init__(self) -> None:
        """Refuse what cannot be rehearsed. Raises ValueError with a sentence."""
        rules = {
            "tenants must be 1 or more": self.tenants >= 1,
            "staff must be 1 or more": self.staff >= 1,
            f"hours per week must be more than 0 and at most {MOST_HOURS}": 0 < self.hours_per_week <= MOST_HOURS,
            "the yes-rate must be from 0 to 1, as 0.2 for one in five": 0 <= self.yes_rate <= 1,
            "minutes must be from 1 to 120": 1 <= self.minutes <= 120,  # noqa: PLR2004
            "colleagues must be on duty for longer than half a talk": self.hours_per_week * 60 > self.minutes / 2,
        }
        for sentence, holds in rules.items():
            if not holds:
                raise ValueError(sentence)


@dataclass(frozen=True)
class Rehearsal:
    """How a round goes, and how it would go in two other ways."""

    paced: Outcome
    at_once: Outcome
    by_hand: Outcome
    unlimited_days: float
    """What the same round takes with the same neighbours and unlimited colleagues."""
    hours_per_week: float
    """Of all colleagues together."""

    def least_days(self, outcome: Outcome) -> float:
        """Give the least possible time: the work divided by the hours of duty, or what answers and attempts take."""
        work_days = outcome.work_minutes / 60 / self.hours_per_week * 7
        return work_days if outcome is self.by_hand else max(work_days, self.unlimited_days)


def rehearse(plan: Plan) -> Rehearsal:
    """Rehearse a round in every way. Raises NeverEnds when colleagues could not ring everyone back in ten years."""
    people, setting = _neighbours(plan), _setting(plan)
    unlimited = replace(setting, duty=_everybody(setting, plan.tenants))
    return Rehearsal(
        paced=_play(setting, people, Way.PACED),
        at_once=_play(setting, people, Way.AT_ONCE),
        by_hand=_play(setting, people, Way.BY_HAND),
        unlimited_days=_play(unlimited, people, Way.AT_ONCE).days,
        hours_per_week=_hours_per_week(setting),
    )


def rehearse_one(plan: Plan, way: Way) -> Outcome:
    """Rehearse a round in one way. Raises NeverEnds."""
    return _play(_setting(plan), _neighbours(plan), way)


def _neighbours(plan: Plan) -> tuple[Neighbour, ...]:
    customs = Customs(yes_rate=plan.yes_rate, talk_minutes=plan.minutes)
    return tuple(neighbourhood(plan.tenants, seed=plan.seed, customs=customs))


def _play(setting: Setting, people: Sequence[Neighbour], way: Way) -> Outcome:
    outcome = play(setting, people, way)
    if outcome is None:
        raise NeverEnds(None)
    return outcome


def _setting(plan: Plan) -> Setting:
    made_up = Clocks(known_calendar(TEXT_HOURS), known_calendar(CALL_HOURS), known_calendar(OFFICE_HOURS))
    return Setting(
        start=plan.start,
        duty=plan.duty or _made_up_duty(plan),
        clocks=plan.clocks or made_up,
        ladder=plan.ladder,
        talk_minutes=plan.minutes,
        promise_minutes=plan.promise_minutes,
        texts_per_second=plan.texts_per_second,
        calls_per_second=plan.calls_per_second,
    )


def _made_up_duty(plan: Plan) -> Duty:
    """Make a roster that is long enough to phone everybody by hand. Raises NeverEnds."""
    hours_per_year = plan.staff * plan.hours_per_week * 52
    cases = plan.tenants * (plan.yes_rate * ANSWER + SILENT)
    if (years := cases * plan.minutes / 60 / hours_per_year) > MOST_YEARS:
        raise NeverEnds(years)
    weeks = ceil(plan.tenants * (plan.minutes + SPARE_MINUTES) / 60 / (plan.staff * plan.hours_per_week)) + SPARE_WEEKS
    return working_week(plan.staff, plan.hours_per_week, begin=plan.start, weeks=weeks)


def working_week(staff: int, hours_per_week: float, *, begin: datetime, weeks: int) -> Duty:
    """Spread colleagues with so many hours each over the days and hours of the working week."""
    days = min(max(ceil(hours_per_week * 60 / LONGEST_AT_A_STRETCH), 1), len(WORKDAYS))
    minutes = hours_per_week * 60 / days
    people: Counter[tuple[int, int]] = Counter()
    for person in range(staff):
        starts = STARTS[person // len(WORKDAYS) % len(STARTS)]
        for day in range(days):
            people[WORKDAYS[(person + day) % len(WORKDAYS)], max(min(starts, ENDS - ceil(minutes)), BEGINS)] += 1
    monday = begin.astimezone(ZONE).date() - timedelta(days=begin.astimezone(ZONE).weekday())
    return Duty.of(_shifts(people, minutes, monday, weeks), ZONE)


def _shifts(people: Counter[tuple[int, int]], minutes: float, monday: date, weeks: int) -> Iterator[Shift]:
    for week in range(weeks):
        for (weekday, starts), count in people.items():
            day = monday + week * WEEK + weekday * DAY
            start = datetime.combine(day, time(starts // 60, starts % 60), ZONE).astimezone(UTC)
            yield Shift(start, start + minutes * MINUTE, count)


def _everybody(setting: Setting, people: int) -> Duty:
    """Put more colleagues on duty than there are tenants, in all office hours."""
    office = setting.clocks.office
    first = setting.start.astimezone(office.zone).date()
    spans = (span for number in range(DAYS_OF_ALL) for span in office.spans(first + number * DAY))
    return Duty.of((Shift(start, end, people) for start, end in spans), office.zone)


def _hours_per_week(setting: Setting) -> float:
    weeks = 4
    return setting.duty.minutes_between(setting.start, setting.start + weeks * WEEK) / 60 / weeks


class KnownCalendar(Calendar):
    """A calendar that looks up each day once: a rehearsal asks for the same days again and again."""

    @cached_property
    def _known(self) -> dict[date, tuple[Span, ...]]:
        return {}

    def spans(self, day: date) -> Iterator[Span]:
        """Give the open spans of a local day."""
        if day not in self._known:
            self._known[day] = tuple(super().spans(day))
        return iter(self._known[day])


def known_calendar(hours: str) -> Calendar:
    """Make the calendar of ordinary weeks, without holidays."""
    return KnownCalendar(Hours.parse(hours), ZONE)
