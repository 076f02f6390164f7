"""How long a talk takes here: measured from taking a case to writing down what was said."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from statistics import median, pstdev

from sqlalchemy import func, select
from sqlmodel import Session, col

from checkin.cases.models import Contact
from checkin.domain.cases import SPOKEN
from checkin.domain.duty import Talk
from checkin.tenants.models import Happening, TimelineEntry

LATELY = timedelta(days=28)
MOST = 100
ENOUGH = 10
"""Fewer talks than this tell nothing yet."""
SHORTEST, LONGEST = 1.0, 90.0
"""A case that stayed open over lunch was no talk of two hours; one that was closed at once was spoken of before."""
LEAST_MINUTES = 5.0
"""However quick a team is, nobody is promised more than twelve talks an hour by one colleague."""


def measured_talk(session: Session, *, assumed_minutes: float, now: datetime) -> Talk:
    """Give what a talk takes: what the settings say, and the more talks there were lately, what those took."""
    assumed = Talk(assumed_minutes, assumed_minutes / 2)
    lengths = _lengths(session, now)
    if len(lengths) < ENOUGH:
        return assumed
    found = Talk.measured(assumed, count=len(lengths), minutes=median(lengths), spread=pstdev(lengths))
    return replace(found, minutes=max(found.minutes, min(LEAST_MINUTES, assumed_minutes)))


def _lengths(session: Session, now: datetime) -> list[float]:
    """List the minutes of the latest talks."""
    taken = (
        select(func.max(col(TimelineEntry.at)))
        .where(
            col(TimelineEntry.tenant_id) == col(Contact.tenant_id),
            col(TimelineEntry.case_id) == col(Contact.case_id),
            col(TimelineEntry.staff_id) == col(Contact.staff_id),
            col(TimelineEntry.happening) == Happening.CLAIMED,
            col(TimelineEntry.at) <= col(Contact.at),
        )
        .correlate(Contact)
        .scalar_subquery()
    )
    query = (
        select(col(Contact.at), taken)
        .where(col(Contact.outcome).in_(SPOKEN), col(Contact.at) > now - LATELY)
        .order_by(col(Contact.at).desc())
        .limit(MOST)
    )
    rows = ((at, since) for at, since in session.execute(query) if since is not None)
    return [min(max((at - since) / timedelta(minutes=1), SHORTEST), LONGEST) for at, since in rows]
