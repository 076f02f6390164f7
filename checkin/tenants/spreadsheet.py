"""Turns a spreadsheet into CSV in a process of its own: what is too large inside ends that process, and not ours.

A sheet of two cells, the first and the very last, makes the reader ask for 500 GB and abort (own measurement).
"""

from __future__ import annotations

import csv
import io
import resource
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from itertools import islice

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum, ZipError

from checkin.tenants.columns import is_header
from checkin.tenants.limits import (
    CELL_CHARACTERS,
    CPU_SECONDS,
    HEADER_WITHIN,
    MEMORY,
    TEXT_INSIDE,
    UNPACKED,
    WAIT_SECONDS,
    ZIP_ENTRIES,
)
from checkin.tenants.refusals import FileRefused

REFUSED = 3
ENCRYPTED_WORKBOOK = "EncryptedPackage".encode("utf-16-le")
"""The name of the stream in which Excel puts a workbook with a password."""
WORKBOOKS = frozenset({"xl/workbook.xml", "xl/workbook.bin", "content.xml"})
ENCRYPTED_ENTRY = 1
EXCEL_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#N/B", "#VERW!", "#WAARDE!", "#NAAM?"})  # fmt: skip  # noqa: E501 - Excel's own words


def spreadsheet_as_csv(content: bytes) -> str:
    """Give the first visible sheet that has a known header as CSV. Raises FileRefused."""
    if content.startswith(b"PK"):
        _check_zip(content)
    elif ENCRYPTED_WORKBOOK in content:
        raise FileRefused("file_password")
    try:
        child = subprocess.run(
            [sys.executable, "-m", "checkin.tenants.spreadsheet"],
            input=content,
            capture_output=True,
            check=False,
            timeout=WAIT_SECONDS,
        )
    except subprocess.TimeoutExpired:
        raise FileRefused("file_large_inside") from None
    if child.returncode == REFUSED:
        raise FileRefused(child.stdout.decode("ascii"))
    if child.returncode:
        raise FileRefused("file_large_inside")
    return child.stdout.decode("utf-8")


def _check_zip(content: bytes) -> None:
    """Look at the list of contents only: nothing is unpacked before we know how much it is."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise FileRefused("file_broken") from None
    if len(entries) > ZIP_ENTRIES or sum(entry.file_size for entry in entries) > UNPACKED:
        raise FileRefused("file_large_inside")
    if any(entry.flag_bits & ENCRYPTED_ENTRY for entry in entries):
        raise FileRefused("file_password")
    if WORKBOOKS.isdisjoint(entry.filename for entry in entries):
        raise FileRefused("file_kind")


def main() -> int:
    """Read a workbook from standard input and write one sheet to standard output; give the exit code."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    try:
        text = as_csv(sys.stdin.buffer.read())
    except FileRefused as refused:
        sys.stdout.write(refused.code)
        return REFUSED
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    return 0


def as_csv(content: bytes) -> str:
    """Read a workbook and write one sheet as CSV. Raises FileRefused."""
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
            return _written(_chosen(workbook))
    except PasswordError:
        raise FileRefused("file_password") from None
    except (CalamineError, ZipError, OSError, ValueError):
        raise FileRefused("file_broken") from None


def _chosen(workbook: CalamineWorkbook) -> Iterable[list[str]]:
    """Choose the first visible sheet with a known header, else the first that is not empty."""
    visible = [sheet.name for sheet in workbook.sheets_metadata if sheet.visible is SheetVisibleEnum.Visible]
    fallback: CalamineSheet | None = None
    for name in visible:
        sheet = workbook.get_sheet_by_name(name)
        if any(is_header(row) for row in islice(_rows(sheet), HEADER_WITHIN)):
            return _rows(sheet)
        fallback = fallback or (sheet if sheet.height else None)
    return _rows(fallback) if fallback else []


def _rows(sheet: CalamineSheet) -> Iterator[list[str]]:
    """Give every row from the first one of the sheet, so that rows keep the numbers that Excel shows."""
    _top, left = sheet.start or (0, 0)  # the reader gives the empty rows above, and not the empty columns before
    for row in sheet.iter_rows():
        # Nearly every cell is a text already: a call for each takes as long as reading the file.
        cells = [cell if type(cell) is str and cell not in EXCEL_ERRORS else _text(cell) for cell in row]
        yield [""] * left + cells if any(cells) else []


def _written(rows: Iterable[list[str]]) -> str:
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    for row in rows:
        if sum(map(len, row)) > CELL_CHARACTERS and any(len(cell) > CELL_CHARACTERS for cell in row):
            raise FileRefused("cell_too_long")
        while row and not row[-1]:
            row.pop()
        writer.writerow(row)
        if file.tell() > TEXT_INSIDE:
            raise FileRefused("file_large_inside")
    return file.getvalue()


def _text(cell: object) -> str:
    """Write a cell as a person would type it: whole numbers without `.0`, dates as 2026-11-23."""
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ", timespec="minutes")
    if isinstance(cell, date | time):
        return cell.isoformat()
    text = "" if cell is None else str(cell)
    return "" if text in EXCEL_ERRORS else text


if __name__ == "__main__":
    sys.exit(main())
