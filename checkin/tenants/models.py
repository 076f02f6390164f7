"""Tenants, the telephone numbers they can be reached on, and the timeline of everything that happened to them."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from checkin.db import Named


class Channel(StrEnum):
    """How a tenant likes to be asked; `none` is post only: no call and no text."""

    AUTO = "auto"
    TEXT = "text"
    VOICE = "voice"
    NONE = "none"


class Salutation(StrEnum):
    """How a name is spoken."""

    MRS = "mevr"
    MR = "dhr"
    NEUTRAL = "neutraal"


class Tenant(SQLModel, table=True):
    """The person who is checked on. Numbers are E.164 with a plus; `removed` facts are never imported back."""

    __tablename__ = "tenant"

    id: int | None = Field(default=None, primary_key=True)
    external_ref: str | None = Field(default=None, unique=True)
    salutation: Salutation = Field(default=Salutation.NEUTRAL, sa_type=Named(Salutation))
    initials: str = ""
    first_name: str = ""
    name_prefix: str = ""
    last_name: str = Field(index=True)
    spoken_name: str = ""
    """How the voice should say the name, when that differs from how it is written."""
    mobile: str | None = Field(default=None, index=True)
    landline: str | None = Field(default=None, index=True)
    phone_2: str | None = Field(default=None, index=True)
    phone_note: str = ""
    email: str = Field(default="", sa_column_kwargs={"server_default": ""})
    """Kept only to know whom we could write to; nothing is ever sent to it."""
    channel: Channel = Field(default=Channel.AUTO, sa_type=Named(Channel))
    language: str = "nl"
    birth_year: int | None = None
    street: str = ""
    house_number: str = ""
    house_letter: str = ""
    house_addition: str = ""
    postcode: str = ""
    city: str = ""
    neighbourhood: str = ""
    complex: str = ""
    unit_ref: str = ""
    contract_ref: str = ""
    moved_in_on: date | None = None
    best_daypart: str = ""
    """`morning`, `afternoon`, `evening` or empty."""
    slow_speech: bool = False
    note: str = ""
    team: str = ""
    deceased_at: datetime | None = None
    lease_ended_on: date | None = None
    stopped_at: datetime | None = None
    """Asked for no more texts and automatic calls; holds for every channel and campaign."""
    created_at: datetime
    updated_at: datetime


class PhoneNumber(SQLModel, table=True):
    """What we learned about a number itself, whoever it belongs to: stopped, not the tenant's, or dead."""

    __tablename__ = "phone_number"

    number: str = Field(primary_key=True)
    stopped_at: datetime | None = None
    closed_at: datetime | None = None
    closed_reason: str = ""
    """`wrong_number` or `dead`."""


class Happening(StrEnum):
    """The closed list of what a timeline can tell."""

    PLANNED = "planned"
    NOT_ASKED = "not_asked"
    TEXT_SENT = "text_sent"
    TEXT_DELIVERED = "text_delivered"
    TEXT_FAILED = "text_failed"
    CALL_STARTED = "call_started"
    CALL_ANSWERED = "call_answered"
    CALL_ENDED = "call_ended"
    CALLED_US = "called_us"
    CHAT_LINE = "chat_line"
    BRIDGED = "bridged"
    """A step of a call through the system; `what` says which."""
    OUTCOME_UNKNOWN = "outcome_unknown"
    REPLIED = "replied"
    READ = "read"
    STOPPED = "stopped"
    STARTED = "started"
    STANDING = "standing"
    NUMBER_CLOSED = "number_closed"
    CHECK_IN_ENDED = "check_in_ended"
    WISHED = "wished"
    CASE_OPENED = "case_opened"
    PROMISED = "promised"
    CLAIMED = "claimed"
    GIVEN_BACK = "given_back"
    SKIPPED = "skipped"
    FORWARDED = "forwarded"
    UNDONE = "undone"
    CLAIM_EXPIRED = "claim_expired"
    CONTACTED = "contacted"
    CASE_CLOSED = "case_closed"
    CASE_REOPENED = "case_reopened"
    PROMISE_LAPSED = "promise_lapsed"
    APOLOGISED = "apologised"
    NUDGED = "nudged"
    ALARM_RAISED = "alarm_raised"
    ALARM_RANG = "alarm_rang"
    ALARM_ANSWERED = "alarm_answered"
    ALARM_UNANSWERED = "alarm_unanswered"
    VISIT_PLANNED = "visit_planned"
    VISITED = "visited"
    IMPORTED = "imported"
    FACTS_CHANGED = "facts_changed"
    FOLLOW_UP = "follow_up"
    REFERRAL = "referral"
    GIFT = "gift"


class TimelineEntry(SQLModel, table=True):
    """One step, written in the same transaction as the change it tells. Its id is the dashboard's version number."""

    __tablename__ = "timeline"

    id: int | None = Field(default=None, primary_key=True)
    tenant_id: int | None = Field(default=None, foreign_key="tenant.id", index=True)
    at: datetime
    happening: Happening = Field(sa_type=Named(Happening))
    staff_id: int | None = Field(default=None, foreign_key="staff.id")
    """Who did it; empty means the system did: shown as “automatisch”."""
    check_in_id: int | None = Field(default=None, foreign_key="check_in.id")
    case_id: int | None = Field(default=None, foreign_key="case.id")
    details: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)
    """Small facts for the sentence on screen: ids, states, times; never a name, number or text."""
