"""Standing aside: a question to somebody with whom we are busy otherwise waits, or ends with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, exists, false, or_, select
from sqlmodel import Session, col

from checkin.cases.models import Case
from checkin.domain.cases import CaseState
from checkin.domain.checkins import OPEN, CheckInAction, CheckInState, EndReason
from checkin.flow.house import House
from checkin.outreach import release
from checkin.outreach import service as outreach
from checkin.outreach.engaged import engaged_elsewhere, still_counts
from checkin.outreach.models import Attempt, CheckIn, EngagedNumber
from checkin.tenants.models import Tenant

LATER = timedelta(hours=1)
"""Whoever is in another conversation is looked at again after this."""


def stand_aside(
    session: Session,
    house: House,
    *,
    now: datetime,
    check_in_ids: Sequence[int] = (),
    references: Sequence[str] = (),
) -> set[int]:
    """Let the check-ins of those with whom we are busy wait, or end them with the reason; give the ids of both.

    Who answered, was spoken to or waits for a colleague is not asked as well, nor is anybody behind the same number.
    While such a conversation still goes on nobody knows how it ends: then it is looked at again later.
    """
    quiet = timedelta(days=house.settings.quiet_days)
    aside: set[int] = set()
    for check_in in session.execute(_busy(check_in_ids, references, now, quiet)).scalars():
        reason = _reason(session, check_in, now, quiet)
        if reason is not None:
            outreach.end(session, check_in, CheckInAction.CANCEL, now=now, reason=reason)
        elif check_in.next_at is not None:
            release.put_off(session, check_in_id=check_in.id or 0, until=now + LATER)
        aside.add(check_in.id or 0)
    return aside


def _busy(check_in_ids: Sequence[int], references: Sequence[str], now: datetime, quiet: timedelta) -> Any:
    waits = exists().where(col(Case.tenant_id) == col(CheckIn.tenant_id), col(Case.state) != CaseState.CLOSED)
    of_references = select(col(Attempt.check_in_id)).where(col(Attempt.id).in_(references))
    # What another worker released meanwhile is that worker's: it has no next step any more.
    due = and_(col(CheckIn.id).in_(check_in_ids), col(CheckIn.next_at) <= now)
    wanted = or_(due, col(CheckIn.id).in_(of_references) if references else false())
    first_question = col(CheckIn.state) == CheckInState.PLANNED
    query = select(CheckIn).where(
        wanted,
        col(CheckIn.state).in_(OPEN),
        or_(engaged_elsewhere(now, quiet), first_question & waits.correlate(CheckIn)),
    )
    # Whoever has one of these in hand looks after it.
    return query.order_by(col(CheckIn.id)).with_for_update(skip_locked=True, of=CheckIn)


def _reason(session: Session, check_in: CheckIn, now: datetime, quiet: timedelta) -> EndReason | None:
    """Say why this question is not needed any more; None as long as that is not certain."""
    waits = select(col(Case.id)).where(col(Case.tenant_id) == check_in.tenant_id, col(Case.state) != CaseState.CLOSED)
    if check_in.state is CheckInState.PLANNED and session.execute(waits).first() is not None:
        return EndReason.ALREADY_WAITING
    tenant = session.get_one(Tenant, check_in.tenant_id)
    query = select(EngagedNumber).where(
        col(EngagedNumber.number).in_({tenant.mobile, tenant.landline, tenant.phone_2} - {None}),
        col(EngagedNumber.check_in_id).is_distinct_from(check_in.id),
        still_counts(now, quiet),
    )
    engaged = session.execute(query.execution_options(populate_existing=True)).scalars().all()
    if not engaged or any(one.ended_at is None for one in engaged):
        return None
    own = [one for one in engaged if one.tenant_id == check_in.tenant_id]
    if not own:
        return EndReason.SAME_HOUSEHOLD
    return EndReason.SPOKEN_TO if any(one.check_in_id is None for one in own) else EndReason.ALREADY_ASKED
