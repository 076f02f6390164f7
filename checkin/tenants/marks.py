"""The marks that we keep of what a file said: enough to recognise a fact by, and too little to read it from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b

from checkin.tenants.candidates import FACTS, NOWHERE, USUAL, Value, Values
from checkin.tenants.seen import Seen

ADDED = ("opted_out", "lease_ended_on")
"""Marks that are not of a cell's own."""
_USUAL = dict(zip(FACTS, USUAL, strict=True))


def fingerprint(value: Value) -> str:
    """Make a short mark by which a value is recognised and from which it cannot be read."""
    return blake2b(str(value).encode(), digest_size=6).hexdigest()


def marks_of(values: Values, sources: Mapping[str, str] = NOWHERE) -> dict[str, str]:
    """Give the mark of every fact that is filled, with the column that it came out of when that was another one."""
    return {
        name: _mark(sources.get(name, ""), value)
        for (name, usual), value in zip(_USUAL.items(), values, strict=True)
        if value != usual
    }


def _mark(source: str, value: Value) -> str:
    return f"{fingerprint(value)} {source}" if source else fingerprint(value)


def in_order(marks: Mapping[str, str]) -> dict[str, str]:
    """Give the marks that say something in the order in which all are kept: what is the same is then the same text."""
    return {name: mark for name in (*FACTS, *ADDED) if (mark := marks.get(name))}


class Writer:
    """Writes the marks of very many rows down exactly as the database keeps them: as JSON, a column at a time."""

    def __init__(self) -> None:
        self._pieces: dict[tuple[str, str], Seen[Value, str]] = {}

    def texts(self, rows: Sequence[tuple[Values, Mapping[str, str]]]) -> list[str]:
        """Write the marks of rows, each with the sources of its facts."""
        written = [""] * len(rows)
        for sources, places in _by_sources(rows).items():
            columns = zip(*(rows[place][0] for place in places), strict=True)
            own = self._columns(dict(sources), columns)
            for place, pieces in zip(places, zip(*own, strict=True), strict=True):
                written[place] = f"{{{', '.join(filter(None, pieces))}}}"
        return written

    def _columns(self, sources: Mapping[str, str], columns: Iterable[tuple[Value, ...]]) -> Iterator[list[str]]:
        """Give the pieces of every fact that some row tells; an empty one where a row does not."""
        for name, column in zip(FACTS, columns, strict=True):
            distinct = len(set(column))
            if distinct == 1 and column[0] == _USUAL[name]:
                continue
            if 2 * distinct > len(column):  # next to nothing comes back: to remember it takes longer than the work
                yield _written(name, sources.get(name, ""), column)
            else:
                pieces = self._of(name, sources.get(name, ""))
                yield [pieces[value] for value in column]

    def _of(self, name: str, source: str) -> Seen[Value, str]:
        found = self._pieces.get((name, source))
        if found is None:
            found = self._pieces[name, source] = Seen(lambda value: _written(name, source, (value,))[0])
        return found


def _by_sources(rows: Sequence[tuple[Values, Mapping[str, str]]]) -> dict[tuple[tuple[str, str], ...], list[int]]:
    """Give the places of the rows that have the same sources."""
    found: dict[tuple[tuple[str, str], ...], list[int]] = {}
    for place, (_values, sources) in enumerate(rows):
        found.setdefault(tuple(sources.items()), []).append(place)
    return found


def _written(name: str, source: str, column: Iterable[Value]) -> list[str]:
    """Write the marks of one fact; neither names nor marks hold a sign that JSON writes in another way."""
    before, after, usual = f'"{name}": "', f' {source}"' if source else '"', _USUAL[name]
    return [
        "" if value == usual else f"{before}{blake2b(str(value).encode(), digest_size=6).hexdigest()}{after}"
        for value in column
    ]
