"""Simulated neighbours: telephones that nobody works answer as tenants do, each in its own way, or as colleagues.

Everything follows from the number (and from how often it was asked), so a run can be repeated.
A neighbour answers what asks for an answer, once, and then keeps quiet; a number that a person
has used is left alone for good. A colleague picks up, presses the key and speaks until the other hangs up.
"""

from __future__ import annotations

import hashlib
import random
import time
from dataclasses import dataclass, field

from checkin.phonenet.calls import Call
from checkin.phonenet.handsets import Handsets

# What comes back on a text, and how often; the empty one stays silent.
REPLIES: tuple[tuple[str, int], ...] = (
    ("", 22), ("1", 15), ("3", 14), ("2", 7), ("ja graag", 6), ("Ja", 4), ("gaat goed hoor", 6),
    ("Nee hoor alles goed, dank u wel", 5), ("een praatje lijkt mij heel leuk", 2),
    ("wie is dit?", 3), ("de kraan lekt weer", 3), ("stop", 2), ("Bel maar na 2 uur", 2),
    ("kunt u mij even bellen ik ben alleen", 2), ("verkeerd nummer", 1), ("👍", 2), ("1 graag", 2),
    ("Ik rijd nu. Ik reageer later.", 1), ("is dit echt of oplichting", 1),
)  # fmt: skip
CALL_WAYS: tuple[tuple[str, int], ...] = (
    ("1", 17), ("2", 10), ("3", 21), ("hangs up", 7), ("silent", 8), ("voicemail", 11),
    ("never", 18), ("rejects", 4), ("busy", 4),
)  # fmt: skip
DEAD_IN_A_THOUSAND = 25
THANKS_IN_A_THOUSAND = 40
ASKING = (
    "?", "؟", "antwoord", "stuur", "reply", "answer", "text back", "senden", "envoyez", "yazin", "wyslac", "أرسلوا",
    "надішліть",
)  # fmt: skip
"""How a text asks for an answer, in the languages of landlords, as it arrives: without ş or ł."""
MOST_KEYS = 2
ACCEPTS = "1"
"""The key with which a colleague accepts a call."""
QUIET_SECONDS = 30 * 60.0


@dataclass
class Memory:
    """What a neighbour remembers of being asked."""

    asked: int = 0
    rung: int = 0
    pressed: dict[str, int] = field(default_factory=dict)
    quiet_until: float = 0.0
    may_thank: bool = False


class Neighbours:
    """The tenants that nobody plays."""

    def __init__(self, handsets: Handsets, *, active: bool, colleagues: frozenset[str] = frozenset()) -> None:
        self._handsets = handsets
        self.colleagues = colleagues
        self._clock = handsets.exchange.clock
        self.active = active
        self._store = handsets.exchange.store
        self._memories: dict[str, Memory] = {}

    def attach(self) -> None:
        """Listen to the network."""
        self._handsets.exchange.dead = self.is_dead
        self._handsets.exchange.on_text = self.on_text
        self._handsets.switchboard.on_ringing = self.on_ringing
        self._handsets.switchboard.on_listening = self.on_listening
        self._handsets.switchboard.on_answered = self.on_answered

    def load(self) -> None:
        """Be as in the run before; at a first start, as the command line says."""
        for row in self._store.all("neighbours"):
            self.active = row["active"]
        if self.active:
            self.switch(active=True)

    def switch(self, *, active: bool) -> None:
        """Wake or silence them, also after a restart."""
        self.active = active
        self._store.put("neighbours", "all", {"active": active})

    def forget(self) -> None:
        """Forget every question and call; whoever was silent stays so."""
        self._memories.clear()
        self.switch(active=self.active)

    def is_dead(self, number: str) -> bool:
        return self._is_tenant(number) and _number_in(number, "dead", 1000) < DEAD_IN_A_THOUSAND

    def on_text(self, number: str, words: str) -> None:
        """Answer a question once; after a confirmation, hardly ever say thank you."""
        if not self._is_tenant(number):
            return
        memory = self._memories.setdefault(number, Memory())
        now = time.monotonic()
        if now < memory.quiet_until:
            if memory.may_thank and _number_in(number, "thanks", 1000) < THANKS_IN_A_THOUSAND:
                memory.may_thank = False
                self._clock.after(6, lambda: self._write(number, "dank u"))
            return
        if not any(sign in words.lower() for sign in ASKING):
            return
        memory.asked += 1
        memory.quiet_until = now + QUIET_SECONDS / self._clock.time_scale
        chance = _chance(number, f"text {memory.asked}")
        reply = _choose(chance, REPLIES)
        if reply:
            memory.may_thank = True
            # Evenly over 5 to 40 seconds: a third of all who were asked has answered within twenty.
            self._clock.after(5 + 35 * chance.random(), lambda: self._write(number, reply))

    def on_ringing(self, call: Call) -> None:
        """Decide what this neighbour does with a ringing telephone."""
        if not self._plays(call.handset):
            return
        memory = self._memories.setdefault(call.handset, Memory())
        memory.rung += 1
        chance = _chance(call.handset, f"call {memory.rung}")
        way = self._way(call, memory.rung)
        if way == "never":
            return
        self._clock.after(2 + 8 * chance.random(), lambda: self._pick_up(call, way))

    def on_answered(self, call: Call) -> None:
        """Hang up on a robot at once, or after a talk with a person; machines give up too."""
        if not self._plays(call.handset) or call.direction != "outbound":
            return
        way = self._way(call, self._memories.setdefault(call.handset, Memory()).rung)
        if call.parent:
            self._clock.after(25, lambda: self._hang_up(call))
        elif way == "hangs up":
            self._clock.after(2, lambda: self._hang_up(call))
        elif way == "voicemail":
            self._clock.after(30, lambda: self._hang_up(call))

    def on_listening(self, call: Call) -> None:
        """Press the key of this neighbour, at most twice in one call."""
        if not self._plays(call.handset) or call.machine:
            return
        memory = self._memories.setdefault(call.handset, Memory())
        way = self._way(call, memory.rung)
        pressed = memory.pressed.get(call.uuid, 0)
        if way.isdigit() and pressed < MOST_KEYS:
            memory.pressed[call.uuid] = pressed + 1
            seconds = 1.5 + 2.5 * _chance(call.handset, f"key {pressed}").random()
            self._clock.after(seconds, lambda: self._press(call, way))

    def _plays(self, number: str) -> bool:
        return self.active and number not in self._handsets.by_hand

    def _is_tenant(self, number: str) -> bool:
        return self._plays(number) and number not in self.colleagues

    def _way(self, call: Call, turn: int) -> str:
        if call.handset in self.colleagues:
            return ACCEPTS
        if call.parent:  # a person rings back: people do pick that up
            return "answers"
        return _choose(_chance(call.handset, f"way {turn}"), CALL_WAYS)

    def _pick_up(self, call: Call, way: str) -> None:
        if not self._plays(call.handset) or call.state != "ringing":
            return
        switchboard = self._handsets.switchboard
        if way == "rejects":
            switchboard.reject(call)
        elif way == "busy":
            switchboard.give_busy(call)
        else:
            switchboard.answer(call, machine=way == "voicemail")

    def _write(self, number: str, words: str) -> None:
        if self._plays(number):
            texts = self._handsets.texts
            texts.write_back(number, texts.last_landlord(number), words)

    def _press(self, call: Call, digit: str) -> None:
        if self._plays(call.handset) and call.state == "answered":
            with self._handsets.exchange.lock:
                self._handsets.switchboard.script.press(call, digit)

    def _hang_up(self, call: Call) -> None:
        if self._plays(call.handset):
            self._handsets.switchboard.hang_up(call, by="user")


def _chance(number: str, purpose: str) -> random.Random:
    return random.Random(f"{number} {purpose}")  # noqa: S311 - seeded on purpose


def _number_in(number: str, purpose: str, top: int) -> int:
    digest = hashlib.sha256(f"{number} {purpose}".encode()).digest()
    return int.from_bytes(digest[:8], "big") % top


def _choose(chance: random.Random, weighted: tuple[tuple[str, int], ...]) -> str:
    return chance.choices([one for one, _ in weighted], [weight for _, weight in weighted])[0]
