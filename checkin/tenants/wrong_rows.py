"""The rows of a file that are wrong: a few of them for the page, and all of them as a spreadsheet to put right."""

from __future__ import annotations

import io
from collections.abc import Container, Mapping

from xlsxwriter import Workbook

from checkin.tenants.columns import recognise
from checkin.tenants.reading import Table

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def cells_of(table: Table, rows: Container[int]) -> dict[int, list[str]]:
    """Give the cells of some rows."""
    return {number: cells for number, cells in table.rows() if number in rows}


def wrong_rows(table: Table, said: Mapping[int, str], heading: str) -> bytes:
    """Write the wrong rows with what is wrong; every cell as text, so that no formula runs and no zero goes."""
    kept = [one for one in recognise(table.headers) if not one.refused and not one.of_others]
    file = io.BytesIO()
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    with Workbook(file, options) as book:
        sheet, bold = book.add_worksheet(), book.add_format({"bold": True})
        for place, text in enumerate([heading, *(one.header for one in kept)]):
            sheet.write_string(0, place, text, bold)
        line = 0
        for number, cells in table.rows():
            if number in said:
                line += 1
                texts = (cells[one.place] if one.place < len(cells) else "" for one in kept)
                for place, text in enumerate([said[number], *texts]):
                    sheet.write_string(line, place, text)
    return file.getvalue()
