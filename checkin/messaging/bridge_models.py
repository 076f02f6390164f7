"""A bridged call: two calls of ours that are joined, one to a colleague and one to a tenant."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from checkin.db import Named
from checkin.domain.bridges import BridgeEnd, BridgeState

UNDER_WAY = sa.text("state <> 'over'")


class Bridge(SQLModel, table=True):
    """One call through the system. Its id is that of the call to the colleague.

    Nobody is in two of them: of two clicks at once, or of two colleagues, the database lets one through.
    """

    __tablename__ = "bridge"
    __table_args__ = (
        sa.Index("uq_bridge_case", "case_id", unique=True, sqlite_where=UNDER_WAY, postgresql_where=UNDER_WAY),
        sa.Index("uq_bridge_staff", "staff_id", unique=True, sqlite_where=UNDER_WAY, postgresql_where=UNDER_WAY),
        sa.Index("uq_bridge_number", "number", unique=True, sqlite_where=UNDER_WAY, postgresql_where=UNDER_WAY),
    )

    id: str = Field(primary_key=True, max_length=32)
    case_id: int = Field(foreign_key="case.id", index=True)
    staff_id: int = Field(foreign_key="staff.id", index=True)
    tenant_id: int = Field(foreign_key="tenant.id", index=True)
    number: str
    """The tenant's number that is rung."""
    tenant_call_id: str | None = Field(default=None, foreign_key="call.id", unique=True, max_length=32)
    """The call to the tenant; there is none before the colleague pressed the key."""
    state: BridgeState = Field(default=BridgeState.RINGING_COLLEAGUE, sa_type=Named(BridgeState))
    started_at: datetime
    accepted_at: datetime | None = None
    rang_at: datetime | None = None
    """When the tenant's telephone rang."""
    answered_at: datetime | None = None
    over_at: datetime | None = None
    minutes: int = 0
    """How long the two spoke."""
    end: BridgeEnd | None = Field(default=None, sa_type=Named(BridgeEnd))
