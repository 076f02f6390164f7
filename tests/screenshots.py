"""Pictures of every page, in Dutch, on a desk and on a telephone: `make screenshots` puts them into var/screenshots."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from playwright.sync_api import Browser, Page, sync_playwright

from checkin.db import make_engine
from checkin.embedded import EmbeddedValkey
from checkin.migrations.run import upgrade
from checkin.phonenet.network import Pace
from tests import factories
from tests.chromium import ARGUMENTS
from tests.gallery import EMPTY_STATES, STATES, House, State, open_house
from tests.town import ALWAYS, open_town

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "var" / "screenshots"
FOR_README = ROOT / "docs" / "screenshots"
README_PAGES = {"today-coordinator": "today", "overview-round": "overview", "tenant": "tenant"}
LOOKS: dict[str, dict[str, Any]] = {
    "1280": {"viewport": {"width": 1280, "height": 900}},
    "390": {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2},
}
MORE_LOOKS: dict[str, dict[str, Any]] = {
    "1280-dark": {**LOOKS["1280"], "color_scheme": "dark"},
    "390-dark": {**LOOKS["390"], "color_scheme": "dark"},
    "1280-english": {**LOOKS["1280"], "locale": "en-GB"},
    "390-english": {**LOOKS["390"], "locale": "en-GB"},
}
"""Taken when asked for, as `python -m tests.screenshots 390-dark`."""


def main(wanted: list[str]) -> None:
    """Take the pictures. Words choose: the name of a look, the beginning of a page's name, or both."""
    looks = {name: look for name, look in {**LOOKS, **MORE_LOOKS}.items() if name in wanted} or LOOKS
    pages = [word for word in wanted if word not in looks]
    PICTURES.mkdir(parents=True, exist_ok=True)
    with browser() as chromium:
        for lively, states in ((True, STATES), (False, EMPTY_STATES)):
            chosen = [state for state in states if not pages or any(state.name.startswith(word) for word in pages)]
            for name, look in looks.items():
                if chosen:
                    with house(lively=lively) as open_one:
                        take(chromium, open_one, chosen, name, look, keep=not wanted)
        if not pages or "telephone" in pages:
            for name, look in looks.items():
                take_telephones(chromium, name, look)
    print(f"pictures are in {PICTURES}")  # noqa: T201


def take(chromium: Browser, house: House, states: list[State], name: str, look: dict[str, Any], *, keep: bool) -> None:
    """Take every page in one look; the first look also fills the README."""
    for state in states:
        if state.act and "locale" in look:
            continue  # it presses buttons by their Dutch names
        with house.door.enter(chromium, state.who, **look) as window:
            page = window.new_page()
            state.show(page, house)
            page.wait_for_timeout(50)
            whole(page, look["viewport"])
            page.screenshot(path=PICTURES / f"{state.name}-{name}.png")
            if keep and name == "1280" and state.name in README_PAGES:
                page.set_viewport_size(look["viewport"])
                page.screenshot(path=FOR_README / f"{README_PAGES[state.name]}.png")


def take_telephones(chromium: Browser, name: str, look: dict[str, Any]) -> None:
    """Take the telephones of the phone network: one with texts, one that rings and is answered."""
    hours = {"text_hours": ALWAYS, "call_hours": ALWAYS, "office_hours": ALWAYS, "dutch_holidays": False}
    with place() as (data, valkey, key), contextlib.ExitStack() as stack:
        url = f"sqlite:///{data / 'checkin.db'}"
        town = stack.enter_context(open_town(url, valkey, key, data, Pace(speech_rate=5000), key_seconds=10, **hours))
        linden, yilmaz = town.store(factories.tenant), town.store(factories.yilmaz)
        town.start_round(linden, yilmaz)
        town.until(town.telephone(linden.mobile).texts, "the check-in arrives")
        town.telephone(linden.mobile).write("ja graag")
        town.until(lambda: len(town.telephone(linden.mobile).texts()) > 1, "the promise is told")
        town.until(town.telephone(yilmaz.landline).calls, "the telephone rings")
        window = stack.enter_context(chromium.new_context(base_url=town.network.url, **{"locale": "nl-NL", **look}))
        page = window.new_page()
        shots = (
            (f"/handset/{linden.mobile[1:]}", "texts"),
            (f"/handset/{yilmaz.landline[1:]}", "rings"),
            ("/handset", "list"),
        )
        for path, what in shots:
            page.goto(path)
            page.wait_for_timeout(300)
            page.screenshot(path=PICTURES / f"telephone-{what}-{name}.png")
        page.goto(f"/handset/{yilmaz.landline[1:]}")
        page.locator("#answer").click()
        page.locator("#heard li").first.wait_for()
        page.screenshot(path=PICTURES / f"telephone-answered-{name}.png")


def whole(page: Page, viewport: dict[str, int]) -> None:
    """Make the window as high as the page. A picture of a full page would make the telephone a desk again."""
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": viewport["width"], "height": max(height, viewport["height"])})


@contextmanager
def browser() -> Iterator[Browser]:
    """Start the Chromium of this machine."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or "/usr/bin/chromium", args=ARGUMENTS
        )
        yield chromium
        chromium.close()


@contextmanager
def house(*, lively: bool) -> Iterator[House]:
    """Open a landlord in a directory that goes away again."""
    with place() as (data, valkey, key), open_house(data / "checkin.db", valkey, key, data, lively=lively) as opened:
        yield opened


@contextmanager
def place() -> Iterator[tuple[Path, str, str]]:
    """Give a directory with an empty database, a Valkey and a key; all go away again."""
    key = rsa.generate_private_key(65537, 2048).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    with tempfile.TemporaryDirectory() as name:
        data = Path(name)
        engine = make_engine(f"sqlite:///{data / 'checkin.db'}")
        upgrade(engine)
        engine.dispose()
        with EmbeddedValkey(data / "valkey", durable=False) as valkey:
            yield data, valkey.url, key.decode()


if __name__ == "__main__":
    main(sys.argv[1:])
