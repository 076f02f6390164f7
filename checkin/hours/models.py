"""The times as they were and are: one row for every change, the newest holds."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel


class TimesChange(SQLModel, table=True):
    """All times after one change, whole: what changed is seen beside the row before it."""

    __tablename__ = "times_change"

    id: int | None = Field(default=None, primary_key=True)
    follows: int = Field(unique=True)
    """The change that this one was made from, 0 for the first: two people cannot both change the same times."""
    at: datetime
    staff_id: int | None = Field(default=None, foreign_key="staff.id")
    text_hours: str
    call_hours: str
    office_hours: str
    """Hours as the settings write them: `mon 09:00-12:00 13:00-17:00; tue …`."""
    holidays: list[str] = Field(sa_type=sa.JSON)
    """The names of the ticked holidays."""
    closed_days: list[dict[str, Any]] = Field(sa_type=sa.JSON)
    """The landlord's own days: `{"day": "2026-12-28", "from_minute": 720, "why": "Inventarisatie"}`."""
    postponed: int = 0
    """How many questions lay ready for a moment that this change closed: they leave later."""
