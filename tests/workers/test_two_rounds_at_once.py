"""Two campaigns over the same people, five worker processes: no tenant and no household is asked twice."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select
from sqlmodel import col

from checkin import flow
from checkin.campaigns.models import Campaign
from checkin.db import reading, unit_of_work
from checkin.domain.checkins import CheckInState, EndReason
from checkin.messaging.models import Call, Message
from checkin.outreach.models import Attempt, CheckIn, EngagedNumber
from checkin.runtime import Runtime
from checkin.tenants.models import Channel, Tenant
from tests import factories
from tests.conftest import MovableClock
from tests.line import ALWAYS
from tests.town import plain
from tests.workers import busy_worker

WORKERS = 5
HOUSEHOLDS = 9
S = CheckInState


@pytest.fixture
def given() -> dict[str, Any]:
    return {
        "text_hours": ALWAYS, "call_hours": ALWAYS, "office_hours": ALWAYS, "dutch_holidays": False,
        "texts_per_second": 200.0, "calls_per_second": 200.0,
    }  # fmt: skip


def couples(runtime: Runtime) -> list[tuple[Tenant, Tenant]]:
    """Store households of two: a third share a mobile, a third a landline, a third the other's second number."""
    with unit_of_work(runtime) as session:
        found = []
        for place in range(HOUSEHOLDS):
            shared = factories.mobile() if place % 3 == 0 else factories.landline()
            ours = {"mobile": shared} if place % 3 == 0 else {"landline": shared}
            theirs = {"phone_2": shared} if place % 3 == 2 else ours
            found.append((factories.tenant(session, **ours), factories.yilmaz(session, **{"mobile": None, **theirs})))
    return found


def plan_unseen(runtime: Runtime, tenants: list[Tenant]) -> None:
    """Plan two rounds that did not see each other, over everybody: the worst that could happen at planning."""
    with unit_of_work(runtime) as session:
        now = runtime.now()
        for name in ("een", "twee"):
            campaign = Campaign(name=name, started_at=now)
            session.add(campaign)
            session.flush()
            row = {"campaign_id": campaign.id, "channel": Channel.AUTO, "state": S.PLANNED,
                   "planned_at": now, "next_at": now}  # fmt: skip
            session.connection().execute(insert(CheckIn), [row | {"tenant_id": tenant.id} for tenant in tenants])


def work_together(runtime: Runtime, book: Path, workers: int = WORKERS) -> list[str]:
    """Let so many processes work at the same time; give the numbers to which a question left."""
    book.unlink(missing_ok=True)
    command = [sys.executable, "-m", busy_worker.__name__, str(book), runtime.now().isoformat(), str(workers)]
    assert subprocess.run(command, env={**os.environ, **plain(runtime.settings)}, check=False).returncode == 0
    with reading(runtime) as session:
        questions = set(session.execute(select(col(Attempt.id))).scalars())
    lines = [line.split() for line in book.read_text().splitlines()] if book.exists() else []
    return [number for reference, number in lines if reference in questions]


def check_ins(runtime: Runtime) -> list[CheckIn]:
    with reading(runtime) as session:
        return list(session.execute(select(CheckIn).order_by(col(CheckIn.id))).scalars())


def test_nobody_is_asked_twice_and_no_household_either(runtime: Runtime, clock: MovableClock, tmp_path: Path) -> None:
    pairs = couples(runtime)
    household_of = {tenant.id: place for place, pair in enumerate(pairs) for tenant in pair}
    plan_unseen(runtime, [tenant for pair in pairs for tenant in pair])

    left = work_together(runtime, tmp_path / "book")
    if len(left) < HOUSEHOLDS:
        # Where each of two stood aside for the other, both look again after half a minute.
        clock.advance(minutes=1)
        left += work_together(runtime, tmp_path / "book")
    assert len(left) == HOUSEHOLDS, "one question for each household, and one telephone that rang"
    asked = [one for one in check_ins(runtime) if one.state is S.ASKED]
    assert Counter(household_of[one.tenant_id] for one in asked) == Counter(range(HOUSEHOLDS))
    with reading(runtime) as session:
        engaged = session.execute(select(EngagedNumber)).scalars().all()
        assert {one.check_in_id for one in engaged} == {one.id for one in asked}

    # Half of them answer; the others' questions stay open. An hour later everybody looks again.
    for one in asked[::2]:
        with unit_of_work(runtime) as session:
            kind = (
                Message
                if session.execute(select(Message).where(col(Message.tenant_id) == one.tenant_id)).first()
                else Call
            )
            number = (
                session.execute(select(col(kind.number)).where(col(kind.tenant_id) == one.tenant_id)).scalars().first()
            )
            flow.text_received(
                session, runtime, external_id=f"text-{one.id}", number=str(number), text="3",
                received_at=clock(), now=clock(),
            )  # fmt: skip
    clock.advance(hours=2)
    assert work_together(runtime, tmp_path / "book", workers=1) == [], "nobody hears a second question"
    answered = {household_of[one.tenant_id] for one in asked[::2]}
    for one in check_ins(runtime):
        if household_of[one.tenant_id] in answered:
            assert one.state in {S.ANSWERED, S.CANCELLED}
            assert one.reason in {None, EndReason.ALREADY_ASKED, EndReason.SAME_HOUSEHOLD}
        else:
            assert one.state in {S.ASKED, S.PLANNED}
