"""A call through the system while somebody types: the page follows it, and no letter is lost, here or elsewhere."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, expect
from werkzeug.serving import make_server

from checkin.cases.draft_models import ContactDraft
from checkin.db import reading, unit_of_work
from checkin.messaging.models import CallEnd
from checkin.runtime import Runtime
from checkin.staff.models import Role, Staff
from tests.conftest import MovableClock
from tests.screen_story import Story
from tests.two_telephones import accept, ended, moved
from tests.visitor import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)]
WITHIN = 6000
"""Milliseconds in which the page must have followed."""
NOTE = "textarea[name=note]"


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def case_id(runtime: Runtime, colleague: Callable[..., Staff]) -> int:
    """Samira has a telephone, and mevrouw Van der Linden in hand."""
    samira = colleague("samira@example.nl", Role.STAFF)
    with unit_of_work(runtime) as session:
        story = Story(session, now=runtime.now())
        me = session.get_one(Staff, samira.id)
        me.phone = "+31687650001"
        return story.claimed(story.case(story.tenant(mobile="+31612345678")), me).id or 0


@pytest.fixture
def device(chromium: Browser, address: str, case_id: int) -> Iterator[Callable[[], Page]]:
    """Take another device on which Samira signs in and opens the page of the tenant."""
    contexts: list[BrowserContext] = []
    said: list[str] = []

    def take() -> Page:
        contexts.append(chromium.new_context(locale="nl-NL", base_url=address))
        page = contexts[-1].new_page()
        page.on("console", lambda message: message.text.startswith("Failed to load") or said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto("/login")
        page.fill("#email", "samira@example.nl")
        page.fill("#password", PASSWORD)
        page.click("main button")
        page.goto(f"/cases/{case_id}")
        return page

    yield take
    for context in contexts:
        context.close()
    assert said == []


def kept(runtime: Runtime, case_id: int) -> dict[str, str]:
    """Give what the server keeps of the form, as far as it was filled in here."""
    with reading(runtime) as session:
        draft: Any = session.get(ContactDraft, (case_id, 1))
        return {name: value for name, value in (draft.fields if draft else []) if name in {"note", "outcome"}}


def caret(page: Page) -> int:
    found: int = page.locator(NOTE).evaluate("one => one.selectionStart")
    return found


def test_the_page_follows_the_call_and_leaves_what_one_types_alone(
    runtime: Runtime, case_id: int, device: Callable[[], Page]
) -> None:
    page = device()
    page.get_by_role("button", name="Bel via het systeem").click()
    status = page.locator("#call [role=status]")
    expect(status).to_contain_text("Uw telefoon gaat…")
    note = page.locator(NOTE)
    note.press_sequentially("Mevrouw vertelt over ")
    note.press("ArrowLeft")
    place = caret(page)
    leg = accept(runtime)
    moved(runtime, leg, answered=True)
    expect(status).to_contain_text("In gesprek sinds", timeout=WITHIN)
    expect(note).to_be_focused()
    assert (note.input_value(), caret(page)) == ("Mevrouw vertelt over ", place)
    note.press("End")
    note.press_sequentially("de tuin")
    ended(runtime, leg)
    expect(status).to_contain_text("U sprak 1 minuut.", timeout=WITHIN)
    expect(note).to_have_value("Mevrouw vertelt over de tuin")
    expect(page.locator("[name=outcome]:checked")).to_have_count(0)


def test_not_reached_is_chosen_once_and_never_against_ones_own_choice(
    runtime: Runtime, clock: MovableClock, case_id: int, device: Callable[[], Page]
) -> None:
    page = device()
    chosen = page.locator("[name=outcome]:checked")
    page.get_by_role("button", name="Bel via het systeem").click()
    expect(page.locator("#call [role=status]")).to_contain_text("Uw telefoon gaat…")
    page.locator(NOTE).press_sequentially("Nog eens")
    ended(runtime, accept(runtime), CallEnd.NO_ANSWER)
    expect(chosen).to_have_value("not_reached", timeout=WITHIN)
    expect(page.locator(NOTE)).to_be_focused()
    expect(page.locator("#call [role=status]")).to_contain_text("“Niet bereikt” staat al gekozen.")
    expect(page.locator("form.contact")).to_have_attribute("data-version", re.compile("."), timeout=WITHIN)
    clock.advance(seconds=5)  # of two calls in the same instant nobody could say which is the later one
    page.locator(NOTE).press_sequentially(", en weer")
    page.get_by_role("button", name="Bel opnieuw via het systeem").click()
    expect(page.locator("#call [role=status]")).to_contain_text("Uw telefoon gaat…")
    expect(page.locator(NOTE), "also what was typed in the second before").to_have_value("Nog eens, en weer")
    expect(chosen, "that nobody was reached was about the call before").to_have_count(0)
    page.get_by_label("Terugbellen op een ander moment").check()
    ended(runtime, accept(runtime), CallEnd.BUSY)
    expect(page.locator("#call [role=status]")).to_contain_text("In gesprek.", timeout=WITHIN)
    expect(chosen).to_have_value("call_back")


def test_what_one_types_is_on_the_server_and_on_another_device_and_gone_once_recorded(
    runtime: Runtime, case_id: int, device: Callable[[], Page]
) -> None:
    desk = device()
    desk.locator(NOTE).press_sequentially("Aan het bureau")
    desk.get_by_label("Gesproken, er is meer nodig").check()
    expect(desk.locator("form.contact")).to_have_attribute("data-version", re.compile("."), timeout=WITHIN)
    desk.close(run_before_unload=False)
    assert kept(runtime, case_id) == {"outcome": "spoken_more", "note": "Aan het bureau"}

    phone = device()
    expect(phone.get_by_text("Wat u eerder typte, staat hier nog.")).to_be_visible()
    expect(phone.locator(NOTE)).to_have_value("Aan het bureau")
    expect(phone.locator("[name=outcome]:checked")).to_have_value("spoken_more")
    phone.locator(NOTE).press("End")
    phone.locator(NOTE).press_sequentially(" en in de trein")
    phone.goto("/worklist")
    phone.wait_for_timeout(300)
    assert kept(runtime, case_id)["note"] == "Aan het bureau en in de trein", "leaving the page keeps it too"

    phone.goto(f"/cases/{case_id}")
    phone.get_by_role("button", name="Opslaan", exact=True).click()
    expect(phone.get_by_text("Opgeslagen. Dank u wel.")).to_be_visible()
    phone.wait_for_timeout(1500)
    assert kept(runtime, case_id) == {}
    expect(phone.locator(NOTE)).to_have_value("")
