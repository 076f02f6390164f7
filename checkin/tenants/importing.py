"""Deciding what an import does: for each row whether it is new, changed, the same, skipped or wrong, and why."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from checkin.tenants.candidates import EMPTY, Barrier, Candidate, CellRemark, Value
from checkin.tenants.flags import Flags
from checkin.tenants.matching import (
    Directory,
    Known,
    Sighting,
    fingerprint,
    identity,
    marks_of,
    number_keys,
    same_given,
    sighting,
)
from checkin.tenants.sentences import Remark


class Result(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    SKIPPED = "skipped"
    WRONG = "wrong"


class Stop(StrEnum):
    """Why an import stops somebody."""

    DECEASED = "deceased"
    LEASE_ENDED = "lease_ended"
    OPTED_OUT = "opted_out"
    NUMBER_STOPPED = "number_stopped"


@dataclass(frozen=True, slots=True)
class Change:
    """What to store for one row; without a tenant it is a new one."""

    known: Known | None
    values: dict[str, Value]
    said: dict[str, str]
    identity: str = ""
    stop: Stop | None = None
    lease_ended_on: date | None = None
    lease_runs_again: bool = False
    row: int = 0
    """Of a new tenant."""

    def __reduce__(self) -> tuple[type[Change], tuple[object, ...]]:
        return Change, (
            self.known, self.values, self.said, self.identity, self.stop, self.lease_ended_on, self.lease_runs_again,
            self.row,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of one row, and what to say about it."""

    row: int
    result: Result
    remarks: tuple[CellRemark, ...] = ()
    change: Change | None = None
    stops: bool = False
    """It comes in as nobody, and whom it stops is to be found once everybody is known."""


@dataclass
class Checker:
    """Decides on the rows of one file that bring somebody in, one after the other."""

    mapped: frozenset[str]
    """The fields that the file has columns for."""
    flags: Flags
    _by_person: dict[str, Sighting] = field(default_factory=dict)
    _by_number: dict[str, list[Sighting]] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)
    """The tenants whom a row of this file brought in again."""

    def waits(self, candidate: Candidate) -> bool:
        """Tell whether a row is kept out, so that it is decided on when it is known whom the file brings in."""
        if candidate.barrier is Barrier.WRONG:
            return self.opts_out(candidate)
        return candidate.barrier is not None

    def opts_out(self, candidate: Candidate) -> bool:
        """Tell whether this row or another about the same person wants no messages."""
        return candidate.opted_out or candidate in self.flags.opted_out

    def check(self, candidate: Candidate, directory: Directory) -> Outcome:
        """Decide on one row that does not wait."""
        if candidate.barrier is not None:
            return Outcome(candidate.row, Result.WRONG, candidate.remarks)
        if candidate in self.flags.deceased:
            # Whom we have of these people, the row that tells of the death finds best.
            return with_remark(candidate, Result.SKIPPED, "deceased")
        seen, keys = sighting(candidate), number_keys(candidate)
        if earlier := self._earlier(seen, keys):
            return self._said_already(candidate, seen, earlier)
        self._remember(seen, keys)
        found = directory.find(candidate, self.taken)
        if len(found) > 1:
            return with_remark(candidate, Result.WRONG, "ambiguous", stops=self.opts_out(candidate))
        if not found:
            return self._new(candidate, directory)
        self.taken.add(found[0].id)
        return self._again(candidate, found[0], directory)

    def _said_already(self, candidate: Candidate, seen: Sighting, earlier: Sighting) -> Outcome:
        stops = self.opts_out(candidate)
        if seen.facts == earlier.facts:
            return with_remark(candidate, Result.SKIPPED, "duplicate", stops=stops, other=earlier.row)
        return with_remark(candidate, Result.WRONG, "other_data", stops=stops, other=earlier.row)

    def _earlier(self, seen: Sighting, keys: Sequence[str]) -> Sighting | None:
        """Give the earlier row about the same person."""
        if earlier := self._by_person.get(seen.person):
            return earlier
        for key in keys:
            for other in self._by_number.get(key, ()):
                if not (seen.reference and other.reference) and same_given(seen.given, other.given):
                    return other
        return None

    def _remember(self, seen: Sighting, keys: Sequence[str]) -> None:
        self._by_person[seen.person] = seen
        for key in keys:
            self._by_number.setdefault(key, []).append(seen)

    def _new(self, candidate: Candidate, directory: Directory) -> Outcome:
        said = marks_of(candidate)
        stop, remarks = self._stop(candidate, candidate.numbers, directory)
        if stop is Stop.OPTED_OUT:
            said["opted_out"] = fingerprint(True)
        change = Change(None, dict(candidate.values), said, identity(candidate), stop, row=candidate.row)
        return Outcome(candidate.row, Result.NEW, remarks, change)

    def _again(self, candidate: Candidate, known: Known, directory: Directory) -> Outcome:
        values, said = differences(candidate, known, self.mapped)
        new_numbers = tuple(str(value) for name, value in values.items() if name in PHONE_FIELDS and value)
        stop, remarks = self._stop(candidate, new_numbers, directory)
        if stop is Stop.OPTED_OUT:
            # Who asked to be stopped by file, and later wrote START, is not stopped again by the same old fact.
            stop = None if "opted_out" in known.said else stop
            said["opted_out"] = fingerprint(True)
        stop = None if known.stopped else stop
        runs_again = bool(known.lease_ended_on and known.said.get("lease_ended_on"))
        if runs_again:
            said["lease_ended_on"] = ""
        new_identity = identity(candidate) or known.identity
        kept_as_said = all(known.said.get(name, "") == mark for name, mark in said.items())
        changed = bool(values or stop or runs_again)
        if not changed and kept_as_said and known.identity == new_identity:
            return Outcome(candidate.row, Result.SAME, remarks)
        change = Change(known, values, said, new_identity, stop, lease_runs_again=runs_again)
        return Outcome(candidate.row, Result.CHANGED if changed else Result.SAME, remarks, change)

    def _stop(
        self, candidate: Candidate, numbers: tuple[str, ...], directory: Directory
    ) -> tuple[Stop | None, tuple[CellRemark, ...]]:
        closed, stopped = directory.closed, directory.stopped
        if closed and not closed.isdisjoint(numbers):
            candidate = _remarked(candidate, "number_closed")
        if self.opts_out(candidate):
            if not candidate.opted_out:
                candidate = _remarked(candidate, "opted_out")
            return Stop.OPTED_OUT, candidate.remarks
        if stopped and not stopped.isdisjoint(numbers):
            return Stop.NUMBER_STOPPED, _remarked(candidate, "number_stopped").remarks
        return None, candidate.remarks


PHONE_FIELDS = frozenset({"mobile", "landline", "phone_2"})
ADDED = ("opted_out", "lease_ended_on")
"""Marks that are not of a cell's own."""


def differences(candidate: Candidate, known: Known, mapped: frozenset[str]) -> tuple[dict[str, Value], dict[str, str]]:
    """Give the facts to change, and the marks to keep, by comparing three: this file, the last one, and what we have.

    A fact changes only when the file says something else than the last file did: what a colleague put right stays.
    """
    values: dict[str, Value] = {}
    said: dict[str, str] = {}
    marks = marks_of(candidate)
    if marks == {name: mark for name, mark in known.said.items() if name not in ADDED}:
        return values, said
    for name, empty in EMPTY.items():
        mark, before = marks.get(name, ""), known.said.get(name, "")
        if mark == before or not (mark or name in mapped or _source(before) in mapped):
            continue
        said[name] = mark
        value = candidate.values.get(name, empty)
        if value != known.values[name] and mark.partition(" ")[0] != before.partition(" ")[0]:
            values[name] = value
    return values, said


def _source(mark: str) -> str:
    return mark.partition(" ")[2]


def stopping(
    candidate: Candidate, found: Sequence[Known], taken: Container[int], flags: Flags
) -> tuple[list[Change], bool]:
    """Give whom a row that is kept out stops, and whether it can be about more than one person.

    Who wants nothing is stopped in doubt too; death and moving out must be certain, and nobody has moved out whom
    another row of the same file says lives there.
    """
    changes: list[Change] = []
    if candidate.opted_out or candidate in flags.opted_out:
        marks = {"opted_out": fingerprint(True)}
        wanted = [known for known in found if "opted_out" not in known.said and not known.stopped]
        changes = [Change(known, {}, marks, known.identity, Stop.OPTED_OUT) for known in wanted]
    unclear = len(found) > 1 or candidate.row in flags.unclear
    if unclear or not found:
        return changes, unclear
    known, ended = found[0], candidate.lease_ended_on
    if candidate.barrier is Barrier.DECEASED and not known.deceased:
        return [Change(known, {}, {}, known.identity, Stop.DECEASED)], unclear
    lives_there = known.id < 0 or known.id in taken or candidate in flags.living
    if candidate.barrier is Barrier.LEASE_ENDED and not known.lease_ended_on and not lives_there:
        marks = {"lease_ended_on": fingerprint(True)}
        changes.append(Change(known, {}, marks, known.identity, Stop.LEASE_ENDED, ended))
    return changes, unclear


def after(change: Change) -> Known:
    """Give a tenant as it will be; a new one goes by minus its row for as long as it has no id."""
    before = change.known or Known(-change.row, EMPTY, imported=True)
    ended = None if change.lease_runs_again else change.lease_ended_on or before.lease_ended_on
    return replace(
        before,
        values={**before.values, **change.values},
        said={name: mark for name, mark in {**before.said, **change.said}.items() if mark},
        identity=change.identity or before.identity,
        stopped=before.stopped or change.stop not in (None, Stop.LEASE_ENDED),
        deceased=before.deceased or change.stop is Stop.DECEASED,
        lease_ended_on=ended,
    )


def _remarked(candidate: Candidate, code: str, **values: int) -> Candidate:
    return replace(candidate, remarks=(*candidate.remarks, CellRemark("", Remark(code, values))))


def with_remark(candidate: Candidate, result: Result, code: str, *, stops: bool = False, **values: int) -> Outcome:
    """Give the outcome of a row that comes to nothing, and why."""
    return Outcome(candidate.row, result, _remarked(candidate, code, **values).remarks, stops=stops)
