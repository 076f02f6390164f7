"""While a coordinator types, the ruler in the browser says what the ruler of the house says."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from checkin.messaging.house_words import ORIGINAL
from checkin.messaging.ruler import filled, measure, places, travelling
from tests.browser.conftest import Opening
from tests.gallery import SANNE, House


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("nl", ["Dag {name}, één “wél” geëvalueerd… €", "Привіт ☎ {org}", "x" * 161, "ĳ ﬁ Ǆ"]),
        ("tr", ["Sayın {name}, ağır çalışıyor: İŞÇİ", "{phone} — {nobody}"]),
        ("ar", ["مرحبا {name}، {phone}", "م" * 71, "مرحبا 😀"]),
        ("uk", ["Hello", "Вітаємо, {name}! " * 9]),
    ],
)
def test_the_ruler_follows_what_is_typed(language: str, typed: list[str], house: House, window: Opening) -> None:
    page = window(house.door, SANNE)
    page.goto(f"/texts/{language}/S5")
    given = places(ORIGINAL, language, org="Woonstichting Eemland", phone="0318-123456")
    for text in typed:
        page.get_by_label("Wat de huurder leest of hoort").fill(text)
        whole = filled(text.strip(), given)
        measured = measure(whole, language)
        expect(page.locator(".ruler .said b")).to_have_text(f"{measured.length} van {measured.room}")
        expect(page.locator(".ruler .said")).to_contain_text(f"{measured.parts} sms")
        assert page.locator("[data-filled]").text_content() == travelling(whole, language)
