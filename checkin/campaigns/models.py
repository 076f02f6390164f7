"""A campaign, the playbook it was made from, and the trials of it on a colleague's own telephone."""

from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from checkin.db import Named
from checkin.domain.attempts import AskedBy
from checkin.outreach.notice_models import NoticeKind
from checkin.tenants.models import Channel


class CampaignState(StrEnum):
    """Where a campaign stands."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
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
    started_at: datetime | None = None
    """Empty as long as it is a draft or only planned."""
    finished_at: datetime | None = None
    changed_at: datetime | None = None
    starts_at: datetime | None = None
    """When a planned campaign starts by itself."""
    steps_done: int = 0
    """How far the builder was filled in; a draft is opened again where it was left."""
    who: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)
    """Which tenants: see `checkin/campaigns/who.py`."""
    meant: int = 0
    """How many tenants that were when it started."""
    planned_to: int | None = None
    """While its check-ins are planned: tenants up to this id have theirs. Empty when all have."""
    playbook: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)
    """A copy of its playbook as this campaign uses it: see `checkin/campaigns/playbook.py`."""
    helpers: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)
    """Who rings back and how long, as the builder was told; an estimate, not a roster."""
    robot: bool = True
    """False: nobody is texted or rung by machine; tenants go straight to the work list, in portions."""
    portion: int = 20
    """Without a robot: so many tenants are put on the work list at a time."""
    refill_below: int = 5
    """Without a robot: the next portion comes when fewer than this still wait."""
    next_portion_at: datetime | None = Field(default=None, index=True)
    """Without a robot: when to look next whether another portion is needed; empty when there is none left."""


class OwnPlaybook(SQLModel, table=True):
    """A playbook that this landlord made or received."""

    __tablename__ = "own_playbook"

    id: int | None = Field(default=None, primary_key=True)
    content: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)
    created_by: int | None = Field(default=None, foreign_key="staff.id")
    created_at: datetime
    changed_at: datetime


class Trial(SQLModel, table=True):
    """One try of a campaign on a colleague's own telephone: real on the wire, and never counted."""

    __tablename__ = "trial"

    id: str = Field(primary_key=True, max_length=32)
    """Also the id of its text or call."""
    campaign_id: int = Field(foreign_key="campaign.id", index=True)
    staff_id: int = Field(foreign_key="staff.id")
    number: str = Field(index=True)
    channel: AskedBy = Field(sa_type=Named(AskedBy))
    language: str = "nl"
    name: str = ""
    """How the colleague is addressed."""
    words: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)
    """The campaign's words as they were then."""
    told: NoticeKind = Field(default=NoticeKind.NONE, sa_type=Named(NoticeKind))
    """How the campaign would tell this colleague beforehand; a text really comes first."""
    code_word: str = ""
    """The word of that notice, which the call repeats."""
    answers: list[dict[str, Any]] = Field(default_factory=list, sa_type=sa.JSON)
    """What came back, and what it would have led to."""
    created_at: datetime
