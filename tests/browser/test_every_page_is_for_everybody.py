"""Every page in every state, for every eye: no fault of axe, nothing wider than the screen, no error on the console."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from checkin.web.assets import DIRECTORY
from tests.browser.watching import AXE, NARROW, PHONE, Watched, seen_by_all, seen_by_more
from tests.gallery import EMPTY_STATES, STATES, House, State

NOTHING = "/health"
"""A page without anything on it, from the same server: for another one the browser starts a process."""


class Windows:
    """One watched window for each person in each house, used again for every page."""

    def __init__(self, chromium: Browser) -> None:
        self._chromium = chromium
        self.watched = Watched()
        self._pages: dict[tuple[int, str], Page] = {}

    def of(self, house: House, who: str) -> Page:
        """Give the window of one person."""
        key = (id(house), who)
        if key not in self._pages:
            self._pages[key] = house.door.enter(self._chromium, who).new_page()
            # In every page of ours from the start: to send it to each one takes twice as long.
            self._pages[key].add_init_script(f"if (location.pathname !== '{NOTHING}') {{ {AXE} }}")
            self.watched.watch(self._pages[key])
        return self._pages[key]

    def close(self) -> None:
        """Close all."""
        for page in self._pages.values():
            page.context.close()


@pytest.fixture(scope="module")
def windows(chromium: Browser) -> Iterator[Windows]:
    opened = Windows(chromium)
    yield opened
    opened.close()


def look_at(state: State, house: House, windows: Windows, *, closer: bool = False) -> None:
    page = windows.of(house, state.who)
    windows.watched.begin(state.status)
    state.show(page, house)
    assert seen_by_all(page) == []
    assert not closer or seen_by_more(page) == []
    # What was typed here is nobody's draft on the next page.
    page.evaluate("sessionStorage.clear()")
    page.goto(NOTHING)
    assert windows.watched.problems == []


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_a_page_at_work_is_for_everybody(state: State, house: House, windows: Windows) -> None:
    look_at(state, house, windows, closer=STATES.index(state) % 4 == 0)


@pytest.mark.parametrize("state", EMPTY_STATES, ids=lambda state: state.name)
def test_an_empty_page_is_for_everybody(state: State, bare_house: House, windows: Windows) -> None:
    look_at(state, bare_house, windows)


def test_nothing_comes_or_goes_between_the_two_narrow_screens() -> None:
    sheets = (path.read_text() for path in DIRECTORY.glob("*.css"))
    lines = [float(rem) * 16 for sheet in sheets for rem in re.findall(r"@media[^{]*width: ([\d.]+)rem", sheet)]
    assert lines
    assert [line for line in lines if NARROW["width"] <= line <= PHONE["width"]] == []
