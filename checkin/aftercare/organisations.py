"""The directory of organisations, kept by the landlord."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlmodel import Session, col

from checkin.aftercare.models import Organisation
from checkin.domain.errors import Refused
from checkin.domain.referrals import OrganisationKind

ORDER = {kind: place for place, kind in enumerate(OrganisationKind)}


def all_of_them(session: Session) -> Sequence[Organisation]:
    """List the directory by kind and name, with those that are no longer offered."""
    rows = session.execute(select(Organisation)).scalars().all()
    return sorted(rows, key=lambda row: (not row.active, ORDER[row.kind], row.name.casefold()))


def offered(session: Session) -> Sequence[Organisation]:
    """List what a colleague may choose from."""
    return [row for row in all_of_them(session) if row.active]


def store(session: Session, organisation: Organisation) -> Organisation:
    """Keep a new or changed organisation. Raises Refused("organisation_taken") when the name is there already."""
    with session.no_autoflush:
        query = select(col(Organisation.id)).where(
            func.lower(col(Organisation.name)) == organisation.name.lower(),
            col(Organisation.id).is_distinct_from(organisation.id),
        )
        if session.execute(query).first() is not None:
            raise Refused("organisation_taken")
    session.add(organisation)
    session.flush()
    return organisation


def called_in_texts(organisation: Organisation) -> str:
    """Give what a text to the tenant calls it."""
    return organisation.called or organisation.name
