"""Choosing: everyone whom a choice means, each with the reason why this tenant is not asked, in one query.

The query says the same as one could ask of each tenant in turn: may this person be asked at all, is somebody of us
already busy with this person, is there a number that may be used, and is the household asked once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from checkin.cases.models import Case, Contact
from checkin.domain.cases import SPOKEN, CaseState
from checkin.domain.checkins import OPEN, EndReason
from checkin.domain.replies import Meaning
from checkin.domain.target_groups import GroupRule
from checkin.groups.queries import Moment, listed, members, selected
from checkin.outreach.models import CheckIn
from checkin.tenants.models import Channel, PhoneNumber, Tenant
from checkin.tenants.naming import TenantName, name_of
from checkin.tenants.numbers import NUMBERS, takes_texts

R = EndReason
AT_ONCE = 5000
"""Rows that are in memory at a time."""


@dataclass(frozen=True)
class Choice:
    """Who is meant: the tenants of a rule who also stand in the selection and in the list, where these are given."""

    rule: GroupRule = field(default_factory=GroupRule)
    channel: Channel = Channel.AUTO
    selection_id: int | None = None
    tenant_ids: tuple[int, ...] | None = None
    quiet_days: int = 7
    """Who was spoken to or answered so lately is left alone."""


def choose(session: Session, choice: Choice, moment: Moment) -> Iterator[tuple[int, EndReason | None]]:
    """Give every chosen tenant with None, or with the reason why the tenant is not asked; in order of their ids."""
    chosen = reasons(session, choice, moment)
    query = sa.select(chosen.c.tenant_id, chosen.c.reason).order_by(chosen.c.tenant_id)
    for tenant_id, reason in session.connection().execute(query).yield_per(AT_ONCE):
        yield tenant_id, None if reason is None else EndReason(reason)


def preview(session: Session, choice: Choice, moment: Moment) -> dict[EndReason | None, int]:
    """Count who would be asked (under None) and who falls out, by reason."""
    chosen = reasons(session, choice, moment)
    query = sa.select(chosen.c.reason, sa.func.count()).group_by(chosen.c.reason)
    return {
        None if reason is None else EndReason(reason): count for reason, count in session.connection().execute(query)
    }


def first_asked(session: Session, choice: Choice, moment: Moment, *, limit: int) -> list[TenantName]:
    """Give the names of the first who would be asked."""
    chosen = reasons(session, choice, moment)
    first = sa.select(chosen.c.tenant_id).where(chosen.c.reason.is_(None)).order_by(chosen.c.tenant_id).limit(limit)
    query = sa.select(Tenant).where(col(Tenant.id).in_(first)).order_by(col(Tenant.id))
    return [name_of(tenant) for tenant in session.execute(query).scalars()]


def reasons(session: Session, choice: Choice, moment: Moment) -> sa.Subquery:
    """Say in SQL: tenant_id, reason (null for who is asked), and unreachable (nothing but the numbers is in the way).

    1. everyone who is meant, with the numbers that may be used
    2. the reason that lies in the person or the numbers
    3. the reason that lies in somebody behind the same number
    """
    busy = _busy(choice, moment)
    own = _own_reasons(session, choice, busy, moment)
    household = _same_household(own, busy)
    reason = sa.case((own.c.reason.is_not(None), own.c.reason), (own.c.id.in_(household), R.SAME_HOUSEHOLD.value))
    return sa.select(own.c.id.label("tenant_id"), reason.label("reason"), own.c.unreachable).subquery("chosen")


def _own_reasons(session: Session, choice: Choice, busy: Any, moment: Moment) -> Any:
    lines = [_Line(number, choice.channel) for number in NUMBERS]
    query = sa.select(
        col(Tenant.id),
        *(line.usable.label(line.name) for line in lines),
        *_why(busy, lines, choice.channel, moment),
    ).outerjoin_from(Tenant, busy, busy.c.tenant_id == col(Tenant.id))
    for line in lines:
        query = query.outerjoin(line.known, line.known_unusable)
    return query.where(*_meant(session, choice, moment)).cte("own")


def _meant(session: Session, choice: Choice, moment: Moment) -> Iterator[Any]:
    yield from members(session, choice.rule, moment)
    if choice.selection_id is not None:
        yield selected(choice.selection_id)
    if choice.tenant_ids is not None:
        yield col(Tenant.id).in_(listed(session, choice.tenant_ids))


class _Line:
    """One of the numbers of a tenant, beside what we learned about that number."""

    def __init__(self, number: Any, channel: Channel) -> None:
        self.name = number.key
        self.number = number
        self.known = aliased(PhoneNumber)
        spoiled = self.known.stopped_at.is_not(None) | self.known.closed_at.is_not(None)  # type: ignore[union-attr]
        self.known_unusable = sa.and_(col(self.known.number) == number, spoiled)
        wish = _wish(channel)
        fits_wish = sa.and_(wish != Channel.NONE, sa.or_(wish != Channel.TEXT, takes_texts(number)))
        self.fits = sa.and_(number.is_not(None), fits_wish)
        self.spoiled = sa.and_(self.fits, col(self.known.number).is_not(None))
        self.may_be_used = sa.and_(self.fits, col(self.known.number).is_(None))
        # Also a number that takes no texts makes a household: they answer it together.
        self.usable = sa.case((col(self.known.number).is_(None), number))


def _wish(channel: Channel) -> Any:
    """The tenant's own wish goes before that of the campaign, as in `outreach.ways`."""
    return sa.case((col(Tenant.channel) != Channel.AUTO, col(Tenant.channel)), else_=sa.literal(channel.value))


def _why(busy: Any, lines: list[_Line], channel: Channel, moment: Moment) -> tuple[Any, Any]:
    nobody_may = _first_true(
        (col(Tenant.deceased_at).is_not(None), R.DECEASED),
        (col(Tenant.lease_ended_on) < moment.today, R.LEASE_ENDED),
        (col(Tenant.stopped_at).is_not(None), R.STOPPED),
        *((busy.c.rank == rank, reason) for rank, reason in enumerate(BUSY_REASONS)),
    )
    no_way = sa.case((sa.or_(*(line.may_be_used for line in lines)), None), else_=_why_no_way(lines, channel))
    reason = sa.func.coalesce(nobody_may, no_way)
    return reason.label("reason"), sa.and_(nobody_may.is_(None), no_way.is_not(None)).label("unreachable")


def _why_no_way(lines: list[_Line], channel: Channel) -> Any:
    def any_line(*conditions: Any) -> Any:
        return sa.or_(*(sa.and_(line.spoiled, *(said(line) for said in conditions)) for line in lines))

    return _first_true(
        (_wish(channel) == Channel.NONE, R.POST_ONLY),
        (any_line(lambda line: line.known.stopped_at.is_not(None)), R.STOPPED),
        (any_line(lambda line: line.known.closed_reason == "wrong_number"), R.WRONG_NUMBER),
        (any_line(), R.NUMBER_DEAD),
        (sa.true(), R.NO_NUMBER),
    )


def _first_true(*pairs: tuple[Any, EndReason]) -> Any:
    return sa.case(*((condition, reason.value) for condition, reason in pairs))


BUSY_REASONS = (R.ALREADY_WAITING, R.ALREADY_ASKED, R.SPOKEN_TO)
"""What keeps us busy with a tenant, the most telling first."""


def _busy(choice: Choice, moment: Moment) -> Any:
    """List the tenants with whom we are busy, or were a moment ago, and why."""
    lately = moment.now - timedelta(days=choice.quiet_days)
    waiting, asked, spoken = (sa.literal(rank, sa.Integer).label("rank") for rank in range(len(BUSY_REASONS)))
    found = sa.union_all(
        sa.select(col(Case.tenant_id), waiting).where(col(Case.state) != CaseState.CLOSED),
        sa.select(col(CheckIn.tenant_id), asked).where(col(CheckIn.state).in_(sorted(OPEN))),
        # Who said STOP is stopped; who takes that back may be asked again at once.
        sa.select(col(CheckIn.tenant_id), asked).where(
            col(CheckIn.answered_at) > lately, col(CheckIn.meaning).is_distinct_from(Meaning.STOP)
        ),
        sa.select(col(Contact.tenant_id), spoken).where(
            col(Contact.at) > lately, col(Contact.outcome).in_(sorted(SPOKEN))
        ),
    ).subquery()
    return sa.select(found.c.tenant_id, sa.func.min(found.c.rank).label("rank")).group_by(found.c.tenant_id).cte("busy")


def _same_household(own: Any, busy: Any) -> Any:
    """List who shares a number with somebody with whom we are busy, or with somebody who is asked before.

    Of people behind one number the first is asked. A chain of shared numbers is one household.
    """
    lines = sa.union_all(
        *(
            sa.select(own.c.id, own.c[number.key].label("number")).where(
                own.c.reason.is_(None), own.c[number.key].is_not(None)
            )
            for number in NUMBERS
        )
    ).cte("lines")
    first = sa.select(lines.c.number, sa.func.min(lines.c.id).label("id")).group_by(lines.c.number).cte("first")
    taken = sa.union_all(
        *(
            sa.select(number).join(busy, busy.c.tenant_id == col(Tenant.id)).where(number.is_not(None))
            for number in NUMBERS
        )
    ).subquery("taken")
    after_another = sa.select(lines.c.id).join(first, first.c.number == lines.c.number).where(first.c.id < lines.c.id)
    return sa.union_all(after_another, sa.select(lines.c.id).where(lines.c.number.in_(sa.select(taken.c[0]))))
