"""Taking the next step of every check-in that is due, each in a transaction of its own."""

from __future__ import annotations

from checkin.db import reading, unit_of_work
from checkin.flow import person_rings
from checkin.outreach import service as outreach
from checkin.outreach.models import CheckIn
from checkin.runtime import Runtime

BATCH = 100
MOST = 1000
"""At most so many in one go, so that those released first need not wait for the last before they are sent."""


def release_due(runtime: Runtime) -> int:
    """Plan the next attempt of every check-in that is due, or end it; give how many were looked at."""
    total = 0
    while total < MOST:
        with reading(runtime) as session:
            due = outreach.due_check_ins(session, now=runtime.now(), limit=BATCH)
        if due:
            _release(runtime, due)
        total += len(due)
        if len(due) < BATCH:
            break
    return total


def _release(runtime: Runtime, due: list[int]) -> None:
    with unit_of_work(runtime) as session:
        now = runtime.now()
        for check_in_id in due:
            step = outreach.take_step(session, runtime, check_in_id=check_in_id, now=now)
            if step is not None:
                check_in = session.get_one(CheckIn, check_in_id)
                person_rings(session, check_in=check_in, step=step, now=now)
