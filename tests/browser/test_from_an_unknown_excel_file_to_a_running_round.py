"""A new coordinator with an Excel file of her own making: from that file to a round that runs and is answered.

Nothing in the file is called as we call it: a title above the header, headers of the landlord's own, numbers that Excel
took for figures, two people behind one telephone, a number with a digit too few, and a column that we must not read.
"""

from __future__ import annotations

import io
import re
from datetime import date
from typing import Any

import openpyxl
from openpyxl.styles import Font
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opening, OpenTown
from tests.gallery import SANNE
from tests.line import dump
from tests.town import Town

BSN = "123456782"
HEADER = ("Pers.code", "Wie", "Tel.contact A", "Tel.contact B", "Jaargang", "BSN", "Gebiedje", "Hoe bereiken", "Bijz.")
ROWS: tuple[tuple[Any, ...], ...] = (
    ("P-0101", "Mevr. A. van der Veen", 318559901, 612349901, date(1938, 4, 2), BSN, "Zonnehof", "", "hartpatiënt"),
    ("P-0102", "Dhr. B. Kok", None, 612349902, date(1941, 1, 1), BSN, "Zonnehof", "", ""),
    ("P-0103", "Mevr. C. Kok-Jansen", None, "06-1234 9902", date(1943, 1, 1), BSN, "Zonnehof", "", ""),
    ("P-0104", "Dhr. D. Kort", None, "06-1234 990", date(1936, 1, 1), BSN, "Zonnehof", "", ""),
    ("P-0105", "Mevr. E. Jong", None, 612349905, date(1991, 1, 1), BSN, "Zonnehof", "", ""),
)
READ_AS = {
    "Pers.code": "Relatienummer",
    "Wie": "Achternaam of hele naam",
    "Tel.contact A": "Telefoonnummer",
    "Tel.contact B": "Mobiel nummer",
    "Jaargang": "Geboortedatum (alleen het jaar)",
    "Gebiedje": "Wijk of buurt",
}


def workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Lijst senioren, gemaakt door Ineke"])
    sheet.append([])
    sheet.append(list(HEADER))
    for cell in sheet[3]:
        cell.font = Font(bold=True)
    for row in ROWS:
        sheet.append(list(row))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_new_coordinator_goes_the_whole_way(open_all_day: OpenTown, town: Town, window: Opening) -> None:
    page = window(open_all_day.door, SANNE)
    the_file_is_understood(page, town)
    what_is_wrong_is_put_right_in_place(page, town)
    the_round_is_built(page)
    the_round_runs(page, town)


def the_file_is_understood(page: Page, town: Town) -> None:
    page.goto("/")
    page.get_by_role("link", name="Huurders", exact=True).click()
    page.get_by_role("link", name=re.compile("inlezen|invoeren", re.IGNORECASE)).first.click()
    file = {"name": "senioren def v2.xlsx", "mimeType": "application/octet-stream", "buffer": workbook()}
    page.get_by_label("Bestand met huurders").set_input_files([file])  # type: ignore[list-item]
    page.get_by_role("button", name="Bekijk dit bestand").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Klopt dit?")
    expect(page.get_by_text("BSN – lezen wij niet in")).to_be_visible()
    expect(page.get_by_text(BSN)).to_be_hidden()
    for column, field in READ_AS.items():
        page.get_by_label(f"Kolom {column} lezen als").select_option(label=field)
    page.get_by_role("button", name="Klopt, controleer het bestand").click()
    page.get_by_role("heading", name="Wij kijken uw bestand na").wait_for()
    town.work()
    page.get_by_role("heading", name="Controleer de huurders").wait_for()


def what_is_wrong_is_put_right_in_place(page: Page, town: Town) -> None:
    figures = page.locator(".figure")
    expect(figures.filter(has_text="nieuw")).to_contain_text("4")
    expect(figures.filter(has_text="fout")).to_contain_text("1")
    wrong = page.get_by_role("row", name="Regel 7")
    expect(wrong).to_contain_text("één cijfer te kort")
    wrong.get_by_role("textbox").fill("06-1234 9904")
    page.get_by_role("button", name="Verbeter en controleer opnieuw").click()
    town.work()
    page.get_by_role("button", name="Inlezen", exact=True).wait_for()
    expect(figures.filter(has_text="nieuw")).to_contain_text("5")
    page.get_by_role("button", name="Inlezen", exact=True).click()
    page.get_by_role("heading", name="Wij lezen de huurders in").wait_for()
    town.work()
    expect(page.get_by_role("heading", level=1)).to_have_text("Klaar. De huurders staan in de lijst.")
    assert BSN not in repr(town.look(dump)), "nobody kept it"


def the_round_is_built(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Belrondes", exact=True).click()
    page.get_by_role("link", name=re.compile("Nieuwe belronde|Maak", re.IGNORECASE)).first.click()
    page.get_by_role("group", name="80+").get_by_role("button").click()
    expect(page.locator("[data-counted] .figure")).to_contain_text("3")
    expect(page.locator("[data-counted]")).to_contain_text("Huisgenoot is al gevraagd")
    forward(page, "Hoe vraagt u het?")
    page.get_by_label("Alleen sms").check()
    forward(page, "Wanneer?")
    page.get_by_label("De uren die voor iedereen gelden").check()
    forward(page, "Wie belt terug?")
    expect(page.get_by_role("heading", name="Wat komt eraan?")).to_be_visible()
    expect(page.get_by_text("Geoefend met nagebootste huurders: klaar in")).to_be_visible()
    forward(page, "Klopt dit?")


def forward(page: Page, question: str) -> None:
    page.get_by_role("button", name="Bewaar en ga verder").click()
    expect(page.get_by_role("heading", level=1, name=question)).to_be_visible()


def the_round_runs(page: Page, town: Town) -> None:
    page.get_by_role("button", name="Start: vraag 3 huurders").click()
    expect(page.get_by_text("De belronde is begonnen.")).to_be_visible()
    kort = town.telephone("+31612349904")
    town.until(kort.texts, "the question arrives")
    assert "Dag meneer Kort" in kort.texts()[0]
    kort.write("1")
    town.until(lambda: len(kort.texts()) == 2, "the promise is told")
    page.goto("/worklist?tab=waiting")
    expect(page.get_by_role("row", name="Meneer Kort")).to_be_visible()
    town.until(lambda: town.telephone("+31612349901").texts(), "the others are asked too")
    assert town.telephone("+31612349905").texts() == [], "she is too young for this round"
