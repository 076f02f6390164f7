"""What a colleague does: signs in, takes the next tenant, rings, and writes down how it went."""

from __future__ import annotations

from playwright.sync_api import Page, expect
from sqlalchemy import select
from sqlmodel import col

from checkin.cases.models import Case, Contact
from checkin.domain.cases import CaseState
from checkin.tenants.models import Tenant
from tests import factories
from tests.browser.conftest import Opening, OpenTown
from tests.browser.watching import Watched
from tests.gallery import SAMIRA, TON, sign_in
from tests.town import Town


def says_yes(town: Town) -> Tenant:
    """Somebody who was asked, and who texts JA."""
    tenant: Tenant = town.store(factories.tenant)
    town.start_round(tenant)
    town.until(town.telephone(tenant.mobile).texts, "the check-in arrives")
    town.telephone(tenant.mobile).write("JA")
    town.until(lambda: len(town.telephone(tenant.mobile).texts()) > 1, "the promise is told")
    return tenant


def save(page: Page) -> None:
    page.get_by_role("button", name="Opslaan", exact=True).click()
    expect(page.get_by_text("Opgeslagen. Dank u wel.")).to_be_visible()


def test_not_reached_the_first_time_and_spoken_to_the_second(
    open_all_day: OpenTown, town: Town, window: Opening
) -> None:
    tenant = says_yes(town)
    page = window(open_all_day.door)
    page.goto("/")
    sign_in(page, SAMIRA)
    expect(page.get_by_role("heading", level=1)).to_contain_text("1 huurder wacht op een telefoontje")
    assert (tenant.mobile or "")[-8:] not in page.content().replace(" ", "")

    page.get_by_role("button", name="Volgende huurder").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mevrouw Van der Linden")
    number = page.locator("a.number")
    expect(number).to_have_attribute("href", f"tel:{tenant.mobile}")
    assert number.evaluate("one => parseFloat(getComputedStyle(one).fontSize)") > 24

    expect(page.get_by_label("Stuur een sms dat wij belden")).to_be_hidden()
    page.get_by_label("Niet bereikt, poging 1 van 3").check()
    page.get_by_label("Stuur een sms dat wij belden").check()
    save(page)
    town.later(seconds=60)  # so long she may undo it
    texts = town.telephone(tenant.mobile).texts
    town.until(lambda: len(texts()) > 2, "the text that we rang arrives")
    assert "Samira van Woonstichting Eemland belde u net" in texts()[2]

    page.goto("/worklist?tab=callback")
    page.get_by_role("row", name="Mevrouw Van der Linden").get_by_role("button").click()
    expect(page.get_by_label("Niet bereikt, poging 2 van 3")).to_be_visible()
    page.get_by_label("Gesproken, klaar").check()
    page.get_by_label("Notitie voor collega’s").fill("Gezellig gesproken. De kraan is gemeld.")
    save(page)
    expect(page.get_by_text("Gesloten vandaag")).to_be_visible()
    expect(page.get_by_text("Gezellig gesproken.")).to_be_visible()
    expect(page.get_by_text("U belde: gesproken, klaar")).to_be_visible()
    assert town.look(lambda session: session.execute(select(Case)).scalars().all())[-1].state is CaseState.CLOSED


def test_a_colleague_without_a_mouse(open_all_day: OpenTown, town: Town, window: Opening) -> None:
    says_yes(town)
    page = window(open_all_day.door)
    page.goto("/login")
    page.keyboard.type("samira@eemland.example")
    page.keyboard.press("Tab")
    page.keyboard.type("vier kleine vissen bellen")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("wacht")

    walk_to(page, "Volgende huurder")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mevrouw Van der Linden")
    walk_to(page, "Gesproken, klaar")
    page.keyboard.press("Space")
    walk_to(page, "Notitie voor collega’s")
    page.keyboard.type("Zonder muis. n en b zijn hier letters, geen sneltoetsen.")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Niemand wacht nu.")).to_be_visible()
    notes = town.look(lambda session: session.execute(select(col(Contact.note))).scalars().all())
    assert notes[-1] == "Zonder muis. n en b zijn hier letters, geen sneltoetsen."


def walk_to(page: Page, name: str) -> None:
    """Press Tab until what is called so has the focus; on the way the focus must always be seen."""
    seen = []
    for _step in range(40):
        page.keyboard.press("Tab")
        focus = page.evaluate(
            "() => { const one = document.activeElement, seen = one.closest('.choice') ?? one;"
            " return [one.labels?.[0]?.innerText || one.innerText || one.ariaLabel || one.id,"
            " getComputedStyle(seen).outlineStyle, one.getBoundingClientRect().height > 0] }"
        )
        assert focus[1:] == ["solid", True], focus
        seen.append(focus[0])
        if focus[0].startswith(name):
            return
    raise AssertionError(f"{name} is not among {seen}")


def test_single_keys_work_and_are_off_in_one_click(open_all_day: OpenTown, town: Town, window: Opening) -> None:
    says_yes(town)
    page = window(open_all_day.door, SAMIRA)
    page.goto("/worklist")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("n?")
    expect(page.get_by_role("searchbox")).to_have_value("n?")
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("j")
    expect(page.get_by_role("link", name="Mevrouw Van der Linden")).to_be_focused()
    page.keyboard.press("?")
    page.get_by_label("Sneltoetsen gebruiken").uncheck()
    page.keyboard.press("Escape")
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("n")
    page.wait_for_timeout(300)
    expect(page.get_by_role("heading", level=1)).to_have_text("Werklijst")

    page.locator("details.who summary").click()
    page.get_by_role("button", name="Sneltoetsen").click()
    page.get_by_label("Sneltoetsen gebruiken").check()
    page.get_by_role("button", name="Sluiten").click()
    page.keyboard.press("n")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mevrouw Van der Linden")


def test_everything_works_without_scripts(
    open_all_day: OpenTown, town: Town, window: Opening, watched: Watched
) -> None:
    watched.allow(422, "/contact")
    page = window(open_all_day.door, java_script_enabled=False)
    page.goto("/")
    sign_in(page, TON)
    says_yes(town)
    page.goto("/worklist")
    page.get_by_role("button", name="Ik bel mevrouw Van der Linden").first.click()
    expect(page.locator("a.number")).to_be_visible()
    page.get_by_label("Terugbellen op een ander moment").check()
    save_without_a_day = page.get_by_role("button", name="Opslaan", exact=True)
    page.get_by_label("Notitie voor collega’s").fill("Belde, kwam niet uit.")
    save_without_a_day.click()
    expect(page.get_by_role("alert")).to_contain_text("Kies een dag en een tijd om terug te bellen.")
    expect(page.get_by_label("Notitie voor collega’s")).to_have_value("Belde, kwam niet uit.")
    page.get_by_label("Gesproken, klaar").check()
    save(page)
    expect(page.get_by_text("Gesloten vandaag")).to_be_visible()
    page.locator("details.who summary").click()
    page.get_by_role("button", name="Uitloggen").click()
    expect(page.get_by_role("heading", name="Inloggen")).to_be_visible()
