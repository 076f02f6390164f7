"""What the dashboard asks: promises and talks, what wants attention, who helps now, and one tenant's card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from checkin.aftercare.queries import Waiting
from checkin.aftercare.queries import waiting as aftercare_waiting
from checkin.alarms.queries import ringing
from checkin.campaigns.queries import paused_campaigns
from checkin.cases.models import Case, Contact
from checkin.cases.queries import HELD, OPEN, is_late
from checkin.cases.service import is_owed_an_apology, is_waiting
from checkin.domain.attempts import AskedBy
from checkin.domain.cases import SPOKEN, CaseKind, ContactOutcome
from checkin.domain.deliveries import DeliveryState
from checkin.domain.handing_on import OFTEN
from checkin.jobs import OutboxEntry
from checkin.messaging.models import Call, Message, ProviderEvent
from checkin.outreach.models import CheckIn, Reply
from checkin.outreach.queries import count_unread
from checkin.staff.models import Staff
from checkin.tenants.models import PhoneNumber, Tenant, TimelineEntry
from checkin.visits.queries import count_to_visit

NO_ANSWER_OPENED_IT = (CaseKind.SILENT, CaseKind.PERSONAL, CaseKind.ROUND)
"""Kinds of case that no answer of the tenant opened."""
HERE_MINUTES = 10
"""Somebody who did something this recently is here."""
STUCK_MINUTES = 5
"""Work that was written down longer ago than this and not done is stuck."""


NOTHING_WAITS = Waiting()


class Promise(StrEnum):
    """What became of a promise to ring before a moment."""

    KEPT = "kept"
    BROKEN = "broken"
    WITHDRAWN = "withdrawn"
    """Closed before that moment without a call: the tenant stopped, or was spoken to in another way."""
    RUNNING = "running"
    """The moment has not come yet."""


def promises(session: Session, *where: Any, as_of: datetime) -> dict[Promise, int]:
    """Count promises by what had become of them at `as_of`."""
    rang, due, closed = col(Case.first_rang_at), col(Case.promised_before), col(Case.closed_at)
    became = sa.case(
        (rang <= due, Promise.KEPT.value),
        (rang.is_not(None), Promise.BROKEN.value),
        (closed < due, Promise.WITHDRAWN.value),
        (due > as_of, Promise.RUNNING.value),
        else_=Promise.BROKEN.value,
    )
    statement = select(became, sa.func.count(col(Case.id))).where(due.is_not(None), *where).group_by(became)
    return {Promise(name): count for name, count in session.exec(statement)}


def of_campaign(campaign_id: int | None) -> tuple[Any, ...]:
    """Say in SQL that a case came out of a campaign; nothing when all are meant."""
    if campaign_id is None:
        return ()
    return (col(Case.check_in_id).in_(select(CheckIn.id).where(CheckIn.campaign_id == campaign_id)),)


def times_to_talk(session: Session, *where: Any) -> list[timedelta]:
    """Give, for each case with a talk, the time since the answer came in; shortest first.

    Left out are tenants who gave no answer, and those who chose a later moment themselves.
    """
    statement = (
        select(Reply.received_at, Case.opened_at, Case.spoken_at)
        .select_from(Case)
        .join(Reply, col(Reply.id) == col(Case.reply_id), isouter=True)
        .where(col(Case.spoken_at).is_not(None), col(Case.kind).not_in((*NO_ANSWER_OPENED_IT, CaseKind.LATER)), *where)
    )
    rows = session.exec(statement).all()
    return sorted(spoken - (received or since) for received, since, spoken in rows if spoken)


def within(times: list[timedelta], share: int) -> timedelta | None:
    """Give the time within which `share` percent of the talks came: one that really occurred (nearest rank)."""
    return times[-(-share * len(times) // 100) - 1] if times else None


@dataclass(frozen=True)
class Thanks:
    """What the team did between two moments."""

    talks: int
    """Tenants spoken to."""
    due: int
    """Promises that were due."""
    kept: int


def last_talk(session: Session, *, since: datetime, until: datetime) -> datetime | None:
    """Give the moment of the last talk with a tenant between two moments."""
    query = select(Contact.at).where(
        col(Contact.at) >= since, col(Contact.at) < until, col(Contact.outcome).in_(SPOKEN)
    )
    return session.exec(query.order_by(col(Contact.at).desc()).limit(1)).first()


def thanks(session: Session, *, begin: datetime, end: datetime) -> Thanks:
    """Count the tenants whom the team spoke to, and the promises that were due."""
    talks = select(sa.func.count(sa.distinct(col(Contact.tenant_id)))).where(
        col(Contact.at) >= begin, col(Contact.at) < end, col(Contact.outcome).in_(SPOKEN)
    )
    due = promises(session, col(Case.promised_before) >= begin, col(Case.promised_before) < end, as_of=end)
    kept = due.get(Promise.KEPT, 0)
    return Thanks(session.exec(talks).one(), kept + due.get(Promise.BROKEN, 0), kept)


@dataclass(frozen=True)
class Attention:
    """What a coordinator should look at."""

    late: int
    owed: int
    """Of the late ones: who was told the time, cannot be texted, and must hear an apology from a person."""
    unread: int
    unread_since: datetime | None
    dead_numbers: int
    unknown: int
    """Texts and calls of which we cannot know whether they arrived."""
    to_visit: int
    """Doorbells for the caretaker to ring."""
    stuck_since: datetime | None
    """Since when work that was written down waits to be done; None when nothing is stuck."""
    danger: int = 0
    """Alarms that nobody has answered for yet."""
    skipped: int = 0
    """Tenants who wait, and whom colleagues skip time and again."""
    paused: tuple[tuple[int, str], ...] = ()
    """Campaigns that stand still, by id and name."""
    aftercare: Waiting = NOTHING_WAITS

    def __bool__(self) -> bool:
        counts = (self.danger, self.late, self.skipped, self.unread, self.dead_numbers, self.unknown, self.to_visit)
        return bool(any(counts) or self.stuck_since or self.paused or self.aftercare)


def attention(session: Session, *, now: datetime) -> Attention:
    """Count what wants a coordinator's attention."""
    unread, unread_since = count_unread(session)
    unknown = sum(
        session.exec(select(sa.func.count()).select_from(kind).where(kind.state == DeliveryState.UNKNOWN)).one()
        for kind in (Message, Call)
    )
    dead = select(sa.func.count()).select_from(PhoneNumber).where(PhoneNumber.closed_reason == "dead")
    long_ago = now - timedelta(minutes=STUCK_MINUTES)
    stuck = (
        session.exec(
            select(sa.func.min(col(OutboxEntry.created_at))).where(
                col(OutboxEntry.done_at).is_(None), col(OutboxEntry.created_at) < long_ago
            )
        ).one(),
        session.exec(
            select(sa.func.min(col(ProviderEvent.received_at))).where(
                col(ProviderEvent.handled_at).is_(None), col(ProviderEvent.received_at) < long_ago
            )
        ).one(),
    )
    return Attention(
        late=session.exec(select(sa.func.count()).select_from(Case).where(is_late(now))).one(),
        owed=session.exec(select(sa.func.count()).select_from(Case).where(is_late(now), is_owed_an_apology())).one(),
        unread=unread,
        unread_since=unread_since,
        dead_numbers=session.exec(dead).one(),
        unknown=unknown,
        to_visit=count_to_visit(session),
        stuck_since=min((since for since in stuck if since is not None), default=None),
        danger=len(ringing(session)),
        skipped=session.exec(
            select(sa.func.count()).select_from(Case).where(is_waiting(now), Case.skips >= OFTEN)
        ).one(),
        paused=paused_campaigns(session),
        aftercare=aftercare_waiting(session),
    )


@dataclass(frozen=True)
class Colleague:
    """Somebody who helps now."""

    name: str
    holds: int
    """Cases in hand."""
    talks: int
    """Tenants spoken to today."""


def colleagues(session: Session, *, today: datetime, now: datetime) -> list[Colleague]:
    """List who holds a case or was seen in the last ten minutes."""
    holds = (
        sa.select(sa.func.count())
        .where(col(Case.claimed_by) == col(Staff.id), col(Case.state).in_(HELD))
        .correlate(Staff)
        .scalar_subquery()
    )
    talks = (
        sa.select(sa.func.count(sa.distinct(col(Contact.tenant_id))))
        .where(col(Contact.staff_id) == col(Staff.id), col(Contact.at) >= today, col(Contact.outcome).in_(SPOKEN))
        .correlate(Staff)
        .scalar_subquery()
    )
    seen = col(Staff.last_seen_at) > now - timedelta(minutes=HERE_MINUTES)
    statement = select(Staff.name, holds, talks).where(Staff.active, sa.or_(holds > 0, seen)).order_by(Staff.name)
    return [Colleague(*row) for row in session.exec(statement)]


def version(session: Session) -> int:
    """Give the number that changes whenever anything happens: the last line of the timeline."""
    return session.exec(select(sa.func.max(col(TimelineEntry.id)))).one() or 0


@dataclass(frozen=True)
class Talk:
    """One earlier try by a person."""

    contact_id: int
    at: datetime
    colleague: str
    outcome: ContactOutcome
    note: str
    tenant_note: str


def talks_with(session: Session, *, tenant_id: int, limit: int = 20) -> list[Talk]:
    """List earlier tries to reach a tenant, newest first."""
    statement = (
        select(Contact, Staff.name)
        .join(Staff, col(Staff.id) == col(Contact.staff_id))
        .where(Contact.tenant_id == tenant_id)
        .order_by(col(Contact.at).desc(), col(Contact.id).desc())
        .limit(limit)
    )
    rows = session.exec(statement)
    return [Talk(one.id or 0, one.at, name, one.outcome, one.note, one.tenant_note) for one, name in rows]


@dataclass(frozen=True)
class Card:
    """One tenant with the case that matters: the one asked for, else the open one."""

    tenant: Tenant
    case: Case | None
    holder: str | None
    words: str
    by_text: bool
    """The words were written, not pressed."""


def find_card(session: Session, *, case_id: int | None = None, tenant_id: int | None = None) -> Card | None:
    """Give the card of a case, or of a tenant with the case that is open."""
    statement = (
        select(Tenant, Case, Staff.name, Reply)
        .join(Case, sa.and_(col(Case.tenant_id) == col(Tenant.id), _which(case_id)), isouter=case_id is None)
        .join(Staff, col(Staff.id) == col(Case.claimed_by), isouter=True)
        .join(Reply, col(Reply.id) == col(Case.reply_id), isouter=True)
    )
    if tenant_id is not None:
        statement = statement.where(Tenant.id == tenant_id)
    found = session.exec(statement).first()
    if found is None:
        return None
    tenant, case, holder, reply = found
    return Card(tenant, case, holder if case and case.state in HELD else None, *_words(reply))


def _words(reply: Reply | None) -> tuple[str, bool]:
    return (reply.text, reply.channel is AskedBy.TEXT) if reply else ("", False)


def _which(case_id: int | None) -> Any:
    return col(Case.state).in_(OPEN) if case_id is None else col(Case.id) == case_id
