"""Everything that a colleague writes down about one talk beside its outcome, kept together."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from sqlmodel import Session

from checkin.aftercare import follow_ups, gifts, impressions, observations, referrals
from checkin.aftercare.gifts import GiftWish
from checkin.aftercare.impressions import HowItWas
from checkin.cases.models import Contact
from checkin.settings import Settings
from checkin.staff import colleagues


class AfterTries(StrEnum):
    """What comes after so many calls that nobody picked up."""

    CALL = "call"
    """Once more."""
    CARD = "card"
    DOOR = "door"
    """The caretaker rings the doorbell."""


@dataclass(frozen=True)
class Appointment:
    """A next personal call, agreed with the tenant."""

    at: datetime
    wish: str = ""


@dataclass(frozen=True)
class Handover:
    """Handing the tenant on to an organisation, with the tenant's consent."""

    organisation_id: int
    agreed: str
    consent: bool
    check_at: datetime


@dataclass(frozen=True)
class Aftermath:
    """What follows from one talk, as it was filled in."""

    appointment: Appointment | None = None
    handover: Handover | None = None
    gift: GiftWish | None = None
    observed: tuple[int, ...] = ()
    how: HowItWas = field(default_factory=HowItWas)
    rest_minutes: int = 0
    wrong_number: str | None = None
    """Which of the tenant's numbers turned out to be somebody else's."""
    condole: bool = False
    """Send the family a card."""
    after_tries: AfterTries = AfterTries.CALL


NOTHING = Aftermath()


def check(session: Session, *, aftermath: Aftermath, now: datetime) -> None:
    """Refuse what cannot be, before anything is written down.

    Raises Refused: "call_at_past", "day_far", "day_past", "consent_needed", "organisation_gone".
    """
    if aftermath.appointment is not None:
        follow_ups.check_moment(aftermath.appointment.at, now)
    if (handed := aftermath.handover) is not None:
        referrals.check(
            session,
            organisation_id=handed.organisation_id,
            consent=handed.consent,
            check_at=handed.check_at,
            now=now,
        )


def keep(session: Session, settings: Settings, *, contact: Contact, aftermath: Aftermath, now: datetime) -> None:
    """Keep what follows from one talk. Raises Refused as each part does."""
    by = {"contact_id": contact.id or 0, "tenant_id": contact.tenant_id}
    whose = {**by, "staff_id": contact.staff_id}
    if aftermath.appointment is not None:
        agreed = aftermath.appointment
        follow_ups.agree(session, **whose, at=agreed.at, wish=agreed.wish, now=now)
    if aftermath.handover is not None:
        handed = aftermath.handover
        referrals.hand_on(
            session,
            **whose,
            organisation_id=handed.organisation_id,
            agreed=handed.agreed,
            consent=handed.consent,
            check_at=handed.check_at,
            now=now,
        )
    if aftermath.gift is not None:
        gifts.ask(session, settings, **whose, wish=aftermath.gift, now=now)
    observations.note(session, **by, kind_ids=aftermath.observed, now=now)
    impressions.keep(session, **by, how=aftermath.how, now=now)
    if aftermath.rest_minutes:
        colleagues.rest(session, staff_id=contact.staff_id, minutes=aftermath.rest_minutes, now=now)
