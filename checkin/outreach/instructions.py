"""What a campaign wants otherwise than the house, read once for a whole batch: its words and its hours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel import Session, col

from checkin.messaging.own_words import HOUSE_WORDS, OwnWords
from checkin.outreach.models import Attempt, CheckIn, Instructions

KEPT = "wishes of campaigns"


@dataclass(frozen=True)
class Wishes:
    """What one campaign wants; as it is here, it wants what the house does."""

    words: OwnWords = HOUSE_WORDS
    text_hours: str = ""
    call_hours: str = ""


AS_THE_HOUSE = Wishes()


def load_wishes(session: Session, campaign_ids: Iterable[int]) -> dict[int, Wishes]:
    """Give what these campaigns want, in one statement; who wants nothing of its own is left out."""
    query = select(Instructions).where(col(Instructions.campaign_id).in_(set(campaign_ids)))
    return {one.campaign_id: _wishes(one) for one in session.execute(query).scalars()}


def wishes_of(session: Session, campaign_id: int) -> Wishes:
    """Give what a campaign wants; asked again in the same transaction it costs nothing."""
    kept: dict[int, Wishes] = session.info.setdefault(KEPT, {})
    if campaign_id not in kept:
        kept[campaign_id] = load_wishes(session, [campaign_id]).get(campaign_id, AS_THE_HOUSE)
    return kept[campaign_id]


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
    return Wishes(OwnWords(found.words), found.text_hours, found.call_hours)
