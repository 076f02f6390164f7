"""What any row of a file says about a person, and then holds for every row about that person, in whatever order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from checkin.tenants.candidates import Barrier, Candidate
from checkin.tenants.matching import person, same_given, surname


@dataclass
class People:
    """Some rows of a file, in which to look for others about the same person."""

    persons: set[str] = field(default_factory=set)
    by_number: dict[tuple[str, str], list[Candidate]] = field(default_factory=dict)

    def add(self, candidate: Candidate) -> None:
        """Add a row."""
        self.persons.add(person(candidate))
        for number in candidate.numbers:
            self.by_number.setdefault((number, surname(candidate.values)), []).append(candidate)

    def alike(self, candidate: Candidate) -> list[Candidate]:
        """Give the rows with the same number and name that can be about the same person."""
        reference, name = candidate.values.get("external_ref"), surname(candidate.values)
        return [
            other
            for number in candidate.numbers
            for other in self.by_number.get((number, name), ())
            if not (reference and other.values.get("external_ref")) and same_given(candidate.values, other.values)
        ]

    def __contains__(self, candidate: Candidate) -> bool:
        return person(candidate) in self.persons or bool(self.alike(candidate))


@dataclass(frozen=True)
class Flags:
    """Who died, who wants no messages, and who lives there still."""

    deceased: People
    opted_out: People
    living: People
    unclear: frozenset[int]
    """Rows that tell of a death and can be about more than one person."""


def flags(candidates: Sequence[Candidate]) -> Flags:
    """Gather them from all rows."""
    kept_out = [one for one in candidates if one.barrier in (Barrier.DECEASED, Barrier.LEASE_ENDED)]
    living = _alive(candidates, kept_out)
    unclear = frozenset(
        one.row
        for one in kept_out
        if person(one) not in living.persons and len({person(other) for other in living.alike(one)}) > 1
    )
    deceased, opted_out = People(), People()
    for one in kept_out:
        if one.barrier is Barrier.DECEASED and one.row not in unclear:
            deceased.add(one)
    for one in candidates:
        if one.opted_out:
            opted_out.add(one)
    return Flags(deceased, opted_out, living, unclear)


def _alive(candidates: Sequence[Candidate], kept_out: Sequence[Candidate]) -> People:
    """Gather the rows that come in, as far as a row that is kept out can be about the same person."""
    persons = {person(one) for one in kept_out}
    numbers = {number for one in kept_out for number in one.numbers}
    living = People()
    for one in candidates:
        if one.barrier is None and kept_out and (person(one) in persons or not numbers.isdisjoint(one.numbers)):
            living.add(one)
    return living
