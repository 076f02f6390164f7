"""What a campaign wants otherwise than the house, read once for a whole batch: its words, hours and ladder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from checkin.domain.narrowing import narrowed
from checkin.messaging.own_words import HOUSE_WORDS, OwnWords
from checkin.outreach.house import House
from checkin.outreach.models import Attempt, CheckIn, Instructions


@dataclass(frozen=True)
class Wishes:
    """What one campaign wants; as it is here, it wants what the house does."""

    words: OwnWords = HOUSE_WORDS
    text_hours: str = ""
    call_hours: str = ""
    ladder: Mapping[str, Any] = field(default_factory=dict)


AS_THE_HOUSE = Wishes()


def load_wishes(session: Session, campaign_ids: Iterable[int]) -> dict[int, Wishes]:
    """Give what these campaigns want, in one statement; who wants nothing of its own is left out."""
    query = select(Instructions).where(col(Instructions.campaign_id).in_(set(campaign_ids)))
    return {one.campaign_id: _wishes(one) for one in session.execute(query).scalars()}


def wishes_behind(session: Session, check_in_ids: Iterable[int]) -> dict[int, Wishes]:
    """Give what the campaigns of these check-ins want, in one statement; who wants nothing of its own is left out."""
    campaigns = select(col(CheckIn.campaign_id)).where(col(CheckIn.id).in_(check_in_ids))
    query = select(Instructions).where(col(Instructions.campaign_id).in_(campaigns))
    return {one.campaign_id: _wishes(one) for one in session.execute(query).scalars()}


def asks_again(house: House, wishes: Wishes, now: datetime) -> datetime | None:
    """Give the moment at which a campaign may ask again; None when it may now, by text or by telephone."""
    own = narrowed(house.text_hours, wishes.text_hours), narrowed(house.call_hours, wishes.call_hours)
    if any(calendar.is_open(now) for calendar in own):
        return None
    return min(calendar.next_open(now) for calendar in own)


def words_of_call(session: Session, reference: str) -> OwnWords:
    """Give the words in which a call opens: those of the campaign whose attempt it is."""
    query = (
        select(Instructions)
        .join(CheckIn, col(CheckIn.campaign_id) == col(Instructions.campaign_id))
        .join(Attempt, col(Attempt.check_in_id) == col(CheckIn.id))
        .where(col(Attempt.id) == reference)
    )
    found = session.execute(query).scalars().first()
    return _wishes(found).words if found else HOUSE_WORDS


def _wishes(found: Instructions) -> Wishes:
    return Wishes(OwnWords(found.words), found.text_hours, found.call_hours, found.ladder)
