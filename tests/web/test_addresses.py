"""Only plain paths on this site are safe to go to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.web.addresses import START, safe_next


@pytest.mark.parametrize("path", ["/", "/worklist", "/worklist?tab=mine&q=%C3%AB", "/cases/7#talk", "/a//b", "/@x"])
def test_paths_of_our_own_are_kept(path: str) -> None:
    assert safe_next(path) == path


@pytest.mark.parametrize(
    "elsewhere",
    [
        None,
        "",
        "worklist",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "/\x00/evil.example",
        "/\u2028evil",
        "http://evil.example",
        "javascript:alert(1)",
        " //evil.example",
        "http:/evil.example",
    ],
)
def test_everything_else_leads_to_the_first_page(elsewhere: str | None) -> None:
    assert safe_next(elsewhere) == START


@given(st.text())
def test_no_text_leads_away(text: str) -> None:
    there = safe_next(text)
    assert there.startswith("/")
    assert not there.startswith(("//", "/\\"))
    assert "\\" not in there
