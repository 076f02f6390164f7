"""Calls from their first ring to their last event."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import partial
from typing import Any

from checkin.phonenet.bridges import Bridges
from checkin.phonenet.call_book import CallBook
from checkin.phonenet.call_events import CallEvents
from checkin.phonenet.call_requests import CallRequest
from checkin.phonenet.calls import ENDS, Call, Live
from checkin.phonenet.exchange import Exchange
from checkin.phonenet.script import Script
from checkin.phonenet.wire import Outcome

Json = dict[str, Any]

RINGS_AFTER = 0.05
DETECTION_SECONDS = 3.0


class Switchboard:
    """Every call of the network."""

    def __init__(self, exchange: Exchange, events: CallEvents) -> None:
        self._exchange = exchange
        self._events = events
        self.script = Script(exchange, events, self)
        self.bridges = Bridges(self, exchange, events)
        self.book = CallBook(exchange)
        # Hooks of the simulated neighbours.
        self.on_ringing: Callable[[Call], None] = lambda _call: None
        self.on_listening: Callable[[Call], None] = lambda _call: None
        self.on_answered: Callable[[Call], None] = lambda _call: None

    def load(self) -> None:
        """Take up the calls of an earlier run; one that was live then broke off."""
        for call in self.book.load():
            if not call.is_over:
                self._finish(call, "failed", detail="internal_error")

    def forget(self) -> None:
        with self._exchange.lock:
            self.book.forget()
            self.bridges.forget()

    # Beginning

    def create(self, request: CallRequest) -> Call:
        """Make an outbound call; it rings a moment later."""
        call = self.new_leg(request.to, request.from_)
        call.ncco = request.ncco
        call.answer_url, call.answer_method = request.answer_url, request.answer_method
        call.event_url = request.event_url or self._exchange.urls.event
        call.event_method = request.event_method
        call.ringing_timer, call.length_timer = request.ringing_timer, request.length_timer
        call.detection, call.detection_first = request.detection, request.detection_first
        self.begin(call)
        return call

    def ring_in(self, handset: str, to: str) -> Call:
        """A tenant rings the landlord; the application is asked what to say."""
        exchange = self._exchange
        call = Call(
            uuid=uuid.uuid4().hex,  # inbound legs are named without dashes
            conversation_uuid=f"CON-{uuid.uuid4()}",
            from_=handset,
            to=to,
            direction="inbound",
            at=exchange.clock.now(),
            live=Live(exchange.speech_rate),
            event_url=exchange.urls.event,
        )
        with exchange.lock:
            self.book.add(call)
            self._tell_ringing(call)
        then = partial(self._follow_first_answer, call)
        self._events.ask_for_answer(call, exchange.urls.answer, "POST", then)
        return call

    def new_leg(self, to: str, from_: str) -> Call:
        return Call(
            uuid=str(uuid.uuid4()),
            conversation_uuid=f"CON-{uuid.uuid4()}",
            from_=from_,
            to=to,
            direction="outbound",
            at=self._exchange.clock.now(),
            live=Live(self._exchange.speech_rate),
        )

    def begin(self, call: Call) -> None:
        with self._exchange.lock:
            others = [other for other in self.book.of(call.handset) if not other.is_over]
            for other in others:
                if other.direction == "outbound":
                    detail = f"{call.uuid} was made while {other.uuid} was not over"
                    self._exchange.violate("second_call", call.handset, detail)
            self.book.add(call)
        outcome = self._outcome(call, busy=bool(others))
        self._exchange.clock.after(RINGS_AFTER, lambda: self._ring(call, outcome))

    def _outcome(self, call: Call, *, busy: bool) -> str:
        """Tell how the call ends without anyone touching the telephone; empty when it just rings."""
        fault = self._exchange.faults.take("call_outcome", path="calls", number=call.handset)
        if fault is not None:
            return str(fault.value or "unanswered")
        if self._exchange.is_dead(call.handset):
            return "failed"
        return "busy" if busy else ""

    def _ring(self, call: Call, outcome: str) -> None:
        with self._exchange.lock:
            if call.state != "ringing":
                return
            if call.status == "started":
                self._tell_ringing(call)
            if outcome == "machine":
                self.answer(call, machine=True)
            elif outcome:
                self._finish(call, outcome)
            else:
                timer = self._exchange.clock.after(call.ringing_timer, lambda: self._ring_out(call))
                call.live.limit_timer = timer
                self.on_ringing(call)

    def _tell_ringing(self, call: Call) -> None:
        call.status = "ringing"
        self._events.send(call, "started")
        self._events.send(call, "ringing")

    def _ring_out(self, call: Call) -> None:
        with self._exchange.lock:
            if call.state == "ringing":
                self._finish(call, "timeout")

    # Answering

    def answer(self, call: Call, *, machine: bool = False) -> None:
        """Somebody, or a machine, picks up."""
        with self._exchange.lock:
            if call.status == "started":
                self._tell_ringing(call)
            self._cancel_limit(call)
            call.machine = machine
            self._mark_answered(call)
            if call.parent:
                self.bridges.bridge(call)
                if call.detection:
                    self._exchange.clock.after(DETECTION_SECONDS, lambda: self._detect(call, begin=False))
            elif not call.detection:
                self._begin_script(call)
            elif call.detection_first:
                self._exchange.clock.after(DETECTION_SECONDS, lambda: self._detect(call, begin=True))
            else:
                self._exchange.clock.after(DETECTION_SECONDS, lambda: self._detect(call, begin=False))
                self._begin_script(call)

    def _mark_answered(self, call: Call) -> None:
        call.state = "voicemail" if call.machine else "answered"
        call.status = "answered"
        call.answered_at = self._exchange.clock.now()
        self.book.save(call)
        self._events.send(call, "answered", start_time=None, rate=None, network=None)
        if call.length_timer:
            timer = self._exchange.clock.after(call.length_timer, lambda: self.hang_up(call))
            call.live.limit_timer = timer
        self.on_answered(call)

    def _detect(self, call: Call, *, begin: bool) -> None:
        with self._exchange.lock:
            if call.is_over:
                return
            extra = {"sub_state": "beep_start"} if call.machine and begin else {}
            self._events.send(call, "machine" if call.machine else "human", **extra)
            if call.machine and call.detection == "hangup":
                self.hang_up(call)
            elif begin:
                self._begin_script(call)

    def _begin_script(self, call: Call) -> None:
        if call.ncco is not None:
            self.script.play(call, call.ncco)
            return
        then = partial(self._follow_first_answer, call)
        self._events.ask_for_answer(call, call.answer_url, call.answer_method, then)

    def _follow_first_answer(self, call: Call, outcome: Outcome) -> None:
        """Play what the application answered first; without an NCCO the call is dropped."""
        with self._exchange.lock:
            if call.is_over:
                return
            actions = self.script.read(call, outcome) if outcome.is_good else None
            if actions is None:
                self._drop(call)
                return
            if not call.is_talking:
                self._mark_answered(call)
            self.script.play(call, actions)

    def _drop(self, call: Call) -> None:
        if call.is_talking:
            self.hang_up(call)
        else:
            self._finish(call, "failed", detail="internal_error", sip_code=500)

    # Ending

    def reject(self, call: Call) -> None:
        with self._exchange.lock:
            self._finish(call, "rejected")

    def give_busy(self, call: Call) -> None:
        with self._exchange.lock:
            self._finish(call, "busy")

    def hang_up(self, call: Call, *, by: str = "platform") -> None:
        """End a call: the application or the script does (platform), or the telephone (user)."""
        with self._exchange.lock:
            if call.is_over:
                return
            if call.is_talking:
                self._finish(call, "completed", by=by)
            else:
                self._finish(call, "cancelled")

    def _finish(self, call: Call, status: str, *, by: str = "platform", **extra: object) -> None:
        """Close a call and say so; all but rejected calls end in the event completed."""
        if call.is_over:
            return
        self._cancel_limit(call)
        self.script.stop(call)
        self.script.end_recording(call)
        call.state, call.status = status, status
        call.ended_at = self._exchange.clock.now()
        self.book.save(call)
        ended = None
        if self.bridges.is_asked_by_parent(call, status):
            ended = self._events.body(call, status, **{**ENDS[status], **extra})
        elif status != "completed":
            self._events.send(call, status, **{**ENDS[status], **extra})
        if status != "rejected":
            bill = call.bill(self._exchange.clock.time_scale)
            self._events.send(call, "completed", **bill, disconnected_by=by, sip_code=200)
        self.bridges.part(call, ended)

    def _cancel_limit(self, call: Call) -> None:
        if call.live.limit_timer is not None:
            call.live.limit_timer.cancel()
