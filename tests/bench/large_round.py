"""A round of a million: from the click to the first text, and held back while it is being planned."""

from __future__ import annotations

import time
from dataclasses import replace

from sqlalchemy import select, text
from sqlmodel import col

from checkin.bulk import insert_many
from checkin.campaigns.filling import start_filling
from checkin.campaigns.models import Campaign
from checkin.campaigns.service import pause_campaign, resume_campaign
from checkin.db import reading, unit_of_work
from checkin.messaging.models import Message
from checkin.runtime import Runtime
from checkin.tenants.models import Tenant
from tests.bench.figures import Figure
from tests.bench.system import System

LARGE = 1_000_000
LARGE_SECONDS = 1800
AT_ONCE = 50_000
PACED = {"CHECKIN_PACED": "true", "CHECKIN_PEOPLE_AT_WORK": "40"}


def large(system: System) -> list[Figure]:
    """Start a round of a million at the pace of forty colleagues: the click, the first text, and all of it planned."""
    system.clear()
    _fill_with_tenants(system, LARGE)
    house = replace(system.runtime, settings=system.runtime.settings.model_copy(update={"paced": True}))
    system.start_workers(**PACED)
    start = time.monotonic()
    with unit_of_work(house) as session:
        campaign = Campaign(name="bench", started_at=house.now())
        session.add(campaign)
        session.flush()
        start_filling(session, house, campaign, now=house.now())
    click = time.monotonic() - start
    while not _first_left(house):
        time.sleep(0.02)
    first = time.monotonic() - start
    held, memory = _held_halfway(house, campaign.id or 0), 0.0
    while _unplanned(house, campaign.id or 0):
        memory = max(memory, system.memory("reconciler"))
        if time.monotonic() > start + LARGE_SECONDS:
            raise TimeoutError
        time.sleep(1)
    whole = time.monotonic() - start
    system.stop()
    return [
        Figure("start of 1,000,000: the click", click, "s", "< 2", click < 2),
        Figure("start of 1,000,000: first text", first, "s", "≤ 5, aim 2", first <= 5),
        Figure("start of 1,000,000: all planned", whole, "s", "", holds=True),
        Figure("pause and go on halfway", held, "s", "< 1", held < 1),
        Figure("memory of who plans it", memory, "MB", "≤ 200", memory <= 200),
    ]


def _fill_with_tenants(system: System, tenants: int) -> None:
    """Store tenants, one in twenty behind the number of a neighbour."""
    names = [column.name for column in Tenant.__table__.columns if column.name != "id"]  # type: ignore[attr-defined]
    usual: dict[str, object] = dict.fromkeys(names)
    usual |= Tenant(last_name="Bewoner", created_at=system.runtime.now(), updated_at=system.runtime.now()).model_dump()
    del usual["id"]
    rows = [{"mobile": f"+316{10_000_000 + place - (place % 40 == 1)}"} for place in range(tenants)]
    for first in range(0, tenants, AT_ONCE):
        with system.runtime.engine.begin() as connection:
            insert_many(connection, Tenant.__table__, rows[first : first + AT_ONCE], usual)  # type: ignore[attr-defined]
    with system.runtime.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))


def _held_halfway(house: Runtime, campaign_id: int) -> float:
    """Pause and resume while it is planned; give what the two clicks took."""
    start = time.monotonic()
    for press in (pause_campaign, resume_campaign):
        with unit_of_work(house) as session:
            press(session, campaign_id=campaign_id)
    return time.monotonic() - start


def _first_left(house: Runtime) -> bool:
    with reading(house) as session:
        left = select(col(Message.id)).where(col(Message.sent_at).is_not(None)).limit(1)
        return session.execute(left).first() is not None


def _unplanned(house: Runtime, campaign_id: int) -> bool:
    with reading(house) as session:
        return session.get_one(Campaign, campaign_id).planned_to is not None
