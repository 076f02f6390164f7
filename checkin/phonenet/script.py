"""Carries an NCCO out, action by action, while somebody listens and presses keys."""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Callable
from typing import Any, ClassVar

from checkin.phonenet.call_events import CallEvents
from checkin.phonenet.calls import Call, Listening
from checkin.phonenet.clock import webhook_time
from checkin.phonenet.exchange import Exchange
from checkin.phonenet.line import Line
from checkin.phonenet.ncco import NccoError, read_answer
from checkin.phonenet.sounds import sound_problem
from checkin.phonenet.speech import read_aloud
from checkin.phonenet.wire import Outcome

Json = dict[str, Any]

SOUND_SECONDS = 2.0
LANGUAGE = "en-US"  # the provider's default: Dutch must be asked for


class Script:
    """The interpreter; every method is called with the lock of the exchange held."""

    def __init__(self, exchange: Exchange, events: CallEvents, line: Line) -> None:
        self._exchange = exchange
        self._events = events
        self._line = line

    def play(self, call: Call, actions: list[Json]) -> None:
        """Replace whatever the call was doing by these actions."""
        self.stop(call)
        call.live.actions = deque(actions)
        self.step(call)

    def stop(self, call: Call) -> None:
        live = call.live
        live.turn += 1
        live.actions.clear()
        live.listening = None
        live.barge = False
        live.early_keys = ""
        live.spoken_until = 0.0
        if live.step_timer is not None:
            live.step_timer.cancel()

    def read(self, call: Call, outcome: Outcome) -> list[Json] | None:
        """Return the NCCO of an answer; a wrong one is reported and kills the call."""
        try:
            return read_answer(outcome.content_type, outcome.content)
        except NccoError as error:
            self._events.send_plain(call, {"reason": str(error)})
            return None

    def step(self, call: Call) -> None:
        """Begin the next action, or hang up after the last one has been heard."""
        live = call.live
        if call.is_over:
            return
        if live.actions:
            action = live.actions.popleft()
            self._PERFORM[action["action"]](self, call, action)
        elif live.spoken_until > self._now():
            self._later(call, live.spoken_until - self._now(), self._line.hang_up)
        else:
            self._line.hang_up(call)

    def press(self, call: Call, digit: str) -> None:
        """Take one key from the telephone."""
        live = call.live
        call.keys += digit
        if live.listening is not None and live.listening.dtmf:
            self._take_digit(call, live.listening, digit)
        elif live.recording is not None and digit == live.recording.get("endOnKey"):
            self.end_recording(call)
            self.step(call)
        elif live.barge:
            live.early_keys += digit

    def say(self, call: Call, language: str, *sentences: str) -> None:
        """Let the telephone hear something, sentence by sentence."""
        call.heard.extend(sentences)
        call.languages.extend(language for _ in sentences)
        self._line.book.save(call)

    def note(self, call: Call, sound: str) -> None:
        """Let the telephone hear something that is no speech: it is shown between brackets."""
        self.say(call, "", f"[{sound}]")

    def _talk(self, call: Call, action: Json) -> None:
        speech = read_aloud(action["text"])
        self.say(call, str(action.get("language", LANGUAGE)), *speech.sentences)
        self._sound(call, action, speech.seconds(call.live.speech_rate))

    def _stream(self, call: Call, action: Json) -> None:
        """Fetch the sound as the provider does, and let the call hear it; who cannot have it, hears nothing."""
        url = action["streamUrl"][0]
        self.note(call, f"recording {url.rpartition('/')[2]}")

        def check(outcome: Outcome) -> None:
            wrong = outcome.reason if not outcome.is_good else sound_problem(outcome.content_type, outcome.content)
            if wrong:
                self._exchange.violate("sound_missing", call.handset, wrong)
                self._events.send_plain(call, {"reason": f"Stream URL answered {wrong}"})

        self._exchange.webhooks.fetch(url, check)
        self._sound(call, action, SOUND_SECONDS)

    def _sound(self, call: Call, action: Json, seconds: float) -> None:
        """Let the call sound; with bargeIn the script runs on until it reaches an input."""
        live, times = call.live, action.get("loop", 1) or math.inf
        live.spoken_until = max(self._now(), live.spoken_until) + seconds * times
        if action.get("bargeIn"):
            live.barge = True
            self.step(call)
        else:
            self._later(call, live.spoken_until - self._now(), self.step)

    def _input(self, call: Call, action: Json) -> None:
        live = call.live
        live.listening = Listening(action, dtmf="dtmf" in action["type"])
        live.barge = False
        early, live.early_keys = live.early_keys, ""
        still_talking = max(0.0, live.spoken_until - self._now())
        self._later(call, still_talking + live.listening.time_out, self._input_timed_out)
        for digit in early:
            if live.listening is not None:
                self._take_digit(call, live.listening, digit)
        if live.listening is not None:
            self._line.on_listening(call)

    def _take_digit(self, call: Call, listening: Listening, digit: str) -> None:
        call.live.spoken_until = self._now()  # a key interrupts what is being said
        if digit == "#" and listening.on_hash:
            self._submit(call, listening, timed_out=False)
            return
        listening.digits += digit
        if len(listening.digits) >= listening.most:
            self._submit(call, listening, timed_out=False)
        else:
            self._later(call, listening.time_out, self._input_timed_out)

    def _input_timed_out(self, call: Call) -> None:
        if call.live.listening is not None:
            self._submit(call, call.live.listening, timed_out=True)

    def _submit(self, call: Call, listening: Listening, *, timed_out: bool) -> None:
        live = call.live
        live.listening = None
        if live.step_timer is not None:
            live.step_timer.cancel()
        body = self._events.input_body(
            call,
            listening.digits,
            timed_out=timed_out,
            speech="speech" in listening.action["type"],
            dtmf=listening.dtmf,
        )
        self._ask(call, "input", body, listening.action)

    def _notify(self, call: Call, action: Json) -> None:
        body = {
            "payload": action["payload"],
            "conversation_uuid": call.conversation_uuid,
            "timestamp": webhook_time(self._exchange.clock.now()),
        }
        self._ask(call, "notify", body, action)

    def _ask(self, call: Call, kind: str, body: Json, action: Json) -> None:
        """Ask what comes next; nothing is said meanwhile."""
        turn = call.live.turn

        def then(outcome: Outcome) -> None:
            with self._exchange.lock:
                if not call.is_over and call.live.turn == turn:
                    self.go_on(call, outcome)

        self._events.ask(call, kind, body, then, action)

    def go_on(self, call: Call, outcome: Outcome) -> None:
        """Follow an answer: a new NCCO replaces the rest, silence or failure lets it run on."""
        if not outcome.is_good or not outcome.content.strip():
            self.step(call)
            return
        actions = self.read(call, outcome)
        if actions is None:
            self._line.hang_up(call)
        else:
            self.play(call, actions)

    def _record(self, call: Call, action: Json) -> None:
        call.live.recording = {**action, "started": self._exchange.clock.now()}
        self.note(call, "beep" if action.get("beepStart") else "recording")
        ends = [action[name] for name in ("endOnSilence", "timeOut") if name in action]
        if ends or "endOnKey" in action:
            self._later(call, min(ends, default=3.0), self._recorded)
        else:
            self.step(call)  # asynchronous: it records until the call is over

    def _recorded(self, call: Call) -> None:
        self.end_recording(call)
        self.step(call)

    def end_recording(self, call: Call) -> None:
        action, call.live.recording = call.live.recording, None
        if action is not None:
            self._events.send_recording(call, action)

    def _connect(self, call: Call, action: Json) -> None:
        self._line.bridges.connect(call, action)

    def _conversation(self, call: Call, action: Json) -> None:
        self.note(call, f"conversation {action['name']}")
        self._line.bridges.join(call, action)

    def _wait(self, call: Call, action: Json) -> None:
        self._later(call, min(max(float(action.get("timeout", 10)), 0.1), 7200), self.step)

    def _later(self, call: Call, seconds: float, then: Callable[[Call], None]) -> None:
        """Do something in this call after a while, unless it has moved on by then."""
        live = call.live
        if live.step_timer is not None:
            live.step_timer.cancel()
        if math.isinf(seconds):
            return
        turn = live.turn

        def act() -> None:
            with self._exchange.lock:
                if not call.is_over and live.turn == turn and live.step_timer is timer:
                    then(call)

        timer = self._exchange.clock.after(seconds, act)
        live.step_timer = timer

    def _now(self) -> float:
        """Network seconds."""
        return time.monotonic() * self._exchange.clock.time_scale

    _PERFORM: ClassVar[dict[str, Callable[[Script, Call, Json], None]]] = {
        "talk": _talk,
        "input": _input,
        "stream": _stream,
        "record": _record,
        "notify": _notify,
        "connect": _connect,
        "conversation": _conversation,
        "wait": _wait,
    }
