"""The order of the work list, in SQL: by columns that the model keeps, so that an index finds the first ones."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import or_, select
from sqlmodel import col

from checkin.cases.models import Case
from checkin.domain.cases import CaseKind, CaseState
from checkin.domain.checkins import OPEN
from checkin.outreach.holding import on_hold
from checkin.outreach.models import CheckIn


def is_waiting(now: datetime) -> Any:
    """Say in SQL: it may be rung now, and nobody holds it."""
    return sa.and_(
        col(Case.state) == CaseState.WAITING,
        or_(col(Case.call_at).is_(None), col(Case.call_at) <= now),
        ~of_a_held_round(),
    )


def of_a_held_round() -> Any:
    """Say in SQL that a case only waits for a round that stands still: nobody is put through to it meanwhile."""
    # Who was spoken to and agreed on another moment expects that call, whatever the round does.
    held = select(col(CheckIn.id)).where(on_hold(), col(CheckIn.state).in_(OPEN))
    return sa.and_(col(Case.kind) == CaseKind.ROUND, col(Case.check_in_id).in_(held))


def work_order() -> Sequence[Any]:
    """The order of the work list, as far as it is the same for everybody: see `checkin/domain/next_case.py`."""
    return col(Case.lane), col(Case.due_at), col(Case.id)
