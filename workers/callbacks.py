"""The job `case-<id>` on the queue `callbacks`: take one case to the people who ring back."""

from __future__ import annotations

from checkin import flow
from checkin.db import unit_of_work
from workers.scope import scope


def offer_case(case_id: int) -> None:
    """Work out the promise, tell the tenant, and put the case before those on duty."""
    with unit_of_work(scope.runtime) as session:
        flow.offer_case(session, scope.runtime, case_id=case_id, now=scope.runtime.now())
