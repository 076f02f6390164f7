"""What happened in one week, from Monday 00.00 to Monday 00.00 local time, in numbers that add up.

Every number counts what happened within the week, whenever it began. So the steps of the funnel are not one group
of tenants: a tenant asked on Friday may answer in the next week, and counts there as an answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from checkin.cases.models import Case
from checkin.dashboard.queries import NO_ANSWER_OPENED_IT, Promise, promises, times_to_talk, within
from checkin.domain.cases import SPOKEN, CaseKind, ContactOutcome
from checkin.domain.checkins import EndReason
from checkin.domain.errors import Refused
from checkin.domain.replies import Meaning
from checkin.outreach.models import CheckIn
from checkin.reports import queries
from checkin.reports.queries import CaseRow, Span, during
from checkin.reports.small_cells import Cell, hide_small

_ISO_WEEK = re.compile(r"(20\d{2})-W(\d{2})", re.ASCII)


@dataclass(frozen=True)
class Neighbourhood:
    """Tenants in one neighbourhood; numbers too small to show, or that would give such a number away, are hidden."""

    name: str
    asked: Cell
    answered: Cell
    wanted: Cell
    spoken: Cell


@dataclass(frozen=True)
class Summary:
    """The numbers of one week."""

    iso_week: str
    begin: datetime
    end: datetime
    chosen: int
    """Check-ins planned: tenants chosen for a campaign."""
    asked: int
    """Check-ins of which the first question left."""
    arrived: int
    """Check-ins of which a text was delivered or the telephone rang."""
    answers: dict[Meaning, int]
    """Check-ins first answered, by what the answer meant."""
    not_answered: dict[EndReason, int]
    """Check-ins that ended without an answer, by reason."""
    replies: dict[Meaning, int]
    """Texts and keys received, by meaning; a tenant may reply more than once."""
    opened: dict[CaseKind, int]
    """Cases opened, by kind."""
    rang: int
    """Cases of which a person's call rang the tenant for the first time."""
    spoken: int
    """Cases in which a person spoke to the tenant for the first time."""
    contacts: dict[ContactOutcome, int]
    """Every try by a person to reach a tenant, by outcome."""
    promises: dict[Promise, int]
    """Promises due in the week, by what became of them before the week was over."""
    open_before: int
    """Cases open when the week began."""
    closed: int
    """Cases closed."""
    open_after: int
    """Cases open when the week was over: those open before, and those opened, less those closed."""
    talks: int
    """Talks of which the time since the answer is known."""
    median: timedelta | None
    """Half of those talks came within this time after the answer."""
    nine_in_ten: timedelta | None
    """Nine in ten of those talks came within this time."""
    neighbourhoods: tuple[Neighbourhood, ...]
    """Tenants per neighbourhood."""

    @property
    def answered(self) -> int:
        """Check-ins first answered."""
        return sum(self.answers.values())

    @property
    def wanted(self) -> int:
        """Cases that an answer of the tenant opened."""
        return sum(count for kind, count in self.opened.items() if kind not in NO_ANSWER_OPENED_IT)

    @property
    def reached(self) -> int:
        """Tries in which the tenant and a person spoke."""
        return sum(count for outcome, count in self.contacts.items() if outcome in SPOKEN)

    @property
    def not_reached(self) -> int:
        """Tries in which nobody was reached."""
        return self.contacts.get(ContactOutcome.NOT_REACHED, 0)

    @property
    def kept_percentage(self) -> int | None:
        """Promises kept, of those kept or broken; rounded down, so that 100 means all."""
        kept, broken = self.promises.get(Promise.KEPT, 0), self.promises.get(Promise.BROKEN, 0)
        return 100 * kept // (kept + broken) if kept + broken else None


@dataclass(frozen=True)
class Week:
    """One week: its numbers, and one row for each case that was open in it."""

    summary: Summary
    cases: tuple[CaseRow, ...]


def week(session: Session, *, iso_week: str, zone: ZoneInfo, now: datetime | None = None) -> Week:
    """Give one week with its cases. Raises Refused("no_such_week")."""
    return Week(
        summary=summarise(session, iso_week=iso_week, zone=zone, now=now),
        cases=tuple(queries.cases_of(session, span_of(iso_week, zone))),
    )


def summarise(session: Session, *, iso_week: str, zone: ZoneInfo, now: datetime | None = None) -> Summary:
    """Give the numbers of one week; `now` keeps promises of a running week apart. Raises Refused("no_such_week")."""
    span = begin, end = span_of(iso_week, zone)
    times = times_to_talk(session, during(Case.spoken_at, span))
    return Summary(
        iso_week=iso_week,
        begin=begin,
        end=end,
        chosen=queries.count_check_ins(session, CheckIn.planned_at, span),
        asked=queries.count_check_ins(session, CheckIn.asked_at, span),
        arrived=queries.count_arrived(session, span),
        answers={meaning or Meaning.UNCLEAR: count for meaning, count in queries.answers(session, span).items()},
        not_answered={
            reason or EndReason.OUTCOME_UNKNOWN: count
            for reason, count in queries.ended_without_answer(session, span).items()
        },
        replies=queries.replies(session, span),
        opened=queries.opened(session, span),
        rang=queries.count_cases(session, Case.first_rang_at, span),
        spoken=queries.count_cases(session, Case.spoken_at, span),
        contacts=queries.contacts(session, span),
        promises=promises(session, during(Case.promised_before, span), as_of=min(now or end, end)),
        open_before=queries.count_open(session, begin),
        closed=queries.count_cases(session, Case.closed_at, span),
        open_after=queries.count_open(session, end),
        talks=len(times),
        median=within(times, 50),
        nine_in_ten=within(times, 90),
        neighbourhoods=_neighbourhoods(session, span),
    )


def _neighbourhoods(session: Session, span: Span) -> tuple[Neighbourhood, ...]:
    counts = queries.by_neighbourhood(session, span)
    columns = [hide_small(column) for column in zip(*counts.values(), strict=True)]
    return tuple(Neighbourhood(name, *cells) for name, cells in zip(counts, zip(*columns, strict=True), strict=False))


def monday_of(iso_week: str) -> date:
    """Give the first day of a week written as `2026-W47`. Raises Refused("no_such_week")."""
    match = _ISO_WEEK.fullmatch(iso_week)
    if match is None:
        raise Refused("no_such_week")
    try:
        return date.fromisocalendar(int(match[1]), int(match[2]), 1)
    except ValueError:
        raise Refused("no_such_week") from None


def iso_week_of(day: date) -> str:
    """Name the week of a day, as `2026-W47`."""
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02}"


def span_of(iso_week: str, zone: ZoneInfo) -> Span:
    """Give the begin and end of a week in UTC; when the clock changes it is an hour shorter or longer."""
    monday = monday_of(iso_week)
    days = (monday, monday + timedelta(days=7))
    begin, end = (datetime.combine(day, time(), zone).astimezone(UTC) for day in days)
    return begin, end
