"""The funnel from chosen to spoken: how far each check-in came, and why it came no further.

One SQL expression says how far a check-in came and one says why it stopped there, so every tenant is counted once
and the numbers add up: each step is the one before it, less those who fell out for the reasons shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from checkin.campaigns.service import without_robot
from checkin.cases.models import Case
from checkin.cases.queries import HELD
from checkin.domain.cases import CaseState
from checkin.domain.checkins import CheckInState
from checkin.domain.replies import POSITIVE, Meaning
from checkin.outreach.models import Attempt, CheckIn, Reply
from checkin.outreach.queries import ARRIVED, waits_to_be_read
from checkin.tenants.models import Tenant
from checkin.tenants.naming import TenantName, name_of

WANTS_CONTACT = (*sorted(POSITIVE), Meaning.LATER)
"""Answers after which a person rings."""


class Step(IntEnum):
    """The steps from choosing a tenant to speaking with one."""

    CHOSEN = 1
    SENT = 2
    """The question left."""
    ARRIVED = 3
    """A text was delivered, or the telephone rang."""
    ANSWERED = 4
    WANTED = 5
    """The tenant wants contact."""
    TAKEN = 6
    """A colleague took it up."""
    SPOKEN = 7


@dataclass(frozen=True)
class FunnelStep:
    """How many came this far, and why others did not."""

    step: Step
    count: int
    fell_out: dict[str, int]
    """Those who came to the step before and not to this one, by reason."""


@dataclass(frozen=True)
class StepPerson:
    """One tenant at a step of the funnel."""

    tenant_id: int
    name: TenantName
    neighbourhood: str
    furthest: Step
    why: str
    since: Any


_case = aliased(Case)


def _newest_case() -> Any:
    """Find the case of a check-in: its own, or the one that was open already when an answer that wishes came."""
    open_then = sa.and_(
        col(Case.opened_at) <= col(CheckIn.answered_at),
        sa.or_(col(Case.closed_at).is_(None), col(Case.closed_at) >= col(CheckIn.answered_at)),
    )
    # The first answer may have been “fine”, and a later one have joined a case that was opened in between.
    open_later = (
        sa.exists()
        .where(
            col(Reply.check_in_id) == col(CheckIn.id),
            col(Reply.meaning).in_(WANTS_CONTACT),
            col(Reply.received_at) >= col(Case.opened_at),
            sa.or_(col(Case.closed_at).is_(None), col(Reply.received_at) <= col(Case.closed_at)),
        )
        .correlate(CheckIn, Case)
    )
    newest = (
        sa.select(sa.func.max(col(Case.id)))
        .where(
            col(Case.tenant_id) == col(CheckIn.tenant_id),
            sa.or_(col(Case.check_in_id) == col(CheckIn.id), open_then, open_later),
        )
        .correlate(CheckIn)
        .scalar_subquery()
    )
    return sa.case((_wants(), newest))


def _answered() -> Any:
    return col(CheckIn.state) == CheckInState.ANSWERED


def _wants() -> Any:
    return sa.and_(_answered(), col(CheckIn.meaning).in_(WANTS_CONTACT))


def _arrived() -> Any:
    attempt = sa.exists().where(col(Attempt.check_in_id) == col(CheckIn.id), col(Attempt.end).in_(ARRIVED))
    # Without a robot the call of a colleague is the question.
    rung = sa.exists().where(col(Case.check_in_id) == col(CheckIn.id), col(Case.first_rang_at).is_not(None))
    by_hand = sa.and_(col(CheckIn.campaign_id).in_(without_robot()), rung.correlate(CheckIn))
    return sa.or_(attempt.correlate(CheckIn), by_hand)


def _furthest() -> Any:
    taken = sa.or_(
        col(_case.state).in_(HELD),
        col(_case.tries) > 0,
        col(_case.first_rang_at).is_not(None),
        col(_case.outcome).is_not(None),
    )
    return sa.case(
        (sa.and_(_wants(), col(_case.spoken_at).is_not(None)), Step.SPOKEN.value),
        (sa.and_(_wants(), taken), Step.TAKEN.value),
        (_wants(), Step.WANTED.value),
        (_answered(), Step.ANSWERED.value),
        (_arrived(), Step.ARRIVED.value),
        (col(CheckIn.asked_at).is_not(None), Step.SENT.value),
        else_=Step.CHOSEN.value,
    )


def _why(furthest: Any) -> Any:
    """Say in SQL why a check-in stopped at its furthest step: a word of ours, a reason, a meaning or an outcome."""
    text = sa.String()
    to_read = sa.exists().where(col(Reply.check_in_id) == col(CheckIn.id), waits_to_be_read()).correlate(CheckIn)
    reason = sa.func.coalesce(sa.type_coerce(col(CheckIn.reason), text), "other")
    return sa.case(
        (furthest == Step.SPOKEN.value, ""),
        (sa.and_(furthest == Step.TAKEN.value, col(_case.state).in_(HELD)), "busy"),
        (sa.and_(furthest == Step.TAKEN.value, col(_case.state) == CaseState.WAITING), "not_reached_yet"),
        (furthest == Step.TAKEN.value, sa.func.coalesce(sa.type_coerce(col(_case.outcome), text), "closed")),
        (sa.and_(furthest == Step.WANTED.value, col(_case.state) == CaseState.WAITING), "waiting"),
        (furthest == Step.WANTED.value, "closed"),
        (furthest == Step.ANSWERED.value, sa.func.coalesce(sa.type_coerce(col(CheckIn.meaning), text), "other")),
        (col(CheckIn.state) == CheckInState.PLANNED, "planned"),
        (sa.and_(col(CheckIn.state) == CheckInState.ASKED, to_read), "to_read"),
        (col(CheckIn.state) != CheckInState.ASKED, reason),
        (furthest == Step.ARRIVED.value, "no_answer_yet"),
        else_="under_way",
    )


def _placed(campaign_id: int | None) -> Any:
    """Give each check-in with how far it came and why no further."""
    furthest = _furthest()
    statement: Any = (
        sa.select(
            col(CheckIn.tenant_id).label("tenant_id"),
            furthest.label("furthest"),
            _why(furthest).label("why"),
            sa.func.coalesce(
                col(CheckIn.ended_at),
                col(CheckIn.asked_at),
                col(CheckIn.planned_at),
                type_=CheckIn.__table__.c.planned_at.type,  # type: ignore[attr-defined]
            ).label("since"),
        )
        .select_from(CheckIn)
        .outerjoin(_case, col(_case.id) == _newest_case())
    )
    return statement if campaign_id is None else statement.where(col(CheckIn.campaign_id) == campaign_id)


def funnel(session: Session, *, campaign_id: int | None = None) -> list[FunnelStep]:
    """Count every step, of one campaign or of all, with the reasons of those who fell out before it."""
    placed = _placed(campaign_id).subquery()
    counted = sa.select(placed.c.furthest, placed.c.why, sa.func.count()).group_by(placed.c.furthest, placed.c.why)
    rows = [(Step(furthest), why, count) for furthest, why, count in session.connection().execute(counted)]
    return [
        FunnelStep(
            step=step,
            count=sum(count for furthest, _, count in rows if furthest >= step),
            fell_out=dict(
                sorted(
                    ((why, count) for furthest, why, count in rows if furthest == step - 1), key=lambda pair: -pair[1]
                )
            ),
        )
        for step in Step
    ]


def people(
    session: Session, *, step: Step, why: str | None, campaign_id: int | None, limit: int, offset: int = 0
) -> list[StepPerson]:
    """List the tenants who came to a step; with `why`, those who came to the step before it and no further."""
    placed = _placed(campaign_id).subquery()
    chosen = placed.c.furthest >= step.value
    if why is not None:
        chosen = sa.and_(placed.c.furthest == step.value - 1, placed.c.why == why)
    statement = (
        sa.select(Tenant, placed.c.furthest, placed.c.why, placed.c.since)
        .join(placed, placed.c.tenant_id == col(Tenant.id))
        .where(chosen)
        .order_by(col(Tenant.last_name), col(Tenant.id))
        .limit(limit)
        .offset(offset)
    )
    return [
        StepPerson(tenant.id or 0, name_of(tenant), tenant.neighbourhood, Step(furthest), reason, since)
        for tenant, furthest, reason, since in session.execute(statement)
    ]
