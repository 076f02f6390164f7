"""What the weekly report asks the database; each answer is counts or plain values, never a name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from checkin.cases.models import Case, Contact
from checkin.dashboard.queries import NO_ANSWER_OPENED_IT
from checkin.domain.cases import CaseKind, CaseState, ContactOutcome
from checkin.domain.checkins import CheckInState, EndReason
from checkin.domain.replies import Meaning
from checkin.outreach.models import Attempt, CheckIn, Reply
from checkin.outreach.queries import ARRIVED
from checkin.tenants.models import Tenant

Span = tuple[datetime, datetime]

UNANSWERED_ENDS = (CheckInState.SILENT, CheckInState.UNREACHABLE, CheckInState.CANCELLED)


@dataclass(frozen=True)
class CaseRow:
    """One case as the report knows it: a number, moments and states; nothing that says who."""

    number: int
    kind: CaseKind
    channel: str
    """`text` or `voice` as the tenant answered, or empty when no answer opened it."""
    opened_at: datetime
    promised_before: datetime | None
    first_rang_at: datetime | None
    spoken_at: datetime | None
    closed_at: datetime | None
    tries: int
    state: CaseState
    outcome: ContactOutcome | None


def during(moment: Any, span: Span) -> Any:
    """Tell whether a moment lies in the span: from its begin up to, not with, its end."""
    return sa.and_(col(moment) >= span[0], col(moment) < span[1])


def count_check_ins(session: Session, moment: Any, span: Span) -> int:
    """Count check-ins of which `moment` lies in the span."""
    return session.exec(select(sa.func.count(col(CheckIn.id))).where(during(moment, span))).one()


def answers(session: Session, span: Span) -> dict[Meaning | None, int]:
    """Count check-ins first answered in the span, by what the answer meant."""
    return _grouped(session, CheckIn.meaning, during(CheckIn.answered_at, span))


def ended_without_answer(session: Session, span: Span) -> dict[EndReason | None, int]:
    """Count check-ins that ended in the span without an answer, by reason."""
    return _grouped(session, CheckIn.reason, during(CheckIn.ended_at, span), col(CheckIn.state).in_(UNANSWERED_ENDS))


def count_arrived(session: Session, span: Span) -> int:
    """Count check-ins of which an attempt arrived in the span."""
    statement = select(sa.func.count(sa.distinct(col(Attempt.check_in_id)))).where(
        during(Attempt.ended_at, span), col(Attempt.end).in_(ARRIVED)
    )
    return session.exec(statement).one()


def replies(session: Session, span: Span) -> dict[Meaning, int]:
    """Count replies received in the span, by meaning; a tenant may reply more than once."""
    return _grouped(session, Reply.meaning, during(Reply.received_at, span))


def contacts(session: Session, span: Span) -> dict[ContactOutcome, int]:
    """Count the tries of people in the span, by outcome."""
    return _grouped(session, Contact.outcome, during(Contact.at, span))


def opened(session: Session, span: Span) -> dict[CaseKind, int]:
    """Count cases opened in the span, by kind."""
    return _grouped(session, Case.kind, during(Case.opened_at, span))


def count_cases(session: Session, moment: Any, span: Span) -> int:
    """Count cases of which `moment` lies in the span."""
    return session.exec(select(sa.func.count(col(Case.id))).where(during(moment, span))).one()


def count_open(session: Session, at: datetime) -> int:
    """Count cases that were open at a moment."""
    statement = select(sa.func.count(col(Case.id))).where(
        col(Case.opened_at) < at, sa.or_(col(Case.closed_at).is_(None), col(Case.closed_at) >= at)
    )
    return session.exec(statement).one()


def cases_of(session: Session, span: Span) -> list[CaseRow]:
    """Give every case that was open at some moment of the span, oldest first."""
    statement = (
        select(Case, Reply.channel)
        .join(Reply, col(Reply.id) == col(Case.reply_id), isouter=True)
        .where(col(Case.opened_at) < span[1], sa.or_(col(Case.closed_at).is_(None), col(Case.closed_at) >= span[0]))
        .order_by(col(Case.opened_at), col(Case.id))
    )
    return [_row(case, channel) for case, channel in session.exec(statement)]


def _row(case: Case, channel: str | None) -> CaseRow:
    return CaseRow(
        number=case.id or 0,
        kind=case.kind,
        channel=channel or "",
        opened_at=case.opened_at,
        promised_before=case.promised_before,
        first_rang_at=case.first_rang_at,
        spoken_at=case.spoken_at,
        closed_at=case.closed_at,
        tries=case.tries,
        state=case.state,
        outcome=case.outcome,
    )


def by_neighbourhood(session: Session, span: Span) -> dict[str, tuple[int, int, int, int]]:
    """Count tenants per neighbourhood: asked, answered, wanted contact, spoken to; by when it happened in the span."""
    asked = _per_neighbourhood(session, CheckIn, during(CheckIn.asked_at, span))
    answered = _per_neighbourhood(session, CheckIn, during(CheckIn.answered_at, span))
    wanted = _per_neighbourhood(session, Case, during(Case.opened_at, span), col(Case.kind).not_in(NO_ANSWER_OPENED_IT))
    spoken = _per_neighbourhood(session, Case, during(Case.spoken_at, span))
    names = asked.keys() | answered.keys() | wanted.keys() | spoken.keys()
    return {
        name: (asked.get(name, 0), answered.get(name, 0), wanted.get(name, 0), spoken.get(name, 0))
        for name in sorted(names, key=lambda name: (name == "", name.casefold()))
    }


def _per_neighbourhood(session: Session, table: type[CheckIn | Case], *where: Any) -> dict[str, int]:
    statement = (
        select(Tenant.neighbourhood, sa.func.count(sa.distinct(col(table.tenant_id))))
        .join(table, col(table.tenant_id) == col(Tenant.id))
        .where(*where)
        .group_by(Tenant.neighbourhood)
    )
    return dict(session.exec(statement).all())


def _grouped(session: Session, column: Any, *where: Any) -> dict[Any, int]:
    statement = select(column, sa.func.count()).where(*where).group_by(column)
    return dict(session.exec(statement).all())
