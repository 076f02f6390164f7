"""Taking the next step of every check-in that is due, many in one transaction; one that fails stands alone."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy.exc import OperationalError

from checkin.db import reading, unit_of_work
from checkin.flow import stand_aside, take_over
from checkin.logs import logger
from checkin.outreach import release
from checkin.runtime import Runtime

log = logger(__name__)

BATCH = 20
"""So few in one transaction that nobody waits long for it: a webhook has a telephone at its other end."""
LOOK_AGAIN = timedelta(hours=1)
"""A check-in that could not be taken further waits this long before it is tried again."""
MOST = 20
"""So many in one go: those released first need not wait for the last of a large round before they are sent."""


def release_due(runtime: Runtime, *, most: int = MOST, from_the_end: bool = False) -> int:
    """Plan the next attempt of check-ins that are due, or end them; give how many were looked at.

    Of two workers one begins at the end, so that they do not wait for each other's rows.
    """
    total = 0
    while total < most:
        with reading(runtime) as session:
            due = release.due_check_ins(session, now=runtime.now(), limit=BATCH, from_the_end=from_the_end)
        if due:
            _release(runtime, due)
        total += len(due)
        if len(due) < BATCH:
            break
    return total


def _release(runtime: Runtime, due: list[int]) -> None:
    """Take all steps together, which is quick; when one of them fails, each alone, so that it holds up nobody."""
    try:
        _take_steps(runtime, due)
    except OperationalError:
        raise  # the database is away: for all of them
    except Exception as error:  # noqa: BLE001  whatever it is, the others must be asked
        log.warning("released one by one", error=type(error).__name__)
        for check_in_id in due:
            _take_alone(runtime, check_in_id)


def _take_alone(runtime: Runtime, check_in_id: int) -> None:
    try:
        _take_steps(runtime, [check_in_id])
    except OperationalError:
        raise
    except Exception as error:  # noqa: BLE001
        log.error("check-in not released", check_in_id=check_in_id, error=type(error).__name__)  # noqa: TRY400  may hold a row
        with unit_of_work(runtime) as session:
            release.put_off(session, check_in_id=check_in_id, until=runtime.now() + LOOK_AGAIN)


def _take_steps(runtime: Runtime, due: list[int]) -> None:
    with unit_of_work(runtime) as session:
        now = runtime.now()
        aside = stand_aside(session, runtime, check_in_ids=due, now=now)
        ready = [one for one in due if one not in aside]
        for check_in, step in release.take_steps(session, runtime, check_in_ids=ready, now=now):
            take_over(session, check_in=check_in, step=step, now=now)
