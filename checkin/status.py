"""How the service is doing, in numbers: for a person, for `make status` and for whatever watches the machine."""

from __future__ import annotations

import os
import socket
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

import rq
from redis import Redis
from redis.exceptions import RedisError
from rq.utils import as_text, utcparse
from rq.utils import now as utcnow
from sqlalchemy import CompoundSelect, Select, func, select, union_all
from sqlmodel import Session, col

from checkin.cases.models import Case
from checkin.db import reading
from checkin.domain.cases import CaseState
from checkin.domain.checkins import CheckInState
from checkin.domain.deliveries import DeliveryState
from checkin.jobs import OutboxEntry, Queue
from checkin.messaging.models import Call, Message, ProviderEvent
from checkin.outreach.models import Attempt, CheckIn
from checkin.runtime import Runtime
from checkin.tenants.models import Tenant

HEARTBEAT_SECONDS = 75
"""A worker says that it lives every 15 seconds, and after a job of 30 at the latest."""
Status = Mapping[str, int | dict[str, int]]


def read_status(house: Runtime) -> Status:
    """Count everything once. Without Redis its numbers are 0: the rest goes on, slower."""
    with reading(house) as session:
        counted = _in_the_database(session, house.now())
    return {**counted, **_in_redis(house.redis)}


def _in_the_database(session: Session, now: datetime) -> dict[str, int | dict[str, int]]:
    return {
        "tenants": _number(session, select(func.count()).select_from(Tenant)),
        "check_ins": _by_state(session, CheckInState, _states(CheckIn)),
        "attempts": _by_state(session, DeliveryState, _attempts()),
        "cases": _by_state(session, CaseState, _states(Case)),
        "outbox_pending": _pending(session, now),
    }


def _in_redis(redis: Redis) -> dict[str, int | dict[str, int]]:
    try:
        return {
            "queues": {queue.value: rq.Queue(queue.value, connection=redis).count for queue in Queue},
            "workers": sum(_alive(redis, key) for key in redis.scan_iter(match="rq:worker:*", count=500, _type="hash")),
        }
    except RedisError:
        return {"queues": {queue.value: 0 for queue in Queue}, "workers": 0}


def _alive(redis: Redis, key: bytes) -> bool:
    """Tell whether a worker lives: it said so lately, and when it is on this machine its process is there.

    The list that RQ keeps is empty after Redis came back empty, and holds killed workers for a while.
    """
    heartbeat, hostname, process = redis.hmget(key, "last_heartbeat", "hostname", "pid")
    if heartbeat is None or (utcnow() - utcparse(as_text(heartbeat))).total_seconds() > HEARTBEAT_SECONDS:
        return False
    if hostname is None or process is None or as_text(hostname) != socket.gethostname():
        return True
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _states(model: Any) -> Select[Any]:
    return select(col(model.state).label("state"))


def _attempts() -> Select[Any]:
    """An attempt is as far as the text or call that carries it out and shares its id."""
    carried: CompoundSelect[Any] = union_all(_of_attempts(Message), _of_attempts(Call))
    return select(carried.subquery().c.state.label("state"))


def _of_attempts(model: Any) -> Select[Any]:
    return _states(model).join(Attempt, col(Attempt.id) == model.id)


def _by_state(session: Session, states: type[StrEnum], rows: Select[Any]) -> dict[str, int]:
    each = rows.subquery()
    found = session.connection().execute(select(each.c.state, func.count()).group_by(each.c.state)).all()
    return {state.value: 0 for state in states} | {states(state).value: number for state, number in found}


def _pending(session: Session, now: datetime) -> int:
    """Count what waits to be done now: jobs written down, texts and calls that are due, events not yet handled."""
    waiting = [
        select(func.count()).select_from(OutboxEntry).where(col(OutboxEntry.done_at).is_(None)),
        select(func.count()).select_from(ProviderEvent).where(col(ProviderEvent.handled_at).is_(None)),
    ]
    for model in (Message, Call):
        due = (col(model.state) == DeliveryState.QUEUED, col(model.due_at) <= now)
        waiting.append(select(func.count()).select_from(model).where(*due))
    return sum(_number(session, one) for one in waiting)


def _number(session: Session, statement: Select[Any]) -> int:
    return int(session.connection().execute(statement).scalar_one())
