"""What one look at the database tells about thousands of rows: who is surely new, and who is surely the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from checkin.tenants.candidates import Candidate
from checkin.tenants.marks import Writer
from checkin.tenants.matching import Sighting

NEW = 0
"""Stands for a tenant whom we surely do not have."""


class Met(NamedTuple):
    """A tenant whom we have, with the marks of what the last file said, as they are written down."""

    id: int
    said: str


class Glance(NamedTuple):
    """Whom we know by reference, whom by identity alone, and which numbers are somebody's or were learned about."""

    by_reference: Mapping[str, Met]
    by_identity: Mapping[str, Met]
    numbers: frozenset[str]

    def tells(self, rows: Sequence[Candidate], sightings: Sequence[Sighting], writer: Writer) -> list[int | None]:
        """Give of each row `NEW`, or the tenant of whom the last file said the very same; None when it takes more."""
        met = [self.by_reference.get(seen.reference) or self.by_identity.get(seen.person) for seen in sightings]
        known = [place for place, one in enumerate(met) if one is not None]
        said = dict(zip(known, writer.texts([rows[place][1:3] for place in known]), strict=True))
        return [
            (one.id if one.said == said[place] else None)
            if one is not None
            else (NEW if self.numbers.isdisjoint(rows[place].numbers) else None)
            for place, one in enumerate(met)
        ]
