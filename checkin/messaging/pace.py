"""The provider's pace, shared by all workers: one row per channel says when the next request may leave."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import update
from sqlmodel import Field, Session, SQLModel, col, select

from checkin.db import insert_once

# A little slower than the limit: requests that jitter on the wire must not crowd into one rolling second.
MARGIN = 0.963


class PaceSlot(SQLModel, table=True):
    """When the next request of a channel may leave."""

    __tablename__ = "pace"

    id: int | None = Field(default=None, primary_key=True)
    channel: str = Field(unique=True)
    next_at: datetime


def reserve(session: Session, channel: str, *, count: int, per_second: float, now: datetime) -> list[datetime]:
    """Take the next `count` free moments of a channel; the caller waits for each. Commit at once: others wait."""
    gap = timedelta(seconds=1 / (per_second * MARGIN))
    insert_once(session, PaceSlot.__table__, {"channel": channel, "next_at": now})  # type: ignore[attr-defined]
    row = session.exec(select(PaceSlot).where(col(PaceSlot.channel) == channel).with_for_update()).one()
    first = max(row.next_at, now)
    session.connection().execute(
        update(PaceSlot).where(col(PaceSlot.channel) == channel).values(next_at=first + gap * count)
    )
    return [first + gap * number for number in range(count)]
