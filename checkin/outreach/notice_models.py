"""A notice before the check-in, with a code word that the call repeats."""

from datetime import datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from checkin.db import Named


class NoticeKind(StrEnum):
    """How tenants are told beforehand."""

    NONE = "none"
    TEXT = "text"
    LETTER = "letter"


class CampaignNotice(SQLModel, table=True):
    """How one campaign tells its tenants beforehand. Without a row it does not."""

    __tablename__ = "campaign_notice"

    campaign_id: int = Field(primary_key=True, foreign_key="campaign.id", sa_column_kwargs={"autoincrement": False})
    kind: NoticeKind = Field(sa_type=Named(NoticeKind))
    days: int
    """So many days later the check-in may come: after the text left, or after the campaign started."""
    announced_at: datetime | None = None
    """When the texts were written down and the letter list was made."""


class Notice(SQLModel, table=True):
    """What one tenant is told beforehand. Each tenant has a word of their own: who knows one, knows no other."""

    __tablename__ = "notice"
    __table_args__ = (
        sa.Index(
            "ix_notice_waiting",
            "check_in_id",
            sqlite_where=sa.text("waits"),
            postgresql_where=sa.text("waits"),
        ),
    )

    check_in_id: int = Field(primary_key=True, foreign_key="check_in.id", sa_column_kwargs={"autoincrement": False})
    campaign_id: int = Field(foreign_key="campaign.id", index=True)
    kind: NoticeKind = Field(sa_type=Named(NoticeKind))
    code_word: str
    message_id: str | None = Field(default=None, foreign_key="message.id", unique=True)
    waits: bool = False
    """The check-in waits until the text has left, or cannot."""
    days: int = 0
    ready_at: datetime | None = None
    """When the check-in may come; empty as long as the text has not left."""
