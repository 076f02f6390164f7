"""The pages on which a person holds a telephone."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from flask import Response, render_template, request, url_for

from checkin.phonenet.clock import Clock, webhook_time
from checkin.phonenet.numbers import canonical, spoken_number
from checkin.phonenet.words import DUTCH, ENGLISH

if TYPE_CHECKING:
    from checkin.phonenet.handsets import Handset, HandsetError
    from checkin.phonenet.network import PhoneNetwork

Json = dict[str, Any]

HOME = ZoneInfo("Europe/Amsterdam")
LIVE = frozenset({"ringing", "answered", "voicemail"})
KEYPAD = (
    ("1", ""), ("2", "abc"), ("3", "def"), ("4", "ghi"), ("5", "jkl"), ("6", "mno"),
    ("7", "pqrs"), ("8", "tuv"), ("9", "wxyz"), ("*", ""), ("0", "+"), ("#", ""),
)  # fmt: skip


class Pages:
    """Renders telephones in Dutch, or in English for a browser that prefers it."""

    def __init__(self, network: PhoneNetwork) -> None:
        self._network = network

    def handsets(self) -> Response:
        rows = [self._summary(number) for number in self._network.handsets.numbers()]
        rows.sort(key=lambda row: (row["ringing"], row["at"]), reverse=True)
        return self._page(
            "handsets.html",
            rows=rows[:200],
            more=max(0, len(rows) - 200),
            violations=len(self._network.violations),
            neighbours=self._network.neighbours.active,
        )

    def handset(self, handset: Handset) -> Response:
        shown = handset.show_fully()
        live = [call for call in shown["calls"] if call["state"] in LIVE]
        return self._page(
            "handset.html",
            number=handset.number,
            version=handset.version,
            thread=_thread(shown),
            call=live[-1] if live else None,
            keypad=KEYPAD,
        )

    def violations(self) -> Response:
        return self._page("violations.html", violations=self._network.violations[::-1])

    def sorry(self, error: HandsetError) -> Response:
        """Show why a telephone did not do what was asked."""
        number = canonical(str((request.view_args or {}).get("number", "")))
        back = url_for("handset.show_handset", number=number) if number else url_for("handset.show_handsets")
        return self._page("sorry.html", error.status, reason=error.reason, back=back, has_phone=bool(number))

    def _page(self, template: str, status: int = 200, **values: object) -> Response:
        english = request.accept_languages.best_match(["nl", "en"], "nl") == "en"
        words = ENGLISH if english else DUTCH
        html = render_template(
            template,
            w=words,
            language="en" if english else "nl",
            spoken=spoken_number,
            clock=_clock_time,
            **values,
        )
        return Response(html, status, content_type="text/html; charset=utf-8")

    def _summary(self, number: str) -> Json:
        """What the list shows of a telephone; a bench has thousands, so only the last text is turned over."""
        texts, calls = self._network.texts.of(number)[-1:], self._network.switchboard.book.of(number)
        last = texts[-1].show() if texts else None
        moments = [*(text.at for text in texts), *(call.at for call in calls[-1:])]
        return {
            "number": number,
            "text": last["text"] if last else "",
            "mine": last is not None and last["direction"] == "from_tenant",
            "ringing": any(call.state == "ringing" for call in calls),
            "talking": any(call.is_talking for call in calls),
            "at": webhook_time(max(moments)) if moments else "",
        }


def _thread(shown: Json) -> list[Json]:
    """Texts and finished calls in one row, oldest first."""
    texts = [{**text, "kind": "text"} for text in shown["texts"]]
    calls = [{**call, "kind": "call"} for call in shown["calls"] if call["state"] not in LIVE]
    return sorted([*texts, *calls], key=lambda one: str(one["at"])[:19])


def _clock_time(moment: str) -> str:
    """Write a moment as a telephone does: 10:14, or 3-11 10:14 when it was not today."""
    when = datetime.fromisoformat(moment).astimezone(HOME)
    today = datetime.fromtimestamp(Clock.now(), HOME).date()
    if when.date() == today:
        return f"{when:%H:%M}"
    return f"{when.day}-{when.month} {when:%H:%M}"
