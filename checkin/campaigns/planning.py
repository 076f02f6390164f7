"""Planning: one check-in for everyone who was chosen, written by the database itself, a batch at a time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from checkin.bulk import insert_many
from checkin.campaigns.choosing import Batch, Choice, choose_batch, meant
from checkin.campaigns.models import Campaign
from checkin.domain.checkins import CheckInState
from checkin.domain.errors import Refused
from checkin.domain.ladder import After, Ladder
from checkin.groups.queries import Moment
from checkin.groups.selections import use_selection
from checkin.jobs import Queue, ring
from checkin.outreach.instructions import load_wishes
from checkin.outreach.models import CheckIn
from checkin.tenants.models import Happening, Tenant, TimelineEntry
from checkin.visits import service as visits

# Any number will do, so long as nothing else in the database takes the same advisory lock.
LOCK = 7_052_114
BATCH = 5000
"""So many at a time: half a second, so that nobody waits long behind them."""


def begin(session: Session, campaign: Campaign, choice: Choice, moment: Moment) -> None:
    """Note how many a campaign means, before the first is planned. Raises Refused: "no_tenants", "selection_gone"."""
    if choice.selection_id is not None:
        use_selection(session, selection_id=choice.selection_id, campaign_id=campaign.id or 0)
    everybody = meant(session, choice, moment).subquery()
    campaign.meant = session.connection().execute(sa.select(sa.func.count()).select_from(everybody)).scalar_one()
    if not campaign.meant:
        raise Refused("no_tenants")
    campaign.planned_to = 0
    session.add(campaign)


def plan_batch(
    session: Session, campaign: Campaign, choice: Choice, moment: Moment, *, paced: bool = False
) -> Batch | None:
    """Plan a check-in for the next tenants of a campaign; None when there were no more.

    With `paced` each waits until colleagues can ring back whoever says yes (`pacing.py`). Who is not asked gets one
    too, ended with its reason, so that nobody is forgotten without a word.
    """
    batch, last = _next(session, campaign, choice, moment)
    campaign.planned_to = None if last else batch.until
    session.add(campaign)
    if batch.after == batch.until:
        return None
    _alone(session)
    connection = session.connection()
    at_once = campaign.robot and not paced
    rows = list(_check_ins(session, batch, choice, moment, waits=paced, at_once=at_once))
    insert_many(connection, CheckIn.__table__, rows, _usual(batch, choice, moment))  # type: ignore[attr-defined]
    connection.execute(_timeline(batch, moment.now, connection.dialect.name))
    _to_the_door(session, batch, moment)
    ring(session, Queue.TEXTS)
    ring(session, Queue.CALLS)
    return batch


def _next(session: Session, campaign: Campaign, choice: Choice, moment: Moment) -> tuple[Batch, bool]:
    """Give the next tenants who are meant, and whether they are the last."""
    after = campaign.planned_to or 0
    following = meant(session, choice, moment).where(col(Tenant.id) > after).order_by(col(Tenant.id)).limit(BATCH)
    found = following.subquery()
    query = sa.select(sa.func.count(), sa.func.max(found.c.id)).select_from(found)
    count, until = session.connection().execute(query).one()
    return Batch(campaign.id or 0, after, until or after), count < BATCH


def _to_the_door(session: Session, batch: Batch, moment: Moment) -> None:
    """Send the caretaker to whoever has no way to be asked, when the ladder of this campaign ends at the door."""
    wishes = load_wishes(session, [batch.campaign_id]).get(batch.campaign_id)
    if wishes is not None and Ladder.from_json(wishes.ladder).after is After.CARETAKER:
        visits.plan_visits_of(session, campaign_id=batch.campaign_id, now=moment.now, tenants=batch.holds)


def _alone(session: Session) -> None:
    """Let one batch be planned at a time: of two rounds that start in the same moment the second sees the first."""
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(LOCK)))


def _check_ins(
    session: Session, batch: Batch, choice: Choice, moment: Moment, *, waits: bool, at_once: bool
) -> Iterator[dict[str, Any]]:
    for one in choose_batch(session, choice, moment, batch):
        if one.reason is None:
            yield {"tenant_id": one.tenant_id, "waits": waits, "next_at": moment.now if at_once else None}
        else:
            state = CheckInState.UNREACHABLE if one.unreachable else CheckInState.CANCELLED
            yield {"tenant_id": one.tenant_id, "state": state, "reason": one.reason, "ended_at": moment.now}


def _usual(batch: Batch, choice: Choice, moment: Moment) -> dict[str, Any]:
    return {
        "campaign_id": batch.campaign_id,
        "tenant_id": 0,
        "channel": choice.channel,
        "waits": False,
        "state": CheckInState.PLANNED,
        "reason": None,
        "planned_at": moment.now,
        "next_at": None,
        "ended_at": None,
    }


def _type(column: str) -> Any:
    return CheckIn.__table__.c[column].type  # type: ignore[attr-defined]


def _timeline(batch: Batch, now: datetime, dialect: str) -> Any:
    planned = col(CheckIn.reason).is_(None)
    # Reasons are words of our own list: nothing in them has to be escaped.
    because = sa.cast(col(CheckIn.reason), sa.String)
    details: Any = sa.literal(f'{{"campaign_id": {batch.campaign_id}', sa.String) + sa.case(
        (planned, "}"), else_=sa.literal(', "reason": "', sa.String) + because + sa.literal('"}', sa.String)
    )
    values = {
        "tenant_id": col(CheckIn.tenant_id),
        "at": sa.literal(now, _type("planned_at")),
        "happening": sa.case((planned, Happening.PLANNED.value), else_=Happening.NOT_ASKED.value),
        "check_in_id": col(CheckIn.id),
        "details": sa.cast(details, sa.JSON) if dialect == "postgresql" else details,
    }
    planned_now = sa.and_(col(CheckIn.campaign_id) == batch.campaign_id, batch.holds(col(CheckIn.tenant_id)))
    rows = sa.select(*values.values()).where(planned_now).order_by(col(CheckIn.id))
    return sa.insert(TimelineEntry).from_select(list(values), rows)
