"""What the pages about colleagues ask: everybody with team and tenants in hand, teams, and open invitations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlmodel import Session, col

from checkin.cases.models import Case
from checkin.domain.cases import CaseState
from checkin.domain.office_hours import Calendar
from checkin.domain.roster import Member, is_on_duty
from checkin.staff import roster
from checkin.staff.colleagues import languages_of
from checkin.staff.invitations import is_open
from checkin.staff.models import Invitation, Role, Staff, Team

HELD = (CaseState.CLAIMED, CaseState.CONTACTED)


@dataclass(frozen=True)
class Person:
    """One colleague in the list."""

    id: int
    name: str
    email: str
    role: Role
    team: str
    languages: Sequence[str]
    has_phone: bool
    has_hours: bool
    on_duty_until: datetime | None
    rests_until: datetime | None
    holds: int
    active: bool


def everybody(session: Session, *, office: Calendar, now: datetime, active: bool = True) -> list[Person]:
    """List the colleagues by name, with what they hold and whether they ring back now."""
    held = (
        select(col(Case.claimed_by).label("staff_id"), func.count().label("holds"))
        .where(col(Case.state).in_(HELD))
        .group_by(col(Case.claimed_by))
        .subquery()
    )
    query = (
        select(Staff, col(Team.name), held.c.holds)
        .outerjoin(Team, col(Team.id) == col(Staff.team_id))
        .outerjoin(held, held.c.staff_id == col(Staff.id))
        .where(col(Staff.active).is_(active))
        .order_by(func.lower(col(Staff.name)), col(Staff.id))
    )
    members = roster.members(session, now=now)
    return [
        _person(staff, team or "", holds or 0, members.get(staff.id or 0, Member()), office, now)
        for staff, team, holds in session.execute(query)
    ]


def _person(staff: Staff, team: str, holds: int, member: Member, office: Calendar, now: datetime) -> Person:
    running = is_on_duty(member, now=now, office=office) if staff.active else None
    return Person(
        id=staff.id or 0,
        name=staff.name,
        email=staff.email,
        role=staff.role,
        team=team,
        languages=languages_of(staff),
        has_phone=staff.phone is not None,
        has_hours=member.weekly is not None,
        on_duty_until=running[1] if running else None,
        rests_until=staff.rests_until if staff.rests_until and staff.rests_until > now else None,
        holds=holds,
        active=staff.active,
    )


@dataclass(frozen=True)
class Pending:
    """An invitation with which somebody may still come in."""

    invitation: Invitation
    team: str


def open_invitations(session: Session, *, now: datetime) -> list[Pending]:
    """List the invitations that still open something, the newest first."""
    query = (
        select(Invitation, col(Team.name))
        .outerjoin(Team, col(Team.id) == col(Invitation.team_id))
        .where(
            col(Invitation.withdrawn_at).is_(None),
            col(Invitation.used) < col(Invitation.most),
            col(Invitation.ends_at) > now,
        )
        .order_by(col(Invitation.id).desc())
    )
    found = [Pending(invitation, team or "") for invitation, team in session.execute(query)]
    return [one for one in found if is_open(one.invitation, now)]


@dataclass(frozen=True)
class TeamRow:
    """One team, with how many work in it."""

    team: Team
    people: int


def team_rows(session: Session) -> list[TeamRow]:
    """List every team, also those that were given up."""
    counted = (
        select(col(Staff.team_id), func.count().label("people")).where(col(Staff.active)).group_by(col(Staff.team_id))
    ).subquery()
    query = (
        select(Team, counted.c.people)
        .outerjoin(counted, counted.c.team_id == col(Team.id))
        .order_by(col(Team.active).desc(), func.lower(col(Team.name)))
    )
    return [TeamRow(team, people or 0) for team, people in session.execute(query)]
