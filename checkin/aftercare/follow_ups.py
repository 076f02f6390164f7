"""Agreeing on a next personal call, moving it, calling it off, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from checkin.aftercare.models import FollowUp
from checkin.cases.models import Case
from checkin.domain.cases import CaseState
from checkin.domain.errors import Refused
from checkin.domain.follow_ups import FURTHEST, OPEN, FollowUpAction, FollowUpState, advance
from checkin.tenants.models import Happening
from checkin.tenants.timeline import tell

BATCH = 100
TOLD = {FollowUpAction.TAKE_UP: "taken_up", FollowUpAction.FINISH: "done", FollowUpAction.CANCEL: "cancelled"}


def agree(
    session: Session,
    *,
    tenant_id: int,
    staff_id: int,
    at: datetime,
    wish: str,
    now: datetime,
    contact_id: int | None = None,
    referral_id: int | None = None,
) -> FollowUp:
    """Write down that this colleague rings again at a moment. Raises Refused: "call_at_past", "day_far"."""
    check_moment(at, now)
    follow_up = FollowUp(
        tenant_id=tenant_id,
        contact_id=contact_id,
        referral_id=referral_id,
        staff_id=staff_id,
        at=at,
        wish=wish,
        created_at=now,
    )
    session.add(follow_up)
    session.flush()
    _tell(session, follow_up, "planned", now, staff_id, at=at.isoformat())
    return follow_up


def check_moment(at: datetime, now: datetime) -> None:
    """Refuse a moment that is over, or further away than anybody plans."""
    if at < now:
        raise Refused("call_at_past")
    if at > now + FURTHEST:
        raise Refused("day_far")


def move(session: Session, *, follow_up_id: int, at: datetime, staff_id: int, now: datetime) -> FollowUp:
    """Agree on another moment. Raises Refused: "follow_up_gone" when it is due or over, "call_at_past", "day_far"."""
    follow_up = _locked(session, follow_up_id)
    if follow_up.state is not FollowUpState.PLANNED:
        raise Refused("follow_up_gone")
    check_moment(at, now)
    follow_up.at = at
    session.add(follow_up)
    _tell(session, follow_up, "moved", now, staff_id, at=at.isoformat())
    return follow_up


def call_off(session: Session, *, follow_up_id: int, staff_id: int, now: datetime) -> FollowUp:
    """Call one off before it is due. Raises Refused("follow_up_gone") when it is on the work list already, or over."""
    follow_up = _locked(session, follow_up_id)
    if follow_up.state is not FollowUpState.PLANNED:
        raise Refused("follow_up_gone")
    advance_to(session, follow_up, FollowUpAction.CANCEL, now=now, staff_id=staff_id)
    return follow_up


def _locked(session: Session, follow_up_id: int) -> FollowUp:
    follow_up = session.get(FollowUp, follow_up_id, with_for_update=True)
    if follow_up is None:
        raise Refused("follow_up_gone")
    return follow_up


def call_off_all(session: Session, *, tenant_id: int, now: datetime, staff_id: int | None = None) -> None:
    """Call off everything that was agreed with a tenant: whoever died, moved or wants no more is rung no more."""
    for follow_up in _open(session, col(FollowUp.tenant_id) == tenant_id):
        advance_to(session, follow_up, FollowUpAction.CANCEL, now=now, staff_id=staff_id)


def _open(session: Session, *conditions: Any) -> Sequence[FollowUp]:
    query = select(FollowUp).where(col(FollowUp.state).in_(OPEN), *conditions).order_by(col(FollowUp.id))
    return session.execute(query.with_for_update()).scalars().all()


def advance_to(
    session: Session, follow_up: FollowUp, action: FollowUpAction, *, now: datetime, staff_id: int | None = None
) -> bool:
    """Move a follow-up on and tell it; a known repeat changes nothing."""
    before = follow_up.state
    follow_up.state = advance(before, action)
    if follow_up.state is before:
        return False
    if follow_up.state not in OPEN:
        follow_up.ended_at = now
    session.add(follow_up)
    _tell(session, follow_up, TOLD[action], now, staff_id)
    return True


def _tell(session: Session, follow_up: FollowUp, what: str, now: datetime, staff_id: int | None, **more: Any) -> None:
    details = {"follow_up_id": follow_up.id, "what": what, **more}
    tell(
        session,
        Happening.FOLLOW_UP,
        tenant_id=follow_up.tenant_id,
        now=now,
        staff_id=staff_id,
        case_id=follow_up.case_id,
        **details,
    )


def due(now: datetime) -> Any:
    """Select the follow-ups whose moment has come."""
    query = select(FollowUp).where(col(FollowUp.state) == FollowUpState.PLANNED, col(FollowUp.at) <= now)
    return query.order_by(col(FollowUp.at), col(FollowUp.id)).limit(BATCH)


def anything_due(session: Session, *, now: datetime) -> bool:
    """Tell whether the moment of a follow-up has come, or its case is closed."""
    looks = (due(now), over())
    ids = (query.with_only_columns(col(FollowUp.id)).limit(1) for query in looks)
    return any(session.execute(query).first() is not None for query in ids)


def take_due(session: Session, *, now: datetime) -> Sequence[FollowUp]:
    """Give the follow-ups whose moment has come, locked; another process leaves them to us."""
    return session.execute(due(now).with_for_update(skip_locked=True)).scalars().all()


def over() -> Any:
    """Select the follow-ups whose case is closed: the call was made, or given up."""
    query = select(FollowUp).join(Case, col(Case.id) == col(FollowUp.case_id))
    return query.where(col(FollowUp.state) == FollowUpState.LISTED, col(Case.state) == CaseState.CLOSED)


def finish_closed(session: Session, *, now: datetime) -> Sequence[FollowUp]:
    """Finish the follow-ups whose case is closed, by whatever road; give them."""
    query = over().order_by(col(FollowUp.id)).limit(BATCH).with_for_update(skip_locked=True, of=FollowUp)
    found: Sequence[FollowUp] = session.execute(query).scalars().all()
    for follow_up in found:
        advance_to(session, follow_up, FollowUpAction.FINISH, now=now)
    return found
