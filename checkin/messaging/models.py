"""What leaves and what comes in: texts, calls and the provider's reports, each a row before it is anything else."""

from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from checkin.db import Named
from checkin.domain.deliveries import DeliveryState


class Direction(StrEnum):
    """Who rang whom."""

    OUTBOUND = "outbound"
    INBOUND = "inbound"


class CallPurpose(StrEnum):
    """What a call is for, and so what it says and what its end means."""

    MENU = "menu"
    """The telephone menu with a tenant, out or in."""
    BRIDGE = "bridge"
    """A colleague is rung, and then put through to the tenant of the case."""
    ALARM = "alarm"
    """Somebody of the duty list is rung about danger, and answers for it with a key."""
    OFFER = "offer"
    """A colleague on duty is asked to speak with a tenant who is on the line now."""


class Message(SQLModel, table=True):
    """A text to a tenant, or, with `staff_id`, to a colleague.

    Its id travels with it as our own reference, and is the id of its attempt if it has one.
    """

    __tablename__ = "message"
    __table_args__ = (sa.Index("ix_message_due", "state", "due_at"),)

    id: str = Field(primary_key=True, max_length=32)
    tenant_id: int | None = Field(default=None, foreign_key="tenant.id", index=True)
    staff_id: int | None = Field(default=None, foreign_key="staff.id")
    """The colleague it is for; nobody's STOP holds it back."""
    number: str
    text: str
    language: str = "nl"
    wording: str
    """Which text of the script: `S1` and so on."""
    automatic_check: bool = False
    """Part of asking (a check-in), so STOP and one-conversation rules hold it back; confirmations are not."""
    state: DeliveryState = Field(default=DeliveryState.QUEUED, sa_type=Named(DeliveryState))
    due_at: datetime
    hours: str = ""
    """Its campaign's own hours, within the landlord's; empty means all of those."""
    claim: str | None = None
    claimed_at: datetime | None = None
    tries: int = 0
    provider_id: str | None = Field(default=None, index=True)
    error: str = ""
    """The provider's error code, when there was one."""
    permanent: bool = False
    """The failure belongs to the number: trying it again is useless."""
    sent_at: datetime | None = None
    ended_at: datetime | None = None
    created_at: datetime


class CallEnd(StrEnum):
    """How a call ended, in our words."""

    COMPLETED = "completed"
    BUSY = "busy"
    NO_ANSWER = "no_answer"
    REJECTED = "rejected"
    FAILED = "failed"
    NUMBER_DEAD = "number_dead"
    CANCELLED = "cancelled"
    VOICEMAIL = "voicemail"


class Call(SQLModel, table=True):
    """A call, out or in. Its id travels in its URLs, and is the id of its attempt if it has one."""

    __tablename__ = "call"
    __table_args__ = (sa.Index("ix_call_due", "state", "due_at"),)

    id: str = Field(primary_key=True, max_length=32)
    tenant_id: int | None = Field(default=None, foreign_key="tenant.id", index=True)
    staff_id: int | None = Field(default=None, foreign_key="staff.id")
    """The colleague who is rung; nobody's STOP holds it back."""
    direction: Direction = Field(default=Direction.OUTBOUND, sa_type=Named(Direction))
    purpose: CallPurpose = Field(
        default=CallPurpose.MENU,
        sa_type=Named(CallPurpose),
        sa_column_kwargs={"server_default": CallPurpose.MENU.value},
    )
    number: str = Field(index=True)
    language: str = "nl"
    automatic_check: bool = True
    state: DeliveryState = Field(default=DeliveryState.QUEUED, sa_type=Named(DeliveryState))
    due_at: datetime
    hours: str = ""
    """Its campaign's own hours, within the landlord's; empty means all of those."""
    claim: str | None = None
    claimed_at: datetime | None = None
    tries: int = 0
    provider_id: str | None = Field(default=None, index=True)
    error: str = ""
    permanent: bool = False
    sent_at: datetime | None = None
    rang_at: datetime | None = None
    answered_at: datetime | None = None
    ended_at: datetime | None = None
    end: CallEnd | None = Field(default=None, sa_type=Named(CallEnd))
    keys: str = ""
    """Every key the tenant pressed, in order."""
    created_at: datetime


class EventKind(StrEnum):
    """What the provider told us."""

    TEXT_IN = "text_in"
    TEXT_STATUS = "text_status"
    CALL_ANSWER = "call_answer"
    CALL_EVENT = "call_event"
    CALL_KEYS = "call_keys"
    CALL_FALLBACK = "call_fallback"


class ProviderEvent(SQLModel, table=True):
    """One webhook, stored whole before anything is done with it; the unique key makes a repeat harmless."""

    __tablename__ = "provider_event"
    __table_args__ = (
        sa.UniqueConstraint("kind", "external_id", name="uq_provider_event_seen"),
        sa.Index(
            "ix_provider_event_open",
            "id",
            sqlite_where=sa.text("handled_at IS NULL"),
            postgresql_where=sa.text("handled_at IS NULL"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    kind: EventKind = Field(sa_type=Named(EventKind))
    external_id: str
    reference: str | None = Field(default=None, index=True)
    """Our own reference (the id of a Message or Call), when the event carried it."""
    payload: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)
    """In our own words, as `checkin/vonage/payloads.py` translated it."""
    received_at: datetime
    handled_at: datetime | None = None
    failures: int = 0
    """How often handling it went wrong; after a few it is left for a person and shown to the coordinator."""
