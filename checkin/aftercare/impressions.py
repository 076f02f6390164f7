"""How a talk was, for the tenant and for the colleague, and what a colleague would like to talk about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from checkin.aftercare.models import Impression
from checkin.domain.errors import Refused
from checkin.domain.feelings import Feeling, Reaction


@dataclass(frozen=True)
class HowItWas:
    """What a colleague says about one talk; all of it may be left out."""

    reaction: Reaction | None = None
    feeling: Feeling | None = None
    quote: str = ""
    """Only with the tenant's permission."""
    advised: bool = False
    wants_to_talk: bool = False

    def __bool__(self) -> bool:
        return bool(self.reaction or self.feeling or self.quote or self.advised or self.wants_to_talk)


def keep(session: Session, *, contact_id: int, tenant_id: int, how: HowItWas, now: datetime) -> None:
    """Keep how a talk was, when anything was said about it."""
    if not how:
        return
    session.add(
        Impression(
            contact_id=contact_id,
            tenant_id=tenant_id,
            at=now,
            reaction=how.reaction,
            feeling=how.feeling,
            quote=how.quote,
            advised=how.advised,
            wants_to_talk=how.wants_to_talk,
        )
    )


def talked_about(session: Session, *, contact_id: int, staff_id: int, now: datetime) -> None:
    """Note that a coordinator and the colleague talked about a call. Raises Refused("talk_gone")."""
    impression = session.get(Impression, contact_id, with_for_update=True)
    if impression is None or not impression.wants_to_talk:
        raise Refused("talk_gone")
    if impression.talked_at is None:
        impression.talked_at, impression.talked_by = now, staff_id
        session.add(impression)
