"""Reading the file of a week as a controller does: every row beside those that it should add up with."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

PLUS = ("open_before", "chosen", "answered_after_end")
LESS = ("answered", "not_answered", "not_asked")
WISHES = ("chat", "help", "later", "urgent", "yes")


@dataclass(frozen=True)
class Sheet:
    """One week: its numbers by section and measure, and its cases."""

    sections: Mapping[str, Mapping[str, int]]
    cases: list[dict[str, Any]]

    def section(self, name: str) -> Mapping[str, int]:
        return self.sections.get(name, {})


def of_csv(content: bytes) -> Sheet:
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    sections: dict[str, dict[str, int]] = {}
    for row in rows:
        if row["section"] != "cases" and row["value"].isdigit():
            sections.setdefault(row["section"], {})[row["measure"]] = int(row["value"])
    return Sheet(sections, [row for row in rows if row["section"] == "cases"])


def of_json(whole: Mapping[str, Any]) -> Sheet:
    sections = {name: numbers for name, numbers in whole.items() if isinstance(numbers, dict)}
    return Sheet(sections, whole["cases"])


def adds_up(sheet: Sheet) -> None:
    """Add up everything that a reader would add up."""
    summary, stock, cases = sheet.section("summary"), sheet.section("check_in_stock"), sheet.section("stock")
    assert sum(stock[one] for one in PLUS) - sum(stock[one] for one in LESS) == stock["open_after"]
    for measure in ("chosen", *LESS):
        assert summary[measure] == stock[measure]
    for name, whole in {
        "answered": stock["answered"],
        "not_answered": stock["not_answered"],
        "not_asked": stock["not_asked"],
        "check_ins_open_after": stock["open_after"],
        "opened": cases["opened"],
    }.items():
        assert sum(sheet.section(name).values()) == whole, name
    assert summary["wanted_contact"] + summary["wanted_no_contact"] == summary["answered"]
    assert sum(sheet.section("answered").get(wish, 0) for wish in WISHES) == summary["wanted_contact"]
    assert summary["cases_opened"] == cases["opened"]
    assert cases["open_before"] + cases["opened"] - cases["closed"] == cases["open_after"]
    for measure in ("open_before", "opened"):
        assert sum(case["measure"] == measure for case in sheet.cases) == cases[measure]
    assert sum(bool(case["closed"]) for case in sheet.cases) == cases["closed"]
