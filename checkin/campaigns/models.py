"""A campaign: one round of check-ins for one target group."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel

from checkin.db import Named
from checkin.tenants.models import Channel


class CampaignState(StrEnum):
    """Where a campaign stands."""

    RUNNING = "running"
    PAUSED = "paused"
    STOPPED = "stopped"
    FINISHED = "finished"


class Campaign(SQLModel, table=True):
    """One round."""

    __tablename__ = "campaign"

    id: int | None = Field(default=None, primary_key=True)
    name: str
    channel: Channel = Field(default=Channel.AUTO, sa_type=Named(Channel))
    """`auto` follows each tenant: a text to a mobile, a call to a landline."""
    state: CampaignState = Field(default=CampaignState.RUNNING, sa_type=Named(CampaignState))
    created_by: int | None = Field(default=None, foreign_key="staff.id")
    started_at: datetime
    finished_at: datetime | None = None
