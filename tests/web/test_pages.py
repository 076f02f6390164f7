"""What surrounds the pages: menu, files, health, and templates that are whole."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from checkin.db import make_engine
from checkin.runtime import Runtime
from checkin.staff.models import Role, Staff
from checkin.web.assets import DIRECTORY
from tests.visitor import Visitor

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

WORK = ["Vandaag", "Werklijst", "Even lezen", "Kletsen", "Nazorg"]
COORDINATE = ["Overzicht", "Belrondes", "Huurders", "Week", "Rooster"]


def menu_of(page: TestResponse) -> list[str]:
    menu = re.search(r'<nav id="menu".*?</nav>', page.text, re.DOTALL)
    assert menu
    return [words.strip() for words in re.findall(r'data-menu="\w+">([^<]+)', menu[0])]


@pytest.mark.parametrize(
    ("role", "items"),
    [(Role.STAFF, WORK), (Role.COORDINATOR, WORK + COORDINATE), (Role.ADMINISTRATOR, WORK + COORDINATE)],
)
def test_the_menu_shows_what_a_role_may_open_and_where_one_is(
    app: Flask, colleague: Callable[..., Staff], role: Role, items: list[str]
) -> None:
    browser = Visitor(app)
    browser.sign_in(colleague("samira@example.nl", role).email)
    page = browser.get("/worklist")
    assert menu_of(page) == items
    assert re.findall(r'aria-current="page" data-menu="(\w+)"', page.text) == ["work"]
    for address in re.findall(r'<a href="([^"]+)"[^>]*data-menu', page.text):
        assert browser.get(address, follow_redirects=True).status_code == 200


def test_files_have_their_contents_in_their_address_and_are_kept_for_ever(app: Flask, visitor: Visitor) -> None:
    page = visitor.get("/login").text
    addresses = re.findall(r'(?:href|src)="(/static/[^"]+)"', page)
    assert len(addresses) >= 5
    for address in addresses:
        response = visitor.get(address)
        assert response.status_code == 200
        assert response.headers["Cache-Control"] == "max-age=315360000, public, immutable"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert "Access-Control-Allow-Origin" not in response.headers
        response.close()


def test_style_and_script_ask_nothing_of_other_sites(visitor: Visitor) -> None:
    base = re.search(r'href="(/static/\w+/)style.css"', visitor.get("/login").text)
    assert base
    style = (DIRECTORY / "style.css").read_text()
    for address in re.findall(r"url\(\"?([^)\"]+)", style):
        response = visitor.get(base[1] + address)
        assert response.status_code == 200
        response.close()
    for name in ("style.css", "checkin.js"):
        assert not re.search(r"https?://|data:|@import|eval\(", (DIRECTORY / name).read_text())
    assert "SIL OPEN FONT LICENSE" in (DIRECTORY / "fonts" / "OFL.txt").read_text()
    assert "Zero-Clause BSD" in (DIRECTORY / "htmx.LICENSE.txt").read_text()


def test_every_template_is_whole(app: Flask) -> None:
    for name in app.jinja_env.list_templates():
        app.jinja_env.get_template(name)


def test_health_tells_that_the_database_answers_and_nothing_else(visitor: Visitor) -> None:
    response = visitor.get("/health")
    assert (response.status_code, response.json) == (200, {"ok": True})


def test_health_tells_when_the_database_is_away(runtime: Runtime, visitor: Visitor, tmp_path: object) -> None:
    runtime.engine.dispose()
    runtime.engine = make_engine(f"sqlite:///{tmp_path}/no/such/place.db")
    response = visitor.get("/health")
    assert (response.status_code, response.json) == (503, {"ok": False})
