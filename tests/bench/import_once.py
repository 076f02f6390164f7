"""One import in a process of its own, so that its time and its memory are its own: `floor` or `ours`, FILE, DATABASE.

The floor is the least that any import does: read the rows, read the telephone number, and let PostgreSQL take them in
by COPY into a table from which it inserts what is new and updates what is not.
"""

from __future__ import annotations

import csv
import json
import resource
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import phonenumbers
import psycopg

from checkin.db import make_engine, reading, unit_of_work
from checkin.tenants.candidates import Rules
from checkin.tenants.service import plan_file, store_plan

COLUMNS = (
    "external_ref, salutation, initials, name_prefix, last_name, phone, street, house_number, postcode, city, complex"
)
PHONE = 5
MIB = 1024


def rows(file: Path) -> Iterator[list[str]]:
    """Read the file, and of each row the telephone number."""
    with file.open(newline="", encoding="utf-8") as opened:
        reader = csv.reader(opened, delimiter=";")
        next(reader)
        for row in reader:
            number = phonenumbers.parse(row[PHONE], "NL")
            if phonenumbers.is_valid_number(number):
                row[PHONE] = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
                yield row


def floor(file: Path, url: str) -> dict[str, float]:
    """Import as little as can be; give the seconds."""
    text = ", ".join(f"{name} text" for name in COLUMNS.split(", "))
    with psycopg.connect(url, autocommit=True) as setting_up:
        setting_up.execute("DROP TABLE IF EXISTS import_floor")
        setting_up.execute(f"CREATE TABLE import_floor (id serial PRIMARY KEY, {text}, UNIQUE (external_ref))")
        setting_up.execute("CREATE INDEX ON import_floor (phone)")
    start = time.perf_counter()
    with psycopg.connect(url) as connection, connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMP TABLE arriving ({text}) ON COMMIT DROP")
        with cursor.copy(f"COPY arriving ({COLUMNS}) FROM STDIN") as copy:
            for row in rows(file):
                copy.write_row(row)
        sets = ", ".join(f"{name} = excluded.{name}" for name in COLUMNS.split(", "))
        cursor.execute(
            f"INSERT INTO import_floor ({COLUMNS}) SELECT {COLUMNS} FROM arriving"  # noqa: S608 - our own names
            f" ON CONFLICT (external_ref) DO UPDATE SET {sets}"
        )
    return {"seconds": time.perf_counter() - start}


class House:
    """As much of a house as an import needs."""

    def __init__(self, url: str) -> None:
        self.engine = make_engine(url)

    def after_commit(self, noted: dict[str, object]) -> None:
        """Ring for nothing: an import asks nobody anything."""


def ours(file: Path, url: str) -> dict[str, float]:
    """Import as the command does; give the seconds and the counts."""
    house, now = House(url), datetime(2026, 11, 23, 9, tzinfo=UTC)
    start = time.perf_counter()
    with reading(house) as session:
        plan = plan_file(session, file, rules=Rules(date(2026, 11, 23)))
    planned = time.perf_counter() - start
    with unit_of_work(house) as session:
        store_plan(session, plan, now=now)
    seconds = time.perf_counter() - start
    counts = plan.report.as_json()
    return {
        "seconds": seconds,
        "planned": planned,
        "new": counts["new"],
        "changed": counts["changed"],
        "same": counts["same"],
    }


def main(how: str, file: str, url: str) -> None:
    """Import once and write the figures as JSON."""
    found = {"floor": floor, "ours": ours}[how](Path(file), url)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MIB
    sys.stdout.write(json.dumps({**found, "peak_mib": peak}) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
