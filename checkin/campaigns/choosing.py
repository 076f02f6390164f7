"""Choosing: everyone whom a choice means, each with the reason why this tenant is not asked, in one query.

The query says the same as one could ask of each tenant in turn: may this person be asked at all, is somebody of us
already busy with this person, is there a number that may be used, and is the household asked once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import islice
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from checkin.cases.models import Case, Contact
from checkin.db import take_time
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
PATIENCE = "60s"
"""So long a count may take: of a million tenants it takes seconds, on a busy machine many."""


@dataclass(frozen=True)
class Batch:
    """Some of the tenants of a round, by their ids; those before it have had their check-in."""

    campaign_id: int
    after: int
    until: int

    def holds(self, tenant_id: Any) -> Any:
        """Say in SQL that a tenant is one of them."""
        return sa.and_(tenant_id > self.after, tenant_id <= self.until)


@dataclass(frozen=True)
class Chosen:
    """One tenant who is meant."""

    tenant_id: int
    reason: EndReason | None
    """Why this tenant is not asked; empty for who is."""
    unreachable: bool
    """Nothing but the numbers is in the way."""


@dataclass(frozen=True)
class Choice:
    """Who is meant: the tenants of a rule who also stand in the selection and in the list, where these are given."""

    rule: GroupRule = field(default_factory=GroupRule)
    channel: Channel = Channel.AUTO
    selection_id: int | None = None
    tenant_ids: tuple[int, ...] | None = None
    quiet_days: int = 7
    """Who was spoken to or answered so lately is left alone."""
    rings_first: bool = False
    """Where nobody wishes otherwise, the ladder rings a mobile before it sends a text."""


@dataclass(frozen=True)
class Preview:
    """How many would be asked, and how many would not."""

    texted: dict[str, int]
    """Who would be asked by text first, by language,"""
    rung: dict[str, int]
    """and who by telephone."""
    left_out: dict[EndReason, int]

    @property
    def asked(self) -> int:
        """Everyone who would be asked."""
        return sum(self.texted.values()) + sum(self.rung.values())


def preview(session: Session, choice: Choice, moment: Moment) -> Preview:
    """Count who would be asked, and who falls out, by reason."""
    take_time(session, PATIENCE)
    chosen = reasons(session, choice, moment)
    kind = (chosen.c.reason, chosen.c.by_text, chosen.c.language)
    found = Preview({}, {}, {})
    for reason, by_text, language, count in session.connection().execute(
        sa.select(*kind, sa.func.count()).group_by(*kind)
    ):
        if reason is not None:
            found.left_out[EndReason(reason)] = found.left_out.get(EndReason(reason), 0) + count
        else:
            (found.texted if by_text else found.rung)[language] = count
    return found


def first_asked(session: Session, choice: Choice, moment: Moment, *, limit: int) -> list[TenantName]:
    """Give the names of the first who would be asked, when there are any among the first thousands."""
    first = meant(session, choice, moment).order_by(col(Tenant.id)).limit(AT_ONCE).subquery()
    until = session.connection().execute(sa.select(sa.func.max(first.c.id))).scalar_one()
    chosen = choose_batch(session, choice, moment, Batch(0, 0, until or 0))
    ids = islice((one.tenant_id for one in chosen if one.reason is None), limit)
    query = sa.select(Tenant).where(col(Tenant.id).in_(list(ids))).order_by(col(Tenant.id))
    return [name_of(tenant) for tenant in session.execute(query).scalars()]


def meant(session: Session, choice: Choice, moment: Moment) -> Any:
    """Select everyone whom a choice means, whether they will be asked or not."""
    return sa.select(col(Tenant.id)).where(*_meant(session, choice, moment))


def choose_batch(session: Session, choice: Choice, moment: Moment, batch: Batch) -> Iterator[Chosen]:
    """Give the tenants of a batch in their order. A batch after a batch says the same as `reasons` of all.

    The reasons that lie in a tenant come from the same query. Who shares a number is looked up here: of a batch it is
    quick, and the one query is slow for a part of the tenants (SQLite needs a second to read it).
    """
    own = _own_reasons(session, choice, _busy(choice, moment, batch.holds).cte("busy"), moment)
    rows = session.connection().execute(own.where(batch.holds(col(Tenant.id))).order_by(col(Tenant.id))).all()
    lines = {row.id: [line for number in NUMBERS if (line := getattr(row, number.key))] for row in rows}
    taken = _taken(session, choice, moment, batch, {line for row in rows if not row.reason for line in lines[row.id]})
    for row in rows:
        household = not row.reason and any(line in taken for line in lines[row.id])
        if not row.reason:
            taken.update(lines[row.id])
        reason = R.SAME_HOUSEHOLD if household else row.reason and EndReason(row.reason)
        yield Chosen(row.id, reason, row.unreachable)


def _taken(session: Session, choice: Choice, moment: Moment, batch: Batch, numbers: Collection[str]) -> set[str]:
    """Give those of the numbers behind which is somebody with whom we are busy, or who was chosen before this batch."""
    wanted = listed(session, sorted(numbers))
    behind = sa.union_all(*(sa.select(number, col(Tenant.id)).where(number.in_(wanted)) for number in NUMBERS))
    tenants = session.connection().execute(behind).all() if numbers else []
    everybody = listed(session, sorted({tenant_id for _number, tenant_id in tenants}), sa.Integer)
    one_household = sa.or_(
        col(CheckIn.reason).is_(None), col(CheckIn.reason) == R.SAME_HOUSEHOLD, col(CheckIn.asked_at).is_not(None)
    )
    earlier = sa.select(col(CheckIn.tenant_id)).where(
        col(CheckIn.campaign_id) == batch.campaign_id, col(CheckIn.tenant_id).in_(everybody), one_household
    )
    busy = _busy(choice, moment, lambda tenant_id: tenant_id.in_(everybody))
    found = {tenant_id for query in (busy, earlier) for tenant_id, *_rank in session.connection().execute(query)}
    return {number for number, tenant_id in tenants if tenant_id in found}


def reasons(session: Session, choice: Choice, moment: Moment) -> sa.Subquery:
    """Say in SQL: tenant_id, reason (null for who is asked), by_text (whether a text would be the first), and language.

    1. everyone who is meant, with the numbers that may be used
    2. the reason that lies in the person or the numbers
    3. the reason that lies in somebody behind the same number
    """
    busy = _busy(choice, moment).cte("busy")
    own = _own_reasons(session, choice, busy, moment).cte("own")
    household = _same_household(own, busy)
    reason = sa.case((own.c.reason.is_not(None), own.c.reason), (own.c.id.in_(household), R.SAME_HOUSEHOLD.value))
    return sa.select(own.c.id.label("tenant_id"), reason.label("reason"), own.c.by_text, own.c.language).subquery(
        "chosen"
    )


def _own_reasons(session: Session, choice: Choice, busy: Any, moment: Moment) -> Any:
    lines = [_Line(number, choice.channel) for number in NUMBERS]
    query = sa.select(
        col(Tenant.id),
        *(line.usable.label(line.name) for line in lines),
        *_why(busy, lines, choice.channel, moment),
        _by_text(choice).label("by_text"),
        col(Tenant.language),
    ).outerjoin_from(Tenant, busy, busy.c.tenant_id == col(Tenant.id))
    for line in lines:
        query = query.outerjoin(line.known, line.known_unusable)
    return query.where(*_meant(session, choice, moment))


def _meant(session: Session, choice: Choice, moment: Moment) -> Iterator[Any]:
    yield from members(session, choice.rule, moment)
    if choice.selection_id is not None:
        yield selected(choice.selection_id)
    if choice.tenant_ids is not None:
        yield col(Tenant.id).in_(listed(session, choice.tenant_ids, sa.Integer))


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


def _by_text(choice: Choice) -> Any:
    mobile = sa.func.coalesce(sa.or_(*(takes_texts(number) for number in NUMBERS)), sa.false())
    wish = _wish(choice.channel)
    return sa.and_(mobile, wish == Channel.TEXT if choice.rings_first else wish != Channel.VOICE)


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


def _busy(choice: Choice, moment: Moment, among: Callable[[Any], Any] | None = None) -> Any:
    """Select the tenants with whom we are busy, or were a moment ago, and why; all, or those `among` whom we look."""
    lately = moment.now - timedelta(days=choice.quiet_days)
    # Who said STOP is stopped; who takes that back may be asked again at once.
    answered = sa.and_(col(CheckIn.answered_at) > lately, col(CheckIn.meaning).is_distinct_from(Meaning.STOP))
    spoken = sa.and_(col(Contact.at) > lately, col(Contact.outcome).in_(sorted(SPOKEN)))
    signs = (
        (col(Case.tenant_id), R.ALREADY_WAITING, col(Case.state) != CaseState.CLOSED),
        (col(CheckIn.tenant_id), R.ALREADY_ASKED, col(CheckIn.state).in_(sorted(OPEN))),
        (col(CheckIn.tenant_id), R.ALREADY_ASKED, answered),
        (col(Contact.tenant_id), R.SPOKEN_TO, spoken),
    )
    found = sa.union_all(
        *(
            sa.select(tenant_id, sa.literal(BUSY_REASONS.index(reason), sa.Integer).label("rank")).where(
                holds, among(tenant_id) if among else sa.true()
            )
            for tenant_id, reason, holds in signs
        )
    ).subquery()
    return sa.select(found.c.tenant_id, sa.func.min(found.c.rank).label("rank")).group_by(found.c.tenant_id)


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
