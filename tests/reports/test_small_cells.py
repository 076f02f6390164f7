"""Numbers that point at somebody are hidden, and cannot be worked out from the rest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.reports.small_cells import SMALLEST, Cell, Hidden, hide_small

SMALL, COMPANY = Hidden.SMALL, Hidden.COMPANY


@pytest.mark.parametrize(
    ("column", "shown"),
    [
        ([], []),
        ([12, 8], [12, 8]),
        ([12, 8, 3], [12, COMPANY, SMALL]),
        ([12, 8, 3, 4], [12, 8, SMALL, SMALL]),
        ([12, 8, 1, 2], [12, COMPANY, SMALL, SMALL]),
        ([3], [SMALL]),
        ([0, 0], [SMALL, SMALL]),
    ],
)
def test_hidden_numbers_have_company(column: list[int], shown: list[Cell]) -> None:
    assert hide_small(column) == shown


def test_many_check_ins_of_few_people_are_hidden() -> None:
    assert hide_small([12, 9, 8], [12, 4, 8]) == [12, SMALL, COMPANY]


@given(st.lists(st.integers(0, 30), max_size=12))
def test_no_small_number_is_shown_and_the_hidden_ones_cannot_be_told_apart(column: list[int]) -> None:
    shown = hide_small(column)
    hidden = [value for value, seen in zip(column, shown, strict=True) if isinstance(seen, Hidden)]
    assert all(isinstance(seen, Hidden) or seen >= SMALLEST for seen in shown)
    assert not hidden or len(hidden) == len(column) or (len(hidden) > 1 and sum(hidden) >= SMALLEST)
