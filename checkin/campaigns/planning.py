"""Planning: one check-in for everyone who was chosen, written by the database itself, however many they are."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from checkin.campaigns.choosing import Choice, reasons
from checkin.domain.checkins import CheckInState
from checkin.domain.ladder import After, Ladder
from checkin.groups.queries import Moment
from checkin.groups.selections import use_selection
from checkin.jobs import Queue, ring
from checkin.outreach.instructions import load_wishes
from checkin.outreach.models import CheckIn
from checkin.tenants.models import Happening, TimelineEntry
from checkin.visits import service as visits

# Any number will do, so long as nothing else in the database takes the same advisory lock.
LOCK = 7_052_114
PATIENCE = "10min"
"""How long one statement may take: a million check-ins are more than a web request ever asks for."""


def plan(session: Session, campaign_id: int, choice: Choice, moment: Moment, *, paced: bool = False) -> int:
    """Plan one check-in for every chosen tenant; give how many.

    With `paced` each waits until colleagues can ring back whoever says yes (`pacing.py`). Who is not asked gets one
    too, ended with its reason, so that nobody is forgotten without a word.
    Raises Refused("selection_gone").
    """
    if choice.selection_id is not None:
        use_selection(session, selection_id=choice.selection_id, campaign_id=campaign_id)
    _alone(session)
    connection = session.connection()
    connection.execute(_check_ins(session, campaign_id, choice, moment, paced=paced))
    connection.execute(_timeline(campaign_id, moment.now, connection.dialect.name))
    _to_the_door(session, campaign_id, moment)
    ring(session, Queue.TEXTS)
    ring(session, Queue.CALLS)
    counted = sa.select(sa.func.count()).where(col(CheckIn.campaign_id) == campaign_id)
    return int(connection.execute(counted).scalar_one())


def _to_the_door(session: Session, campaign_id: int, moment: Moment) -> None:
    """Send the caretaker to whoever has no way to be asked, when the ladder of this campaign ends at the door."""
    wishes = load_wishes(session, [campaign_id]).get(campaign_id)
    if wishes is not None and Ladder.from_json(wishes.ladder).after is After.CARETAKER:
        visits.plan_visits_of(session, campaign_id=campaign_id, now=moment.now)


def _alone(session: Session) -> None:
    """Let one plan be made at a time: of two rounds that start in the same moment the second sees the first."""
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        for timeout in ("statement_timeout", "lock_timeout"):
            connection.execute(sa.select(sa.func.set_config(timeout, PATIENCE, sa.true())))
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(LOCK)))


def _check_ins(session: Session, campaign_id: int, choice: Choice, moment: Moment, *, paced: bool) -> Any:
    chosen = reasons(session, choice, moment)
    asked = chosen.c.reason.is_(None)
    now = sa.literal(moment.now, _type("planned_at"))
    values = {
        "campaign_id": sa.literal(campaign_id, sa.Integer),
        "tenant_id": chosen.c.tenant_id,
        "channel": sa.literal(choice.channel.value, sa.String),
        "held": sa.false(),
        "state": sa.case(
            (asked, CheckInState.PLANNED.value),
            (chosen.c.unreachable, CheckInState.UNREACHABLE.value),
            else_=CheckInState.CANCELLED.value,
        ),
        "reason": chosen.c.reason,
        "planned_at": now,
        "waits": sa.case((asked, sa.true()), else_=sa.false()) if paced else sa.false(),
        "next_at": sa.null() if paced else sa.case((asked, now)),
        "ended_at": sa.case((~asked, now)),
    }
    rows = sa.select(*values.values()).order_by(chosen.c.tenant_id)
    return sa.insert(CheckIn).from_select(list(values), rows)


def _type(column: str) -> Any:
    return CheckIn.__table__.c[column].type  # type: ignore[attr-defined]


def _timeline(campaign_id: int, now: datetime, dialect: str) -> Any:
    planned = col(CheckIn.reason).is_(None)
    # Reasons are words of our own list: nothing in them has to be escaped.
    because = sa.cast(col(CheckIn.reason), sa.String)
    details: Any = sa.literal(f'{{"campaign_id": {campaign_id}', sa.String) + sa.case(
        (planned, "}"), else_=sa.literal(', "reason": "', sa.String) + because + sa.literal('"}', sa.String)
    )
    values = {
        "tenant_id": col(CheckIn.tenant_id),
        "at": sa.literal(now, _type("planned_at")),
        "happening": sa.case((planned, Happening.PLANNED.value), else_=Happening.NOT_ASKED.value),
        "check_in_id": col(CheckIn.id),
        "details": sa.cast(details, sa.JSON) if dialect == "postgresql" else details,
    }
    rows = sa.select(*values.values()).where(col(CheckIn.campaign_id) == campaign_id).order_by(col(CheckIn.id))
    return sa.insert(TimelineEntry).from_select(list(values), rows)
