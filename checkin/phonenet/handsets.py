"""Telephones, as their owners hold them: read, write, pick up, press, hang up."""

from __future__ import annotations

from typing import Any

from checkin.phonenet.calls import Call
from checkin.phonenet.exchange import Exchange
from checkin.phonenet.numbers import canonical
from checkin.phonenet.switchboard import Switchboard
from checkin.phonenet.text_messages import Text
from checkin.phonenet.texts import Texts

Json = dict[str, Any]

NATURAL_RATE = 14.0  # characters a second of an unhurried voice
KEYS = frozenset("0123456789*#")
LONGEST_TYPED = 1600


class HandsetError(Exception):
    """Something that a telephone cannot do now; `status` is the HTTP answer."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


class Handset:
    """One telephone; using it makes it somebody's own, so no neighbour touches it any more."""

    def __init__(self, number: str, handsets: Handsets) -> None:
        self.number = number
        self._handsets = handsets

    @property
    def texts(self) -> list[Json]:
        return [text.show_fully() for text in self._handsets.texts.of(self.number)]

    @property
    def calls(self) -> list[Json]:
        return [call.show_fully() for call in self._handsets.switchboard.book.of(self.number)]

    @property
    def version(self) -> str:
        """Changes whenever anything on the telephone does."""
        calls = self._handsets.switchboard.book.of(self.number)
        texts = self._handsets.texts.of(self.number)
        words = sum(len(call.heard) + len(call.keys) for call in calls)
        states = "".join(call.state[:2] for call in calls[-3:])
        listening = sum(call.live.listening is not None for call in calls)
        return f"{len(texts)}.{len(calls)}.{words}.{states}.{listening}"

    def show(self) -> Json:
        """What anybody may build on: these keys, and no others."""
        return {
            "number": self.number,
            "texts": [text.show() for text in self._handsets.texts.of(self.number)],
            "calls": [call.show() for call in self._handsets.switchboard.book.of(self.number)],
        }

    def show_fully(self) -> Json:
        """All that is known, for the page of the telephone and for tests."""
        return {"number": self.number, "version": self.version, "texts": self.texts, "calls": self.calls}

    def send(self, words: str, *, to: str = "") -> Text:
        """Text the landlord: the number that texted last, unless told otherwise."""
        self._take_in_hand()
        if not isinstance(words, str) or not words.strip():
            raise HandsetError(409, "an empty text is not sent")
        if len(words) > LONGEST_TYPED:
            raise HandsetError(409, f"a text has at most {LONGEST_TYPED} characters")
        landlord = self._landlord(to) if to else self._handsets.texts.last_landlord(self.number)
        return self._handsets.texts.write_back(self.number, landlord, words)

    def ring(self, to: str = "") -> Call:
        """Ring the landlord."""
        self._take_in_hand()
        landlord = self._landlord(to) if to else self._handsets.texts.last_landlord(self.number)
        if any(not call.is_over for call in self._handsets.switchboard.book.of(self.number)):
            raise HandsetError(409, "this telephone is in a call already")
        if not self._handsets.exchange.urls.answer:
            raise HandsetError(409, "the network was started without an answer URL")
        return self._handsets.switchboard.ring_in(self.number, landlord)

    def answer(self, call_uuid: str, *, natural_pace: bool = False) -> Call:
        """Pick up; at a natural pace the voice is as slow as a person's."""
        call = self._ringing(call_uuid)
        if natural_pace:
            call.live.speech_rate = min(call.live.speech_rate, NATURAL_RATE)
        self._handsets.switchboard.answer(call)
        return call

    def voicemail(self, call_uuid: str) -> Call:
        """Let the answering machine pick up: it listens and presses nothing."""
        call = self._ringing(call_uuid)
        self._handsets.switchboard.answer(call, machine=True)
        return call

    def reject(self, call_uuid: str) -> Call:
        call = self._ringing(call_uuid)
        self._handsets.switchboard.reject(call)
        return call

    def press(self, call_uuid: str, digits: str) -> Call:
        call = self._call(call_uuid)
        digits = str(digits)
        if not digits or not set(digits) <= KEYS:
            raise HandsetError(409, "keys are 0 to 9, * and #")
        if call.state != "answered":
            raise HandsetError(409, f"nobody hears keys: the call is {call.state}")
        with self._handsets.exchange.lock:
            for digit in digits:
                if not call.is_over:
                    self._handsets.switchboard.script.press(call, digit)
            self._handsets.switchboard.book.save(call)
        return call

    def hang_up(self, call_uuid: str) -> Call:
        call = self._call(call_uuid)
        if call.is_over:
            raise HandsetError(409, f"the call is over: {call.state}")
        if call.state == "ringing" and call.direction == "outbound":
            raise HandsetError(409, "the call was not picked up; reject it instead")
        self._handsets.switchboard.hang_up(call, by="user")
        return call

    def _call(self, call_uuid: str) -> Call:
        self._take_in_hand()
        call = self._handsets.switchboard.book.find(call_uuid)
        if call is None or call.handset != self.number:
            raise HandsetError(404, "this telephone has no such call")
        return call

    def _ringing(self, call_uuid: str) -> Call:
        call = self._call(call_uuid)
        if call.direction == "inbound":
            raise HandsetError(409, "this telephone made the call itself")
        if call.state != "ringing":
            raise HandsetError(409, f"the call does not ring: {call.state}")
        return call

    def _landlord(self, to: str) -> str:
        number = canonical(to)
        if number not in self._handsets.exchange.application.numbers:
            raise HandsetError(404, "that is not a number of the landlord")
        return number

    def _take_in_hand(self) -> None:
        self._handsets.take_in_hand(self.number)


class Handsets:
    """Every telephone; a number is a telephone from the moment it is used."""

    def __init__(self, exchange: Exchange, texts: Texts, switchboard: Switchboard) -> None:
        self.exchange = exchange
        self.texts = texts
        self.switchboard = switchboard
        self.by_hand: set[str] = set()

    def load(self) -> None:
        """Take up which telephones people worked in an earlier run."""
        self.by_hand = {row["number"] for row in self.exchange.store.all("by_hand")}

    def take_in_hand(self, number: str) -> None:
        """Leave a telephone to people from now on."""
        if number not in self.by_hand:
            self.by_hand.add(number)
            self.exchange.store.put("by_hand", number, {"number": number})

    def find(self, number: str) -> Handset:
        known = canonical(number)
        if known is None:
            raise HandsetError(404, "that is not a telephone number")
        return Handset(known, self)

    def numbers(self) -> list[str]:
        return list(dict.fromkeys([*self.texts.handsets(), *self.switchboard.book.handsets()]))
