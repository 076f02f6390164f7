"""What the weekly report asks the database; each answer is counts or plain values, never a name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from checkin.aftercare.models import Impression, Observation, ObservationKind
from checkin.campaigns.service import without_robot
from checkin.cases.models import Case, Contact
from checkin.dashboard.funnel import WANTS_CONTACT
from checkin.domain.cases import CaseKind, ContactOutcome
from checkin.domain.checkins import EndReason
from checkin.domain.replies import Meaning
from checkin.outreach.models import Attempt, CheckIn, Reply
from checkin.outreach.queries import ARRIVED
from checkin.tenants.models import Tenant

Span = tuple[datetime, datetime]

TO_READ = "to_read"
"""Stands where the meaning of a reply stands, while nobody has read it."""


class Standing(StrEnum):
    """Where a check-in that is open stands."""

    PLANNED = "planned"
    ASKED = "asked"
    """No answer yet."""
    TO_READ = TO_READ
    """An answer came, and nobody has read it yet."""


@dataclass(frozen=True)
class Tally:
    """A number, and how many tenants are behind it."""

    count: int = 0
    people: int = 0


@dataclass(frozen=True)
class CaseRow:
    """One case as it stood when the span was over: a number, moments and states; nothing that says who."""

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
    outcome: ContactOutcome | None


def during(moment: Any, span: Span) -> Any:
    """Tell whether a moment lies in the span: from its begin up to, not with, its end."""
    return sa.and_(col(moment) >= span[0], col(moment) < span[1])


def count_check_ins(session: Session, moment: Any, span: Span) -> int:
    """Count check-ins of which `moment` lies in the span."""
    return session.exec(select(sa.func.count(col(CheckIn.id))).where(during(moment, span))).one()


def answers(session: Session, span: Span) -> dict[Meaning, int]:
    """Count check-ins first answered in the span, by the strongest wish that their answers held until now."""
    meaning = sa.func.coalesce(col(CheckIn.meaning), Meaning.UNCLEAR)
    return _grouped(session, meaning, during(CheckIn.answered_at, span))


def ended_without_answer(session: Session, span: Span, *, asked: bool) -> dict[EndReason, int]:
    """Count check-ins that ended in the span without an answer, by reason: those that were asked, or never were.

    One that is answered after all did end, and stays in the week of its end.
    """
    was_asked = col(CheckIn.asked_at).is_not(None) if asked else col(CheckIn.asked_at).is_(None)
    reason = sa.func.coalesce(col(CheckIn.reason), EndReason.OUTCOME_UNKNOWN)
    return _grouped(session, reason, during(CheckIn.ended_at, span), _ended_first(), was_asked)


def count_answered_after_end(session: Session, span: Span) -> int:
    """Count check-ins that had ended without an answer, and got one in the span after all."""
    statement = select(sa.func.count(col(CheckIn.id))).where(during(CheckIn.answered_at, span), _ended_first())
    return session.exec(statement).one()


def _ended_first() -> Any:
    """Say in SQL that a check-in ended without an answer, whatever came later."""
    # An answer leaves the reason of an earlier end standing; one that came in time never has a reason.
    return sa.or_(
        col(CheckIn.answered_at).is_(None),
        col(CheckIn.reason).is_not(None),
        col(CheckIn.ended_at) < col(CheckIn.answered_at),
    )


def open_check_ins(session: Session, at: datetime) -> dict[Standing, int]:
    """Count the check-ins that were open at a moment, by where they stood."""
    waits = (
        sa.exists()
        .where(
            col(Reply.check_in_id) == col(CheckIn.id),
            col(Reply.to_read),
            col(Reply.received_at) < at,
            sa.or_(col(Reply.read_at).is_(None), col(Reply.read_at) >= at),
        )
        .correlate(CheckIn)
    )
    standing = sa.case(
        (waits, Standing.TO_READ.value),
        (col(CheckIn.asked_at) < at, Standing.ASKED.value),
        else_=Standing.PLANNED.value,
    )
    still_open = sa.or_(col(CheckIn.ended_at).is_(None), col(CheckIn.ended_at) >= at)
    counts = _grouped(session, standing, col(CheckIn.planned_at) < at, still_open)
    return {one: counts[one.value] for one in Standing if one.value in counts}


def count_arrived(session: Session, span: Span) -> int:
    """Count check-ins of which an attempt arrived in the span; without a robot the first call of a colleague is one."""
    statement = select(sa.func.count(sa.distinct(col(Attempt.check_in_id)))).where(
        during(Attempt.ended_at, span), col(Attempt.end).in_(ARRIVED)
    )
    by_hand = (
        select(sa.func.count(sa.distinct(col(CheckIn.id))))
        .join(Case, col(Case.check_in_id) == col(CheckIn.id))
        .where(during(Case.first_rang_at, span), col(CheckIn.campaign_id).in_(without_robot()))
    )
    return session.exec(statement).one() + session.exec(by_hand).one()


def replies(session: Session, span: Span) -> dict[str, int]:
    """Count replies received in the span, by meaning; a tenant may reply more than once.

    A reply that nobody had read when the span was over has no meaning yet; one of danger acted before it was read.
    """
    unread = sa.and_(
        col(Reply.to_read),
        col(Reply.urgent).is_(sa.false()),
        sa.or_(col(Reply.read_at).is_(None), col(Reply.read_at) >= span[1]),
    )
    meant = sa.case((unread, TO_READ), else_=sa.type_coerce(col(Reply.meaning), sa.String()))
    return _grouped(session, meant, during(Reply.received_at, span))


def contacts(session: Session, span: Span) -> dict[ContactOutcome, int]:
    """Count the tries of people in the span, by outcome."""
    return _grouped(session, col(Contact.outcome), during(Contact.at, span))


def opened(session: Session, span: Span) -> dict[CaseKind, int]:
    """Count cases opened in the span, by kind."""
    return _grouped(session, col(Case.kind), during(Case.opened_at, span))


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
    """Give every case that was open at some moment of the span, oldest first, as it stood when the span was over."""
    tries = (
        sa.select(sa.func.count())
        .where(
            col(Contact.case_id) == col(Case.id),
            col(Contact.outcome) == ContactOutcome.NOT_REACHED,
            col(Contact.at) < span[1],
        )
        .correlate(Case)
        .scalar_subquery()
    )
    statement = (
        select(Case, Reply.channel, tries)
        .join(Reply, col(Reply.id) == col(Case.reply_id), isouter=True)
        .where(col(Case.opened_at) < span[1], sa.or_(col(Case.closed_at).is_(None), col(Case.closed_at) >= span[0]))
        .order_by(col(Case.opened_at), col(Case.id))
    )
    return [_row(case, channel, tries, span[1]) for case, channel, tries in session.exec(statement)]


def _row(case: Case, channel: str | None, tries: int, end: datetime) -> CaseRow:
    def by_then(moment: datetime | None) -> datetime | None:
        return moment if moment and moment < end else None

    return CaseRow(
        number=case.id or 0,
        kind=case.kind,
        channel=channel or "",
        opened_at=case.opened_at,
        promised_before=case.promised_before,
        first_rang_at=by_then(case.first_rang_at),
        spoken_at=by_then(case.spoken_at),
        closed_at=by_then(case.closed_at),
        tries=tries,
        outcome=case.outcome if by_then(case.closed_at) else None,
    )


def observed(session: Session, span: Span) -> dict[str, Tally]:
    """Count what stood out in the talks of the span, in the order of the landlord's list."""
    statement = (
        select(
            ObservationKind.name,
            sa.func.count(col(Observation.id)),
            sa.func.count(sa.distinct(col(Observation.tenant_id))),
        )
        .join(Observation, col(Observation.kind_id) == col(ObservationKind.id))
        .where(during(Observation.at, span))
        .group_by(ObservationKind.name, col(ObservationKind.place))
        .order_by(col(ObservationKind.place))
    )
    return {name: Tally(count, people) for name, count, people in session.exec(statement)}


def quotes(session: Session, span: Span, *, limit: int = 20) -> list[str]:
    """List what tenants said in the span and allowed us to pass on without a name."""
    statement = select(Impression.quote).where(Impression.quote != "", during(Impression.at, span))
    # Not in the order of the talks: that would say who it was to whoever saw the list of the day.
    return list(session.exec(statement.order_by(Impression.quote).limit(limit)))


def by_neighbourhood(session: Session, span: Span) -> dict[str, tuple[Tally, Tally, Tally, Tally]]:
    """Count per neighbourhood what the summary counts: check-ins asked, answered, that want contact; cases spoken."""
    answered_then = during(CheckIn.answered_at, span)
    columns = (
        _per_neighbourhood(session, CheckIn, during(CheckIn.asked_at, span)),
        _per_neighbourhood(session, CheckIn, answered_then),
        _per_neighbourhood(session, CheckIn, answered_then, col(CheckIn.meaning).in_(WANTS_CONTACT)),
        _per_neighbourhood(session, Case, during(Case.spoken_at, span)),
    )
    names = {name for column in columns for name in column}
    asked, answered, wanted, spoken = columns
    return {
        name: (
            asked.get(name, Tally()),
            answered.get(name, Tally()),
            wanted.get(name, Tally()),
            spoken.get(name, Tally()),
        )
        for name in sorted(names, key=lambda name: (name == "", name.casefold()))
    }


def _per_neighbourhood(session: Session, table: type[CheckIn | Case], *where: Any) -> dict[str, Tally]:
    statement = (
        select(Tenant.neighbourhood, sa.func.count(), sa.func.count(sa.distinct(col(table.tenant_id))))
        .join(table, col(table.tenant_id) == col(Tenant.id))
        .where(*where)
        .group_by(Tenant.neighbourhood)
    )
    return {name: Tally(count, people) for name, count, people in session.exec(statement)}


def _grouped(session: Session, column: Any, *where: Any) -> dict[Any, int]:
    # By the name of the column: a database cannot know that an expression with values is the same one twice.
    counts = sa.select(column.label("counted")).where(*where).subquery()
    statement = sa.select(counts.c.counted, sa.func.count()).group_by(counts.c.counted)
    return {key: count for key, count in session.connection().execute(statement)}  # noqa: C416  to mypy a row is no pair
