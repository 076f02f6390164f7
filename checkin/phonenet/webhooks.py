"""The retry engine: what is tried again, when, and when it is given up."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

from checkin.phonenet.clock import Clock, webhook_time
from checkin.phonenet.faults import Fault, Faults
from checkin.phonenet.store import Store
from checkin.phonenet.wire import MESSAGE_KINDS, Outcome, Webhook, Wire
from checkin.phonenet.workers import Workers

Json = dict[str, Any]

FIRST_DELAY = 5.0
LONGEST_DELAY = 15 * 60.0
GIVE_UP_AFTER = 24 * 3600.0
TOO_MANY = 429
SERVER_ERROR = 500
VOICE_AGAIN = frozenset({0, 429, 503, 504})
VOICE_TRIES = 2


class Webhooks:
    """Delivers webhooks in their lanes and asks the application for instructions."""

    def __init__(self, *, wire: Wire, clock: Clock, faults: Faults, store: Store, workers: Workers) -> None:
        self._wire = wire
        self._clock = clock
        self._faults = faults
        self._store = store
        self._workers = workers
        self._lock = threading.Lock()
        self._lanes: dict[str, deque[Webhook]] = {}
        self._held: list[Webhook] = []
        self._log: deque[Json] = deque(maxlen=500)

    def send(self, webhook: Webhook) -> None:
        """Put a webhook on its way, by the detours that fault switches ask for."""
        if not webhook.url or self._on("lose", webhook):
            return
        if late := self._on("late", webhook):
            self._clock.after(late.seconds(60), lambda: self._enqueue(webhook))
            return
        if held := self._on("reorder", webhook):
            with self._lock:
                self._held.append(webhook)
            self._clock.after(held.seconds(2), self._release)
            return
        self._enqueue(webhook)
        if self._held:
            self._clock.after(0.1, self._release)
        if doubled := self._on("duplicate", webhook):
            for copy in range(1, int(doubled.seconds(2))):
                # Another lane, so that copies arrive at the same time rather than in turn.
                self._enqueue(replace(webhook, lane=f"{webhook.lane}/{copy}", key=f"{webhook.key}/{copy}"))

    def deliver(self, webhook: Webhook) -> None:
        """Try once in this thread; a message webhook that fails is planned again."""
        webhook.tries += 1
        outcome = self._carry(webhook)
        if webhook.kind in MESSAGE_KINDS:
            self._settle_message(webhook, outcome)
        elif outcome.status in VOICE_AGAIN and webhook.tries < VOICE_TRIES:
            self.deliver(webhook)

    def ask(self, webhook: Webhook, then: Callable[[Outcome], None], *, fallback: Webhook | None = None) -> None:
        """Ask for an NCCO, twice if need be, then the fallback twice, and pass on the answer."""

        def work() -> None:
            outcome = self._ask_twice(webhook)
            if not outcome.is_good and fallback is not None:
                fallback.body["reason"] = f"{webhook.kind} webhook failed: {outcome.reason}"
                outcome = self._ask_twice(fallback)
            then(outcome)

        self._workers.submit(work)

    def fetch(self, url: str, then: Callable[[Outcome], None]) -> None:
        self._workers.submit(lambda: then(self._wire.fetch(url)))

    def resume(self) -> None:
        """Go on with the message webhooks that an earlier run could not deliver."""
        for row in self._store.all("webhook"):
            self._enqueue(Webhook(**row))

    def keep_undelivered(self) -> None:
        """Write down what still stands in a lane, for the next run."""
        with self._lock:
            waiting = [webhook for lane in self._lanes.values() for webhook in lane] + self._held
            self._lanes.clear()
            self._held.clear()
        for webhook in waiting:
            if webhook.kind in MESSAGE_KINDS:
                self._store.put("webhook", webhook.key, asdict(webhook))

    def forget(self) -> None:
        with self._lock:
            self._lanes.clear()
            self._held.clear()
            self._log.clear()

    def recent(self) -> list[Json]:
        """The last webhooks tried, newest last, without their contents."""
        return list(self._log)

    def _enqueue(self, webhook: Webhook) -> None:
        lane = webhook.lane or webhook.key
        with self._lock:
            if lane in self._lanes:
                self._lanes[lane].append(webhook)
                return
            self._lanes[lane] = deque([webhook])
        self._workers.submit(lambda: self._drain(lane))

    def _drain(self, lane: str) -> None:
        while True:
            with self._lock:
                waiting = self._lanes.get(lane)
                if not waiting:
                    self._lanes.pop(lane, None)
                    return
                webhook = waiting.popleft()
            self.deliver(webhook)

    def _release(self) -> None:
        with self._lock:
            held, self._held = self._held, []
        for webhook in held:
            self._enqueue(webhook)

    def _ask_twice(self, webhook: Webhook) -> Outcome:
        outcome = Outcome(reason="no address")
        while webhook.url and webhook.tries < VOICE_TRIES:
            webhook.tries += 1
            outcome = self._carry(webhook)
            if outcome.status not in VOICE_AGAIN:
                break
        return outcome

    def _settle_message(self, webhook: Webhook, outcome: Outcome) -> None:
        """Any 4xx but 429 throws the event away for ever (Vonage, webhook retries)."""
        again = outcome.status in {0, TOO_MANY} or outcome.status >= SERVER_ERROR
        delay = min(FIRST_DELAY * 2.0 ** min(webhook.tries - 1, 20), LONGEST_DELAY)
        if again and waited(webhook.tries) + delay <= GIVE_UP_AFTER:
            self._store.put("webhook", webhook.key, asdict(webhook))
            self._clock.after(delay, lambda: self._enqueue(webhook))
        elif webhook.tries > 1:
            self._store.drop("webhook", webhook.key)

    def _carry(self, webhook: Webhook) -> Outcome:
        outcome = self._wire.carry(webhook)
        self._log.append(
            {
                "kind": webhook.kind,
                "url": webhook.url,
                "status": outcome.status,
                "reason": outcome.reason,
                "try": webhook.tries,
                "at": webhook_time(self._clock.now()),
            }
        )
        return outcome

    def _on(self, name: str, webhook: Webhook) -> Fault | None:
        return self._faults.take(name, path=webhook.kind, number=webhook.number)


def waited(tries: int) -> float:
    """Seconds between the first try and this one: 5, 10, 20 … and then every 15 minutes."""
    return sum(min(FIRST_DELAY * 2.0 ** min(turn, 20), LONGEST_DELAY) for turn in range(tries - 1))
