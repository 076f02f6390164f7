"""The newest word on the pace: what was decided last, and why, for the screens and for the next look."""

from datetime import datetime

from sqlmodel import Field, Session, SQLModel

from checkin.db import Named
from checkin.domain.pacing import Because

THE_ONE = 1
"""There is one pace, for all campaigns together: they ask for the same colleagues' time."""


class PaceNote(SQLModel, table=True):
    """What was decided when the pace was worked out last; its row is also the lock under which that happens."""

    __tablename__ = "pace_note"

    id: int = Field(default=THE_ONE, primary_key=True)
    at: datetime
    turn: int = 0
    """Which campaign goes first takes turns."""
    because: Because = Field(default=Because.ALL_LEFT, sa_type=Named(Because))
    per_hour: int = 0
    people: int = 0
    until: datetime | None = None
    """Until when the number of people on duty stays as it is."""
    waiting: int = 0
    expected: int = 0
    """How many of those who were asked are still expected to say yes."""
    planned: int = 0
    """How many still wait to be asked."""


def newest_pace(session: Session) -> PaceNote | None:
    """Give what was decided last, if the pace was ever worked out."""
    return session.get(PaceNote, THE_ONE)
