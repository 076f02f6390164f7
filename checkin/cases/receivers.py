"""To whom a case may be forwarded: teams and colleagues, what they have open, and from when they are there."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from checkin.cases.models import Case
from checkin.domain.cases import CaseState
from checkin.domain.handing_on import Receiver
from checkin.domain.office_hours import Calendar
from checkin.domain.roster import Member, duty_of, is_on_duty
from checkin.staff import roster
from checkin.staff.models import Staff, Team

LOOKS_AHEAD_DAYS = 21
"""Who has no hours within this is away for long."""
SEEN_WITHIN = timedelta(days=14)
"""Where there is no roster: who did nothing on screen for longer than this is away."""


@dataclass(frozen=True)
class Person:
    """A colleague, what she has open, and when she is there."""

    name: str
    team_id: int | None
    open: int
    receiver: Receiver


@dataclass(frozen=True)
class OpenTeam:
    """A team, and what it has open."""

    id: int
    name: str
    open: int


@dataclass(frozen=True)
class Receivers:
    """Everybody who could receive a case."""

    teams: tuple[OpenTeam, ...]
    people: tuple[Person, ...]

    def team(self, team_id: int) -> OpenTeam | None:
        """Give an active team."""
        return next((one for one in self.teams if one.id == team_id), None)

    def receiver(self, staff_id: int | None) -> Receiver:
        """Give a colleague as the rules know her; whoever may not sign in is not active."""
        found = (one.receiver for one in self.people if one.receiver.id == staff_id)
        return next(found, Receiver(staff_id or 0, active=False))


def receivers(session: Session, *, office: Calendar, now: datetime) -> Receivers:
    """List the active teams and colleagues."""
    members = roster.members(session, now=now)
    has_roster = any(member.weekly or member.exceptions for member in members.values())
    of_people, of_teams = _open(session)
    people = []
    for staff in session.exec(select(Staff).where(Staff.active).order_by(Staff.name)):
        id_ = staff.id or 0
        seen = staff.last_seen_at is not None and staff.last_seen_at > now - SEEN_WITHIN
        there_at = _there_at(members.get(id_, Member()), now, office) or (now if seen and not has_roster else None)
        people.append(Person(staff.name, staff.team_id, of_people[id_], Receiver(id_, there_at=there_at)))
    teams = session.exec(select(Team).where(Team.active).order_by(Team.name))
    return Receivers(tuple(OpenTeam(one.id or 0, one.name, of_teams[one.id or 0]) for one in teams), tuple(people))


def _there_at(member: Member, now: datetime, office: Calendar) -> datetime | None:
    if is_on_duty(member, now=now, office=office):
        return now
    return duty_of([member], now=now, office=office, days=LOOKS_AHEAD_DAYS).next_start(now)


def _open(session: Session) -> tuple[Counter[int], Counter[int]]:
    """Count what is open: of each colleague what she holds and what is meant for her, of each team what is its own."""
    open_ = col(Case.state) != CaseState.CLOSED
    hers = sa.func.coalesce(col(Case.claimed_by), col(Case.meant_for))

    def count(owner: Any) -> Counter[int]:
        query = sa.select(owner, sa.func.count()).where(open_, owner.is_not(None)).group_by(owner)
        counted: Counter[int] = Counter()
        for id_, number in session.connection().execute(query):
            counted[id_] = number
        return counted

    return count(hers), count(col(Case.team_id))
