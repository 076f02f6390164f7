"""Dutch and English: the browser's choice, one's own choice, and Dutch when in doubt."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from checkin.db import unit_of_work
from checkin.runtime import Runtime
from checkin.staff.models import Staff
from tests.visitor import Visitor

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def language_of(page: str) -> str:
    return page.partition('<html lang="')[2][:2]


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("nl", "nl"),
        ("nl-BE,nl;q=0.9,en;q=0.8", "nl"),
        ("en", "en"),
        ("en-GB,en;q=0.9,nl;q=0.8", "en"),
        ("tr,en;q=0.7,nl;q=0.3", "en"),
        ("tr,nl;q=0.7,en;q=0.3", "nl"),
        ("en;q=0.4,nl;q=0.6", "nl"),
        ("de,fr;q=0.5", "nl"),
        ("*", "nl"),
        ("en;q=0", "nl"),
        (";;;q=x", "nl"),
        ("", "nl"),
    ],
)
def test_the_page_follows_the_browser(visitor: Visitor, accepted: str, language: str) -> None:
    page = visitor.get("/login", headers={"Accept-Language": accepted}).text
    assert language_of(page) == language
    assert ("Inloggen" in page) is (language == "nl")


def test_every_page_has_the_switch_and_it_stays(visitor: Visitor) -> None:
    page = visitor.get("/login").text
    assert 'aria-current="true">Nederlands' in page
    response = visitor.post("/language/en", next="/login?next=/worklist")
    assert (response.status_code, response.location) == (302, "/login?next=/worklist")
    page = visitor.get("/login").text
    assert language_of(page) == "en"
    assert 'aria-current="true">English' in page
    assert language_of(visitor.get("/nothing").text) == "en"
    visitor.post("/language/nl")
    assert language_of(visitor.get("/login", headers={"Accept-Language": "en"}).text) == "nl"


def test_the_account_decides_when_this_browser_has_no_choice(samira: Visitor, runtime: Runtime) -> None:
    with unit_of_work(runtime) as session:
        session.get_one(Staff, 1).language = "en"
    assert language_of(samira.get("/account/password").text) == "en"
    samira.post("/language/nl")
    assert language_of(samira.get("/account/password").text) == "nl"


def test_an_error_says_its_words_in_the_chosen_language(app: Flask, colleague: Callable[..., Staff]) -> None:
    browser = Visitor(app)
    browser.post("/language/en")
    page = browser.sign_in("nobody@example.nl").text
    assert "<title>Error: " in page


@pytest.mark.parametrize("wanted", ["//evil.example", "https://evil.example", "/\\evil.example"])
def test_the_switch_never_leads_to_another_site(visitor: Visitor, wanted: str) -> None:
    assert visitor.post("/language/en", next=wanted).location == "/"


def test_a_language_that_we_do_not_have_is_not_found(visitor: Visitor) -> None:
    assert visitor.post("/language/xx").status_code == 404


def test_nothing_is_chosen_by_following_a_link(visitor: Visitor) -> None:
    assert visitor.get("/language/en").status_code == 405
