"""Even lezen without a mouse: thirty messages, one key each, the next one at once, and no key for a text nobody saw."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import Locator, Page, expect
from sqlmodel import col, select

from checkin.domain.replies import Meaning, read_text
from checkin.domain.triage import decide
from checkin.outreach.models import Reply
from tests.browser.conftest import Opening
from tests.gallery import SAMIRA, TON, House
from tests.screen_story import Story

TEXTS = (
    "mijn kraan doet raar",
    "alles goed maar de verwarming tikt zo",
    "ik lig op de grond en kan niet opstaan",
    "Nee hoor, alleen de lift niet \N{GRINNING FACE}\N{THUMBS UP SIGN}",
    "\u0645\u0631\u062d\u0628\u0627 \u0646\u0639\u0645",
    "Ik rijd nu en kan niet antwoorden.",
    "morgen na tienen graag",
    "Stop maar met die sms'jes",
    "is dit nep?",
    "Beste mensen,\n\n" + "het gaat zo zo. " * 100,
)
MEANINGS = {
    "1": Meaning.CHAT, "2": Meaning.HELP, "3": Meaning.FINE, "4": Meaning.LATER,
    "5": Meaning.STOP, "6": Meaning.WRONG_NUMBER, "7": Meaning.URGENT, "8": Meaning.UNCLEAR,
}  # fmt: skip
HOW_MANY = 30
AT_ONCE = 1.5
"""Seconds between a key and the next message, on a machine with other work too: 0.2 on one without."""
LOOKS_FOR = 350
"""Milliseconds that the quickest reader needs."""


@pytest.fixture
def replies(bare_house: House) -> list[int]:
    """Thirty messages, each of somebody else, and nothing else to read."""
    with bare_house.telling() as story:
        for left in story.session.exec(select(Reply).where(col(Reply.read_at).is_(None))):
            left.read_at = story.now
        return [_unread(story, TEXTS[place % len(TEXTS)], bare_house) for place in range(HOW_MANY)]


def _unread(story: Story, text: str, house: House) -> int:
    reading = read_text(text, now=story.now, zone=house.runtime.zone)
    urgent = decide(reading, told_unclear=False, waiting=False).urgent
    more = {"suggestion": reading.meaning, "because": ", ".join(reading.because), "urgent": urgent}
    return story.reply(story.tenant("Lezer"), text, Meaning.UNCLEAR, to_read=True, **more).id or 0


def card(page: Page, reply: int) -> Locator:
    return page.locator(f"form.decide[action='/reading/{reply}']")


def on_the_screen(page: Page) -> int:
    return int((page.locator("form.decide").get_attribute("action") or "").rpartition("/")[2])


def meanings(house: House, replies: list[int]) -> dict[int, Meaning | None]:
    with house.telling() as story:
        rows = (story.session.get_one(Reply, one) for one in replies)
        return {row.id or 0: row.meaning if row.read_at else None for row in rows}


def test_thirty_messages_by_keys_each_decided_and_the_next_shown_at_once(
    bare_house: House, window: Opening, replies: list[int]
) -> None:
    page = window(bare_house.door, SAMIRA)
    page.goto("/reading")
    chosen: dict[int, Meaning | None] = {}
    for place in range(HOW_MANY):
        reply, key = on_the_screen(page), str(place % len(MEANINGS) + 1)
        page.wait_for_timeout(LOOKS_FOR)
        pressed = time.monotonic()
        page.keyboard.press(key)
        expect(card(page, reply)).to_have_count(0)
        expect(page.locator(".just-read")).to_be_visible()
        assert time.monotonic() - pressed < AT_ONCE
        chosen[reply] = MEANINGS[key]
    assert chosen == meanings(bare_house, replies)
    assert [one for one in chosen if one in urgent_of(replies)] == list(chosen)[:3]
    expect(page.get_by_text("Alle berichten zijn gelezen.")).to_be_visible()
    page.keyboard.press("u")
    expect(card(page, list(chosen)[-1])).to_be_visible()


def urgent_of(replies: list[int]) -> list[int]:
    return [reply for place, reply in enumerate(replies) if place % len(TEXTS) == TEXTS.index(TEXTS[2])]


def test_a_key_pressed_twice_decides_nothing_about_the_text_that_comes_next(
    bare_house: House, window: Opening, replies: list[int]
) -> None:
    page = window(bare_house.door, SAMIRA)
    page.goto("/reading")
    first = on_the_screen(page)
    page.keyboard.press("3")
    page.wait_for_url(f"**/reading?last={first}")
    page.keyboard.press("3")
    page.wait_for_timeout(LOOKS_FOR)
    assert [one for one, meaning in meanings(bare_house, replies).items() if meaning] == [first]


def test_two_who_read_at_once_never_read_the_same_after_their_first(
    bare_house: House, window: Opening, replies: list[int]
) -> None:
    samira, ton = (window(bare_house.door, who) for who in (SAMIRA, TON))
    for page in (samira, ton):
        page.goto("/reading")
    first = on_the_screen(samira)
    assert on_the_screen(ton) == first
    for page in (samira, ton):
        page.keyboard.press("2")
        expect(card(page, first)).to_have_count(0)
    expect(ton.get_by_text("Samira las dit bericht net voor u.")).to_be_visible()
    seen: list[int] = []
    for page in (samira, ton) * 2:
        reply = on_the_screen(page)
        seen.append(reply)
        page.wait_for_timeout(LOOKS_FOR)
        page.keyboard.press("2")
        expect(card(page, reply)).to_have_count(0)
        expect(page.get_by_text("net voor u.")).to_have_count(0)
    assert len(set(seen)) == len(seen)
