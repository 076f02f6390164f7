"""The quick way through a row gives what the long way gives, for every file and row; or it leaves the row alone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.tenants.candidates import Candidate, Layout, Rules
from checkin.tenants.columns import PHONES, fields
from checkin.tenants.facts import PLAIN, steps_for
from checkin.tenants.plain_rows import PlainRows
from checkin.tenants.rows import read_row

TODAY = date(2026, 11, 23)
CELLS = (
    "", "", "-", "nee", "ja", "0", "x", "A.B.", "th", "Dhr.", "V", "de", "van der", "Jansen", "JANSEN-DE BOER",
    "Linden, van der, A.", "Mevr. A. de Vries", "Erven Jansen", "Jan de Boer", "Fam. Bakker", "Xu", "Ñandú", "'0012",
    "0612345678", "06-87654321", "+31 318-123456", "0201234567", "612345678", "318123456", "0612345678 (zoon)",
    "0900-1234", "geheim", "Kerkstraat 12-A", "Plein 1944 3 bis", "1e Kerkstraat", "12", "12a", "12-2", "rood",
    "1234 AB", "1234ab", "DEN HAAG", "'s-Gravenhage", "12-03-1941", "1941", "01-01-1900", "01-01-2030", "31-10-2020",
    "gisteren", "a@b.example", "a@b", "TEL", "POS", "NLD", "TUR", "ochtend", "na 18u", "LOP", "OPG", "BEE", "HUU",
    "LEV", "hond", "dementie", "doof", "x" * 79, "x" * 81, "x" * 201, "  twee  woorden ", "\u200bJansen", "é",
)  # fmt: skip


@st.composite
def files(draw: Any) -> tuple[Layout, list[list[str]]]:
    """Draw where a file keeps what, and some of its rows."""
    others = draw(st.lists(st.sampled_from(fields()), max_size=14))
    held = draw(st.permutations(["last_name", draw(st.sampled_from(PHONES)), *others]))
    columns: dict[str, tuple[int, ...]] = {}
    for place, name in enumerate(held):
        columns[name] = (*columns.get(name, ()), place)
    own_numbers = draw(st.sampled_from([frozenset(), frozenset({"+31612345678"})]))
    countries = draw(st.sampled_from([frozenset({"NL"}), frozenset({"NL"}), frozenset({"BE"})]))
    rules = Rules(TODAY, countries, own_numbers, draw(st.booleans()))
    plain = tuple(name for name in PLAIN if name in columns)
    layout = Layout(tuple(held), columns, rules, draw(st.booleans()), plain)
    cell = st.one_of(st.sampled_from(CELLS), st.sampled_from(CELLS), st.text(max_size=12))
    width = st.sampled_from([len(held), len(held), len(held) - 1, len(held) + 1])
    rows = draw(st.lists(width.flatmap(lambda size: st.lists(cell, min_size=size, max_size=size)), max_size=6))
    return layout, rows


@given(files())
@settings(max_examples=400, deadline=None)
def test_both_ways_agree_on_every_row(file: tuple[Layout, list[list[str]]]) -> None:
    layout, rows = file
    plain, steps = PlainRows(layout), steps_for(layout.columns)
    for number, cells in enumerate(rows):
        quick = plain.read(number, cells)
        assert quick in (None, read_row((number, cells), layout, steps))


HEADERS = ("external_ref", "initials", "last_name", "mobile", "landline", "street", "house_number", "deceased", "email")
COLUMNS = {name: (place,) for place, name in enumerate(HEADERS)}


def read(*row: str) -> Candidate | None:
    layout = Layout(HEADERS, COLUMNS, Rules(TODAY), whole_name=False, plain=("external_ref", "initials"))
    return PlainRows(layout).read(2, row)


@pytest.mark.parametrize(
    "row",
    [
        ("1", "A.", "Jansen", "06-12345678", "", "Kerkstraat", "12", "", ""),
        ("", "", "Linden, van der", "", "0612345678", "Kerkstraat 12", "", "nee", "a@b.example"),
        ("1", "", "JANSEN", "0318-123456", "06 12345678", "", "12-A", "-", "geen"),
    ],
)
def test_an_ordinary_row_goes_the_quick_way(row: tuple[str, ...]) -> None:
    assert read(*row)


@pytest.mark.parametrize(
    "row",
    [
        ("1", "", "", "06-12345678", "", "", "", "", ""),
        ("1", "", "Jansen", "", "", "", "", "", ""),
        ("1", "", "Jansen", "06-1234567", "", "", "", "", ""),
        ("1", "", "Jansen", "06-12345678", "", "", "", "ja", ""),
        ("1", "", "Jansen", "06-12345678", "", "", "", "", "a@b"),
        ("1", "", "x" * 81, "06-12345678", "", "", "", "", ""),
    ],
)
def test_a_row_about_which_there_is_something_to_say_goes_the_long_way(row: tuple[str, ...]) -> None:
    assert read(*row) is None
