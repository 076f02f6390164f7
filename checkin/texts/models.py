"""The words of the house as they were and are: one row for every change, the newest of each holds."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel


class WordsChange(SQLModel, table=True):
    """One text or part of the menu in one language after one change."""

    __tablename__ = "words_change"
    __table_args__ = (sa.UniqueConstraint("language", "key", "version"),)

    id: int | None = Field(default=None, primary_key=True)
    language: str = Field(max_length=10)
    key: str = Field(max_length=40)
    """Which words: `S1`, `question`, `morning`."""
    version: int
    """Counted from 1; two people cannot both make the same one."""
    lines: list[str] | None = Field(default=None, sa_type=sa.JSON(none_as_null=True))
    """The words, one line for each sentence; nothing when they are again as checkin brings them."""
    at: datetime
    staff_id: int | None = Field(default=None, foreign_key="staff.id")
