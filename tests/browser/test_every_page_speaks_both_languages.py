"""On every page one press changes the language, and one stays where one was."""

from __future__ import annotations

from itertools import cycle

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opening
from tests.browser.watching import Watched
from tests.gallery import NOBODY, SAMIRA, SANNE, STATES, House, State


def pages_of(who: str) -> list[State]:
    return [state for state in STATES if state.who == who and not state.act and not state.name.startswith("work-list-")]


def switch(page: Page, language: str) -> None:
    button = {"en": "English", "nl": "Nederlands"}[language]
    path = page.evaluate("location.pathname + location.search")
    page.get_by_role("button", name=button).click()
    expect(page.locator("html")).to_have_attribute("lang", language)
    assert page.evaluate("location.pathname + location.search") == path


@pytest.mark.parametrize("who", [NOBODY, SAMIRA, SANNE])
def test_the_switch_is_on_every_page(who: str, house: House, window: Opening, watched: Watched) -> None:
    watched.allow(403)
    watched.allow(404)
    page = window(house.door, who)
    for state, language in zip(pages_of(who), cycle(["en", "nl"]), strict=False):
        state.show(page, house)
        switch(page, language)


def test_an_english_browser_gets_english_pages(house: House, window: Opening) -> None:
    page = window(house.door, SAMIRA, locale="en-GB")
    page.goto("/")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("link", name="Work list")).to_be_visible()
