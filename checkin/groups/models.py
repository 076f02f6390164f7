"""Saved target groups, and the rows of a selection file for as long as its campaign needs them."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from checkin.db import Named


class TargetGroup(SQLModel, table=True):
    """A rule under a name."""

    __tablename__ = "target_group"

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    rule: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)
    """As `domain/target_groups.py` writes and reads it."""
    created_by: int | None = Field(default=None, foreign_key="staff.id")
    created_at: datetime
    updated_at: datetime


class Cause(StrEnum):
    """Why somebody stands in a selection file."""

    NUISANCE_REPORTED = "nuisance_reported"
    NUISANCE_CAUSED = "nuisance_caused"
    ARREARS = "arrears"


class LegalGround(StrEnum):
    """On what ground of the law (GDPR, article 6) the landlord uses the file."""

    LEGITIMATE_INTEREST = "legitimate_interest"
    PUBLIC_TASK = "public_task"
    CONSENT = "consent"
    LEGAL_DUTY = "legal_duty"


class Selection(SQLModel, table=True):
    """A selection file: what it is for, and on what ground. For coordinators alone; its rows end with its campaign.

    The row itself stays without its rows, so that it can be shown later why people were chosen, and that their data
    are gone.
    """

    __tablename__ = "selection"

    id: int | None = Field(default=None, primary_key=True)
    cause: Cause = Field(sa_type=Named(Cause))
    since: date
    """Rows about an earlier day are not kept."""
    purpose: str
    legal_ground: LegalGround = Field(sa_type=Named(LegalGround))
    created_by: int | None = Field(default=None, foreign_key="staff.id")
    created_at: datetime
    campaign_id: int | None = Field(default=None, foreign_key="campaign.id", index=True)
    """The campaign that asks these tenants; its end erases the rows, and this too: it would tell whose they were."""
    tenants: int = 0
    """How many tenants it held."""
    erased_at: datetime | None = None


class SelectionRow(SQLModel, table=True):
    """One tenant of a selection file, with the day of what happened."""

    __tablename__ = "selection_row"

    selection_id: int = Field(primary_key=True, foreign_key="selection.id", ondelete="CASCADE")
    tenant_id: int = Field(primary_key=True, foreign_key="tenant.id", index=True)
    happened_on: date
