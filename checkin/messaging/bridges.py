"""Bridged calls in the database: which are under way, and who is on the telephone with us at this moment."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import and_, or_, select
from sqlmodel import Session, col

from checkin.db import insert_once
from checkin.domain.bridges import BridgeState
from checkin.domain.deliveries import DeliveryState
from checkin.messaging.bridge_models import Bridge
from checkin.messaging.gateway import LONGEST_CALL
from checkin.messaging.models import Call, CallPurpose, Direction
from checkin.messaging.service import WAITING

MAY_BE_GOING_ON = (DeliveryState.SENDING, DeliveryState.SENT, DeliveryState.DELIVERED, DeliveryState.UNKNOWN)


def under_way() -> Any:
    """Say in SQL that a bridged call is not over; the words of its partial indexes, so that they are used."""
    return col(Bridge.state) != sa.literal_column("'over'")


def begin(
    session: Session, *, reference: str, case_id: int, staff_id: int, tenant_id: int, number: str, now: datetime
) -> bool:
    """Write down a bridged call; False when somebody in it is in another one, whoever was first."""
    row = {
        "id": reference,
        "case_id": case_id,
        "staff_id": staff_id,
        "tenant_id": tenant_id,
        "number": number,
        "state": BridgeState.RINGING_COLLEAGUE,
        "started_at": now,
        "minutes": 0,
    }
    return insert_once(session, Bridge.__table__, row) is not None  # type: ignore[attr-defined]


def of_case(session: Session, case_id: int) -> Bridge | None:
    """Give the bridged call that is under way for a case."""
    return session.execute(select(Bridge).where(col(Bridge.case_id) == case_id, under_way())).scalars().first()


def of_staff(session: Session, staff_id: int) -> Bridge | None:
    """Give the bridged call in which a colleague is."""
    return session.execute(select(Bridge).where(col(Bridge.staff_id) == staff_id, under_way())).scalars().first()


def of_call(session: Session, call_id: str, *, lock: bool = True) -> Bridge | None:
    """Give the bridged call that one of two calls belongs to, locked: both may report at the same time."""
    query = select(Bridge).where(or_(col(Bridge.id) == call_id, col(Bridge.tenant_call_id) == call_id))
    if not lock:
        return session.execute(query).scalars().first()
    session.flush()
    return session.execute(query.with_for_update().execution_options(populate_existing=True)).scalars().first()


def latest(session: Session, *, case_id: int, staff_id: int, since: datetime) -> Bridge | None:
    """Give a colleague's newest bridged call for a case, if there was one lately."""
    query = select(Bridge).where(
        col(Bridge.case_id) == case_id, col(Bridge.staff_id) == staff_id, col(Bridge.started_at) > since
    )
    newest_first = query.order_by(col(Bridge.started_at).desc(), col(Bridge.id)).limit(1)
    return session.execute(newest_first).scalars().first()


def is_engaged(session: Session, *, numbers: Collection[str], now: datetime, but: str = "") -> bool:
    """Tell whether somebody behind these numbers is on the telephone with us, in another bridged call than `but`."""
    bridged = select(col(Bridge.id)).where(col(Bridge.number).in_(numbers), under_way(), col(Bridge.id) != but)
    menu = select(col(Call.id)).where(
        col(Call.number).in_(numbers),
        col(Call.purpose) == CallPurpose.MENU,
        col(Call.ended_at).is_(None),
        or_(col(Call.direction) == Direction.INBOUND, col(Call.state).in_(MAY_BE_GOING_ON)),
        sa.func.coalesce(col(Call.claimed_at), col(Call.created_at)) > now - LONGEST_CALL[CallPurpose.MENU],
    )
    return any(session.execute(query.limit(1)).first() is not None for query in (bridged, menu))


def unfinished(
    *, queued_before: datetime, asked_before: datetime, accepted_before: datetime, left_before: datetime
) -> Any:
    """Select the bridged calls that wait too long: to leave, for a key, for the tenant, or for a last report."""
    rings_colleague = col(Bridge.state) == BridgeState.RINGING_COLLEAGUE
    rings_tenant = col(Bridge.state).in_([BridgeState.ACCEPTED, BridgeState.RINGING_TENANT])
    return (
        select(Bridge)
        .join(Call, col(Call.id) == col(Bridge.id))
        .where(
            under_way(),
            or_(
                and_(rings_colleague, col(Bridge.started_at) < queued_before, col(Call.state).in_(WAITING)),
                and_(rings_colleague, col(Bridge.started_at) < asked_before),
                and_(rings_tenant, col(Bridge.accepted_at) < accepted_before),
                col(Call.ended_at) < left_before,
            ),
        )
    )
