"""Recognising the columns of a landlord's file by their headers, with the dictionary that lies beside this file."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib import resources

DICTIONARY = "column_dictionary.csv"
REFUSE = "(refuse)"
SURE_ENOUGH = 0.88
"""How alike a header must be to a known one before it is suggested; a person always confirms it."""
MANY_COLUMNS = 3
"""A row with this many known headers is the header row."""

OF_OTHERS = frozenset({"contact_person", "contact_person_phone"})
"""Facts about a third person: recognised, named, and not kept."""
PHONES = ("mobile", "landline", "phone_2")

Mapped = Mapping[int, str]
"""Which field each column holds, by the column's place; a field may have several columns."""


@dataclass(frozen=True)
class Column:
    """What we make of one column: a field, a suggestion to confirm, a refusal, or nothing."""

    place: int
    header: str
    field: str | None = None
    suggestion: str | None = None
    refused: bool = False
    of_others: bool = False


def simplified(header: str) -> str:
    """Reduce a header to what counts: lower case, no accents, `nr` is `nummer`, letters and digits only."""
    plain = "".join(
        sign for sign in unicodedata.normalize("NFKD", header.replace("ß", "ss")) if not unicodedata.combining(sign)
    )
    words = re.findall(r"[a-z0-9]+", re.sub(r"(?<=[a-z0-9])(?=[A-Z][a-z])", " ", plain).lower())
    return "".join(re.sub(r"nr$", "nummer", word) for word in words)


@cache
def _rows() -> tuple[dict[str, str], ...]:
    with resources.files("checkin.tenants").joinpath(DICTIONARY).open(encoding="utf-8") as file:
        return tuple(csv.DictReader(file))


@cache
def fields() -> tuple[str, ...]:
    """List every field that a column can be given to, in the order of the dictionary."""
    return tuple(row["field"] for row in _rows() if row["field"] != REFUSE and row["field"] not in OF_OTHERS)


@cache
def _known() -> dict[str, str]:
    """Map every simplified header to its field; a Dutch or English name goes before a VERA name."""
    known: dict[str, str] = {}
    for row in _rows():
        for alias in (row["field"], *row["aliases_nl"].split(";"), *row["aliases_en"].split(";")):
            known.setdefault(simplified(alias), row["field"])
    for row in _rows():
        for name in _vera(row["vera"]):
            known.setdefault(simplified(name), row["field"])
    known.pop("", None)
    known.pop(simplified(REFUSE), None)
    return known


def _vera(cell: str) -> Iterator[str]:
    """Give the names in a VERA cell: `Relatie.idExtern / code` is two, and the second belongs to Relatie too."""
    entity = ""
    for part in re.split(r"\s*/\s*|,\s*(?=[A-Za-z]+$|[A-Za-z]+\.)", cell):
        name = re.sub(r"\s+\(.*$", "", part.strip())
        if re.fullmatch(r"[A-Za-z]+(\([A-Za-z]+=[A-Z]+\))?\.[A-Za-z]+", name):
            entity = name.rpartition(".")[0]
            yield name
        elif re.fullmatch(r"[A-Za-z]+", name):
            yield f"{entity}.{name}" if entity and name[0].islower() else name


@cache
def _refused_words() -> frozenset[str]:
    row = next(row for row in _rows() if row["field"] == REFUSE)
    names = f"{row['aliases_nl']};{row['aliases_en']};{row['vera'].replace(',', ';')}"
    return frozenset(word for name in names.split(";") if (word := simplified(name)))


def field_of(header: str) -> str | None:
    """Give the field of a header, when it is known exactly."""
    found = _known().get(simplified(header))
    return None if found == REFUSE else found


def is_refused(header: str) -> bool:
    """Tell whether a column must never be stored: `BSN`, `BSN-nummer`, `IBAN (huur)`, `Huurachterstand in euro`."""
    if _known().get(simplified(header), REFUSE) != REFUSE:
        return False
    words = re.split(r"[^\w]+|_+", header)
    return not _refused_words().isdisjoint({simplified(header), *map(simplified, words)})


def recognise(headers: Sequence[str]) -> tuple[Column, ...]:
    """Say of each column what it is."""
    return tuple(_recognise(place, header.strip()) for place, header in enumerate(headers))


def _recognise(place: int, header: str) -> Column:
    if is_refused(header):
        return Column(place, header, refused=True)
    field = field_of(header)
    if field in OF_OTHERS:
        return Column(place, header, of_others=True)
    if field:
        return Column(place, header, field)
    return Column(place, header, suggestion=_suggestion(header))


def _suggestion(header: str) -> str | None:
    """Guess from a header that is nearly known, or known without the table before its point: `Persoon.achternaam`."""
    without_table = field_of(header.rpartition(".")[2])
    close = get_close_matches(simplified(header), _known(), n=1, cutoff=SURE_ENOUGH)
    guess = without_table or (_known()[close[0]] if close else None)
    return guess if guess in fields() else None


def mapping(columns: Iterable[Column]) -> dict[int, str]:
    """Give the columns that were recognised without a doubt."""
    return {column.place: column.field for column in columns if column.field}


def is_header(cells: Sequence[str]) -> bool:
    """Tell whether a row is the header: enough known names, or a short row of nothing else with a surname in it."""
    filled = [cell for cell in cells if cell.strip()]
    known = [cell for cell in filled if field_of(cell) or is_refused(cell)]
    if len({field_of(cell) for cell in known}) >= MANY_COLUMNS:
        return True
    return len(known) == len(filled) and any(field_of(cell) == "last_name" for cell in known) and len(known) > 1


def may_be_header(cells: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Tell whether a row may hold names of columns that we do not know: words, above rows with telephone numbers.

    It is as full as every row below it, and has no figures of anybody. A person says what each column is.
    """
    names = [cell.strip() for cell in cells if cell.strip()]
    as_full = all(len(names) >= sum(map(bool, map(str.strip, row))) for row in below)
    words = len(names) > 1 and len({*names}) == len(names) and not any(map(_FIGURES.search, names))
    return words and as_full and any(_TELEPHONE.fullmatch(cell.strip()) for row in below for cell in row)


_FIGURES = re.compile(r"\d\D?\d\D?\d\D?\d|@|^.{41}")
_TELEPHONE = re.compile(r"(?:\+|00)?(?:[\s().-]*\d){9,13}")
