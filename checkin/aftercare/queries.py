"""What the screens ask about what follows from talks: what is open for one tenant, and the lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from checkin.aftercare.models import (
    FollowUp,
    Gift,
    Impression,
    Observation,
    ObservationKind,
    Organisation,
    Referral,
)
from checkin.cases.models import Case, Contact
from checkin.domain.cases import CaseState
from checkin.domain.feelings import Feeling, Reaction
from checkin.domain.follow_ups import OPEN as OPEN_FOLLOW_UPS
from checkin.domain.follow_ups import FollowUpState
from checkin.domain.gifts import GiftState
from checkin.domain.referrals import FOR_A_PERSON, LOOP_OPEN, ReferralState
from checkin.outreach.models import Reply
from checkin.staff.models import Staff
from checkin.tenants.models import Tenant
from checkin.tenants.naming import TenantName, name_of

PAGE = 50


@dataclass(frozen=True)
class FollowUpRow:
    """One agreed call."""

    id: int
    tenant_id: int
    name: TenantName
    colleague: str
    staff_id: int
    at: datetime
    wish: str
    state: FollowUpState
    case_id: int | None
    organisation: str
    """The organisation that it is about, when it asks whether that one came."""


def follow_ups(session: Session, *conditions: Any, limit: int = PAGE, offset: int = 0) -> list[FollowUpRow]:
    """List agreed calls that are still to be made, the first at the top."""
    statement = (
        select(FollowUp, Tenant, Staff.name, Organisation.name)
        .join(Tenant, col(Tenant.id) == col(FollowUp.tenant_id))
        .join(Staff, col(Staff.id) == col(FollowUp.staff_id))
        .join(Referral, col(Referral.id) == col(FollowUp.referral_id), isouter=True)
        .join(Organisation, col(Organisation.id) == col(Referral.organisation_id), isouter=True)
        .where(col(FollowUp.state).in_(OPEN_FOLLOW_UPS), *conditions)
        .order_by(col(FollowUp.at), col(FollowUp.id))
        .limit(limit)
        .offset(offset)
    )
    return [
        FollowUpRow(
            one.id or 0,
            one.tenant_id,
            name_of(tenant),
            colleague,
            one.staff_id,
            one.at,
            one.wish,
            one.state,
            one.case_id,
            organisation or "",
        )
        for one, tenant, colleague, organisation in session.exec(statement)
    ]


def planned_of(session: Session, *, staff_id: int, until: datetime) -> list[FollowUpRow]:
    """List the calls that a colleague agreed to make before `until`, as long as nobody has taken them up."""
    waits = select(Case.id).where(Case.state == CaseState.WAITING)
    still = sa.or_(col(FollowUp.state) == FollowUpState.PLANNED, col(FollowUp.case_id).in_(waits))
    return follow_ups(session, still, col(FollowUp.staff_id) == staff_id, col(FollowUp.at) < until)


@dataclass(frozen=True)
class ReferralRow:
    """One referral."""

    id: int
    tenant_id: int
    name: TenantName
    organisation: str
    phone: str
    colleague: str
    staff_id: int
    agreed: str
    consent_at: datetime
    state: ReferralState
    check_at: datetime
    asked_at: datetime | None
    words: str
    """The tenant's answer in their own words."""


WAITING = LOOP_OPEN - FOR_A_PERSON


def referrals(session: Session, *conditions: Any, limit: int = PAGE, offset: int = 0) -> list[ReferralRow]:
    """List referrals, the one that is looked at first at the top."""
    statement = (
        sa.select(Referral, Tenant, Organisation, col(Staff.name), col(Reply.text))
        .join(Tenant, col(Tenant.id) == col(Referral.tenant_id))
        .join(Organisation, col(Organisation.id) == col(Referral.organisation_id))
        .join(Staff, col(Staff.id) == col(Referral.staff_id))
        .join(Reply, col(Reply.id) == col(Referral.reply_id), isouter=True)
        .where(*conditions)
        .order_by(col(Referral.ended_at).desc(), col(Referral.check_at), col(Referral.id))
        .limit(limit)
        .offset(offset)
    )
    return [_referral(*row) for row in session.execute(statement)]


def _referral(one: Referral, tenant: Tenant, organisation: Organisation, by: str, words: str | None) -> ReferralRow:
    return ReferralRow(
        one.id or 0,
        one.tenant_id,
        name_of(tenant),
        organisation.name,
        organisation.phone,
        by,
        one.staff_id,
        one.agreed,
        one.consent_at,
        one.state,
        one.check_at,
        one.asked_at,
        words or "",
    )


@dataclass(frozen=True)
class GiftRow:
    """One gift."""

    gift: Gift
    name: TenantName
    tenant: Tenant
    asked_by: str
    sent_by: str


def gifts(session: Session, *conditions: Any, limit: int = PAGE, offset: int = 0) -> list[GiftRow]:
    """List gifts, those that wait longest at the top; what was sent, newest first."""
    asker, sender = aliased(Staff), aliased(Staff)
    statement = (
        select(Gift, Tenant, asker.name, sender.name)
        .join(Tenant, col(Tenant.id) == col(Gift.tenant_id))
        .join(asker, col(asker.id) == col(Gift.asked_by), isouter=True)
        .join(sender, col(sender.id) == col(Gift.sent_by), isouter=True)
        .where(*conditions)
        .order_by(col(Gift.sent_at).desc(), col(Gift.asked_at), col(Gift.id))
        .limit(limit)
        .offset(offset)
    )
    rows = session.exec(statement)
    return [GiftRow(one, name_of(tenant), tenant, asked or "", sent or "") for one, tenant, asked, sent in rows]


def gift_counts(session: Session) -> dict[GiftState, int]:
    """Count the gifts of every state."""
    statement = sa.select(col(Gift.state), sa.func.count()).group_by(col(Gift.state))
    return {state: count for state, count in session.connection().execute(statement)}  # noqa: C416  a row is no pair


@dataclass(frozen=True)
class Spending:
    """What gifts cost in one month, in cents."""

    sent: int
    to_send: int
    """Approved and not sent yet."""


def spending(session: Session, *, begin: datetime, end: datetime) -> Spending:
    """Add up what was sent in a month, and what is still to be sent now."""
    paid = sa.func.coalesce(sa.func.sum(col(Gift.cents)), 0)
    sent = sa.select(paid).where(col(Gift.sent_at) >= begin, col(Gift.sent_at) < end)
    ready = sa.select(paid).where(col(Gift.state) == GiftState.TO_SEND)
    connection = session.connection()
    return Spending(int(connection.execute(sent).scalar_one()), int(connection.execute(ready).scalar_one()))


@dataclass(frozen=True)
class Opened:
    """What is still open for one tenant."""

    follow_ups: list[FollowUpRow]
    referrals: list[ReferralRow]
    gifts: list[GiftRow]

    def __bool__(self) -> bool:
        return bool(self.follow_ups or self.referrals or self.gifts)


def open_for(session: Session, *, tenant_id: int) -> Opened:
    """Say what is still open for one tenant."""
    waiting = (GiftState.PROPOSED, GiftState.TO_SEND)
    return Opened(
        follow_ups(session, col(FollowUp.tenant_id) == tenant_id),
        referrals(session, col(Referral.tenant_id) == tenant_id, col(Referral.state).in_(LOOP_OPEN)),
        gifts(session, col(Gift.tenant_id) == tenant_id, col(Gift.state).in_(waiting)),
    )


@dataclass(frozen=True)
class TalkDetails:
    """What was noticed in one talk."""

    observed: tuple[str, ...] = ()
    reaction: Reaction | None = None


def details_of(session: Session, *, tenant_id: int) -> dict[int, TalkDetails]:
    """Give what was noticed in every talk with a tenant, by contact; what colleagues felt is not among it."""
    seen = (
        select(Observation.contact_id, ObservationKind.name)
        .join(ObservationKind, col(ObservationKind.id) == col(Observation.kind_id))
        .where(Observation.tenant_id == tenant_id)
        .order_by(col(ObservationKind.place))
    )
    observed: dict[int, tuple[str, ...]] = {}
    for contact_id, name in session.exec(seen):
        observed[contact_id] = (*observed.get(contact_id, ()), name)
    felt = select(Impression.contact_id, Impression.reaction).where(Impression.tenant_id == tenant_id)
    reactions = {contact_id: Reaction(reaction) for contact_id, reaction in session.exec(felt) if reaction}
    return {one: TalkDetails(observed.get(one, ()), reactions.get(one)) for one in {*observed, *reactions}}


@dataclass(frozen=True)
class TalkToDiscuss:
    """A call that a colleague would like to talk about."""

    contact_id: int
    tenant_id: int
    name: TenantName
    colleague: str
    at: datetime
    feeling: Feeling | None
    talked_at: datetime | None
    talked_by: str


def talks_to_discuss(session: Session, *, done: bool, limit: int = PAGE, offset: int = 0) -> list[TalkToDiscuss]:
    """List the calls that colleagues would like to talk about: those still to come oldest first, else newest first."""
    caller, coordinator = aliased(Staff), aliased(Staff)
    order = col(Impression.talked_at).desc() if done else col(Impression.at)
    statement = (
        select(Impression, Tenant, caller.name, coordinator.name)
        .join(Contact, col(Contact.id) == col(Impression.contact_id))
        .join(Tenant, col(Tenant.id) == col(Impression.tenant_id))
        .join(caller, col(caller.id) == col(Contact.staff_id))
        .join(coordinator, col(coordinator.id) == col(Impression.talked_by), isouter=True)
        .where(col(Impression.wants_to_talk), col(Impression.talked_at).is_not(None) if done else _to_discuss())
        .order_by(order, col(Impression.contact_id))
        .limit(limit)
        .offset(offset)
    )
    return [
        TalkToDiscuss(
            one.contact_id, one.tenant_id, name_of(tenant), by, one.at, one.feeling, one.talked_at, heard or ""
        )
        for one, tenant, by, heard in session.exec(statement)
    ]


def _to_discuss() -> Any:
    return col(Impression.talked_at).is_(None)


@dataclass(frozen=True)
class Waiting:
    """What of all this wants a coordinator's attention, in counts."""

    referrals: int = 0
    to_approve: int = 0
    to_discuss: int = 0

    def __bool__(self) -> bool:
        return bool(self.referrals or self.to_approve or self.to_discuss)


def waiting(session: Session) -> Waiting:
    """Count what waits for a coordinator."""
    count = sa.func.count()
    asked = sa.select(count).where(col(Referral.state).in_(sorted(FOR_A_PERSON)))
    approve = sa.select(count).where(col(Gift.state) == GiftState.PROPOSED)
    discuss = sa.select(count).where(col(Impression.wants_to_talk), _to_discuss())
    connection = session.connection()
    return Waiting(*(int(connection.execute(one).scalar_one()) for one in (asked, approve, discuss)))
