"""The order of the work list, and the right next case for a colleague."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import func, or_, select
from sqlmodel import Session, col

from checkin.cases.models import Case
from checkin.cases.promising import is_owed_an_apology
from checkin.domain.cases import CaseKind, CaseState
from checkin.outreach.models import CheckIn


def next_case_id(session: Session, *, staff_id: int, now: datetime) -> int | None:
    """Pick the right next case for a colleague: what this colleague has open first, then urgent, then by promise."""
    mine = (
        select(col(Case.id))
        .where(col(Case.claimed_by) == staff_id, col(Case.state) == CaseState.CLAIMED)
        .order_by(col(Case.urgent).desc(), col(Case.claimed_at))
        .limit(1)
    )
    waiting = (
        select(col(Case.id))
        .where(
            col(Case.state) == CaseState.WAITING,
            or_(col(Case.call_at).is_(None), col(Case.call_at) <= now),
            ~of_a_held_round(),
        )
        .order_by(*work_order())
        .limit(1)
    )
    for query in (mine, waiting):
        found = session.execute(query).scalars().first()
        if found is not None:
            return int(found)
    return None


def of_a_held_round() -> Any:
    """Say in SQL that a case only waits for a round that stands still: nobody is put through to it meanwhile."""
    held = select(col(CheckIn.id)).where(col(CheckIn.held))
    return sa.and_(col(Case.kind) == CaseKind.ROUND, col(Case.check_in_id).in_(held))


def work_order() -> Sequence[Any]:
    """The order of the work list: urgent, then who must hear an apology, then the soonest promise, then who waits.

    Those of a round who asked for nothing come last, unless a colleague agreed on a moment with them.
    """
    of_a_round = sa.and_(col(Case.kind) == CaseKind.ROUND, col(Case.call_at).is_(None))
    return (
        col(Case.urgent).desc(),
        is_owed_an_apology().desc(),
        sa.case((of_a_round, 1), else_=0),
        func.coalesce(col(Case.call_at), col(Case.promised_before), col(Case.opened_at)),
        col(Case.id),
    )
