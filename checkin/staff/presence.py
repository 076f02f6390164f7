"""Who is on duty at this moment: which team she is of, and what she speaks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session, col

from checkin.domain.office_hours import Calendar
from checkin.domain.roster import is_on_duty
from checkin.staff import roster
from checkin.staff.models import Staff


@dataclass(frozen=True)
class Present:
    """One colleague on duty."""

    id: int
    team_id: int | None
    languages: frozenset[str]


def languages_of(spoken: str) -> frozenset[str]:
    """Read the languages of a colleague, kept as `nl en tr`."""
    return frozenset(spoken.split())


def on_duty(session: Session, *, now: datetime, office: Calendar) -> list[Present]:
    """List the colleagues who ring back now: by the roster, or because they said so.

    Where there is no roster, whoever did something on screen just now is at work.
    """
    members = roster.members(session, now=now)
    here = {id_ for id_, member in members.items() if is_on_duty(member, now=now, office=office)}
    query = select(col(Staff.id), col(Staff.team_id), col(Staff.spoken_languages)).where(col(Staff.active))
    if any(member.weekly or member.exceptions for member in members.values()):
        query = query.where(col(Staff.id).in_(here))
    else:
        query = query.where(col(Staff.id).in_(here) | (col(Staff.last_seen_at) > now - roster.SEEN_LATELY))
    return [Present(id_, team, languages_of(spoken)) for id_, team, spoken in session.execute(query)]
