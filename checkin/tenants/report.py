"""What an import did or would do, counted, with every row that has something to say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypedDict

from checkin.tenants.importing import Outcome, Result
from checkin.tenants.sentences import Remark, say


class RowAsJson(TypedDict):
    """One row with something to say."""

    row: int
    result: str
    column: str
    message: str


class ReportAsJson(TypedDict):
    """The whole report, for other programs."""

    new: int
    changed: int
    same: int
    skipped: int
    wrong: int
    rows: list[RowAsJson]


@dataclass(frozen=True, slots=True)
class RowReport:
    """One thing to say about one row; `column` is its header in the file, empty for the row as a whole."""

    row: int
    result: Result
    column: str
    remark: Remark


@dataclass
class ImportReport:
    """Counts per result, and the remarks in the order of the file."""

    counts: Counter[Result] = field(default_factory=Counter)
    rows: list[RowReport] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        """Count a row and keep what is said about it."""
        self.counts[outcome.result] += 1
        self.rows += [RowReport(outcome.row, outcome.result, one.column, one.remark) for one in outcome.remarks]

    def in_the_order_of_the_file(self) -> None:
        """Sort what was decided in another order."""
        self.rows.sort(key=lambda one: one.row)

    def name_refused(self, header_row: int, headers: list[str]) -> None:
        """Say of the columns that are never read, such as a BSN, that they were not; they count as no row."""
        remarks = [(header, Remark("column_refused", {"value": header})) for header in headers]
        self.rows[:0] = [RowReport(header_row, Result.SKIPPED, header, remark) for header, remark in remarks]

    def of(self, result: Result) -> Iterator[RowReport]:
        """Give the remarks about rows with one result."""
        return (row for row in self.rows if row.result is result)

    def as_json(self, language: str = "nl") -> ReportAsJson:
        """Give the report for other programs, with the messages in words."""
        return {
            "new": self.counts[Result.NEW],
            "changed": self.counts[Result.CHANGED],
            "same": self.counts[Result.SAME],
            "skipped": self.counts[Result.SKIPPED],
            "wrong": self.counts[Result.WRONG],
            "rows": [
                {"row": row.row, "result": row.result.value, "column": row.column, "message": say(row.remark, language)}
                for row in self.rows
            ],
        }


def refused_as_json(remark: Remark, language: str = "nl") -> ReportAsJson:
    """Give the report on a file that was refused as a whole: nothing was read, and row 0 says why."""
    row: RowAsJson = {"row": 0, "result": Result.WRONG.value, "column": "", "message": say(remark, language)}
    return {"new": 0, "changed": 0, "same": 0, "skipped": 0, "wrong": 1, "rows": [row]}
