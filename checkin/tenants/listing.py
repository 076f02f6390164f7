"""What the check page shows of each row: its number, whom it is about, and what there is to say, fifty at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from checkin.tenants.candidates import PLACE, Candidate
from checkin.tenants.importing import Change, Outcome, Result

Page = tuple[str, int, list[dict[str, Any]]]
"""A result, the number of the page from 1, and its rows."""
ROWS = 50
NAME = [PLACE[part] for part in ("initials", "first_name", "name_prefix", "last_name")]


class Listing:
    """Rows by result, in the order in which they were decided."""

    def __init__(self, places: Mapping[str, int]) -> None:
        self._places = places
        self._rows: dict[Result, list[dict[str, Any]]] = {result: [] for result in Result}

    def add(self, candidate: Candidate, outcome: Outcome) -> None:
        """Add a row."""
        parts = [str(part) for place in NAME if (part := candidate.values[place])]
        row: dict[str, Any] = {"row": outcome.row, "name": " ".join(parts)}
        if outcome.result is Result.CHANGED and isinstance(outcome.change, Change):
            row["fields"] = list(outcome.change.values)
        if outcome.remarks:
            row["said"] = [
                [one.column, self._places.get(one.column, -1), one.remark.code, dict(one.remark.values)]
                for one in outcome.remarks
            ]
        self._rows[outcome.result].append(row)

    def pages(self) -> Iterator[Page]:
        """Give every page."""
        for result, rows in self._rows.items():
            rows.sort(key=lambda row: row["row"])
            for start in range(0, len(rows), ROWS):
                yield result.value, start // ROWS + 1, rows[start : start + ROWS]
