"""Two colleagues and one tenant: who is first gets her, the other hears who, gets the next, and loses no word."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Locator, Page, expect
from sqlmodel import col, select

from checkin.cases.models import Case, Contact
from checkin.domain.cases import CaseState
from tests.browser.conftest import Opening
from tests.browser.watching import Watched
from tests.gallery import SAMIRA, TON, House, sign_in
from tests.screen_story import NOW


@pytest.fixture(autouse=True)
def the_same_morning(house: House) -> Iterator[None]:
    """Begin every test at eleven, whoever was signed out before."""
    yield
    if house.clock.moment != NOW:
        house.clock.moment = NOW
        house.door.forget()


CLICK = "name => [...document.querySelectorAll('button')].find((one) => one.ariaLabel === name).click()"


def waits(house: House, last_name: str) -> int:
    """Somebody who waits, and nobody else."""
    with house.telling() as story:
        for one in story.session.exec(select(Case).where(Case.state != CaseState.CLOSED)):
            one.state = CaseState.CLOSED
        return story.case(story.tenant(last_name)).id or 0


def i_ring(page: Page) -> Locator:
    """Find the button of this tenant; who is in danger has another one on top of every page."""
    return page.locator("#card").get_by_role("button", name="Ik bel")


def works_on(page: Page, case_id: int) -> None:
    page.goto(f"/cases/{case_id}")
    i_ring(page).click()
    expect(page.get_by_role("heading", name="Hoe ging het?")).to_be_visible()


def taken_over(house: House, case_id: int, by: int | None) -> None:
    """The claim ran out, and somebody else took it."""
    with house.telling() as story:
        case = story.session.get_one(Case, case_id)
        case.claimed_by, case.claim_ends_at = by, story.now + timedelta(minutes=30)
        case.state = CaseState.CLAIMED if by else CaseState.WAITING


def id_of(house: House, name: str) -> int:
    assert house.lively
    return getattr(house.lively, name).id or 0


def test_at_the_same_moment_one_wins_and_the_other_hears_who(house: House, window: Opening) -> None:
    waits(house, "Zonderland")
    with house.telling() as story:
        story.case(story.tenant("Daarna"), promised_before=story.later(hours=3))
    pages = {"Samira": window(house.door, SAMIRA), "Ton": window(house.door, TON)}
    for page in pages.values():
        page.goto("/worklist")
        expect(page.get_by_role("button", name="Ik bel mevrouw Zonderland")).to_be_visible()
    for page in pages.values():
        page.evaluate(CLICK, "Ik bel mevrouw Zonderland")
    headings = {name: page.get_by_role("heading", level=1) for name, page in pages.items()}
    for page in pages.values():
        expect(page.get_by_role("heading", name="Hoe ging het?")).to_be_visible()
    got = {heading.inner_text(): name for name, heading in headings.items()}
    assert set(got) == {"Mevrouw Zonderland", "Mevrouw Daarna"}
    winner, other = got["Mevrouw Zonderland"], got["Mevrouw Daarna"]
    expect(pages[other].get_by_text(f"{winner} was u net voor. Dit is de volgende.")).to_be_visible()


def test_an_open_page_keeps_its_tenant(house: House, window: Opening) -> None:
    case_id = waits(house, "Bewaard")
    page = window(house.door, SAMIRA)
    page.clock.install()
    works_on(page, case_id)
    house.clock.advance(minutes=1)
    with page.expect_response(f"**/cases/{case_id}/keep") as answer:
        page.clock.fast_forward("01:00")
    assert answer.value.status == 204
    with house.telling() as story:
        assert story.session.get_one(Case, case_id).claim_ends_at == story.now + timedelta(minutes=30)


def test_who_lost_the_tenant_hears_who_has_her_and_keeps_the_words(
    house: House, window: Opening, watched: Watched
) -> None:
    watched.allow(409)
    case_id = waits(house, "Overgenomen")
    page = window(house.door, SAMIRA)
    page.clock.install()
    works_on(page, case_id)
    note = page.get_by_label("Notitie voor collega’s")
    note.fill("Ze is gevallen maar het gaat nu.")
    taken_over(house, case_id, id_of(house, "ton"))
    with page.expect_response(f"**/cases/{case_id}/keep"):
        page.clock.fast_forward("01:00")
    expect(page.get_by_role("alert")).to_have_text("Ton heeft dit overgenomen. Wat u typte, staat hier nog.")
    expect(note).to_have_value("Ze is gevallen maar het gaat nu.")

    page.get_by_label("Gesproken, klaar").check()
    page.get_by_role("button", name="Opslaan", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Dit gesprek is nu van Ton.")
    expect(page.get_by_label("Uw tekst")).to_have_value("Ze is gevallen maar het gaat nu.")


def test_the_words_survive_being_signed_out(house: House, window: Opening, watched: Watched) -> None:
    watched.allow(401)
    case_id = waits(house, "Vergeten")
    page = window(house.door)
    page.goto("/login")
    sign_in(page, SAMIRA)
    works_on(page, case_id)
    page.get_by_label("Terugbellen op een ander moment").check()
    page.get_by_role("textbox", name="Dag", exact=True).fill("2026-11-19")
    page.get_by_role("textbox", name="Tijd", exact=True).fill("10:30")
    page.get_by_label("Notitie voor collega’s").fill("Dochter belt zelf terug.")
    house.clock.advance(minutes=31)
    with house.telling() as story:
        story.session.get_one(Case, case_id).claim_ends_at = story.later(minutes=30)

    page.get_by_role("button", name="Opslaan", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("U bent uitgelogd")
    expect(page.get_by_label("Uw tekst")).to_have_value("Dochter belt zelf terug.")
    page.get_by_role("link", name="Opnieuw inloggen").click()
    sign_in(page, SAMIRA)
    expect(page.get_by_role("heading", level=1)).to_have_text("Mevrouw Vergeten")
    expect(page.get_by_role("alert")).to_have_text("Wat u net typte, staat er weer.")
    expect(page.get_by_label("Notitie voor collega’s")).to_have_value("Dochter belt zelf terug.")
    expect(page.get_by_role("textbox", name="Tijd", exact=True)).to_have_value("10:30")
    page.get_by_role("button", name="Opslaan", exact=True).click()
    expect(page.get_by_text("Opgeslagen. Dank u wel.")).to_be_visible()
    assert page.evaluate("Object.keys(sessionStorage)") == []


def test_a_page_that_is_signed_out_says_so_by_itself(house: House, window: Opening, watched: Watched) -> None:
    watched.allow(401)
    case_id = waits(house, "Stilte")
    page = window(house.door)
    page.goto("/login")
    sign_in(page, SAMIRA)
    works_on(page, case_id)
    page.get_by_label("Notitie voor collega’s").fill("Half gesprek")
    house.clock.advance(minutes=31)
    page.get_by_role("button", name="Opnieuw inloggen").click()
    sign_in(page, SAMIRA)
    if i_ring(page).count():
        i_ring(page).click()
    expect(page.get_by_label("Notitie voor collega’s")).to_have_value("Half gesprek")


def test_nobody_else_gets_a_draft(house: House, window: Opening) -> None:
    case_id = waits(house, "Geheim")
    page = window(house.door)
    page.goto("/login")
    sign_in(page, SAMIRA)
    works_on(page, case_id)
    page.get_by_label("Notitie voor collega’s").fill("Voor mij alleen")
    taken_over(house, case_id, None)
    page.goto("/")
    page.locator("details.who summary").click()
    page.get_by_role("button", name="Uitloggen").click()
    sign_in(page, TON)
    works_on(page, case_id)
    expect(page.get_by_label("Notitie voor collega’s")).to_have_value("")


def test_a_double_click_records_one_talk(house: House, window: Opening) -> None:
    case_id = waits(house, "Tweemaal")
    page = window(house.door, SAMIRA)
    works_on(page, case_id)
    page.get_by_label("Gesproken, klaar").check()
    page.get_by_role("button", name="Opslaan", exact=True).dblclick()
    expect(page.get_by_text("Opgeslagen. Dank u wel.")).to_be_visible()
    with house.telling() as story:
        talks = story.session.exec(select(Contact).where(col(Contact.case_id) == case_id)).all()
    assert len(talks) == 1
