"""On every page one press changes the language, and one stays where one was."""

from __future__ import annotations

import re
from html import unescape
from itertools import cycle

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Opening
from tests.gallery import NOBODY, SAMIRA, SANNE, STATES, House, State

SWITCH = re.compile(r'<form method="post" action="(/language/(\w\w)[^"]*)">\s*(.*?)</form>', re.DOTALL)
FIELD = re.compile(r'name="(\w+)"[^>]* value="([^"]*)"')


def pages_of(who: str) -> list[State]:
    return [state for state in STATES if state.who == who and not state.act and not state.name.startswith("work-list-")]


def switch(page: Page, language: str) -> None:
    button = {"en": "English", "nl": "Nederlands"}[language]
    path = page.evaluate("location.pathname + location.search")
    page.get_by_role("button", name=button).click()
    expect(page.locator("html")).to_have_attribute("lang", language)
    assert page.evaluate("location.pathname + location.search") == path


def test_one_press_there_and_one_back(house: House, window: Opening) -> None:
    page = window(house.door, SANNE)
    page.goto("/tenants?q=linden")
    switch(page, "en")
    switch(page, "nl")


@pytest.mark.parametrize("who", [NOBODY, SAMIRA, SANNE])
def test_the_switch_is_on_every_page(who: str, house: House, chromium: Browser) -> None:
    with house.door.enter(chromium, who) as context:
        for state, language in zip(pages_of(who), cycle(["en", "nl"]), strict=False):
            page = context.request.get(state.address(house))
            [(action, other, form)] = SWITCH.findall(page.text())
            assert other == language, state.name
            after = context.request.post(
                action,
                form={name: unescape(value) for name, value in FIELD.findall(form)},
                headers={"Referer": page.url},
            )
            assert after.url == page.url
            assert f'<html lang="{language}"' in after.text(), state.name


def test_an_english_browser_gets_english_pages(house: House, window: Opening) -> None:
    page = window(house.door, SAMIRA, locale="en-GB")
    page.goto("/")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("link", name="Work list")).to_be_visible()
