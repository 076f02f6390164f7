"""The import of 100,000 tenants against the least that any import does, in turns on the same server."""

from __future__ import annotations

import json
import sqlite3
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil
import psycopg

from checkin.db import make_engine
from checkin.migrations.run import upgrade
from tests.bench.figures import Figure
from tests.bench.system import System
from tests.bench.tenants_file import write_csv, write_xlsx

ROWS = 100_000
PAIRS = 5
MOST_TIMES, MOST_MIB, MOST_WAIT = 2.0, 300, 1.0
SAMPLE_SECONDS = 0.02
MIB = 1024 * 1024
STATE = "SELECT md5(string_agg(concat(one.*, one.xmin), '' ORDER BY {key})) FROM {table} one"
"""Changes with every row that is written, even when it stays the same."""


@dataclass(frozen=True)
class Ran:
    """One import."""

    seconds: float
    written: int
    """Tenants that it added or changed."""
    peak: float
    """MiB of the process and those that it started, together."""


def importing(system: System) -> list[Figure]:
    """Import the same tenants from CSV and XLSX, on PostgreSQL and on SQLite."""
    system.clear()
    with TemporaryDirectory(prefix="checkin-import-") as name:
        directory = Path(name)
        csv = write_csv(directory / "huurders.csv", ROWS)
        xlsx = write_xlsx(directory / "huurders.xlsx", ROWS)
        figures = [*_against_the_floor(system, csv), *_against_the_floor(system, xlsx), *_again(system, csv)]
        return [*figures, *_on_sqlite(csv, directory / "import.db")]


def _against_the_floor(system: System, file: Path) -> list[Figure]:
    ratios, peaks, rates = [], [], []
    for _pair in range(PAIRS):
        system.clear()
        floor, ours = _run("floor", file, system.database_url), _run("ours", file, system.database_url)
        ratios.append(ours.seconds / floor.seconds)
        rates.append(ours.written / ours.seconds)
        peaks.append(ours.peak)
    ratio, peak, kind = statistics.median(ratios), max(peaks), file.suffix[1:].upper()
    spread = f"{min(ratios):.2f} to {max(ratios):.2f} over {PAIRS} pairs"
    goal = f"≤ {MOST_TIMES:g}"
    return [
        Figure(f"import of 100,000 rows, {kind} / floor", ratio, "ratio", goal, ratio <= MOST_TIMES, spread),
        Figure(f"import, {kind}", statistics.median(rates), "rows/s", "", holds=True),
        Figure(f"import, {kind}: most memory", peak, "MiB", f"≤ {MOST_MIB}", peak <= MOST_MIB),
    ]


def _again(system: System, file: Path) -> list[Figure]:
    """Import the file once more, and count the rows that were written."""
    before = _state(system)
    again = _run("ours", file, system.database_url)
    written = again.written + (before != _state(system))
    return [
        Figure("rows changed by the second import", written, "rows", "0", written == 0),
        Figure("second import of the same file", ROWS / again.seconds, "rows/s", "", holds=True),
    ]


def _state(system: System) -> list[object]:
    keys = {"tenant": "id", "imported_facts": "tenant_id", "timeline": "id"}
    with psycopg.connect(system.database_url) as connection:
        return [connection.execute(STATE.format(table=table, key=key)).fetchone() for table, key in keys.items()]  # type: ignore[arg-type]


def _on_sqlite(file: Path, database: Path) -> list[Figure]:
    engine = make_engine(f"sqlite:///{database}")
    upgrade(engine)
    engine.dispose()
    with _waiting(database) as waits:
        ran = _run("ours", file, f"sqlite:///{database}")
    longest = max(waits)
    return [
        Figure("import on SQLite", ran.written / ran.seconds, "rows/s", "", holds=True),
        Figure("longest wait of another writer", 1000 * longest, "ms", "< 1000", longest < MOST_WAIT),
    ]


@contextmanager
def _waiting(database: Path) -> Iterator[list[float]]:
    """Write now and then as a webhook does, and note how long each had to wait."""
    waits, stop = [0.0], threading.Event()

    def write() -> None:
        connection = sqlite3.connect(database, timeout=30, isolation_level=None)
        while not stop.wait(0.01):
            start = time.perf_counter()
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("UPDATE staff SET name = name")
            connection.execute("COMMIT")
            waits.append(time.perf_counter() - start)
        connection.close()

    thread = threading.Thread(target=write)
    thread.start()
    try:
        yield waits
    finally:
        stop.set()
        thread.join()


def _run(how: str, file: Path, url: str) -> Ran:
    command = [sys.executable, "-m", "tests.bench.import_once", how, str(file), url]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        peak = 0
        while process.poll() is None:
            peak = max(peak, _memory(process.pid))
            time.sleep(SAMPLE_SECONDS)
        assert process.stdout is not None
        found = json.loads(process.stdout.read())
    return Ran(found["seconds"], found.get("new", 0) + found.get("changed", 0), peak / MIB)


def _memory(pid: int) -> int:
    with suppress(psutil.NoSuchProcess):
        process = psutil.Process(pid)
        return sum(one.memory_info().rss for one in (process, *process.children(recursive=True)))
    return 0
