"""Joins and moves calls: a second leg, conversations with a name, transfers to another script."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checkin.phonenet.call_events import CallEvents
from checkin.phonenet.calls import Call
from checkin.phonenet.exchange import Exchange
from checkin.phonenet.ncco import read_detection
from checkin.phonenet.wire import Outcome

if TYPE_CHECKING:
    from checkin.phonenet.switchboard import Switchboard

Json = dict[str, Any]

UNKNOWN = "unknown"


class Bridges:
    """Who is speaking with whom; called with the lock of the exchange held, but for transfers."""

    def __init__(self, switchboard: Switchboard, exchange: Exchange, events: CallEvents) -> None:
        self._switchboard = switchboard
        self._exchange = exchange
        self._events = events
        self._rooms: dict[str, list[Call]] = {}

    def connect(self, call: Call, action: Json) -> None:
        """Ring a second telephone, and let the two speak once it is answered."""
        number = str(action["endpoint"][0]["number"])
        leg = self._switchboard.new_leg(number, self._shown(call, action))
        leg.parent = call.uuid
        leg.detection, _first = read_detection(action)
        leg.conversation_uuid = call.conversation_uuid
        leg.event_url, leg.event_method = self._events.address(call, action)
        leg.ringing_timer = float(action.get("timeout", 60))
        leg.length_timer = float(action.get("limit", 7200))
        call.live.partner, leg.live.partner = leg, call
        call.live.connect = action
        self._switchboard.script.note(call, f"connect {number}")
        self._switchboard.begin(leg)

    def _shown(self, call: Call, action: Json) -> str:
        """The number that the second telephone shows: one of the account's, or it is unknown."""
        number = str(action.get("from") or call.from_)
        return number if number in self._exchange.application.numbers else UNKNOWN

    def bridge(self, leg: Call) -> None:
        """The second telephone picked up: both sides hear each other."""
        for call in (leg, leg.live.partner):
            if call is not None:
                self._switchboard.script.note(call, "connected")

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

    def transfer(self, call: Call, actions: list[Json]) -> None:
        """Give an answered call another script."""
        with self._exchange.lock:
            body = {
                "conversation_uuid_from": call.conversation_uuid,
                "conversation_uuid_to": call.conversation_uuid,
                "type": "transfer",
                "uuid": call.uuid,
            }
            self._events.send_plain(call, body)
            self.part(call)
            self._switchboard.script.play(call, actions)

    def transfer_to(self, call: Call, url: str) -> None:
        """Give an answered call the script that an address answers with."""

        def then(outcome: Outcome) -> None:
            with self._exchange.lock:
                actions = self._switchboard.script.read(call, outcome) if outcome.is_good else None
                if actions is not None and call.is_talking:
                    self.transfer(call, actions)

        self._events.ask_for_answer(call, url, "GET", then)

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
