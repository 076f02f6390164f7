"""One import in a process of its own, so that its time and its memory are its own: `floor` or `ours`, FILE, DATABASE.

The floor is the least that any import does: read the rows, read the telephone number, and let PostgreSQL take them in
by COPY into a table from which it inserts what is new and updates what is not.
"""

from __future__ import annotations

import csv
import json
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import phonenumbers
import psycopg
from python_calamine import CalamineWorkbook

import checkin.models  # noqa: F401  all tables
from checkin.db import giving_way, make_engine, reading
from checkin.tenants.alone import alone
from checkin.tenants.candidates import Rules
from checkin.tenants.planning import without_collecting
from checkin.tenants.service import open_file, plan_file, portions
from checkin.tenants.storing import Store
from tests.bench.tenants_file import PHONE

COLUMNS = (
    "external_ref, salutation, initials, name_prefix, last_name, phone, street, house_number, postcode, city, complex"
)


def lines(file: Path) -> Iterator[list[str]]:
    """Read the file."""
    if file.suffix == ".xlsx":
        yield from CalamineWorkbook.from_path(file).get_sheet_by_index(0).iter_rows()
        return
    with file.open(newline="", encoding="utf-8") as opened:
        yield from csv.reader(opened, delimiter=";")


def rows(file: Path) -> Iterator[list[str]]:
    """Read the file, and of each row the telephone number."""
    read = lines(file)
    next(read)
    for row in read:
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
    with alone(house.engine), without_collecting():
        with reading(house) as session:
            plan = plan_file(session, open_file(file), rules=Rules(date(2026, 11, 23)))
        planned, store = time.perf_counter() - start, Store(now=now)
        for portion in portions(plan, house.engine.dialect.name):
            with giving_way(house) as session:
                store.portion(session, portion)
    seconds, counts = time.perf_counter() - start, plan.report.as_json()
    return {"seconds": seconds, "planned": planned, **{name: counts[name] for name in ("new", "changed", "same")}}


def main(how: str, file: str, url: str) -> None:
    """Import once and write the figures as JSON."""
    sys.stdout.write(json.dumps({"floor": floor, "ours": ours}[how](Path(file), url)) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
