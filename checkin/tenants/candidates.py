"""What one row of a landlord's file says about one tenant, and a row while it is being read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from checkin.tenants.columns import PHONES
from checkin.tenants.models import Channel, Salutation
from checkin.tenants.phones import ONLY_HOME
from checkin.tenants.sentences import Remark

Value = str | int | bool | date | None

EMPTY: Mapping[str, Value] = {
    "external_ref": None, "salutation": Salutation.NEUTRAL, "initials": "", "first_name": "", "name_prefix": "",
    "last_name": "", "spoken_name": "", "mobile": None, "landline": None, "phone_2": None, "phone_note": "",
    "email": "", "channel": Channel.AUTO, "language": "nl", "birth_year": None, "street": "", "house_number": "",
    "house_letter": "", "house_addition": "", "postcode": "", "city": "", "neighbourhood": "", "complex": "",
    "unit_ref": "", "contract_ref": "", "moved_in_on": None, "best_daypart": "", "slow_speech": False, "note": "",
    "team": "",
}  # fmt: skip
"""Every fact of a tenant that a file can tell, with what it is when the file says nothing."""

Values = tuple[Value, ...]
"""All facts of one tenant, in the order of `EMPTY`: a tuple of thirty is made, kept and compared in no time."""
FACTS = tuple(EMPTY)


def simple(value: Value) -> Value:
    """Give a value as the database keeps it; a plain text is compared and kept many times as fast as a choice."""
    return value.value if isinstance(value, StrEnum) else value


USUAL: Values = tuple(map(simple, EMPTY.values()))
PLACE = {name: place for place, name in enumerate(FACTS)}
NUMBERS = slice(PLACE[PHONES[0]], PLACE[PHONES[-1]] + 1)
NOWHERE: Mapping[str, str] = {}

LIMITS = {"phone_note": 80, "note": 200}
LONGEST = 200


class Barrier(StrEnum):
    """Why a row is not taken in."""

    WRONG = "wrong"
    DECEASED = "deceased"
    LEASE_ENDED = "lease_ended"
    NOT_TENANT = "not_tenant"


class CellRemark(NamedTuple):
    """Something to say about a cell, or with no column about the whole row."""

    column: str
    remark: Remark


class Candidate(NamedTuple):
    """What one row says about one tenant."""

    row: int
    values: Values
    sources: Mapping[str, str] = NOWHERE
    """For a fact that came out of another column: that column's field."""
    remarks: tuple[CellRemark, ...] = ()
    barrier: Barrier | None = None
    opted_out: bool = False
    lease_ended_on: date | None = None

    @property
    def numbers(self) -> tuple[str, ...]:
        """Give the telephone numbers."""
        return numbers_in(self.values)


def numbers_in(values: Values) -> tuple[str, ...]:
    """Give the telephone numbers among the facts."""
    return tuple([str(number) for number in values[NUMBERS] if number])


@dataclass(frozen=True)
class Rules:
    """What holds for a whole file: the day, the countries, our own numbers, and whether notes are wanted."""

    today: date
    countries: frozenset[str] = ONLY_HOME
    own_numbers: frozenset[str] = frozenset()
    with_notes: bool = False


@dataclass(frozen=True)
class Layout:
    """Where a file keeps which facts."""

    headers: tuple[str, ...]
    columns: Mapping[str, tuple[int, ...]]
    rules: Rules
    whole_name: bool
    """The column with the surname holds whole names."""
    plain: tuple[str, ...] = ()
    """The fields that any text is good for."""


@dataclass(slots=True)
class RowInHand:
    """One row while it is being read."""

    layout: Layout
    number: int
    row: Sequence[str]
    """Its cells, clean, and as many as there are headers."""
    values: dict[str, Value] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    remarks: list[CellRemark] = field(default_factory=list)
    barrier: Barrier | None = None
    opted_out: bool = False
    lease_ended_on: date | None = None

    def candidate(self) -> Candidate:
        """Give what was read."""
        return Candidate(
            self.number,
            tuple(map(simple, {**EMPTY, **self.values}.values())),
            self.sources or NOWHERE,
            tuple(self.remarks),
            self.barrier,
            self.opted_out,
            self.lease_ended_on,
        )

    @property
    def numbers(self) -> tuple[str, ...]:
        """Give the telephone numbers found so far."""
        return tuple([str(self.values[phone]) for phone in PHONES if self.values.get(phone)])

    def cells(self, name: str) -> list[tuple[str, str]]:
        """Give the filled cells of a field, each with its header."""
        places = self.layout.columns.get(name, ())
        return [(self.layout.headers[place], text) for place in places if (text := self.row[place])]

    def cell(self, name: str) -> tuple[str, str]:
        """Give the first filled cell of a field, or the header with an empty text."""
        places = self.layout.columns.get(name)
        if not places:
            return "", ""
        for place in places:
            if text := self.row[place]:
                return self.layout.headers[place], text
        return self.layout.headers[places[0]], ""

    def remark(self, column: str, code: str, **values: str | int) -> None:
        """Say something about a cell."""
        self.remarks.append(CellRemark(column, Remark(code, values)))

    def refuse(self, barrier: Barrier, column: str, code: str, **values: str | int) -> None:
        """Keep the row out. Death weighs most, then a mistake; a person sees every reason."""
        self.remark(column, code, **values)
        if self.barrier is None or barrier is Barrier.DECEASED:
            self.barrier = barrier

    def set(self, name: str, value: Value, source: str | None = None) -> None:
        """Note a fact, unless it says nothing or is known from its own column already."""
        if value in ("", None) or value == EMPTY[name] or name in self.values:
            return
        self.values[name] = value
        if source and source != name:
            self.sources[name] = source

    def check_lengths(self) -> None:
        """Cut notes to their length, and refuse a fact that is too long to be one."""
        for name, value in self.values.items():
            if isinstance(value, str) and name in LIMITS:
                self.values[name] = value[: LIMITS[name]]
            elif isinstance(value, str) and len(value) > LONGEST:
                column = self.cell(self.sources.get(name, name))[0]
                self.refuse(Barrier.WRONG, column, "too_long", value=f"{value[:20]}…", limit=LONGEST)
