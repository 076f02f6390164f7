"""What the check page shows of each row: its number, whom it is about, and what there is to say, fifty at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from checkin.tenants.candidates import Candidate
from checkin.tenants.importing import Outcome, Result

ROWS = 50


class Listing:
    """Rows by result, in the order in which they were decided."""

    def __init__(self, places: Mapping[str, int]) -> None:
        self._places = places
        self._rows: dict[Result, list[dict[str, Any]]] = {result: [] for result in Result}

    def add(self, candidate: Candidate, outcome: Outcome) -> None:
        """Add a row."""
        values, change = candidate.values, outcome.change
        parts = (values.get("initials"), values.get("first_name"), values.get("name_prefix"), values.get("last_name"))
        row: dict[str, Any] = {"row": outcome.row, "name": " ".join(str(part) for part in parts if part)}
        if outcome.result is Result.CHANGED and change:
            row["fields"] = list(change.values)
        if outcome.remarks:
            row["said"] = [
                [one.column, self._places.get(one.column, -1), one.remark.code, dict(one.remark.values)]
                for one in outcome.remarks
            ]
        self._rows[outcome.result].append(row)

    def pages(self) -> Iterator[tuple[str, int, list[dict[str, Any]]]]:
        """Give every page: its result, its number from 1, and its rows."""
        for result, rows in self._rows.items():
            rows.sort(key=lambda row: row["row"])
            for start in range(0, len(rows), ROWS):
                yield result.value, start // ROWS + 1, rows[start : start + ROWS]
