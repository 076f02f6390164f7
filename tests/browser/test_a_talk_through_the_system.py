"""From the tenant's telephone to the colleague's page, over the real wire: every step is seen without reloading."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import Locator, Page, expect
from sqlmodel import Session, col, select

from checkin.alarms.models import OnCallHours
from checkin.cases.models import Case
from checkin.db import unit_of_work
from checkin.domain.office_hours import Hours
from checkin.phonenet.network import Pace
from checkin.staff.models import Staff
from checkin.staff.roster import set_hours
from checkin.tenants.models import Tenant
from tests import factories
from tests.aftercare.talking import home_care
from tests.browser.conftest import Opening, OpenTown
from tests.browser.test_a_colleague_rings_back import save, says_yes
from tests.browser.watching import Watched
from tests.gallery import SAMIRA, SANNE
from tests.town import ALWAYS, QUICK, Telephone, Town

COORDINATOR_KNOWS_WITHIN = timedelta(seconds=10)


@pytest.fixture(scope="module")
def pace() -> Pace:
    """Telephones that stop ringing, and wait for a key, five times sooner than real ones."""
    return QUICK


@pytest.fixture(scope="module")
def hers(open_all_day: OpenTown) -> Telephone:
    """Give the telephone of Samira, who is on duty and is rung first about danger."""
    with unit_of_work(open_all_day.town.runtime) as session:
        samira = session.exec(select(Staff).where(Staff.name == "Samira")).one()
        samira.phone, now = factories.mobile(), open_all_day.town.runtime.now()
        set_hours(session, staff_id=samira.id or 0, hours=Hours.parse(ALWAYS), by=None, now=now)
        session.add(OnCallHours(staff_id=samira.id or 0, position=1, changed_at=now))
        return open_all_day.town.telephone(samira.phone)


@pytest.fixture(scope="module")
def home_care_is_known(open_all_day: OpenTown) -> None:
    open_all_day.town.store(home_care)


def refers(page: Page) -> None:
    """Fill in that she was referred to home care."""
    page.get_by_label("Gesproken, klaar").check()
    page.get_by_text("Advies of doorverwijzing").click()
    page.get_by_label("Ik geef het door aan een organisatie").check()
    page.get_by_label("Welke organisatie?").select_option(label="Thuiszorg Eemdal")
    page.get_by_label("Wat spraken jullie af?").fill("Zij bellen mevrouw deze week")
    page.get_by_label("De huurder vindt het goed dat wij dit doorgeven").check()


def takes(town: Town, page: Page) -> Tenant:
    """Take a tenant who said yes; her page is open."""
    tenant = says_yes(town)
    page.goto("/")
    page.get_by_role("button", name="Volgende huurder").click()
    expect(page.get_by_role("heading", name="Hoe ging het?")).to_be_visible()
    return tenant


def says(page: Page) -> Locator:
    """Find where the page says how the call stands."""
    return page.locator("#call [role=status]")


def shows(town: Town, seen: Locator, words: str = "") -> None:
    """Let the house work until a page shows something by itself."""
    found = seen.filter(has_text=words) if words else seen
    town.until(found.first.is_visible, f"the page shows “{words or seen}”")


def chosen(page: Page) -> Locator:
    return page.locator("[name=outcome]:checked")


def later_that_week(there: OpenTown, **ahead: float) -> None:
    """Let days pass: whoever comes back signs in again."""
    there.town.later(**ahead)
    there.door.forget()


def test_the_page_follows_from_her_telephone_to_the_talk_and_the_outcome_is_saved(
    open_all_day: OpenTown, town: Town, hers: Telephone, window: Opening
) -> None:
    page = window(open_all_day.door, SAMIRA)
    tenants = town.telephone(takes(town, page).mobile)
    page.get_by_role("button", name="Bel via het systeem").click()
    expect(says(page)).to_contain_text("Uw telefoon gaat…")
    page.get_by_label("Notitie voor collega’s").fill("Mevrouw vertelt")
    town.until(hers.calls, "her telephone rings")
    hers.do("answer")
    hers.press("7")
    town.until(lambda: "Die toets ken ik niet." in hers.heard(), "a wrong key asks again")
    assert tenants.calls() == []
    hers.press("1")
    shows(town, says(page), "Mevrouw Van der Linden wordt gebeld…")
    tenants.do("answer")
    shows(town, says(page), "In gesprek sinds")
    tenants.do("hangup")
    shows(town, says(page), "U sprak 1 minuut.")
    expect(page.get_by_label("Notitie voor collega’s")).to_be_focused()
    page.keyboard.type(" over de tuin.")
    expect(chosen(page), "how it went only she can say").to_have_count(0)
    page.get_by_label("Gesproken, klaar").check()
    save(page)
    expect(page.get_by_text("Mevrouw vertelt over de tuin.")).to_be_visible()
    expect(page.get_by_text("Gesloten vandaag")).to_be_visible()


def test_a_voicemail_proposes_not_reached_and_another_time(
    open_all_day: OpenTown, town: Town, hers: Telephone, window: Opening
) -> None:
    page = window(open_all_day.door, SAMIRA)
    tenants = town.telephone(takes(town, page).mobile)
    page.get_by_role("button", name="Bel via het systeem").click()
    town.until(lambda: hers.calls() and hers.calls()[-1]["state"] == "ringing", "her telephone rings")
    hers.do("voicemail")
    shows(town, says(page), "Er werd geen 1 getoetst. De huurder is niet gebeld.")
    assert tenants.calls() == [], "her own voicemail never gets the tenant"

    page.get_by_role("button", name="Bel opnieuw via het systeem").click()
    town.until(lambda: hers.calls()[-1]["state"] == "ringing", "her telephone rings again")
    hers.do("answer")
    hers.press("1")
    town.until(tenants.calls, "the tenant's telephone rings")
    tenants.do("voicemail")
    shows(town, says(page), "De voicemail nam op.")
    expect(chosen(page)).to_have_value("not_reached")
    hers.do("hangup")
    shows(town, page.get_by_role("button", name="Bel opnieuw via het systeem"))
    expect(page.get_by_label("Stuur een sms dat wij belden")).to_be_visible()
    save(page)
    page.goto("/worklist?tab=callback")
    expect(page.get_by_role("row", name="Mevrouw Van der Linden")).to_contain_text("opnieuw bellen")


def test_a_tenant_who_does_not_pick_up_proposes_the_same(
    open_all_day: OpenTown, town: Town, hers: Telephone, window: Opening
) -> None:
    page = window(open_all_day.door, SAMIRA)
    tenants = town.telephone(takes(town, page).mobile)
    page.get_by_role("button", name="Bel via het systeem").click()
    town.until(lambda: hers.calls() and hers.calls()[-1]["state"] == "ringing", "her telephone rings")
    hers.do("answer")
    hers.press("1")
    town.until(tenants.calls, "the tenant's telephone rings, and nobody comes")
    shows(town, page.get_by_role("button", name="Bel opnieuw via het systeem"))
    expect(chosen(page)).to_have_value("not_reached")
    save(page)


def test_danger_is_red_on_her_page_until_she_answers_with_a_key(
    open_all_day: OpenTown, town: Town, hers: Telephone, window: Opening
) -> None:
    tenant = town.store(factories.tenant)
    page = window(open_all_day.door, SAMIRA)
    page.goto("/worklist")
    town.telephone(tenant.mobile).write("help ik ben gevallen en kan niet opstaan")
    bar = page.locator(".on-top.danger")
    shows(town, bar, "Mevrouw Van der Linden vraagt om hulp")
    row = page.get_by_role("row", name="Mevrouw Van der Linden")
    expect(row).to_contain_text("Spoed")
    town.until(lambda: hers.calls() and hers.calls()[-1]["state"] == "ringing", "her telephone rings")
    hers.do("answer")
    hers.press("1")
    town.until(lambda: "mevrouw Van der Linden" in hers.heard(), "she hears whom it is about")
    expect(bar).to_have_count(0)
    page.get_by_role("link", name="Van mij").click()
    expect(row).to_contain_text("Bij u")


def test_a_missed_call_is_on_the_list_by_itself(
    open_all_day: OpenTown, town: Town, hers: Telephone, window: Opening
) -> None:
    assert hers
    page = window(open_all_day.door, SAMIRA)
    page.goto("/worklist")
    expect(page.get_by_text("Niemand wacht. Fijn.")).to_be_visible()
    telephone = town.telephone(town.store(factories.tenant).mobile)
    telephone.ring_landlord(town.number)
    town.until(telephone.heard, "the chat line answers")
    telephone.do("hangup")
    shows(town, page.get_by_role("row", name="Mevrouw Van der Linden"))


def test_the_coordinator_sees_within_ten_seconds_that_a_promise_was_not_kept(
    open_all_day: OpenTown, town: Town, window: Opening
) -> None:
    tenant = says_yes(town)
    promised = only_case(town, tenant).promised_before
    assert promised
    later_that_week(open_all_day, seconds=(promised - town.runtime.now()).total_seconds() - 3)
    page = window(open_all_day.door, SANNE)
    page.goto("/")
    bar = page.locator(".on-top", has_text="Belofte niet gehaald: Mevrouw Van der Linden")
    expect(bar).to_have_count(0)
    shows(town, bar)
    assert town.runtime.now() - promised < COORDINATOR_KNOWS_WITHIN
    texts = town.telephone(tenant.mobile).texts
    town.until(lambda: any(text.startswith("Sorry") for text in texts()), "the tenant hears sorry")
    bar.get_by_role("button", name="Gezien").click()
    expect(bar).to_have_count(0)


def only_case(town: Town, tenant: Tenant) -> Case:
    def newest(session: Session) -> Any:
        return session.exec(select(Case).where(Case.tenant_id == tenant.id).order_by(col(Case.id).desc())).first()

    found: Case = town.look(newest)
    return found


@pytest.mark.usefixtures("home_care_is_known")
def test_an_organisation_that_did_not_come_brings_her_back_and_flowers_get_a_label(
    open_all_day: OpenTown, town: Town, window: Opening, watched: Watched
) -> None:
    page = window(open_all_day.door, SAMIRA)
    telephone = town.telephone(takes(town, page).mobile)
    refers(page)
    page.get_by_text("Kaart of bloemen").click()
    page.get_by_label("Bloemen").check()
    page.get_by_label("Waarom?").fill("Zestig jaar getrouwd")
    save(page)

    flowers_get_a_label(window(open_all_day.door, SANNE))

    later_that_week(open_all_day, days=15)
    town.until(lambda: any("Thuiszorg Eemdal" in text for text in telephone.texts()), "she is asked by text")
    watched.allow(401)
    page = window(open_all_day.door, SAMIRA)
    page.goto("/worklist")
    telephone.write("nee")
    row = page.get_by_role("row", name="Mevrouw Van der Linden")
    shows(town, row, "nee")
    row.get_by_role("button", name="Ik bel").click()
    expect(page.locator(".before")).to_contain_text("Thuiszorg Eemdal")


@pytest.mark.usefixtures("home_care_is_known")
def test_an_organisation_that_came_closes_the_referral(
    open_all_day: OpenTown, town: Town, window: Opening, watched: Watched
) -> None:
    page = window(open_all_day.door, SAMIRA)
    telephone = town.telephone(takes(town, page).mobile)
    refers(page)
    save(page)
    later_that_week(open_all_day, days=15)
    town.until(lambda: any("Thuiszorg Eemdal" in text for text in telephone.texts()), "she is asked by text")
    telephone.write("ja")
    town.until(lambda: len(telephone.texts()) > 3, "she is thanked")
    watched.allow(401)
    page = window(open_all_day.door, SANNE)
    page.goto("/referrals?tab=done")
    expect(page.get_by_text("Thuiszorg Eemdal").first).to_be_visible()


def flowers_get_a_label(page: Page) -> None:
    """Sanne approves what Samira asked for, and takes the labels."""
    page.goto("/gifts")
    expect(page.get_by_text("Zestig jaar getrouwd")).to_be_visible()
    page.get_by_role("button", name="Keur goed: bloemen, mevrouw Van der Linden").click()
    page.goto("/gifts?tab=to_send")
    with page.expect_download() as download:
        page.get_by_role("link", name="Etiketten als Excel").click()
    book = openpyxl.load_workbook(io.BytesIO(download.value.path().read_bytes()))
    assert book.active is not None
    assert next(book.active.iter_rows(min_row=2, values_only=True))[0] == "Mevrouw Van der Linden"
