"""The quick way through a telephone cell gives what the long way gives, for every number and every spelling."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.tenants.phones import Caution, read_phone, searched_phone
from checkin.tenants.plain_numbers import plain_number

TAILS = ("00000", "12345", "99999")
SPELLINGS = ("0{}", "+31{}", "{}")


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_both_ways_agree_on_every_first_four_digits(spelling: str) -> None:
    for head in range(1000, 10_000):
        cell = spelling.format(f"{head}{TAILS[head % 3]}")
        if plain_number(cell):
            assert read_phone(cell) == searched_phone(cell), cell


LIKELY = st.from_regex(r"\A(0|\+31|0031|31|\+31[ -]?|)[1-9]([ .-]{0,2}[0-9]){6,10}\Z")
SIGNS = st.text(alphabet="0123456789 +-.()/x,", max_size=18)


@given(st.one_of(LIKELY, SIGNS, st.integers(0, 10**11).map(str)))
@settings(max_examples=600, deadline=None)
def test_both_ways_agree_on_every_cell(cell: str) -> None:
    assert read_phone(cell) == searched_phone(cell)


@pytest.mark.parametrize(
    ("cell", "plain"),
    [
        ("0612345678", ("+31612345678", True)),
        ("06-12 34 56 78", ("+31612345678", True)),
        ("+31 318-123456", ("+31318123456", False)),
        ("612345678", ("+31612345678", True)),
        ("318123456", None),  # with the country code of a number that is too short, or without its zero
        ("0661234567", None),
        ("0850123456", None),
        ("06 1234567", None),
    ],
)
def test_only_what_is_plainly_a_persons_number_goes_the_quick_way(cell: str, plain: tuple[str, bool] | None) -> None:
    assert plain_number(cell) == plain


def test_the_zero_that_excel_ate_is_still_told() -> None:
    assert read_phone("612345678").cautions == (Caution.ZERO_ADDED,)


def test_without_the_netherlands_among_the_countries_nothing_goes_the_quick_way() -> None:
    assert read_phone("0612345678", frozenset({"BE"})) == searched_phone("0612345678", frozenset({"BE"}))
