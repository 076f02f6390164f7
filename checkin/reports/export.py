"""A week as CSV for a spreadsheet and as JSON for another system: the same numbers, and never a name.

The CSV has `;` between its columns and starts with a byte order mark: Dutch Excel opens that with a double click.
Each line of the section `cases` is one case with value 1, as it stood when the week was over, marked `open_before` or
`opened` as the stock counts it, so that whoever adds up the lines finds the stock.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from checkin.domain.promises import kept
from checkin.reports import labels
from checkin.reports.queries import CaseRow
from checkin.reports.summary import Summary
from checkin.reports.weekly import Week
from checkin.web.spreadsheets import guarded

COLUMNS = (
    "section", "measure", "value", "label",
    "case", "kind", "channel", "opened", "promised", "first_rang", "kept", "spoken", "tries", "outcome", "closed",
)  # fmt: skip
SHEET_TIME = "%Y-%m-%d %H:%M"
"""As a spreadsheet recognises a moment; local time."""
ISO_TIME = "iso"

Say = Callable[[str, str], str]


def as_csv(week: Week, zone: ZoneInfo, say: Say = labels.say) -> bytes:
    """Write the week; `say(section, measure)` puts a measure in the reader's own words, outside a page in Dutch."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in as_rows(week, zone, say):
        writer.writerow([guarded(row.get(column, "")) for column in COLUMNS])
    return file.getvalue().encode("utf-8-sig")


def as_rows(week: Week, zone: ZoneInfo, say: Say = labels.say) -> Iterator[dict[str, Any]]:
    """Give every line of the CSV: the summary first, then one line for each case."""
    for section, measures in _sections(week.summary):
        for measure, value in measures.items():
            yield {"section": section, "measure": measure, "value": value, "label": say(section, measure)}
    for case in week.cases:
        measure = _counted_as(case, week.summary)
        yield {
            "section": "cases",
            "measure": measure,
            "value": 1,
            "label": say("cases", measure),
            **_case(case, zone, SHEET_TIME),
        }


def as_dict(week: Week, zone: ZoneInfo) -> dict[str, Any]:
    """Give the week as plain values for JSON; durations are minutes, moments are local and carry their offset."""
    begin, end = (_local(moment, zone, ISO_TIME) for moment in (week.summary.begin, week.summary.end))
    sections = {section: dict(measures) for section, measures in _sections(week.summary)}
    rows = [{"measure": _counted_as(case, week.summary), **_case(case, zone, ISO_TIME)} for case in week.cases]
    return {"week": week.summary.iso_week, "begin": begin, "end": end, **sections, "cases": rows}


def _counted_as(case: CaseRow, summary: Summary) -> str:
    return "opened" if case.opened_at >= summary.begin else "open_before"


def _sections(summary: Summary) -> Iterator[tuple[str, Mapping[str, Any]]]:
    yield (
        "summary",
        {
            "chosen": summary.chosen,
            "asked": summary.asked,
            "arrived": summary.arrived,
            "answered": summary.answered,
            "wanted_contact": summary.wanted,
            "wanted_no_contact": summary.answered - summary.wanted,
            "not_answered": sum(summary.not_answered.values()),
            "not_asked": sum(summary.not_asked.values()),
            "cases_opened": summary.cases_opened,
            "rang": summary.rang,
            "spoken": summary.spoken,
            "promises_kept_percentage": summary.kept_percentage,
            "median_minutes_to_talk": _minutes(summary.median),
            "nine_in_ten_minutes_to_talk": _minutes(summary.nine_in_ten),
            "talks_timed": summary.talks,
        },
    )
    yield "check_in_stock", summary.check_in_stock
    yield "answered", _named(summary.answers)
    yield "not_answered", _named(summary.not_answered)
    yield "not_asked", _named(summary.not_asked)
    yield "check_ins_open_after", _named(summary.check_ins_open_after)
    yield "stock", summary.case_stock
    yield "opened", _named(summary.opened)
    yield "replies", _named(summary.replies)
    yield "promises", _named(summary.promises)
    yield "contacts", _named(summary.contacts)
    yield "observed", summary.observed
    yield "tenants", asdict(summary.tenants)
    for part in ("asked", "answered", "wanted", "spoken"):
        yield f"neighbourhood_{part}", {place.name: getattr(place, part) for place in summary.neighbourhoods}


def _case(case: CaseRow, zone: ZoneInfo, form: str) -> dict[str, Any]:
    rang, due = case.first_rang_at, case.promised_before
    return {
        "case": case.number,
        "kind": case.kind.value,
        "channel": str(case.channel),
        "opened": _local(case.opened_at, zone, form),
        "promised": _local(due, zone, form),
        "first_rang": _local(rang, zone, form),
        "kept": "" if not rang or not due else "yes" if kept(due, rang) else "no",
        "spoken": _local(case.spoken_at, zone, form),
        "tries": case.tries,
        "outcome": case.outcome.value if case.outcome else "",
        "closed": _local(case.closed_at, zone, form),
    }


def _local(moment: datetime | None, zone: ZoneInfo, form: str) -> str:
    if moment is None:
        return ""
    local = moment.astimezone(zone)
    return local.isoformat(timespec="minutes") if form == ISO_TIME else local.strftime(form)


def _minutes(time: timedelta | None) -> int | None:
    return None if time is None else round(time / timedelta(minutes=1))


def _named(counts: Mapping[Any, int]) -> dict[str, int]:
    names = {key.value if isinstance(key, StrEnum) else str(key): count for key, count in counts.items()}
    return dict(sorted(names.items()))
