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
