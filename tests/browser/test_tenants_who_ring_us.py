"""Tenants ring the landlord's number, and an agreed day comes: what happens on a telephone is on the page by itself."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import Locator, Page, expect
from sqlmodel import select

from checkin.alarms.models import OnCallHours
from checkin.db import unit_of_work
from checkin.domain.office_hours import Hours
from checkin.domain.opening_times import OpeningTimes
from checkin.hours.service import change_times
from checkin.staff.models import Staff
from checkin.staff.roster import set_hours
from tests import factories
from tests.browser.conftest import Opening, OpenTown
from tests.browser.test_a_colleague_rings_back import save, says_yes
from tests.browser.test_a_talk_through_the_system import later_that_week, pace, shows  # noqa: F401  pace is a fixture
from tests.browser.watching import Watched
from tests.gallery import SAMIRA, TON
from tests.town import ALWAYS, Telephone, Town

LINDEN = "Mevrouw Van der Linden"


@pytest.fixture(scope="module")
def theirs(open_all_day: OpenTown) -> dict[str, Telephone]:
    """Give the telephones of Samira and of Ton, who are on duty and are rung about danger in that order."""
    town, found = open_all_day.town, {}
    with unit_of_work(town.runtime) as session:
        for position, name in enumerate(("Samira", "Ton"), 1):
            staff, now = session.exec(select(Staff).where(Staff.name == name)).one(), town.runtime.now()
            staff.phone = factories.mobile()
            set_hours(session, staff_id=staff.id or 0, hours=Hours.parse(ALWAYS), by=None, now=now)
            session.add(OnCallHours(staff_id=staff.id or 0, position=position, changed_at=now))
            found[name] = town.telephone(staff.phone)
    return found


def row_of(page: Page) -> Locator:
    return page.get_by_role("row", name=LINDEN)


def rings(town: Town, telephone: Telephone) -> None:
    town.until(lambda: telephone.calls() and telephone.calls()[-1]["state"] == "ringing", "a telephone rings")


def test_who_rings_back_in_the_middle_of_a_round_is_on_the_list_with_a_promise(
    open_all_day: OpenTown, town: Town, window: Opening
) -> None:
    page = window(open_all_day.door, SAMIRA)
    page.goto("/worklist")
    tenant = town.store(factories.yilmaz)
    telephone = town.telephone(tenant.landline)
    town.start_round(tenant)
    rings(town, telephone)
    telephone.do("reject")
    telephone.ring_landlord(town.number)
    town.until(lambda: "Wij hadden u gebeld" in telephone.heard(), "he hears the question again")
    telephone.press("1")
    row = page.get_by_role("row", name="Meneer Yilmaz")
    shows(town, row)
    expect(row).to_contain_text("Praatje")
    expect(row).to_contain_text("toets 1")


def test_who_wants_a_colleague_now_is_with_the_one_who_pressed_1(
    open_all_day: OpenTown, town: Town, theirs: dict[str, Telephone], window: Opening
) -> None:
    page = window(open_all_day.door, SAMIRA)
    page.goto("/worklist?tab=mine")
    tenants = town.telephone(town.store(factories.tenant).mobile)
    tenants.ring_landlord(town.number)
    town.until(lambda: "Wilt u nu een collega spreken?" in tenants.heard(), "the chat line answers")
    tenants.press("0")
    town.until(lambda: any(one.calls() for one in theirs.values()), "somebody's telephone rings")
    name, hers = next((name, one) for name, one in theirs.items() if one.calls())
    hers.do("answer")
    hers.press("1")
    town.until(lambda: "[conversation" in tenants.heard(), "they speak")
    if name != "Samira":
        page = window(open_all_day.door, TON)
        page.goto("/worklist?tab=mine")
    shows(town, row_of(page))
    tenants.do("hangup")
    page.get_by_role("link", name=LINDEN).click()
    page.get_by_label("Gesproken, klaar").check()
    save(page)


def test_danger_to_which_the_first_gives_no_key_is_taken_by_the_next_on_her_screen(
    open_all_day: OpenTown, town: Town, theirs: dict[str, Telephone], window: Opening
) -> None:
    hers, page = window(open_all_day.door, SAMIRA), window(open_all_day.door, TON)
    for one in (hers, page):
        one.goto("/worklist")
    town.telephone(town.store(factories.tenant).mobile).write("help ik ben gevallen en kan niet opstaan")
    bar = page.locator(".on-top.danger")
    shows(town, bar)
    before = len(theirs["Ton"].calls())
    rings(town, theirs["Samira"])
    theirs["Samira"].do("answer")
    theirs["Samira"].do("hangup")
    open_all_day.town.later(minutes=3)
    town.until(lambda: len(theirs["Ton"].calls()) > before, "the next telephone rings")
    bar.get_by_role("button", name="Ik bel").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(LINDEN)
    town.until(lambda: not hers.locator(".on-top.danger").is_visible(), "the bar is gone for everybody")


def test_an_agreed_day_brings_the_tenant_back_to_the_same_colleague(
    open_all_day: OpenTown, town: Town, window: Opening, watched: Watched
) -> None:
    says_yes(town)
    page = window(open_all_day.door, SAMIRA)
    page.goto("/")
    page.get_by_role("button", name="Volgende huurder").click()
    page.get_by_label("Gesproken, klaar").check()
    page.get_by_text("Vervolgafspraak").click()
    day = (town.runtime.now() + timedelta(days=7)).astimezone(town.runtime.zone).date().isoformat()
    page.get_by_label("Dag van de afspraak").fill(day)
    page.get_by_label("Tijd van de afspraak").fill("10:00")
    page.get_by_label("Waar wil de huurder het over hebben?").fill("De nieuwe keuken")
    save(page)
    page.goto("/follow-ups")
    expect(page.get_by_text("De nieuwe keuken")).to_be_visible()
    watched.allow(401)
    later_that_week(open_all_day, days=8)
    page = window(open_all_day.door, SAMIRA)
    page.goto("/worklist")
    shows(town, row_of(page))
    page.get_by_role("button", name="Volgende huurder").click()
    expect(page.get_by_text("De nieuwe keuken").first).to_be_visible()


def test_out_of_hours_a_call_that_breaks_off_is_on_the_list_too(
    open_all_day: OpenTown, town: Town, window: Opening
) -> None:
    page = window(open_all_day.door, SAMIRA)
    page.goto("/worklist")
    open_now, today = Hours.parse(ALWAYS), town.runtime.now().astimezone(town.runtime.zone).weekday()
    office = Hours(tuple(() if day == today else ((0, 24 * 60),) for day in range(7)))
    with unit_of_work(town.runtime) as session:
        closed = OpeningTimes(open_now, open_now, office)
        change_times(session, times=closed, follows=0, staff_id=None, now=town.runtime.now(), postponed=0)
    town.until(lambda: not town.runtime.office_hours.is_open(town.runtime.now()), "the office is closed")
    telephone = town.telephone(town.store(factories.tenant).mobile)
    telephone.ring_landlord(town.number)
    town.until(lambda: "Ons kantoor is nu dicht." in telephone.heard(), "other words")
    telephone.do("hangup")
    shows(town, row_of(page))
