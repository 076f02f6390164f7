"""A browser window that is watched: an error on the console, a blocked or a failed request fails the test."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import ConsoleMessage, Page, Request, Response

REFUSED = 400
SAID_BY_THE_NETWORK = "Failed to load resource"
"""The console repeats what the answer said; the answer itself is looked at."""
AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text()
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
RUN_AXE = """async (tags) => {
  const runOnly = { type: "tag", values: tags };
  const found = await axe.run(document, { runOnly, resultTypes: ["violations"], elementRef: false });
  const told = (node) => `${node.html.slice(0, 160)} ${node.failureSummary}`;
  return found.violations.map((one) => `${one.id}: ${one.nodes.map(told).join(" | ")}`);
}"""
RUN_OVER = """() => {
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide <= 0) return [];
  const edge = document.documentElement.clientWidth + 1;
  const slides = (one) => one.closest("nav, .scroll, svg") !== null;
  const far = (one) => one.getBoundingClientRect().right > edge;
  const out = [...document.querySelectorAll("body *")].filter((one) => far(one) && !slides(one));
  return [`${wide} px too wide: ${out.slice(0, 3).map((one) => one.outerHTML.slice(0, 120)).join(" | ")}`];
}"""
STILL: Any = {"color_scheme": "light", "forced_colors": "none", "reduced_motion": "reduce"}
WIDE, PHONE, NARROW = ({"width": width, "height": 900} for width in (1280, 390, 320))


class Watched:
    """What went wrong in a window, and what may go wrong in it."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self._allowed: set[tuple[int, str]] = set()

    def allow(self, status: int, path: str = "") -> None:
        """Expect this status, of addresses with `path` in them."""
        self._allowed.add((status, path))

    def begin(self, *statuses: int) -> None:
        """Begin anew, with these statuses expected."""
        self.problems.clear()
        self._allowed = {(status, "") for status in statuses}

    def watch(self, page: Page) -> None:
        """Begin to watch a page."""
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.problems.append(f"{page.url}: {error}"))
        page.on("requestfailed", self._failed)
        page.on("response", self._answered)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith(SAID_BY_THE_NETWORK):
            self.problems.append(message.text)

    def _failed(self, request: Request) -> None:
        # A page that is left, or a click that turns into a download, breaks off what was under way.
        if request.failure != "net::ERR_ABORTED":
            self.problems.append(f"{request.method} {request.url}: {request.failure}")

    def _answered(self, response: Response) -> None:
        expected = any(response.status == status and path in response.url for status, path in self._allowed)
        if response.status >= REFUSED and not expected:
            self.problems.append(f"{response.request.method} {response.url}: {response.status}")


def seen_by_all(page: Page) -> list[str]:
    """Judge a page as it stands now: at a desk, and narrow in the dark."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE + "; 0")
    window = page.viewport_size or WIDE
    found = [
        *_judged(page, "at a desk", WIDE),
        *_judged(page, "narrow, in the dark", NARROW, color_scheme="dark"),
    ]
    page.emulate_media(**STILL)
    page.set_viewport_size(window)
    return found


def seen_by_more(page: Page) -> list[str]:
    """Judge a page also as it stands in colours of one's own, and on a telephone by day."""
    found = [*_judged(page, "forced colours", WIDE, forced_colors="active"), *_judged(page, "on a telephone", PHONE)]
    page.emulate_media(**STILL)
    return found


def _judged(page: Page, name: str, size: Any, **media: Any) -> list[str]:
    page.emulate_media(**{**STILL, **media})
    page.set_viewport_size(size)
    found = [*page.evaluate(RUN_AXE, TAGS), *page.evaluate(RUN_OVER)]
    return [f"{name}: {one}" for one in found]


def words_of(page: Page) -> str:
    """Give what a page says, in one line."""
    return re.sub(r"\s+", " ", page.inner_text("body"))
