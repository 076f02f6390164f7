"""The promise of a case: worked out from who waits and who is there, told once, and noted when it was not kept."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import and_, exists, func, or_, select
from sqlmodel import Session, col

from checkin.cases.house import House
from checkin.cases.models import Case, Contact
from checkin.domain.cases import CaseKind, CaseState, ContactOutcome
from checkin.domain.nudges import half_way
from checkin.domain.promises import Workload, promise
from checkin.tenants.models import Happening
from checkin.tenants.timeline import tell

AGAIN_MINUTES = 120
"""Who was told a time that was missed hears one that is nearer than a first promise."""


def make_promise(session: Session, house: House, case: Case, *, now: datetime) -> datetime:
    """Work out the promise of a case once, and tell it in the timeline; asked again, give the same."""
    if case.promised_before is not None:
        return case.promised_before
    # Who wished to be rung later is promised a moment after that.
    wished = max(now, case.call_at) if case.call_at is not None else now
    before = likely_promise(session, house, case, now=wished, urgent=case.urgent)
    return promise_before(session, house, case, before=before, now=now)


def promise_before(session: Session, house: House, case: Case, *, before: datetime, now: datetime) -> datetime:
    """Promise that a person rings before a moment, and tell it in the timeline."""
    case.promised_before = before
    wished = max(now, case.call_at) if case.call_at is not None else now
    case.next_nudge_at = half_way(wished, before, house.office_hours)
    session.add(case)
    tell(
        session,
        Happening.PROMISED,
        tenant_id=case.tenant_id,
        now=now,
        case_id=case.id,
        check_in_id=case.check_in_id,
        promised_before=before.isoformat(),
    )
    return before


def likely_promise(session: Session, house: House, case: Case | None, *, now: datetime, urgent: bool) -> datetime:
    """Work out what would be promised at this moment: for a case, or for one that there is not."""
    return promise(
        now,
        office=house.office_hours,
        workload=workload(session, house, case, now),
        at_least_minutes=house.settings.promise_minutes,
        urgent=urgent,
    )


def promise_again(session: Session, house: House, case: Case, *, now: datetime) -> datetime:
    """Work out the new moment for a tenant whose promise was not kept: it is as near as those before it allow."""
    case.again_before = promise(
        now,
        office=house.office_hours,
        workload=workload(session, house, case, now),
        at_least_minutes=min(AGAIN_MINUTES, house.settings.promise_minutes),
        urgent=case.urgent,
    )
    case.next_nudge_at = half_way(now, case.again_before, house.office_hours)
    session.add(case)
    return case.again_before


def workload(session: Session, house: House, case: Case | None, now: datetime) -> Workload:
    """Count what stands between a tenant and a call: cases before this one, who is on duty when, what a talk takes."""
    before = select(func.count()).where(
        col(Case.state).in_([CaseState.WAITING, CaseState.CLAIMED]),
        # Who is on the list for a round without a robot is rung after everyone who asked.
        or_(col(Case.kind) != CaseKind.ROUND, col(Case.state) == CaseState.CLAIMED),
    )
    if case is not None:
        before = before.where(col(Case.id) != case.id)
    if case is not None and case.promised_before is not None:
        before = before.where(or_(col(Case.urgent), col(Case.promised_before) < case.promised_before))
    duty, talk = house.duty, house.talk
    return Workload(
        ahead=session.execute(before).scalar_one(),
        colleagues=duty.people_at(now),
        talk_minutes=talk.minutes,
        spread=talk.spread,
        duty=duty,
        known=talk.known,
    )


def tell_lapses(session: Session, *, now: datetime) -> int:
    """Note once for every promise that was not kept in time; the list and the coordinator's page show it."""
    lapsed = list(session.execute(lapsed_promises(now).limit(200).with_for_update(skip_locked=True)).scalars())
    for case in lapsed:
        case.lapse_told_at = now
        session.add(case)
        tell(session, Happening.PROMISE_LAPSED, tenant_id=case.tenant_id, now=now, case_id=case.id)
    return len(lapsed)


def lapsed_promises(now: datetime) -> Any:
    """Select the open cases whose promise passed before anybody rang, and of which that was not noted yet."""
    promised = func.coalesce(col(Case.again_before), col(Case.promised_before))
    return select(Case).where(
        col(Case.state) != CaseState.CLOSED,
        col(Case.first_rang_at).is_(None),
        col(Case.promised_before) < now,
        promised < now,
        or_(col(Case.lapse_told_at).is_(None), col(Case.lapse_told_at) < promised),
    )


def missed_promises() -> Any:
    """Select the cases of tenants who were told a time that was missed, and who heard nothing about that yet.

    Whom a colleague has taken is rung at this moment: an apology would cross the call.
    """
    return select(Case).where(
        col(Case.state) == CaseState.WAITING,
        col(Case.first_rang_at).is_(None),
        col(Case.told_at).is_not(None),
        col(Case.lapse_told_at).is_not(None),
        # A new time begins a ladder of its own: first everybody hears that this one was not kept.
        col(Case.next_nudge_at).is_(None),
        or_(col(Case.answered_for_at).is_(None), col(Case.answered_for_at) < col(Case.lapse_told_at)),
    )


def was_agreed() -> Any:
    """Say in SQL: a colleague agreed with the tenant on the moment at which this case is rung."""
    return (
        exists()
        .where(
            col(Contact.case_id) == col(Case.id),
            col(Contact.outcome) == ContactOutcome.CALL_BACK,
            col(Contact.call_at) == col(Case.call_at),
        )
        .correlate(Case)
    )


def is_owed_an_apology() -> Any:
    """Say in SQL: this tenant was told a time that was not kept, could not be texted, and was not rung yet."""
    return and_(
        col(Case.lapse_told_at).is_not(None),
        col(Case.told_at).is_not(None),
        col(Case.again_before).is_(None),
        col(Case.first_rang_at).is_(None),
    )
