"""What a whole file will do: first everybody whom it brings in, then whom the rows that are kept out stop.

In that order, because a row can only stop whom we know. A file that is imported twice then finds, the second time, the
very same people: nothing is left to change.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from typing import Protocol

from checkin.tenants.candidates import Barrier, Candidate
from checkin.tenants.flags import flags
from checkin.tenants.glance import NEW, Glance
from checkin.tenants.importing import Change, Checker, Newcomer, Outcome, Result, after, stopping, with_remark
from checkin.tenants.marks import Writer
from checkin.tenants.matching import REFERENCE, Directory, Known, Sighting, person, sighting
from checkin.tenants.packed import AT_ONCE, Packed
from checkin.tenants.report import ImportReport


class LookUp(Protocol):
    """Whom we have."""

    def glance(self, sightings: Sequence[Sighting], numbers: Sequence[tuple[str, ...]]) -> Glance:
        """Tell in short what is known about many rows."""

    def directory(self, candidates: Sequence[Candidate]) -> Directory:
        """Give the tenants and numbers that some rows may be about."""


class Step(StrEnum):
    """What an import does with every row."""

    READ = "read"
    COMPARE = "compare"
    STORE = "store"


Progress = Callable[[Step, int, int], None]
"""Hears how many rows are done, and of how many; of those that are to be read the number is a guess."""

Told = Callable[[Candidate, Outcome], None]
"""Hears what becomes of each row."""


Portion = Sequence[Newcomer | Change]
"""As much of a plan as is stored in one transaction."""


def unheard(_step: Step, _done: int, _of: int) -> None:
    """Tell nobody how far it is."""


@dataclass
class Plan:
    """What to store, and what to say about it."""

    report: ImportReport = field(default_factory=ImportReport)
    rows: Packed[Candidate] = field(default_factory=Packed)
    new: set[int] = field(default_factory=set)
    """The rows that bring a new tenant in."""
    special: dict[int, Newcomer] = field(default_factory=dict)
    """New tenants, by their row, of whom there is more to store than what their row says."""
    changes: Packed[Change] = field(default_factory=Packed)

    def portions(self, size: int) -> Iterator[Portion]:
        """Give what to store, so many rows at a time."""
        rest = self._all()
        while portion := list(islice(rest, size)):
            yield portion

    def _all(self) -> Iterator[Newcomer | Change]:
        for one in self.rows if self.new else ():
            if one.row in self.new:
                yield self.special.get(one.row) or Newcomer(one.row, one.values, one.sources)
        yield from self.changes

    def __len__(self) -> int:
        return len(self.new) + len(self.changes)


class Rows:
    """All rows of a file, and apart those that tell of a death, a move or an opt-out: a few, or none."""

    def __init__(self, candidates: Iterable[Candidate], progress: Progress = unheard, expected: int = 0) -> None:
        self._progress, self._expected = progress, expected
        self.special: Packed[Candidate] = Packed()
        self.all: Packed[Candidate] = Packed(self._noted(candidates))

    def _noted(self, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
        done = 0
        for done, one in enumerate(candidates, 1):
            if one.opted_out or one.barrier not in (None, Barrier.WRONG):
                self.special.append(one)
            yield one
            if not done % AT_ONCE:
                self._progress(Step.READ, done, max(done, self._expected))
        self._progress(Step.READ, done, done)


@contextmanager
def without_collecting() -> Iterator[None]:
    """Keep Python from looking for circles among hundreds of thousands of rows: there are none, and it costs the half.

    What is no longer needed goes all the same, by the count of its references.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def plan_import(
    rows: Rows,
    mapped: frozenset[str],
    look_up: LookUp,
    progress: Progress = unheard,
    told: Told = lambda _candidate, _outcome: None,
) -> Plan:
    """Decide on every row of a file, and change nothing."""
    planner = _Planner(Checker(mapped, flags(rows.special, rows.all)), look_up, told, Plan(rows=rows.all))
    planner.note_who_can_stop(rows)
    done = 0
    for part in rows.all.parts():
        planner.bring_in(part)
        progress(Step.COMPARE, done := done + len(part), len(rows.all))
    for part in planner.later.parts():
        planner.stop(part)
    planner.plan.report.in_the_order_of_the_file()
    return planner.plan


@dataclass
class _Planner:
    checker: Checker
    look_up: LookUp
    told: Told
    plan: Plan
    writer: Writer = field(default_factory=Writer)
    later: Packed[Candidate] = field(default_factory=Packed)
    """Rows that are kept out, and doubles with an opt-out."""
    clues: set[str] = field(default_factory=set)
    """The references, numbers and identities by which a row that stops somebody will look for them."""
    delicate: set[str] = field(default_factory=set)
    """Whoever goes by one of these is never decided on at sight."""
    new: dict[int, Newcomer] = field(default_factory=dict)
    """New tenants whom a later row may stop, by their row."""
    images: dict[int, Known] = field(default_factory=dict)
    """Tenants as this file leaves them, when a later row may be about them."""

    def note_who_can_stop(self, rows: Rows) -> None:
        """Gather the clues of every row that tells of a stop, or is about the same person as one that does."""
        for one in rows.special:
            self.clues.update(_clues(one))
        if self.checker.flags.opted_out.persons:
            for one in rows.all:
                if self.checker.opts_out(one):
                    self.clues.update(_clues(one))
        self.delicate = self.clues | self.checker.flags.clues()

    def bring_in(self, part: list[Candidate]) -> None:
        """Decide on the rows that come in, and put the others aside."""
        rows = [one for one in part if not self.checker.waits(one)]
        self.later.extend(one for one in part if self.checker.waits(one))
        sightings = [sighting(one) for one in rows]
        glance = self.look_up.glance(sightings, [one.numbers for one in rows])
        told = glance.tells(rows, sightings, self.writer)
        sure = [
            None if self._is_delicate(one, seen) else who for one, seen, who in zip(rows, sightings, told, strict=True)
        ]
        directory = self.look_up.directory([one for one, who in zip(rows, sure, strict=True) if who is None])
        for one, seen, who in zip(rows, sightings, sure, strict=True):
            outcome = self._outcome(one, seen, who, directory)
            self._tell(one, outcome)
            if outcome.change is not None:
                self._plan(outcome.change)
            if who is None:
                self._remember(one, outcome)

    def _plan(self, change: Newcomer | Change) -> None:
        if isinstance(change, Change):
            self.plan.changes.append(change)
            return
        self.plan.new.add(change.row)
        if change.stop:
            self.plan.special[change.row] = change

    def _is_delicate(self, one: Candidate, seen: Sighting) -> bool:
        """Tell whether a row may stop somebody, or be about whom another row stops."""
        if one.barrier is not None or one.opted_out:
            return True
        return bool(self.delicate) and not self.delicate.isdisjoint((seen.person, *one.numbers, *seen.keys))

    def _outcome(self, one: Candidate, seen: Sighting, who: int | None, directory: Directory) -> Outcome:
        if who is None and (outcome := self.checker.kept_out(one)):
            return outcome
        if outcome := self.checker.said_already(one, seen):
            return outcome
        if who is None:
            return self.checker.check(one, directory)
        if who == NEW:
            return Outcome(one.row, Result.NEW, one.remarks, Newcomer(one.row, one.values, one.sources))
        if who in self.checker.taken:
            return self.checker.check(one, self.look_up.directory([one]))
        self.checker.taken[who] = one.row
        return Outcome(one.row, Result.SAME, one.remarks)

    def _remember(self, one: Candidate, outcome: Outcome) -> None:
        """Remember what a row does when a row that is kept out may be about the same tenant."""
        change = outcome.change
        if outcome.stops:
            # Said already: whom it stops is found with the rows that are kept out, and it is not counted twice.
            self.later.append(one._replace(row=-one.row))
        if change is None or not self.clues:
            return
        image = after(change)
        if self.clues.isdisjoint((*_clues(one), *_clues_of(image))):
            return
        self.images[image.id] = image
        if isinstance(change, Newcomer):
            self.new[one.row] = change

    def stop(self, part: list[Candidate]) -> None:
        """Decide on rows that are kept out, in sight of everybody whom the file brings in."""
        clues = {clue for one in part for clue in _clues(one)}
        images = [image for image in self.images.values() if not clues.isdisjoint(_clues_of(image))]
        directory = self.look_up.directory(part).with_changes(images, self.images.keys())
        for one in part:
            self._stop(one, directory)

    def _stop(self, one: Candidate, directory: Directory) -> None:
        found = [self.images.get(known.id, known) for known in directory.find(one, ())]
        changes, unclear = stopping(one, found, self.checker.taken, self.checker.flags)
        for change in changes:
            self._note(change)
        if one.row < 0:
            return
        if unclear and one.barrier is not Barrier.WRONG:
            self._tell(one, with_remark(one, Result.WRONG, "ambiguous"))
        else:
            result = Result.WRONG if one.barrier is Barrier.WRONG else Result.SKIPPED
            self._tell(one, Outcome(one.row, result, one.remarks))

    def _tell(self, one: Candidate, outcome: Outcome) -> None:
        self.plan.report.add(outcome)
        self.told(one, outcome)

    def _note(self, change: Change) -> None:
        image = change.known
        self.images[image.id] = after(change)
        if image.id > 0:
            self.plan.changes.append(change)
            return
        new = self.plan.special.get(-image.id) or self.new[-image.id]
        self.plan.special[new.row] = new._replace(stop=change.stop, added={**new.added, **change.said})


def _clues(one: Candidate) -> tuple[str, ...]:
    return (person(one), *one.numbers)


def _clues_of(known: Known) -> tuple[str, ...]:
    reference = known.values[REFERENCE]
    return (*([f"ref {reference}"] if reference else []), known.identity, *known.numbers)
