"""What a tenant does: reads the text and answers it; hears the telephone, picks up and presses a key."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect
from sqlalchemy import select
from sqlmodel import Session, col

from checkin.cases.models import Case
from checkin.domain.cases import CaseKind
from checkin.tenants.models import Tenant
from tests import factories
from tests.browser.conftest import Opening
from tests.browser.watching import seen_by_all
from tests.gallery import Door
from tests.town import Town


def kind_of(town: Town, tenant: Tenant) -> CaseKind | None:
    def newest(session: Session) -> CaseKind | None:
        query = select(col(Case.kind)).where(col(Case.tenant_id) == tenant.id)
        return session.execute(query).scalars().first()

    found: CaseKind | None = town.look(newest)
    return found


def handset(town: Town, window: Opening, number: str | None) -> Page:
    page = window(Door(town.network.url))
    page.goto(f"/handset/{(number or '').lstrip('+')}")
    return page


def test_she_reads_the_text_answers_1_and_reads_when_she_is_called(town: Town, window: Opening) -> None:
    linden = town.store(factories.tenant)
    telephone = handset(town, window, linden.mobile)
    assert seen_by_all(telephone) == []
    town.start_round(linden)
    town.until(town.telephone(linden.mobile).texts, "the check-in arrives")
    thread = telephone.get_by_role("region", name="Berichten")
    expect(thread).to_contain_text("Dag mevrouw Van der Linden, hier Woonstichting Eemland.")

    telephone.get_by_role("textbox").fill("1")
    telephone.get_by_role("textbox").press("Enter")
    town.until(lambda: len(town.telephone(linden.mobile).texts()) == 2, "the promise is told")
    assert kind_of(town, linden) is CaseKind.CHAT
    expect(thread).to_contain_text("Een collega van Woonstichting Eemland belt u")
    expect(telephone.get_by_role("textbox")).to_have_value("")
    assert seen_by_all(telephone) == []


def test_his_telephone_rings_he_picks_up_and_presses_2(town: Town, window: Opening) -> None:
    yilmaz = town.store(factories.yilmaz)
    telephone = handset(town, window, yilmaz.landline)
    town.start_round(yilmaz)
    town.until(town.telephone(yilmaz.landline).calls, "the telephone rings")
    expect(telephone.get_by_role("button", name="Opnemen")).to_be_visible()
    assert seen_by_all(telephone) == []

    telephone.get_by_role("button", name="Opnemen").click()
    menu = telephone.get_by_role("list", name="Wat u hoort")
    expect(menu).to_contain_text("meneer Yilmaz")
    assert seen_by_all(telephone) == []
    telephone.get_by_role("button", name="2").click()
    expect(menu).to_contain_text("hulp")
    town.until(lambda: kind_of(town, yilmaz), "a case is opened")
    assert kind_of(town, yilmaz) is CaseKind.HELP
    expect(telephone.get_by_text("Getoetst: 2")).to_be_visible()


def test_the_keyboard_presses_the_keys_of_the_telephone(town: Town, window: Opening) -> None:
    bakker = town.store(factories.yilmaz, last_name="Bakker")
    telephone = handset(town, window, bakker.landline)
    town.start_round(bakker)
    town.until(town.telephone(bakker.landline).calls, "the telephone rings")
    telephone.get_by_role("button", name="Opnemen").focus()
    telephone.keyboard.press("Enter")
    expect(telephone.get_by_role("button", name="Ophangen")).to_be_focused()
    # A key before the voice speaks is lost, as on any line.
    expect(telephone.get_by_role("list", name="Wat u hoort")).to_contain_text("Toets drie")
    telephone.keyboard.press("3")
    town.until(lambda: town.check_in(bakker).meaning, "the answer is understood")
    assert town.check_in(bakker).meaning == "fine"


def test_the_other_pages_of_the_phone_network_are_for_everybody(town: Town, window: Opening) -> None:
    number = town.store(factories.tenant).mobile
    town.telephone(number).write("dag")
    page = window(Door(town.network.url))
    looked: dict[str, Any] = {}
    for path in ("/handset", "/violations"):
        page.goto(path)
        looked[path] = seen_by_all(page)
    assert not any(looked.values()), looked
