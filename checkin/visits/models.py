"""A visit: a caretaker goes by and looks how a tenant is."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from checkin.db import Named
from checkin.domain.checkins import EndReason
from checkin.domain.visits import VisitOutcome


class Visit(SQLModel, table=True):
    """One tenant on the caretaker's list. A tenant stands on it once, however many campaigns did not reach them."""

    __tablename__ = "visit"
    __table_args__ = (
        sa.Index(
            "uq_visit_open",
            "tenant_id",
            unique=True,
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    tenant_id: int = Field(foreign_key="tenant.id", index=True)
    check_in_id: int | None = Field(default=None, foreign_key="check_in.id", index=True)
    reason: EndReason = Field(sa_type=Named(EndReason))
    """Why the telephone did not reach them."""
    opened_at: datetime
    tries: int = 0
    """How often nobody opened."""
    last_at: datetime | None = None
    outcome: VisitOutcome | None = Field(default=None, sa_type=Named(VisitOutcome))
    """The last one; empty after the end means: no longer needed, they were reached in another way."""
    closed_at: datetime | None = None
    staff_id: int | None = Field(default=None, foreign_key="staff.id")
    """Who wrote the outcome down."""
