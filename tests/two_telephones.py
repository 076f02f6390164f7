"""The two telephones of a bridged call as the provider reports on them, without a provider."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlmodel import col

from checkin import flow
from checkin.db import reading, unit_of_work
from checkin.messaging.bridge_models import Bridge
from checkin.messaging.callscript import PutThrough
from checkin.messaging.models import CallEnd
from checkin.runtime import Runtime


def newest_bridge(runtime: Runtime) -> Bridge:
    """Give the bridged call that was begun last."""
    with reading(runtime) as session:
        return session.execute(select(Bridge).order_by(col(Bridge.started_at))).scalars().all()[-1]


def accept(runtime: Runtime) -> str:
    """Pick up at the colleague's and press the key; give the reference of the call to the tenant."""
    given: dict[str, Any] = {"reference": newest_bridge(runtime).id, "provider_id": "p", "number": ""}
    with unit_of_work(runtime) as session:
        flow.call_answered(session, runtime, inbound=False, now=runtime.now(), **given)
        script = flow.call_keys(session, runtime, step=0, digits="1", now=runtime.now(), **given)
    return next(step.reference for step in script.steps if isinstance(step, PutThrough))


def moved(runtime: Runtime, leg: str, **what: bool) -> None:
    """Report that the tenant's telephone rings, is answered, or was picked up by a machine."""
    given = {"rang": False, "answered": False, "machine": False, **what}
    with unit_of_work(runtime) as session:
        flow.call_moved(session, runtime, reference=leg, provider_id="q", at=runtime.now(), now=runtime.now(), **given)


def ended(runtime: Runtime, leg: str, end: CallEnd = CallEnd.COMPLETED) -> None:
    """Report that the call to the tenant is over."""
    with unit_of_work(runtime) as session:
        flow.call_ended(session, runtime, reference=leg, provider_id="q", end=end, at=runtime.now(), now=runtime.now())
