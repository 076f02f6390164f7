"""What a coordinator does: imports tenants, asks them, watches, reads what nobody understood, takes the week along."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from playwright.sync_api import Page, expect
from sqlalchemy import select
from sqlmodel import col

from checkin.cases.models import Case
from checkin.domain.cases import CaseKind
from checkin.tenants.models import Happening, Tenant
from checkin.tenants.timeline import tell
from tests import factories
from tests.browser.conftest import Opening, OpenTown
from tests.gallery import SAMIRA, SANNE, agree, upload
from tests.town import Town

FIVE_SECONDS = 5_000
FILE = """Relatienr.;Aanhef;Voorletters;Tussenvoegsel;Achternaam;Telefoon mobiel;Straatnaam;Huisnr;Wijk
E7001;mevr;A.;van der;Veen;06 1234 7701;Molenpad;71;Oud-Eem
E7002;dhr;B.;;Kok;06 1234 7702;Molenpad;73;Oud-Eem
E7003;mevr;C.;;Wijngaarde;;Veerstraat;75;Oud-Eem
E7004;mevr;D.;;Kort;06 123;Veerstraat;77;Oud-Eem
"""


def tenant_of(town: Town, reference: str) -> Tenant:
    query = select(Tenant).where(col(Tenant.external_ref) == reference)
    found: Tenant = town.look(lambda session: session.execute(query).scalar_one())
    return found


def test_from_a_file_to_the_week(open_all_day: OpenTown, town: Town, window: Opening, tmp_path: Path) -> None:
    page = window(open_all_day.door, SANNE)
    import_tenants(page, town)
    veen, kok = tenant_of(town, "E7001"), tenant_of(town, "E7002")
    start_round(page)
    page.get_by_role("link", name="Bekijk elke stap").click()
    page.evaluate("window.stayed = true")
    expect(page.locator("#funnel").get_by_role("row", name="Gekozen")).to_contain_text("3")

    town.until(town.telephone(kok.mobile).texts, "the check-in arrives")
    town.telephone(kok.mobile).write("2")
    town.telephone(veen.mobile).write("de poes is weer terecht")
    town.until(lambda: len(town.telephone(kok.mobile).texts()) > 1, "the promise is told")
    answered = page.locator("#funnel").get_by_role("row", name="Antwoord")
    expect(answered.locator("td.n")).to_contain_text("1", timeout=FIVE_SECONDS)
    expect(page.locator("#attention")).to_contain_text("1 bericht om te lezen", timeout=FIVE_SECONDS)
    expect(page.get_by_role("link", name="Even lezen 1 te lezen")).to_be_visible()
    assert page.evaluate("window.stayed")

    read_what_she_wrote(page, town, veen)
    the_week_adds_up(page, tmp_path)


def import_tenants(page: Page, town: Town) -> None:
    page.goto("/tenants/import")
    upload(page, FILE)
    agree(page)
    page.get_by_role("heading", name="Wij kijken uw bestand na").wait_for()
    town.work()
    figures = page.locator(".figure")
    expect(figures.filter(has_text="nieuw")).to_contain_text("3")
    expect(page.get_by_role("row", name="Regel 5")).to_be_visible()
    page.get_by_role("button", name="Inlezen", exact=True).click()
    page.get_by_role("heading", name="Wij lezen de huurders in").wait_for()
    town.work()
    expect(page.get_by_role("heading", level=1)).to_have_text("Klaar. De huurders staan in de lijst.")
    expect(figures.filter(has_text="nieuw")).to_contain_text("3")


def start_round(page: Page) -> None:
    page.goto("/campaigns/new")
    page.get_by_role("group", name="Hoe gaat het?").get_by_role("button").click()
    page.get_by_label("Naam van de belronde").fill("Oud-Eem")
    page.get_by_label("Zelf kiezen").check()
    page.locator("summary", has_text="Wijk").click()
    page.get_by_label("Oud-Eem", exact=True).check()
    for question in ("Hoe vraagt u het?", "Wanneer?", "Wie belt terug?", "Klopt dit?"):
        page.get_by_role("button", name="Bewaar en ga verder").click()
        expect(page.get_by_role("heading", level=1, name=question)).to_be_visible()
    page.get_by_role("button", name="Start: vraag 2 huurders").click()
    expect(page.get_by_text("De belronde is begonnen.")).to_be_visible()


def read_what_she_wrote(page: Page, town: Town, tenant: Tenant) -> None:
    page.goto("/reading")
    expect(page.get_by_text("de poes is weer terecht")).to_be_visible()
    page.keyboard.press("2")
    expect(page.get_by_text("Gelezen: Hulp.")).to_be_visible()
    query = select(col(Case.kind)).where(col(Case.tenant_id) == tenant.id)
    assert town.look(lambda session: session.execute(query).scalar_one()) is CaseKind.HELP


def the_week_adds_up(page: Page, directory: Path) -> None:
    page.goto("/week")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download CSV").click()
    file = directory / download.value.suggested_filename
    download.value.save_as(file)
    assert file.name.startswith("checkin-20")
    rows = list(csv.DictReader(io.StringIO(file.read_text("utf-8-sig"), newline=""), delimiter=";"))
    value = {(row["section"], row["measure"]): row["value"] for row in rows}
    for measure, words in (("asked", "gevraagd"), ("answered", "antwoord"), ("wanted_contact", "contact")):
        assert value["summary", measure] == page.locator(".figure").filter(has_text=words).locator("b").inner_text()
    assert sum(int(row["value"]) for row in rows if row["section"] == "answered") == int(value["summary", "answered"])
    cases = [row for row in rows if row["section"] == "cases"]
    before, opened, closed, after = (
        int(value["stock", one]) for one in ("open_before", "opened", "closed", "open_after")
    )
    assert len(cases) == before + opened
    assert before + opened - closed == after
    assert sum(not row["closed"] for row in cases) == after


def test_what_one_types_and_its_focus_stay_while_new_work_comes_in(
    open_all_day: OpenTown, town: Town, window: Opening
) -> None:
    page = window(open_all_day.door, SAMIRA)
    page.goto("/worklist")
    expect(page.get_by_text("Niemand wacht. Fijn.")).to_be_visible()
    page.evaluate("window.stayed = true")
    search = page.get_by_role("searchbox")
    search.press_sequentially("Lind")
    with_a_case = town.store(factories.case)
    assert with_a_case.id
    tell_everybody(town, with_a_case)
    expect(page.get_by_role("row", name="Mevrouw Van der Linden")).to_be_visible(timeout=FIVE_SECONDS)
    expect(search).to_be_focused()
    search.press_sequentially("en")
    expect(search).to_have_value("Linden")
    assert page.evaluate("window.stayed")

    # Now the pointer rests on the list: what is new is announced, and comes when it is asked for.
    page.get_by_role("row", name="Mevrouw Van der Linden").hover()
    other = town.store(lambda session: factories.case(session, tenant_id=factories.yilmaz(session).id))
    tell_everybody(town, other)
    expect(page.get_by_text("1 nieuwe huurder")).to_be_visible(timeout=FIVE_SECONDS)
    expect(page.get_by_role("row", name="Meneer Yilmaz")).to_be_hidden()
    page.get_by_role("button", name="toon").click()
    expect(page.get_by_role("row", name="Meneer Yilmaz")).to_be_visible()


def tell_everybody(town: Town, case: Case) -> None:
    """Write the line by which browsers hear that something happened."""
    told = {"tenant_id": case.tenant_id, "now": town.runtime.now(), "kind": "chat"}
    town.store(tell, happening=Happening.CASE_OPENED, **told)
