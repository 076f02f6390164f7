"""The alphabet of text messages, its costs, and the folding into it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain import gsm

ANY_TEXT = st.text(st.characters(exclude_categories=[]))


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Daniëlle en Loïs", "Danielle en Lois"),
        ("’s avonds", "'s avonds"),
        ("“ja” – nee…", '"ja" - nee...'),
        ("dertig\u00a0euro", "dertig euro"),
        ("één café für Åse", "één café für Åse"),
        ("Ĳsbrand Çelik Şahin Łukasz", "IJsbrand Çelik Sahin Lukasz"),
        ("e\u0308", "e"),
        ("geen\u200bspatie", "geenspatie"),
        ("😀", "?"),
        ("Иван", "????"),
    ],
)
def test_what_is_outside_the_alphabet_is_folded_into_it(written: str, folded: str) -> None:
    assert gsm.fold(written) == folded


@given(ANY_TEXT)
def test_whatever_is_folded_fits_and_folding_twice_changes_nothing(text: str) -> None:
    folded = gsm.fold(text)
    assert gsm.is_gsm(folded)
    assert gsm.fold(folded) == folded


@pytest.mark.parametrize("letter", "éèàäöüùìòñÉÄÖÜÇ")
def test_letters_that_dutch_may_keep_cost_one(letter: str) -> None:
    assert gsm.septets(letter) == 1


@pytest.mark.parametrize("letter", "ëïêáóíúçÈËÏĳ’“”–…\u00a0")
def test_letters_outside_the_alphabet_are_refused_when_counting(letter: str) -> None:
    assert not gsm.is_gsm(letter)
    with pytest.raises(ValueError, match="outside the alphabet"):
        gsm.septets(letter)


@pytest.mark.parametrize("letter", "^{}[]~\\|€")
def test_letters_behind_an_escape_cost_two(letter: str) -> None:
    assert gsm.septets(letter) == 2


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 1),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("€" * 80, 1),
        ("€" * 81, 2),
        # An escape and its letter are not split: 76 pairs in a part, one septet lost in each.
        ("€" * 153, 3),
        ("ë" * 70, 1),
        ("ë" * 71, 2),
        ("ë" * 134, 2),
        ("ë" * 135, 3),
        ("😀" * 35, 1),
        ("😀" * 36, 2),
        ("😀" * 67, 3),
    ],
)
def test_parts_are_counted_as_the_network_splits_them(text: str, count: int) -> None:
    assert gsm.parts(text) == count


@given(ANY_TEXT)
def test_counting_parts_never_fails(text: str) -> None:
    assert gsm.parts(text) >= 1
