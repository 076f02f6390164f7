"""A recording of some words of the telephone menu."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from checkin.db import Named
from checkin.domain.sound import SoundKind


class Recording(SQLModel, table=True):
    """One version of one step of the menu in one language. It is played where exactly its words are to be said.

    The sound itself is in the database: several machines share nothing else, and it is small.
    """

    __tablename__ = "recording"
    __table_args__ = (
        sa.UniqueConstraint("language", "step", "version"),
        sa.Index(
            "uq_recording_active",
            "language",
            "step",
            unique=True,
            sqlite_where=sa.text("active"),
            postgresql_where=sa.text("active"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    language: str
    step: str
    """Where in the menu, as `messaging/recordable.py` names it."""
    version: int
    words: str
    """The sentences that were to be recorded, each on a line. When the menu says something else, it is not played."""
    kind: SoundKind = Field(sa_type=Named(SoundKind))
    seconds: float
    sha256: str
    token: str = Field(unique=True)
    """The address from which the provider fetches it; nobody can guess it."""
    active: bool = True
    content: bytes = Field(sa_type=sa.LargeBinary)
    uploaded_by: int | None = Field(default=None, foreign_key="staff.id")
    uploaded_at: datetime
