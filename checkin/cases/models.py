"""Cases: tenants who wait for a person, every try to reach them, and what colleagues did with a case besides."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlmodel import Field, SQLModel

from checkin.db import Named
from checkin.domain.attempts import AskedBy
from checkin.domain.cases import CaseKind, CaseState, ContactOutcome
from checkin.domain.handing_on import SkipReason, UndoKind
from checkin.domain.next_case import Lane, due_of, lane_of


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
        sa.Index("ix_case_order", "state", "lane", "due_at", "id"),
        sa.Index(
            "ix_case_not_rung",
            "promised_before",
            sqlite_where=sa.text("first_rang_at IS NULL"),
            postgresql_where=sa.text("first_rang_at IS NULL"),
        ),
        sa.Index("ix_case_call_back", "state", "call_at", "id"),
        sa.Index("ix_case_team", "team_id", "state", "lane", "due_at"),
        sa.Index("ix_case_meant_for", "meant_for", "state", "lane", "due_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    tenant_id: int = Field(foreign_key="tenant.id", index=True)
    check_in_id: int | None = Field(default=None, foreign_key="check_in.id", index=True)
    reply_id: int | None = Field(default=None, foreign_key="reply.id")
    """The reply whose words the work list quotes."""
    wish_id: int | None = Field(default=None, foreign_key="wish.id")
    """What a colleague heard in another call, when that is newer than any reply."""
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
    team_id: int | None = Field(default=None, foreign_key="team.id")
    """The team it was forwarded to, or that the landlord's list names for this tenant."""
    meant_for: int | None = Field(default=None, foreign_key="staff.id")
    """The colleague it was forwarded to, or with whom the tenant agreed to speak again."""
    forwarded_by: int | None = Field(default=None, foreign_key="staff.id")
    forwarded_at: datetime | None = None
    kept_until: datetime | None = None
    """Until then a forwarded case is left to that team or colleague."""
    heard_at: datetime | None = None
    """When the tenant wrote or rang again; empty once a person has rung since."""
    heard_by: AskedBy | None = Field(default=None, sa_type=Named(AskedBy))
    skips: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    """How often colleagues skipped it."""
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
    lane: int = Field(default=Lane.ASKED, sa_column_kwargs={"server_default": "2"})
    due_at: datetime | None = None
    """With `lane` its place on the work list; both follow from the other columns."""

    @property
    def is_owed_an_apology(self) -> bool:
        """Tell whether the tenant was told a time that was not kept, could not be texted, and was not rung yet."""
        missed = self.lapse_told_at is not None and self.told_at is not None
        return missed and self.again_before is None and self.first_rang_at is None


@event.listens_for(Case, "before_insert")
@event.listens_for(Case, "before_update")
def _keep_in_order(_mapper: Any, _connection: Any, case: Case) -> None:
    # Columns and not an expression in SQL: only by an index is the first of 100,000 found at once.
    case.lane = lane_of(
        urgent=case.urgent,
        owed_apology=case.is_owed_an_apology,
        asked_nothing=case.kind is CaseKind.ROUND and case.call_at is None and case.heard_at is None,
    )
    case.due_at = due_of(
        heard_at=case.heard_at,
        call_at=case.call_at,
        promised_before=case.promised_before,
        opened_at=case.opened_at,
    )


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


class CaseSkip(SQLModel, table=True):
    """One time that a colleague left a tenant to another, and why."""

    __tablename__ = "case_skip"
    __table_args__ = (sa.Index("ix_case_skip_staff_id_at", "staff_id", "at"),)

    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="case.id", index=True)
    tenant_id: int = Field(foreign_key="tenant.id", index=True)
    staff_id: int = Field(foreign_key="staff.id")
    at: datetime
    reason: SkipReason = Field(sa_type=Named(SkipReason))
    words: str = ""


class Wish(SQLModel, table=True):
    """A wish for contact that the landlord heard in another call, as about a repair."""

    __tablename__ = "wish"

    id: int | None = Field(default=None, primary_key=True)
    tenant_id: int = Field(foreign_key="tenant.id", index=True)
    staff_id: int | None = Field(default=None, foreign_key="staff.id")
    """Who noted it; empty when another system did."""
    at: datetime
    kind: CaseKind = Field(sa_type=Named(CaseKind))
    urgent: bool = False
    words: str = ""
    wished_from: datetime | None = None
    """Between these the tenant likes to be rung."""
    wished_until: datetime | None = None


class UndoStep(SQLModel, table=True):
    """One step of a colleague with what was before: as long as nothing followed it can be undone."""

    __tablename__ = "undo_step"

    id: int | None = Field(default=None, primary_key=True)
    staff_id: int = Field(foreign_key="staff.id", index=True)
    case_id: int = Field(foreign_key="case.id", index=True)
    kind: UndoKind = Field(sa_type=Named(UndoKind))
    at: datetime
    until: datetime = Field(index=True)
    """Forgotten after this: it holds what was before."""
    changes: list[dict[str, Any]] = Field(default_factory=list, sa_type=sa.JSON)
    """For each row that it changed: the table, the key, and the columns before and after."""
    undone_at: datetime | None = None
