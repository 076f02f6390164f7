"""The words that led to a suggestion are found in the text as it was written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.marking import marked


@pytest.mark.parametrize(
    ("text", "phrases", "found"),
    [
        ("mijn Kraan drupt", ["kraan"], ["Kraan"]),
        ("Ik ben ge­vallen!", ["gevallen"], []),
        ("geen hulp, wel een praatje", ["geen hulp", "praatje"], ["geen hulp", "praatje"]),
        ("lig op de... GROND", ["op de grond"], ["op de... GROND"]),
        ("één praatje", ["een"], ["één"]),
        ("afvalbak", ["val"], []),
        ("drup drup", ["drup"], ["drup", "drup"]),
        ("alles goed", [], []),
        ("🆘 help", ["🆘", "help"], ["🆘", "help"]),
        ("op de grond", ["op de", "de grond"], ["op de", " grond"]),
    ],
)
def test_the_words_are_found_whatever_capitals_accents_and_signs_say(
    text: str, phrases: list[str], found: list[str]
) -> None:
    assert [piece.text for piece in marked(text, phrases) if piece.marked] == found


@given(st.text(max_size=60), st.lists(st.text(max_size=8), max_size=4))
def test_all_pieces_together_are_the_text(text: str, phrases: list[str]) -> None:
    assert "".join(piece.text for piece in marked(text, phrases)) == text
