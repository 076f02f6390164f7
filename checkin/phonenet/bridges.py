"""Joins calls: a second leg to another telephone, and conversations with a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checkin.phonenet.call_events import CallEvents
from checkin.phonenet.calls import Call
from checkin.phonenet.exchange import Exchange
from checkin.phonenet.wire import Outcome

if TYPE_CHECKING:
    from checkin.phonenet.switchboard import Switchboard

Json = dict[str, Any]


class Bridges:
    """Who is speaking with whom; every method is called with the lock of the exchange held."""

    def __init__(self, switchboard: Switchboard, exchange: Exchange, events: CallEvents) -> None:
        self._switchboard = switchboard
        self._exchange = exchange
        self._events = events
        self._rooms: dict[str, list[Call]] = {}

    def connect(self, call: Call, action: Json) -> None:
        """Ring a second telephone, and let the two speak once it is answered."""
        number = str(action["endpoint"][0]["number"])
        leg = self._switchboard.new_leg(number, str(action.get("from") or call.from_))
        leg.parent = call.uuid
        leg.conversation_uuid = call.conversation_uuid
        leg.event_url, leg.event_method = self._events.address(call, action)
        leg.ringing_timer = float(action.get("timeout", 60))
        leg.length_timer = float(action.get("limit", 7200))
        call.live.partner, leg.live.partner = leg, call
        call.live.connect = action
        self._switchboard.script.say(call, f"[connect {number}]", "")
        self._switchboard.begin(leg)

    def bridge(self, leg: Call) -> None:
        """The second telephone picked up: both sides hear each other."""
        for call in (leg, leg.live.partner):
            if call is not None:
                self._switchboard.script.say(call, "[connected]", "")

    def join(self, call: Call, action: Json) -> None:
        """Stay in a named conversation until somebody hangs up."""
        call.live.conversation = str(action["name"])
        call.live.connect = action
        self._rooms.setdefault(call.live.conversation, []).append(call)

    def is_asked_by_parent(self, call: Call, status: str) -> bool:
        """A synchronous connect waits for an NCCO in answer to the event of a failed leg."""
        parent = call.live.partner
        if not call.parent or parent is None or status in {"completed", "cancelled"}:
            return False
        return (parent.live.connect or {}).get("eventType") == "synchronous"

    def part(self, call: Call, ended: Json | None = None) -> None:
        """Take a call out of whatever it was joined to, and let the others go on."""
        self._leave_room(call)
        partner, call.live.partner = call.live.partner, None
        if partner is None:
            return
        partner.live.partner = None
        if partner.parent == call.uuid:
            self._switchboard.hang_up(partner)
        elif not partner.is_over:
            self._go_on(partner, call, ended)

    def forget(self) -> None:
        self._rooms.clear()

    def _go_on(self, parent: Call, leg: Call, ended: Json | None) -> None:
        script = self._switchboard.script
        action = parent.live.connect or {}
        if ended is None:
            script.step(parent)
            return
        turn = parent.live.turn

        def then(outcome: Outcome) -> None:
            with self._exchange.lock:
                if not parent.is_over and parent.live.turn == turn:
                    script.go_on(parent, outcome)

        self._events.ask(leg, "connect", ended, then, action)

    def _leave_room(self, call: Call) -> None:
        room = self._rooms.get(call.live.conversation, [])
        if call not in room:
            return
        room.remove(call)
        call.live.conversation = ""
        if (call.live.connect or {}).get("endOnExit"):
            for other in list(room):
                self._switchboard.hang_up(other)
