"""Cases: tenants who wait for a person, and every try to reach them."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from checkin.db import Named
from checkin.domain.cases import CaseKind, CaseState, ContactOutcome


class Case(SQLModel, table=True):
    """A tenant who waits for a person. A tenant has at most one that is open."""

    __tablename__ = "case"
    __table_args__ = (
        sa.Index(
            "uq_case_open",
            "tenant_id",
            unique=True,
            sqlite_where=sa.text("state <> 'closed'"),
            postgresql_where=sa.text("state <> 'closed'"),
        ),
        sa.Index("ix_case_work", "state", "urgent", "promised_before"),
    )

    id: int | None = Field(default=None, primary_key=True)
    tenant_id: int = Field(foreign_key="tenant.id", index=True)
    check_in_id: int | None = Field(default=None, foreign_key="check_in.id", index=True)
    reply_id: int | None = Field(default=None, foreign_key="reply.id")
    """The reply whose words the work list quotes."""
    kind: CaseKind = Field(sa_type=Named(CaseKind))
    state: CaseState = Field(default=CaseState.WAITING, sa_type=Named(CaseState))
    urgent: bool = False
    opened_at: datetime
    promised_before: datetime | None = None
    """The moment before which a person rings."""
    told_at: datetime | None = None
    """When the promise was spoken or its text was queued."""
    offered_at: datetime | None = None
    """When the job `case-<id>` put it before the people on duty."""
    claimed_by: int | None = Field(default=None, foreign_key="staff.id", index=True)
    claimed_at: datetime | None = None
    claim_ends_at: datetime | None = None
    call_at: datetime | None = None
    """Not before this moment: agreed on the phone, or the next try."""
    team_id: int | None = Field(default=None, foreign_key="team.id", index=True)
    """The team it was forwarded to, or that the landlord's list names for this tenant."""
    meant_for: int | None = Field(default=None, foreign_key="staff.id", index=True)
    """The colleague it was forwarded to, or with whom the tenant agreed to speak again."""
    hand_over: str = ""
    """What the colleague who gave it back wants the next one to know."""
    tries: int = 0
    """Calls by people that did not reach the tenant."""
    first_rang_at: datetime | None = None
    """When a person's call first rang the tenant: before the promise, or too late."""
    lapse_told_at: datetime | None = None
    """When it was noted that the promise, or the newer one of the apology, was not kept."""
    answered_for_at: datetime | None = None
    """When that was answered for: by a text with an apology, or, for who cannot be texted, at the top of the list."""
    again_before: datetime | None = None
    """The new moment that the apology told; the promise itself stays as it was, and broken."""
    next_nudge_at: datetime | None = Field(default=None, index=True)
    """When somebody must be told about the promise again; empty when everybody was."""
    spoken_at: datetime | None = None
    closed_at: datetime | None = None
    outcome: ContactOutcome | None = Field(default=None, sa_type=Named(ContactOutcome))


class Contact(SQLModel, table=True):
    """One try by a person to reach the tenant, with its outcome."""

    __tablename__ = "contact"

    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="case.id", index=True)
    tenant_id: int = Field(foreign_key="tenant.id", index=True)
    staff_id: int = Field(foreign_key="staff.id", index=True)
    at: datetime = Field(index=True)
    outcome: ContactOutcome = Field(sa_type=Named(ContactOutcome))
    note: str = ""
    """For colleagues only."""
    tenant_note: str = ""
    """What the tenant may read."""
    call_at: datetime | None = None
    form_token: str | None = Field(default=None, unique=True)
    """One per shown form: a double click records one contact."""
