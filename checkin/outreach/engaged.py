"""One live conversation per household: which numbers are in a conversation, and keeping others away from them.

A row of `engaged_number` for each number of the tenant is written in the transaction in which the question leaves; its
primary key refuses the second of two that leave in the same moment. The condition in `engaged_elsewhere` finds nearly
all of them before that.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from checkin.db import INSERTS, insert_once
from checkin.outreach.models import Attempt, CheckIn, EngagedNumber
from checkin.outreach.standing_models import StandingRound
from checkin.tenants.models import PhoneNumber, Tenant
from checkin.tenants.numbers import NUMBERS


def engaged_elsewhere(now: datetime, quiet: timedelta) -> Any:
    """Say in SQL that a number of this check-in's tenant is in another conversation, or was less than `quiet` ago."""
    return (
        sa.exists()
        .where(
            col(Tenant.id) == col(CheckIn.tenant_id),
            sa.or_(*(col(EngagedNumber.number) == number for number in NUMBERS)),
            still_counts(now, quiet),
            sa.or_(col(EngagedNumber.ended_at).is_(None), ~asked_for()),
            sa.or_(col(EngagedNumber.check_in_id).is_(None), col(EngagedNumber.check_in_id) != col(CheckIn.id)),
        )
        .correlate(CheckIn)
    )


def asked_for() -> Any:
    """Say in SQL that the tenant asked for this check-in: nobody is left alone from what they wish every day."""
    return sa.exists().where(col(StandingRound.campaign_id) == col(CheckIn.campaign_id)).correlate(CheckIn)


def still_counts(now: datetime, quiet: timedelta) -> Any:
    """Say in SQL that a conversation goes on, or ended so lately that nobody is asked again yet."""
    return sa.or_(col(EngagedNumber.ended_at).is_(None), col(EngagedNumber.ended_at) > now - quiet)


def engage(session: Session, *, references: Sequence[str], now: datetime, quiet: timedelta) -> None:
    """Note that these questions leave to these numbers. Raises IntegrityError when one of them is engaged elsewhere."""
    asked = (col(Attempt.id).in_(references), col(Attempt.tenant_id) == col(Tenant.id))
    lines = _lines(col(Attempt.check_in_id), *asked)
    ours = (
        sa.exists()
        .where(col(EngagedNumber.number) == lines.c.number, col(EngagedNumber.check_in_id) == lines.c.check_in_id)
        .correlate(lines)
    )
    connection = session.connection()
    wished = sa.select(lines.c.number).join(CheckIn, col(CheckIn.id) == lines.c.check_in_id).where(asked_for())
    ended = sa.and_(col(EngagedNumber.ended_at).is_not(None), col(EngagedNumber.number).in_(wished))
    over = sa.select(col(EngagedNumber.number)).where(
        col(EngagedNumber.number).in_(sa.select(lines.c.number)), sa.or_(~still_counts(now, quiet), ended)
    )
    over = over.with_for_update(skip_locked=True, of=EngagedNumber)
    connection.execute(sa.delete(EngagedNumber).where(col(EngagedNumber.number).in_(over)))
    # In the same order everywhere, so that two groups never wait for each other.
    rows = sa.select(lines.c.number, lines.c.tenant_id, lines.c.check_in_id).where(~ours).order_by(lines.c.number)
    connection.execute(sa.insert(EngagedNumber).from_select(["number", "tenant_id", "check_in_id"], rows))


def _lines(check_in_id: Any, *conditions: Any) -> Any:
    """List the numbers of tenants, each beside its tenant and check-in; one that is somebody else's engages nobody."""

    def beside(number: Any) -> Any:
        closed = sa.exists().where(col(PhoneNumber.number) == number, col(PhoneNumber.closed_at).is_not(None))
        columns: tuple[Any, ...] = (
            number.label("number"),
            col(Tenant.id).label("tenant_id"),
            check_in_id.label("check_in_id"),
        )
        return sa.select(*columns).where(*conditions, number.is_not(None), ~closed)

    return sa.union(*map(beside, NUMBERS)).subquery("lines")


def engage_tenants(session: Session, *, tenant_ids: Any) -> None:
    """Note that a question that is no check-in leaves to these tenants; `tenant_ids` is a selection of ids.

    Raises IntegrityError when one of their numbers is in another conversation. What ended before does not hold it
    back: who agreed to be asked is asked.
    """
    lines = _lines(sa.cast(sa.null(), sa.Integer), col(Tenant.id).in_(tenant_ids))
    connection = session.connection()
    ended = sa.select(col(EngagedNumber.number)).where(
        col(EngagedNumber.number).in_(sa.select(lines.c.number)), col(EngagedNumber.ended_at).is_not(None)
    )
    ended = ended.with_for_update(skip_locked=True, of=EngagedNumber)
    connection.execute(sa.delete(EngagedNumber).where(col(EngagedNumber.number).in_(ended)))
    rows = sa.select(lines.c.number, lines.c.tenant_id).order_by(lines.c.number)
    connection.execute(sa.insert(EngagedNumber).from_select(["number", "tenant_id"], rows))


def free_tenant(session: Session, *, tenant_id: int, answered_at: datetime | None) -> None:
    """Note that a question that was no check-in is over: after an answer the household rests, else it is free."""
    ours = (
        col(EngagedNumber.tenant_id) == tenant_id,
        col(EngagedNumber.check_in_id).is_(None),
        col(EngagedNumber.ended_at).is_(None),
    )
    if answered_at is None:
        session.connection().execute(sa.delete(EngagedNumber).where(*ours))
    else:
        session.connection().execute(sa.update(EngagedNumber).where(*ours).values(ended_at=answered_at))


def let_go(session: Session, *, check_in_id: int | None) -> None:
    """Note that a question ended without an answer: its numbers are free at once."""
    session.connection().execute(sa.delete(EngagedNumber).where(col(EngagedNumber.check_in_id) == check_in_id))


def take_along(session: Session, *, tenant_id: int, numbers: Collection[str]) -> None:
    """Note new numbers of a tenant in the conversation that goes on, or that was the last: its rest holds there too."""
    query = (
        sa.select(col(EngagedNumber.check_in_id), col(EngagedNumber.ended_at))
        .where(col(EngagedNumber.tenant_id) == tenant_id)
        .order_by(col(EngagedNumber.ended_at).is_not(None), col(EngagedNumber.ended_at).desc())
        .limit(1)
    )
    last = session.connection().execute(query).first()
    if last is None:
        return
    for number in sorted(numbers):
        row = {"number": number, "tenant_id": tenant_id, "check_in_id": last[0], "ended_at": last[1]}
        # Of a number that is in another conversation already, that one holds.
        insert_once(session, EngagedNumber.__table__, row)  # type: ignore[attr-defined]


def may_be_asked_again(session: Session, *, tenant_id: int) -> None:
    """Note that a tenant takes a stop back: the quiet after that answer is over."""
    over = sa.delete(EngagedNumber).where(
        col(EngagedNumber.tenant_id) == tenant_id, col(EngagedNumber.ended_at).is_not(None)
    )
    session.connection().execute(over)


def was_answered(session: Session, *, check_in_id: int, now: datetime) -> None:
    """Note that a tenant answered: everybody behind the same numbers is left alone for a while."""
    answered = (col(CheckIn.id) == check_in_id, col(CheckIn.tenant_id) == col(Tenant.id))
    _note_end(session, _lines(col(CheckIn.id), *answered), now)


def was_spoken_to(session: Session, *, tenant_id: int, now: datetime) -> None:
    """Note that a colleague spoke to a tenant: everybody behind the same numbers is left alone for a while."""
    _note_end(session, _lines(sa.cast(sa.null(), sa.Integer), col(Tenant.id) == tenant_id), now)


def _note_end(session: Session, lines: Any, now: datetime) -> None:
    connection = session.connection()
    table = EngagedNumber.__table__  # type: ignore[attr-defined]
    moment = sa.literal(now, table.c.ended_at.type)
    rows = sa.select(lines.c.number, lines.c.tenant_id, lines.c.check_in_id, moment).where(sa.true())
    insert = INSERTS[connection.dialect.name](table).from_select([column.name for column in table.columns], rows)
    new = insert.excluded
    # A question to a housemate that is still open keeps its row.
    free = sa.or_(table.c.ended_at.is_not(None), table.c.check_in_id == new.check_in_id)
    values = {"tenant_id": new.tenant_id, "check_in_id": new.check_in_id, "ended_at": new.ended_at}
    connection.execute(insert.on_conflict_do_update(index_elements=["number"], set_=values, where=free))


def sweep(session: Session, *, now: datetime, quiet: timedelta) -> None:
    """Forget the conversations that have been over for long enough."""
    session.connection().execute(sa.delete(EngagedNumber).where(~still_counts(now, quiet)))


def anything_to_sweep(session: Session, *, now: datetime, quiet: timedelta) -> bool:
    """Tell whether a conversation has been over for long enough."""
    over = sa.select(col(EngagedNumber.number)).where(col(EngagedNumber.ended_at) <= now - quiet).limit(1)
    return session.connection().execute(over).first() is not None
