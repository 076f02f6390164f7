"""Tenants on the line who want a colleague now, and the colleagues who were rung for them."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from checkin.db import Named
from checkin.domain.offers import OfferState


class ChatOffer(SQLModel, table=True):
    """One call to us in which somebody wants to speak with a colleague now."""

    __tablename__ = "chat_offer"

    call_id: str = Field(primary_key=True, foreign_key="call.id", max_length=32)
    tenant_id: int | None = Field(default=None, foreign_key="tenant.id", index=True)
    case_id: int | None = Field(default=None, foreign_key="case.id")
    """The case under which the talk is written down, from the moment a colleague accepts."""
    state: OfferState = Field(default=OfferState.LOOKING, sa_type=Named(OfferState), index=True)
    began_at: datetime
    accepted_at: datetime | None = None
    accepted_by: int | None = Field(default=None, foreign_key="staff.id")
    talking_at: datetime | None = None
    ended_at: datetime | None = None


class OfferCall(SQLModel, table=True):
    """One colleague who was rung for somebody on the line."""

    __tablename__ = "offer_call"

    call_id: str = Field(primary_key=True, foreign_key="call.id", max_length=32)
    offer_id: str = Field(foreign_key="chat_offer.call_id", index=True, max_length=32)
    staff_id: int = Field(foreign_key="staff.id", index=True)
    at: datetime
    over: bool = False
