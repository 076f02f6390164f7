"""The quick way for a plain row, as most rows are: what the steps of `facts` say of it, in a fraction of the time.

A row is plain when there is nothing to say about it. Whatever is not, or may not be, goes the long way; a test compares
both ways for rows of every kind.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from typing import Any

from checkin.tenants import addresses, cells, names
from checkin.tenants.barriers import HARMLESS
from checkin.tenants.candidates import EMPTY, FACTS, LIMITS, NOWHERE, PLACE, USUAL, Candidate, Layout, Value, simple
from checkin.tenants.columns import PHONES
from checkin.tenants.facts import ALONE, PLAIN, beside_surname, name_in
from checkin.tenants.plain_numbers import HOME, plain_number
from checkin.tenants.seen import Seen

ODD: Any = object()
"""Says that a cell needs a closer look."""
SHORT = min(LIMITS.values())
"""No cell of this length is too long for what it holds."""

Parts = tuple[tuple[int, str, Value], ...]
"""Facts from one cell, each with its place and its name."""

STREET, SURNAME = PLACE["street"], PLACE["last_name"]
MOBILE, LANDLINE, SECOND = (PLACE[name] for name in PHONES)


class PlainRows:
    """Reads the plain rows of one file."""

    def __init__(self, layout: Layout) -> None:
        """Note where what stands, and which cells must be empty: second columns for one fact."""
        self._width = len(layout.headers)
        first = {name: places[0] for name, places in layout.columns.items() if name not in PHONES}
        self._facts = [(first[name], PLACE[name], Seen(read)) for name, read in _readers(layout) if name in first]
        self._harmless = [
            (place, Seen(partial(_harmless, name, layout)))
            for name in HARMLESS
            for place in layout.columns.get(name, ())
        ]
        self._surname = first["last_name"]
        self._names = Seen(partial(_name, layout))
        self._house, self._street = first.get("house_number"), first.get("street")
        self._phones = [(place, name) for name in PHONES for place in layout.columns.get(name, ())]
        self._home = HOME in layout.rules.countries
        self._own_numbers = layout.rules.own_numbers
        single = layout.columns.keys() - HARMLESS.keys() - set(PHONES)
        self._empty = [place for name in single for place in layout.columns[name][1:]]
        self._delicate = bool(self._harmless or self._empty)

    def read(self, number: int, cells_: Sequence[str]) -> Candidate | None:
        """Read a row; None when it must go the long way."""
        row = cells.clean_row(cells_, self._width)
        if len(cells_) > self._width and any(cells_[self._width :]):
            return None
        values, sources = list(USUAL), dict[str, str]()
        for place, fact, seen in self._facts:
            if text := row[place]:
                value = seen[text]
                if value is ODD:
                    return None
                values[fact] = value
        plain = (
            (not self._delicate or self._all_harmless(row))
            and self._read_name(row, values, sources)
            and self._read_house(row, values, sources)
            and self._read_phones(row, values, sources)
        )
        return Candidate(number, tuple(values), sources or NOWHERE) if plain else None

    def _all_harmless(self, row: Sequence[str]) -> bool:
        if any(row[place] for place in self._empty):
            return False
        return all(harmless[row[place]] for place, harmless in self._harmless if row[place])

    def _read_name(self, row: Sequence[str], values: list[Value], sources: dict[str, str]) -> bool:
        found = self._names[row[self._surname]]
        if found is ODD:
            return False
        values[SURNAME], beside = found
        _add(beside, "last_name", values, sources)
        return True

    def _read_house(self, row: Sequence[str], values: list[Value], sources: dict[str, str]) -> bool:
        street = row[self._street] if self._street is not None else ""
        if len(street) > SHORT:
            return False
        if self._house is not None and (text := row[self._house]):
            values[STREET] = street
            parts = _house(text)
            if parts is ODD:
                return False
            _add(parts, "house_number", values, sources)
        elif street:
            values[STREET], parts = _address(street)
            _add(parts, "street", values, sources)
        return True

    def _read_phones(self, row: Sequence[str], values: list[Value], sources: dict[str, str]) -> bool:
        """Put every number where its kind belongs, or else where there is room; a row without any is not plain."""
        for place, name in self._phones:
            if text := row[place]:
                found = plain_number(text) if self._home else None
                if found is None or found[0] in self._own_numbers:
                    return False
                number, is_mobile = found
                if number in values[MOBILE : SECOND + 1]:
                    continue
                home = MOBILE if is_mobile else LANDLINE
                first, then = (SECOND, home) if name == PHONES[-1] else (home, SECOND)
                target = first if values[first] is None else then
                if values[target] is not None:
                    return False
                values[target] = number
                if FACTS[target] != name:
                    sources[FACTS[target]] = name
        return any(values[MOBILE : SECOND + 1])


def _add(parts: Parts, source: str, values: list[Value], sources: dict[str, str]) -> None:
    """Add what stood in a cell beside something else, unless it is known from its own column."""
    for fact, name, value in parts:
        if values[fact] == USUAL[fact]:
            values[fact] = value
            if name != source:
                sources[name] = source


def _readers(layout: Layout) -> list[tuple[str, Callable[[str], Value]]]:
    """Give the facts that follow from one cell, each with how to read it."""
    plain = [(name, partial(_plain, name)) for name in PLAIN]
    alone = [(name, partial(_alone, name, layout)) for name in ALONE]
    rest: list[tuple[str, Callable[[str], Value]]] = [("best_daypart", _daypart), ("phone_note", _text)]
    return [*plain, *alone, *rest, *([("note", _note)] if layout.rules.with_notes else [])]


def _plain(name: str, text: str) -> Value:
    return ODD if len(text) > SHORT else simple(PLAIN[name](text) or EMPTY[name])


def _alone(name: str, layout: Layout, text: str) -> Value:
    value, code = ALONE[name](text, layout.rules.today)
    return ODD if code or len(text) > SHORT else simple(value or EMPTY[name])


def _daypart(text: str) -> Value:
    return cells.daypart_of(text) or ("" if cells.is_no(text) else ODD)


def _text(text: str) -> Value:
    return ODD if len(text) > SHORT else text


def _note(text: str) -> Value:
    return ODD if cells.sensitive_word(text) else _text(text)


def _harmless(name: str, layout: Layout, text: str) -> bool:
    return HARMLESS[name](text, layout.rules.today)


def _name(layout: Layout, text: str) -> Any:
    if not text or len(text) > SHORT or names.are_heirs(text):
        return ODD
    name = name_in(text, layout)
    surname = names.quieter(name.last_name)
    if not surname:
        return ODD
    return surname, _parts(beside_surname(name)) if name.last_name != text else ()


@lru_cache(maxsize=cells.SEEN_BEFORE)
def _house(text: str) -> Any:
    if len(text) > SHORT:
        return ODD
    house = addresses.split_number(text)
    return _parts({"house_number": house.number, "house_letter": house.letter, "house_addition": house.addition})


@lru_cache(maxsize=cells.SEEN_BEFORE)
def _address(text: str) -> tuple[str, Parts]:
    house = addresses.split_address(text)
    facts = {"house_number": house.number, "house_letter": house.letter, "house_addition": house.addition}
    return house.street, _parts(facts)


def _parts(facts: Mapping[str, Value]) -> Parts:
    filled = [(name, value) for name, value in facts.items() if value and value != EMPTY[name]]
    return tuple([(PLACE[name], name, simple(value)) for name, value in filled])
