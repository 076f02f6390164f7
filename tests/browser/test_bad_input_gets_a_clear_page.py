"""Whatever somebody sends or types in the address, the page says in words what is wrong, and nothing is half done."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opening
from tests.browser.watching import Watched, seen_by_all
from tests.gallery import SAMIRA, SANNE, House, sign_in

LONG = "q" * 10_000


@pytest.mark.parametrize(
    ("path", "heading"),
    [
        ("/worklist?page=-1", "Werklijst"),
        ("/worklist?page=99999999999999999999&tab=zzz", "Werklijst"),
        (f"/worklist?q={LONG}", "Werklijst"),
        ("/worklist?q=%00%25_'--", "Werklijst"),
        ("/reading?reply=-1", "Even lezen"),
        ("/reading?reply=999999999999999999999", "Even lezen"),
        (f"/tenants?q={LONG}&page=-1", "Huurders"),
        ("/overview?campaign=999999999999999999999", "Alle belrondes"),
        ("/overview/people?step=answered&page=-7&why=zzz", "zzz"),
    ],
)
def test_nonsense_in_the_address_shows_the_page_all_the_same(
    path: str, heading: str, house: House, window: Opening
) -> None:
    page = window(house.door, SANNE)
    page.goto(path)
    expect(page.get_by_role("heading", level=1)).to_contain_text(heading, ignore_case=True)


@pytest.mark.parametrize(
    "path",
    [
        "/week/2026-W99",
        "/week/nonsense",
        "/cases/0",
        "/cases/999999999999999999999",
    ],
)
def test_what_is_not_there_is_said_in_words(path: str, house: House, window: Opening, watched: Watched) -> None:
    watched.allow(404)
    page = window(house.door, SANNE)
    page.goto(path)
    expect(page.get_by_role("heading", level=1)).to_have_text("Deze pagina is er niet")


def test_signing_in_never_leads_away(house: House, window: Opening) -> None:
    page = window(house.door)
    page.goto("/login?next=//evil.example/")
    sign_in(page, SAMIRA)
    assert page.url == f"{house.door.url}/"


def test_a_file_of_30_megabytes_is_refused_in_words(
    house: House, window: Opening, watched: Watched, tmp_path: Path
) -> None:
    watched.allow(413)
    large = tmp_path / "alles.csv"
    large.write_bytes(b"Achternaam;Telefoon\n" + b"Bakker;0612345678\n" * 1_700_000)
    page = window(house.door, SANNE)
    page.goto("/tenants/import")
    page.get_by_label("Bestand met huurders").set_input_files(large)
    page.get_by_role("button", name="Bekijk dit bestand").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dit bestand is te groot", timeout=30_000)
    assert seen_by_all(page) == []


def test_a_form_without_a_valid_token_gives_the_words_back(house: House, window: Opening, watched: Watched) -> None:
    watched.allow(400)
    assert house.lively
    page = window(house.door, SAMIRA)
    page.goto(f"/cases/{house.lively.mine.id}")
    page.get_by_label("Gesproken, klaar").check()
    page.get_by_label("Notitie voor collega’s").fill("Een heel gesprek.")
    page.evaluate("document.querySelector('.contact [name=csrf_token]').value = 'verzonnen'")
    page.get_by_role("button", name="Opslaan", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dit formulier kwam niet goed aan")
    expect(page.get_by_label("Uw tekst")).to_have_value("Een heel gesprek.")
    assert seen_by_all(page) == []

    page.goto(f"/cases/{house.lively.mine.id}")
    expect(page.get_by_label("Notitie voor collega’s")).to_have_value("Een heel gesprek.")


def test_a_lost_connection_is_told_and_nothing_is_lost(house: House, window: Opening, watched: Watched) -> None:
    page = window(house.door, SANNE)
    page.clock.install()
    page.goto("/overview")
    page.context.set_offline(True)
    for _poll in range(4):
        page.clock.run_for(4_000)
        page.wait_for_timeout(100)
    notice = page.locator("#notice")
    expect(notice).to_contain_text("Geen verbinding.")
    page.context.set_offline(False)
    page.clock.run_for(4_000)
    expect(notice).to_be_hidden()
    assert all("net::ERR_INTERNET_DISCONNECTED" in problem for problem in watched.problems)
    watched.problems.clear()
