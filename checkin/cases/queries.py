"""What the screens ask about tenants who wait for a person."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from checkin.cases import promising
from checkin.cases.models import Case, Contact, Wish
from checkin.cases.order import is_waiting, work_order
from checkin.domain.attempts import AskedBy
from checkin.domain.cases import CaseKind, CaseState, ContactOutcome
from checkin.domain.handing_on import OFTEN
from checkin.domain.next_case import Lane
from checkin.domain.nudges import AGREED_WITHIN
from checkin.outreach.models import Reply
from checkin.staff.models import Staff, Team
from checkin.tenants.finding import matching
from checkin.tenants.models import Tenant
from checkin.tenants.naming import TenantName, name_of
from checkin.tenants.phones import masked

HELD = (CaseState.CLAIMED, CaseState.CONTACTED)
OPEN = (CaseState.WAITING, *HELD)
PAGE = 50
MOST_FOUND = 500
MOST_LOOKED_AT = 5000
"""So many open cases say which neighbourhoods there are to choose from."""


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
    language: str = "nl"
    heard_at: datetime | None = None
    """When the tenant wrote or rang again since a person last rang."""
    heard_by: AskedBy | None = None
    forwarded_by: str | None = None
    meant_for: int | None = None
    team: str | None = None
    skips: int = 0


@dataclass(frozen=True)
class Filter:
    """What a colleague chose to see of a tab."""

    search: str = ""
    team_id: int | None = None
    neighbourhood: str = ""
    language: str = ""
    often_skipped: bool = False
    found: frozenset[int] = frozenset()
    """The tenants who answer to the search: see `search_for`."""

    def __bool__(self) -> bool:
        return self != Filter()

    def where(self) -> list[Any]:
        """Say in SQL which cases remain."""
        chosen: list[Any] = []
        if self.team_id is not None:
            chosen.append(col(Case.team_id) == self.team_id)
        if self.often_skipped:
            chosen.append(col(Case.skips) >= OFTEN)
        if self.search:
            chosen.append(col(Case.tenant_id).in_(self.found))
        tenants: list[Any] = []
        if self.neighbourhood:
            tenants.append(col(Tenant.neighbourhood) == self.neighbourhood)
        if self.language:
            tenants.append(col(Tenant.language) == self.language)
        if tenants:
            chosen.append(col(Case.tenant_id).in_(select(Tenant.id).where(*tenants)))
        return chosen


NOTHING = Filter()


@dataclass(frozen=True)
class Choices:
    """What a colleague may choose from."""

    teams: tuple[tuple[int, str], ...]
    neighbourhoods: tuple[str, ...]
    languages: tuple[str, ...]


@dataclass(frozen=True)
class Waiting:
    """How many wait, and since when the first does."""

    count: int
    since: datetime | None


def is_late(now: datetime) -> Any:
    """Say in SQL: the promised moment has passed and no person has rung; or nobody took it when that was agreed."""
    promised = sa.and_(
        col(Case.state).in_((CaseState.WAITING, CaseState.CLAIMED)),
        col(Case.promised_before) < now,
        col(Case.first_rang_at).is_(None),
    )
    agreed = sa.and_(
        col(Case.state) == CaseState.WAITING, col(Case.call_at) < now - AGREED_WITHIN, promising.was_agreed()
    )
    return sa.or_(promised, agreed)


def _in_tab(tab: Tab, staff_id: int, now: datetime) -> Any:
    hers = sa.and_(col(Case.claimed_by) == staff_id, col(Case.state).in_(HELD))
    return {
        Tab.MINE: sa.or_(hers, sa.and_(col(Case.meant_for) == staff_id, is_waiting(now))),
        Tab.WAITING: is_waiting(now),
        Tab.CALLBACK: sa.and_(col(Case.state) == CaseState.WAITING, col(Case.call_at) > now),
        Tab.LATE: is_late(now),
    }[tab]


BY_NEED: tuple[Any, ...] = tuple(work_order())
"""The order in which *Volgende huurder* hands them out."""
ORDER: dict[Tab, tuple[Any, ...]] = {
    # First what was forwarded to her and waits, then what she has in hand.
    Tab.MINE: (sa.case((col(Case.claimed_at).is_(None), 0), else_=1), col(Case.claimed_at), *BY_NEED),
    Tab.WAITING: BY_NEED,
    Tab.CALLBACK: (col(Case.call_at), col(Case.id)),
    Tab.LATE: BY_NEED,
}


MOST_COUNTED = 1000
"""Beyond this a tab says that there are more: counting 100,000 at every look would take longer than the page."""


def tab_counts(session: Session, *, staff_id: int, now: datetime, chosen: Filter = NOTHING) -> dict[Tab, int]:
    """Count the cases of every tab, as far as `MOST_COUNTED` and one more."""
    counts = [_counted(sa.and_(_in_tab(tab, staff_id, now), *chosen.where())) for tab in Tab]
    return dict(zip(Tab, session.connection().execute(sa.select(*counts)).one(), strict=True))


def _counted(condition: Any) -> Any:
    some = sa.select(col(Case.id)).where(condition).limit(MOST_COUNTED + 1).subquery()
    return sa.select(sa.func.count()).select_from(some).scalar_subquery()


def search_for(session: Session, chosen: Filter) -> Filter:
    """Find the tenants with an open case who answer to the search: once for the list and the counts of every tab."""
    if not chosen.search:
        return chosen
    query = (
        select(Case.tenant_id)
        .join(Tenant, col(Tenant.id) == col(Case.tenant_id))
        .where(col(Case.state).in_(OPEN), *matching(chosen.search))
        .limit(MOST_FOUND)
    )
    return replace(chosen, found=frozenset(session.exec(query)))


def work_list(
    session: Session, *, tab: Tab, staff_id: int, now: datetime, chosen: Filter = NOTHING, page: int = 1
) -> list[WorkRow]:
    """List one page of a tab; one row more than a page says that there is a next one.

    Of those who wait the page begins with the urgent ones, and whom somebody forwarded to this colleague or her team.
    """
    where = [_in_tab(tab, staff_id, now), *chosen.where()]
    first: list[WorkRow] = []
    if tab is Tab.WAITING and not chosen:
        on_top = _on_top(session, staff_id)
        if page == 1:
            first = _first_of_each(session, on_top, where, (sa.case((on_top[0], 0), else_=1), *BY_NEED), PAGE, now)
        where.append(~sa.or_(*on_top))
    query = select(Case.id).where(*where).order_by(*ORDER[tab])
    return first + _rows(session, query.offset((page - 1) * PAGE).limit(PAGE + 1 - len(first)), ORDER[tab], now)


def _on_top(session: Session, staff_id: int) -> list[Any]:
    """Say in SQL what stands on top of the list of this colleague: urgent, and forwarded to her or her team."""
    staff = session.get(Staff, staff_id)
    forwarded = col(Case.forwarded_at).is_not(None)
    hers = sa.and_(forwarded, col(Case.meant_for).is_not(None), col(Case.meant_for) == staff_id)
    found = [col(Case.lane) == Lane.URGENT, hers]
    if staff is not None and staff.team_id is not None:
        of_team = sa.and_(col(Case.team_id).is_not(None), col(Case.team_id) == staff.team_id)
        found.append(sa.and_(forwarded, col(Case.meant_for).is_(None), of_team))
    return found


def _first_of_each(
    session: Session, parts: list[Any], where: list[Any], order: tuple[Any, ...], limit: int, now: datetime
) -> list[WorkRow]:
    """List the first of several parts together: short lists by an index are quicker than one long list by “or”."""
    lists = [select(Case.id).where(*where, part).order_by(*BY_NEED).limit(limit).subquery() for part in parts]
    either = sa.union_all(*(sa.select(part.c.id) for part in lists)).subquery()
    chosen = select(Case.id).where(col(Case.id).in_(sa.select(either.c.id))).order_by(*order).limit(limit)
    return _rows(session, chosen, order, now)


def choices(session: Session) -> Choices:
    """Give the teams, and the neighbourhoods and languages of those who wait or are helped now."""
    some = select(Case.tenant_id).where(col(Case.state).in_(OPEN)).limit(MOST_LOOKED_AT)
    there = col(Tenant.id).in_(some)
    places = select(Tenant.neighbourhood).where(there, Tenant.neighbourhood != "").distinct()
    spoken = select(Tenant.language).where(there).distinct()
    teams = select(Team.id, Team.name).where(Team.active).order_by(Team.name)
    return Choices(
        teams=tuple((id_ or 0, name) for id_, name in session.exec(teams)),
        neighbourhoods=tuple(sorted(session.exec(places))),
        languages=tuple(sorted(session.exec(spoken))),
    )


def waiting_rows(session: Session, *, now: datetime, limit: int) -> list[WorkRow]:
    """List the first who wait, and those whom somebody is ringing now."""
    parts = [is_waiting(now), col(Case.state) == CaseState.CLAIMED]
    return _first_of_each(session, parts, [], BY_NEED, limit, now)


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
    hers = sa.and_(col(Case.claimed_by) == staff_id, col(Case.state).in_(HELD))
    order = (col(Case.claimed_at), col(Case.id))
    return _rows(session, select(Case.id).where(hers).order_by(*order).limit(PAGE), order, now)


def meant_for(session: Session, *, staff_id: int, now: datetime) -> list[WorkRow]:
    """List those who wait for this colleague: forwarded to her, or expecting her call now."""
    chosen = select(Case.id).where(col(Case.meant_for) == staff_id, is_waiting(now)).order_by(*BY_NEED)
    return _rows(session, chosen.limit(PAGE), BY_NEED, now)


def _rows(session: Session, chosen: Any, order: tuple[Any, ...], now: datetime) -> list[WorkRow]:
    # The ids first: sorting narrow rows by an index is what keeps a list of 100,000 quick, and most lists of a
    # colleague's own are empty.
    ids = session.connection().execute(chosen).scalars().all()
    if not ids:
        return []
    sender = aliased(Staff)
    columns: tuple[Any, ...] = (Case, is_late(now), Tenant, Reply, Wish, Staff.name, sender.name, Team.name)
    statement = (
        sa.select(*columns)
        .join(Tenant, col(Tenant.id) == col(Case.tenant_id))
        .join(Reply, col(Reply.id) == col(Case.reply_id), isouter=True)
        .join(Wish, col(Wish.id) == col(Case.wish_id), isouter=True)
        .join(Staff, col(Staff.id) == col(Case.claimed_by), isouter=True)
        .join(sender, col(sender.id) == col(Case.forwarded_by), isouter=True)
        .join(Team, col(Team.id) == col(Case.team_id), isouter=True)
        .where(col(Case.id).in_(ids))
        .order_by(*order)
    )
    return [_row(now, *row) for row in session.execute(statement)]


def _row(
    now: datetime,
    case: Case,
    passed: Any,
    tenant: Tenant,
    reply: Reply | None,
    wish: Wish | None,
    holder: str | None,
    sender: str | None,
    team: str | None,
) -> WorkRow:
    held, late = case.state in HELD, bool(passed)
    # The newest words count: of a text, or of what a colleague heard in another call.
    said = wish if wish is not None and (reply is None or wish.at > reply.received_at) else None
    return WorkRow(
        case_id=case.id or 0,
        tenant_id=case.tenant_id,
        name=name_of(tenant),
        kind=case.kind,
        status=_status(case, late=late, now=now),
        late=late,
        words=said.words if said else reply.text if reply else "",
        channel=reply.channel if reply and not said else None,
        answered_at=said.at if said else reply.received_at if reply else case.opened_at,
        promised_before=case.promised_before,
        told=case.told_at is not None,
        again_before=case.again_before,
        rung=case.first_rang_at is not None,
        call_at=case.call_at,
        holder=holder if held else None,
        holder_id=case.claimed_by if held else None,
        claimed_at=case.claimed_at,
        number=masked(tenant.mobile or tenant.landline or tenant.phone_2 or ""),
        language=tenant.language,
        heard_at=case.heard_at,
        heard_by=case.heard_by,
        forwarded_by=sender if case.forwarded_at and not held else None,
        meant_for=case.meant_for,
        team=team,
        skips=case.skips,
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
