"""Recognising a person: by the landlord's reference, else by number and surname together."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from checkin.tenants.candidates import PLACE, Candidate, Value, Values, numbers_in
from checkin.tenants.marks import fingerprint

REFERENCE, SURNAME = PLACE["external_ref"], PLACE["last_name"]
INITIALS, FIRST_NAME = PLACE["initials"], PLACE["first_name"]
WITHOUT_NUMBER = [
    PLACE[name] for name in ("initials", "postcode", "house_number", "house_letter", "house_addition", "unit_ref")
]
"""What, with the surname, tells apart people who have neither a reference nor a number."""


@dataclass(frozen=True, slots=True)
class Known:
    """A tenant we have, with what the last file said about them."""

    id: int
    values: Values
    said: Mapping[str, str] = field(default_factory=dict)
    identity: str = ""
    imported: bool = False
    stopped: bool = False
    deceased: bool = False
    lease_ended_on: date | None = None

    @property
    def numbers(self) -> tuple[str, ...]:
        """Give the telephone numbers."""
        return numbers_in(self.values)


class Directory:
    """The tenants and numbers that some rows may be about."""

    def __init__(
        self,
        tenants: list[Known],
        stopped: frozenset[str] = frozenset(),
        closed: frozenset[str] = frozenset(),
    ) -> None:
        self.tenants, self.stopped, self.closed = tenants, stopped, closed
        self.by_reference = {known.values[REFERENCE]: known for known in tenants if known.values[REFERENCE]}
        self.by_identity: dict[str, list[Known]] = {}
        self.by_number: dict[str, list[Known]] = {}
        for known in tenants:
            if known.identity:
                self.by_identity.setdefault(known.identity, []).append(known)
            for number in known.numbers:
                self.by_number.setdefault(number, []).append(known)

    def with_changes(self, changed: Iterable[Known], instead_of: Container[int]) -> Directory:
        """Give the same directory with some tenants as they will be."""
        kept = [known for known in self.tenants if known.id not in instead_of]
        return Directory([*kept, *changed], self.stopped, self.closed)

    def find(self, candidate: Candidate, taken: Container[int]) -> list[Known]:
        """Give the tenants that a row can be about; more than one means that it does not say which.

        Whoever another row is about already can only be meant by reference.
        """
        reference = candidate.values[REFERENCE]
        if reference and reference in self.by_reference:
            return [self.by_reference[reference]]
        free = [known for known in self._same_number_and_name(candidate) if known.id not in taken]
        if reference:
            # Known from a file without references: it gets one now.
            nameless = [known for known in free if not known.values[REFERENCE]]
            return nameless if len(nameless) == 1 else []
        same = [known for known in self.by_identity.get(identity_in(candidate.values), ()) if known.id not in taken]
        return same or free

    def _same_number_and_name(self, candidate: Candidate) -> Iterator[Known]:
        met: set[int] = set()
        for number in candidate.numbers:
            for known in self.by_number.get(number, ()):
                if (
                    known.id not in met
                    and _same_surname(candidate, known)
                    and same_given(given(candidate.values), given(known.values))
                ):
                    met.add(known.id)
                    yield known


def surname(values: Values) -> str:
    """Give the surname in the form in which it is compared."""
    return str(values[SURNAME]).casefold()


def given(values: Values) -> str:
    """Give the first letter of the initials or the first name; empty when neither is known."""
    return str(values[INITIALS] or values[FIRST_NAME])[:1].casefold()


def same_given(one: str, other: str) -> bool:
    """Tell whether two first letters can be one person's: J. and A. Jansen behind one number are two people."""
    return not one or not other or one == other


class Sighting(NamedTuple):
    """What is remembered of a row that was seen, to know others about the same person by."""

    row: int
    person: str
    reference: str
    given: str
    keys: tuple[str, ...]
    """What people behind one number with one surname share."""
    facts: int
    """The same for two rows that say the same."""


def sighting(candidate: Candidate) -> Sighting:
    """Remember a row in a few words."""
    values = candidate.values
    name, reference = surname(values), values[REFERENCE]
    return Sighting(
        candidate.row,
        f"ref {reference}" if reference else identity_in(values),
        str(reference or ""),
        given(values),
        tuple([f"{number} {name}" for number in numbers_in(values)]),
        hash(values),
    )


def _same_surname(candidate: Candidate, known: Known) -> bool:
    if surname(candidate.values) == surname(known.values):
        return True
    return known.said.get("last_name", "").partition(" ")[0] == fingerprint(candidate.values[SURNAME])


def person(candidate: Candidate) -> str:
    """Name the person of a row, in a way that another row about the same person shares."""
    reference = candidate.values[REFERENCE]
    return f"ref {reference}" if reference else identity_in(candidate.values)


def identity_in(values: Values) -> str:
    """Make the key by which somebody without a reference is recognised the next time."""
    if values[REFERENCE]:
        return ""
    where: tuple[Value, ...] = numbers_in(values)[:1] or tuple([values[place] or None for place in WITHOUT_NUMBER])
    return fingerprint("|".join(map(str, (surname(values), given(values), *where))))
