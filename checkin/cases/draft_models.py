"""What a colleague has typed about a talk and not recorded yet."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel


class ContactDraft(SQLModel, table=True):
    """The form about one case as one colleague left it: on any device it is found again, until it is recorded."""

    __tablename__ = "contact_draft"

    case_id: int = Field(primary_key=True, foreign_key="case.id")
    staff_id: int = Field(primary_key=True, foreign_key="staff.id")
    fields: list[Any] = Field(default_factory=list, sa_type=sa.JSON)
    """Pairs of name and value, as the form sends them."""
    version: str = Field(max_length=32)
    """Differs after every change: a browser knows by it whether another device has typed since."""
    saved_at: datetime = Field(index=True)
