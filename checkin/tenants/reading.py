"""Reading a landlord's file, whatever it is called: CSV in every dialect that is met, XLSX, XLS, ODS."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from checkin.tenants.columns import field_of, is_header, is_refused, may_be_header, recognise
from checkin.tenants.limits import CELL_CHARACTERS, COLUMNS, FILE_BYTES, FILE_MEGABYTES, HEADER_WITHIN, ROWS
from checkin.tenants.refusals import FileRefused
from checkin.tenants.spreadsheet import spreadsheet_as_csv

Row = tuple[int, list[str]]
"""A row with its number as a person sees it: the first row of the sheet is 1."""

SEPARATORS = ";,\t|"
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
NOT_A_LIST = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"{\\rtf", b"MZ")
SAMPLE = 65_536
FOUND_CHARACTERS = 200


@dataclass(frozen=True)
class Table:
    """A header and, read one by one, the rows under it."""

    header_row: int
    headers: tuple[str, ...]
    _all: Callable[[], Iterator[Row]]
    lines: int = 0
    """About as many rows as there are under the header."""

    def rows(self) -> Iterator[Row]:
        """Give every row with something in it. Raises FileRefused at a row that cannot be read."""
        count = 0
        for number, cells in self._all():
            if number <= self.header_row or not "".join(cells).strip():
                continue
            count += 1
            if count > ROWS:
                raise FileRefused("too_many_rows", rows=f"{ROWS:,}".replace(",", "."))
            yield number, cells


def read_table(content: bytes) -> Table:
    """Open a file by its content. Raises FileRefused."""
    return _table(*_opened(content))


def read_cells(content: bytes) -> Iterator[Row]:
    """Give every row of a file, whatever its header is. Raises FileRefused."""
    return _cells(*_opened(content))


def _opened(content: bytes) -> tuple[str, str]:
    """Give the text of a file, and the sign between its cells."""
    if len(content) > FILE_BYTES:
        raise FileRefused("file_too_large", megabytes=FILE_MEGABYTES)
    if not content.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise FileRefused("file_empty")
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06", OLD_OFFICE)):
        return spreadsheet_as_csv(content), ","
    if content.startswith(NOT_A_LIST):
        raise FileRefused("file_kind")
    text = _decoded(content)
    if text.lstrip()[:1] == "<":
        raise FileRefused("file_html")
    declared = re.match(r"sep=(.)\r?\n", text[:10], re.IGNORECASE)
    if declared:
        return text[declared.end() :], declared.group(1)
    return text, _separator(text)


def corrected(table: Table, corrections: Mapping[str, Mapping[str, str]]) -> Table:
    """Give a table with some cells put right: by the number of the row, and by the place in it."""

    def rows() -> Iterator[Row]:
        for number, cells in table.rows():
            right = corrections.get(str(number), {})
            width = max([len(cells), *(int(place) + 1 for place in right)])
            padded = cells + [""] * (width - len(cells))
            yield number, [right.get(str(place), cell) for place, cell in enumerate(padded)] if right else cells

    return replace(table, _all=rows) if corrections else table


def plain_copy(table: Table) -> bytes:
    """Write a table as a CSV file with the same row numbers, without what is in columns that we never read."""
    refused = {one.place for one in recognise(table.headers) if one.refused or one.of_others}
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    written = 0
    for number, cells in chain([(table.header_row, list(table.headers))], table.rows()):
        writer.writerows([] for _empty in range(number - written - 1))
        above = number == table.header_row
        writer.writerow(["" if place in refused and not above else cell for place, cell in enumerate(cells)])
        written = number
    return file.getvalue().encode()


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    if b"\x00" in content:
        return _with_nulls(content)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":  # cut half-way: what came before it is still UTF-8
            return content[: error.start].decode("utf-8-sig")
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        raise FileRefused("file_encoding") from None


def _with_nulls(content: bytes) -> str:
    """Read UTF-16 that does not say so; any other file with null characters is not text."""
    sample = content[: SAMPLE & ~1]
    if sample[1::2].count(0) > len(sample) // 3 and not sample[0::2].count(0):
        return content.decode("utf-16-le", "replace")
    raise FileRefused("file_null")


def _separator(text: str) -> str:
    """Choose the separator with which the first rows hold most known headers; of unknown ones, the most frequent."""
    sample = text[:SAMPLE]

    def known(separator: str) -> int:
        rows = islice(csv.reader(io.StringIO(sample, newline=""), delimiter=separator), HEADER_WITHIN)
        return max((_known_headers(row) for row in _while_readable(rows)), default=0)

    first = "".join(islice(filter(str.strip, sample.splitlines()), HEADER_WITHIN))
    return max(SEPARATORS, key=lambda separator: (known(separator), first.count(separator)))


def _while_readable(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    try:
        yield from rows
    except csv.Error:
        return


def _known_headers(cells: Sequence[str]) -> int:
    return sum(1 for cell in cells[:COLUMNS] if len(cell) < FOUND_CHARACTERS and (field_of(cell) or is_refused(cell)))


def _table(text: str, separator: str) -> Table:
    def rows() -> Iterator[Row]:
        return _cells(text, separator)

    first = [(number, [cell[:FOUND_CHARACTERS] for cell in cells]) for number, cells in islice(rows(), HEADER_WITHIN)]
    header = next((row for row in first if is_header(row[1])), None) or _unknown_header(first)
    if header is None:
        raise FileRefused("no_header", found=_found(rows()))
    number, cells = header
    headers = [cell.strip() for cell in cells]
    while headers and not headers[-1]:
        headers.pop()
    lines = text.count("\n") or text.count("\r")
    table = Table(number, tuple(headers), rows, lines - number)
    if next(table.rows(), None) is None:
        raise FileRefused("only_header")
    return table


def _unknown_header(first: Sequence[Row]) -> Row | None:
    """Give the first row that is more than a title, when it may be a header of names that we do not know."""
    wide = [(number, cells) for number, cells in first if sum(map(bool, map(str.strip, cells))) > 1]
    return wide[0] if wide and may_be_header(wide[0][1], [cells for _number, cells in wide[1:]]) else None


def _found(rows: Iterator[Row]) -> str:
    """Quote the first row that could have been a header."""
    first = next((cells for _number, cells in islice(rows, HEADER_WITHIN) if any(cells)), [])
    return " · ".join(cell.strip()[:40] for cell in first if cell.strip())[:FOUND_CHARACTERS]


def _cells(text: str, separator: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True, skipinitialspace=False)
    number = 0
    try:
        for number, cells in enumerate(reader, 1):
            joined = "".join(cells)
            if len(cells) > COLUMNS or len(joined) > CELL_CHARACTERS or '="' in joined:
                yield number, _checked(cells, number)
            else:
                yield number, cells
    except csv.Error as error:
        code = "cell_too_long" if "limit" in str(error) else "quotes"
        raise FileRefused(code, row=number + 1) from None


def _checked(cells: list[str], number: int) -> list[str]:
    if len(cells) > COLUMNS:
        if any(cells[COLUMNS:]):
            raise FileRefused("too_many_columns", columns=COLUMNS)
        del cells[COLUMNS:]
    if any(len(cell) > CELL_CHARACTERS for cell in cells):
        raise FileRefused("cell_too_long", row=number)
    for place, cell in enumerate(cells):
        if cell[:2] == '="' and cell[-1] == '"' and len(cell) > len('=""'):
            cells[place] = cell[2:-1]  # written so that Excel keeps the zeros in front
    return cells
