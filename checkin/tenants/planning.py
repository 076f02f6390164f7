"""What a whole file will do: first everybody whom it brings in, then whom the rows that are kept out stop.

In that order, because a row can only stop whom we know. A file that is imported twice then finds, the second time, the
very same people: nothing is left to change.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from checkin.tenants.candidates import Barrier, Candidate
from checkin.tenants.flags import flags
from checkin.tenants.importing import Change, Checker, Outcome, Result, after, stopping, with_remark
from checkin.tenants.matching import Directory, Known, identity
from checkin.tenants.packed import Packed
from checkin.tenants.report import ImportReport

LookUp = Callable[[Sequence[Candidate]], Directory]
"""Gives the tenants and numbers that some rows may be about."""
Progress = Callable[[int], None]
"""Hears how many rows are done."""

Told = Callable[[Candidate, Outcome], None]
"""Hears what becomes of each row."""


@dataclass
class Plan:
    """What to store, and what to say about it."""

    report: ImportReport = field(default_factory=ImportReport)
    changes: Packed[Change] = field(default_factory=Packed)
    amended: dict[int, Change] = field(default_factory=dict)
    """New tenants, by their row, about whom a row that was kept out had more to say."""

    def parts(self) -> Iterator[list[Change]]:
        """Give what to store, a part at a time."""
        for part in self.changes.parts():
            yield [self.amended.get(change.row, change) if change.known is None else change for change in part]


class Rows:
    """All rows of a file, and apart those that tell of a death, a move or an opt-out: a few, or none."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self.special: Packed[Candidate] = Packed()
        self.all: Packed[Candidate] = Packed(self._noted(candidates))

    def _noted(self, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
        for one in candidates:
            if one.opted_out or one.barrier not in (None, Barrier.WRONG):
                self.special.append(one)
            yield one


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
    progress: Progress = lambda _done: None,
    told: Told = lambda _candidate, _outcome: None,
) -> Plan:
    """Decide on every row of a file, and change nothing."""
    planner = _Planner(Checker(mapped, flags(rows.special, rows.all)), look_up, told)
    planner.note_who_can_stop(rows)
    done = 0
    for part in rows.all.parts():
        planner.bring_in(part)
        progress(done := done + len(part))
    for part in planner.later.parts():
        planner.stop(part)
    planner.plan.report.in_the_order_of_the_file()
    return planner.plan


@dataclass
class _Planner:
    checker: Checker
    look_up: LookUp
    told: Told
    plan: Plan = field(default_factory=Plan)
    later: Packed[Candidate] = field(default_factory=Packed)
    """Rows that are kept out, and doubles with an opt-out."""
    clues: set[str] = field(default_factory=set)
    """The references, numbers and identities by which a row that stops somebody will look for them."""
    new: dict[int, Change] = field(default_factory=dict)
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

    def bring_in(self, part: list[Candidate]) -> None:
        """Decide on the rows that come in, and put the others aside."""
        rows = [one for one in part if not self.checker.waits(one)]
        self.later.extend(one for one in part if self.checker.waits(one))
        directory = self.look_up(rows)
        outcomes = [self.checker.check(one, directory) for one in rows]
        self.plan.changes.extend(outcome.change for outcome in outcomes if outcome.change)
        for one, outcome in zip(rows, outcomes, strict=True):
            self._decided(one, outcome)

    def _decided(self, one: Candidate, outcome: Outcome) -> None:
        """Count a row, and remember what it does when a row that is kept out may be about the same tenant."""
        self._tell(one, outcome)
        change = outcome.change
        if outcome.stops:
            # Said already: whom it stops is found with the rows that are kept out, and it is not counted twice.
            self.later.append(replace(one, row=-one.row))
        if change is None or not self.clues:
            return
        image = after(change)
        if self.clues.isdisjoint((*_clues(one), *_clues_of(image))):
            return
        self.images[image.id] = image
        if change.known is None:
            self.new[one.row] = change

    def stop(self, part: list[Candidate]) -> None:
        """Decide on rows that are kept out, in sight of everybody whom the file brings in."""
        clues = {clue for one in part for clue in _clues(one)}
        images = [image for image in self.images.values() if not clues.isdisjoint(_clues_of(image))]
        directory = self.look_up(part).with_changes(images, self.images.keys())
        for one in part:
            self._stop(one, directory)

    def _stop(self, one: Candidate, directory: Directory) -> None:
        found = [self.images.get(known.id, known) for known in directory.find(one, set())]
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
        assert change.known is not None  # noqa: S101 - only whom we have or bring in can be stopped
        image = change.known
        self.images[image.id] = after(change)
        if image.id > 0:
            self.plan.changes.append(change)
            return
        new = self.plan.amended.get(-image.id) or self.new[-image.id]
        self.plan.amended[new.row] = replace(new, stop=change.stop, said={**new.said, **change.said})


def _clues(one: Candidate) -> tuple[str, ...]:
    reference = one.values.get("external_ref")
    return (*([f"ref {reference}"] if reference else [identity(one)]), *one.numbers)


def _clues_of(known: Known) -> tuple[str, ...]:
    reference = known.values["external_ref"]
    return (*([f"ref {reference}"] if reference else []), known.identity, *known.numbers)
