"""Leaving a case to somebody else: skipped with a reason, or forwarded to where somebody sees it in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from checkin.cases.claims import case_in_hand, leave
from checkin.cases.house import House
from checkin.cases.models import Case, CaseSkip
from checkin.cases.receivers import receivers
from checkin.domain.cases import CaseState
from checkin.domain.errors import Refused
from checkin.domain.handing_on import SkipReason, first_there, kept_until, refuse_colleague, refuse_team
from checkin.tenants.models import Happening
from checkin.tenants.timeline import tell


@dataclass(frozen=True)
class Destination:
    """Where a case goes: to one team or to one colleague."""

    team_id: int | None = None
    staff_id: int | None = None


def skip(session: Session, *, case_id: int, staff_id: int, reason: SkipReason, words: str, now: datetime) -> None:
    """Leave a case that was taken to another colleague: it waits again, and is not given to this one today.

    Raises Refused: "case_gone", "not_yours" (with `by`), "bridge_under_way", "skip_words_needed" when the reason is
    another one and no word was said.
    """
    if reason is SkipReason.OTHER and not words:
        raise Refused("skip_words_needed")
    case = case_in_hand(session, case_id, staff_id)
    leave(session, case)
    case.skips += 1
    session.add_all(
        [
            case,
            CaseSkip(case_id=case_id, tenant_id=case.tenant_id, staff_id=staff_id, at=now, reason=reason, words=words),
        ]
    )
    tell(
        session,
        Happening.SKIPPED,
        tenant_id=case.tenant_id,
        now=now,
        case_id=case_id,
        staff_id=staff_id,
        reason=reason.value,
    )


def forward(
    session: Session, house: House, *, case_id: int, staff_id: int, to: Destination, reason: str, now: datetime
) -> None:
    """Send a case on to a team or a colleague, with a reason; what the tenant was promised moves along.

    Raises Refused: "case_gone", "not_yours" (with `by`), "bridge_under_way", "forward_reason_needed", and
    "forward_" with a name of `Unseen` where nobody would see it in time.
    """
    if not reason:
        raise Refused("forward_reason_needed")
    case = _may_send_on(session, case_id, staff_id)
    promised = pending_promise(case)
    there_at = _there_at(session, house, to, by=staff_id, promised=promised, now=now)
    if case.state is not CaseState.WAITING:
        leave(session, case)
    if to.team_id is not None:
        case.team_id = to.team_id
    case.meant_for, case.hand_over = to.staff_id, reason
    case.forwarded_by, case.forwarded_at = staff_id, now
    case.kept_until = kept_until(there_at, promised_before=promised, now=now)
    session.add(case)
    tell(
        session,
        Happening.FORWARDED,
        tenant_id=case.tenant_id,
        now=now,
        case_id=case_id,
        staff_id=staff_id,
        team_id=to.team_id,
        to=to.staff_id,
    )


def pending_promise(case: Case) -> datetime | None:
    """Give the moment before which somebody must ring; None when somebody did, or nothing was promised."""
    return None if case.first_rang_at is not None else case.again_before or case.promised_before


def _may_send_on(session: Session, case_id: int, staff_id: int) -> Case:
    case = session.get(Case, case_id, with_for_update=True)
    if case is not None and case.state is CaseState.WAITING:
        return case
    return case_in_hand(session, case_id, staff_id)


def _there_at(
    session: Session, house: House, to: Destination, *, by: int, promised: datetime | None, now: datetime
) -> datetime:
    """Give from when somebody is there to see it. Raises Refused where nobody is."""
    found = receivers(session, office=house.office_hours, now=now)
    if to.team_id is not None:
        team = found.team(to.team_id)
        members = [one.receiver for one in found.people if one.team_id == to.team_id]
        active = team is not None
        why = refuse_team(members, active=active, promised_before=promised, now=now)
        first = first_there(members)
    else:
        receiver = found.receiver(to.staff_id)
        why = refuse_colleague(receiver, by=by, promised_before=promised, now=now)
        first = receiver.there_at
    if why is not None or first is None:
        raise Refused(f"forward_{why}" if why else "forward_no_hours")
    return first
