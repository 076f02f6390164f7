"""What the screens ask about the notices of a campaign."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col

from checkin.domain.deliveries import DeliveryState
from checkin.messaging.models import Message
from checkin.outreach.notice_models import CampaignNotice, Notice, NoticeKind


@dataclass(frozen=True)
class Told:
    """How a campaign tells its tenants beforehand, and how far that is."""

    kind: NoticeKind
    days: int
    announced: bool
    letters: int = 0
    texts: int = 0
    left: int = 0
    """Texts that have left."""


NOT_TOLD = Told(NoticeKind.NONE, 3, announced=False)


def told(session: Session, *, campaign_id: int) -> Told:
    """Give how one campaign tells its tenants beforehand."""
    how = session.get(CampaignNotice, campaign_id)
    if how is None:
        return NOT_TOLD
    letter = col(Notice.kind) == NoticeKind.LETTER
    left = col(Message.state).in_([DeliveryState.SENT, DeliveryState.DELIVERED])
    counts = (
        sa.select(
            sa.func.count().filter(letter), sa.func.count().filter(~letter), sa.func.count().filter(~letter, left)
        )
        .select_from(Notice)
        .join(Message, col(Message.id) == col(Notice.message_id), isouter=True)
        .where(col(Notice.campaign_id) == campaign_id)
    )
    letters, texts, gone = session.connection().execute(counts).one()
    return Told(how.kind, how.days, how.announced_at is not None, letters, texts, gone)
