"""What the screens ask about tenants who wait for a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from checkin.cases.models import Case, CaseSkip, Contact
from checkin.cases.order import is_waiting, work_order
from checkin.domain.attempts import AskedBy
from checkin.domain.cases import CaseKind, CaseState, ContactOutcome
from checkin.domain.handing_on import SkipReason
from checkin.outreach.models import Reply
from checkin.staff.models import Staff, Team
from checkin.tenants.models import Tenant
from checkin.tenants.naming import TenantName, name_of
from checkin.tenants.phones import masked

HELD = (CaseState.CLAIMED, CaseState.CONTACTED)
OPEN = (CaseState.WAITING, *HELD)
PAGE = 50
NUMBERS = (Tenant.mobile, Tenant.landline, Tenant.phone_2)
LEAST_DIGITS = 3
"""Fewer digits than this are looked for as text: a house number, not a telephone number."""


class Tab(StrEnum):
    """The parts of the work list."""

    MINE = "mine"
    WAITING = "waiting"
    CALLBACK = "callback"
    LATE = "late"


class Status(StrEnum):
    """The one tag that a row shows, by its name on screen."""

    URGENT = "spoed"
    LATE = "laat"
    WAITING = "wacht"
    BUSY = "bezig"
    CALL_BACK = "terugbellen"
    SPOKEN = "gesproken"


@dataclass(frozen=True)
class WorkRow:
    """One tenant on the work list."""

    case_id: int
    tenant_id: int
    name: TenantName
    kind: CaseKind
    status: Status
    late: bool
    words: str
    """The tenant's last words, or the keys that were pressed."""
    channel: AskedBy | None
    answered_at: datetime
    promised_before: datetime | None
    told: bool
    """The tenant heard that moment."""
    again_before: datetime | None
    """The new moment of an apology, when the first was missed."""
    rung: bool
    """A person rang already, so the promise is no longer waiting to be kept."""
    call_at: datetime | None
    holder: str | None
    holder_id: int | None
    claimed_at: datetime | None
    number: str
    """Masked: the whole number is for whoever took the case."""


@dataclass(frozen=True)
class Waiting:
    """How many wait, and since when the first does."""

    count: int
    since: datetime | None


def is_late(now: datetime) -> Any:
    """Say in SQL: the promised moment has passed and no person has rung."""
    return sa.and_(
        col(Case.state).in_((CaseState.WAITING, CaseState.CLAIMED)),
        col(Case.promised_before) < now,
        col(Case.first_rang_at).is_(None),
    )


def _in_tab(tab: Tab, staff_id: int, now: datetime) -> Any:
    return {
        Tab.MINE: sa.and_(col(Case.claimed_by) == staff_id, col(Case.state).in_(HELD)),
        Tab.WAITING: is_waiting(now),
        Tab.CALLBACK: sa.and_(col(Case.state) == CaseState.WAITING, col(Case.call_at) > now),
        Tab.LATE: is_late(now),
    }[tab]


BY_NEED: tuple[Any, ...] = tuple(work_order())
"""The order in which *Volgende huurder* hands them out."""
ORDER: dict[Tab, tuple[Any, ...]] = {
    Tab.MINE: (col(Case.claimed_at), col(Case.id)),
    Tab.WAITING: BY_NEED,
    Tab.CALLBACK: (col(Case.call_at), col(Case.id)),
    Tab.LATE: BY_NEED,
}


MOST_COUNTED = 1000
"""Beyond this a tab says that there are more: counting 100,000 at every look would take longer than the page."""


def tab_counts(session: Session, *, staff_id: int, now: datetime) -> dict[Tab, int]:
    """Count the cases of every tab, as far as `MOST_COUNTED` and one more."""
    counts = [_counted(_in_tab(tab, staff_id, now)) for tab in Tab]
    return dict(zip(Tab, session.connection().execute(sa.select(*counts)).one(), strict=True))


def _counted(condition: Any) -> Any:
    some = sa.select(col(Case.id)).where(condition).limit(MOST_COUNTED + 1).subquery()
    return sa.select(sa.func.count()).select_from(some).scalar_subquery()


def work_list(
    session: Session, *, tab: Tab, staff_id: int, now: datetime, search: str = "", page: int = 1
) -> list[WorkRow]:
    """List one page of a tab; one row more than a page says that there is a next one."""
    chosen = select(Case.id).where(_in_tab(tab, staff_id, now), *_matching(search)).order_by(*ORDER[tab])
    return _rows(session, chosen.offset((page - 1) * PAGE).limit(PAGE + 1), ORDER[tab], now)


def waiting_rows(session: Session, *, now: datetime, limit: int) -> list[WorkRow]:
    """List the first who wait, and those whom somebody is ringing now."""
    # Two short lists by the index are quicker than one long list by "waiting or claimed".
    parts = (is_waiting(now), col(Case.state) == CaseState.CLAIMED)
    first = [select(Case.id).where(part).order_by(*BY_NEED).limit(limit).subquery() for part in parts]
    either = sa.union_all(*(sa.select(part.c.id) for part in first)).subquery()
    chosen = select(Case.id).where(col(Case.id).in_(sa.select(either.c.id))).order_by(*BY_NEED).limit(limit)
    return _rows(session, chosen, BY_NEED, now)


def call_backs_of(session: Session, *, staff_id: int, until: datetime, now: datetime) -> list[WorkRow]:
    """List the calls that this colleague agreed to make before `until`, in order of time."""
    agreed = (
        sa.exists()
        .where(
            col(Contact.case_id) == col(Case.id),
            col(Contact.staff_id) == staff_id,
            col(Contact.call_at) == col(Case.call_at),
        )
        .correlate(Case)
    )
    order = (col(Case.call_at), col(Case.id))
    chosen = select(Case.id).where(
        col(Case.state).in_(OPEN),
        col(Case.call_at) < until,
        sa.or_(col(Case.claimed_by) == staff_id, sa.and_(col(Case.claimed_by).is_(None), agreed)),
    )
    return _rows(session, chosen.order_by(*order).limit(PAGE), order, now)


def held_by(session: Session, *, staff_id: int, now: datetime) -> list[WorkRow]:
    """List the cases that this colleague holds."""
    return work_list(session, tab=Tab.MINE, staff_id=staff_id, now=now)


def _rows(session: Session, chosen: Any, order: tuple[Any, ...], now: datetime) -> list[WorkRow]:
    # The ids first: sorting narrow rows by an index is what keeps a list of 100,000 quick.
    ids = chosen.subquery()
    statement = (
        select(Case, Tenant, Reply, Staff.name)
        .join(ids, ids.c.id == col(Case.id))
        .join(Tenant, col(Tenant.id) == col(Case.tenant_id))
        .join(Reply, col(Reply.id) == col(Case.reply_id), isouter=True)
        .join(Staff, col(Staff.id) == col(Case.claimed_by), isouter=True)
        .order_by(*order)
    )
    return [_row(now, *row) for row in session.exec(statement)]


def _row(now: datetime, case: Case, tenant: Tenant, reply: Reply | None, holder: str | None) -> WorkRow:
    late = case.first_rang_at is None and case.promised_before is not None and case.promised_before < now
    held = case.state in HELD
    return WorkRow(
        case_id=case.id or 0,
        tenant_id=case.tenant_id,
        name=name_of(tenant),
        kind=case.kind,
        status=_status(case, late=late, now=now),
        late=late,
        words=reply.text if reply else "",
        channel=reply.channel if reply else None,
        answered_at=reply.received_at if reply else case.opened_at,
        promised_before=case.promised_before,
        told=case.told_at is not None,
        again_before=case.again_before,
        rung=case.first_rang_at is not None,
        call_at=case.call_at,
        holder=holder if held else None,
        holder_id=case.claimed_by if held else None,
        claimed_at=case.claimed_at,
        number=masked(tenant.mobile or tenant.landline or tenant.phone_2 or ""),
    )


def _status(case: Case, *, late: bool, now: datetime) -> Status:
    if case.state is CaseState.CLAIMED:
        return Status.BUSY
    if case.state in {CaseState.CONTACTED, CaseState.CLOSED}:
        return Status.SPOKEN
    if case.urgent:
        return Status.URGENT
    if late:
        return Status.LATE
    return Status.CALL_BACK if case.call_at and case.call_at > now else Status.WAITING


def _matching(search: str) -> list[Any]:
    """Say in SQL that every word is in the name or address, or that the digits are in a telephone number."""
    words = search[:100].split()
    if not words:
        return []
    digits = "".join(letter for letter in search if letter.isascii() and letter.isdigit())
    found = sa.and_(*(_word(word) for word in words))
    if len(digits) >= LEAST_DIGITS and not any(letter.isalpha() for letter in search):
        # People write 06 12, files hold +31612: the country code and the zero before it are left out.
        bare = digits.removeprefix("0031").removeprefix("31").removeprefix("0") or digits
        found = sa.or_(found, *(col(number).contains(bare, autoescape=True) for number in NUMBERS))
    return [col(Case.tenant_id).in_(select(Tenant.id).where(found))]


def _word(word: str) -> Any:
    places = (Tenant.last_name, Tenant.first_name, Tenant.name_prefix, Tenant.street, Tenant.city)
    whole = (Tenant.house_number, Tenant.external_ref)
    return sa.or_(
        *(col(place).icontains(word, autoescape=True) for place in places), *(col(place) == word for place in whole)
    )


def waiting(session: Session, *, now: datetime) -> Waiting:
    """Tell how many tenants may be rung now, and since when the first of them waits."""
    statement = select(sa.func.count(), sa.func.min(col(Case.opened_at))).where(is_waiting(now))
    count, since = session.exec(statement).one()
    return Waiting(count, since)


def holder_of(session: Session, *, case_id: int) -> str | None:
    """Tell who holds a case."""
    statement = select(Staff.name).join(Case, col(Case.claimed_by) == col(Staff.id)).where(Case.id == case_id)
    return session.exec(statement).first()


def missed_at(session: Session, *, case_id: int) -> list[datetime]:
    """List when a person rang for a case and reached nobody."""
    statement = select(Contact.at).where(Contact.case_id == case_id, Contact.outcome == ContactOutcome.NOT_REACHED)
    return list(session.exec(statement))


def name_of_case(session: Session, *, case_id: int) -> TenantName:
    """Give the name of the tenant of a case."""
    statement = select(Tenant).join(Case, col(Case.tenant_id) == col(Tenant.id)).where(Case.id == case_id)
    return name_of(session.exec(statement).one())


@dataclass(frozen=True)
class Skipped:
    """One time that a colleague left a tenant to another."""

    by: str
    at: datetime
    reason: SkipReason
    words: str


@dataclass(frozen=True)
class Handed:
    """How a case came where it is."""

    forwarded_by: str | None
    forwarded_to: str | None
    """The team or colleague whom it is meant for."""
    skipped: tuple[Skipped, ...]


def handed(session: Session, case: Case) -> Handed:
    """Tell who forwarded a case to whom, and who skipped it."""
    names = dict(
        session.exec(select(Staff.id, Staff.name).where(col(Staff.id).in_([case.forwarded_by, case.meant_for]))).all()
    )
    team = session.get(Team, case.team_id) if case.team_id and not case.meant_for else None
    skips = (
        select(Staff.name, CaseSkip.at, CaseSkip.reason, CaseSkip.words)
        .join(CaseSkip, col(CaseSkip.staff_id) == col(Staff.id))
        .where(CaseSkip.case_id == case.id)
        .order_by(col(CaseSkip.at).desc())
    )
    return Handed(
        forwarded_by=names.get(case.forwarded_by),
        forwarded_to=team.name if team else names.get(case.meant_for),
        skipped=tuple(Skipped(by, at, SkipReason(reason), words) for by, at, reason, words in session.exec(skips)),
    )
