"""Asking: the check-in, its attempts, and the replies."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from checkin.db import Named
from checkin.domain.attempts import AskedBy, AttemptEnd
from checkin.domain.checkins import CheckInState, EndReason
from checkin.domain.replies import Meaning
from checkin.tenants.models import Channel


class CheckIn(SQLModel, table=True):
    """One question to one tenant in one campaign. At most one of a tenant is being asked at a time."""

    __tablename__ = "check_in"
    __table_args__ = (
        sa.UniqueConstraint("campaign_id", "tenant_id"),
        # One live conversation per tenant, enforced where nobody can forget it.
        sa.Index(
            "uq_check_in_live",
            "tenant_id",
            unique=True,
            sqlite_where=sa.text("state = 'asked'"),
            postgresql_where=sa.text("state = 'asked'"),
        ),
        sa.Index("ix_check_in_open", "state", "next_at"),
        sa.Index(
            "ix_check_in_waits",
            "campaign_id",
            "id",
            sqlite_where=sa.text("waits = 1"),
            postgresql_where=sa.text("waits"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    campaign_id: int = Field(foreign_key="campaign.id", index=True)
    tenant_id: int = Field(foreign_key="tenant.id", index=True)
    channel: Channel = Field(default=Channel.AUTO, sa_type=Named(Channel))
    """The campaign's wish; the tenant's own goes before it."""
    waits: bool = False
    """Waits for the pace: it is asked when colleagues can ring back whoever says yes."""
    state: CheckInState = Field(default=CheckInState.PLANNED, sa_type=Named(CheckInState))
    reason: EndReason | None = Field(default=None, sa_type=Named(EndReason))
    meaning: Meaning | None = Field(default=None, sa_type=Named(Meaning))
    planned_at: datetime
    next_at: datetime | None = None
    """When the next step is due: plan an attempt, or give up; empty while an attempt is under way or after the end."""
    asked_at: datetime | None = None
    answered_at: datetime | None = None
    ended_at: datetime | None = None


class CampaignOnHold(SQLModel, table=True):
    """A campaign that is paused or stopped: as long as the row is there, nothing leaves for any of its check-ins."""

    __tablename__ = "campaign_on_hold"

    campaign_id: int = Field(primary_key=True, foreign_key="campaign.id", sa_column_kwargs={"autoincrement": False})


class Instructions(SQLModel, table=True):
    """What one campaign wants otherwise than the house; written when it starts and read once for every batch."""

    __tablename__ = "instructions"

    campaign_id: int = Field(primary_key=True, foreign_key="campaign.id")
    words: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)
    """Its own words by language and part, as `checkin/messaging/own_words.py` reads them."""
    text_hours: str = ""
    """Within the landlord's hours; empty means all of them."""
    call_hours: str = ""
    ladder: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)
    """Its ladder of attempts as `checkin/domain/ladder.py` reads it; what is left out is as in the settings."""


class Attempt(SQLModel, table=True):
    """One text or call for a check-in. It shares its id with the Message or Call that carries it out."""

    __tablename__ = "attempt"
    __table_args__ = (sa.UniqueConstraint("check_in_id", "ordinal"),)

    id: str = Field(primary_key=True, max_length=32)
    check_in_id: int = Field(foreign_key="check_in.id", index=True)
    tenant_id: int = Field(foreign_key="tenant.id", index=True)
    ordinal: int
    channel: AskedBy = Field(sa_type=Named(AskedBy))
    number: str
    end: AttemptEnd | None = Field(default=None, sa_type=Named(AttemptEnd))
    created_at: datetime
    ended_at: datetime | None = None


class EngagedNumber(SQLModel, table=True):
    """A telephone number in a conversation, so that nobody else behind it is asked as well.

    There is a row for each number of a tenant who is asked. It stays for a while after an answer or a talk.
    """

    __tablename__ = "engaged_number"

    number: str = Field(primary_key=True)
    tenant_id: int = Field(foreign_key="tenant.id", index=True)
    check_in_id: int | None = Field(default=None, foreign_key="check_in.id", index=True)
    """The question; empty after a talk with a colleague."""
    ended_at: datetime | None = Field(default=None, index=True)
    """When the tenant answered; empty as long as the question is open."""


class Reply(SQLModel, table=True):
    """A text or key press that answers. It is kept whatever it says; nobody's answer is dropped."""

    __tablename__ = "reply"
    __table_args__ = (
        sa.Index(
            "ix_reply_unread",
            "id",
            sqlite_where=sa.text("to_read AND read_at IS NULL"),
            postgresql_where=sa.text("to_read AND read_at IS NULL"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    external_id: str = Field(unique=True)
    """The provider's id of the text, or call and menu step of the key: a repeat changes nothing."""
    tenant_id: int | None = Field(default=None, foreign_key="tenant.id", index=True)
    check_in_id: int | None = Field(default=None, foreign_key="check_in.id", index=True)
    channel: AskedBy = Field(sa_type=Named(AskedBy))
    number: str
    text: str
    """The text as it was written, or the keys that were pressed."""
    received_at: datetime
    meaning: Meaning = Field(sa_type=Named(Meaning))
    """What it means: by the sure rules at once, or as the person who read it decided."""
    suggestion: Meaning | None = Field(default=None, sa_type=Named(Meaning))
    because: str = ""
    """The words that led to the suggestion."""
    urgent: bool = False
    to_read: bool = False
    read_at: datetime | None = None
    read_by: int | None = Field(default=None, foreign_key="staff.id")
    shown_to: int | None = Field(default=None, foreign_key="staff.id")
    """The colleague who has it on the screen."""
    shown_until: datetime | None = None
    """Until then others who read get another one."""
