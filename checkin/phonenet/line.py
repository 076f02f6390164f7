"""What a script asks of the switchboard that plays it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from checkin.phonenet.bridges import Bridges
from checkin.phonenet.call_book import CallBook
from checkin.phonenet.calls import Call

Json = dict[str, Any]


class Line(Protocol):
    """The switchboard, seen from a call that is being carried out."""

    book: CallBook
    bridges: Bridges
    on_listening: Callable[[Call], None]

    def hang_up(self, call: Call) -> None: ...
