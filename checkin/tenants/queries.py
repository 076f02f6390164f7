"""Asking for tenants: those that the rows of a file may be about, and those that somebody searches for."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Session, col

from checkin.tenants.candidates import EMPTY, Candidate
from checkin.tenants.imported import ImportedFacts
from checkin.tenants.matching import Directory, Known, identity
from checkin.tenants.models import PhoneNumber, Tenant
from checkin.tenants.naming import TenantName, name_of
from checkin.tenants.numbers import NUMBERS

FACTS = [getattr(Tenant, name) for name in EMPTY]
ON_A_PAGE = 50


def directory_for(session: Session, candidates: Iterable[Candidate]) -> Directory:
    """Give the tenants and numbers that these rows may be about."""
    candidates = list(candidates)
    references = {reference for one in candidates if (reference := one.values.get("external_ref"))}
    known = _tenants_where(session, Tenant.external_ref, references)
    # Whom we know by reference need not be looked for by number.
    found = {one.values["external_ref"] for one in known.values()}
    others = [one for one in candidates if one.values.get("external_ref") not in found]
    known |= _tenants_where(session, ImportedFacts.identity, {key for one in others if (key := identity(one))})
    others_numbers = {number for one in others for number in one.numbers}
    for phone in (Tenant.mobile, Tenant.landline, Tenant.phone_2):
        known |= _tenants_where(session, phone, others_numbers)
    numbers = {number for one in candidates for number in one.numbers}
    return Directory(list(known.values()), *_learned(session, numbers))


def _tenants_where(session: Session, column: Any, wanted: Collection[Any]) -> dict[int, Known]:
    if not wanted:
        return {}
    connection = session.connection()
    rows = connection.execute(_known_query().where(_among(connection, col(column), wanted)))
    return {row.id: _known(row) for row in rows}


def _among(connection: sa.Connection, column: Any, wanted: Collection[str]) -> sa.ColumnElement[bool]:
    """Compare with all values in one parameter: thousands of them take the database longer to read than to find."""
    found: sa.ColumnElement[bool]
    if connection.dialect.name == "postgresql":
        found = column == sa.any_(sa.bindparam(None, list(wanted), ARRAY(sa.String), unique=True))
    else:
        values = sa.func.json_each(json.dumps(list(wanted))).table_valued("value")
        found = column.in_(sa.select(values.c.value))
    return found


def _known_query() -> sa.Select[Any]:
    return sa.select(
        col(Tenant.id),
        *FACTS,
        col(Tenant.stopped_at),
        col(Tenant.deceased_at),
        col(Tenant.lease_ended_on),
        col(ImportedFacts.identity),
        col(ImportedFacts.said),
    ).outerjoin(ImportedFacts, col(ImportedFacts.tenant_id) == col(Tenant.id))


def _known(row: Any) -> Known:
    return Known(
        id=row.id,
        values=dict(zip(EMPTY, row[1:], strict=False)),
        said=row.said or {},
        identity=row.identity or "",
        imported=row.said is not None,
        stopped=row.stopped_at is not None,
        deceased=row.deceased_at is not None,
        lease_ended_on=row.lease_ended_on,
    )


def _learned(session: Session, numbers: set[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Give the numbers that were stopped and those that were closed."""
    query = sa.select(col(PhoneNumber.number), col(PhoneNumber.stopped_at), col(PhoneNumber.closed_at))
    if not numbers:
        return frozenset(), frozenset()
    connection = session.connection()
    rows = connection.execute(query.where(_among(connection, col(PhoneNumber.number), numbers))).all()
    return frozenset(row[0] for row in rows if row[1]), frozenset(row[0] for row in rows if row[2])


@dataclass(frozen=True)
class FoundTenant:
    """A tenant in the list; it serves `written_name` as a person."""

    id: int
    salutation: str
    initials: str
    first_name: str
    name_prefix: str
    last_name: str
    spoken_name: str
    street: str
    house: str
    city: str
    number: str | None
    stopped: bool
    deceased: bool


@dataclass(frozen=True)
class TenantPage:
    """One page of a search."""

    tenants: tuple[FoundTenant, ...]
    total: int
    page: int

    @property
    def pages(self) -> int:
        """Count the pages."""
        return max(1, -(-self.total // ON_A_PAGE))


def search_tenants(session: Session, words: str, page: int = 1) -> TenantPage:
    """Find tenants by name, street, reference or telephone number; every word must be somewhere."""
    conditions = [_somewhere(word) for word in words.split()[:6]]
    total = session.connection().execute(sa.select(sa.func.count()).select_from(Tenant).where(*conditions)).scalar_one()
    page = min(max(page, 1), max(1, -(-total // ON_A_PAGE)))
    query = (
        sa.select(Tenant)
        .where(*conditions)
        .order_by(sa.func.lower(col(Tenant.last_name)), col(Tenant.initials), col(Tenant.id))
        .limit(ON_A_PAGE)
        .offset((page - 1) * ON_A_PAGE)
    )
    return TenantPage(tuple(_found(row) for row in session.execute(query).scalars()), total, page)


def _somewhere(word: str) -> sa.ColumnElement[bool]:
    texts = (Tenant.last_name, Tenant.first_name, Tenant.name_prefix, Tenant.street, Tenant.city, Tenant.external_ref)
    found = [col(text).icontains(word, autoescape=True) for text in texts]
    found.append(col(Tenant.house_number) == word)
    digits = re.sub(r"^(0031|31|0)", "", re.sub(r"\D", "", word))
    if len(digits) >= 3:  # noqa: PLR2004 - fewer digits are a house number
        found += [col(phone).contains(digits) for phone in (Tenant.mobile, Tenant.landline, Tenant.phone_2)]
    return sa.or_(*found)


def _found(tenant: Tenant) -> FoundTenant:
    return FoundTenant(
        id=tenant.id or 0,
        salutation=str(tenant.salutation),
        initials=tenant.initials,
        first_name=tenant.first_name,
        name_prefix=tenant.name_prefix,
        last_name=tenant.last_name,
        spoken_name=tenant.spoken_name,
        street=tenant.street,
        house=" ".join(part for part in (f"{tenant.house_number}{tenant.house_letter}", tenant.house_addition) if part),
        city=tenant.city,
        number=tenant.mobile or tenant.landline or tenant.phone_2,
        stopped=tenant.stopped_at is not None,
        deceased=tenant.deceased_at is not None,
    )


@dataclass(frozen=True)
class Housemate:
    """Somebody who shares a telephone number with a tenant."""

    id: int
    name: TenantName


MOST_HOUSEMATES = 10
"""A number of a home or a care office has more people behind it than a card can show."""


def housemates(session: Session, tenant: Tenant) -> list[Housemate]:
    """List who shares any telephone number with a tenant: whoever picks up may be one of them."""
    numbers = [number for number in (tenant.mobile, tenant.landline, tenant.phone_2) if number]
    shared = sa.or_(*(column.in_(numbers) for column in NUMBERS))
    query = sa.select(Tenant).where(shared, col(Tenant.id) != tenant.id, col(Tenant.deceased_at).is_(None))
    found = session.execute(query.order_by(col(Tenant.id)).limit(MOST_HOUSEMATES)).scalars()
    return [Housemate(one.id or 0, name_of(one)) for one in found]
