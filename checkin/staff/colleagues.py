"""What can change about a colleague: facts, team, rest after a heavy talk, and leaving."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlmodel import Session, col

from checkin.domain.errors import Refused
from checkin.staff import roster, sessions
from checkin.staff.models import Role, Staff, Team
from checkin.staff.service import new_uniquifier

RESTS = (15, 30, 60)
"""Minutes of rest that somebody may choose after a heavy talk."""
HINTS = 3


def languages_of(staff: Staff) -> list[str]:
    """List the languages in which a colleague can ring a tenant."""
    return staff.spoken_languages.split()


def change_own(
    session: Session, *, staff_id: int, name: str, languages: Sequence[str], phone: str | None, case_limit: int | None
) -> None:
    """Keep what somebody says about herself."""
    staff = session.get_one(Staff, staff_id, with_for_update=True)
    staff.name, staff.phone, staff.case_limit = name.strip() or staff.name, phone, case_limit
    staff.spoken_languages = " ".join(languages) or "nl"
    session.add(staff)


def place(session: Session, *, staff_id: int, team_id: int | None, role: Role, by: Role) -> None:
    """Put a colleague in a team and give a role. Raises Refused("role_too_high") where only an administrator may."""
    staff = session.get_one(Staff, staff_id, with_for_update=True)
    if by is not Role.ADMINISTRATOR and role is not staff.role:
        raise Refused("role_too_high")
    if staff.role is Role.ADMINISTRATOR and role is not Role.ADMINISTRATOR:
        _keep_an_administrator(session, staff_id)
    staff.team_id, staff.role = team_id, role
    session.add(staff)


def leave(session: Session, *, staff_id: int, by: int, role: Role, now: datetime) -> None:
    """Close an account: every session ends at once, and what she held goes back to the list.

    Raises Refused: "not_yourself", "last_administrator", "role_too_high".
    """
    if staff_id == by:
        raise Refused("not_yourself")
    staff = session.get_one(Staff, staff_id, with_for_update=True)
    if role is not Role.ADMINISTRATOR and staff.role is not Role.STAFF:
        raise Refused("role_too_high")
    if staff.role is Role.ADMINISTRATOR:
        _keep_an_administrator(session, staff_id)
    staff.active, staff.fs_uniquifier = False, new_uniquifier()
    session.add(staff)
    sessions.end_all(session, staff_id)
    roster.set_hours(session, staff_id=staff_id, hours=None, by=by, now=now)


def come_back(session: Session, *, staff_id: int, role: Role) -> None:
    """Open a closed account again. Raises Refused("role_too_high") where only an administrator may."""
    staff = session.get_one(Staff, staff_id, with_for_update=True)
    if role is not Role.ADMINISTRATOR and staff.role is not Role.STAFF:
        raise Refused("role_too_high")
    staff.active = True
    session.add(staff)
    session.info[roster.CHANGED] = True


def _keep_an_administrator(session: Session, leaving: int) -> None:
    others = select(func.count()).where(
        col(Staff.role) == Role.ADMINISTRATOR, col(Staff.active), col(Staff.id) != leaving
    )
    if not session.execute(others).scalar_one():
        raise Refused("last_administrator")


def rest(session: Session, *, staff_id: int, minutes: int, now: datetime) -> datetime:
    """Offer a colleague nothing new for a while, as after a heavy talk; give until when."""
    until = now + timedelta(minutes=minutes)
    staff = session.get_one(Staff, staff_id, with_for_update=True)
    staff.rests_until = until
    session.add(staff)
    return until


def end_rest(session: Session, *, staff_id: int) -> None:
    """Note that a colleague is there again."""
    staff = session.get_one(Staff, staff_id, with_for_update=True)
    staff.rests_until = None
    session.add(staff)


def read_hints(session: Session, *, staff_id: int) -> None:
    """Note that the hints of a first day were read; they never come back."""
    staff = session.get_one(Staff, staff_id, with_for_update=True)
    staff.hints_seen = HINTS
    session.add(staff)


def add_team(session: Session, name: str) -> Team:
    """Make a team. Raises Refused: "name_missing", "team_taken"."""
    plain = " ".join(name.split())
    if not plain:
        raise Refused("name_missing")
    _free_name(session, plain, None)
    team = Team(name=plain)
    session.add(team)
    session.flush()
    return team


def rename_team(session: Session, *, team_id: int, name: str, active: bool) -> None:
    """Change the name of a team, or give it up. Raises Refused: "name_missing", "team_taken"."""
    plain = " ".join(name.split())
    if not plain:
        raise Refused("name_missing")
    _free_name(session, plain, team_id)
    team = session.get_one(Team, team_id, with_for_update=True)
    team.name, team.active = plain, active
    session.add(team)


def _free_name(session: Session, name: str, of: int | None) -> None:
    taken = select(col(Team.id)).where(func.lower(col(Team.name)) == name.lower(), col(Team.id) != (of or 0))
    if session.execute(taken).first() is not None:
        raise Refused("team_taken")


def teams(session: Session, *, given_up: bool = False) -> list[Team]:
    """List the teams by name."""
    query = select(Team).order_by(func.lower(col(Team.name)))
    return list(session.execute(query if given_up else query.where(col(Team.active))).scalars())
