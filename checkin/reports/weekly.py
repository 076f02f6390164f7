"""What happened in one week, from Monday 00.00 to Monday 00.00 local time, in numbers that add up.

Every number counts what happened within the week, whenever it began. So the steps of the funnel are not one group
of tenants: a tenant asked on Friday may answer in the next week, and counts there as an answer.

Two stocks tie the weeks together, one of check-ins and one of cases: what was open, and what came, less what went,
is what is open. A check-in that ended without an answer and is answered after all counts in both weeks, as an end
and as an answer; the row “answered after end” says how many, so that nothing is taken off twice.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from checkin.cases.models import Case
from checkin.dashboard.queries import promises, times_to_talk, within
from checkin.domain.errors import Refused
from checkin.outreach.models import CheckIn
from checkin.reports import queries
from checkin.reports.queries import CaseRow, Span, Tally, during
from checkin.reports.small_cells import Cell, hide_small
from checkin.reports.summary import Neighbourhood, Summary, Tenants

_ISO_WEEK = re.compile(r"(20\d{2})-W(\d{2})", re.ASCII)


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
    places = queries.by_neighbourhood(session, span)
    columns = tuple(zip(*places.values(), strict=True)) or ((),) * len(fields(Tenants))
    return Summary(
        iso_week=iso_week,
        begin=begin,
        end=end,
        chosen=queries.count_check_ins(session, CheckIn.planned_at, span),
        asked=queries.count_check_ins(session, CheckIn.asked_at, span),
        arrived=queries.count_arrived(session, span),
        answers=queries.answers(session, span),
        not_answered=queries.ended_without_answer(session, span, asked=True),
        not_asked=queries.ended_without_answer(session, span, asked=False),
        answered_after_end=queries.count_answered_after_end(session, span),
        check_ins_open_before=sum(queries.open_check_ins(session, begin).values()),
        check_ins_open_after=queries.open_check_ins(session, end),
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
        tenants=Tenants(*(sum(tally.people for tally in column) for column in columns)),
        neighbourhoods=_neighbourhoods(tuple(places), columns),
        observed=_observed(queries.observed(session, span)),
        quotes=tuple(queries.quotes(session, span)),
    )


def _neighbourhoods(names: Sequence[str], columns: Sequence[Sequence[Tally]]) -> tuple[Neighbourhood, ...]:
    shown = [hide_small([one.count for one in column], [one.people for one in column]) for column in columns]
    return tuple(Neighbourhood(name, *cells) for name, cells in zip(names, zip(*shown, strict=True), strict=True))


def _observed(tallies: Mapping[str, Tally]) -> dict[str, Cell]:
    cells = hide_small([one.count for one in tallies.values()], [one.people for one in tallies.values()])
    return dict(zip(tallies, cells, strict=True))


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
