"""A thousand claims at the same moment: fifty colleagues press *Ik bel* on two hundred tenants, on both databases."""

from __future__ import annotations

import http.client
import random
import statistics
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from sqlalchemy import select
from sqlmodel import col

from checkin.cases.models import Case
from checkin.db import make_engine, reading, unit_of_work
from checkin.domain.cases import CaseState
from checkin.migrations.run import upgrade
from checkin.programs import web_arguments
from checkin.runtime import Runtime
from checkin.staff.models import Role, Staff
from checkin.staff.service import add_staff
from checkin.tenants.models import Happening, TimelineEntry
from tests import factories
from tests.bench.figures import Figure
from tests.bench.system import System, wait_for
from tests.bench.team import Browser, Took
from tests.visitor import PASSWORD

COLLEAGUES, CASES, EACH = 50, 200, 20
MOST_MILLISECONDS = 50
SEED = 7


@dataclass(frozen=True)
class Press:
    """One press of the button, and what came of it."""

    colleague: int
    case_id: int
    status: int
    went_to: str
    took: float
    told: str
    """The warning that the next page shows."""


def claims(system: System) -> list[Figure]:
    """One winner for each tenant, the others told who, and how long a press takes inside the server."""
    figures = []
    system.clear()
    figures += _measure(system, system.runtime, "PostgreSQL", system.database_url)
    with TemporaryDirectory(prefix="checkin-claims-") as directory:
        url = f"sqlite:///{directory}/claims.db"
        small = Runtime(system.runtime.settings, make_engine(url), system.runtime.redis)
        upgrade(small.engine)
        figures += _measure(system, small, "SQLite", url)
        small.engine.dispose()
    return figures


def _measure(system: System, runtime: Runtime, name: str, url: str) -> list[Figure]:
    cases, emails = _furnish(runtime)
    arguments = [*web_arguments(system.runtime.settings)[:-1], "tests.bench.timed:app"]
    system.start("web", ["gunicorn", *arguments], CHECKIN_DATABASE_URL=url, CHECKIN_CLAIMS_AT_ONCE=str(CASES))
    wait_for(system.port)
    presses = _press(system, cases, emails)
    system.stop()
    faults = _faults(runtime, presses)
    middle = statistics.median(press.took for press in presses)
    slow = sorted(press.took for press in presses)[int(len(presses) * 0.95)]
    claimed = f"{len(presses)} claims by {COLLEAGUES} on {CASES}, {name}"
    return [
        Figure(f"{claimed}: not one winner, or not told who", len(faults), "times", "0", not faults, "; ".join(faults)),
        Figure(f"{claimed}: server time, median", middle, "ms", f"< {MOST_MILLISECONDS}", middle < MOST_MILLISECONDS),
        Figure(f"{claimed}: server time, p95", slow, "ms", "", holds=True),
    ]


def _furnish(runtime: Runtime) -> tuple[list[int], list[str]]:
    now = runtime.now()
    emails = [f"collega{number}@eemland.example" for number in range(COLLEAGUES)]
    with unit_of_work(runtime) as session:
        for number, email in enumerate(emails):
            add_staff(session, email=email, name=f"Collega {number}", role=Role.STAFF, password=PASSWORD, now=now)
        return [factories.case(session, now=now, promised_before=now).id or 0 for _ in range(CASES)], emails


def _press(system: System, cases: list[int], emails: list[str]) -> list[Press]:
    """Let everybody press at the same moment, each twenty times in a row, so that each tenant is pressed five times."""
    url, dice = f"http://127.0.0.1:{system.port}", random.Random(SEED)
    wanted = cases * (COLLEAGUES * EACH // CASES)
    dice.shuffle(wanted)
    browsers = [Browser(url, email, Took(), dice) for email in emails]
    for browser in browsers:
        browser.sign_in()
    read = _cookie_reader(system)
    together, found = threading.Barrier(COLLEAGUES), list[Press]()

    def go(number: int) -> None:
        browser, mine = browsers[number], wanted[number * EACH : (number + 1) * EACH]
        connection = http.client.HTTPConnection("127.0.0.1", system.port, timeout=60)
        cookie = "; ".join(f"{name}={value}" for name, value in browser.browser.cookies.items())
        headers = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
        body = urlencode({"csrf_token": browser.tokens["csrf_token"]})
        together.wait()
        for case_id in mine:
            connection.request("POST", f"/cases/{case_id}/claim", body, headers)
            answer = connection.getresponse()
            answer.read()
            told = read(answer.getheader("Set-Cookie") or "")
            went_to, took = answer.getheader("Location") or "", float(answer.getheader("X-Took") or "inf")
            found.append(Press(number, case_id, answer.status, went_to, took, told))

    threads = [threading.Thread(target=go, args=(number,)) for number in range(COLLEAGUES)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def _cookie_reader(system: System) -> Callable[[str], str]:
    """Read the warnings out of the session that an answer sets."""
    app = Flask("reader")
    app.secret_key = system.runtime.settings.secret_key.get_secret_value()
    serializer = SecureCookieSessionInterface().get_signing_serializer(app)
    assert serializer is not None

    def read(header: str) -> str:
        value = header.partition("session=")[2].partition(";")[0]
        flashes = serializer.loads(value).get("_flashes", []) if value else []
        return " ".join(text for category, text in flashes if category == "warning")

    return read


def _faults(runtime: Runtime, presses: list[Press]) -> list[str]:
    """Say what went wrong: a tenant without exactly one winner, or somebody who was not told who that was."""
    with reading(runtime) as session:
        query = select(col(Case.id), col(Staff.name)).join(Staff, col(Staff.id) == col(Case.claimed_by))
        holders = dict(session.execute(query.where(col(Case.state) == CaseState.CLAIMED)).tuples().all())
        taken = Counter(
            session.execute(
                select(col(TimelineEntry.case_id)).where(col(TimelineEntry.happening) == Happening.CLAIMED)
            ).scalars()
        )
    odd = [f"answer {press.status}" for press in presses if press.status != http.client.FOUND]
    twice = [f"case {case_id} taken {count} times" for case_id, count in taken.items() if count != 1]
    free = [f"{CASES - len(holders)} cases free"] if len(holders) != CASES else []
    return odd + twice + free + [fault for press in presses if (fault := _not_told(press, holders))]


def _not_told(press: Press, holders: dict[int, str]) -> str:
    won = holders.get(press.case_id) == f"Collega {press.colleague}"
    told = f"{holders.get(press.case_id)} was u net voor" in press.told
    if won:
        return "" if press.went_to.endswith(f"/{press.case_id}") else f"winner of {press.case_id} went elsewhere"
    return "" if told else f"loser of {press.case_id} was told: {press.told}"
