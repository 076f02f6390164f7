"""Deciding what an import does: for each row whether it is new, changed, the same, skipped or wrong, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from checkin.tenants.candidates import EMPTY, Barrier, Candidate, CellRemark, Value
from checkin.tenants.flags import Flags, flags
from checkin.tenants.matching import Directory, Known, fingerprint, identity, said_mark, same_given, surname
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


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of one row, and what to say about it."""

    row: int
    result: Result
    remarks: tuple[CellRemark, ...] = ()
    changes: tuple[Change, ...] = ()


@dataclass
class Checker:
    """Decides on the rows of one file, one after the other."""

    mapped: frozenset[str]
    """The fields that the file has columns for."""
    flags: Flags
    _by_reference: dict[str, Candidate] = field(default_factory=dict)
    _by_number: dict[tuple[str, str], list[Candidate]] = field(default_factory=dict)
    _by_identity: dict[str, Candidate] = field(default_factory=dict)
    _taken: set[int] = field(default_factory=set)

    def check(self, candidate: Candidate, directory: Directory) -> Outcome:
        """Decide on one row."""
        if candidate.barrier is None and candidate in self.flags.deceased:
            # Whom we have of these people, the row that tells of the death finds best.
            return _with_remark(candidate, Result.SKIPPED, "deceased")
        if candidate.barrier is not None:
            return self._kept_out(candidate, directory)
        if earlier := self._seen(candidate):
            return self._said_already(candidate, earlier, directory)
        self._remember(candidate)
        found = directory.find(candidate, self._taken)
        if len(found) > 1:
            return _with_remark(candidate, Result.WRONG, "ambiguous", self._stopping(candidate, found))
        if not found:
            return self._new(candidate, directory)
        self._taken.add(found[0].id)
        return self._again(candidate, found[0], directory)

    def _kept_out(self, candidate: Candidate, directory: Directory) -> Outcome:
        """Keep a row out; a stop that it tells holds all the same for a tenant we have."""
        wrong = candidate.barrier is Barrier.WRONG
        found = directory.find(candidate, set())
        changes = self._stopping(candidate, found)
        unclear = len(found) > 1 or candidate.row in self.flags.unclear
        if unclear and not wrong:
            return _with_remark(candidate, Result.WRONG, "ambiguous", changes)
        return Outcome(candidate.row, Result.WRONG if wrong else Result.SKIPPED, candidate.remarks, changes)

    def _stopping(self, candidate: Candidate, found: list[Known]) -> tuple[Change, ...]:
        """Stop whom the row stops. Who wants nothing is stopped in doubt too; death and moving out must be certain."""
        if candidate.opted_out or candidate in self.flags.opted_out:
            marks = {"opted_out": fingerprint(True)}
            wanted = [known for known in found if "opted_out" not in known.said and not known.stopped]
            changes = tuple(Change(known, {}, marks, stop=Stop.OPTED_OUT) for known in wanted)
        else:
            changes = ()
        if len(found) != 1 or candidate.row in self.flags.unclear:
            return changes
        known = found[0]
        if candidate.barrier is Barrier.DECEASED and not known.deceased:
            return (Change(known, {}, {}, stop=Stop.DECEASED),)
        ended = candidate.lease_ended_on
        if candidate.barrier is Barrier.LEASE_ENDED and not known.lease_ended_on and candidate not in self.flags.living:
            marks = {"lease_ended_on": fingerprint(True)}
            changes = (*changes, Change(known, {}, marks, stop=Stop.LEASE_ENDED, lease_ended_on=ended))
        return changes

    def _said_already(self, candidate: Candidate, earlier: Candidate, directory: Directory) -> Outcome:
        changes = self._stopping(candidate, directory.find(candidate, set()))
        if candidate.values == earlier.values:
            return _with_remark(candidate, Result.SKIPPED, "duplicate", changes, other=earlier.row)
        return _with_remark(candidate, Result.WRONG, "other_data", changes, other=earlier.row)

    def _seen(self, candidate: Candidate) -> Candidate | None:
        """Give the earlier row about the same person."""
        reference = candidate.values.get("external_ref")
        if reference and str(reference) in self._by_reference:
            return self._by_reference[str(reference)]
        for number in candidate.numbers:
            for earlier in self._by_number.get((number, surname(candidate.values)), ()):
                both = reference and earlier.values.get("external_ref")
                if not both and same_given(candidate.values, earlier.values):
                    return earlier
        return None if reference else self._by_identity.get(identity(candidate))

    def _remember(self, candidate: Candidate) -> None:
        if reference := candidate.values.get("external_ref"):
            self._by_reference[str(reference)] = candidate
        else:
            self._by_identity[identity(candidate)] = candidate
        for number in candidate.numbers:
            self._by_number.setdefault((number, surname(candidate.values)), []).append(candidate)

    def _new(self, candidate: Candidate, directory: Directory) -> Outcome:
        said = {name: said_mark(name, candidate) for name in candidate.values}
        stop, remarks = self._stop(candidate, candidate.numbers, directory)
        if stop is Stop.OPTED_OUT:
            said["opted_out"] = fingerprint(True)
        change = Change(None, dict(candidate.values), said, identity(candidate), stop)
        return Outcome(candidate.row, Result.NEW, remarks, (change,))

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
        return Outcome(candidate.row, Result.CHANGED if changed else Result.SAME, remarks, (change,))

    def _stop(
        self, candidate: Candidate, numbers: tuple[str, ...], directory: Directory
    ) -> tuple[Stop | None, tuple[CellRemark, ...]]:
        remarks = list(candidate.remarks)
        if not directory.closed.isdisjoint(numbers):
            remarks.append(CellRemark("", Remark("number_closed")))
        if candidate.opted_out or candidate in self.flags.opted_out:
            if not candidate.opted_out:
                remarks.append(CellRemark("", Remark("opted_out")))
            return Stop.OPTED_OUT, tuple(remarks)
        if not directory.stopped.isdisjoint(numbers):
            remarks.append(CellRemark("", Remark("number_stopped")))
            return Stop.NUMBER_STOPPED, tuple(remarks)
        return None, tuple(remarks)


PHONE_FIELDS = frozenset({"mobile", "landline", "phone_2"})


def differences(candidate: Candidate, known: Known, mapped: frozenset[str]) -> tuple[dict[str, Value], dict[str, str]]:
    """Give the facts to change, and the marks to keep, by comparing three: this file, the last one, and what we have.

    A fact changes only when the file says something else than the last file did: what a colleague put right stays.
    """
    values: dict[str, Value] = {}
    said: dict[str, str] = {}
    for name, empty in EMPTY.items():
        mark, before = said_mark(name, candidate), known.said.get(name, "")
        if mark == before or not (mark or name in mapped or _source(before) in mapped):
            continue
        said[name] = mark
        value = candidate.values.get(name, empty)
        if value != known.values[name] and mark.partition(" ")[0] != before.partition(" ")[0]:
            values[name] = value
    return values, said


def _source(mark: str) -> str:
    return mark.partition(" ")[2]


def _with_remark(
    candidate: Candidate, result: Result, code: str, changes: tuple[Change, ...] = (), **values: int
) -> Outcome:
    return Outcome(candidate.row, result, (*candidate.remarks, CellRemark("", Remark(code, values))), changes)


def check_rows(candidates: list[Candidate], existing: Directory, mapped: Mapping[int, str]) -> list[Outcome]:
    """Decide on all rows of a file at once, against the tenants we have."""
    checker = Checker(frozenset(mapped.values()), flags(candidates))
    return [checker.check(candidate, existing) for candidate in candidates]
