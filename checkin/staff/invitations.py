"""Inviting colleagues: a link for one person or for a group, and the account that somebody makes with it."""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from itsdangerous import BadSignature, URLSafeSerializer
from sqlalchemy import update
from sqlmodel import Session, col

from checkin.db import claim
from checkin.domain.errors import Refused
from checkin.domain.office_hours import Hours
from checkin.staff import roster
from checkin.staff.models import Invitation, Role, Staff
from checkin.staff.service import add_staff

VALID_FOR = timedelta(days=14)
MOST_AT_ONCE = 200
"""So many people in one list, and so many accounts with one link."""
ADDRESS = re.compile(r"[^\s<>,;@]+@[^\s<>,;@]+\.[^\s<>,;@]+")
_AROUND = " \t<>()[],;:\"'"


@dataclass(frozen=True)
class Guest:
    """One person of a list: an address, and a name when one stands beside it."""

    email: str
    name: str = ""


@dataclass(frozen=True)
class Joining:
    """What somebody fills in to join."""

    name: str
    email: str
    password: str
    languages: Sequence[str] = ("nl",)
    phone: str | None = None
    hours: Hours | None = None


def read_guests(text: str) -> tuple[list[Guest], list[str]]:
    """Read a list as people paste it, one person a line: `Samira Haddad <samira@example.nl>`; and give odd lines."""
    found: dict[str, Guest] = {}
    odd = []
    for line in filter(None, map(str.strip, text.splitlines())):
        addresses = ADDRESS.findall(line)
        if not addresses:
            odd.append(line)
        elif len(addresses) == 1:
            name = ADDRESS.sub("", line).strip(_AROUND)
            found.setdefault(addresses[0].lower(), Guest(addresses[0].lower(), " ".join(name.split())))
        else:
            found |= {one.lower(): Guest(one.lower()) for one in addresses if one.lower() not in found}
    return list(found.values()), odd


def invite(
    session: Session,
    *,
    guest: Guest | None,
    role: Role,
    team_id: int | None,
    most: int,
    by: int | None,
    now: datetime,
) -> Invitation:
    """Make one invitation: for `guest` alone, or for `most` people who each make an account with the same link."""
    invitation = Invitation(
        nonce=secrets.token_urlsafe(12),
        name=guest.name if guest else "",
        email=guest.email if guest else "",
        role=role,
        team_id=team_id,
        most=1 if guest else most,
        ends_at=now + VALID_FOR,
        created_by=by,
        created_at=now,
    )
    session.add(invitation)
    session.flush()
    return invitation


def withdraw(session: Session, *, invitation_id: int, now: datetime) -> None:
    """Let a link open nothing any more; who came in with it stays."""
    session.connection().execute(
        update(Invitation)
        .where(col(Invitation.id) == invitation_id, col(Invitation.withdrawn_at).is_(None))
        .values(withdrawn_at=now)
    )


def link_token(invitation: Invitation, secret: str) -> str:
    """Give what stands in the link: the invitation, signed, so that nothing secret has to be kept."""
    return str(_signer(secret).dumps([invitation.id, invitation.nonce]))


def open_invitation(session: Session, token: str, secret: str, *, now: datetime) -> Invitation:
    """Give the invitation of a link. Raises Refused("invitation_gone") when it opens nothing (any more)."""
    try:
        invitation_id, nonce = _signer(secret).loads(token)
    except (BadSignature, ValueError, TypeError):
        raise Refused("invitation_gone") from None
    found = session.get(Invitation, invitation_id)
    if found is None or found.nonce != nonce or not is_open(found, now):
        raise Refused("invitation_gone")
    return found


def is_open(invitation: Invitation, now: datetime) -> bool:
    """Tell whether somebody may still come in with it."""
    return invitation.withdrawn_at is None and invitation.used < invitation.most and now < invitation.ends_at


def join(session: Session, *, invitation: Invitation, joining: Joining, now: datetime) -> Staff:
    """Make the account of somebody who was invited; of two who take the last place one is refused.

    Raises Refused: "invitation_gone", and what `add_staff` refuses.
    """
    took = update(Invitation).where(
        col(Invitation.id) == invitation.id,
        col(Invitation.used) < col(Invitation.most),
        col(Invitation.withdrawn_at).is_(None),
        col(Invitation.ends_at) > now,
    )
    if not claim(session, took.values(used=col(Invitation.used) + 1).execution_options(synchronize_session=False)):
        raise Refused("invitation_gone")
    staff = add_staff(
        session,
        # An invitation for one person makes that person's account, whatever a changed form says.
        email=invitation.email or joining.email,
        name=joining.name,
        role=invitation.role,
        password=joining.password,
        now=now,
    )
    staff.team_id, staff.phone = invitation.team_id, joining.phone
    staff.spoken_languages = " ".join(joining.languages) or "nl"
    session.add(staff)
    if joining.hours is not None and staff.id is not None:
        roster.set_hours(session, staff_id=staff.id, hours=joining.hours, by=staff.id, now=now)
    return staff


def _signer(secret: str) -> URLSafeSerializer:
    return URLSafeSerializer(secret, salt="invitation")
