"""Who asked to be asked every day or every week, and the rounds in which that happens."""

from datetime import date, datetime, time
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from checkin.db import Named
from checkin.domain.standing import Every
from checkin.tenants.models import Channel


class AskedHow(StrEnum):
    """How the tenant asked for it."""

    PHONE = "phone"
    TEXT = "text"
    PAPER = "paper"


class StandingEnd(StrEnum):
    """Why it ended."""

    PERSON = "person"
    STOPPED = "stopped"
    DECEASED = "deceased"
    LEASE_ENDED = "lease_ended"


class StandingCheckIn(SQLModel, table=True):
    """The wish of one tenant to be asked again and again. At most one of a tenant holds at a time."""

    __tablename__ = "standing_check_in"
    __table_args__ = (
        sa.Index(
            "uq_standing_check_in_active",
            "tenant_id",
            unique=True,
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    tenant_id: int = Field(foreign_key="tenant.id", index=True)
    every: Every = Field(sa_type=Named(Every))
    weekday: int = 0
    """Of a weekly one; 0 is Monday."""
    at: time
    """On the landlord's own clock."""
    channel: Channel = Field(default=Channel.AUTO, sa_type=Named(Channel))
    pause_from: date | None = None
    pause_until: date | None = None
    """The last day of the pause."""
    asked_how: AskedHow = Field(sa_type=Named(AskedHow))
    noted_by: int | None = Field(default=None, foreign_key="staff.id")
    created_at: datetime
    next_at: datetime | None = Field(default=None, index=True)
    """When to ask next; empty when a pause leaves no moment, and after the end."""
    ended_at: datetime | None = None
    end: StandingEnd | None = Field(default=None, sa_type=Named(StandingEnd))


class StandingRound(SQLModel, table=True):
    """The campaign in which the standing check-ins of one day are asked: so that nobody is asked twice on a day."""

    __tablename__ = "standing_round"

    day: date = Field(primary_key=True)
    campaign_id: int = Field(foreign_key="campaign.id", unique=True)
