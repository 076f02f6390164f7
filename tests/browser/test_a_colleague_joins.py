"""A new colleague opens the link she was sent, and has spoken to her first tenant a few minutes later."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from checkin.db import unit_of_work
from checkin.staff.invitations import invite, link_token
from checkin.staff.models import Role
from tests.browser.conftest import Opening, OpenTown
from tests.browser.test_a_colleague_rings_back import save, says_yes
from tests.gallery import SANNE
from tests.town import Town
from tests.visitor import PASSWORD

ACTIONS = 14
"""Fields and buttons from the link to the first talk: at twenty seconds each, which is slow, under five minutes."""


class Counted:
    """Counts what a person does on a page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.actions = 0

    def fill(self, label: str, words: str) -> None:
        self.actions += 1
        self.page.get_by_label(label).fill(words)

    def check(self, label: str) -> None:
        self.actions += 1
        self.page.get_by_label(label, exact=True).check()

    def press(self, name: str) -> None:
        self.actions += 1
        self.page.get_by_role("button", name=name).first.click()


def test_from_the_link_to_the_first_talk_in_under_five_minutes_of_clicks(
    open_all_day: OpenTown, town: Town, window: Opening
) -> None:
    tenant = says_yes(town)
    with unit_of_work(town.runtime) as session:
        made = invite(session, guest=None, role=Role.STAFF, team_id=None, most=35, by=None, now=town.runtime.now())
        token = link_token(made, town.runtime.settings.secret_key.get_secret_value())
    page = window(open_all_day.door, viewport={"width": 390, "height": 844})
    page.goto(f"/join/{token}")
    fatma = Counted(page)
    fatma.fill("Uw naam, zoals collega’s u noemen", "Fatma")
    fatma.fill("E-mailadres van uw werk", "fatma@eemland.example")
    fatma.fill("Kies een wachtwoord", PASSWORD)
    fatma.check("Turks")
    fatma.fill("Uw telefoon", "06 12345678")
    fatma.fill("maandag", "9-11")
    fatma.press("Ik doe mee")
    expect(page.get_by_text("Welkom, Fatma!")).to_be_visible()
    expect(page.get_by_role("heading", name="Uw eerste keer? Zo werkt het")).to_be_visible()
    fatma.press("Begrepen")
    fatma.press("Ik doe nu mee")
    fatma.press("Volgende huurder")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mevrouw Van der Linden")
    expect(page.locator("a.number")).to_have_attribute("href", f"tel:{tenant.mobile}")
    fatma.check("Gesproken, klaar")
    fatma.fill("Notitie voor collega’s", "Zij vertelde over haar kleinkinderen.")
    fatma.actions += 1
    save(page)
    assert fatma.actions <= ACTIONS
    page.goto("/")
    expect(page.get_by_text("Uw eerste keer?")).to_have_count(0)


def test_a_coordinator_sends_a_link_and_sees_who_came_in(open_all_day: OpenTown, window: Opening) -> None:
    page = window(open_all_day.door, SANNE)
    page.goto("/roster")
    page.get_by_role("link", name="Collega’s en teams").click()
    page.get_by_role("link", name="Nodig collega’s uit").click()
    page.get_by_label("Een lijst met e-mailadressen: iedereen een eigen link").check()
    page.get_by_label("E-mailadressen, één op een regel").fill("Els de Boer <els@eemland.example>")
    page.get_by_role("button", name="Maak de uitnodiging").click()
    link = page.locator('a[href*="/join/"]').first.get_attribute("href") or ""
    newcomer = window(open_all_day.door)
    newcomer.goto(link)
    expect(newcomer.get_by_label("Uw naam, zoals collega’s u noemen")).to_have_value("Els de Boer")
    newcomer.get_by_label("Kies een wachtwoord").fill(PASSWORD)
    newcomer.get_by_role("button", name="Ik doe mee").click()
    expect(newcomer.get_by_text("Welkom, Els de Boer!")).to_be_visible()
    page.reload()
    expect(page.get_by_role("rowheader", name="Els de Boer")).to_be_visible()
