"""Sending what is due: a small crew of threads, each with its own connection, at a pace that all workers share.

Every text or call goes through three steps of its own: claim it (a commit), ask the provider (no transaction is
open), record the receipt (a commit). A worker that dies in between leaves `sending` behind, which becomes `unknown`:
it is never sent again.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Self

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from checkin.db import reading, unit_of_work
from checkin.domain.attempts import AttemptEnd
from checkin.domain.narrowing import narrowed
from checkin.domain.office_hours import Calendar
from checkin.flow import settle_call, settle_text
from checkin.logs import logger
from checkin.messaging import service as messaging
from checkin.messaging.gateway import Gateway, Receipt
from checkin.messaging.models import Call, Message
from checkin.messaging.pace import reserve
from checkin.outreach import service as outreach
from checkin.runtime import Runtime
from workers.release import release_due
from workers.scope import scope

log = logger(__name__)

JOB_SECONDS = 20
"""A job stops taking more after this, well within its limit; the next ring goes on."""
CREW = 6
"""Requests under way at once: at 200 ms a request this still fills 30 a second."""
CHUNK_SECONDS = 0.5
"""Moments reserved at a time: short, so that several workers share the pace evenly."""
CHUNKS_AHEAD = 4
"""So much is planned before it is needed."""
CLAIM_SECONDS = 0.03
"""What a claim with its commit takes at most, on a machine that is not overloaded."""
OUTSIDE_HOURS = timedelta(hours=1)


@dataclass(frozen=True)
class Channel:
    """How one kind of delivery is sent."""

    name: str
    kind: type[Message | Call]
    per_second: Callable[[Runtime], float]
    hours: Callable[[Runtime], Calendar]
    send: Callable[[Gateway, Message | Call], Receipt]
    settle: Callable[..., None]


def _send_text(gateway: Gateway, delivery: Message | Call) -> Receipt:
    assert isinstance(delivery, Message)  # noqa: S101  narrows the type
    return gateway.send_text(reference=delivery.id, number=delivery.number, text=delivery.text)


def _start_call(gateway: Gateway, delivery: Message | Call) -> Receipt:
    return gateway.start_call(reference=delivery.id, number=delivery.number)


TEXTS = Channel(
    "texts", Message, lambda r: r.settings.texts_per_second, lambda r: r.text_hours, _send_text, settle_text
)
CALLS = Channel("calls", Call, lambda r: r.settings.calls_per_second, lambda r: r.call_hours, _start_call, settle_call)


def send_due(runtime: Runtime, channel: Channel) -> int:
    """Send what is due on one channel until nothing is left or the time is up; give how many were tried."""
    until = time.monotonic() + JOB_SECONDS
    total, quiet = 0, scope.quiet()
    with Crew(runtime, channel) as crew:
        while time.monotonic() < until and not scope.stopping.is_set():
            waiting = crew.due()
            # Released as needed, while others are on their way: the first leaves at once, however large the round.
            hungry = len(waiting) < crew.chunk * CHUNKS_AHEAD
            released = release_due(runtime, from_the_end=channel is CALLS) if hungry else 0
            if quiet.over(busy=bool(waiting or crew.under_way or released)):
                break
            references = waiting[: crew.chunk]
            crew.send(references)
            crew.wait(until_at_most=max(crew.chunk, CREW) if waiting or released else 0)
            total += len(references)
    return total


def _sleep_until(moment: float) -> None:
    time.sleep(max(0.0, moment - time.monotonic()))


class RollingGate:
    """Lets so many through in any one second, measured as they really leave and not as they were planned."""

    # The road to the provider adds some jitter of its own.
    SECOND = 1.012

    def __init__(self, per_second: float) -> None:
        self._passed: deque[float] = deque(maxlen=max(1, int(per_second)))
        self._wait = self.SECOND * max(1.0, self._passed.maxlen or 1) / max(per_second, 1.0)
        self._lock = threading.Lock()

    def pass_through(self) -> None:
        """Wait until one more may leave."""
        with self._lock:
            if len(self._passed) == self._passed.maxlen:
                time.sleep(max(0.0, self._passed[0] + self._wait - time.monotonic()))
            self._passed.append(time.monotonic())


class Crew:
    """A few threads that each keep one connection to the provider for as long as the job lasts."""

    def __init__(self, runtime: Runtime, channel: Channel) -> None:
        self._runtime = runtime
        self._channel = channel
        self._rate = channel.per_second(runtime)
        self.chunk = max(1, int(self._rate * CHUNK_SECONDS))
        self._gate = RollingGate(self._rate)
        self._pool = ThreadPoolExecutor(CREW, thread_name_prefix=f"send-{channel.name}")
        self._own = threading.local()
        self._gateways: list[Gateway] = []
        self.under_way: dict[str, Future[None]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._pool.shutdown()
        for gateway in self._gateways:
            gateway.close()

    def due(self) -> list[str]:
        """List what may leave now and is not in somebody's hands already."""
        with reading(self._runtime) as session:
            limit = self.chunk * CHUNKS_AHEAD + len(self.under_way)
            found = messaging.due(session, self._channel.kind, now=self._runtime.now(), limit=limit)
        return [reference for reference in found if reference not in self.under_way]

    def send(self, references: list[str]) -> None:
        """Give each its own moment, and hand it to the next free thread."""
        if not references:
            return
        with unit_of_work(self._runtime) as session:
            now = self._runtime.now()
            moments = reserve(session, self._channel.name, count=len(references), per_second=self._rate, now=now)
        start = time.monotonic()
        for reference, moment in zip(references, moments, strict=True):
            leaves_at = start + (moment - now).total_seconds()
            self.under_way[reference] = self._pool.submit(self._send_one, reference, leaves_at)

    def wait(self, *, until_at_most: int) -> None:
        """Wait until no more than so many are under way. Raises what went wrong in a thread."""
        while len(self.under_way) > until_at_most:
            done, _ = wait(self.under_way.values(), return_when=FIRST_COMPLETED)
            for reference in [one for one, future in self.under_way.items() if future in done]:
                self.under_way.pop(reference).result()

    def _send_one(self, reference: str, leaves_at: float) -> None:
        gateway = self._gateway()
        # Claimed as late as can be: what a killed worker had claimed and not sent ends as unknown.
        _sleep_until(leaves_at - CLAIM_SECONDS)
        claimed = self._claim(reference)
        if claimed is None:
            return
        delivery, token = claimed
        _sleep_until(leaves_at)
        self._gate.pass_through()
        receipt = self._channel.send(gateway, delivery)
        with unit_of_work(self._runtime) as session:
            now = self._runtime.now()
            state = messaging.record_receipt(
                session, self._channel.kind, reference=reference, token=token, receipt=receipt, now=now
            )
            if state is not None:
                self._channel.settle(session, self._runtime, reference=reference, state=state, now=now)
                log.info("left", channel=self._channel.name, reference=reference, state=state.value)

    def _claim(self, reference: str) -> tuple[Message | Call, str] | None:
        """Take it, note that the question leaves, and give it; None when it must not leave (now)."""
        try:
            with unit_of_work(self._runtime) as session:
                now = self._runtime.now()
                return self._claim_in(session, reference, now)
        except IntegrityError:
            # The database refused a second live conversation with this tenant: look again later.
            with unit_of_work(self._runtime) as session:
                later = self._runtime.now() + OUTSIDE_HOURS
                messaging.postpone(session, self._channel.kind, reference=reference, due_at=later)
            return None

    def _claim_in(self, session: Session, reference: str, now: datetime) -> tuple[Message | Call, str] | None:
        kind = self._channel.kind
        delivery: Any = session.get_one(kind, reference)
        calendar = narrowed(self._channel.hours(self._runtime), delivery.hours)
        if delivery.automatic_check and not calendar.is_open(now):
            # However late the queue runs, nobody is asked outside the hours.
            messaging.postpone(session, kind, reference=reference, due_at=calendar.next_open(now))
            return None
        may_ask = outreach.may_ask(kind, now)
        token = messaging.claim_delivery(session, kind, reference=reference, now=now, may_ask=may_ask)
        if token is None:
            self._hold_back(session, reference, now)
            return None
        if delivery.automatic_check:
            outreach.mark_asked(session, reference=reference, now=now)
        return delivery, token

    def _hold_back(self, session: Session, reference: str, now: datetime) -> None:
        """Take back what was stopped or has a number that is no use; look again soon at what only has to wait."""
        if messaging.withdraw(session, self._channel.kind, reference=reference, now=now):
            outreach.end_attempt(session, self._runtime, reference=reference, how=AttemptEnd.CANCELLED, now=now)
            return
        # Paused, or somebody's words wait to be read: not in every round.
        messaging.postpone(session, self._channel.kind, reference=reference, due_at=now + timedelta(seconds=30))

    def _gateway(self) -> Gateway:
        if not hasattr(self._own, "gateway"):
            self._own.gateway = self._runtime.gateway()
            self._gateways.append(self._own.gateway)
        gateway: Gateway = self._own.gateway
        return gateway
