"""Who is set to be rung about danger, the alarms that were raised, and who was told about which promise."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from checkin.db import Named
from checkin.domain.alarms import AlarmState
from checkin.domain.nudges import Rung


class OnCallHours(SQLModel, table=True):
    """One colleague who is rung about danger, in which hours, and how soon."""

    __tablename__ = "on_call"

    staff_id: int = Field(primary_key=True, foreign_key="staff.id")
    position: int
    """Lower is rung sooner."""
    hours: str = ""
    """As the settings write them; empty is at any hour."""
    changed_at: datetime
    changed_by: int | None = Field(default=None, foreign_key="staff.id")


class Alarm(SQLModel, table=True):
    """Danger that somebody must answer for: about a case, or about a text of somebody we do not know."""

    __tablename__ = "alarm"
    __table_args__ = (
        sa.Index(
            "uq_alarm_open",
            "case_id",
            unique=True,
            sqlite_where=sa.text("state <> 'closed'"),
            postgresql_where=sa.text("state <> 'closed'"),
        ),
        sa.Index("ix_alarm_due", "state", "step_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    case_id: int | None = Field(default=None, foreign_key="case.id")
    reply_id: int | None = Field(default=None, foreign_key="reply.id", unique=True)
    """The text, when nobody knows whose it is."""
    tenant_id: int | None = Field(default=None, foreign_key="tenant.id", index=True)
    state: AlarmState = Field(default=AlarmState.RINGING, sa_type=Named(AlarmState))
    raised_at: datetime
    raised_by: int | None = Field(default=None, foreign_key="staff.id")
    """The colleague who raised it; empty when words of danger did."""
    step_at: datetime | None = None
    """When the next one in line is rung."""
    answered_at: datetime | None = None
    answered_by: int | None = Field(default=None, foreign_key="staff.id")
    closed_at: datetime | None = None


class AlarmCall(SQLModel, table=True):
    """One colleague who was rung about an alarm."""

    __tablename__ = "alarm_call"

    call_id: str = Field(primary_key=True, foreign_key="call.id", max_length=32)
    alarm_id: int = Field(foreign_key="alarm.id", index=True)
    staff_id: int = Field(foreign_key="staff.id")
    at: datetime
    answered: bool = False
    """A key was pressed."""
    over: bool = False


class Nudge(SQLModel, table=True):
    """One colleague who was told about one promise."""

    __tablename__ = "nudge"
    __table_args__ = (sa.UniqueConstraint("case_id", "promised", "rung", "staff_id", name="uq_nudge_told"),)

    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="case.id", index=True)
    staff_id: int = Field(foreign_key="staff.id", index=True)
    rung: Rung = Field(sa_type=Named(Rung))
    promised: datetime
    at: datetime
    message_id: str | None = Field(default=None, foreign_key="message.id", max_length=32)
    """The text that told it; empty when it stood on screen only."""
    seen_at: datetime | None = None
    """When the colleague put it away."""
