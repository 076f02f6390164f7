"""STOP and START: they hold for every channel and every campaign, from the same transaction on."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import or_, select, update
from sqlmodel import Session, col

from checkin.aftercare import referrals
from checkin.cases import service as cases
from checkin.cases.models import Case
from checkin.db import insert_once
from checkin.domain.checkins import CheckInAction, EndReason
from checkin.domain.deliveries import DeliveryState
from checkin.messaging.models import Message
from checkin.messaging.wording import Wording
from checkin.outreach import service as outreach
from checkin.outreach.engaged import may_be_asked_again
from checkin.outreach.standing_models import StandingEnd
from checkin.standing import service as standing
from checkin.tenants.models import Happening, PhoneNumber, Tenant
from checkin.tenants.timeline import tell
from checkin.visits import service as visits


def tenants_behind(session: Session, number: str) -> list[Tenant]:
    """List the tenants who have a number, on any line of their card."""
    columns = (col(Tenant.mobile), col(Tenant.landline), col(Tenant.phone_2))
    query = select(Tenant).where(or_(*[column == number for column in columns])).order_by(col(Tenant.id))
    return list(session.execute(query).scalars())


def stop_number(session: Session, number: str, *, now: datetime, how: str, staff_id: int | None = None) -> None:
    """Stop a number, and every tenant behind it: whoever says STOP on a shared telephone is not harassed by it."""
    _stop_on(session, number, now)
    for tenant in tenants_behind(session, number):
        stop_tenant(session, tenant, now=now, how=how, staff_id=staff_id)


def stop_tenant(session: Session, tenant: Tenant, *, now: datetime, how: str, staff_id: int | None = None) -> None:
    """Stop a tenant on every number and in every campaign; asked again, nothing changes."""
    for number in {tenant.mobile, tenant.landline, tenant.phone_2} - {None}:
        _stop_on(session, str(number), now)
    if tenant.stopped_at is not None:
        return
    tenant.stopped_at = tenant.updated_at = now
    session.add(tenant)
    standing.end(session, tenant_id=tenant.id or 0, why=StandingEnd.STOPPED, now=now, staff_id=staff_id)
    tell(session, Happening.STOPPED, tenant_id=tenant.id, now=now, staff_id=staff_id, how=how)
    for check_in in outreach.open_check_ins(session, tenant.id or 0):
        outreach.end(session, check_in, CheckInAction.CANCEL, now=now, reason=EndReason.STOPPED)
    visits.call_off(session, tenant_id=tenant.id or 0, now=now)
    cases.take_off_the_list(session, col(Case.tenant_id) == tenant.id, now=now)
    referrals.stop_asking(session, tenant_id=tenant.id or 0, now=now, staff_id=staff_id)


def _stop_on(session: Session, number: str, now: datetime) -> None:
    """Stop one number; said again, the first moment stays."""
    insert_number(session, number)
    still_asked = (col(PhoneNumber.number) == number, col(PhoneNumber.stopped_at).is_(None))
    session.connection().execute(update(PhoneNumber).where(*still_asked).values(stopped_at=now))


def is_confirmed(session: Session, number: str) -> bool:
    """Tell whether whoever has a number that is stopped was told so, since it is."""
    query = select(col(Message.id)).where(
        col(PhoneNumber.number) == number,
        col(Message.number) == number,
        col(Message.wording) == Wording.S6_STOPPED,
        col(Message.created_at) >= col(PhoneNumber.stopped_at),
        col(Message.state).not_in((DeliveryState.FAILED, DeliveryState.CANCELLED)),
    )
    return session.execute(query.limit(1)).first() is not None


def start_number(session: Session, number: str, *, now: datetime) -> None:
    """Take back a stop: the tenants behind the number may be asked again, on all their numbers."""
    mark_number(session, number, stopped_at=None)
    for tenant in tenants_behind(session, number):
        start_tenant(session, tenant, now=now)


def start_tenant(session: Session, tenant: Tenant, *, now: datetime, staff_id: int | None = None) -> None:
    """Let a tenant who stopped be asked again, on all numbers; asked again, nothing changes."""
    for number in {tenant.mobile, tenant.landline, tenant.phone_2} - {None}:
        mark_number(session, str(number), stopped_at=None)
    if tenant.stopped_at is None:
        return
    tenant.stopped_at, tenant.updated_at = None, now
    session.add(tenant)
    may_be_asked_again(session, tenant_id=tenant.id or 0)
    tell(session, Happening.STARTED, tenant_id=tenant.id, now=now, staff_id=staff_id)


def close_number(session: Session, number: str, *, reason: str, tenant_id: int | None, now: datetime) -> None:
    """Never use a number again: it is somebody else's (`wrong_number`) or does not exist (`dead`)."""
    mark_number(session, number, closed_at=now, closed_reason=reason)
    tell(session, Happening.NUMBER_CLOSED, tenant_id=tenant_id, now=now, reason=reason)


def hear_from(session: Session, number: str) -> None:
    """Take back that a number is dead: somebody writes or rings with it."""
    session.connection().execute(
        update(PhoneNumber)
        .where(col(PhoneNumber.number) == number, col(PhoneNumber.closed_reason) == "dead")
        .values(closed_at=None, closed_reason="")
    )


def mark_number(session: Session, number: str, **values: object) -> None:
    """Set what we know about a number itself, whoever it belongs to."""
    insert_number(session, number)
    session.connection().execute(update(PhoneNumber).where(col(PhoneNumber.number) == number).values(**values))


def insert_number(session: Session, number: str) -> None:
    """Make sure that a number has a row."""
    insert_once(session, PhoneNumber.__table__, {"number": number, "closed_reason": ""})  # type: ignore[attr-defined]
