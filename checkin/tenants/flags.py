"""What any row of a file says about a person, and then holds for every row about that person, in whatever order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from checkin.tenants.candidates import Barrier, Candidate
from checkin.tenants.matching import Sighting, person, same_given, sighting

GONE = (Barrier.DECEASED, Barrier.LEASE_ENDED)


@dataclass
class People:
    """Some rows of a file, in which to look for others about the same person."""

    persons: set[str] = field(default_factory=set)
    by_number: dict[str, list[Sighting]] = field(default_factory=dict)

    def add(self, candidate: Candidate) -> None:
        """Add a row."""
        seen = sighting(candidate)
        self.persons.add(seen.person)
        for key in seen.keys:
            self.by_number.setdefault(key, []).append(seen)

    def alike(self, candidate: Candidate) -> list[Sighting]:
        """Give the rows with the same number and name that can be about the same person."""
        seen = sighting(candidate)
        return [
            other
            for key in seen.keys
            for other in self.by_number.get(key, ())
            if not (seen.reference and other.reference) and same_given(seen.given, other.given)
        ]

    def __contains__(self, candidate: Candidate) -> bool:
        return bool(self.persons) and (person(candidate) in self.persons or bool(self.alike(candidate)))


@dataclass
class Flags:
    """Who died, who wants no messages, and who lives there still."""

    deceased: People = field(default_factory=People)
    opted_out: People = field(default_factory=People)
    living: People = field(default_factory=People)
    unclear: set[int] = field(default_factory=set)
    """Rows that tell of a death or a move and can be about more than one person."""

    def clues(self) -> set[str]:
        """Name everybody who died or wants no messages, by person and by number with surname."""
        return set().union(*((*those.persons, *those.by_number) for those in (self.deceased, self.opted_out)))


def flags(special: Iterable[Candidate], everybody: Iterable[Candidate]) -> Flags:
    """Gather them from the rows that tell of a death, a move or an opt-out; from all only when somebody is gone."""
    found, gone = Flags(), People()
    for one in special:
        if one.opted_out:
            found.opted_out.add(one)
        if one.barrier in GONE:
            gone.add(one)
    if gone.persons:
        numbers = {key.partition(" ")[0] for key in gone.by_number}
        _add_living(found, gone.persons, numbers, everybody)
        _add_gone(found, special)
    return found


def _add_living(found: Flags, persons: set[str], numbers: set[str], candidates: Iterable[Candidate]) -> None:
    """Note who comes in, as far as a row that tells of a death or a move can be about the same person."""
    for one in candidates:
        if one.barrier is None and (person(one) in persons or not numbers.isdisjoint(one.numbers)):
            found.living.add(one)


def _add_gone(found: Flags, candidates: Iterable[Candidate]) -> None:
    """Note who died, unless the row can be about more than one of those who live there."""
    for one in candidates:
        if one.barrier not in GONE:
            continue
        if person(one) not in found.living.persons and len({other.person for other in found.living.alike(one)}) > 1:
            found.unclear.add(one.row)
        elif one.barrier is Barrier.DECEASED:
            found.deceased.add(one)
