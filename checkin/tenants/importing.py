"""Deciding what an import does: for each row whether it is new, changed, the same, skipped or wrong, and why."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from checkin.tenants.candidates import FACTS, NOWHERE, Barrier, Candidate, CellRemark, Value, Values
from checkin.tenants.flags import Flags
from checkin.tenants.marks import ADDED, fingerprint, marks_of
from checkin.tenants.matching import Directory, Known, Sighting, identity_in, same_given
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


class Newcomer(NamedTuple):
    """A tenant to add."""

    row: int
    values: Values
    sources: Mapping[str, str] = NOWHERE
    stop: Stop | None = None
    added: Mapping[str, str] = NOWHERE
    """Marks that are not of a cell's own."""


class Change(NamedTuple):
    """What to change of a tenant whom we have."""

    known: Known
    values: dict[str, Value]
    said: dict[str, str]
    identity: str = ""
    stop: Stop | None = None
    lease_ended_on: date | None = None
    lease_runs_again: bool = False


class Outcome(NamedTuple):
    """What becomes of one row, and what to say about it."""

    row: int
    result: Result
    remarks: tuple[CellRemark, ...] = ()
    change: Newcomer | Change | None = None
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
    taken: dict[int, int] = field(default_factory=dict)
    """The tenants whom a row of this file brought in again, and which row that was."""

    def waits(self, candidate: Candidate) -> bool:
        """Tell whether a row is kept out, so that it is decided on when it is known whom the file brings in."""
        if candidate.barrier is Barrier.WRONG:
            return self.opts_out(candidate)
        return candidate.barrier is not None

    def opts_out(self, candidate: Candidate) -> bool:
        """Tell whether this row or another about the same person wants no messages."""
        return candidate.opted_out or candidate in self.flags.opted_out

    def kept_out(self, candidate: Candidate) -> Outcome | None:
        """Decide on a row that needs no look at whom we have: it is wrong, or about somebody who died."""
        if candidate.barrier is not None:
            return Outcome(candidate.row, Result.WRONG, candidate.remarks)
        if candidate in self.flags.deceased:
            # Whom we have of these people, the row that tells of the death finds best.
            return with_remark(candidate, Result.SKIPPED, "deceased")
        return None

    def said_already(self, candidate: Candidate, seen: Sighting) -> Outcome | None:
        """Decide on a row about the same person as an earlier one; remember one that is the first."""
        earlier = self._earlier(seen)
        if earlier is None:
            self._remember(seen)
            return None
        stops = self.opts_out(candidate)
        if seen.facts == earlier.facts:
            return with_remark(candidate, Result.SKIPPED, "duplicate", stops=stops, other=earlier.row)
        return with_remark(candidate, Result.WRONG, "other_data", stops=stops, other=earlier.row)

    def check(self, candidate: Candidate, directory: Directory) -> Outcome:
        """Decide on a row that brings somebody in."""
        found = directory.find(candidate, self.taken)
        if len(found) > 1:
            return with_remark(candidate, Result.WRONG, "ambiguous", stops=self.opts_out(candidate))
        if not found:
            return self._new(candidate, directory)
        if earlier := self.taken.get(found[0].id):
            return with_remark(candidate, Result.WRONG, "other_data", stops=self.opts_out(candidate), other=earlier)
        self.taken[found[0].id] = candidate.row
        return self._again(candidate, found[0], directory)

    def _earlier(self, seen: Sighting) -> Sighting | None:
        """Give the earlier row about the same person."""
        if earlier := self._by_person.get(seen.person):
            return earlier
        for key in seen.keys:
            for other in self._by_number.get(key, ()):
                if not (seen.reference and other.reference) and same_given(seen.given, other.given):
                    return other
        return None

    def _remember(self, seen: Sighting) -> None:
        self._by_person[seen.person] = seen
        for key in seen.keys:
            self._by_number.setdefault(key, []).append(seen)

    def _new(self, candidate: Candidate, directory: Directory) -> Outcome:
        stop, remarks = self._stop(candidate, candidate.numbers, directory)
        added = {"opted_out": fingerprint(True)} if stop is Stop.OPTED_OUT else NOWHERE
        newcomer = Newcomer(candidate.row, candidate.values, candidate.sources, stop, added)
        return Outcome(candidate.row, Result.NEW, remarks, newcomer)

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
        new_identity = identity_in(candidate.values) or known.identity
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


def differences(candidate: Candidate, known: Known, mapped: frozenset[str]) -> tuple[dict[str, Value], dict[str, str]]:
    """Give the facts to change, and the marks to keep, by comparing three: this file, the last one, and what we have.

    A fact changes only when the file says something else than the last file did: what a colleague put right stays.
    """
    values: dict[str, Value] = {}
    said: dict[str, str] = {}
    marks = marks_of(candidate.values, candidate.sources)
    if marks == {name: mark for name, mark in known.said.items() if name not in ADDED}:
        return values, said
    for place, name in enumerate(FACTS):
        mark, before = marks.get(name, ""), known.said.get(name, "")
        if mark == before or not (mark or name in mapped or _source(before) in mapped):
            continue
        said[name] = mark
        value = candidate.values[place]
        if value != known.values[place] and mark.partition(" ")[0] != before.partition(" ")[0]:
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
        known = after(changes[0]) if changes else known
        changes.append(Change(known, {}, marks, known.identity, Stop.LEASE_ENDED, ended))
    return changes, unclear


def after(change: Newcomer | Change) -> Known:
    """Give a tenant as it will be; a new one goes by minus its row for as long as it has no id."""
    if isinstance(change, Newcomer):
        said = marks_of(change.values, change.sources) | dict(change.added)
        before = Known(-change.row, change.values, said, identity_in(change.values), imported=True)
        return _stopped(before, change.stop)
    before = change.known
    values = tuple({**dict(zip(FACTS, before.values, strict=True)), **change.values}.values())
    said = {name: mark for name, mark in {**before.said, **change.said}.items() if mark}
    ended = None if change.lease_runs_again else change.lease_ended_on or before.lease_ended_on
    identity = change.identity or before.identity
    changed = replace(before, values=values, said=said, identity=identity, imported=True, lease_ended_on=ended)
    return _stopped(changed, change.stop)


def _stopped(known: Known, stop: Stop | None) -> Known:
    stopped = known.stopped or stop not in (None, Stop.LEASE_ENDED)
    return replace(known, stopped=stopped, deceased=known.deceased or stop is Stop.DECEASED)


def _remarked(candidate: Candidate, code: str, **values: int) -> Candidate:
    return candidate._replace(remarks=(*candidate.remarks, CellRemark("", Remark(code, values))))


def with_remark(candidate: Candidate, result: Result, code: str, *, stops: bool = False, **values: int) -> Outcome:
    """Give the outcome of a row that comes to nothing, and why."""
    return Outcome(candidate.row, result, _remarked(candidate, code, **values).remarks, stops=stops)
