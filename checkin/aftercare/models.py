"""What follows from a talk, each until it is done; and the lists from which colleagues choose."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from checkin.db import Named
from checkin.domain.feelings import Feeling, Reaction
from checkin.domain.follow_ups import FollowUpState
from checkin.domain.gifts import GiftKind, GiftState
from checkin.domain.referrals import OrganisationKind, ReferralState


class Organisation(SQLModel, table=True):
    """One line of the directory: who can help a tenant with what a landlord cannot."""

    __tablename__ = "organisation"

    id: int | None = Field(default=None, primary_key=True)
    kind: OrganisationKind = Field(sa_type=Named(OrganisationKind))
    name: str = Field(unique=True)
    called: str = ""
    """What the text to the tenant calls it; empty is its name. Nobody who sees the telephone need read “debts”."""
    phone: str = ""
    """As it is written for colleagues, who give it to the tenant or ring it themselves."""
    note: str = ""
    active: bool = True
    """One that is no longer offered keeps its name in what was agreed before."""


class FollowUp(SQLModel, table=True):
    """A next personal call, agreed with the tenant."""

    __tablename__ = "follow_up"
    __table_args__ = (sa.Index("ix_follow_up_due", "state", "at"),)

    id: int | None = Field(default=None, primary_key=True)
    tenant_id: int = Field(foreign_key="tenant.id", index=True)
    contact_id: int | None = Field(default=None, foreign_key="contact.id")
    """The talk in which it was agreed."""
    referral_id: int | None = Field(default=None, foreign_key="referral.id", index=True)
    """Asks whether that organisation spoke to the tenant, who cannot be texted."""
    staff_id: int = Field(foreign_key="staff.id", index=True)
    """Who agreed it, and rings."""
    at: datetime
    wish: str = ""
    """What the tenant would like to speak about."""
    state: FollowUpState = Field(default=FollowUpState.PLANNED, sa_type=Named(FollowUpState))
    case_id: int | None = Field(default=None, foreign_key="case.id", index=True)
    """The case that it became."""
    created_at: datetime
    ended_at: datetime | None = None


class Referral(SQLModel, table=True):
    """A tenant handed on to an organisation, with consent; without consent there is no row."""

    __tablename__ = "referral"
    __table_args__ = (sa.Index("ix_referral_due", "state", "check_at"),)

    id: int | None = Field(default=None, primary_key=True)
    tenant_id: int = Field(foreign_key="tenant.id", index=True)
    contact_id: int | None = Field(default=None, foreign_key="contact.id")
    organisation_id: int = Field(foreign_key="organisation.id", index=True)
    staff_id: int = Field(foreign_key="staff.id", index=True)
    agreed: str = ""
    """What was agreed."""
    consent_at: datetime
    """When the tenant said that it may be passed on, and the question may come by text; `staff_id` heard it."""
    state: ReferralState = Field(default=ReferralState.AGREED, sa_type=Named(ReferralState))
    check_at: datetime
    """When to ask whether the organisation spoke to the tenant; once that was asked, when we stop waiting."""
    message_id: str | None = Field(default=None, foreign_key="message.id", index=True)
    """The text that asks it."""
    asked_at: datetime | None = None
    reply_id: int | None = Field(default=None, foreign_key="reply.id")
    created_at: datetime
    ended_at: datetime | None = None


class Gift(SQLModel, table=True):
    """A card or flowers, until sent."""

    __tablename__ = "gift"
    __table_args__ = (sa.Index("ix_gift_open", "state", "asked_at"),)

    id: int | None = Field(default=None, primary_key=True)
    tenant_id: int = Field(foreign_key="tenant.id", index=True)
    contact_id: int | None = Field(default=None, foreign_key="contact.id")
    kind: GiftKind = Field(sa_type=Named(GiftKind))
    reason: str = ""
    cents: int = 0
    """What it costs, in cents."""
    state: GiftState = Field(sa_type=Named(GiftState))
    asked_by: int | None = Field(default=None, foreign_key="staff.id")
    asked_at: datetime
    decided_by: int | None = Field(default=None, foreign_key="staff.id")
    """Who approved or refused it; empty when it was small enough to send without asking."""
    decided_at: datetime | None = None
    sent_by: int | None = Field(default=None, foreign_key="staff.id")
    sent_at: datetime | None = Field(default=None, index=True)
    ended_at: datetime | None = None
    """When it came back, was refused or was called off."""


class ObservationKind(SQLModel, table=True):
    """One line of the short list of what may stand out in a talk."""

    __tablename__ = "observation_kind"

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    place: int = 0
    """Its place on the list."""
    active: bool = True
    """One that is no longer offered keeps its name in the weeks before."""


class Observation(SQLModel, table=True):
    """What stood out in one talk."""

    __tablename__ = "observation"
    __table_args__ = (sa.UniqueConstraint("contact_id", "kind_id"),)

    id: int | None = Field(default=None, primary_key=True)
    contact_id: int = Field(foreign_key="contact.id")
    tenant_id: int = Field(foreign_key="tenant.id", index=True)
    kind_id: int = Field(foreign_key="observation_kind.id")
    at: datetime = Field(index=True)


class Impression(SQLModel, table=True):
    """How one talk was, for the tenant and for the colleague. What the colleague felt only coordinators see."""

    __tablename__ = "impression"
    __table_args__ = (
        sa.Index(
            "ix_impression_to_discuss",
            "at",
            sqlite_where=sa.text("wants_to_talk AND talked_at IS NULL"),
            postgresql_where=sa.text("wants_to_talk AND talked_at IS NULL"),
        ),
    )

    contact_id: int = Field(primary_key=True, foreign_key="contact.id")
    tenant_id: int = Field(foreign_key="tenant.id", index=True)
    at: datetime
    reaction: Reaction | None = Field(default=None, sa_type=Named(Reaction))
    feeling: Feeling | None = Field(default=None, sa_type=Named(Feeling))
    quote: str = ""
    """A sentence of the tenant that may be passed on without a name: only kept when the tenant said so."""
    advised: bool = False
    """The tenant got advice and arranges it alone: nothing about an organisation is kept."""
    wants_to_talk: bool = False
    """The colleague would like to talk about this call."""
    talked_at: datetime | None = None
    talked_by: int | None = Field(default=None, foreign_key="staff.id")


class CorrectionFile(SQLModel, table=True):
    """One file with corrections for the landlord's primary system; made again, it holds the same lines."""

    __tablename__ = "correction_file"

    id: int | None = Field(default=None, primary_key=True)
    at: datetime
    staff_id: int | None = Field(default=None, foreign_key="staff.id")
    lines: int


class Correction(SQLModel, table=True):
    """One fact of a tenant that turned out to be otherwise: for the primary system, which this one does not replace."""

    __tablename__ = "correction"

    id: int | None = Field(default=None, primary_key=True)
    tenant_id: int = Field(foreign_key="tenant.id", index=True)
    staff_id: int | None = Field(default=None, foreign_key="staff.id")
    at: datetime
    fact: str
    """The fact by its name in the column dictionary, or `wrong_number`, `moved`, `deceased`."""
    value: str = ""
    """What it is now; empty when there is none any more. Of a wrong number that number."""
    file_id: int | None = Field(default=None, foreign_key="correction_file.id", index=True)
    """The file that took it along; empty as long as none did."""
