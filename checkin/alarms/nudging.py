"""The ladder of a promise, carried out: who is told that it is about to lapse, or was not kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, or_, select
from sqlmodel import Session, col

from checkin.alarms.models import Nudge
from checkin.alarms.people import House
from checkin.alarms.telling import text_colleague
from checkin.cases.models import Case
from checkin.db import insert_once
from checkin.domain.cases import CaseState
from checkin.domain.nudges import Rung, due, ring_before
from checkin.domain.spoken import when_words
from checkin.messaging.colleague_texts import ColleagueText
from checkin.staff.at_work import coordinators, on_duty
from checkin.staff.models import Staff
from checkin.tenants.models import Happening
from checkin.tenants.timeline import tell

BATCH = 100
ON_SCREEN = timedelta(minutes=2)
"""Who did something in checkin within this time sees it there: no text as well."""
TEXTS = {Rung.COLLEAGUE: ColleagueText.NUDGE, Rung.TEAM: ColleagueText.TEAM, Rung.COORDINATOR: ColleagueText.LAPSED}
AT_MOST_EVERY = {
    Rung.COLLEAGUE: timedelta(minutes=30),
    Rung.TEAM: timedelta(minutes=30),
    Rung.COORDINATOR: timedelta(minutes=10),
}
"""One text may stand for several promises: the screens name each of them."""


def waiting_for_a_nudge(now: datetime) -> Any:
    """Select the cases whose ladder has a rung that is due: open, and nobody has rung yet, or took what was agreed."""
    return select(Case).where(col(Case.next_nudge_at) <= now, col(Case.state) != CaseState.CLOSED, _must_be_rung())


def _must_be_rung() -> Any:
    agreed = and_(col(Case.state) == CaseState.WAITING, col(Case.call_at).is_not(None))
    return or_(col(Case.first_rang_at).is_(None), agreed)


def _ring_before(case: Case) -> datetime | None:
    promised = case.again_before or case.promised_before
    return ring_before(first_rang_at=case.first_rang_at, promised=promised, agreed_at=case.call_at)


def anything_due(session: Session, *, now: datetime) -> bool:
    """Tell whether somebody must be told about a promise."""
    return session.execute(waiting_for_a_nudge(now).limit(1)).first() is not None


def nudge(session: Session, house: House, *, now: datetime) -> int:
    """Tell whoever must be told about a promise; give how many promises that were."""
    query = waiting_for_a_nudge(now).order_by(col(Case.next_nudge_at)).limit(BATCH)
    found = list(session.execute(query.with_for_update(skip_locked=True)).scalars())
    for case in found:
        promised = _ring_before(case)
        step = due(promised, now) if promised else None
        case.next_nudge_at = step.look_again_at if step else None
        session.add(case)
        for rung in step.rungs if step else ():
            _tell_rung(session, house, case, rung, now)
    return len(found)


def _tell_rung(session: Session, house: House, case: Case, rung: Rung, now: datetime) -> None:
    promised = _ring_before(case)
    assert promised is not None  # noqa: S101  narrows the type
    told = [one for one in _people(session, house, case, rung, now) if _note(session, case, one, rung, promised, now)]
    for staff in told:
        _text(session, house, staff, rung, promised, now)
    if told:
        tell(
            session,
            Happening.NUDGED,
            tenant_id=case.tenant_id,
            now=now,
            case_id=case.id,
            rung=rung.value,
            people=len(told),
        )


def _people(session: Session, house: House, case: Case, rung: Rung, now: datetime) -> Sequence[Staff]:
    if rung is Rung.COORDINATOR:
        return coordinators(session)
    if rung is Rung.COLLEAGUE:
        hers = case.claimed_by or case.meant_for
        staff = session.get(Staff, hers) if hers else None
        if staff is not None and staff.active:
            return [staff]
    return on_duty(session, office=house.office_hours, now=now, team_id=case.team_id)


def _note(session: Session, case: Case, staff: Staff, rung: Rung, promised: datetime, now: datetime) -> bool:
    row = {"case_id": case.id, "staff_id": staff.id, "rung": rung, "promised": promised, "at": now}
    return insert_once(session, Nudge.__table__, row) is not None  # type: ignore[attr-defined]


def _text(session: Session, house: House, staff: Staff, rung: Rung, promised: datetime, now: datetime) -> None:
    here = staff.last_seen_at is not None and staff.last_seen_at > now - ON_SCREEN
    if rung is Rung.COLLEAGUE and here:
        return
    when = when_words(promised, now, house.zone, staff.language or "nl")
    text_colleague(session, house, staff, TEXTS[rung], now=now, when=when, at_most_every=AT_MOST_EVERY[rung])


@dataclass(frozen=True)
class Shown:
    """One promise that somebody should know about, as it stands on top of her pages."""

    nudge_id: int
    case_id: int
    tenant_id: int
    rung: Rung
    promised: datetime
    mine: bool
    held: bool


def shown_to(session: Session, *, staff_id: int, limit: int) -> list[Shown]:
    """List the promises about which a colleague was told, that still wait, and that she did not put away."""
    query = (
        select(Nudge, Case)
        .join(Case, col(Case.id) == col(Nudge.case_id))
        .where(
            col(Nudge.staff_id) == staff_id,
            col(Nudge.seen_at).is_(None),
            col(Case.state).in_((CaseState.WAITING, CaseState.CLAIMED)),
            _must_be_rung(),
        )
        .order_by(col(Nudge.promised), col(Nudge.id))
    )
    # The highest rung of each: who is coordinator and colleague reads one line.
    found = {case.id: (one, case) for one, case in session.execute(query) if _still_counts(one, case)}
    return [
        Shown(
            nudge_id=one.id or 0,
            case_id=case.id or 0,
            tenant_id=case.tenant_id,
            rung=one.rung,
            promised=one.promised,
            mine=case.claimed_by == staff_id,
            held=case.claimed_by is not None,
        )
        for one, case in list(found.values())[:limit]
    ]


def _still_counts(nudge: Nudge, case: Case) -> bool:
    """What was not kept stays to be seen, also when a new time was told with the apology; until somebody rang."""
    lapsed = nudge.rung is not Rung.COLLEAGUE and case.first_rang_at is None
    return lapsed or nudge.promised == _ring_before(case)


def put_away(session: Session, *, case_id: int, staff_id: int, now: datetime) -> None:
    """Take what a colleague was told about a case off her screen."""
    query = select(Nudge).where(
        col(Nudge.case_id) == case_id, col(Nudge.staff_id) == staff_id, col(Nudge.seen_at).is_(None)
    )
    for one in session.execute(query).scalars().all():
        one.seen_at = now
        session.add(one)
