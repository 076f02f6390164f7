"""Asking for tenants: those that the rows of a file may be about, and those that somebody searches for."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Session, col

from checkin.tenants.candidates import FACTS, Candidate
from checkin.tenants.finding import matching
from checkin.tenants.glance import Glance, Met
from checkin.tenants.imported import ImportedFacts
from checkin.tenants.matching import REFERENCE, Directory, Known, Sighting, identity_in
from checkin.tenants.models import PhoneNumber, Tenant
from checkin.tenants.naming import TenantName, name_of
from checkin.tenants.numbers import NUMBERS

SEPARATOR = "\x1f"
"""Stands in no value: every cell is cleaned of what nobody can see."""
ON_A_PAGE = 50


class TenantsLookUp:
    """Looks in the database for the tenants whom the rows of a file may be about."""

    def __init__(self, session: Session) -> None:
        self._connection = session.connection()

    def glance(self, sightings: Sequence[Sighting], numbers: Sequence[tuple[str, ...]]) -> Glance:
        """Tell in short what is known about many rows."""
        references = [seen.reference for seen in sightings if seen.reference]
        by_reference = self._met(Tenant.external_ref, references)
        # Whom we know by reference need not be looked for by number.
        unknown = [place for place, seen in enumerate(sightings) if seen.reference not in by_reference]
        identities = [sightings[place].person for place in unknown if not sightings[place].reference]
        wanted = {number for place in unknown for number in numbers[place]}
        return Glance(by_reference, self._met(ImportedFacts.identity, identities), self._numbers(wanted))

    def directory(self, candidates: Sequence[Candidate]) -> Directory:
        """Give the tenants and numbers that some rows may be about."""
        references = {reference for one in candidates if (reference := one.values[REFERENCE])}
        known = self._tenants_where(Tenant.external_ref, references)
        found = {one.values[REFERENCE] for one in known.values()}
        others = [one for one in candidates if one.values[REFERENCE] not in found]
        identities = {key for one in others if (key := identity_in(one.values))}
        known |= self._tenants_where(ImportedFacts.identity, identities)
        others_numbers = {number for one in others for number in one.numbers}
        for phone in NUMBERS:
            known |= self._tenants_where(phone, others_numbers)
        numbers = {number for one in candidates for number in one.numbers}
        return Directory(list(known.values()), *self._learned(numbers))

    def _met(self, column: Any, wanted: Collection[str]) -> dict[str, Met]:
        """Give the tenants with these references or identities; of an identity that several share nothing is sure."""
        found: dict[str, Met] = {}
        if wanted:
            said = sa.func.coalesce(sa.cast(col(ImportedFacts.said), sa.Text), "")
            kept = col(ImportedFacts.tenant_id) == col(Tenant.id)
            query = sa.select(col(column), col(Tenant.id), said).join_from(Tenant, ImportedFacts, kept, isouter=True)
            for key, tenant_id, marks in self._connection.execute(query.where(self._among(column, wanted))):
                found[key] = Met(tenant_id, "" if key in found else marks)
        return found

    def _numbers(self, wanted: Collection[str]) -> frozenset[str]:
        """Give the numbers that are a tenant's, or that we learned something about."""
        if not wanted:
            return frozenset()
        columns = (*NUMBERS, col(PhoneNumber.number))
        query = sa.union_all(*(sa.select(column).where(self._among(column, wanted)) for column in columns))
        return frozenset(self._connection.execute(query).scalars())

    def _tenants_where(self, column: Any, wanted: Collection[Any]) -> dict[int, Known]:
        if not wanted:
            return {}
        rows = self._connection.execute(_known_query().where(self._among(column, wanted)))
        return {row.id: _known(row) for row in rows}

    def _learned(self, numbers: Collection[str]) -> tuple[frozenset[str], frozenset[str]]:
        """Give the numbers that were stopped and those that were closed."""
        query = sa.select(col(PhoneNumber.number), col(PhoneNumber.stopped_at), col(PhoneNumber.closed_at))
        if not numbers:
            return frozenset(), frozenset()
        rows = self._connection.execute(query.where(self._among(PhoneNumber.number, numbers))).all()
        return frozenset(row[0] for row in rows if row[1]), frozenset(row[0] for row in rows if row[2])

    def _among(self, column: Any, wanted: Collection[str]) -> sa.ColumnElement[bool]:
        """Compare with all values in one parameter: thousands take the database longer to read than to find."""
        if self._connection.dialect.name == "postgresql":
            texts = sa.func.string_to_array(SEPARATOR.join(wanted), SEPARATOR, type_=ARRAY(sa.String))
            among: sa.ColumnElement[bool] = col(column) == sa.any_(texts)
            return among
        values = sa.func.json_each(json.dumps(list(wanted))).table_valued("value")
        return col(column).in_(sa.select(values.c.value))


def _known_query() -> sa.Select[Any]:
    return sa.select(
        col(Tenant.id),
        *(getattr(Tenant, name) for name in FACTS),
        col(Tenant.stopped_at),
        col(Tenant.deceased_at),
        col(Tenant.lease_ended_on),
        col(ImportedFacts.identity),
        col(ImportedFacts.said),
    ).outerjoin(ImportedFacts, col(ImportedFacts.tenant_id) == col(Tenant.id))


def _known(row: Any) -> Known:
    return Known(
        id=row.id,
        values=tuple(row[1 : 1 + len(FACTS)]),
        said=row.said or {},
        identity=row.identity or "",
        imported=row.said is not None,
        stopped=row.stopped_at is not None,
        deceased=row.deceased_at is not None,
        lease_ended_on=row.lease_ended_on,
    )


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
    conditions = matching(words)
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
