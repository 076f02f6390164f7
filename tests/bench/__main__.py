"""Measure everything, print a table, and write var/bench.json."""

from __future__ import annotations

import json
import os
import platform
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

from tests.bench.figures import Figure
from tests.bench.measures import MEASURES
from tests.bench.system import open_system

RESULT = Path("var/bench.json")


def main(wanted: list[str]) -> int:
    """Run all measures, or those that are named; end with 1 when a goal is missed."""
    if unknown := set(wanted) - MEASURES.keys():
        sys.exit(f"no such measure: {', '.join(sorted(unknown))}; there are {', '.join(MEASURES)}")
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="checkin-bench-") as directory, open_system(Path(directory)) as system:
        for name in wanted or MEASURES:
            figures += MEASURES[name](system)
    show(figures)
    write(figures)
    return 0 if all(figure.holds for figure in figures) else 1


def show(figures: list[Figure]) -> None:
    """Print the table."""
    rows = [("what", "figure", "unit", "goal", "", "note")]
    rows += [
        (one.name, f"{one.value:.3g}", one.unit, one.goal, "ok" if one.holds else "NO", one.note) for one in figures
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())  # noqa: T201


def write(figures: list[Figure]) -> None:
    """Write the figures down, with the machine they are from."""
    RESULT.parent.mkdir(exist_ok=True)
    machine = {"cores": os.cpu_count(), "python": platform.python_version(), "at": time.strftime("%Y-%m-%d %H:%M")}
    RESULT.write_text(json.dumps({"machine": machine, "figures": [asdict(one) for one in figures]}, indent=1) + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
