from __future__ import annotations

import io
import stat
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.tenants.limits import FILE_BYTES, ROWS
from checkin.tenants.reading import plain_copy, read_table
from checkin.tenants.refusals import FileRefused
from checkin.tenants.sentences import SENTENCES, say
from tests.tenants.conftest import saved, workbook

HEADER = ["Relatienr.", "Achternaam", "Mobiel", "Plaats"]
JANSEN = ["000123", "Jansën", "06-12345678", "Eemstad"]
LINES = ";".join(HEADER) + "\n" + ";".join(JANSEN) + "\n"


def rows_of(content: bytes) -> list[tuple[int, list[str]]]:
    return list(read_table(content).rows())


def refused(content: bytes) -> str:
    """Give the code with which a file is refused; its sentence can be said."""
    with pytest.raises(FileRefused) as caught:
        list(read_table(content).rows())
    assert "{" not in say(caught.value.remark)
    assert caught.value.code in SENTENCES
    return caught.value.code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_every_encoding_that_excel_writes_is_read(encoding):
    assert rows_of(LINES.encode(encoding)) == [(2, JANSEN)]


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_every_separator_is_found(separator):
    assert rows_of(LINES.replace(";", separator).encode()) == [(2, JANSEN)]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_line_ending_is_read(ending):
    assert rows_of(LINES.replace("\n", ending).encode()) == [(2, JANSEN)]


def test_the_line_that_names_the_separator_is_no_row():
    assert rows_of(f"sep=|\r\n{LINES.replace(';', '|')}".encode()) == [(2, JANSEN)]


def test_title_rows_and_empty_rows_keep_the_numbers_that_a_person_sees():
    table = read_table(f"Huurders per 1 november;;;\n\n{LINES}\n;;;\n{';'.join(JANSEN)}\n".encode())
    assert table.header_row == 3
    assert list(table.rows()) == [(4, JANSEN), (7, JANSEN)]


def test_a_cell_may_hold_lines_and_separators():
    content = 'Relatienr.;Achternaam;Mobiel;Plaats\n1;"Jansen;\nde Vries";06;"zei ""dag"""\n2;B;06;C\n'
    assert rows_of(content.encode()) == [
        (2, ["1", "Jansen;\nde Vries", "06", 'zei "dag"']),
        (3, ["2", "B", "06", "C"]),
    ]


def test_a_number_written_as_a_formula_to_keep_its_zeros_is_read():
    assert rows_of(LINES.replace("000123", '="000123"').encode()) == [(2, JANSEN)]


def test_a_file_cut_half_way_is_read_to_where_it_was_cut():
    content = (LINES + "124;Bë").encode()[:-1]
    assert rows_of(content)[1][1][:2] == ["124", "B"]


def test_excel_gives_whole_numbers_dates_and_words():
    content = workbook(
        ["Relatienr", "Achternaam", "Mobiel", "Geboortedatum", "Langzaam", "Plaats"],
        [123.0, "Jansen", 612345678, date(1941, 3, 12), True, None],
        [124, "Bakker", "06-12345678", datetime(1950, 7, 1, 8, 30), False, 1.5],  # noqa: DTZ001 - Excel has no zones
    )
    assert rows_of(content) == [
        (2, ["123", "Jansen", "612345678", "1941-03-12", "ja"]),
        (3, ["124", "Bakker", "06-12345678", "1950-07-01 08:30", "nee", "1.5"]),
    ]


def test_excel_rows_keep_their_numbers_and_empty_columns_their_place():
    book = openpyxl.Workbook()
    for place, value in {"C4": "Achternaam", "D4": "Mobiel", "E4": "Plaats", "C5": "Jansen", "C8": "Bakker"}.items():
        book.active[place] = value
    table = read_table(saved(book))
    assert (table.header_row, table.headers[2]) == (4, "Achternaam")
    assert [(number, cells[2]) for number, cells in table.rows()] == [(5, "Jansen"), (8, "Bakker")]


def test_the_first_visible_sheet_with_a_header_is_read_and_hidden_ones_are_not():
    book = openpyxl.Workbook()
    book.active.append(["Toelichting bij de lijst"])
    hidden = book.create_sheet("oud")
    hidden.append(HEADER)
    hidden.append(["1", "Verborgen", "0612345678", "X"])
    hidden.sheet_state = "hidden"
    sheet = book.create_sheet("huurders")
    sheet.append(HEADER)
    sheet.append(JANSEN)
    assert rows_of(saved(book)) == [(2, JANSEN)]


def test_merged_cells_and_formulas_give_their_value():
    book = openpyxl.Workbook()
    book.active.append(["Huurders"])
    book.active.merge_cells("A1:D1")
    book.active.append(HEADER)
    book.active.append([*JANSEN[:3], '=HYPERLINK("http://evil.example","klik")'])
    assert rows_of(saved(book))[0][1][:3] == JANSEN[:3]


def test_a_file_is_known_by_its_content_and_not_by_its_name():
    assert refused(b"%PDF-1.7 Achternaam;Mobiel") == "file_kind"
    assert refused(b"\x89PNG\r\n\x1a\n") == "file_kind"
    assert refused(b"<html><table><tr><td>Achternaam</td></tr></table>") == "file_html"
    assert refused(b'\xef\xbb\xbf<?xml version="1.0"?><Workbook/>') == "file_html"
    assert refused(zipped({"word/document.xml": b"<w/>"})) == "file_kind"


@pytest.mark.parametrize("content", [b"", b"\n\n  \r\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_is_refused(content):
    assert refused(content) == "file_empty"


def test_a_header_without_tenants_is_refused():
    assert refused(";".join(HEADER).encode()) == "only_header"
    assert refused(workbook(HEADER)) == "only_header"


def test_a_file_without_a_header_says_what_was_found():
    with pytest.raises(FileRefused) as caught:
        read_table(b"Jansen;0612345678;Eemstad\nBakker;0687654321;Eemstad\n")
    assert caught.value.code == "no_header"
    assert "Jansen · 0612345678 · Eemstad" in say(caught.value.remark)
    assert refused(workbook(["Jansen", "0612345678"])) == "no_header"


UNKNOWN = [["Lijst van Ineke"], ["Pers.code", "Wie", "Tel. A"], ["P1", "Dhr. Kok", "06-12345678"], ["P2", "Vos", ""]]


@pytest.mark.parametrize("separator", [";", ",", "\t", None])
def test_a_header_of_unknown_names_is_found_above_telephone_numbers_also_in_our_copy(separator):
    lines = "\n".join(separator.join(row) for row in UNKNOWN).encode() if separator else workbook(*UNKNOWN)
    table = read_table(lines)
    for one in (table, read_table(plain_copy(table))):
        assert (one.header_row, one.headers) == (2, ("Pers.code", "Wie", "Tel. A"))
        assert [row[1] for _number, row in one.rows()] == ["Dhr. Kok", "Vos"]


@pytest.mark.parametrize(
    "rows",
    [
        [["Jansen", "0612345678"], ["Kok", "0612345679"]],
        [["Jansen", "Eemstad", ""], ["Kok", "Eemstad", "0612345679"]],
        [["Wie", "Waar"], ["Kok", "Eemstad"]],
        [["Kok", "kok@eemland.example"], ["Vos", "0612345679"]],
    ],
)
def test_a_tenant_is_never_taken_for_a_header(rows):
    assert refused("\n".join(map(";".join, rows)).encode()) == "no_header"


def test_null_characters_and_unreadable_letters_are_refused():
    assert refused(LINES.replace("Jansën", "Jan\0sen").encode()) == "file_null"
    assert refused(LINES.encode("cp1252").replace(b"Jans", b"Jan\x81s")) == "file_encoding"


def test_an_unbalanced_quote_is_refused_with_its_row():
    content = f'{LINES}124;"Bakker;06-12345679;Eemstad\n125;Visser;06-12345670;Eemstad\n'
    with pytest.raises(FileRefused) as caught:
        list(read_table(content.encode()).rows())
    assert (caught.value.code, caught.value.values) == ("quotes", {"row": 3})
    assert refused(f'{LINES}124;"Bak"ker;06-12345679;Eemstad\n'.encode()) == "quotes"


def test_a_file_that_is_too_large_is_refused_before_it_is_read():
    assert refused(LINES.encode() + b"x" * 30 * 1024 * 1024) == "file_too_large"
    assert refused(b"x" * (FILE_BYTES + 1)) == "file_too_large"


def test_one_row_too_many_is_refused():
    content = (";".join(HEADER) + "\n" + "1;Jansen;;\n" * (ROWS + 1)).encode()
    assert refused(content) == "too_many_rows"
    assert len(rows_of(content[: -len("1;Jansen;;\n")])) == ROWS


def test_too_many_columns_and_too_long_a_cell_are_refused():
    assert refused((";".join(HEADER) + ";x" * 16_384 + "\n" + ";".join(JANSEN)).encode()) == "too_many_columns"
    assert refused(LINES.replace("Eemstad", "x" * 40_000).encode()) == "cell_too_long"
    assert refused(LINES.replace("Eemstad", "x" * 10_000_000).encode()) == "cell_too_long"


def test_empty_columns_far_to_the_right_do_no_harm():
    assert rows_of((";".join(HEADER) + ";" * 400 + "\n" + ";".join(JANSEN) + ";" * 400).encode())[0][1][:4] == JANSEN


def zipped(entries: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return file.getvalue()


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    assert refused(zipped({"xl/workbook.xml": b"0" * 301 * 1024 * 1024})) == "file_large_inside"
    assert refused(zipped({"xl/workbook.xml": b"", **{f"{n}.xml": b"" for n in range(2001)}})) == "file_large_inside"


def test_a_sheet_of_two_cells_far_apart_cannot_take_the_house_down():
    book = openpyxl.Workbook()
    for column, header in enumerate(HEADER, 1):
        book.active.cell(1, column, header)
    book.active["XFD1048576"] = "x"
    assert refused(saved(book)) == "file_large_inside"


def test_a_broken_workbook_is_refused():
    content = workbook(HEADER, JANSEN)
    assert refused(content[: len(content) // 2]) == "file_broken"
    assert refused(zipped({"xl/workbook.xml": b"<not a workbook"})) == "file_broken"
    assert refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600) == "file_broken"


def test_a_workbook_with_a_password_is_refused():
    stream = "EncryptedPackage".encode("utf-16-le")
    assert refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512 + stream) == "file_password"


def test_entities_in_a_workbook_are_not_expanded(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("geheim")
    evil = f'<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY x SYSTEM "file://{secret}">]><sst><si><t>&x;</t></si></sst>'
    content = io.BytesIO(workbook(HEADER, JANSEN))
    with zipfile.ZipFile(content) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    entries["xl/sharedStrings.xml"] = evil.encode()
    try:
        rows = rows_of(zipped(entries | {"../outside.txt": b"x"}))
    except FileRefused:
        rows = []
    assert "geheim" not in str(rows)


def test_what_waits_on_disk_holds_nothing_that_we_refuse():
    content = "Lijst\n\nAchternaam;BSN;Mobiel;Huurachterstand\n\nJansen;123456782;0612345678;1200\n"
    copy = plain_copy(read_table(content.encode()))
    assert (b"123456782" in copy, b"1200" in copy, b"0612345678" in copy) == (False, False, True)
    assert read_table(copy).header_row == 3
    assert rows_of(copy) == [(5, ["Jansen", "", "0612345678", ""])]


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400).filter(lambda content: not content.startswith((b"PK", b"\xd0\xcf"))))
def test_no_file_breaks_the_reader(content):
    for start in (b"", b"Achternaam;Mobiel;Plaats\n"):
        try:
            assert list(read_table(start + content).rows()) is not None
        except FileRefused as error:
            say(error.remark)


def test_the_reader_leaves_nothing_behind(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    rows_of(workbook(HEADER, JANSEN))
    assert [path for path in tmp_path.rglob("*") if stat.S_ISREG(path.stat().st_mode)] == []
