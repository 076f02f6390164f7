"""Two hours of a real team in a few minutes: thirty-five colleagues with a page open each, who ring and write down."""

from __future__ import annotations

import random
import re
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta

import requests
from sqlalchemy import func, select
from sqlmodel import Session, col

from checkin.cases.models import Case, Contact
from checkin.db import reading, unit_of_work
from checkin.domain.cases import CaseKind, CaseState, ContactOutcome
from checkin.staff.models import Role, Staff
from checkin.staff.service import add_staff
from checkin.tenants.models import Happening, TimelineEntry
from tests import factories
from tests.bench.figures import Figure
from tests.bench.system import System
from tests.visitor import PASSWORD

COLLEAGUES = 35
TALKS_EACH = 6
"""Two hours at twenty minutes a talk."""
SECONDS = 180.0
"""All of it happens forty times as fast; the pages poll as they always do, so that every step is seen by everybody."""
POLL_SECONDS = 3.0
NOT_REACHED = 0.2
SLOWEST_MILLISECONDS = 200
TOKEN = re.compile(r'name="(csrf_token|form_token)"[^>]*value="([^"]+)"')
CASE = re.compile(r"/cases/(\d+)$")
VERSION = re.compile(r'data-live-version="(\d+)"')


@dataclass
class Took:
    """How long each kind of request took, in milliseconds, by everybody."""

    times: dict[str, list[float]] = field(default_factory=dict)
    odd: Counter[str] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, kind: str, began: float, status: int) -> None:
        with self.lock:
            self.times.setdefault(kind, []).append((time.monotonic() - began) * 1000)
            if status not in {200, 204, 302}:
                self.odd[f"{kind} {status}"] += 1

    def percentile(self, share: float, *kinds: str) -> float:
        found = sorted(one for kind in kinds for one in self.times.get(kind, ()))
        return found[min(len(found) - 1, int(len(found) * share))] if found else 0.0


@dataclass
class Browser:
    """One colleague with one page open."""

    url: str
    email: str
    took: Took
    chance: random.Random
    browser: requests.Session = field(default_factory=requests.Session)
    page: str = "/"
    version: str = "0"
    tokens: dict[str, str] = field(default_factory=dict)
    written_down: int = 0

    def get(self, kind: str, path: str) -> requests.Response:
        began = time.monotonic()
        answer = self.browser.get(self.url + path, timeout=30, allow_redirects=False)
        self.took.note(kind, began, answer.status_code)
        return answer

    def look(self, path: str) -> requests.Response:
        """Open a page, and keep what its forms need."""
        answer = self.get("page", path)
        self.page = path
        self.tokens |= dict(TOKEN.findall(answer.text))
        if found := VERSION.search(answer.text):
            self.version = found[1]
        return answer

    def post(self, kind: str, path: str, **fields: str) -> str:
        """Send a form; give where it leads."""
        began = time.monotonic()
        data = {"csrf_token": self.tokens.get("csrf_token", ""), **fields}
        answer = self.browser.post(self.url + path, data=data, timeout=30, allow_redirects=False)
        self.took.note(kind, began, answer.status_code)
        return answer.headers.get("Location", "") if answer.status_code == 302 else ""

    def sign_in(self) -> None:
        self.look("/login")
        self.post("sign in", "/login", email=self.email, password=PASSWORD)
        self.look("/")

    def wait(self, seconds: float) -> None:
        """Leave the page open: it asks every three seconds whether anything happened, and renews itself when it did."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            time.sleep(min(POLL_SECONDS, left))
            answer = self.get("poll", f"/live?v={self.version}")
            if answer.status_code == 200:
                self.version = str(answer.json()["version"])
                self.get("renewal", self.page)

    def talk(self, seconds: float) -> None:
        """Take the next tenant, speak, and write down how it went."""
        place = self.post("claim", "/cases/next")
        found = CASE.search(place)
        if found is None:
            self.look("/worklist")
            self.wait(seconds)
            return
        self.look(place)
        self.wait(seconds * self.chance.uniform(0.6, 1.0))
        outcome = ContactOutcome.NOT_REACHED if self.chance.random() < NOT_REACHED else ContactOutcome.SPOKEN
        done = self.post(
            "write down",
            f"/cases/{found[1]}/contact",
            outcome=outcome.value,
            note="Een fijn gesprek.",
            form_token=self.tokens.get("form_token", ""),
            then="stay",
        )
        self.written_down += bool(done)
        self.look("/")

    def work(self, talks: int, seconds: float) -> None:
        """Work for as long as a shift lasts."""
        # Not all in the same second: the password alone takes a core for some time.
        time.sleep(self.chance.uniform(0, seconds))
        self.sign_in()
        for _ in range(talks):
            self.talk(seconds)


def team(system: System) -> list[Figure]:
    """Thirty-five colleagues, two web processes, all workers: how quick the pages are, and that no step is lost."""
    system.clear()
    emails = _furnish(system)
    system.start_web()
    system.start_workers()
    took, url = Took(), f"http://127.0.0.1:{system.port}"
    people = [Browser(url, email, took, random.Random(place)) for place, email in enumerate(emails)]
    pace = SECONDS / (TALKS_EACH + 1)
    threads = [threading.Thread(target=one.work, args=(TALKS_EACH, pace)) for one in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    system.stop()
    with reading(system.runtime) as session:
        faults = _faults(session, sum(one.written_down for one in people))
    pages = took.percentile(0.95, "page", "renewal")
    steps = took.percentile(0.95, "claim", "write down")
    requests_a_second = sum(map(len, took.times.values())) / SECONDS
    odd = ", ".join(f"{count} × {what}" for what, count in sorted(took.odd.items()))
    return [
        Figure("team of 35: pages p95", pages, "ms", f"< {SLOWEST_MILLISECONDS}", pages < SLOWEST_MILLISECONDS),
        Figure("team of 35: claim and write down p95", steps, "ms", "", holds=True),
        Figure("team of 35: requests a second", requests_a_second, "per s", "", holds=True),
        Figure("team of 35: steps lost or doubled", len(faults), "", "0", not faults, "; ".join(faults)),
        Figure("team of 35: unexpected answers", took.odd.total(), "", "0", not took.odd, odd),
    ]


def _furnish(system: System) -> list[str]:
    """Make the colleagues, and enough tenants who wait for all their talks."""
    emails = [f"collega{number}@eemland.example" for number in range(COLLEAGUES)]
    now = system.runtime.now()
    with unit_of_work(system.runtime) as session:
        for number, email in enumerate(emails):
            made = add_staff(
                session, email=email, name=f"Collega {number}", role=Role.STAFF, password=PASSWORD, now=now
            )
            made.hints_seen = 3
        for number in range(COLLEAGUES * TALKS_EACH):
            factories.case(
                session,
                tenant_id=factories.tenant(session, last_name=f"Bewoner {number}").id,
                now=now - timedelta(minutes=number % 90),
                kind=CaseKind.CHAT,
                promised_before=now + timedelta(minutes=30 + number),
                told_at=now,
                offered_at=now,
            )
    return emails


def _faults(session: Session, written_down: int) -> list[str]:
    """Say what was lost or done twice: every talk that was saved is one contact, one line, and one step of its case."""
    contacts = session.execute(select(func.count()).select_from(Contact)).scalar_one()
    lines = session.execute(
        select(func.count()).select_from(TimelineEntry).where(col(TimelineEntry.happening) == Happening.CONTACTED)
    ).scalar_one()
    claims = session.execute(
        select(func.count()).select_from(TimelineEntry).where(col(TimelineEntry.happening) == Happening.CLAIMED)
    ).scalar_one()
    held = session.execute(
        select(func.count()).select_from(Case).where(col(Case.state) == CaseState.CLAIMED)
    ).scalar_one()
    closed = session.execute(
        select(func.count()).select_from(Case).where(col(Case.state) == CaseState.CLOSED)
    ).scalar_one()
    spoken = session.execute(
        select(func.count()).select_from(Contact).where(col(Contact.outcome) == ContactOutcome.SPOKEN)
    ).scalar_one()
    by_two = session.execute(
        select(func.count()).select_from(
            select(col(Contact.case_id))
            .where(col(Contact.outcome) == ContactOutcome.SPOKEN)
            .group_by(col(Contact.case_id))
            .having(func.count() > 1)
            .subquery()
        )
    ).scalar_one()
    people = session.execute(select(func.count()).select_from(Staff)).scalar_one()
    checks = {
        f"{contacts} contacts for {written_down} that were saved": contacts == written_down,
        f"{lines} lines for {contacts} contacts": lines == contacts,
        f"{closed} cases closed for {spoken} talks": closed == spoken,
        f"{by_two} tenants were spoken to by two": by_two == 0,
        f"{claims} claims for {contacts} contacts and {held} in hand": claims == contacts + held,
        f"{people} colleagues": people == COLLEAGUES,
    }
    return [what for what, holds in checks.items() if not holds]
