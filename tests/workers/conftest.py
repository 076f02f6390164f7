"""The line of tests/line.py, with a carrier that tells nothing by itself, and a file that waits for a worker."""

from __future__ import annotations

from checkin.db import unit_of_work
from checkin.runtime import Runtime
from checkin.tenants import intakes
from checkin.tenants.reading import read_table
from checkin.tenants.uploads import Uploads
from tests.line import given, line

__all__ = ["a_file_waits", "given", "line"]


def a_file_waits(runtime: Runtime, content: str) -> None:
    """Keep a file whose columns a coordinator agreed with, so that a worker is to import it."""
    table = read_table(content.encode())
    token = Uploads(runtime.settings.data_directory).keep(table)
    now = runtime.now()
    with unit_of_work(runtime) as session:
        intake = intakes.begin(session, token=token, name="huurders.csv", table=table, staff_id=None, now=now)
        intakes.confirm(session, intake, table.headers, now=now)
