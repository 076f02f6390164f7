"""New work appears by itself and never moves what a person is typing: in a real browser, with the real script."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect
from werkzeug.serving import make_server

from checkin.db import unit_of_work
from checkin.runtime import Runtime
from checkin.staff.models import Role, Staff
from checkin.tenants.models import Happening
from checkin.tenants.timeline import tell
from tests.screen_story import Story
from tests.visitor import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)]
WITHIN = 5000
"""Milliseconds in which new work must be there."""
ROWS = "tr[data-row]"


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def page(chromium: Browser, address: str, colleague: Callable[..., Staff]) -> Iterator[Page]:
    colleague("sanne@example.nl", Role.COORDINATOR)
    context = chromium.new_context(locale="nl-NL", base_url=address)
    opened, said = context.new_page(), []
    # An answer that is no 200 is a line in the console too; what the content policy blocks is what matters.
    opened.on("console", lambda message: message.text.startswith("Failed to load") or said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.goto("/login")
    opened.fill("#email", "sanne@example.nl")
    opened.fill("#password", PASSWORD)
    opened.click("main button")
    opened.goto("/worklist")
    yield opened
    context.close()
    assert said == []


@pytest.fixture
def somebody_waits(runtime: Runtime) -> Callable[[str], None]:
    def wait(name: str) -> None:
        now = runtime.now()
        with unit_of_work(runtime) as session:
            story = Story(session, now=now)
            case = story.case(story.tenant(name), promised_before=now + timedelta(hours=2))
            tell(session, Happening.CASE_OPENED, tenant_id=case.tenant_id, now=now, case_id=case.id)

    return wait


def test_new_work_appears_within_five_seconds_and_is_said(page: Page, somebody_waits: Callable[[str], None]) -> None:
    somebody_waits("Bakker")
    expect(page.locator(ROWS)).to_have_count(1, timeout=WITHIN)
    expect(page.locator("#announce")).to_have_text("1 nieuwe huurder")


def test_what_a_person_types_stays_where_it_is(page: Page, somebody_waits: Callable[[str], None]) -> None:
    field = page.locator("input[type=search]")
    field.press_sequentially("mevr")
    place = field.bounding_box()
    somebody_waits("Bakker")
    expect(page.locator(ROWS)).to_have_count(1, timeout=WITHIN)
    expect(field).to_be_focused()
    expect(field).to_have_value("mevr")
    assert field.bounding_box() == place


def test_a_note_that_is_not_saved_yet_stays(page: Page, somebody_waits: Callable[[str], None]) -> None:
    somebody_waits("Bakker")
    page.reload()
    page.keyboard.press("n")
    note = page.locator("textarea[name=note]")
    note.fill("Mevrouw vertelde over de tuin")
    place = note.bounding_box()
    somebody_waits("Visser")
    page.wait_for_timeout(WITHIN)
    expect(note).to_have_value("Mevrouw vertelde over de tuin")
    expect(note).to_be_focused()
    assert note.bounding_box() == place


def test_nothing_moves_under_the_pointer_but_a_button_offers_it(
    page: Page, somebody_waits: Callable[[str], None]
) -> None:
    somebody_waits("Bakker")
    page.reload()
    page.hover(ROWS)
    somebody_waits("Visser")
    notice = page.locator("#notice")
    expect(notice).to_contain_text("1 nieuwe huurder", timeout=WITHIN)
    expect(page.locator(ROWS)).to_have_count(1)
    notice.get_by_role("button", name="toon").click()
    expect(page.locator(ROWS)).to_have_count(2)
    expect(notice).to_be_hidden()


def test_single_keys_work_and_can_be_switched_off(page: Page, somebody_waits: Callable[[str], None]) -> None:
    somebody_waits("Bakker")
    page.reload()
    page.keyboard.press("j")
    expect(page.locator(f"{ROWS} a")).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("input[type=search]")).to_be_focused()
    page.keyboard.type("?n")
    expect(page.locator("input[type=search]")).to_have_value("?n")
    expect(page.locator("#keys")).to_be_hidden()
    page.locator("h1").click()
    page.keyboard.press("?")
    page.get_by_label("Sneltoetsen gebruiken").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_hidden()
    assert page.url.endswith("/worklist")


def test_who_is_signed_out_elsewhere_is_told(page: Page, runtime: Runtime) -> None:
    with unit_of_work(runtime) as session:
        session.get_one(Staff, 1).active = False
    notice = page.locator("#notice")
    expect(notice).to_contain_text("U bent uitgelogd.", timeout=WITHIN)
    expect(notice.get_by_role("button")).to_have_text("Opnieuw inloggen")
