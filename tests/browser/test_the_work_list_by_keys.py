"""The work list without a mouse: single keys, undoing in one click, and a page that renews itself while one types."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import select

from checkin.cases.models import Case
from checkin.domain.attempts import AskedBy
from checkin.domain.cases import CaseState
from tests.browser.conftest import Opening
from tests.gallery import SAMIRA, House

CHOSEN = "form.contact [name=outcome]:checked"


@pytest.fixture
def case_id(house: House) -> int:
    """Somebody who waits, and nobody else."""
    with house.telling() as story:
        for one in story.session.exec(select(Case).where(Case.state != CaseState.CLOSED)):
            one.state, one.claimed_by = CaseState.CLOSED, None
        return story.case(story.tenant("Toetsen")).id or 0


def state(house: House, case_id: int) -> CaseState:
    with house.telling() as story:
        return story.session.get_one(Case, case_id).state


def chosen(page: Page) -> str:
    return str(page.locator(CHOSEN).input_value())


def test_a_whole_talk_by_single_keys(house: House, window: Opening, case_id: int) -> None:
    page = window(house.door, SAMIRA)
    page.goto("/worklist")
    page.keyboard.press("b")
    expect(page).to_have_url("/worklist")
    page.keyboard.press("j")
    expect(page.get_by_role("link", name="Mevrouw Toetsen")).to_be_focused()
    page.keyboard.press("b")
    expect(page.get_by_role("heading", name="Hoe ging het?")).to_be_visible()
    for key, outcome in (("g", "spoken"), ("x", "not_reached")):
        page.keyboard.press(key)
        assert chosen(page) == outcome
    page.keyboard.press("l")
    assert chosen(page) == "call_back"
    expect(page.locator("#day")).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("o")
    page.keyboard.type("gxlv, zei zij")
    expect(page.get_by_label("Notitie voor collega’s")).to_have_value("gxlv, zei zij")
    page.keyboard.press("Escape")
    page.keyboard.press("v")
    expect(page.get_by_label("Voor de volgende collega")).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Zet terug op de lijst")).to_be_hidden()
    page.keyboard.press("d")
    expect(page.get_by_role("heading", name="Doorsturen")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Mevrouw Toetsen")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Werklijst")).to_be_visible()


def test_keys_that_are_switched_off_do_nothing(house: House, window: Opening, case_id: int) -> None:
    page = window(house.door, SAMIRA)
    page.goto(f"/cases/{case_id}")
    page.keyboard.press("?")
    help_ = page.get_by_role("dialog")
    for key in "nbgxlodv":
        expect(help_.locator("kbd", has_text=key).first).to_be_visible()
    help_.get_by_text("Sneltoetsen gebruiken").click()
    help_.get_by_role("button", name="Sluiten").click()
    page.keyboard.press("b")
    page.keyboard.press("d")
    page.wait_for_timeout(100)
    expect(page.locator("button[data-key=b]")).to_be_visible()
    assert state(house, case_id) is CaseState.WAITING


def test_what_was_just_done_is_undone_in_one_click(house: House, window: Opening, case_id: int) -> None:
    page = window(house.door, SAMIRA)
    page.goto(f"/cases/{case_id}")
    page.keyboard.press("b")
    expect(page.get_by_text("U heeft deze huurder opgepakt.")).to_be_visible()
    page.get_by_role("button", name="Ongedaan maken").click()
    expect(page.get_by_text("Ongedaan gemaakt.")).to_be_visible()
    assert state(house, case_id) is CaseState.WAITING
    page.keyboard.press("b")
    expect(page.get_by_role("heading", name="Hoe ging het?")).to_be_visible()
    page.keyboard.press("g")
    page.get_by_role("button", name="Opslaan", exact=True).click()
    expect(page.get_by_text("Opgeslagen. Dank u wel.")).to_be_visible()
    assert state(house, case_id) is CaseState.CLOSED
    page.get_by_role("button", name="Ongedaan maken").click()
    expect(page.get_by_role("heading", name="Hoe ging het?")).to_be_visible()
    assert state(house, case_id) is CaseState.CLAIMED


def test_a_page_that_renews_itself_leaves_what_is_typed_where_it_is(
    house: House, window: Opening, case_id: int
) -> None:
    page = window(house.door, SAMIRA)
    page.goto(f"/cases/{case_id}")
    page.keyboard.press("b")
    page.get_by_text("Overslaan", exact=True).click()
    words = page.get_by_label("In uw eigen woorden")
    words.fill("Ik ken haar van")
    with house.telling() as story:
        case = story.session.get_one(Case, case_id)
        case.heard_at, case.heard_by = story.now, AskedBy.VOICE
        # The new line of the timeline is what browsers look for.
        story.case(story.tenant("Nieuw"))
    page.wait_for_timeout(4000)
    expect(words).to_be_focused()
    page.keyboard.type(" de kerk")
    expect(words).to_have_value("Ik ken haar van de kerk")
    # As soon as nobody is at it any more, the card says it.
    words.fill("")
    page.get_by_role("heading", name="Hoe ging het?").click()
    page.get_by_text("Overslaan", exact=True).click()
    page.mouse.move(0, 0)
    page.get_by_label("Notitie voor collega’s").focus()
    expect(page.get_by_text("Belde zelf terug")).to_be_visible()
